"""Ctrl+K: one field that finds every page, action, setting, bootcamp and person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import is_blank
from bootcamp_app.ui.actions import share_actions
from bootcamp_app.ui.finding import nearness, query_keys
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.palette_list import FoundDelegate, FoundModel
from bootcamp_app.ui.palette_offers import Offer, bootcamp_offers, fixed_offers, person_offer
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.actions import Actions
    from bootcamp_app.ui.main_window import MainWindow

MOST_PEOPLE = 8
_WIDTH, _HEIGHT, _TOP = 640, 460, 72
_PAUSE = 120  # milliseconds after the last key until people are looked for
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """A field and a list; Enter does what is marked."""

    def __init__(self, window: MainWindow, actions: Actions) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._window = window
        share_actions(self, window)
        self._fixed: list[Offer] = fixed_offers(window, actions)
        self._people: list[Offer] = []
        self.field = QLineEdit()
        self.model = FoundModel(self)
        self.list = QListView()
        self._nothing = Label(N_("Nothing was found. Try another word."), tone="muted", wraps=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()
        self._look_for_bootcamps()
        self._show_found()

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: stand at the upper middle of the window."""
        super().showEvent(event)
        self._place()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt: the arrows move in the list while words are typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._move(Qt.Key(event.key()))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        say(self, N_("Find anything"), "setWindowTitle")
        say(self.field, N_("Find anything"), "setAccessibleName")
        say(self.field, N_("Find people, pages, actions and settings"), "setPlaceholderText")
        say(self.list, N_("What was found"), "setAccessibleName")
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = IconButton(N_("Close"), "x")
        close.clicked.connect(self.reject)
        head = row(self.field, close)
        head.setStretch(0, 1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(8, 8, 8, 8)
        whole = column(head, self.list, self._nothing, gap=8, margin=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self._pause.timeout.connect(self._look_for_people)
        self.list.clicked.connect(self._do)
        theme.changed.connect(self._place)

    def _typed(self) -> None:
        self._people = []
        self._show_found()
        self._pause.start()

    def _show_found(self) -> None:
        query = query_keys(self.field.text())
        ranked = [(nearness(query, one.keys), one) for one in self._fixed]
        meant = [(near, one) for near, one in ranked if near is not None]
        meant.sort(key=lambda pair: pair[0])
        found = [*self._people, *(one for _near, one in meant)]
        self.model.show_offers(found)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.list.setCurrentIndex(self.model.index(0))

    def _look_for_bootcamps(self) -> None:
        desk = self._window.desk
        if desk is not None:
            desk.tasks.read(self, desk.app.bootcamps.all, self._know_bootcamps, key="bootcamps")

    def _know_bootcamps(self, known: Sequence[Bootcamp]) -> None:
        self._fixed += bootcamp_offers(self._window, known)
        self._show_found()

    def _look_for_people(self) -> None:
        desk, words = self._window.desk, self.field.text()
        if desk is None or desk.bootcamp is None or is_blank(words):
            return
        people, bootcamp = desk.app.people, desk.bootcamp
        desk.tasks.read(
            self,
            lambda: people.list(bootcamp, words, MOST_PEOPLE),
            self._know_people,
            key="people",
        )

    def _know_people(self, found: Sequence[Participant]) -> None:
        self._people = [person_offer(self._window, one) for one in found]
        self._show_found()

    def _move(self, key: Qt.Key) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(key, 8)
        row_now = self.list.currentIndex().row() + steps
        last = self.model.rowCount() - 1
        self.list.setCurrentIndex(self.model.index(max(0, min(row_now, last))))

    def _do(self, index: QModelIndex) -> None:
        offer = self.model.offer(index)
        if offer is not None:
            # Closed first, so that what it opens has the keyboard.
            self.accept()
            offer.carry_out()

    def _place(self) -> None:
        over: QWidget = self._window
        width = min(theme.px(_WIDTH), over.width() - 48)
        self.setFixedSize(width, min(theme.px(_HEIGHT), over.height() - 2 * _TOP))
        self.move(over.mapToGlobal(over.rect().topLeft()).x() + (over.width() - width) // 2,
                  over.mapToGlobal(over.rect().topLeft()).y() + _TOP)  # fmt: skip
