"""Below the board while it is shown to the room: where one is, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding, row
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from bootcamp_app.ui.canvases.facilitation.asked_of_page import BoardPageLike
    from bootcamp_app.ui.canvases.facilitation.showing import Showing

_REVEAL = N_("Uncover the next note")
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PresenterStrip(QFrame):
    """Takes the keys of a presentation while one of its buttons has the focus."""

    def __init__(self, page: BoardPageLike, showing: Showing) -> None:
        super().__init__()
        self._page = page
        self._showing = showing
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.where = Label()
        self.where.setProperty("weight", "bold")
        self.covered = Label(size="small", tone="muted")
        self.back = IconButton(N_("The zone before · Left"), "chevron-left")
        self.forward = IconButton(N_("The next zone · Right"), "chevron-right")
        self.reveal = button(_REVEAL, showing.reveal_next, icon_name="eye")
        self.more = MenuButton(N_("More"))
        self.reveal_all = self.more.offer("all", N_("Uncover all here"), showing.reveal_all)
        self.cover = self.more.offer("cover", N_("Cover all here"), showing.cover)
        self.dark = self.more.offer("dark", N_("Show nothing"), showing.darken_or_lighten)
        self.end = IconButton(N_("End the presentation"), "x")
        self.end.clicked.connect(showing.ended)
        self.back.clicked.connect(showing.back)
        self.forward.clicked.connect(showing.forward)
        left = holding(row(self.back, column(self.where, self.covered, gap=0), self.forward))
        self._acts = holding(row(self.reveal, self.more, self.end))
        # Two parts: never more than two lines, however large the words are.
        self.setLayout(Flow(left, self._acts, gap=SMALL))
        say(self.reveal, _REVEAL, "setToolTip")
        for one in (self.back, self.forward, self.reveal, self.more, self.end):
            one.installEventFilter(self)
        showing.stepped.connect(self.show_step)
        showing.darkened.connect(lambda _is_dark: self.show_step())
        page.shown.connect(lambda _contents: self.show_step())
        tongue.turned.connect(self._fit)
        self.show_step()

    def begin(self) -> None:
        """Take the keys, so that a remote control works at once."""
        self.show_step()
        self.show()
        self.forward.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt with what happens to a button, which would take arrows for itself."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() not in _PRESSES
            and self._showing.take_key(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def show_step(self) -> None:
        """Say where one is and how much is covered there."""
        showing = self._showing
        covered = showing.covered
        say(self.covered, lambda: _covered(covered))
        self.back.setEnabled(showing.at > 0)
        for one in (self.reveal, self.reveal_all):
            one.setEnabled(bool(covered))
        say(self.dark, N_("Show it again") if showing.is_dark else N_("Show nothing"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt where there is another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say as much as there is room for; a hand over it reads the rest."""
        say(self.where, self._told)
        say(self.where, self._whole, "setToolTip")
        say(self.reveal, _REVEAL)
        if self._acts.sizeHint().width() > self.width():
            say(self.reveal, "")

    def _told(self) -> str:
        room = self.width() - 2 * (self.back.sizeHint().width() + SMALL)
        told, end = self._whole(), Qt.TextElideMode.ElideRight
        return self.where.fontMetrics().elidedText(told, end, room) if room > 0 else told

    def _whole(self) -> str:
        showing = self._showing
        if showing.zone is None:
            return _("The whole board")
        place = f"{digits(showing.at)}/{digits(len(showing.zones))}"
        return f"{place} · {showing.zone.title}"


def _covered(covered: int) -> str:
    if not covered:
        return _("No note is covered.")
    text = ngettext("{n} note is covered.", "{n} notes are covered.", covered)
    return text.format(n=digits(covered))
