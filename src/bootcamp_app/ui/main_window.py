"""The window: the rail, the pages, toasts, and the help beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QWidget

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.toast import Toast
from bootcamp_app.ui.pages import PAGES, page_entry
from bootcamp_app.ui.rail import Rail
from bootcamp_app.ui.words import in_words, say

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.page import Page
    from bootcamp_app.ui.memory import Memory
    from bootcamp_app.ui.people.people_page import PeoplePage
    from bootcamp_app.ui.tasks import Task
    from bootcamp_app.ui.words import Text

_SIZE = (1366, 768)
_LEAST = (1000, 640)
_FRAME = (2, 32)
"""What a window's frame and title take of a screen."""
_FIRST_PAGE = "today"


class MainWindow(QMainWindow):
    """One window on the workspace; there may be several."""

    painted = Signal()
    """The window is on the screen for the first time."""
    closed = Signal(object)
    undo_wanted = Signal(str)
    shown = Signal(str)
    """Another page came to the front."""
    help_wanted = Signal()
    help_turned = Signal()
    """The help is about something else now, such as a board that was opened on the page."""
    new_bootcamp_wanted = Signal()

    def __init__(self, choices: Choices, memory: Memory) -> None:
        super().__init__()
        self.choices = choices
        self.memory = memory
        self.desk: Desk | None = None
        self.rail = Rail()
        self.stack = QStackedWidget()
        self.above = column()
        self.side = column()
        self.toast = Toast()
        self._pages: dict[str, Page] = {}
        self._page_id = ""
        self._waits_for: list[Task] = []
        self._is_painted = self._is_apart = False
        self._build()
        self._connect()

    def show_opening(self) -> None:
        """Show that a workspace is on its way."""
        self.rail.set_open(is_open=False)
        self.stack.setCurrentWidget(self._opening)

    def show_desk(self, desk: Desk) -> None:
        """Show an open workspace, at the page that was shown last."""
        self.drop_pages()
        self.desk = desk
        self.rail.set_open(is_open=True)
        desk.bootcamp_chosen.connect(self.show_bootcamps)
        desk.bootcamps_changed.connect(self.show_bootcamps)
        desk.person_wanted.connect(self.show_person)
        self.show_bootcamps()
        self.go(self.memory.kept("page", _FIRST_PAGE))

    def show_apart(self, widget: QWidget) -> None:
        """Show something in place of the pages, such as the first run."""
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self._is_apart = True
        self._show_rail()
        self.stack.setCurrentWidget(widget)

    def show_above(self, widget: QWidget) -> None:
        """Show something above all pages, as long as this workspace is open."""
        self.above.addWidget(widget)

    def go(self, wanted: str) -> None:
        """Show a page by its id; `page.act` shows it and does something there."""
        page_id, _, act = wanted.partition(".")
        if self.desk is None or all(entry.id != page_id for entry in PAGES):
            return
        self._is_apart = False
        self._show_rail()
        page = self.page(page_id)
        self.rail.show_place(page_id)
        self.stack.setCurrentWidget(page)
        if page_id != self._page_id:
            self._page_id = page_id
            self.memory.keep("page", page_id)
            self.shown.emit(page_id)
        page.came_to_front()
        if act:
            page.carry_out(act)

    def show_person(self, person: Participant) -> None:
        """Show the page of somebody, with their bootcamp in front."""
        desk = self.desk
        if desk is None:
            return

        def show(bootcamp: Bootcamp) -> None:
            desk.choose(bootcamp)
            self.go("people")
            cast("PeoplePage", self.page("people")).show_person(person)

        desk.tasks.read(self, lambda: desk.app.bootcamps.find(person.bootcamp_id), show, "person")

    def page(self, page_id: str) -> Page:
        """Give a page, made when it is first asked for."""
        if page_id not in self._pages and self.desk is not None:
            page = page_entry(page_id).make(self.desk)
            page.wanted.connect(self.go)
            page.said.connect(self.say)
            page.help_wanted.connect(self.help_wanted)
            page.help_turned.connect(self.help_turned)
            page.whole_wanted.connect(self.turn_whole)
            self.stack.addWidget(page)
            self._pages[page_id] = page
        return self._pages[page_id]

    @property
    def page_id(self) -> str:
        """The page that is shown."""
        return self._page_id

    @property
    def help_topic(self) -> str:
        """What the help is about now: the page, or what lies over it."""
        page = self._pages.get(self._page_id)
        return (page.help_topic if page is not None else "") or self._page_id

    def say(self, text: Text, act: str = "") -> None:
        """Say something below the page; an act can be taken back there."""
        self.toast.say(text, (lambda: self.undo_wanted.emit(act)) if act else None)

    def refuse(self, refusal: Refusal) -> None:
        """Say why something was not done, on the page that is shown."""
        if self._page_id in self._pages:
            self._pages[self._page_id].refuse(refusal)
        else:
            self.toast.say(refusal.sentence)

    def turn_whole(self) -> None:
        """Fill the screen with the page alone, or be a window with its rail again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def drop_pages(self) -> None:
        """Let the pages and dialogs of a workspace go that was left."""
        for dialog in self.findChildren(QDialog):
            dialog.done(QDialog.DialogCode.Rejected)
        self.show_opening()
        self.toast.hide()
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        while (item := self.above.takeAt(0)) is not None:
            if (above := item.widget()) is not None:
                above.deleteLater()
        self._page_id = ""
        self.desk = None

    def show_bootcamps(self) -> None:
        """Show the bootcamp that is open, and know the others."""
        desk = self.desk
        if desk is not None:
            desk.tasks.read(
                self,
                desk.app.bootcamps.all,
                lambda known: self.rail.chooser.show_bootcamp(desk.bootcamp, known),
                key="bootcamps",
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt: the first time, tell it once everything is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Called by Qt: the system, too, leaves the whole screen or fills it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._show_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Called by Qt: remember size and place; behind kiosk mode it stays."""
        app = QGuiApplication.instance()
        is_shutting_down = isinstance(app, QGuiApplication) and app.isSavingSession()
        if not self.isEnabled() and not is_shutting_down:
            event.ignore()
            return
        if not is_shutting_down and self._asks_to_wait():
            event.ignore()
            return
        self.memory.keep_window(self)
        self.closed.emit(self)
        super().closeEvent(event)

    def _asks_to_wait(self) -> bool:
        """Say once of work that is under way that closing would stop it."""
        under_way = self.desk.tasks.under_way if self.desk is not None else []
        if not under_way or self._waits_for == under_way:
            return False
        self._waits_for = under_way
        what = in_words(under_way[0].job.title)
        self.say(Sentence("Not done yet: {what}. Wait for it, or close the window once more to "
                          "stop it.", what=what))  # fmt: skip
        return True

    def _build(self) -> None:
        say(self, N_("Bootcamp Desk"), "setWindowTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(*_LEAST)
        if not self.memory.place_window(self):
            self._take_room()
        self._opening = holding(column(1, row(1, Label(N_("Opening…"), size="heading"), 1), 1))
        self.stack.addWidget(self._opening)
        said = row(1, self.toast)
        said.setStretch(1, 100)
        said.setContentsMargins(32, 8, 32, 16)
        shown = column(self.above, self.stack, said, gap=0)
        shown.setStretch(1, 1)
        pages = row(shown, self.side, gap=0)
        pages.setStretch(0, 1)
        beside = row(self.rail, holding(pages), gap=0)
        beside.setStretch(1, 1)
        whole = holding(beside)
        whole.setObjectName("pages")
        whole.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCentralWidget(whole)

    def _take_room(self) -> None:
        """Take the usual size, or all there is where the screen has no more."""
        room = self.screen().availableSize() - QSize(*_FRAME)
        self.resize(QSize(*_SIZE).boundedTo(room).expandedTo(QSize(*_LEAST)))

    def _connect(self) -> None:
        self.rail.place_chosen.connect(self._go_home)
        self.rail.language_chosen.connect(lambda language: self.choices.change(language=language))
        self.rail.chooser.chosen.connect(self._choose)
        self.rail.chooser.new_wanted.connect(self.new_bootcamp_wanted)
        self.choices.changed.connect(self._show_language)
        self._show_language()

    def _show_rail(self) -> None:
        """Show the rail beside pages, but where one of them fills the screen."""
        self.rail.setVisible(not self._is_apart and not self.isFullScreen())

    def _go_home(self, page_id: str) -> None:
        """Show a page; where it is shown already, lead back to its beginning."""
        is_here = page_id == self._page_id
        self.go(page_id)
        if is_here and page_id in self._pages:
            self._pages[page_id].return_home()

    def _choose(self, bootcamp: object) -> None:
        if self.desk is not None:
            self.desk.choose(bootcamp)  # type: ignore[arg-type]

    def _show_language(self) -> None:
        self.rail.languages.choose(self.choices.now.language)
