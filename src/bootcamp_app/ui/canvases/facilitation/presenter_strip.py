"""Below the board while it is shown to the room: where one is, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding, row
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from bootcamp_app.ui.canvases.facilitation.asked_of_page import BoardPageLike
    from bootcamp_app.ui.canvases.facilitation.showing import Showing

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
        self.reveal = button(N_("Uncover the next note"), showing.reveal_next, icon_name="eye")
        self.more = MenuButton(N_("More"))
        self.reveal_all = self.more.offer("all", N_("Uncover all here"), showing.reveal_all)
        self.cover = self.more.offer("cover", N_("Cover all here"), showing.cover)
        self.dark = self.more.offer("dark", N_("Show nothing"), showing.darken_or_lighten)
        self.end = IconButton(N_("End the presentation"), "x")
        self.end.clicked.connect(showing.ended)
        self.back.clicked.connect(showing.back)
        self.forward.clicked.connect(showing.forward)
        left = holding(row(self.back, column(self.where, self.covered, gap=0), self.forward))
        parts = (left, self.reveal, self.more, self.end)
        self.setLayout(Flow(*parts, gap=SMALL))
        for one in (self.back, self.forward, *parts[1:]):
            one.installEventFilter(self)
        showing.stepped.connect(self.show_step)
        showing.darkened.connect(lambda _is_dark: self.show_step())
        page.shown.connect(lambda _contents: self.show_step())
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
        zone, at, of, covered = showing.zone, showing.at, len(showing.zones), showing.covered
        if zone is None:
            say(self.where, N_("The whole board"))
        else:
            text = "{n}/{of} · {title}"
            say(
                self.where,
                lambda: str(Sentence(text, n=digits(at), of=digits(of), title=zone.title)),
            )
        say(self.covered, lambda: _covered(covered))
        self.back.setEnabled(at > 0)
        for one in (self.reveal, self.reveal_all):
            one.setEnabled(bool(covered))
        say(self.dark, N_("Show it again") if showing.is_dark else N_("Show nothing"))


def _covered(covered: int) -> str:
    if not covered:
        return _("No note is covered.")
    text = ngettext("{n} note is covered.", "{n} notes are covered.", covered)
    return text.format(n=digits(covered))
