"""What a certificate asks for: the fields that set it, the whole rule in words, who has earned."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.bootcamps.details import MOST_HOURS
from bootcamp_app.features.certificates.reasons import told_rule
from bootcamp_app.features.certificates.rules import rule_of
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.words import digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.form import Form

RULE = ("certificate_percent", "certificate_day_percent", "certificate_hours", "excused_counts")
"""The fields of a bootcamp that are its rule."""
_PAUSE = 200
"""Milliseconds of rest after which it is counted who has earned one."""


_LABELS = {
    "certificate_percent": N_("Certificate: % of all sessions"),
    "certificate_day_percent": N_("Certificate: % of each day, 0 for none"),
    "certificate_hours": N_("Certificate: least hours, 0 for none"),
}
_ALONE = {
    "certificate_percent": N_("% of all sessions"),
    "certificate_day_percent": N_("% of each day, 0 for none"),
    "certificate_hours": N_("Least hours, 0 for none"),
}
"""What they are called where the form asks for nothing but the rule."""


def add_rule(form: Form, bootcamp: Bootcamp, *, is_alone: bool = False) -> None:
    """Add the fields of the rule to a form, which may ask for nothing else."""
    labels = _ALONE if is_alone else _LABELS
    with form.one_line():
        form.add_number(
            "certificate_percent",
            labels["certificate_percent"],
            bootcamp.certificate_percent,
            0,
            100,
        )
        form.add_number(
            "certificate_day_percent",
            labels["certificate_day_percent"],
            bootcamp.certificate_day_percent,
            0,
            100,
        )
    form.add_number(
        "certificate_hours",
        labels["certificate_hours"],
        bootcamp.certificate_hours,
        0,
        MOST_HOURS,
    )
    form.add_yes_no(
        "excused_counts",
        N_("Who is excused counts as having been there"),
        value=bootcamp.excused_counts,
    )


def ruled(bootcamp: Bootcamp, values: Mapping[str, Any]) -> Bootcamp:
    """Give a bootcamp with the rule that was filled in."""
    return replace(bootcamp, **{name: values[name] for name in RULE})


class RuleInWords(QWidget):
    """Says a rule in words, and how many people have earned a certificate under it."""

    def __init__(self, desk: Desk, sessions: Sequence[Session]) -> None:
        super().__init__()
        self._desk = desk
        self._sessions = sessions
        self._bootcamp: Bootcamp | None = None
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._count)
        self.rule = Label(wraps=True)
        self.earned = Label(wraps=True)
        self.earned.setProperty("weight", "bold")
        self.setLayout(column(self.rule, self.earned, gap=4))

    def show_rule(self, bootcamp: Bootcamp) -> None:
        """Say the rule of a bootcamp as it is given, kept or not."""
        self._bootcamp = bootcamp
        say(self.rule, partial(rule_in_words, bootcamp, self._sessions))
        self._rest.start()

    def _count(self) -> None:
        bootcamp, certificates = self._bootcamp, self._desk.app.certificates
        if bootcamp is not None:
            self._desk.tasks.read(
                self, lambda: certificates.earned_under(bootcamp), self._say_earned, key="earned"
            )

    def _say_earned(self, told: tuple[int, int]) -> None:
        say(self.earned, partial(earned_in_words, *told))


def rule_in_words(bootcamp: Bootcamp, sessions: Sequence[Session]) -> str:
    """Say what a bootcamp's certificate asks for."""
    return digits(in_words(told_rule(rule_of(bootcamp, sessions))))


def earned_in_words(earned: int, people: int) -> str:
    """Say how many have earned a certificate."""
    told = ngettext(
        "{n} of {all} has earned a certificate",
        "{n} of {all} have earned a certificate",
        earned,
    )
    return told.format(n=digits(earned), all=digits(people))
