"""What is counted: one bootcamp, a programme or all; of some days; for the public or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.reports.indicator_views import Scope
from bootcamp_app.features.reports.indicator_words import UNTITLED
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.date_field import DateField
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.reports.files.whom import TURNED
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bootcamp_app.features.bootcamps.views import Bootcamp, Programme
    from bootcamp_app.ui.words import Text

ALL = "all"
_PUBLIC = N_("Public version: hide groups of fewer than 5 people")
_BOOTCAMP, _PROGRAMME = "bootcamp:", "programme:"


class ScopeCard(Card):
    """Asks what to count; tells of every change."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        self._home = ALL
        self.form = Form()
        with self.form.one_line():
            self.form.add_choice("what", N_("What to count"), _choices([], []), ALL)
            self.form.add_choice("when", N_("Of which days"), _DAYS, ALL)
        with self.form.one_line():
            self.form.add_date("first", N_("First day"), today)
            self.form.add_date("last", N_("Last day"), today)
        self.form.add_yes_no("public", lambda: digits(_(_PUBLIC)), value=False)
        super().__init__("", self.form)
        self._is_offered = False
        self._scope = self._read()
        self.form.changed.connect(self._hear)
        self._show_days()

    def offer(self, bootcamps: Sequence[Bootcamp], programmes: Sequence[Programme]) -> None:
        """Offer these, and keep what is chosen where it is among them."""
        self._what.offer(_choices(bootcamps, programmes), self._what.key or ALL)
        if not self._is_offered and bootcamps:
            self._is_offered = True
            self._begin_with(min(one.starts_on for one in bootcamps),
                             max(one.ends_on for one in bootcamps))  # fmt: skip
        if not self._is_turned:
            self._scope = self._read()

    def _begin_with(self, first: date, last: date) -> None:
        """Have the fields begin with the days of the bootcamps, so that no page begins empty."""
        with QSignalBlocker(self.form):
            for name, day in (("first", first), ("last", last)):
                field = self.form.field(name)
                assert isinstance(field, DateField)
                field.show_day(day)

    def follow(self, bootcamp: Bootcamp | None) -> None:
        """Count the bootcamp that is in front, unless somebody chose something else."""
        home = f"{_BOOTCAMP}{bootcamp.id}" if bootcamp is not None else ALL
        if self._what.key == self._home:
            self._what.choose(home)
        self._home = home

    @property
    def scope(self) -> Scope:
        """What was chosen last and can be counted."""
        return self._scope

    @property
    def _is_turned(self) -> bool:
        said = self.form.values()
        return bool(said["when"] != ALL and said["last"] < said["first"])

    def _read(self) -> Scope:
        said = self.form.values()
        kind, _colon, key = str(said["what"]).partition(":")
        first, last = said["first"], said["last"]
        is_bounded = said["when"] != ALL
        return Scope(
            bootcamps=(key,) if kind == _BOOTCAMP[:-1] else (),
            programme=key if kind == _PROGRAMME[:-1] else "",
            first=first if is_bounded else None,
            last=last if is_bounded else None,
        )

    @property
    def is_public(self) -> bool:
        """Whether small groups are hidden."""
        return bool(self.form.values()["public"])

    @property
    def _what(self) -> ChoiceField:
        field = self.form.field("what")
        assert isinstance(field, ChoiceField)
        return field

    def _hear(self) -> None:
        self._show_days()
        if self._is_turned:
            self.form.refuse("last", TURNED)
            return
        self.form.clear_refusal("last")
        self._scope = self._read()
        self.changed.emit()

    def _show_days(self) -> None:
        is_bounded = self.form.values()["when"] != ALL
        for name in ("first", "last"):
            self.form.show_field(name, is_shown=is_bounded)


_DAYS: list[tuple[str, Text]] = [(ALL, N_("All days")), ("some", N_("From one day to another"))]


def _choices(
    bootcamps: Sequence[Bootcamp], programmes: Sequence[Programme]
) -> list[tuple[str, Text]]:
    """Give everything that can be counted, the wide before the narrow."""
    return [
        (ALL, N_("All bootcamps")),
        *((f"{_PROGRAMME}{one.id}", _title_of(one)) for one in programmes),
        *((f"{_BOOTCAMP}{one.id}", _title_of(one)) for one in bootcamps),
    ]


def _title_of(one: Bootcamp | Programme) -> Text:
    return lambda: one.title or _(UNTITLED)
