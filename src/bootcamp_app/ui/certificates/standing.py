"""How everybody stands to a certificate, read for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.words import digits, in_words

if TYPE_CHECKING:
    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Certificate, Entitlement
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.words import Text

STATES = {
    "issued": (N_("issued"), "good"),
    "earned": (N_("earned"), "info"),
    "not_earned": (N_("not earned"), ""),
    "revoked": (N_("revoked"), "bad"),
}
"""Every state: its word, and what its pill means."""

FILTERS: dict[str, Text] = {
    "all": N_("Everybody"),
    "earned": lambda: _("earned").capitalize(),
    "not_earned": lambda: _("not earned").capitalize(),
    "issued": lambda: _("issued").capitalize(),
}
"""Whom the list may show."""


@dataclass(frozen=True)
class Standing:
    """One person: what they have earned, and the certificate they were given last."""

    entitlement: Entitlement
    certificate: Certificate | None

    @property
    def id(self) -> str:
        """By what a table knows this person again."""
        return self.entitlement.participant.participation_id

    @property
    def person(self) -> Participant:
        """Whose it is."""
        return self.entitlement.participant

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.certificate is not None:
            return "revoked" if self.certificate.is_revoked else "issued"
        return "earned" if self.entitlement.is_entitled else "not_earned"

    @property
    def word(self) -> str:
        """The state in a word."""
        return _(STATES[self.state][0])

    @property
    def meaning(self) -> str:
        """What the state's pill means."""
        return STATES[self.state][1]

    @property
    def serial(self) -> str:
        """The certificate's number, or nothing."""
        return self.certificate.serial if self.certificate else ""

    @property
    def why(self) -> str:
        """Why none was earned, in the language in use."""
        why = self.entitlement.why
        return digits(in_words(why)) if why is not None else ""

    def is_among(self, chosen: str) -> bool:
        """Say whether a filter of FILTERS shows this person."""
        is_earned = self.entitlement.is_entitled
        return {
            "earned": is_earned,
            "not_earned": not is_earned,
            "issued": self.state == "issued",
        }.get(chosen, True)


@dataclass(frozen=True)
class Standings:
    """Everybody of a bootcamp, and the participation ids that the search found."""

    everybody: list[Standing]
    found: frozenset[str]

    def among(self, chosen: str) -> list[Standing]:
        """Give those whom the search found and a filter shows."""
        return [
            one
            for one in self.everybody
            if one.person.participation_id in self.found and one.is_among(chosen)
        ]

    def of(self, participation_id: str) -> Standing | None:
        """Give how one person stands."""
        return next(
            (one for one in self.everybody if one.person.participation_id == participation_id), None
        )

    @property
    def earned(self) -> int:
        """How many have earned a certificate."""
        return sum(one.entitlement.is_entitled for one in self.everybody)

    @property
    def issued(self) -> int:
        """How many hold one."""
        return sum(one.state == "issued" for one in self.everybody)


def read_standings(app: App, bootcamp: Bootcamp, search: str) -> Standings:
    """Read how everybody stands; a certificate that holds goes before revoked ones."""
    held: dict[str, Certificate] = {}
    for certificate in app.certificates.known(bootcamp):
        earlier = held.get(certificate.participation_id)
        if earlier is None or earlier.is_revoked:
            held[certificate.participation_id] = certificate
    everybody = [
        Standing(one, held.get(one.participant.participation_id))
        for one in app.certificates.entitlements(bootcamp)
    ]
    return Standings(everybody, frozenset(app.people.ids(bootcamp, search)))
