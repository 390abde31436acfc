"""How everybody stands to a certificate: what they have earned, and what they were given."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bootcamp_app.features.certificates.differing import Difference
    from bootcamp_app.features.certificates.views import Certificate, Entitlement
    from bootcamp_app.features.people.views import Participant

STATES = {
    "issued": N_("issued"),
    "differs": N_("differs"),
    "twice": N_("issued twice"),
    "earned": N_("earned"),
    "one_short": N_("one session short"),
    "not_earned": N_("not earned"),
    "revoked": N_("revoked"),
}
"""Every state, and its word."""


@dataclass(frozen=True)
class Standing:
    """One person: what they have earned, and the certificate they were given last."""

    entitlement: Entitlement
    certificate: Certificate | None = None
    """The one that holds, else the last one that did."""
    differences: tuple[Difference, ...] = ()
    """What its paper says that is otherwise now."""
    void_because: str = ""
    """Why the last one was revoked, where none holds."""
    others: tuple[Certificate, ...] = ()
    """Further ones that hold as well: two laptops issued before they met."""

    @property
    def id(self) -> str:
        """By what a table knows this person again."""
        return self.entitlement.participant.participation_id

    @property
    def person(self) -> Participant:
        """Whose it is."""
        return self.entitlement.participant

    @property
    def holds_one(self) -> bool:
        """Whether they have a certificate that counts."""
        return self.certificate is not None and self.certificate.holds

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.holds_one:
            if self.others:
                return "twice"
            return "differs" if self.differences else "issued"
        if self.certificate is not None:
            return "revoked"
        if self.entitlement.is_entitled:
            return "earned"
        return "one_short" if self.entitlement.is_one_short else "not_earned"

    @property
    def serial(self) -> str:
        """The certificate's number, or nothing."""
        return self.certificate.serial if self.certificate else ""

    @property
    def revision(self) -> int:
        """The certificate's revision, or 0 where there is none."""
        return self.certificate.revision if self.certificate else 0


FILTERS: Mapping[str, Callable[[Standing], bool]] = {
    "all": lambda _one: True,
    "to_issue": lambda one: one.entitlement.is_entitled and not one.holds_one,
    "issued": lambda one: one.holds_one,
    "not_entitled": lambda one: not one.entitlement.is_entitled,
    "one_short": lambda one: one.entitlement.is_one_short,
    "exceptions": lambda one: one.entitlement.exception is not None,
    "differs": lambda one: bool(one.differences or one.others),
    "revoked": lambda one: one.certificate is not None and one.certificate.is_revoked,
}
"""Whom a list may show."""


def held_by(certificates: Sequence[Certificate]) -> dict[str, list[Certificate]]:
    """Give everybody's certificates by participation id, the one that counts first.

    What holds goes before what is void, the latest revision before earlier ones.
    """
    held: dict[str, list[Certificate]] = defaultdict(list)
    for one in certificates:
        held[one.participation_id].append(one)
    for of_one in held.values():
        of_one.sort(key=lambda one: (one.holds, one.issued_on, one.revision, one.id), reverse=True)
    return held
