"""Questions that are asked very often: put together once, and answered in the engine's own time.

SQLAlchemy takes several times as long to recognise a question as SQLite takes to answer it.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import BindParameter, Connection, Dialect, Select

    Keys = Sequence[BindParameter[str]]

_TOGETHER = 32
"""So many keys are asked for at once; a statement is made for one and for so many."""


class _Ready(NamedTuple):
    """A statement, what stands at its places, and how its answer is turned into rows."""

    statement: str
    places: Sequence[str]
    fixed: Mapping[str, Any]
    row: Callable[..., Any]
    turns: Sequence[Callable[[Any], Any] | None]


class Prepared:
    """A question about rows that texts are the keys of.

    `question` is given the keys, for `IN`; a `bindparam` with a name and an empty value stands in
    it for every further value.
    """

    def __init__(self, question: Callable[[Keys], Select[Any]]) -> None:
        self._queries = {
            count: question([bindparam(f"key_{number}", "") for number in range(count)])
            for count in (1, _TOGETHER)
        }
        self._ready: dict[int, _Ready] = {}

    def __call__(self, connection: Connection, keys: Sequence[str], **values: str) -> list[Any]:
        """Give the rows about these keys; each has its columns by name and in their order."""
        found: list[Any] = []
        for start in range(0, len(keys), _TOGETHER):
            part = keys[start : start + _TOGETHER]
            count = 1 if len(part) == 1 else _TOGETHER
            # The last one is asked for again in the places that are left.
            named = {f"key_{number}": part[min(number, len(part) - 1)] for number in range(count)}
            found += self._asked(connection, count, {**named, **values})
        return found

    def _asked(self, connection: Connection, count: int, values: dict[str, str]) -> Iterable[Any]:
        if not connection.dialect.positional:
            return connection.execute(self._queries[count], values)
        if count not in self._ready:
            self._ready[count] = _made_ready(self._queries[count], connection.dialect)
        ready = self._ready[count]
        named = {**ready.fixed, **values}
        bound = tuple(map(named.__getitem__, ready.places))
        rows = connection.exec_driver_sql(ready.statement, bound).fetchall()
        turns = ready.turns
        return [
            ready.row(*[turn(one) if turn else one for turn, one in zip(turns, row, strict=True)])
            for row in rows
        ]


def _made_ready(query: Select[Any], dialect: Dialect) -> _Ready:
    compiled = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    columns = query.column_descriptions
    return _Ready(
        statement=str(compiled),
        places=tuple(compiled.positiontup or ()),
        fixed=compiled.params,
        # Of two columns with one name only the first has it; both have their place.
        row=namedtuple("row", [column["name"] for column in columns], rename=True),
        turns=[
            column["type"].dialect_impl(dialect).result_processor(dialect, None)
            for column in columns
        ],
    )
