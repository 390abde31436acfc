"""The help beside a page: what it is for, the steps in order, what to do when it goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.around.keys import BOARD_KEYS
from bootcamp_app.ui.help.topics import BOARD, TOPICS, Topic
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.key_caps import keys_line
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.pages import page_entry
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from bootcamp_app.ui.actions import Actions

_WIDTH, _SHARE = 320, 3


class HelpPanel(QFrame):
    """Closed until somebody asks; then it follows the page that is shown."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._page_id = ""
        self._title = Label(size="heading", wraps=True)
        self._close = IconButton(N_("Close the help"), "x")
        self._area = QScrollArea()
        self._build()
        self.hide()

    def show_page(self, page_id: str) -> None:
        """Open with the help of a page, or close where that is open already."""
        if page_id not in TOPICS or (self.isVisible() and page_id == self._page_id):
            self.hide()
            return
        self._show(page_id)
        self.show()
        self._close.setFocus()

    def follow(self, page_id: str) -> None:
        """Help with another page, where the help is open."""
        if self.isVisible() and page_id in TOPICS:
            self._show(page_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: take no more than a third of the window."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt: the window has another size."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        say(self, N_("Help"), "setAccessibleName")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say(self._area, N_("Help"), "setAccessibleName")
        head = row(self._title, self._close)
        head.setStretch(0, 1)
        head.setAlignment(self._close, Qt.AlignmentFlag.AlignTop)
        whole = column(head, self._area, gap=12)
        whole.setContentsMargins(20, 20, 12, 12)
        self.setLayout(whole)
        self._close.clicked.connect(self.hide)
        theme.changed.connect(self._fit)

    def _show(self, page_id: str) -> None:
        self._page_id = page_id
        say(self._title, N_("Board") if page_id == BOARD else page_entry(page_id).text)
        parts = [*_paragraphs(TOPICS[page_id]), *self._keys(page_id)]
        text = column(*parts, 1, gap=12)
        text.setContentsMargins(0, 0, 8, 0)
        self._area.setWidget(holding(text))

    def _keys(self, page_id: str) -> Iterator[QWidget]:
        own = [
            (doing.text, doing.shortcut)
            for doing, _action in self._actions
            if doing.shortcut and (doing.id == page_id or doing.id.startswith(f"{page_id}."))
        ]
        own = list(BOARD_KEYS) if page_id == BOARD else own
        if own:
            yield Label(N_("Keys"), size="heading")
        for text, shortcut in own:
            yield keys_line(text, shortcut)

    def _fit(self) -> None:
        window = self.window()
        most = window.width() // _SHARE if window is not self else theme.px(_WIDTH)
        self.setFixedWidth(min(theme.px(_WIDTH), most))


def _paragraphs(topic: Topic) -> Iterator[QWidget]:
    yield Label(topic.purpose, wraps=True)
    yield Label(N_("Step by step"), size="heading", wraps=True)
    for number, step in enumerate(topic.steps, 1):
        yield _numbered(number, step)
    yield Label(N_("When something goes wrong"), size="heading", wraps=True)
    for paragraph in topic.trouble:
        yield Label(paragraph, wraps=True)


def _numbered(number: int, step: str) -> QWidget:
    count = Label(tone="accent")
    count.setProperty("weight", "bold")
    say(count, lambda: digits(number))
    text = Label(step, wraps=True)
    line = row(count, text, gap=10)
    line.setStretch(1, 1)
    line.setAlignment(count, Qt.AlignmentFlag.AlignTop)
    return holding(line)
