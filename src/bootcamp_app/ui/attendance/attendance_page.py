"""Attendance: the door of a session, and the list of who is here and who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.views import ScanAnnulled
from bootcamp_app.features.badges.rules import badge_in
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.attendance.camera_words import DOOR
from bootcamp_app.ui.attendance.door import Door
from bootcamp_app.ui.attendance.door_menu import DoorMenu
from bootcamp_app.ui.attendance.photos_way import PhotosWay
from bootcamp_app.ui.attendance.recent_card import MOST
from bootcamp_app.ui.attendance.session_chooser import SessionChooser
from bootcamp_app.ui.attendance.sessions_read import SessionsRead
from bootcamp_app.ui.attendance.who import everybody
from bootcamp_app.ui.attendance.who_hint import concerns_sessions
from bootcamp_app.ui.attendance.who_is_there import WHO_IS_THERE
from bootcamp_app.ui.attendance.who_view import WhoView
from bootcamp_app.ui.bootcamps.agenda_view import AgendaView, details_of
from bootcamp_app.ui.kit.camera_card import CameraCard
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.page import Page
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.pace import Pace
from bootcamp_app.ui.words import clock_time, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.attendance.views import Counts, Kept
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.attendance.who import Standing
    from bootcamp_app.ui.desk import Desk

_MINUTE = 60_000


class AttendancePage(Page):
    """Takes people in and out, answers each, and shows who is here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Attendance"))
        self._desk = desk
        self.sessions = SessionChooser()
        self.views = Segments(
            {"door": N_("Door"), "list": N_("List"), "agenda": N_("Agenda")}, N_("What is shown")
        )
        self.door = Door(desk)
        self.menu = DoorMenu(self.door, desk.choices)
        self.camera = CameraCard(desk, badge_in, DOOR)
        self.photos = PhotosWay(self, desk, self.menu)
        self.list = WhoView(desk)
        self.who = self.list.who
        self.agenda = AgendaView(desk)
        self.nothing = EmptyState(
            "calendar",
            N_("No bootcamp is open"),
            N_("Choose a bootcamp at the top left, or make a new one there."),
        )
        self.reading = SessionsRead(self, desk)
        self._is_session_told = False
        self._pace = Pace(self)
        self._minute = QTimer(self, interval=_MINUTE)
        self.acts = {
            "type": self.show_door,
            "walk_in": self.register,
            "undo_scan": self.door.take_back,
            "missing": lambda: self.show_list("missing"),
            "print_list": lambda: self._with_list(self.list.print_list),
            "paper": lambda: self._with_list(self.list.mark_from_paper),
            "close_session": lambda: self._with_list(self.list.close_or_reopen),
            "queue": self.menu.show_queue,
            "kiosk": self.menu.ask_kiosk,
            "sounds": self.menu.turn_sound,
            "camera": self.use_camera,
            "photos": self.photos.ask_files,
            "photo_folder": self.photos.ask_folder,
            "agenda": self.show_agenda,
            "longer": self._lengthen,
            "bootcamp": self._change_bootcamp,
        }
        self._build()
        self._connect()
        self.show_bootcamp()

    @property
    def session(self) -> Session | None:
        """The session that people come to."""
        return self.sessions.session

    def came_to_front(self) -> None:
        """Called when the page is shown."""
        self.show_bootcamp()
        self.door.take_focus()
        self.menu.sounds.prepare()

    def show_bootcamp(self) -> None:
        """Show the sessions of the bootcamp in front of the facilitator."""
        self.reading.read()

    def carry_out(self, act: str) -> None:
        """Do one of the acts of this page, as soon as its sessions are known."""
        self.reading.when_known(self.acts[act])

    def show_door(self) -> None:
        """Show the door, ready for the next person."""
        self.views.choose("door")
        self._bring_forward("door")

    def register(self) -> None:
        """Write somebody down who is on no list."""
        if self.session is not None:
            self.show_door()
            self.door.register()

    def scan(self, text: str, method: str = "code") -> None:
        """Take what a scanner read to the session, as soon as that is known; seen or not."""
        self.reading.when_known(lambda: self.door.scan(text, method))

    def use_camera(self) -> None:
        """Read badges with the camera, or put it away again."""
        self.camera.switch.click()
        if self.camera.is_wanted:
            self.show_door()

    def show_list(self, part: str = "all") -> None:
        """Show who is here, who is missing, or everybody, whatever was looked for before."""
        self.who.search.clear()
        self.views.choose("list")
        self.who.show_part(part)
        self._bring_forward("list")

    def show_agenda(self) -> None:
        """Show the sessions of all days, to be changed."""
        self.views.choose("agenda")
        self._bring_forward("agenda")

    def refresh(self) -> None:
        """Read who is here and what happened last."""
        bootcamp, session, app = self._desk.bootcamp, self.session, self._desk.app
        if bootcamp is None or session is None or not self.isVisible():
            return
        tasks = self._desk.tasks
        tasks.read(
            self,
            lambda: (
                app.attendance.counts(bootcamp, session),
                app.attendance.recent(session, MOST),
            ),
            lambda read: self._show_door(*read),
            key="door",
        )
        if self._front.currentWidget() is self.list:
            self._pace.began()
            tasks.read(
                self,
                lambda: everybody(app, session),
                self._show_everybody,
                key="everybody",
                failed=self._stay,
            )

    def _build(self) -> None:
        self.add_actions(self.sessions, self.views, self.camera.switch, self.menu)
        self.door.side.insertWidget(0, self.camera)
        self._front = QStackedWidget()
        for part in (self.door, self.list, self.agenda, self.nothing):
            self._front.addWidget(part)
        self.add(self._front, 1)
        self.views.choose("door")

    def _connect(self) -> None:
        self._desk.bootcamp_chosen.connect(self.show_bootcamp)
        self._desk.bootcamp_changed.connect(self.show_bootcamp)
        self.reading.came.connect(self._show_sessions)
        self.reading.refused.connect(self.refuse)
        self._desk.bridge.happened.connect(self._notice)
        self._pace.due.connect(self.refresh)
        self._minute.timeout.connect(self._time_passed)
        self._minute.start()
        self.sessions.session_changed.connect(self._show_session)
        self.views.chosen.connect(self._bring_forward)
        self.menu.whole_wanted.connect(self.whole_wanted)
        self.menu.door_wanted.connect(self.show_door)
        self.camera.page_wanted.connect(self.show_door)
        self.menu.faced.connect(self.camera.keep_seen)
        # Who pressed a button of the header goes on typing at the door.
        self.menu.done.connect(self.door.take_focus)
        self.camera.switch.clicked.connect(self.door.take_focus)
        self.camera.read.connect(lambda code: self.scan(code, "camera"))
        self.list.said.connect(self.said)
        self.list.refused.connect(self.refuse)
        self.agenda.said.connect(self.said)
        self.agenda.refused.connect(self.refuse)

    def _show_sessions(self, sessions: list[Session]) -> None:
        now = self._desk.app.clock.now()
        self._is_session_told = False
        self.sessions.show_sessions(sessions, now)
        self.agenda.show_agenda(self._desk.bootcamp, sessions, now)
        if not self._is_session_told:
            self._show_session(self.session)

    def _show_session(self, session: Session | None) -> None:
        self._is_session_told = True
        self.list.show_session(session)
        self.door.show_session(session)
        self.menu.show_session(session)
        self.sessions.setEnabled(session is not None)
        self.views.setEnabled(self._desk.bootcamp is not None)
        if session is None:
            say(self.title, N_("Attendance"))
            self.say_below_title("")
            if self._desk.bootcamp is None:
                self._front.setCurrentWidget(self.nothing)
            else:
                self.show_agenda()
            return
        if self._front.currentWidget() is self.nothing:
            self.show_door()
        self._say_title()
        self.door.take_focus()
        self._pace.ask()

    def _say_title(self) -> None:
        session, bootcamp = self.session, self._desk.bootcamp
        is_agenda = self._front.currentWidget() is self.agenda
        self.sessions.setVisible(not is_agenda)
        if is_agenda and bootcamp is not None:
            say(self.title, N_("Agenda"))
            self.say_below_title(lambda: details_of(bootcamp))
        elif session is not None:
            say(self.title, lambda: f"{_('Attendance')} · {session.title}")
            self.say_below_title(lambda: _hours(session))

    def _show_door(self, counts: Counts, scans: list[Kept]) -> None:
        self.door.here.show_counts(counts)
        self.menu.show_counts(counts)
        self.door.recent.show_scans(scans)

    def _show_everybody(self, people: list[Standing]) -> None:
        self._pace.ended()
        self.list.show_people(people)

    def _stay(self, refusal: Refusal) -> None:
        """Say why the list cannot be read; what changes next is asked for all the same."""
        self._pace.ended()
        self.refuse(refusal)

    def _with_list(self, act: Callable[[], object]) -> None:
        self.show_list(self.who.shown_part)
        if self.session is not None:
            act()

    def _bring_forward(self, view: str) -> None:
        is_empty = self.session is None and self.reading.is_known
        if is_empty and self._desk.bootcamp is not None:
            view = "agenda"  # which says how to make sessions
            self.views.choose(view)
        if view == "agenda" and self._desk.bootcamp is not None:
            self._front.setCurrentWidget(self.agenda)
            self._say_title()
            self.agenda.take_focus()
        elif self.session is not None:
            self.list.show_table()
            self._front.setCurrentWidget(self.door if view == "door" else self.list)
            self._say_title()
            self.door.take_focus()
            self._pace.ask()

    def _lengthen(self) -> None:
        self.show_agenda()
        self.agenda.lengthen()

    def _change_bootcamp(self) -> None:
        self.show_agenda()
        self.agenda.change_bootcamp()

    def _notice(self, fact: object) -> None:
        if isinstance(fact, WHO_IS_THERE):
            self._pace.ask()
        if concerns_sessions(fact):
            self.show_bootcamp()
        if isinstance(fact, ScanAnnulled):
            self.door.no_longer_counts({fact.event_id})
        elif isinstance(fact, RecordsUndone):
            self.door.no_longer_counts({row_id for _table, row_id in fact.rows})

    def _time_passed(self) -> None:
        now = self._desk.app.clock.now()
        self.sessions.go_on(now)
        self.agenda.go_on(now)
        self.door.time_passed()


def _hours(session: Session) -> str:
    said = _("Opens {opens} · late from {late} · ends {ends}")
    return said.format(
        opens=clock_time(session.opens_at),
        late=clock_time(session.late_from),
        ends=clock_time(session.ends_at),
    )
