"""Tables: a hundred thousand rows scroll at once, and only what is seen is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTableView

from bootcamp_app.core.i18n import Sentence, words
from bootcamp_app.ui.kit.table_cells import Cells
from bootcamp_app.ui.kit.table_model import PAGE, TableColumn, TableModel
from bootcamp_app.ui.kit.table_widths import Widths
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, in_words, say, tongue

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent

    from bootcamp_app.ui.memory import Memory

__all__ = ["PAGE", "Table", "TableColumn"]
ROW_HEIGHTS = {"en": 36, "km": 40}
_OF_TWO_LINES = {"en": 48, "km": 58}
_PAUSE = 30
"""Milliseconds of rest after which the rows in view are asked for."""
_TITLE_ROOM, _ARROW_ROOM = 26, 20


class Table(QTableView):
    """Shows rows; Enter or a double click activates one, the menu key offers what can be done.

    What a page adds with `addAction` is offered there, too.
    """

    page_wanted = Signal(int, list)
    """(first row, ids) of a page that is looked at; answer with `give`."""
    ids_wanted = Signal()
    """Rows are looked at whose ids are not known; answer with `know`."""
    marking = Signal(int)
    """How many rows are marked now."""
    copy_wanted = Signal()
    """Somebody wants to take the marked rows elsewhere."""
    row_activated = Signal(object)
    """Enter or a double click on a row."""
    row_chosen = Signal(object)
    """The row that the keyboard is on now, or None."""
    sort_wanted = Signal(str, bool)
    """(column id, ascending)."""

    def __init__(self, name: Text, columns: Sequence[TableColumn]) -> None:
        super().__init__()
        self._model = TableModel(columns)
        self._widths = Widths(columns)
        self._sorted = ("", True)
        self._told: object = None
        self._is_returning = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setModel(self._model)
        self.setItemDelegate(Cells(self))
        say(self, name, "setAccessibleName")
        self._dress()
        self._connect()
        self._scale()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, all at once; by their ids the current and the marked ones stay so."""
        self._renew(lambda: self._model.show_rows(rows))

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show a row for each id, and ask for the pages that are seen."""
        self._renew(lambda: self._model.show_ids(ids))
        self._ask()

    def show_first(self, ids: Sequence[str], rows: Sequence[Any], count: int) -> None:
        """Show the first rows of as many as there may be; the others' ids are asked for when seen.

        Whoever knows the number only later tells it to `grow`.
        """
        self._renew(lambda: self._model.show_first(ids, rows, count))
        self._pause.start()

    def grow(self, count: int) -> None:
        """Show that there are more rows than were known of."""
        self._model.grow(count)

    def know(self, ids: Sequence[str]) -> bool:
        """Answer `ids_wanted`; say whether these are the rows that are shown."""
        is_same = self._model.know(ids)
        if is_same:
            self._ask()
        return is_same

    def show_columns(self, names: Collection[str]) -> None:
        """Show these columns, in their order, and hide the others."""
        for number, column in enumerate(self._model.columns):
            self.setColumnHidden(number, column.id not in names)
        self._fit()

    def columns(self) -> list[TableColumn]:
        """Give the columns that are shown."""
        columns = enumerate(self._model.columns)
        return [column for number, column in columns if not self.isColumnHidden(number)]

    def give(self, first: int, rows: Sequence[Any]) -> None:
        """Answer `page_wanted`: the rows of its ids, in their order."""
        self._model.give(first, rows)
        self._tell()

    def current(self) -> Any:  # noqa: ANN401 - whatever the page shows
        """Give the row that the keyboard is on, or None."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def selected(self) -> list[Any]:
        """Give the marked rows, from top to bottom, as far as they are known."""
        rows = (self._model.row(at) for span in self.marked() for at in span)
        return [row for row in rows if row is not None]

    def selected_ids(self) -> list[str]:
        """Give the ids of all marked rows, as far as they are known."""
        names = (self._model.name(at) for span in self.marked() for at in span)
        return [name for name in names if name]

    def ids(self, first: int, count: int) -> list[str]:
        """Give the ids of some rows, empty where they are not known."""
        last = min(first + count, self._model.rowCount())
        return [self._model.name(at) for at in range(first, last)]

    def marked(self) -> list[range]:
        """Give the spans of rows that are marked, however many there are in each."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(number) for number in range(chosen.count()))
        spans = {(one.top(), one.bottom() + 1) for one in ranges}
        return [range(*span) for span in sorted(spans)]

    def mark_ids(self, names: Collection[str]) -> None:
        """Mark the rows of these ids and no others, and stand on the first of them."""
        places = sorted(self._model.places(names).values())
        self.clearSelection()
        if places:
            self._stand_on(places[0], 0)
            self._mark(places)

    @property
    def is_known(self) -> bool:
        """Whether the ids of all rows are known."""
        return self._model.known == self._model.rowCount()

    def remember(self, memory: Memory, name: str) -> None:
        """Keep the widths that a person gives to columns from one start to the next."""
        self._widths.remember(memory, name)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.row_activated.emit(self.current())
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: columns take the room there is, and more rows may be seen."""
        super().resizeEvent(event)
        self._fit()
        self._pause.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: the keyboard needs a row to be on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self._stand_on(max(self.rowAt(0), 0), 0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: the ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Called by Qt, also for the menu key: what the page offers, and sorting."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.addSeparator()
        for number, column in enumerate(self._model.columns):
            if column.is_sortable and not self.isColumnHidden(number):
                menu.addAction(self._sorting(menu, number, column))
        if not menu.isEmpty():
            menu.popup(event.globalPos())

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell())
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self._count_marked())
        self.doubleClicked.connect(self._activate)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._pause.start())
        self._pause.timeout.connect(self._ask)
        header = self.horizontalHeader()
        header.sectionClicked.connect(self._sort)
        header.sectionResized.connect(lambda at, _before, width: self._widths.keep(at, width))
        theme.changed.connect(self._scale)
        tongue.turned.connect(self._scale)

    def _renew(self, show: Callable[[], None]) -> None:
        """Show others, and come back to the place and the rows that were in hand."""
        many = sum(map(len, self.marked()))
        # Where somebody marked rows that nobody knows yet, none of the new ones is meant.
        marked = names if len(names := self.selected_ids()) == many else []
        at = self.currentIndex()
        held = self._model.name(at.row()) if at.isValid() else ""
        scrolled = self.verticalScrollBar().value()
        self._is_returning = True
        show()
        places = self._model.places({held, *marked})
        if held in places:
            self._stand_on(places[held], max(at.column(), 0))
        self._mark(places[name] for name in marked if name in places)
        self.verticalScrollBar().setValue(scrolled)
        self._is_returning = False
        self._tell()
        self._count_marked()

    def _mark(self, rows: Iterable[int]) -> None:
        chosen = QItemSelection()
        last = len(self._model.columns) - 1
        for top, bottom in _spans(sorted(rows)):
            chosen.select(self._model.index(top, 0), self._model.index(bottom, last))
        self.selectionModel().select(chosen, self.selectionModel().SelectionFlag.Select)

    def _count_marked(self) -> None:
        if not self._is_returning:
            self.marking.emit(sum(map(len, self.marked())))

    def _stand_on(self, row: int, column: int) -> None:
        index = self._model.index(row, column)
        model = self.selectionModel()
        model.setCurrentIndex(index, model.SelectionFlag.NoUpdate)

    def _tell(self) -> None:
        """Say which row the keyboard is on, where that is another one than was said."""
        if not self._is_returning and (row := self.current()) is not self._told:
            self._told = row
            self.row_chosen.emit(row)
        self.viewport().update()

    def _activate(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.row_activated.emit(row)

    def _ask(self) -> None:
        """Ask for the pages in view."""
        last = self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else self._model.rowCount() - 1
        for first, ids in self._model.unasked(max(self.rowAt(0), 0), last):
            self.page_wanted.emit(first, ids)
        if last >= self._model.known:
            self.ids_wanted.emit()

    def _sort(self, section: int) -> None:
        column = self._model.columns[section]
        if not column.is_sortable:
            return
        is_ascending = not self._sorted[1] if self._sorted[0] == column.id else True
        self._sorted = (column.id, is_ascending)
        order = Qt.SortOrder.AscendingOrder if is_ascending else Qt.SortOrder.DescendingOrder
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, order)
        self.sort_wanted.emit(column.id, is_ascending)

    def _sorting(self, menu: QMenu, section: int, column: TableColumn) -> QAction:
        action = QAction(menu)
        say(action, lambda: str(Sentence("Sort by “{column}”", column=in_words(column.title))))
        action.triggered.connect(lambda: self._sort(section))
        return action

    def _scale(self) -> None:
        is_high = any(column.has_two_lines for column in self._model.columns)
        height = theme.px((_OF_TWO_LINES if is_high else ROW_HEIGHTS)[words.language])
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        # A column that becomes as wide as the new least was not drawn so by a person.
        with self._widths.fitting():
            self.horizontalHeader().setMinimumSectionSize(theme.px(48))
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        metrics = QFontMetrics(theme.font("small", 600))
        titles = {
            column.id: metrics.horizontalAdvance(in_words(column.title))
            + theme.px(_TITLE_ROOM + _ARROW_ROOM * column.is_sortable)
            for column in self.columns()
        }
        with self._widths.fitting():
            shared = self._widths.shared(titles, self.viewport().width())
            for number, column in enumerate(self._model.columns):
                if column.id in shared:
                    self.setColumnWidth(number, shared[column.id])


def _spans(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and last of each run of rows that follow each other."""
    top = None
    for at, row in enumerate(rows):
        top = row if top is None else top
        if at + 1 == len(rows) or rows[at + 1] != row + 1:
            yield top, row
            top = None
