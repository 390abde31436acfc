"""The door: who comes is scanned or found by name, and each is answered when it is durable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.ui.attendance.answer_panel import AnswerPanel
from bootcamp_app.ui.attendance.answers import (
    Answer,
    answer_to,
    answer_to_refusal,
    answer_to_walk_in,
    closed,
    no_session,
    nobody_expected,
    taken_back,
    waiting,
)
from bootcamp_app.ui.attendance.badge_press import LAYOUTS, BadgePress, Wanted
from bootcamp_app.ui.attendance.door_questions import DoorQuestions
from bootcamp_app.ui.attendance.finder import Finder
from bootcamp_app.ui.attendance.here_card import HereCard
from bootcamp_app.ui.attendance.recent_card import RecentCard
from bootcamp_app.ui.attendance.takings import take_back, take_person
from bootcamp_app.ui.attendance.typed import is_meant_as_code
from bootcamp_app.ui.attendance.unprinted import Unprinted
from bootcamp_app.ui.attendance.walk_in import WalkIn
from bootcamp_app.ui.attendance.writes import Writes
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.scrolling import bring_into_view
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Collection

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.attendance.views import Kept, Scan, WalkedIn
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.attendance.finder import Aim
    from bootcamp_app.ui.desk import Desk

_WIDE_ENOUGH = 760
_HIGH_ENOUGH, _FORM, _HIGH = 320, 400, 400
SAVING = Answer("", "save", N_("Saving…"), detail=N_("Wait for the answer, then go on."))


class Door(QWidget):
    """Takes one person after the other; none that was entered is ever dropped."""

    answered = Signal(object)
    """The Answer to somebody who came, or to what could not be done."""
    shows = Signal(object)
    """The Answer that is shown now, also while nobody has come."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._is_exit = False
        self._shown: Scan | None = None
        self._is_waiting, self._is_saving = True, False
        self.questions = DoorQuestions(desk, self)
        self.answer = AnswerPanel(desk, self.questions.panel)
        self.finder = Finder(self, desk, lambda: (self._session, self._is_exit))
        self.entry, self.matches = self.finder.entry, self.finder.matches
        self.writes = Writes(self, desk, self._show_refusal)
        self.here = HereCard()
        self.recent = RecentCard()
        self.walk_in = WalkIn(desk)
        self.press = BadgePress(desk)
        self.unprinted = Unprinted(self.press)
        self._look_back = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    def show_session(self, session: Session | None) -> None:
        """Take people to this session from now on."""
        is_another = session is None or self._session is None or session.id != self._session.id
        self._session = session
        self.entry.setEnabled(session is not None)
        if is_another:
            self.finder.come_elsewhere()
        if is_another or self._is_waiting:
            self.wait()
        being = self.walk_in.session
        if session is None or (being is not None and being.bootcamp_id != session.bootcamp_id):
            self._close_walk_in()
        else:
            self.walk_in.come_to(session)

    def go(self, *, is_exit: bool) -> None:
        """Take people in, or out."""
        self._is_exit = is_exit
        self.here.go(is_exit=is_exit)
        self.take_focus()

    def scan(self, text: str, method: str = "code") -> None:
        """Take what a scanner read, wherever the keyboard is; a name is never looked for."""
        if self._session is None:
            self._show(no_session())
        else:
            self._take_code(text, method)

    def wait(self) -> None:
        """Say that the next person may come, or why nobody may yet."""
        self._is_waiting, self._is_saving, self._shown = True, False, None
        self.questions.stop()
        now = self._desk.app.clock.now()
        self._say(waiting(self._session, now) if self._session else nobody_expected())

    def time_passed(self) -> None:
        """Say it again where the door may have opened or closed meanwhile."""
        if self._is_waiting:
            self.wait()

    @property
    def shown(self) -> Scan | None:
        """The scan that is answered now."""
        return self._shown

    @property
    def is_registering(self) -> bool:
        """Whether somebody is being written down who is on no list."""
        return self._stack.currentWidget() is self.walk_in

    def register(self) -> None:
        """Write somebody down who is on no list; a name that was typed already is taken over."""
        session, bootcamp = self._session, self._desk.bootcamp
        if session is None or bootcamp is None or self.is_registering:
            self.take_focus()
            return
        if session.is_locked:
            self._show(closed())
            return
        text = self.finder.begin_anew()
        self._entering.hide()
        self._stack.setCurrentWidget(self.walk_in)
        self._scale()
        self.walk_in.begin(bootcamp, session, "" if is_meant_as_code(text) else text)

    def take_focus(self) -> None:
        """Have the next key go into the field, unless somebody is busy elsewhere."""
        is_elsewhere = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if self.isVisible() and not is_elsewhere:
            asking = self.questions.panel if self.questions.is_asking else self.entry
            (self.walk_in if self.is_registering else asking).take_focus()

    def take_back(self, kept: Kept | None = None) -> None:
        """Take a scan of this session back, or the last that still counts."""
        session, app = self._session, self._desk.app
        if session is not None:
            self.writes.add(lambda: take_back(app, session, kept), self._show_taken_back)

    def no_longer_counts(self, event_ids: Collection[str]) -> None:
        """Let no answer stand that was taken back elsewhere, by Ctrl+Z for example."""
        if self._shown is not None and self._shown.event_id in event_ids:
            self._show(taken_back(self._shown.participant))

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.answer)
        self._stack.addWidget(self.matches)
        self._stack.addWidget(self.walk_in)
        walk_in = button(
            lambda: f"{_('Register a walk-in')} · F2", self.register, icon_name="user-plus"
        )
        entering = row(self.entry, walk_in, gap=12)
        entering.setStretch(0, 1)
        self._entering = holding(entering)
        left = column(self.unprinted, self._stack, self._entering)
        self.side = right = column(self.recent, self.here)
        left.setStretch(1, 1)
        right.setStretch(0, 1)
        sides = SideBySide(holding(left), holding(right), needed=_WIDE_ENOUGH, shares=(7, 3))
        self.setLayout(column(sides))
        theme.changed.connect(self._scale)
        self._scale()

    def _scale(self) -> None:
        high = _FORM if self.is_registering else _HIGH_ENOUGH
        self._stack.setMinimumHeight(min(theme.px(high), _HIGH))

    def _connect(self) -> None:
        self.here.way.chosen.connect(lambda way: self.go(is_exit=way == "out"))
        self.finder.read.connect(self._take_code)
        self.finder.chosen.connect(self._take_person)
        self.finder.nobody.connect(self._show)
        self.finder.searching.connect(lambda is_typing: self._bring_forward(is_typing=is_typing))
        self.writes.begun.connect(self._bring_forward)
        self.writes.taking_long.connect(self._show_saving)
        self.writes.ended.connect(self._end_saving)
        self.recent.undo_wanted.connect(self.take_back)
        self.walk_in.came.connect(self._show_walk_in)
        self.walk_in.left.connect(self._leave_walk_in)
        self.walk_in.scanned.connect(self._take_code)
        self.questions.panel.scanned.connect(self._take_code)
        self.questions.panel.left.connect(self.take_focus)
        self.questions.come.connect(lambda act: self.writes.add(act, self._show_scan))
        self.questions.kept.connect(lambda act: self.writes.add(act, lambda _: self.take_focus()))
        self.unprinted.again.clicked.connect(self.take_focus)
        self._look_back.timeout.connect(lambda: bring_into_view(self._stack))

    def _take_code(self, text: str, method: str = "code") -> None:
        session, attendance = self._session, self._desk.app.attendance
        if session is not None:
            reading = Reading(text, method, is_exit=self._is_exit)
            self.writes.add(lambda: attendance.record_scan(session, reading), self._show_scan)

    def _take_person(self, person: Participant, aim: Aim) -> None:
        (session, is_exit), app = aim, self._desk.app
        if session is not None:
            self.writes.add(lambda: take_person(app, session, person, is_exit), self._show_scan)

    def _bring_forward(self, *, is_typing: bool | None = None) -> None:
        """Show who may be meant while a name is typed, and the answer otherwise."""
        if self.is_registering:
            return
        is_shown = bool(self.entry.text()) if is_typing is None else is_typing
        if not is_shown:
            self.finder.forget()
            self._stack.setCurrentWidget(self.answer)
        elif is_typing:
            self._stack.setCurrentWidget(self.matches)

    def _show_scan(self, scan: Scan) -> None:
        if scan.is_echo and self._is_shown(scan.participant):
            return  # the scanner fired twice: who is in stays green
        zone = self._session.starts_at.tzinfo if self._session else None
        self._show(answer_to(scan, zone), scan)
        if scan.is_blank and self.is_registering:
            self.walk_in.take_blank(scan.code)
        if self._session is not None and not self.is_registering:
            self.questions.begin(scan, self._session)

    def _is_shown(self, person: Participant | None) -> bool:
        shown = self._shown.participant if self._shown and self._shown.is_accepted else None
        return shown is not None and shown == person

    def _show_taken_back(self, kept: Kept) -> None:
        self._show(taken_back(kept.participant))

    def _show_walk_in(self, came: WalkedIn) -> None:
        badge, bootcamp = self.walk_in.badge, self._desk.bootcamp
        if came.is_new and badge.way in LAYOUTS and bootcamp is not None:
            place, printer = badge.places.value(), badge.printers.key
            badge.count_place()
            self.press.print_badge(Wanted(bootcamp, came.participant, badge.way, place, printer))
        self._close_walk_in()
        zone = self._session.starts_at.tzinfo if self._session else None
        self._show(answer_to_walk_in(came, zone), came.scan)

    def _leave_walk_in(self) -> None:
        self._close_walk_in()
        self.take_focus()

    def _close_walk_in(self) -> None:
        if self.is_registering:
            self._stack.setCurrentWidget(self.answer)
            self._entering.show()
            self._scale()
            self._look_back.start()

    def _show_refusal(self, refusal: Refusal) -> None:
        self._show(answer_to_refusal(refusal))

    def _end_saving(self) -> None:
        if self._is_saving:
            self.wait()

    def _show_saving(self) -> None:
        self._is_saving = True
        self._say(SAVING)

    def _show(self, answer: Answer, scan: Scan | None = None) -> None:
        self._is_waiting, self._is_saving, self._shown = False, False, scan
        self.questions.stop()
        self._bring_forward()
        self._say(answer)
        if self.is_registering:
            self.walk_in.show_answer(answer)
        self.answered.emit(answer)
        self.take_focus()

    def _say(self, answer: Answer) -> None:
        self.answer.show_answer(answer)
        self.shows.emit(answer)
