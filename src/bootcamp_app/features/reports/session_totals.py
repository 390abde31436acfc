"""One row a session: how many stand how, and those who were there by sex, sector and province."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.bootcamps.places import province_name
from bootcamp_app.features.people.views import SECTORS, SEXES
from bootcamp_app.features.reports.columns import in_words, state_title
from bootcamp_app.features.reports.indicator_rules import ELSEWHERE, place
from bootcamp_app.features.reports.standing import STATES, share, there
from bootcamp_app.features.reports.views import Chart, Column, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.standing import Standing
    from bootcamp_app.features.reports.views import Cell

NAME = "sessions"
_NOT_STATED = "not_stated"
_TRAITS = {"sex": N_("Sex"), "sector": N_("Sector"), "province": N_("Province")}


class SessionTotals:
    """The figures of each session, counted once."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._tallies = standing.tallies
        self._there = [_traits(standing, session) for session in standing.sessions]
        provinces = {key for of in self._there for trait, key in of if trait == "province"}
        self._values = {
            "sex": list(SEXES),
            "sector": list(SECTORS),
            "province": [*sorted(provinces - {_NOT_STATED}, key=_place_order), _NOT_STATED],
        }

    def sheet(self) -> Sheet:
        """Give the figures as a sheet; the sums below are of participations in sessions."""
        rows = tuple(self._rows())
        return Sheet(
            _("Totals of the sessions"),
            self._columns(),
            rows,
            len(rows),
            NAME,
            1,
            (self._totals(),),
        )

    def charts(self) -> tuple[Chart, ...]:
        """Give the drawings: how many stand how, and who was there by sex and by sector."""
        return (
            Chart(_("Attendance by session"), NAME, "session", STATES, is_stacked=True),
            *(
                Chart(title, NAME, "session", self._names(trait), is_stacked=True)
                for trait, title in (
                    ("sex", _("Who was there, by sex")),
                    ("sector", _("Who was there, by sector")),
                )
            ),
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("session", _("Session")),
            Column("day", _("Day")),
            Column("begins", _("Begins")),
            Column("ends", _("Ends")),
            Column("hours", _("Hours"), kind="hours"),
            Column("counted", _("Counted"), kind="number"),
            *(Column(state, state_title(state), kind="number") for state in STATES),
            Column("there", _("There, in time or late"), kind="number"),
            Column("share", _("Share"), kind="percent"),
            Column("person_hours", _("Person-hours"), kind="hours"),
            *(
                Column(
                    name,
                    _("{group}: {number}").format(
                        group=_(_TRAITS[trait]), number=_said(trait, key)
                    ),
                    kind="number",
                )
                for trait in _TRAITS
                for name, key in zip(self._names(trait), self._values[trait], strict=True)
            ),
        )

    def _names(self, trait: str) -> tuple[str, ...]:
        return tuple(f"{trait}_{key}" for key in self._values[trait])

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        figures = zip(self._standing.sessions, self._tallies, self._there, strict=True)
        for session, tally, traits in figures:
            begins, ends = session.starts_at, session.ends_at
            when = (begins.date(), f"{begins:%H:%M}", f"{ends:%H:%M}", session.hours)
            hours = session.hours * there(tally)
            yield (session.title, *when, *self._figures(tally, traits, hours))

    def _totals(self) -> tuple[Cell, ...]:
        tallies: Counter[str] = sum(self._tallies, Counter())
        traits: Counter[tuple[str, str]] = sum(self._there, Counter())
        lasting = sum(one.hours for one in self._standing.sessions)
        return (
            _("All sessions"),
            None,
            None,
            None,
            lasting,
            *self._figures(tallies, traits, self._standing.person_hours),
        )

    def _figures(
        self, tally: Counter[str], traits: Counter[tuple[str, str]], hours: float
    ) -> Sequence[Cell]:
        return (
            tally.total(),
            *(tally[state] for state in STATES),
            there(tally),
            share(tally),
            hours,
            *(traits[trait, key] for trait in _TRAITS for key in self._values[trait]),
        )


def _traits(standing: Standing, session: Session) -> Counter[tuple[str, str]]:
    """Count who was at a session by (trait, value); what is not known is not stated."""
    counted: Counter[tuple[str, str]] = Counter()
    for one, found in standing.at(session):
        if found.is_there:
            counted.update(_of(one))
    return counted


def _of(one: Participant) -> tuple[tuple[str, str], ...]:
    return (
        ("sex", one.sex if one.sex in SEXES else _NOT_STATED),
        ("sector", one.sector if one.sector in SECTORS else _NOT_STATED),
        ("province", place(one.province)),
    )


def _place_order(key: str) -> tuple[bool, str]:
    return key == ELSEWHERE, key


def _said(trait: str, key: str) -> str:
    """Give a value in words; a province is its official code, or one that is on no list."""
    if trait != "province" or key == _NOT_STATED:
        return in_words(key)
    return _("elsewhere") if key == ELSEWHERE else province_name(key)
