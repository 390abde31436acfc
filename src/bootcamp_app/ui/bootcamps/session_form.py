"""The fields of a session."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps import agenda
from bootcamp_app.ui.bootcamps.canvases_field import CanvasesField
from bootcamp_app.ui.bootcamps.days_field import DaysField
from bootcamp_app.ui.bootcamps.group_words import group_choices
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.time_field import TimeField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bootcamp_app.features.bootcamps.agenda import Planned
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.views import Template

_MOST_LATE = 1440
_SAYS = {"starts": N_("Write a time, such as 8:30."), "ends": N_("Write a time, such as 11:30.")}


class SessionForm(Form):
    """What can be said of a session."""

    removal_wanted = Signal()

    def __init__(
        self, plan: Planned, days: Sequence[date], bootcamp: Bootcamp, *, is_new: bool
    ) -> None:
        super().__init__()
        self._plan = plan
        self._zone = bootcamp.zone
        self._days = DaysField(days, bootcamp.starts_on)
        self._canvases = CanvasesField(plan.canvases)
        self._starts = TimeField(plan.starts_at.time())
        self._ends = TimeField(plan.ends_at.time())
        self._add_words()
        self._add_hours()
        self._add_rules()
        if not is_new:
            remove = Button(N_("Remove this session…"), kind="danger", icon_name="trash")
            remove.clicked.connect(self.removal_wanted)
            self.add_own("remove", "", remove, lambda: None)

    @property
    def day(self) -> date:
        """The day on which it begins."""
        day: date = self.values()["day"]
        return day

    @property
    def days(self) -> list[date]:
        """The further days with the same hours."""
        return self._days.chosen

    @property
    def extends(self) -> bool:
        """Whether the bootcamp is to last for these days as well."""
        values = self.values()
        return bool(values["extends"]) and self.field("extends").isVisibleTo(self)

    def leave_out(self, day: date) -> None:
        """Have the day of the session itself not to be chosen as a further one."""
        self._days.leave_out(day)

    def offer_groups(self, groups: Mapping[str, Sequence[str]]) -> None:
        """Offer the roles and teams that there are."""
        self._expects.offer(group_choices(groups, self._plan.expects))

    def offer_canvases(self, offered: Sequence[Template]) -> None:
        """Offer the canvases that teams may work on."""
        self._canvases.offer(offered)

    def planned(self) -> Planned | None:
        """Give what is written, or None where the hours cannot be read."""
        starts, ends = self._starts.written, self._ends.written
        if starts is None or ends is None:
            return None
        values = self.values()
        starts_at = datetime.combine(values["day"], starts, self._zone)
        return replace(
            self._plan,
            starts_at=starts_at,
            ends_at=self._end_of(starts_at, ends),
            **{name: values[name] for name in agenda.FIELDS if name in values},
        )

    def understood(self) -> Planned | None:
        """Give what is written; else say at its field what cannot be so, and put the keys there."""
        self.clear_refusals()
        values = self.values()
        wrong: list[tuple[str, str]] = []
        if not (values["title_km"].strip() or values["title_en"].strip()):
            wrong.append(("title_km", N_("Write the title, in Khmer or in English.")))
        wrong += [(name, text) for name, text in _SAYS.items() if values[name] is None]
        plan = self.planned()
        if plan is not None and plan.ends_at <= plan.starts_at:
            wrong.append(("ends", N_("A session ends after it begins. Correct the hours.")))
        for name, text in wrong:
            self.refuse(name, text)
        if wrong:
            self.field(wrong[0][0]).setFocus()
            return None
        return plan

    def _end_of(self, starts_at: datetime, ends: time) -> datetime:
        """Give when it ends: of a session that goes on after midnight, on the next day."""
        ends_at = datetime.combine(starts_at.date(), ends, self._zone)
        spans = self._plan.ends_at.date() > self._plan.starts_at.date() or ends == time()
        return ends_at + timedelta(days=1) if ends_at <= starts_at and spans else ends_at

    def _add_words(self) -> None:
        plan = self._plan
        self.add_text("title_km", N_("Title in Khmer"), plan.title_km)
        self.add_text("title_en", N_("Title in English"), plan.title_en)
        with self.one_line():
            self.add_text("facilitator", N_("Facilitator"), plan.facilitator)
            self._expects = self.add_choice(
                "expects", N_("Who is expected"), group_choices({}, plan.expects), plan.expects
            )

    def _add_hours(self) -> None:
        plan = self._plan
        self.add_date("day", N_("Day"), plan.starts_at.date())
        with self.one_line():
            self.add_own("starts", N_("Begins at"), self._starts, lambda: self._starts.written)
            self.add_own("ends", N_("Ends at"), self._ends, lambda: self._ends.written)
        for name, field in (("starts", self._starts), ("ends", self._ends)):
            field.changed.connect(partial(self._changed, name))
        with self.one_line():
            self.add_number(
                "opens_before", N_("Door opens, minutes before"), plan.opens_before, 0,
                agenda.MOST_BEFORE,
            )  # fmt: skip
            self.add_number(
                "late_after", N_("Late from, minutes after"), plan.late_after, 0, _MOST_LATE
            )

    def _add_rules(self) -> None:
        plan = self._plan
        self.add_own(
            "canvases", N_("Canvases that teams work on"), self._canvases,
            lambda: tuple(self._canvases.chosen),
        )  # fmt: skip
        self._canvases.changed.connect(lambda: self._changed("canvases"))
        self.add_yes_no("is_mandatory", N_("Everybody has to be there"), plan.is_mandatory)
        self.add_yes_no("counts", N_("Counts towards the certificate"), plan.counts)
        self.add_own(
            "days", N_("Repeat on these days"), self._days, lambda: tuple(self._days.chosen)
        )
        self._days.changed.connect(lambda: self._changed("days"))
        self.show_field("days", is_shown=len(self._days.chips) > 1)
        self.add_yes_no("extends", N_("Have the bootcamp last for these days as well"), value=True)
