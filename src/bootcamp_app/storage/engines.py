"""The two engines, and everything in which they differ."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, QueuePool, collate, create_engine, event, text

from bootcamp_app.storage.types import Json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Engine, SQLColumnExpression
    from sqlalchemy.dialects import postgresql, sqlite

    from bootcamp_app.storage.base import Base

WRITES = {"writes": True}
BUSY_SECONDS = 5
_ONE_WRITER = 0x4243444B
_encoded = json.JSONEncoder(ensure_ascii=False).encode

# Measured against simulated power cuts; docs/decisions/0003-sqlite.md says why each.
_PRAGMAS = (
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cache_size=-65536",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "wal_autocheckpoint=1000",
    "journal_size_limit=4194304",
)

# In the file it would keep `PRAGMA integrity_check` from missing pages: a virtual table without
# rows of its own may come first there.
_TERMS = "CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab(main, search_trigrams, row)"


def sqlite_engine(path: Path) -> Engine:
    """Give an engine on a file, with the settings under which nothing acknowledged is lost."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=_sqlcipher(),
        creator=partial(connect, path),
        # Without a file name SQLAlchemy takes this for a database in memory, with one
        # connection a thread, which a read inside a read would share.
        poolclass=QueuePool,
        json_serializer=to_json,
    )
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def postgresql_engine(url: URL) -> Engine:
    """Give an engine on a PostgreSQL database, writing one at a time as SQLite does."""
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        json_serializer=to_json,
        connect_args={"options": "-c timezone=UTC"},
    )
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def connect(path: Path, *, read_only: bool = False) -> Any:  # noqa: ANN401 - the driver is untyped
    """Open a file with the one SQLite library that this program may use on it.

    Read-only, it neither changes a byte nor leaves a file beside it.
    """
    connection = _sqlcipher().connect(
        f"{path.absolute().as_uri()}?{looking(path) if read_only else 'mode=rw'}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    try:
        if not read_only:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute(_TERMS)
    except connection.DatabaseError:
        connection.close()
        raise
    return connection


def log_of(path: Path) -> Path:
    """Give the write-ahead log of a file: acknowledged changes that the file lacks as yet."""
    return path.with_name(path.name + "-wal")


def empty_log(engine: Engine) -> None:
    """Move the write-ahead log into the file, so that copying the file alone copies everything."""
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # a checkpoint runs outside of a transaction
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")


def engine_errors() -> type[Exception]:
    """Give what the one SQLite library raises where a file or the disk is at fault."""
    return _sqlcipher().DatabaseError  # type: ignore[no-any-return]


def plain_connection(path: Path) -> Any:  # noqa: ANN401 - the driver is untyped
    """Make a new SQLite file without this program's marks or settings, and open it.

    Raises an OSError where the disk takes none.
    """
    try:
        return _sqlcipher().connect(str(path), isolation_level=None)
    except engine_errors() as problem:
        raise OSError(str(problem)) from problem


def upsert(
    connection: Connection,
    kind: type[Base],
    rows: Sequence[Mapping[str, Any]],
    keys: tuple[str, ...] = ("id",),
) -> None:
    """Insert rows, or overwrite those with the same keys; every row has the same columns."""
    if not rows:
        return
    insert = _insert(connection, kind)
    replaced = {name: insert.excluded[name] for name in rows[0] if name not in keys}
    ordered = sorted(rows, key=lambda row: tuple(row[key] for key in keys))
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=replaced), ordered)


def insert_new(connection: Connection, kind: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows and leave those alone whose primary key is there already."""
    if not rows:
        return
    insert = _insert(connection, kind)
    connection.execute(insert.on_conflict_do_nothing(), rows)


def _insert(connection: Connection, kind: type[Base]) -> postgresql.Insert | sqlite.Insert:
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - 30 ms no file needs

        return postgresql.insert(kind)
    from sqlalchemy.dialects import sqlite  # noqa: PLC0415 - beside it

    return sqlite.insert(kind)


def to_json(value: Any) -> str:  # noqa: ANN401 - what JSON can hold
    """Write JSON as both engines keep it; what comes most often without the encoder's start."""
    if value.__class__ is str:
        return _encoded(value)
    if value is None:
        return "null"
    if isinstance(value, Json):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    return "{}" if value == {} else _encoded(value)


def create_search_index(connection: Connection) -> None:
    """Make the trigram index over the words of `search`, each engine's own."""
    statements = _POSTGRESQL_SEARCH if connection.dialect.name == "postgresql" else _SQLITE_SEARCH
    for statement in statements:
        connection.execute(text(statement))


def add_words(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Have the words of these rows of `search`, in the order of their ids, in the trigram index.

    Triggers would do it in three times the time, and a step back in the order costs a segment.
    """
    if connection.dialect.name != "postgresql":
        connection.exec_driver_sql(
            "INSERT INTO search_trigrams(rowid, words, beside) VALUES (?, ?, ?)", _as_indexed(rows)
        )


def drop_words(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Have the words of these rows, as they were, no longer in the trigram index."""
    if connection.dialect.name != "postgresql":
        connection.exec_driver_sql(
            "INSERT INTO search_trigrams(search_trigrams, rowid, words, beside) "
            "VALUES ('delete', ?, ?, ?)",
            _as_indexed(rows),
        )


def drop_all_words(connection: Connection) -> None:
    """Have no words in the trigram index."""
    if connection.dialect.name != "postgresql":
        connection.exec_driver_sql(
            "INSERT INTO search_trigrams(search_trigrams) VALUES ('delete-all')"
        )


def _as_indexed(rows: Sequence[Mapping[str, Any]]) -> list[tuple[int, str, str]]:
    return sorted((row["id"], row["words"], row["beside"]) for row in rows)


def by_code_point(
    connection: Connection, words: SQLColumnExpression[Any]
) -> SQLColumnExpression[Any]:
    """Give a text as it sorts everywhere alike: by code point."""
    on_server = connection.dialect.name == "postgresql"
    return collate(words, "C") if on_server else words


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def looking(path: Path) -> str:
    """Give with which marks of an address a file is only looked at."""
    # A plain read-only look at a file in WAL mode makes a log and its index and leaves them
    # there; without a log nobody has the file open, so it may be taken as it lies.
    return "mode=ro" if log_of(path).exists() else "mode=ro&immutable=1"


def _sqlcipher() -> Any:  # noqa: ANN401 - the driver is untyped
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - PostgreSQL workspaces do without it

    return dbapi2


_SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE search_trigrams USING fts5(words, beside, "
    "content='search', content_rowid='id', tokenize='trigram case_sensitive 1')",
)
_POSTGRESQL_SEARCH = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX ix_search_words ON search USING gin (words gin_trgm_ops, beside gin_trgm_ops)",
)
