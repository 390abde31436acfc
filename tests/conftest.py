"""What most tests start from: a clock that stands still and a fresh workspace on either engine."""

from __future__ import annotations

import gc
import os
import shutil
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from sqlalchemy import make_url

import bootcamp_app.features.attendance.tables
import bootcamp_app.features.badges.tables
import bootcamp_app.features.bootcamps.tables
import bootcamp_app.features.canvases.tables
import bootcamp_app.features.certificates.tables
import bootcamp_app.features.people.tables
import bootcamp_app.features.teams.tables  # noqa: F401 - the tables make themselves known
from bootcamp_app.core.changes import Changes
from bootcamp_app.core.i18n import words
from bootcamp_app.storage import creating, engines, migrating
from bootcamp_app.storage.database import Database, Parts, open_database
from bootcamp_app.storage.engines import empty_log, postgresql_engine, sqlite_engine
from bootcamp_app.storage.migrating import migrate
from tests.clock import FakeClock
from tests.postgres_server import NO_SERVER, PrivateServer, find_binaries
from tests.shared_workspaces import SharedWorkspaces
from tests.warm_engines import WarmEngines

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Every run of one version looks at the same examples, so that a failure is that of a change; with
# HYPOTHESIS_PROFILE=any it looks for others.
settings.register_profile("same", derandomize=True)
settings.register_profile("any")
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
ENGINES = ("sqlite", "postgresql")
TEMPLATE = "template_workspace"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Thousands of tests are found without a search for garbage, and never searched for any.

    They stay to the end: searching them took nearly as long as finding them.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins in English, and whoever speaks Khmer leaves it to nobody else."""
    yield
    words.use("en")


@pytest.fixture(scope="session", autouse=True)
def warm_engines() -> Iterator[None]:
    """A statement is written out for the database once, not once a workspace."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "create_engine", WarmEngines().make)
        yield


@pytest.fixture(scope="session", autouse=True)
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tables of a new file are made by the migrations once; later files begin as its copies.

    As with the template on the server: each of thousands of tests would make the same tables anew.
    """
    template, really = tmp_path_factory.mktemp("template") / "new.bootcamp", migrating.migrate

    def copy(engine: Engine) -> None:
        if migrating.migrate is not really:
            migrating.migrate(engine)
            return
        with engine.connect() as connection:
            place = connection.exec_driver_sql("PRAGMA database_list").all()[0][2]
        if not template.exists():
            template.touch()
            made = sqlite_engine(template)
            really(made)
            empty_log(made)
            made.dispose()
        engine.dispose()
        shutil.copyfile(template, place)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(creating, "migrating", SimpleNamespace(migrate=copy))
        yield


@pytest.fixture(scope="session", autouse=True)
def data_folder_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The secret that closes signing keys is the tests' own, never that of who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Programs that tests start compile the sources once, also where none may be kept beside them.

    Every start would compile some hundred files anew there.
    """
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setenv("PYTHONPYCACHEPREFIX", str(folder / "compiled"))
        yield


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PrivateServer]:
    """A server of the tests' own, started when the first test asks for it."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip(NO_SERVER)
    with PrivateServer(binaries) as server:
        engine = postgresql_engine(make_url(server.create_database(TEMPLATE)))
        migrate(engine)
        engine.dispose()
        yield server


@pytest.fixture(scope="session")
def shared_workspaces(postgresql_server: PrivateServer) -> SharedWorkspaces:
    """The workspaces of that server, used one after the other."""
    return SharedWorkspaces(postgresql_server, TEMPLATE)


@pytest.fixture
def new_postgresql(shared_workspaces: SharedWorkspaces) -> Iterator[Callable[[], str]]:
    """Gives the address of a fresh shared workspace each time; taken back after the test."""
    lent: list[str] = []

    def lend() -> str:
        lent.append(shared_workspaces.lend())
        return shared_workspaces.address(lent[-1])

    yield lend
    for name in lent:
        shared_workspaces.take_back(name)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite waits for nobody, which would take five seconds each time; ask for it first."""
    others = [one for one in engines._PRAGMAS if not one.startswith("busy_timeout")]
    monkeypatch.setattr(engines, "_PRAGMAS", ("busy_timeout=0", *others))


@pytest.fixture
def sqlite_place(tmp_path: Path) -> str:
    """Where a workspace file may be made."""
    return str(tmp_path / "camp.bootcamp")


@pytest.fixture
def postgresql_place(new_postgresql: Callable[[], str]) -> str:
    """The address of a fresh shared workspace."""
    return new_postgresql()


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest) -> str:
    """A fresh workspace's place, once on each engine."""
    return str(request.getfixturevalue(f"{request.param}_place"))


@pytest.fixture
def open_place(clock: FakeClock, changes: Changes) -> Iterator[Callable[[str], Database]]:
    """Opens workspaces as the operator Sokha and closes them after the test."""
    opened: list[Database] = []

    def open_one(place: str) -> Database:
        opened.append(open_database(place, Parts(clock, changes, "Sokha")))
        return opened[-1]

    yield open_one
    for database in opened:
        database.close()


@pytest.fixture
def database(place: str, open_place: Callable[[str], Database]) -> Database:
    """An open workspace, once on each engine."""
    return open_place(place)


@pytest.fixture
def sqlite_database(sqlite_place: str, open_place: Callable[[str], Database]) -> Database:
    """An open workspace file."""
    return open_place(sqlite_place)
