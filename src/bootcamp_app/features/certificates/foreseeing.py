"""Whose certificate no paper can show, and what is wrong with the layout, found before issuing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates import designs, linting
from bootcamp_app.features.certificates.records import NamesTooLong, must_fit
from bootcamp_app.features.certificates.wording import (
    NOT_ISSUED,
    hours_values,
    personal_values,
    record_of,
    shared_values,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Design, Entitlement

    Progress = Callable[[int, int], None]

_OF_A_PERSON = frozenset({"missing_glyph", "does_not_fit"})
"""What may be wrong because of a name, and is told of that person."""


def must_hold(design: Design, values: Mapping[str, str]) -> None:
    """Raise a Refusal where no paper can show what a design says whoever's name stands on it."""
    if found := linting.shared_misfits(design, values):
        raise Refusal(
            "No certificate can be printed as the layout is now. {reason}", reason=found[0].sentence
        )


class Foreseen:
    """What the certificates of a bootcamp would look like today."""

    def __init__(self, reading: Reading, bootcamp: Bootcamp, today: date) -> None:
        self._design = designs.current(reading, bootcamp)
        designs.must_be_whole(self._design)
        self._bootcamp = bootcamp
        self._today = today
        self._shared = shared_values(bootcamp, today)

    def unprintable(
        self,
        wanted: Sequence[Entitlement],
        progress: Progress = lambda done, of: None,  # noqa: ARG005
    ) -> list[Entitlement]:
        """Give those whose certificate no paper can show as it should be, with what to do.

        Raises a Refusal where that is not because of a name, but of what all certificates say.
        """
        found = []
        for done, one in enumerate(wanted):
            progress(done, len(wanted))
            if why := self._obstacle(one):
                found.append(replace(one, is_entitled=False, why=why))
        progress(len(wanted), len(wanted))
        return found

    def problems(self, wanted: Sequence[Entitlement]) -> list[Sentence]:
        """Give what is wrong with the layout itself, whoever's name stands on it."""
        found = linting.problems(self._design, self._values(wanted[0])) if wanted else []
        # Of what everybody's says, `unprintable` has refused these kinds before.
        return [one.sentence for one in found if one.kind not in _OF_A_PERSON]

    def _obstacle(self, one: Entitlement) -> Sentence | None:
        values = self._values(one)
        must_hold(self._design, values)
        if found := linting.personal_misfits(self._design, values):
            return found[0].sentence
        try:
            must_fit(record_of(one.participant, self._bootcamp, self._today))
        except NamesTooLong as problem:
            return problem.sentence
        return None

    def _values(self, one: Entitlement) -> dict[str, str]:
        hours = hours_values(one.sessions)
        printed = {**personal_values(one.participant), **self._shared, **hours}
        return {**printed, "serial": NOT_ISSUED, "record": "", "revision": "1"}
