"""What will stand in a file of tables: its cover and the first rows of each sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QTabBar, QToolButton, QWidget

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.reports.files.excerpts import Excerpts
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.reports.views import Column
    from bootcamp_app.ui.reports.files.excerpts import Excerpt, Shown

_HEIGHT = 240
_WIDTHS = {"number": 90, "hours": 90, "percent": 90, "state": 130, "phone": 130, "text": 150}

Row = tuple["Shown", ...]


class TablePreview(QWidget):
    """Shows a sheet at a time, each under its tab."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(True)
        for button in self.tabs.findChildren(QToolButton):
            is_left = button.objectName() == "ScrollLeftButton"
            button.setArrowType(Qt.ArrowType.NoArrow)
            button.setIcon(icon("chevron-left" if is_left else "chevron-right"))
        say(self.tabs, N_("Sheets of the file"), "setAccessibleName")
        self.table: Table | None = None
        self._heads: tuple[str, ...] = ()
        """Of which sheet the table is, and what stands over its columns."""
        self._shown = Excerpts((), (), ())
        self._says = Label(size="small", tone="muted", wraps=True)
        self._cover = Label(wraps=True)
        self._cover_area = _CoverArea(self._cover)
        self._empty = EmptyState(
            "spreadsheet",
            N_("There is no row in it yet"),
            N_("The file can be saved all the same; it has the heads of the columns only."),
        )
        self._body = column(self.tabs, self._cover_area, self._says, self._empty, gap=SMALL)
        self._body.setStretch(1, 1)
        self._body.setStretch(3, 1)
        self.setLayout(self._body)
        self.tabs.currentChanged.connect(self._turn_to)
        theme.changed.connect(self._scale)
        self._scale()

    def show_excerpts(self, excerpts: Excerpts) -> None:
        """Show other sheets, and the one in front again where it has the same title."""
        before = self.tabs.tabText(self.tabs.currentIndex())
        self._shown = excerpts
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for title in (*([_("Cover")] if self._has_cover else []), *_titles(excerpts)):
                self.tabs.addTab(title.replace("&", "&&"))
            same = [at for at in range(self.tabs.count()) if self.tabs.tabText(at) == before]
            self.tabs.setCurrentIndex(same[0] if same else 0)
        self.tabs.setVisible(self.tabs.count() > 1)
        self._turn_to(self.tabs.currentIndex())

    @property
    def _has_cover(self) -> bool:
        return bool(self._shown.cover or self._shown.notes)

    def _turn_to(self, tab: int) -> None:
        first = int(self._has_cover)
        is_cover = tab < first
        sheet = None if is_cover or not self._shown.sheets else self._shown.sheets[tab - first]
        if not self._fits(sheet):
            self._drop_table()
        self._cover_area.setVisible(is_cover)
        self._says.setVisible(not is_cover)
        self._empty.hide()
        if is_cover:
            self._cover.show_data(_cover(self._shown))
        elif sheet is not None:
            self._show_sheet(sheet)

    def _show_sheet(self, sheet: Excerpt) -> None:
        if not sheet.rows:
            self._says.hide()
            self._empty.show()
            return
        say(self._says, lambda: _counted(sheet))
        if self.table is None:
            columns = [_column(at, one) for at, one in enumerate(sheet.columns)]
            self._heads = _heads(sheet)
            self.table = Table(lambda: sheet.title, columns)
            self._body.insertWidget(3, self.table, 1)
            self._scale()
        self.table.show_rows(sheet.rows)

    def _fits(self, sheet: Excerpt | None) -> bool:
        """Say whether the table can go on showing it, so that place and keys stay."""
        return sheet is not None and bool(sheet.rows) and self._heads == _heads(sheet)

    def _drop_table(self) -> None:
        if self.table is not None:
            self._body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
            self._heads = ()

    def _scale(self) -> None:
        self._cover_area.setMinimumHeight(theme.px(_HEIGHT))
        if self.table is not None:
            self.table.setMinimumHeight(theme.px(_HEIGHT))


class _CoverArea(QScrollArea):
    """A cover may be long: it scrolls here, so that the page need not."""

    def __init__(self, cover: Label) -> None:
        super().__init__()
        cover.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(cover)
        say(self, N_("Cover"), "setAccessibleName")

    def sizeHint(self) -> QSize:
        """Called by Qt: it takes what there is and asks for no more than it must have."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _column(at: int, column: Column) -> TableColumn:
    return TableColumn(
        column.name,
        lambda: column.title,
        lambda row: row[at].text,
        _WIDTHS[column.kind],
        meaning=(lambda row: row[at].meaning) if column.kind == "state" else None,
    )


def _heads(sheet: Excerpt) -> tuple[str, ...]:
    return (sheet.title, *(f"{one.name} {one.title}" for one in sheet.columns))


def _counted(sheet: Excerpt) -> str:
    count = len(sheet.rows)
    if not sheet.is_whole:
        told = _("The first {n} of {all} rows") if sheet.expected else _("The first {n} rows")
        return told.format(n=digits(count), all=digits(sheet.expected))
    return ngettext("{n} row", "{n} rows", count).format(n=digits(count))


def _titles(excerpts: Excerpts) -> list[str]:
    return [sheet.title for sheet in excerpts.sheets]


def _cover(shown: Excerpts) -> str:
    said = _("{group}: {number}")
    facts = [said.format(group=title, number=value) for title, value in shown.cover]
    return "\n".join([*facts, *([""] if facts and shown.notes else []), *shown.notes])
