"""The panel of a report: its form, its buttons, and what it will look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import FieldRefusal, Refusal
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.pace import Pace
from bootcamp_app.ui.reports.files.concern import concerns
from bootcamp_app.ui.reports.files.delivery import Delivery, ToHandOver
from bootcamp_app.ui.reports.files.panel import Panel
from bootcamp_app.ui.reports.files.preview import Preview
from bootcamp_app.ui.reports.files.report_form import ReportForm
from bootcamp_app.ui.reports.files.whom import read_known

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.reports.views import Choice
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.delivery import Written
    from bootcamp_app.ui.reports.files.offered import Offered
    from bootcamp_app.ui.reports.files.whom import Known
    from bootcamp_app.ui.reports.files.wish import Wish

_BESIDE, _SHARES = 860, (2, 5)
_ALSO_OF_NOBODY = {"sign-in", "canvases"}
"""Sheets with free rows are of use before there is a list, and notes are nobody's."""


class ReportPanel(Panel):
    """Asks what a report needs to know, shows it, and hands it over."""

    def __init__(self, desk: Desk, offered: Offered) -> None:
        super().__init__(desk, offered)
        self._kind = report_kinds()[offered.id]
        self.form = ReportForm(self._kind, desk.memory)
        self.preview = Preview(desk)
        self.delivery = Delivery(desk, offered.title, self._to_hand_over)
        self.hand_over(self.delivery)
        chosen = Card("", self.form)
        chosen.body.addStretch(1)
        self.nobody = EmptyState(
            "users",
            N_("Nobody is in this bootcamp yet"),
            N_("This file tells of people. Begin with the list."),
            button(N_("Import a list"), lambda: self.wanted.emit("people.import")),
        )
        self.nobody.hide()
        shown = Card("", self.preview, self.nobody)
        shown.body.setContentsMargins(12, 12, 12, 12)
        shown.body.setStretch(0, 1)
        self.body.addWidget(SideBySide(chosen, shown, needed=_BESIDE, shares=_SHARES), 1)
        self._pace = Pace(self)
        self._bootcamp_id = ""
        self._given: Choice | None = None
        self._is_late = False
        """Whether something changed while the preview was being made."""
        self._connect()

    def _connect(self) -> None:
        self.form.changed.connect(self._renew)
        self.form.changed.connect(self.delivery.stop_asking)
        self.desk.bridge.happened.connect(self._hear)
        self._pace.due.connect(self._renew_if_seen)
        self.preview.ended.connect(self._end_preview)

    @property
    def first(self) -> QWidget:
        """What takes the keys when the panel is opened."""
        return self.form.form.field("form")

    def open(self) -> None:
        """Called each time it is shown: know the workspace as it is now."""
        app, bootcamp, scope = self.desk.app, self.desk.bootcamp, self._kind.scope
        self.desk.tasks.read(
            self, lambda: read_known(app, bootcamp, scope), self._know, key="known"
        )

    def close_preview(self) -> None:
        """Called when it is left: whatever is being made for it is dropped."""
        self.preview.clear()
        self.delivery.forget()

    def give(self, choice: Choice) -> None:
        """Have the form show what was chosen elsewhere, when it is opened next."""
        self._given = choice

    def _know(self, known: Known) -> None:
        self.form.offer(known)
        bootcamp = known.bootcamp
        chosen = bootcamp.id if bootcamp else ""
        if chosen != self._bootcamp_id:
            self._bootcamp_id = chosen
            self.delivery.forget()  # it was about the one before
        given, self._given = self._given, None
        if given is not None:
            self.form.take(given)
        is_empty = bootcamp is not None and not known.people
        self._show_nobody(is_empty=is_empty and self._kind.id not in _ALSO_OF_NOBODY)
        if bootcamp is not None and self._kind.scope != "programme":
            self.say_whom(lambda: str(Sentence("For “{bootcamp}”", bootcamp=bootcamp.title)))
        self._renew()

    def _show_nobody(self, *, is_empty: bool) -> None:
        is_shown = is_empty and self._kind.scope != "programme"
        self.nobody.setVisible(is_shown)
        self.preview.setVisible(not is_shown)

    def _renew(self) -> None:
        """Show what is chosen now."""
        try:
            wish = self.form.wish
        except FieldRefusal:
            self.preview.clear()
            return
        except Refusal as refusal:
            self.preview.refuse(refusal)
            return
        self.preview.show_wish(wish)

    def _hear(self, fact: object) -> None:
        if concerns(self._kind.id, fact):
            self._pace.ask()

    def _renew_if_seen(self) -> None:
        if not self.isVisible() or self.preview.is_stopped:
            return
        if self.nobody.isVisible():
            self.open()  # somebody may be there now
            return
        # What is being made is shown first: at a busy door it would never be done.
        self._is_late = self.preview.is_busy
        if not self._is_late:
            self._pace.began()
            self._renew()

    def _end_preview(self) -> None:
        self._pace.ended()
        if self._is_late:
            self._is_late = False
            self._pace.ask()

    def _to_hand_over(self) -> ToHandOver:
        return self._file_of(self.form.wish)

    def _file_of(self, wish: Wish) -> ToHandOver:
        without = wish.without_personal_data()
        return ToHandOver(
            wish.kind.title,
            wish.file_name,
            wish.ending,
            self._writer(wish),
            names_people=wish.names_people,
            without=None if without is None else lambda: self._file_of(without),
        )

    def _writer(self, wish: Wish) -> Written:
        write = self.desk.app.exports.write
        return lambda target, step: write(wish.kind.id, wish.choice, target, wish.form, step)
