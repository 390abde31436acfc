"""The answer at the door: what happened and to whom, to be read from three metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.portrait_view import PortraitView
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, in_words, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_ICON, _SIDE, _GAP = 88, 32, 24
_NAMES = ("name", "figure", "title")
_FACE = 150


class BigAnswer(QFrame):
    """A state in colour, icon and words, with a name as large as the room allows.

    Where the same answer is shown in several windows, only one of them `announces` it.
    """

    def __init__(self, names: Sequence[str] = _NAMES, detail: str = "heading", *,
                 announces: bool = True) -> None:  # fmt: skip
        super().__init__()
        self._announces = announces
        self._names = names
        self._icon_name = ""
        self._icon = QLabel()
        self.face = PortraitView(_FACE)
        self.face.hide()
        self._headline = Label(size="title", wraps=True)
        self._name = Label(size="name", wraps=True)
        self._second = Label(size="title", wraps=True)
        self._second.setProperty("weight", "plain")
        self._detail = Label(size=detail, wraps=True)
        self._detail.setProperty("weight", "plain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = column(self._headline, self._name, self._second, gap=4)
        upper = row(self._icon, words, self.face, gap=_GAP)
        upper.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        upper.setAlignment(self.face, Qt.AlignmentFlag.AlignVCenter)
        upper.setStretch(1, 1)
        self._whole = column(1, upper, self._detail, 1, gap=20)
        self._whole.setContentsMargins(_SIDE, 24, _SIDE, 24)
        self.setLayout(self._whole)
        theme.changed.connect(self._draw)
        theme.changed.connect(self._fit_name)

    def show_answer(  # noqa: PLR0913 - the parts of one answer
        self, meaning: str, icon_name: str, headline: Text, name: str, second: str, detail: Text
    ) -> None:
        """Show an answer of a meaning: good, warning, bad, info or empty."""
        self._icon_name = icon_name
        for label, text in ((self._headline, headline), (self._detail, detail)):
            say(label, text)
            label.setVisible(bool(in_words(text)))
        for label, data in ((self._name, name), (self._second, second)):
            label.show_data(data)
            label.setVisible(bool(data))
        restyle(self, "meaning", meaning)
        restyle(self._headline, "meaning", meaning)
        say(self, self._read_out, "setAccessibleName")
        self._draw()
        self._fit_name()
        if self._announces:
            # Whoever listens instead of looking hears it without moving there.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._read_out()))

    def show_face(self, jpeg: bytes | None) -> None:
        """Show the face of the person beside the name, where there is a picture of it."""
        self.face.show_jpeg(jpeg)
        self.face.setVisible(jpeg is not None)
        self._fit_name()

    def add(self, part: QWidget) -> None:
        """Put a part below the words, such as pills."""
        self._whole.insertWidget(self._whole.count() - 1, part)

    @property
    def plain(self) -> str:
        """What it says."""
        return self._read_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: the name is as large as the room allows."""
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        """Keep the name on one line where that can be."""
        icon_room = theme.px(_ICON) + _GAP if self._icon_name else 0
        face_room = 0 if self.face.isHidden() else self.face.width() + _GAP
        room = self.width() - 2 * _SIDE - icon_room - face_room - 4
        fitting = (
            size
            for size in self._names
            if QFontMetrics(theme.font(size, 700)).horizontalAdvance(self._name.plain) <= room
        )
        restyle(self._name, "type", next(fitting, self._names[-1]))

    def _read_out(self) -> str:
        parts = (self._headline, self._name, self._second, self._detail)
        return ". ".join(part.plain for part in parts if part.plain)

    def _draw(self) -> None:
        size = theme.px(_ICON)
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            role = str(self.property("meaning") or "") or "muted"
            drawn = icon(self._icon_name, role)
            self._icon.setPixmap(drawn.pixmap(QSize(size, size), self.devicePixelRatioF()))
