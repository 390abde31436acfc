"""A place to drop a file, with a button for those who would rather choose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.files import ask_open, files_with
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent


class FileDrop(QFrame):
    """Takes one file with one of the endings, such as `.xlsx`, or many one after the other."""

    chosen = Signal(object)
    """The Path of a file."""

    def __init__(
        self, text: Text, endings: Sequence[str], *, kind: str = "main", takes_many: bool = False
    ) -> None:
        super().__init__()
        self._takes_many = takes_many
        self._endings = tuple(endings)
        self._text = text
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words = Label(text, wraps=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.choose = button(N_("Choose a file"), self.ask, kind=kind, icon_name="folder")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        lines = column(1, self._icon, self.words, row(1, self.choose, 1), 1, gap=12, margin=24)
        self.setLayout(lines)
        say(self, text, "setAccessibleName")
        theme.changed.connect(self._draw)
        self._draw()

    def ask(self) -> None:
        """Let a file be chosen."""
        filters = [files_with(self._endings)] if self._endings else []
        ask_open(self, N_("Choose a file"), filters, self.chosen.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Called by Qt: something is held over it."""
        if event.mimeData().hasUrls():
            restyle(self, "over", "true")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Called by Qt: it was taken away again."""
        restyle(self, "over", "false")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Called by Qt: it was let go; what kind of file it is, is found out by reading it."""
        restyle(self, "over", "false")
        places = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if places:
            event.acceptProposedAction()
        for place in places if self._takes_many else places[:1]:
            self.chosen.emit(Path(place))

    def _draw(self) -> None:
        size = theme.px(40)
        drawn = icon("upload", "accent").pixmap(QSize(size, size), self.devicePixelRatioF())
        self._icon.setPixmap(drawn)
