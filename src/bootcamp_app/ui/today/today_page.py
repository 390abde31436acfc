"""Today: how the day stands, and the one thing to do next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.bootcamps.views import SessionsChanged
from bootcamp_app.ui.attendance.closing_dialog import CloseDialog, closed_in_words
from bootcamp_app.ui.attendance.who_is_there import WHO_IS_THERE
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.card import Card, Figure
from bootcamp_app.ui.kit.chart import ArrivalChart
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.page import Page
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.pace import Pace
from bootcamp_app.ui.today.agenda_card import AgendaCard
from bootcamp_app.ui.today.day import Day, read_day
from bootcamp_app.ui.today.missing_card import MissingCard
from bootcamp_app.ui.today.room_card import RoomCard
from bootcamp_app.ui.words import clock_time, digits, say

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.attendance.state_views import Closing
    from bootcamp_app.features.attendance.views import Counts
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

_MINUTE = 60_000
_WIDE_ENOUGH = 760
_OF_CONCERN = (*WHO_IS_THERE, SessionsChanged)


class TodayPage(Page):
    """The day at a glance."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Today"))
        self._desk = desk
        self._step = ""
        self.next = Button(N_("Open the door"), kind="main")
        self.missing = Button(N_("Who is missing"))
        self.present = Figure(N_("present"), "good")
        self.late = Figure(N_("of them late"), "warning")
        self.excused = Figure(N_("excused"), "info")
        self.not_here = Figure(N_("not here yet"))
        self.chart = ArrivalChart(N_("Arrivals"))
        self.room = RoomCard()
        self.agenda = AgendaCard()
        self.who_is_missing = MissingCard(desk.memory)
        self.to_close = Banner(may_close=False)
        self._over: Session | None = None
        self._pace = Pace(self)
        self._minute = QTimer(self, interval=_MINUTE)
        self._build()
        self._connect()
        self.refresh()

    def came_to_front(self) -> None:
        """Called when the page is shown."""
        self.refresh()

    def refresh(self) -> None:
        """Read how the day stands and show it."""
        bootcamp, app = self._desk.bootcamp, self._desk.app
        if bootcamp is None:
            self._show_nothing(self._no_bootcamp, N_("Today"))
            return
        self._pace.began()
        self._desk.tasks.read(
            self, lambda: read_day(app, bootcamp), self._show, key="day", failed=self._stay
        )

    def _show(self, day: Day) -> None:
        self._pace.ended()
        self.show_day(day)

    def _stay(self, refusal: Refusal) -> None:
        """Say why the day cannot be read; what changes next is asked for all the same."""
        self._pace.ended()
        self.refuse(refusal)

    def show_day(self, day: Day) -> None:
        """Show how a day stands."""
        if not day.people:
            self._show_nothing(self._nobody, lambda: _title(day))
            return
        say(self.title, lambda: _title(day))
        self.say_below_title(lambda: _subtitle(day))
        self._step = day.step.wanted
        say(self.next, day.step.text)
        say(self.next, day.step.text, "setAccessibleName")
        for made in (self.next, self.missing):
            made.show()
        self.agenda.show_items(day.agenda)
        self._hint(day.to_close)
        if day.session is not None and day.counts is not None:
            self._show_counts(day, day.session, day.counts)
        else:
            self._show_no_counts()
        self._front.setCurrentWidget(self._whole)

    def _show_counts(self, day: Day, session: Session, counts: Counts) -> None:
        numbers = (counts.present, counts.late, counts.excused, counts.absent)
        figures = (self.present, self.late, self.excused, self.not_here)
        for figure, number in zip(figures, numbers, strict=True):
            say(figure.number, partial(digits, number))
        registered, average = counts.registered, day.average_late
        say(self.present.words, lambda: _("present of {n}").format(n=digits(registered)))
        say(self.late.words, lambda: _late(average))
        is_over = session.ends_at < day.now
        say(self.not_here.words, N_("did not come") if is_over else N_("not here yet"))
        self.chart.show_arrivals(day.arrivals, session.late_from, registered)
        self.room.show_people(counts.by)
        self.who_is_missing.show_people(day.missing, counts.absent)

    def _hint(self, over: Session | None) -> None:
        """Say quietly that a session is over and may be closed."""
        if over is not None and over != self._over:
            self.to_close.show_text(lambda: _may_be_closed(over), "info")
        self.to_close.setVisible(over is not None)
        self._over = over

    def _close_session(self) -> None:
        if self._over is not None:
            CloseDialog(self, self._desk, self._over, self._closed).open()

    def _closed(self, told: Closing) -> None:
        self.said.emit(lambda: closed_in_words(len(told.missing)), told.act)

    def _show_no_counts(self) -> None:
        for figure in (self.present, self.late, self.excused, self.not_here):
            figure.show_number("–")
        self.chart.show_arrivals([], None, 0)
        self.room.show_people({})
        self.who_is_missing.show_people((), 0)

    def _show_nothing(self, empty: EmptyState, title: Text) -> None:
        say(self.title, title)
        self.say_below_title("")
        for made in (self.next, self.missing):
            made.hide()
        self._front.setCurrentWidget(empty)

    def _build(self) -> None:
        self.add_actions(self.missing, self.next)
        figures = row(self.present, self.late, self.excused, self.not_here, gap=16)
        left = column(Card(N_("Arrivals"), self.chart), self.who_is_missing)
        left.setStretch(0, 1)
        right = column(self.room, self.agenda)
        right.setStretch(1, 1)
        sides = SideBySide(holding(left), holding(right), needed=_WIDE_ENOUGH, shares=(7, 3))
        self.to_close.add_action(N_("Close the session…"), self._close_session)
        whole = column(self.to_close, figures, sides)
        whole.setStretch(2, 1)
        self._whole = holding(whole)
        self._nobody = EmptyState(
            "users",
            N_("Nobody is on the list yet"),
            N_("Import the list of nominees from a spreadsheet, or add people one by one."),
            button(N_("Add a person"), lambda: self.wanted.emit("people.add")),
            button(N_("Import a list"), lambda: self.wanted.emit("people.import"), kind="main"),
        )
        self._no_bootcamp = EmptyState(
            "calendar",
            N_("No bootcamp is open"),
            N_("Choose a bootcamp at the top left, or make a new one there."),
        )
        self._front = QStackedWidget()
        for part in (self._whole, self._nobody, self._no_bootcamp):
            self._front.addWidget(part)
        self.add(self._front, 1)

    def _connect(self) -> None:
        self.agenda.edit_wanted.connect(lambda: self.wanted.emit("attendance.agenda"))
        self.next.clicked.connect(lambda: self.wanted.emit(self._step))
        self.missing.clicked.connect(lambda: self.wanted.emit("attendance.missing"))
        card = self.who_is_missing
        card.list_wanted.connect(lambda: self.wanted.emit("attendance.missing"))
        card.print_wanted.connect(lambda: self.wanted.emit("attendance.print_list"))
        card.said.connect(self.said)
        self._desk.bootcamp_chosen.connect(self.refresh)
        self._desk.bootcamp_changed.connect(self.refresh)
        self._desk.bridge.happened.connect(self._notice)
        self._pace.due.connect(self._refresh_if_seen)
        self._minute.timeout.connect(self._refresh_if_seen)
        self._minute.start()

    def _notice(self, fact: object) -> None:
        if isinstance(fact, _OF_CONCERN):
            self._pace.ask()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()


def _may_be_closed(session: Session) -> str:
    return _("{session} is over. Close it, and who has not come is marked absent.").format(
        session=session.title
    )


def _title(day: Day) -> str:
    if day.number < 1:
        return _("Before the bootcamp")
    if day.number > day.length:
        return _("After the bootcamp")
    return _("Today, day {n} of {all}").format(n=digits(day.number), all=digits(day.length))


def _subtitle(day: Day) -> str:
    session = day.session
    if session is None or not 1 <= day.number <= day.length:
        return days_in_words(day.bootcamp.starts_on, day.bootcamp.ends_on)
    hours = f"{clock_time(session.starts_at)}–{clock_time(session.ends_at)}"
    said = f"{session.title} · {hours}"
    return said if session.opens_at <= day.now else _("Next: {session}").format(session=said)


def _late(average: int) -> str:
    if not average:
        return _("of them late")
    return _("of them late, {n} min on average").format(n=digits(average))
