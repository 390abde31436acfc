"""The widths of a table's columns: as planned, as the window has room, or as a person drew them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bootcamp_app.ui.kit.table_model import TableColumn
    from bootcamp_app.ui.memory import Memory


class Widths:
    """Shares the room of a table among its columns; kept at 100 % text."""

    def __init__(self, columns: Sequence[TableColumn]) -> None:
        self._planned = {column.id: column.width for column in columns}
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

    def shared(self, least: Sequence[int], room: int) -> list[int]:
        """Give each column its width; room that is left goes to those that nobody has drawn."""
        widths = [
            theme.px(self._drawn[name]) if name in self._drawn else max(theme.px(width), needed)
            for (name, width), needed in zip(self._planned.items(), least, strict=True)
        ]
        over = room - sum(widths)
        growing = [n for n, name in enumerate(self._planned) if name not in self._drawn]
        growing = growing or [len(widths) - 1]
        if over > 0:
            whole = sum(widths[number] for number in growing)
            for number in growing:
                widths[number] += over * widths[number] // whole
            widths[growing[-1]] += room - sum(widths)
        return widths
