"""What a certificate says that is otherwise now, so that it may have to be corrected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from bootcamp_app.features.certificates.tables import DesignRow
from bootcamp_app.features.certificates.wording import personal_values, shared_values

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.features.people.views import Participant

_EARNED = ("issued_", "hours_")
"""What begins so is of the day of issue and of what was earned: it never has to be corrected."""
_FIELD = re.compile(r"\{(\w+)\}")


class Difference(NamedTuple):
    """A field that was printed, what was printed, and what it would be now."""

    field: str
    old: str
    new: str


def differences(
    printed: Mapping[str, str], now: Mapping[str, str], shown: Iterable[str] = ()
) -> list[Difference]:
    """Give what differs between two of what may be printed, of the fields shown or of all.

    The day of issue, and what was earned, never have to be corrected.
    """
    named = set(shown)
    return [
        Difference(field, old, now[field])
        for field, old in printed.items()
        if old != now.get(field, old)
        and not field.startswith(_EARNED)
        and (not named or field in named)
    ]


class Differing:
    """Compares what was printed with what a bootcamp's certificates would say now."""

    def __init__(
        self, bootcamp: Bootcamp, today: date, shown: Mapping[str, Collection[str]]
    ) -> None:
        # The same for everybody, and dates in words take their time.
        self._shared = shared_values(bootcamp, today)
        self._shown = shown

    def of(self, certificate: Certificate, participant: Participant) -> list[Difference]:
        """Give what differs, of the fields that stand on its paper."""
        now = self._shared | personal_values(participant)
        return differences(certificate.printed, now, self._shown.get(certificate.design_id, ()))


def fields_shown(reading: Reading, design_ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give the fields that stand on the paper of each design."""
    rows = reading.execute(
        select(DesignRow.id, DesignRow.content).where(DesignRow.id.in_(set(design_ids)))
    )
    return {key: fields_in(content["document"]) for key, content in rows}


def fields_in(document: Mapping[str, Any]) -> frozenset[str]:
    """Give the fields that a layout's parts name."""
    texts = (value for part in document["parts"] for value in part.values())
    return frozenset(
        name for text in texts if isinstance(text, str) for name in _FIELD.findall(text)
    )
