"""A design made ready for the press: what many certificates share is drawn once a document."""

from __future__ import annotations

import json
from functools import lru_cache, partial
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import khmer_digits, latin_digits
from bootcamp_app.features.certificates.fields import IN_KHMER_DIGITS, PERSONAL
from bootcamp_app.features.certificates.parts.kinds import made
from bootcamp_app.features.certificates.parts.stock import Stock
from bootcamp_app.printing.paper import missing_characters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.certificates.parts.placed import Placed, Values
    from bootcamp_app.features.certificates.views import Certificate, Design
    from bootcamp_app.printing.paper import Paper

_KEPT = 16


class _Run(NamedTuple):
    """Parts one after the other which differ with each person, or which all of them do not."""

    is_personal: bool
    fields: tuple[str, ...]
    parts: tuple[Placed, ...]

    def draw(self, paper: Paper, values: Values) -> None:
        for part in self.parts:
            part.draw(paper, values)


class Plate:
    """Everything of a design that is the same for all certificates, worked out once."""

    def __init__(self, design: Design) -> None:
        self.stock = Stock(design)
        self.parts = {part["id"]: made(part, self.stock) for part in design.document["parts"]}
        self._has_latin_digits = design.digits == "latin"
        self._runs = [
            _Run(
                is_personal,
                tuple(sorted(frozenset[str]().union(*(one.fields for one in run)))),
                run,
            )
            for is_personal, parts in groupby(self.parts.values(), _is_personal)
            if (run := tuple(parts))
        ]
        self._personal = [part for run in self._runs if run.is_personal for part in run.parts]
        self._mark = _mark(design)

    def draw(self, paper: Paper, values: Values) -> None:
        """Draw one certificate; what it shares with the one before is only named again."""
        for number, run in enumerate(self._runs):
            if run.is_personal:
                run.draw(paper, values)
            else:
                shared = tuple(values.get(field, "") for field in run.fields)
                paper.stamp((self._mark, number, shared), partial(run.draw, values=values))

    def is_personal(self, name: str) -> bool:
        """Say whether a part differs from person to person."""
        return _is_personal(self.parts[name])

    def must_have_signs(self, values: Values) -> None:
        """Raise a Refusal where no font has a character of what differs with each person."""
        lost = [
            sign
            for part in self._personal
            for text, typeface in part.written(values)
            for sign in missing_characters(text, typeface)
        ]
        if lost:
            raise Refusal(
                "No font has the characters {signs}. Write the name without them.",
                signs=" ".join(dict.fromkeys(lost)),
            )

    def values(self, certificate: Certificate) -> dict[str, str]:
        """Give every field's value for one certificate, in the digits of the design."""
        own = {
            "serial": certificate.serial,
            "record": certificate.record,
            "revision": str(certificate.revision),
        }
        return self.in_digits({**certificate.printed, **own})

    def in_digits(self, values: Mapping[str, str]) -> dict[str, str]:
        """Give values with the digits that the design wants in its Khmer numbers and dates."""
        written = latin_digits if self._has_latin_digits else khmer_digits
        numbers = {key: written(values[key]) for key in IN_KHMER_DIGITS if key in values}
        return {**values, **numbers}


@lru_cache(maxsize=_KEPT)
def plate_of(design: Design) -> Plate:
    """Give a design made ready; the last few are kept."""
    return Plate(design)


def _is_personal(part: Placed) -> bool:
    return not part.fields.isdisjoint(PERSONAL)


def _mark(design: Design) -> str:
    """Give what two designs share if and only if they draw the same."""
    told: dict[str, Any] = {
        "document": design.document,
        "signatories": [vars(one) for one in design.signatories],
        "logos": list(design.logos),
        "digits": design.digits,
        "files": {name: sha256(data).hexdigest() for name, data in sorted(design.files.items())},
    }
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
