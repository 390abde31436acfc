"""Bringing an older workspace up to date, and the tables that migrations make."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, select, text

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage import migrations
from bootcamp_app.storage.backup import faults_of
from bootcamp_app.storage.base import Base
from bootcamp_app.storage.migrating import alembic_config
from tests.storage.folders import contents, names_in
from tests.storage.later_version import LaterVersion

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.storage.database import Database
    from tests.clock import FakeClock
    from tests.postgres_server import PrivateServer

    Opener = Callable[[str], Database]

OLD_FILES = Path(__file__).parent / "old_files"
MADE_BESIDE_THE_MODELS = ("search_trigrams", "ix_search_words")
# SQLite cannot tell what such an index holds; that it is used is a test of its own.
pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based")


@pytest.fixture
def later_version(tmp_path_factory: pytest.TempPathFactory) -> LaterVersion:
    return LaterVersion(tmp_path_factory.mktemp("later"))


@pytest.fixture
def old_place(place: str, open_place: Opener) -> str:
    """A workspace of this version with two people, which a later version finds old."""
    database = open_place(place)
    with database.write() as work:
        work.add_all([PersonRow(name_en="Dara"), PersonRow(name_en="Pisey")])
    database.close()
    return place


@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
def test_the_tables_that_migrations_make_are_those_of_the_models(database: Database) -> None:
    with database._engine.connect() as connection:
        options = {"include_name": _is_of_the_models, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        differences: list[Any] = compare_metadata(context, Base.metadata)

    assert differences == []


@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
def test_the_comparison_with_the_models_would_see_a_missing_column(database: Database) -> None:
    with database._engine.connect().execution_options(writes=True) as connection:
        connection.execute(text("ALTER TABLE people DROP COLUMN email"))
        context = MigrationContext.configure(connection, opts={"include_name": _is_of_the_models})
        differences: list[Any] = compare_metadata(context, Base.metadata)

    assert [(kind, table, column.name) for kind, _, table, column in differences] == [
        ("add_column", "people", "email")
    ]


def test_the_newest_revision_is_the_one_that_the_program_names(sqlite_database: Database) -> None:
    with sqlite_database._engine.connect() as connection:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
        in_use = connection.scalar(text("SELECT version_num FROM alembic_version"))
        in_header = connection.scalar(text("PRAGMA user_version"))

    assert scripts.get_heads() == [migrations.HEAD]
    assert len(list(scripts.walk_revisions())) == migrations.SCHEMA == int(migrations.HEAD)
    assert (in_use, in_header) == (migrations.HEAD, migrations.SCHEMA)


def test_a_later_version_brings_an_old_workspace_up_to_date(
    old_place: str, later_version: LaterVersion
) -> None:
    assert later_version.nicknames(old_place) == ["of Dara", "of Pisey"]


def test_a_workspace_of_a_later_version_is_refused_and_stays_usable_there(
    old_place: str, later_version: LaterVersion, open_place: Opener
) -> None:
    later_version.nicknames(old_place)

    with pytest.raises(
        Refusal, match=r"by a newer version of Bootcamp Desk\. Install that version"
    ):
        open_place(old_place)

    assert later_version.nicknames(old_place) == ["of Dara", "of Pisey"]


def test_a_migration_killed_in_the_middle_leaves_the_workspace_as_it_was(
    old_place: str, later_version: LaterVersion, open_place: Opener
) -> None:
    process = later_version.stop_in_the_middle(old_place)
    process.kill()
    process.wait()

    with open_place(old_place).read() as reader:
        columns = reader.execute(text("SELECT * FROM people")).keys()
        assert set(reader.scalars(select(PersonRow.name_en))) == {"Dara", "Pisey"}

    assert "nickname" not in columns
    assert later_version.nicknames(old_place) == ["of Dara", "of Pisey"]


def test_a_file_is_backed_up_before_it_is_brought_up_to_date(
    sqlite_place: str, later_version: LaterVersion, tmp_path: Path, open_place: Opener
) -> None:
    database = open_place(sqlite_place)
    with database.write() as work:
        work.add(PersonRow(name_en="Dara"))
    database.close()

    later_version.nicknames(sqlite_place)

    (backup,) = (tmp_path / "backups").iterdir()
    assert backup.name.startswith("camp-")
    assert backup.name.endswith("-before-update.bootcamp")
    assert faults_of(backup) == []
    with open_place(str(backup)).read() as reader:
        assert reader.scalars(select(PersonRow.name_en)).all() == ["Dara"]


def test_where_no_backup_can_be_made_nothing_is_brought_up_to_date(
    sqlite_place: str, later_version: LaterVersion, tmp_path: Path, open_place: Opener
) -> None:
    open_place(sqlite_place).close()
    (tmp_path / "backups").write_text("a file where the folder should be")
    before = contents(tmp_path)

    refused = later_version.refusal(sqlite_place)

    assert "The copy could not be written to “backups”" in refused
    assert contents(tmp_path) == before


def test_an_up_to_date_file_is_opened_without_a_backup(
    sqlite_place: str, tmp_path: Path, open_place: Opener
) -> None:
    open_place(sqlite_place).close()

    open_place(sqlite_place).close()

    assert names_in(tmp_path) == {"camp.bootcamp"}


def test_a_servers_database_of_another_program_is_refused(
    postgresql_server: PrivateServer, open_place: Opener
) -> None:
    place = postgresql_server.create_database("accounts")
    engine = create_engine(place)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE people (name text)"))

    with pytest.raises(Refusal, match=r"belongs to another program\. Give Bootcamp Desk an empty"):
        open_place(place)

    assert inspect(engine).get_table_names() == ["people"]
    engine.dispose()


def _is_of_the_models(name: str | None, _kind: str, _parents: object) -> bool:
    return not str(name).startswith(MADE_BESIDE_THE_MODELS)


@pytest.mark.parametrize("kept", sorted(OLD_FILES.glob("*.bootcamp")), ids=lambda path: path.stem)
def test_a_workspace_of_every_earlier_version_opens_with_all_its_people(
    kept: Path, tmp_path: Path, clock: FakeClock
) -> None:
    path = Path(shutil.copy(kept, tmp_path / "workspace.bootcamp"))

    app = build(path, clock)

    bootcamp = app.bootcamps.find(None)
    names = sorted(one.name_en for one in app.people.list(bootcamp))
    assert (names, app.records.faults()) == (["Chan Sreyneang", "Sok Dara"], [])
    app.database.close()
