"""The zones of a board with what lies in them; a press shows one large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.features.canvases.placing import holds
from bootcamp_app.features.canvases.views import NOTE
from bootcamp_app.ui.canvases.around.note_words import zone_number
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bootcamp_app.features.canvases.views import BoardContents, Zone


class ZonePanel(QWidget):
    """One line a zone: number, title, how many notes; and how many were carried, and fit."""

    zone_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._template = ""
        self.lines: list[ZoneLine] = []
        self._whole = column(1, gap=0)
        self.setLayout(self._whole)
        say(self, N_("Zones"), "setAccessibleName")

    def show_contents(self, contents: BoardContents) -> None:
        """Show what lies in each zone now."""
        board = contents.board
        if self._template != board.id:
            self._template = board.id
            self._make(board.template.zones)
        for line in self.lines:
            line.show_contents(contents)

    def _make(self, zones: tuple[Zone, ...]) -> None:
        for line in self.lines:
            self._whole.removeWidget(line)
            line.deleteLater()
        self.lines = [ZoneLine(number, zone) for number, zone in enumerate(zones, 1)]
        for at, line in enumerate(self.lines):
            line.clicked.connect(lambda _on=False, one=line.zone.id: self.zone_wanted.emit(one))
            self._whole.insertWidget(at, line)


class ZoneLine(QPushButton):
    """One zone to press."""

    def __init__(self, number: int, zone: Zone) -> None:
        super().__init__()
        self.zone = zone
        self.setProperty("kind", "zone")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._number = Label(lambda: zone_number(number), tone="muted")
        self._title = Label(lambda: str(zone.title), wraps=True)
        self._count = Label(tone="muted")
        self._more = Label(size="small", tone="muted", wraps=True)
        self._lines = row(self._number, column(self._title, self._more, gap=0), self._count, gap=8)
        self._lines.setStretch(1, 1)
        self._lines.setContentsMargins(8, 5, 8, 5)
        for part in (self._number, self._count):
            self._lines.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._lines)
        for label in (self._number, self._title, self._count, self._more):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._told = (0, 0, 0)
        say(self, self._named, "setAccessibleName")
        say(self, lambda: str(zone.prompt), "setToolTip")
        theme.changed.connect(self._fit)
        tongue.turned.connect(self._fit)

    def show_contents(self, contents: BoardContents) -> None:
        """Show how many notes lie in it, how many of them were carried, and for how many it is."""
        notes = [one for one in contents.items if one.zone == self.zone.id and one.kind == NOTE]
        carried = sum(bool(one.carried_from) for one in notes)
        told = (len(notes), carried, holds(self.zone, contents.board))
        if told != self._told or not self._count.plain:
            self._told = told
            say(self._count, lambda: digits(self._told[0]))
            say(self._more, self._detail)
            self._more.setVisible(bool(self._detail()))
            say(self, self._named, "setAccessibleName")
            self._fit()

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as its words need."""
        return QSize(theme.px(160), self._lines.totalHeightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: it may become narrow, and higher then."""
        return QSize(theme.px(96), self._lines.totalHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: words may take more lines now, or fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _detail(self) -> str:
        count, carried, most = self._told
        parts = []
        if carried:
            parts.append(
                ngettext("{n} carried over", "{n} carried over", carried).format(n=digits(carried))
            )
        if count > most:
            # Only then is it of use: what does not fit on the paper that was chosen.
            parts.append(ngettext("room for {n}", "room for {n}", most).format(n=digits(most)))
        return " · ".join(parts)

    def _named(self) -> str:
        count = self._told[0]
        notes = ngettext("{n} note", "{n} notes", count).format(n=digits(count))
        told = Sentence("Zone {number}: {title}, {notes}", number=self._number.plain,
                        title=str(self.zone.title), notes=notes)  # fmt: skip
        return ", ".join(filter(None, (str(told), self._detail())))

    def _fit(self) -> None:
        self._lines.invalidate()
        self.setFixedHeight(max(self._lines.totalHeightForWidth(self.width()), theme.px(30)))
        self.updateGeometry()
