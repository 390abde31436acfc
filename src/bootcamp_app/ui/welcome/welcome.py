"""What is seen first: choose the language, then begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QWidget

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.rail import LANGUAGE_NAMES
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.welcome.choice_card import ChoiceCard
from bootcamp_app.ui.welcome.languages import LanguageStep
from bootcamp_app.ui.welcome.preparing import Preparing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.tasks import Task
    from bootcamp_app.ui.workspaces import Workspaces

_WIDTH = 960
_MARK = 56


class Welcome(QWidget):
    """Takes the place of the pages until there is a bootcamp."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, choices: Choices, workspaces: Workspaces) -> None:
        super().__init__()
        self._choices = choices
        self._workspaces = workspaces
        self.banner = Banner()
        self.rescue = column(gap=0)
        self.preparing = Preparing()
        self.new = ChoiceCard(
            "plus",
            N_("New bootcamp"),
            N_("Give it a title, a province and the first day. The sessions are made for you."),
        )
        self.open = ChoiceCard(
            "folder",
            N_("Open a file"),
            N_("Go on with a bootcamp from this laptop, a stick or a backup."),
        )
        self.sample = ChoiceCard(
            "sparkles",
            N_("Explore with sample data"),
            N_("A whole bootcamp with invented people, to try everything. One action removes it."),
        )
        self.languages = LanguageStep()
        self._steps = QStackedWidget()
        self._mark = QLabel()
        self._segments = Segments(LANGUAGE_NAMES, N_("Language"))
        self._build()
        self._connect()

    def refuse(self, refusal: Refusal) -> None:
        """Say why something was not done."""
        self._busy(is_busy=False)
        if isinstance(refusal, Cancelled):
            self.banner.show_text(refusal.sentence, "info")
        else:
            self.banner.refuse(refusal)

    def offer(self, rescue: QWidget) -> None:
        """Show the way back from a damaged file, in place of an earlier one."""
        self.drop_offer()
        self.rescue.addWidget(rescue)

    def drop_offer(self) -> None:
        """Show no way back any more."""
        while (item := self.rescue.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: the keyboard begins at the first choice."""
        super().showEvent(event)
        self._show_step()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: stay as wide as is good to read."""
        super().resizeEvent(event)
        self._scale()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._cards = SideBySide(self.new, self.open, self.sample, needed=780)
        name = Label(N_("Bootcamp Desk"), size="title")
        motto = Label(
            N_("Registration, attendance, canvases and certificates, without the internet."),
            tone="muted",
            wraps=True,
        )
        head = row(self._mark, holding(column(name, motto, gap=0)), gap=20)
        head.setStretch(1, 1)
        head.addWidget(self._segments, 0, Qt.AlignmentFlag.AlignTop)
        begin = Label(N_("How would you like to begin?"), size="heading", wraps=True)
        begin_step = column(begin, self.banner, self.rescue, self._cards, self.preparing, 1, gap=16)
        self._begin = holding(begin_step)
        for step in (self.languages, self._begin):
            self._steps.addWidget(step)
        self._inner = holding(column(head, self._steps, gap=32))
        whole = column(1, row(1, self._inner, 1, gap=0), 2, margin=32)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holding(whole))
        self.setLayout(column(area))

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        for wanted in (self.new, self.open, self.sample):
            wanted.clicked.connect(self.banner.hide)
        self.languages.chosen.connect(self._choose_language)
        self._segments.chosen.connect(lambda key: self._choices.change(language=key))
        self._choices.changed.connect(self._show_language)
        self._workspaces.tasks.began.connect(self._show_task)
        self._workspaces.opening.connect(self._wait)
        self._workspaces.opened.connect(self._go_on)
        theme.changed.connect(self._scale)
        self._show_language()
        self._scale()

    def _choose_language(self, language: str) -> None:
        self._choices.change(language=language, is_set_up=True)
        self._show_step()

    def _show_step(self) -> None:
        is_set_up = self._choices.now.is_set_up
        self._segments.setVisible(is_set_up)
        self._steps.setCurrentWidget(self._begin if is_set_up else self.languages)
        if is_set_up:
            self.new.setFocus()
        else:
            self.languages.start(self._choices.now.language)

    def _show_language(self) -> None:
        self._segments.choose(self._choices.now.language)

    def _show_task(self, task: Task) -> None:
        if self.isVisible():
            self._cards.hide()
            self.preparing.show_task(task)
            self.preparing.cancel.setFocus()
            task.ended.connect(self._cards.show)

    def _wait(self) -> None:
        self._busy(is_busy=True)

    def _go_on(self) -> None:
        self.drop_offer()
        self._busy(is_busy=False)

    def _busy(self, *, is_busy: bool) -> None:
        self._cards.setEnabled(not is_busy)

    def _scale(self) -> None:
        size = theme.px(_MARK)
        self._mark.setPixmap(
            icon("certificate", "accent").pixmap(QSize(size, size), self.devicePixelRatioF())
        )
        self._inner.setFixedWidth(min(theme.px(_WIDTH), max(self.width() - 88, 200)))
