"""Engines that know the statements which an earlier one has put into words, as one that runs long.

SQLAlchemy writes each statement out once an engine. A program opens one or two; the tests would
write the same few hundred statements out for each of thousands, and keep what they wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine
from sqlalchemy.util import LRUCache

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.engine import Dialect

STATEMENTS = 2_000


class WarmEngines:
    """Makes engines as SQLAlchemy does; those of one kind share what was written out."""

    def __init__(self) -> None:
        self._dialects: dict[str, Dialect] = {}
        self._written: LRUCache[Any, Any] = LRUCache(STATEMENTS)

    def make(self, *args: Any, **wanted: Any) -> Engine:  # noqa: ANN401 - as SQLAlchemy takes it
        """Make an engine that knows what the earlier ones know."""
        engine = create_engine(*args, **wanted)
        known = self._dialects.get(engine.name)
        if known is None or known.server_version_info is None:  # never connected to anything
            self._dialects[engine.name] = engine.dialect
        else:
            engine.dialect = engine.pool._dialect = known
        engine._compiled_cache = self._written
        return engine
