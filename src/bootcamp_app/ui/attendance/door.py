"""The door: who comes is scanned or found by name, and each is answered when it is durable."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

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
    no_session,
    nobody_called,
    several_called,
    taken_back,
    waiting,
)
from bootcamp_app.ui.attendance.badge_press import LAYOUTS, BadgePress, Wanted
from bootcamp_app.ui.attendance.door_questions import DoorQuestions
from bootcamp_app.ui.attendance.entry import Entry
from bootcamp_app.ui.attendance.here_card import HereCard
from bootcamp_app.ui.attendance.matches import MOST, Matches
from bootcamp_app.ui.attendance.recent_card import RecentCard
from bootcamp_app.ui.attendance.takings import take_back, take_person
from bootcamp_app.ui.attendance.typed import is_meant_as_code, is_number, may_search
from bootcamp_app.ui.attendance.unprinted import Unprinted
from bootcamp_app.ui.attendance.walk_in import WalkIn
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.scrolling import bring_into_view
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.attendance.views import Kept, Scan, WalkedIn
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk

    People = list[Participant]
    Aim = tuple[Session | None, bool]
    """The session that Enter was pressed for, and whether the person goes out."""

Done = TypeVar("Done")
_SLOW = 300
_WIDE_ENOUGH = 760
_HIGH_ENOUGH, _FORM, _HIGH = 320, 400, 400
SAVING = Answer("", "save", N_("Saving…"), detail=N_("Wait for the answer, then go on."))


class Door(QWidget):
    """Takes one person after the other; none that was entered is ever dropped."""

    answered = Signal(object)
    """The Answer that is shown now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._is_exit = False
        self._found_for, self._under_way = "", 0
        self._shown: Scan | None = None
        self._is_waiting, self._is_saving = True, False
        self.questions = DoorQuestions(desk, self)
        self.answer = AnswerPanel(self.questions.panel)
        self.matches = Matches()
        self.entry = Entry()
        self.here = HereCard()
        self.recent = RecentCard()
        self.walk_in = WalkIn(desk)
        self.press = BadgePress(desk)
        self.unprinted = Unprinted(self.press)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._look_back = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    def show_session(self, session: Session | None) -> None:
        """Take people to this session from now on."""
        is_another = session is None or self._session is None or session.id != self._session.id
        self._session = session
        self.entry.setEnabled(session is not None)
        if is_another:
            self._forget_matches()
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

    def scan(self, text: str) -> None:
        """Take what a scanner read, wherever the keyboard is; a name is never looked for."""
        if self._session is None:
            self.answered.emit(no_session())
        else:
            self._take_code(text)

    def wait(self) -> None:
        """Say that the next person may come, or why nobody may yet."""
        if self._session is not None:
            self._is_waiting, self._is_saving, self._shown = True, False, None
            self.questions.stop()
            self.answer.show_answer(waiting(self._session, self._desk.app.clock.now()))

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
        text = self.entry.text()
        self.entry.start_anew()
        self._found_for = ""
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
            self._write(lambda: take_back(app, session, kept), self._show_taken_back)

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
        right = column(self.recent, self.here)
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
        self.entry.entered.connect(self._take)
        self.entry.rested.connect(self._look_for)
        self.entry.stepped.connect(self.matches.step)
        self.matches.chosen.connect(self._take_match)
        self.recent.undo_wanted.connect(self.take_back)
        self.walk_in.came.connect(self._show_walk_in)
        self.walk_in.left.connect(self._leave_walk_in)
        self.walk_in.scanned.connect(self._take_code)
        self.questions.panel.scanned.connect(self._take_code)
        self.questions.panel.left.connect(self.take_focus)
        self.questions.come.connect(lambda act: self._write(act, self._show_scan))
        self.questions.kept.connect(lambda act: self._write(act, lambda _: self.take_focus()))
        self.unprinted.again.clicked.connect(self.take_focus)
        self._look_back.timeout.connect(lambda: bring_into_view(self._stack))
        self._slow.timeout.connect(self._show_saving)

    def _take(self, text: str) -> None:
        if is_meant_as_code(text):
            self.entry.start_anew()
            self._take_code(text)
        elif self._found_for == text and self.matches.current is not None:
            self._take_match(self.matches.current)
        elif self._found_for == text and self.matches.are_several:
            self.matches.ask()
        else:
            # Enter came before the people; what is typed next takes the place of this text.
            self.entry.selectAll()
            aim = (self._session, self._is_exit)
            self._search(text, lambda _text, found: self._take_only(text, found, aim))

    def _take_code(self, text: str) -> None:
        session, attendance = self._session, self._desk.app.attendance
        if session is not None:
            reading = Reading(text, is_exit=self._is_exit)
            self._write(lambda: attendance.record_scan(session, reading), self._show_scan)

    def _take_match(self, person: Participant) -> None:
        self.entry.start_anew()
        self._take_person(person, (self._session, self._is_exit))

    def _take_person(self, person: Participant, aim: Aim) -> None:
        (session, is_exit), app = aim, self._desk.app
        if session is not None:
            self._write(lambda: take_person(app, session, person, is_exit), self._show_scan)

    def _write(self, work: Callable[[], Done], done: Callable[[Done], None]) -> None:
        self._under_way += 1
        self._slow.start()
        task = self._desk.tasks.write(self, work, done, self._show_refusal)
        task.ended.connect(self._end_write)
        self._bring_forward()

    def _end_write(self) -> None:
        """One less to wait for, however it ended; its answer, if there is one, comes next."""
        self._under_way -= 1
        if self._under_way:
            return
        self._slow.stop()
        if self._is_saving:
            self.wait()

    def _look_for(self, text: str) -> None:
        if may_search(text):
            self._search(text, self._show_found, key="people")
        else:
            self._bring_forward(is_typing=False)

    def _search(self, text: str, then: Callable[[str, People], None], key: str = "") -> None:
        bootcamp, people = self._desk.bootcamp, self._desk.app.people
        if bootcamp is not None:
            self._desk.tasks.read(
                self,
                lambda: people.list(bootcamp, text, MOST),
                lambda found: then(text, found),
                key,
            )

    def _show_found(self, text: str, found: People) -> None:
        if text == self.entry.text():
            self.matches.show_people(found)
            self._found_for = text
            # A number without anybody may be a code that is still being typed.
            self._bring_forward(is_typing=bool(found) or not is_number(text))

    def _forget_matches(self) -> None:
        """Offer nobody whom another session's bootcamp found; look for what is typed anew."""
        self._found_for = ""
        self.matches.show_people([])
        if self._session is not None and self.entry.text():
            self._look_for(self.entry.text())

    def _take_only(self, text: str, found: People, aim: Aim) -> None:
        """Take the only one to where Enter was meant, also when another session is shown now."""
        is_still_there = text == self.entry.text()
        if len(found) > 1 and is_still_there and aim == (self._session, self._is_exit):
            self.entry.deselect()
            self._show_found(text, found)
            return
        if is_still_there:
            self.entry.start_anew()
        if len(found) == 1:
            self._take_person(found[0], aim)
        else:
            self._show(several_called(text) if found else nobody_called(text))

    def _bring_forward(self, *, is_typing: bool | None = None) -> None:
        """Show who may be meant while a name is typed, and the answer otherwise."""
        if self.is_registering:
            return
        is_shown = bool(self.entry.text()) if is_typing is None else is_typing
        if not is_shown:
            self._found_for = ""
            self._stack.setCurrentWidget(self.answer)
        elif is_typing:
            self._stack.setCurrentWidget(self.matches)

    def _show_scan(self, scan: Scan) -> None:
        zone = self._session.starts_at.tzinfo if self._session else None
        self._show(answer_to(scan, zone), scan)
        if scan.is_blank and self.is_registering:
            self.walk_in.take_blank(scan.code)
        if self._session is not None and not self.is_registering:
            self.questions.begin(scan, self._session)

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

    def _show_saving(self) -> None:
        self._is_saving = True
        self.answer.show_answer(SAVING)

    def _show(self, answer: Answer, scan: Scan | None = None) -> None:
        self._is_waiting, self._is_saving, self._shown = False, False, scan
        self.questions.stop()
        self._bring_forward()
        self.answer.show_answer(answer)
        if self.is_registering:
            self.walk_in.show_answer(answer)
        self.answered.emit(answer)
        self.take_focus()
