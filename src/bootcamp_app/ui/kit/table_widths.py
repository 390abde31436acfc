"""The widths of a table's columns: as planned, as the window has room, or as a person drew them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bootcamp_app.ui.kit.table_model import TableColumn
    from bootcamp_app.ui.memory import Memory


class Widths:
    """Shares the room of a table among its columns; kept at 100 % text."""

    def __init__(self, columns: Sequence[TableColumn]) -> None:
        self._planned = {column.id: column.width for column in columns}
        self._numbers = {column.id for column in columns if column.is_number}
        self._drawn: dict[str, int] = {}
        self._memory: Memory | None = None
        self._name = ""
        self._is_fitting = False

    def remember(self, memory: Memory, name: str) -> None:
        """Take the widths that were kept under a name, and keep new ones there."""
        self._memory, self._name = memory, f"columns/{name}"
        for part in memory.kept(self._name).split(" "):
            column, _, width = part.partition("=")
            if column in self._planned and width.isdecimal():
                self._drawn[column] = int(width)

    @contextmanager
    def fitting(self) -> Iterator[None]:
        """Widths that change inside this block were not drawn by a person."""
        before, self._is_fitting = self._is_fitting, True
        yield
        self._is_fitting = before

    def keep(self, column: int, width: int) -> None:
        """Take the width that a person gave to a column."""
        if self._is_fitting:
            return
        self._drawn[list(self._planned)[column]] = round(width * 100 / theme.percent)
        if self._memory is not None:
            kept = " ".join(f"{name}={width}" for name, width in self._drawn.items())
            self._memory.keep(self._name, kept)

    def shared(self, least: Mapping[str, int], room: int) -> dict[str, int]:
        """Give each shown column its width; what room is left goes to those nobody has drawn.

        Numbers need no more than they have, where there are words beside them.
        """
        widths = {
            name: theme.px(self._drawn[name])
            if name in self._drawn
            else max(theme.px(self._planned[name]), needed)
            for name, needed in least.items()
        }
        over = room - sum(widths.values())
        growing = [name for name in widths if name not in self._drawn] or list(widths)[-1:]
        growing = [name for name in growing if name not in self._numbers] or growing
        if over > 0 and growing:
            whole = sum(widths[name] for name in growing)
            for name in growing:
                widths[name] += over * widths[name] // whole
            widths[growing[-1]] += room - sum(widths.values())
        return widths
