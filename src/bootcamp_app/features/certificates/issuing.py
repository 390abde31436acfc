"""Who gets a certificate when they are issued, and what is told of the others. No database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.certificates.naming import same_names
from bootcamp_app.features.certificates.views import Entitlement, IssueResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet


@dataclass(frozen=True)
class Issuing:
    """Those to whom certificates are to be issued, by what they have earned and hold already."""

    everybody: Sequence[Entitlement]
    only: AbstractSet[str]
    """Who is meant, by participation id; everybody where empty."""
    holders: AbstractSet[str]
    """Who has one that holds."""
    revoked: Mapping[str, str]
    """The serial of the one that was revoked, also of those who have another one since."""
    spares_revoked: bool

    @cached_property
    def asked(self) -> list[Entitlement]:
        """Those who are meant; who is spared has earned none for now, with the reason."""
        return [
            _spared(one, self._void[key_of(one)]) if self._is_spared(one) else one
            for one in self._meant
        ]

    @cached_property
    def entitled(self) -> list[Entitlement]:
        """Those of them who have earned one."""
        return [one for one in self.asked if one.is_entitled]

    @cached_property
    def wanted(self) -> list[Entitlement]:
        """Those of them who do not have it as yet."""
        return [one for one in self.entitled if key_of(one) not in self.holders]

    @cached_property
    def spared(self) -> list[Entitlement]:
        """Those who would get another one although theirs was revoked, where they are not to."""
        return [one for one in self._meant if self._is_spared(one)]

    def but(self, unprintable: Sequence[Entitlement]) -> list[Entitlement]:
        """Give those who are wanted without those whose names no paper can show."""
        left_out = set(map(key_of, unprintable))
        return [one for one in self.wanted if key_of(one) not in left_out]

    def result(
        self, issued: int, unprintable: Sequence[Entitlement], problems: Sequence[Sentence]
    ) -> IssueResult:
        """Say what came of it, or would come of it."""
        now = self.but(unprintable)
        getting = set(map(key_of, now))
        having = self.holders | getting
        people = [one.participant for one in self.everybody if key_of(one) in having]
        return IssueResult(
            issued=issued,
            already=len(self.entitled) - issued - len(unprintable),
            not_entitled=[*(one for one in self.asked if not one.is_entitled), *unprintable],
            unprintable=list(unprintable),
            same_names=same_names(people, getting),
            problems=list(problems),
            revoked_before=[one.participant for one in now if key_of(one) in self._void],
            spared=[one.participant for one in self.spared],
        )

    def _is_spared(self, one: Entitlement) -> bool:
        return self.spares_revoked and one.is_entitled and key_of(one) in self._void

    @cached_property
    def _meant(self) -> list[Entitlement]:
        return [one for one in self.everybody if not self.only or key_of(one) in self.only]

    @cached_property
    def _void(self) -> dict[str, str]:
        return {key: one for key, one in self.revoked.items() if key not in self.holders}


def key_of(one: Entitlement) -> str:
    """Give the participation of whom an entitlement speaks."""
    return one.participant.participation_id


def _spared(one: Entitlement, serial: str) -> Entitlement:
    why = Sentence(
        "Certificate {serial} was revoked. Choose this person alone to issue another one.",
        serial=serial,
    )
    return replace(one, is_entitled=False, why=why)
