"""Workspaces on the tests' own server: emptied and lent again, for making one takes far longer."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from tests.postgres_server import PrivateServer

_TABLES = """
SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"""
_SHAPE = """
SELECT relname, relkind, attname, atttypid, attnotnull FROM pg_attribute
JOIN pg_class ON pg_class.oid = attrelid
JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE nspname = 'public' AND NOT attisdropped ORDER BY 1, 3"""


class SharedWorkspaces:
    """Lends workspaces that hold nothing, and takes them back."""

    def __init__(self, server: PrivateServer, template: str) -> None:
        self._server = server
        self._template = template
        self._numbers = count(1)
        self._free: list[str] = []
        with self._connect(template) as connection:
            self._shape = connection.execute(_SHAPE).fetchall()

    def lend(self) -> str:
        """Give the name of a workspace in which nothing was written yet, or is any more."""
        if self._free:
            return self._free.pop()
        name = f"workspace_{next(self._numbers)}"
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        with self._connect("postgres") as connection:
            connection.execute(make.format(sql.Identifier(name), sql.Identifier(self._template)))
        return name

    def address(self, name: str) -> str:
        """Give the address of a workspace for SQLAlchemy."""
        return self._server.url(name)

    def take_back(self, name: str) -> None:
        """Empty a workspace for the next test; one that is not as it was is lent no more."""
        try:
            with self._connect(name) as connection:
                connection.execute("SET lock_timeout = '2s'")
                if connection.execute(_SHAPE).fetchall() != self._shape:
                    return
                for (table,) in connection.execute(_TABLES).fetchall():
                    connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        except psycopg.Error:
            return
        self._free.append(name)

    def _connect(self, name: str) -> psycopg.Connection:
        address = self._server.url(name).replace("postgresql+psycopg", "postgresql")
        return psycopg.connect(address, autocommit=True)
