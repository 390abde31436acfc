"""Rows for a table: all at once, or pages of many that are fetched when somebody looks there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, in_words, tongue

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QFont

PAGE = 200
MEANING = Qt.ItemDataRole.UserRole
IS_PILL = Qt.ItemDataRole.UserRole + 1
HAS_TWO_LINES = Qt.ItemDataRole.UserRole + 2
_TEXT, _FONT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.FontRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TableColumn:
    """One column: its title, how a row says it, and whether that is a state or can be sorted."""

    id: str
    title: Text
    cell: Callable[[Any], str]
    width: int = 160
    meaning: Callable[[Any], str] | None = None
    is_bold: bool = False
    is_sortable: bool = False
    has_two_lines: bool = False
    """Whether long texts stand smaller, on two lines."""
    is_number: bool = False
    """Whether it stands at the right, so that what stands below it can be compared."""

    @property
    def alignment(self) -> int:
        """Where its texts stand, as Qt says it."""
        side = Qt.AlignmentFlag.AlignRight if self.is_number else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class TableModel(QAbstractTableModel):
    """What a table shows; a row that is not there yet is said as “…”."""

    def __init__(self, columns: Sequence[TableColumn]) -> None:
        super().__init__()
        self.columns = list(columns)
        self._rows: dict[int, Any] = {}
        self._ids: list[str] = []
        self._count = 0
        self._asked: set[int] = set()
        tongue.turned.connect(self._say_again)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self._ids = [_name(number, row) for number, row in enumerate(rows)]
        self._rows = dict(enumerate(rows))
        self._asked = set(range(0, len(self._ids), PAGE))
        self._count = len(self._rows)
        self.endResetModel()

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show as many rows as there are ids; each page is asked for when it is seen."""
        known = {self._ids[at]: row for at, row in self._rows.items() if at < len(self._ids)}
        self.beginResetModel()
        self._ids = list(ids)
        # What is known already stays on the screen until its page comes anew.
        self._rows = {at: known[one] for at, one in enumerate(self._ids) if one in known}
        self._count = len(self._ids)
        self._asked = set()
        self.endResetModel()

    def show_first(self, ids: Sequence[str], rows: Sequence[Any], count: int) -> None:
        """Show the first rows of many; the ids of the others are not known yet."""
        self.show_ids(ids)
        self.beginResetModel()
        self._rows.update(enumerate(rows))
        self._count = max(count, len(self._ids))
        self._asked = {0}
        self.endResetModel()

    def grow(self, count: int) -> None:
        """Show that there are more rows than were known of."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def know(self, ids: Sequence[str]) -> bool:
        """Take the ids of all rows that are shown; say whether they begin with those known."""
        if len(ids) != self._count or list(ids[: len(self._ids)]) != self._ids:
            return False
        self._ids = list(ids)
        # The first page was given by its length, which need not be that of a page.
        self._asked = set() if len(self._rows) < min(PAGE, self._count) else {0}
        return True

    @property
    def known(self) -> int:
        """How many rows, from the first one, have a known id."""
        return len(self._ids)

    def give(self, first: int, rows: Sequence[Any]) -> None:
        """Show the rows of a page that was asked for."""
        if not rows or first + len(rows) > self._count:
            return
        self._rows.update({first + at: row for at, row in enumerate(rows)})
        last = self.index(first + len(rows) - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(first, 0), last)

    def row(self, number: int) -> Any:  # noqa: ANN401 - whatever the page shows
        """Give a row, or nothing while it is not there yet."""
        return self._rows.get(number)

    def name(self, number: int) -> str:
        """Give the id of a row, by which it is known again after the rows were shown anew."""
        return self._ids[number] if number < len(self._ids) else ""

    def places(self, names: Collection[str]) -> dict[str, int]:
        """Give where the rows of some ids stand now."""
        return {name: at for at, name in enumerate(self._ids) if name in names}

    def unasked(self, first: int, last: int) -> list[tuple[int, list[str]]]:
        """Give the pages (first row, ids) of a span of rows that nobody has asked for yet."""
        starts = range(first // PAGE * PAGE, min(last + 1, self._count), PAGE)
        new = [at for at in starts if at not in self._asked and at < len(self._ids)]
        self._asked.update(new)
        return [(start, self._ids[start : start + PAGE]) for start in new]

    def find(self, wanted: Callable[[Any], bool]) -> int | None:
        """Give the number of the first known row that is wanted."""
        return next((at for at, row in sorted(self._rows.items()) if wanted(row)), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Called by Qt."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Called by Qt."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt takes many kinds
        """Called by Qt: the title of a column."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return in_words(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].alignment
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Called by Qt: what a cell shows."""
        column = self.columns[index.column()]
        if role == _TEXT:
            row = self._rows.get(index.row())
            return "…" if row is None else column.cell(row)
        if role == _FONT:
            return _font_of(column)
        if role == HAS_TWO_LINES:
            return column.has_two_lines
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if column.meaning is None or role not in (MEANING, IS_PILL):
            return None
        row = self._rows.get(index.row())
        if role == IS_PILL:
            return row is not None
        return None if row is None else column.meaning(row)

    def _say_again(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._count:
            last = self.index(self._count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _font_of(column: TableColumn) -> QFont | None:
    if column.has_two_lines:
        return theme.font("small")
    return theme.font("body", 600) if column.is_bold else None


def _name(number: int, row: object) -> str:
    return str(getattr(row, "id", number))
