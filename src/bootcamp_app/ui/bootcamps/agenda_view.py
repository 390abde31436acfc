"""The agenda: the days of a bootcamp with their sessions, each to be changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.bootcamps import agenda
from bootcamp_app.features.bootcamps.places import province_name
from bootcamp_app.features.bootcamps.views import SessionsChanged
from bootcamp_app.ui.bootcamps.anew_dialog import AnewDialog
from bootcamp_app.ui.bootcamps.bootcamp_dialog import BootcampDialog
from bootcamp_app.ui.bootcamps.day_grid import DayGrid
from bootcamp_app.ui.bootcamps.removing import RemoveDialog
from bootcamp_app.ui.bootcamps.session_card import Shown, hours_of
from bootcamp_app.ui.bootcamps.session_dialog import SessionDialog
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import clock_time, digits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.dialog import Dialog
    from bootcamp_app.ui.words import Text

MINUTES = 15
"""So many minutes longer a session lasts by one press."""
_LEAST = 220


class AgendaView(QWidget):
    """Shows the agenda and has it changed; whoever shows it hears what was done."""

    said = Signal(object, str)
    """What was done, in words, and the act that takes it back."""
    refused = Signal(object)
    """Why something was not done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._acts = Acts(desk)
        self._sessions: list[Session] = []
        self._bootcamp: Bootcamp | None = None
        self._running: Session | None = None
        self.dialog: Dialog | None = None
        self.change = button(
            N_("Change the bootcamp…"), self.change_bootcamp, kind="link", icon_name="edit"
        )
        self.anew = button(N_("Make the agenda anew…"), self.make_anew, icon_name="refresh")
        self.add = button(N_("Add a session"), self.add_session, icon_name="plus")
        self.now = Banner(may_close=False)
        self.longer = self.now.add_action(N_("15 minutes longer"), self.lengthen)
        self.outside = Banner()
        self.days = DayGrid()
        self._build()
        self._connect()

    def show_agenda(
        self, bootcamp: Bootcamp | None, sessions: Sequence[Session], now: datetime
    ) -> None:
        """Show the sessions of a bootcamp as they stand at a moment."""
        self._bootcamp, self._sessions = bootcamp, list(sessions)
        if bootcamp is None:
            return
        outside = sum(agenda.is_outside(one.starts_at.date(), bootcamp) for one in sessions)
        self.outside.setVisible(bool(outside))
        if outside:
            self.outside.show_text(lambda: _outside(outside), "warning")
        self._show_now(now)
        overlaps = agenda.overlapping(sessions)
        shown = [
            Shown(one, overlaps.get(one.id, ()), one == self._running, agenda.is_impossible(one))
            for one in sessions
        ]
        self.days.show_days(bootcamp, shown)
        self._front.setCurrentWidget(self._area if sessions else self.nothing)
        for made in (self.anew, self.add):
            made.setVisible(bool(sessions))

    def go_on(self, now: datetime) -> None:
        """Show which session runs now that time went on."""
        if self._bootcamp is not None:
            before = self._running
            self._show_now(now)
            if self._running != before:
                self.show_agenda(self._bootcamp, self._sessions, now)

    def add_session(self, day: date | None = None) -> None:
        """Ask for a further session."""
        if self._bootcamp is not None:
            self._open(SessionDialog(self, self._desk, self._bootcamp, self._sessions, day=day))

    def edit(self, session: Session) -> None:
        """Let somebody change a session."""
        if session.is_locked:
            self.refused.emit(
                Refusal(
                    "“{title}” is closed. Open it again in the list, then change it.",
                    title=session.title,
                )
            )
        elif self._bootcamp is not None:
            dialog = SessionDialog(
                self, self._desk, self._bootcamp, self._sessions, session=session
            )
            dialog.removal_wanted.connect(lambda: self.remove(session))
            self._open(dialog)

    def remove(self, session: Session) -> None:
        """Ask whether a session may go, and what was recorded at it out of the totals."""
        if session.is_locked:
            self.edit(session)
        else:
            self._open(RemoveDialog(self, self._desk, session))

    def lengthen(self) -> None:
        """Have the session that runs now last 15 minutes longer."""
        service, session = self._desk.app.agenda, self._running
        if session is None:
            self.refused.emit(Refusal("No session runs now. Choose one in the agenda to change."))
            return
        self._desk.tasks.write(
            self, lambda: service.lengthen(session, MINUTES), self._lengthened, self.refused.emit
        )

    def make_anew(self) -> None:
        """Ask for the hours of a whole new agenda."""
        if self._bootcamp is not None:
            self._open(AnewDialog(self, self._desk, self._bootcamp, len(self._sessions)))

    def change_bootcamp(self) -> None:
        """Let somebody change the bootcamp's own title, place and days."""
        if self._bootcamp is not None:
            self._open(BootcampDialog(self, self._desk, self._bootcamp, self._sessions))

    def take_focus(self) -> None:
        """Put the keys on the first session, or on what makes one."""
        if self._sessions:
            self.days.take_focus()
        else:
            self.make.setFocus()

    def _build(self) -> None:
        self.make = button(N_("Make the agenda"), self.make_anew, kind="main")
        self.nothing = EmptyState(
            "calendar",
            N_("No sessions yet"),
            N_(
                "People check in to sessions. Make a morning and an afternoon for each day at "
                "once, or add them one by one."
            ),
            button(N_("Add a session"), self.add_session),
            self.make,
        )
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.days)
        self._front = QStackedWidget()
        for part in (self._area, self.nothing):
            self._front.addWidget(part)
        buttons = holding(Flow(self.change, self.anew, self.add))
        whole = column(buttons, self.now, self.outside, self._front, gap=12)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        theme.changed.connect(self._scale)
        self._scale()

    def _connect(self) -> None:
        self.days.chosen.connect(self.edit)
        self.days.removal_wanted.connect(self.remove)
        self.days.addition_wanted.connect(self.add_session)

    def _open(self, dialog: SessionDialog | RemoveDialog | AnewDialog | BootcampDialog) -> None:
        dialog.done_so.connect(self._tell)
        dialog.finished.connect(lambda _how: self.days.take_focus())
        self.dialog = dialog
        dialog.open()

    def _tell(self, text: Text, kind: type) -> None:
        self.said.emit(text, self._acts.latest(kind))

    def _lengthened(self, session: Session) -> None:
        others = agenda.overlapping_with(
            agenda.planned(session), self._sessions, besides=session.id
        )
        self._tell(lambda: _longer(session, others), SessionsChanged)

    def _show_now(self, now: datetime) -> None:
        session = self._running = agenda.to_lengthen(now, self._sessions)
        self.now.setVisible(session is not None)
        if session is not None:
            self.now.show_text(lambda: _now(session), "info")
            self.longer.setEnabled(not session.is_locked)

    def _scale(self) -> None:
        self._front.setMinimumHeight(theme.px(_LEAST))


def details_of(bootcamp: Bootcamp) -> str:
    """Give a bootcamp's days, its place and what a certificate asks for, in one line."""
    place = ", ".join(filter(None, (bootcamp.venue, province_name(bootcamp.province))))
    percent = _("{n} % for the certificate").format(n=digits(bootcamp.certificate_percent))
    days = days_in_words(bootcamp.starts_on, bootcamp.ends_on)
    return " · ".join(filter(None, (days, place, percent)))


def _outside(n: int) -> str:
    return ngettext(
        "{n} session is on none of the bootcamp's days. Move it, or change the bootcamp's days.",
        "{n} sessions are on none of the bootcamp's days. Move them, or change the bootcamp's "
        "days.",
        n,
    ).format(n=digits(n))


def _now(session: Session) -> str:
    return _("Now: “{title}”, {hours}").format(title=session.title, hours=hours_of(session))


def _longer(session: Session, others: Sequence[Session]) -> str:
    told = _("“{title}” ends at {time} now.").format(
        title=session.title, time=clock_time(session.ends_at)
    )
    clashes = [str(Sentence("It overlaps with “{title}”.", title=one.title)) for one in others]
    return " ".join([told, *clashes])
