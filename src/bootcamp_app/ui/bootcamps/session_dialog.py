"""A session, new or to be changed: its title, its hours, who leads it and who is expected."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.bootcamps import agenda
from bootcamp_app.features.bootcamps.agenda import Planned
from bootcamp_app.features.bootcamps.views import Recorded, SessionsChanged
from bootcamp_app.ui.bootcamps.session_form import SessionForm
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.words import clock_time, digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.ui.desk import Desk

_START, _LASTS = time(8, 30), timedelta(hours=3)


class SessionDialog(Dialog):
    """Takes what is planned, and writes it."""

    done_so = Signal(object, object)
    """What was done, in words, and the kind of fact by which it is known."""
    removal_wanted = Signal()

    def __init__(  # noqa: PLR0913 - a session, or a day for a new one
        self,
        parent: QWidget,
        desk: Desk,
        bootcamp: Bootcamp,
        sessions: Sequence[Session],
        *,
        session: Session | None = None,
        day: date | None = None,
    ) -> None:
        self._desk = desk
        self._bootcamp = bootcamp
        self._sessions = sessions
        self._session = session
        self._plan = agenda.planned(session) if session else _new(bootcamp, sessions, day)
        self._recorded = Recorded()
        self._is_sure = self._is_writing = False
        days = agenda.days_of(bootcamp, sessions)
        self.form = SessionForm(self._plan, days, bootcamp, is_new=session is None)
        super().__init__(
            parent,
            N_("Change the session") if session else N_("Add a session"),
            self.form,
            N_("Save") if session else N_("Add"),
        )
        self.form.changed.connect(self._look)
        self.form.removal_wanted.connect(self._leave_for_removal)
        self.confirmed.connect(self._keep)
        self._read()
        self._look()

    def _read(self) -> None:
        app, bootcamp, session = self._desk.app, self._bootcamp, self._session
        self._desk.tasks.read(
            self,
            lambda: (
                app.people.groups(bootcamp),
                app.agenda.recorded(session) if session else Recorded(),
                list(app.templates.all().values()),
            ),
            lambda read: self._know(*read),
        )

    def _know(
        self, groups: dict[str, list[str]], recorded: Recorded, canvases: list[Template]
    ) -> None:
        self._recorded = recorded
        self.form.offer_canvases(canvases)
        self.form.offer_groups(groups)

    def _look(self) -> None:
        """Say at once what is unusual about what is written."""
        self._is_sure = False
        plan = self.form.planned()
        day = self.form.day
        self.form.leave_out(day)
        outside = [one for one in (day, *self.form.days) if agenda.is_outside(one, self._bootcamp)]
        self.form.show_field("extends", is_shown=bool(outside))
        others = self._overlapping(plan) if plan else []
        if others:
            self.banner.show_text(lambda: _overlaps(others), "warning")
        else:
            self.banner.hide()

    def _overlapping(self, plan: Planned) -> list[Session]:
        besides = self._session.id if self._session else ""
        return agenda.overlapping_with(plan, self._sessions, besides=besides)

    def _keep(self) -> None:
        plan = self.form.understood()
        if plan is None or self._is_writing:
            return
        moves = (plan.starts_at, plan.ends_at) != (self._plan.starts_at, self._plan.ends_at)
        if moves and self._recorded.entries and not self._is_sure:
            self._is_sure = True
            recorded = self._recorded
            self.banner.show_text(lambda: _stays(recorded), "warning")
            return
        self._is_writing = True
        self._desk.tasks.write(self, self._work(plan), self._written, self._refused)

    def _work(self, plan: Planned) -> Callable[[], list[Session]]:
        """Give what is to be done on another thread, which may hold no part of the window."""
        service, days, extends = self._desk.app.agenda, self.form.days, self.form.extends
        bootcamp, session = self._bootcamp, self._session
        if session is None:
            return lambda: service.add(bootcamp, plan, days, extends=extends)
        given = agenda.differences(self._plan, plan)
        return lambda: [service.change(session, given, days, extends=extends)]

    def _written(self, made: list[Session]) -> None:
        n, title = len(made), made[0].title
        if self._session is not None:
            text: object = Sentence("“{title}” was changed.", title=title)
        elif n == 1:
            text = Sentence("“{title}” was added.", title=title)
        else:
            text = lambda: _added(n)  # noqa: E731 - said again when the language turns
        self.done_so.emit(text, SessionsChanged)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self._is_writing = False
        self.refuse(refusal)

    def _leave_for_removal(self) -> None:
        self.accept()
        self.removal_wanted.emit()


def _new(bootcamp: Bootcamp, sessions: Sequence[Session], day: date | None) -> Planned:
    """Give hours to begin with: after the last session of the day, else in the morning."""
    chosen = day or bootcamp.starts_on
    ends = [one.ends_at for one in sessions if one.starts_at.date() == chosen]
    start = datetime.combine(chosen, _START, bootcamp.zone)
    last = max((one for one in ends if one.date() == chosen), default=None)
    if last is not None and last.hour < 20:
        start = last
    return Planned(start, start + _LASTS)


def _overlaps(others: Sequence[Session]) -> str:
    return " ".join(
        _("Overlaps with “{title}”, {start}–{end}.").format(
            title=one.title, start=clock_time(one.starts_at), end=clock_time(one.ends_at)
        )
        for one in others
    )


def _stays(recorded: Recorded) -> str:
    told = ngettext(
        "{n} person was present here. What is recorded stays as it was judged: nobody becomes "
        "late or on time by this. Press Save once more to change the hours.",
        "{n} people were present here. What is recorded stays as it was judged: nobody becomes "
        "late or on time by this. Press Save once more to change the hours.",
        recorded.people,
    )
    return told.format(n=digits(recorded.people))


def _added(n: int) -> str:
    return ngettext("{n} session was added.", "{n} sessions were added.", n).format(n=digits(n))
