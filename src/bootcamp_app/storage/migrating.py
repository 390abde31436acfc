"""Bringing a workspace up to this version's tables, in one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from bootcamp_app.core.files import APPLICATION_ID
from bootcamp_app.storage import migrations
from bootcamp_app.storage.engines import WRITES
from bootcamp_app.storage.search_index import index_everything

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Engine


def is_behind(engine: Engine) -> bool:
    """Say whether the tables are older than this version's."""
    with engine.connect() as connection:
        return _revision(connection) != migrations.HEAD


def is_strange(engine: Engine) -> bool:
    """Say whether a server's database has tables, but none that this program made."""
    with engine.connect() as connection:
        return not inspect(connection).has_table("journal") and bool(
            inspect(connection).get_table_names()
        )


def is_newer(engine: Engine) -> bool:
    """Say whether a later version has changed the tables; revisions are numbers in order."""
    with engine.connect() as connection:
        return (_revision(connection) or "") > migrations.HEAD


def migrate(engine: Engine) -> None:
    """Apply every missing migration; killed half-way, the workspace is as it was."""
    if not is_behind(engine):
        return
    from alembic import command  # noqa: PLC0415 - 300 ms that an up-to-date file need not wait

    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        if _revision(connection) == migrations.HEAD:
            return
        command.upgrade(alembic_config(connection), "head")
        index_everything(connection)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={migrations.SCHEMA}")


def alembic_config(connection: Connection) -> Config:
    """Give Alembic's settings, working on this connection and the migrations of the package."""
    from alembic.config import Config  # noqa: PLC0415 - see migrate

    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
