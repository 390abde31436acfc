"""People × sessions: one row a person, one column a session, sums at the right and below."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _
from bootcamp_app.features.reports.columns import WHO as ALL
from bootcamp_app.features.reports.columns import columns, in_words, state_title, values
from bootcamp_app.features.reports.standing import STATES, share, there
from bootcamp_app.features.reports.views import Column, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.earned import Earned
    from bootcamp_app.features.reports.facts import Stood
    from bootcamp_app.features.reports.standing import Standing
    from bootcamp_app.features.reports.views import Cell
    from bootcamp_app.features.teams.views import TeamNames

WHO = ("name_km", "name_en", "sex", "organisation", "sector", "province")
_PLACES = tuple(ALL.index(name) for name in WHO)
_NAMES = 3


def matrix_sheet(
    standing: Standing,
    teams: TeamNames,
    earned: Mapping[str, Earned],
    *,
    with_personal_data: bool,
) -> Sheet:
    """Give how everybody stands to each session; who has earned a certificate by participation."""
    before = columns(("number", *WHO), teams)
    of_sessions = tuple(
        Column(f"session_{number}", one.title, say=in_words, kind="state")
        for number, one in enumerate(standing.sessions, 1)
    )
    after = (
        *_counted(),
        *columns(("hours", "share", "certificate", "why_not", "person_id"), teams),
    )
    matrix = _Matrix(standing, earned, with_personal_data=with_personal_data)
    return Sheet(
        _("People × sessions"),
        (*before, *of_sessions, *after),
        matrix.rows(),
        len(standing.people),
        "matrix",
        _NAMES,
        matrix.totals(),
    )


class _Matrix:
    """The rows and the sums below them."""

    def __init__(
        self, standing: Standing, earned: Mapping[str, Earned], *, with_personal_data: bool
    ) -> None:
        self._standing = standing
        self._earned = earned
        self._lasting = [one.hours for one in standing.sessions]
        self._with_personal_data = with_personal_data

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Give a row for each person."""
        for number, one in enumerate(self._standing.people, 1):
            who = values(one)
            row = self._standing.row(one)
            counted = Counter(found.state for found in row if found)
            yield (
                number,
                *(who[at] for at in _PLACES),
                *(found.state if found else None for found in row),
                *(counted[state] for state in STATES),
                self._hours(row),
                share(counted),
                *self._certificate(one),
                one.person_id,
            )

    def totals(self) -> tuple[tuple[Cell, ...], ...]:
        """Give how many stand how to each session, and in all."""
        tallies = self._standing.tallies
        whole: Counter[str] = sum(tallies, Counter())
        blank: list[Cell] = [None] * len(WHO)
        end: list[Cell] = [None] * 3
        rows = [
            (
                state_title(state),
                *blank,
                *(tally[state] for tally in tallies),
                *(whole[state] if state == other else None for other in STATES),
                None,
                None,
                *end,
            )
            for state in STATES
        ]
        shares = (
            _("There, in time or late"),
            *blank,
            *(there(tally) for tally in tallies),
            *[None] * len(STATES),
            self._standing.person_hours,
            share(whole),
            *end,
        )
        return (*rows, shares)

    def _hours(self, row: Sequence[Stood | None]) -> float:
        pairs = zip(self._lasting, row, strict=True)
        return sum(hours for hours, found in pairs if found and found.is_there)

    def _certificate(self, one: Participant) -> tuple[Cell, Cell]:
        found = self._earned.get(one.participation_id)
        if found is None or found.is_entitled:
            return ("no" if found is None else "yes"), None
        # The reason of an exception is what somebody wrote about a person.
        is_told = self._with_personal_data or not found.is_exception
        return "no", found.why_not if is_told else None


def _counted() -> tuple[Column, ...]:
    return tuple(Column(state, state_title(state), kind="number") for state in STATES)
