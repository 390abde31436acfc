"""Toasts: a line at the bottom that says what was done and offers to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.label import Label, restyle, style_again
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent

SECONDS = 12
_WIDTH, _ICON = 720, 40
_ROOMY = 130
"""Up to this size of text, in per cent, its room is kept free."""


class Toast(QFrame):
    """One line in a strip of its own, so that it lies on nothing; the next one takes its place.

    It stays for some seconds, and for as long as the pointer or the focus is in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._text = Label(wraps=True)
        self._name = Label(size="title", wraps=True)
        self._detail = Label(wraps=True)
        self._icon_name = ""
        self.undo_button = Button(N_("Undo"))
        self._close = Button(N_("Close"))
        self._undone: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = column(self._text, self._name, self._detail, gap=0)
        line = row(self._icon, words, self.undo_button, self._close, gap=8)
        line.setStretch(1, 1)
        line.setContentsMargins(16, 8, 8, 8)
        self.setLayout(line)
        self._timer.timeout.connect(self.time_is_up)
        self.undo_button.clicked.connect(self._take_back)
        self._close.clicked.connect(self.hide)
        for one in (self.undo_button, self._close):
            # A click takes the keys from nowhere.
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._scale)
        self._scale()
        self.hide()

    def say(self, text: Text, undo: Callable[[], object] | None = None) -> None:
        """Say a text for some seconds, with a way to take back what it says."""
        self._dress("", "", "", "")
        say(self._text, text)
        say(self, text, "setAccessibleName")
        self._appear(undo)

    def answer(  # noqa: PLR0913 - the parts of one answer
        self,
        meaning: str,
        icon_name: str,
        headline: Text,
        name: str,
        detail: Text,
        undo: Callable[[], object] | None = None,
    ) -> None:
        """Say what came of a scan: good, warning, bad, info or empty."""

        def all_of_it() -> str:
            said = (in_words(headline), name, in_words(detail))
            return ". ".join(filter(None, said))

        self._dress(meaning, icon_name, name, detail)
        say(self._text, headline)
        say(self, all_of_it, "setAccessibleName")
        self._appear(undo)
        # Whoever listens instead of looking hears it without moving there.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, all_of_it()))

    def _dress(self, meaning: str, icon_name: str, name: str, detail: Text) -> None:
        self._icon_name = icon_name
        self._name.show_data(name)
        say(self._detail, detail)
        for part, is_there in ((self._name, name), (self._detail, in_words(detail))):
            part.setVisible(bool(is_there))
        restyle(self._text, "type", "heading" if icon_name else "body")
        if str(self.property("meaning") or "") != meaning:
            restyle(self, "meaning", meaning)
            for child in self.findChildren(QWidget):
                style_again(child)  # what lies in it takes its colour from it
        self._draw()

    def _draw(self) -> None:
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            side = theme.px(_ICON)
            drawn = icon(self._icon_name, str(self.property("meaning") or "") or "on_floating")
            self._icon.setPixmap(drawn.pixmap(QSize(side, side), self.devicePixelRatioF()))

    def _appear(self, undo: Callable[[], object] | None) -> None:
        self._undone = undo
        self.undo_button.setVisible(undo is not None)
        self.show()
        self._timer.start()

    @property
    def plain(self) -> str:
        """What it says."""
        parts = (self._text, self._name, self._detail)
        return " · ".join(part.plain for part in parts if part.plain)

    def time_is_up(self) -> None:
        """Go, but not from under the pointer or the focus."""
        focus = self.focusWidget()
        if self.underMouse() or (focus is not None and focus.hasFocus()):
            self._timer.start()
        else:
            self.hide()

    def leaveEvent(self, event: QEvent) -> None:
        """Called by Qt: it was read."""
        self._timer.start()
        super().leaveEvent(event)

    def _scale(self) -> None:
        # Nothing of the page moves under the pointer when it comes or goes; where the text is
        # large, the page needs the room more.
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(theme.percent <= _ROOMY)
        self.setSizePolicy(kept)
        self.setMaximumWidth(theme.px(_WIDTH))
        self._draw()

    def _take_back(self) -> None:
        self.hide()
        if self._undone is not None:
            self._undone()
