"""Who has earned a certificate, and how serials are made. No database: values in, answer out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.attendance.rules import is_expected_at
from bootcamp_app.features.certificates.views import Entitlement

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = _SIGNS[10:]


@dataclass(frozen=True)
class Rule:
    """What a bootcamp asks for: a share of the counting sessions, and the mandatory ones."""

    percent: int
    sessions: Sequence[Session]

    def sessions_for(
        self, participant: Participant, presences: Mapping[str, Presence]
    ) -> list[Session]:
        """Give the sessions that ask for somebody: those that expect them, or that they came to."""
        return [
            session
            for session in self.sessions
            if is_expected_at(session, participant.role, participant.team)
            or (session.id in presences and presences[session.id].is_present)
        ]


def entitlement(
    participant: Participant, rule: Rule, presences: Mapping[str, Presence]
) -> Entitlement:
    """Say whether somebody has earned a certificate; presences are given by session id.

    Whoever is excused was not there: the share that may be missed is for that.
    """
    attended = {key for key, presence in presences.items() if presence.is_present}
    asked = rule.sessions_for(participant, presences)
    counting = [session for session in asked if session.counts]
    present = [session for session in counting if session.id in attended]
    missed = [one for one in asked if one.is_mandatory and one.id not in attended]
    excused = [one for one in counting if one.id in presences and _is_excused(presences[one.id])]
    tally = _Tally(len(present), len(excused), len(counting))
    why = _why_not(participant, rule.percent, tally, missed)
    evidence = {
        "sessions": [session.id for session in present],
        "of": len(counting),
        "percent_needed": rule.percent,
    }
    return Entitlement(participant, why is None, why, evidence, tuple(counting))


def serial(event: str, letter: str, number: int) -> str:
    """Give the serial EVENT-L-00123-K, whose last sign checks the others."""
    body = f"{event}-{letter}-{number:05d}"
    return f"{body}-{_check_sign(body)}"


def is_serial(text: str) -> bool:
    """Say whether a serial was copied without a mistake."""
    body, _dash, check = text.rpartition("-")
    return bool(body) and check == _check_sign(body)


def next_letter(taken: Collection[str]) -> str:
    """Give the first letter, or pair of letters, that no device signs with yet."""
    pairs = (first + second for first in _LETTERS for second in _LETTERS)
    return next(letter for letter in chain(_LETTERS, pairs) if letter not in taken)


def letters_of(device: str, taken: Collection[str]) -> str:
    """Give the pair of letters of a device that is not the workspace's first one.

    Laptops that were given the same copy cannot ask each other which letter is free, so each
    starts looking at a place of its own.
    """
    pairs = [first + second for first in _LETTERS for second in _LETTERS]
    start = int.from_bytes(sha256(device.encode()).digest()[:4], "big") % len(pairs)
    return next(pair for pair in pairs[start:] + pairs[:start] if pair not in taken)


class _Tally(NamedTuple):
    """Of how many sessions somebody was at how many, and excused from how many."""

    present: int
    excused: int
    all: int


def _is_excused(presence: Presence) -> bool:
    return presence.state == "excused"


def _why_not(
    participant: Participant, percent: int, tally: _Tally, missed: Sequence[Session]
) -> Sentence | None:
    if participant.status in {"withdrawn", "substituted"}:
        return Sentence("Has withdrawn.")
    if missed:
        return Sentence("Missed a session that everybody must attend.")
    needed = max(-(-percent * tally.all // 100), 1)
    if tally.present >= needed:
        return None
    if tally.excused:
        return Sentence(
            "Attended {present} of {all} sessions, excused from {excused}; {needed} are needed.",
            needed=needed,
            **tally._asdict(),
        )
    return Sentence(
        "Attended {present} of {all} sessions; {needed} are needed.",
        present=tally.present,
        all=tally.all,
        needed=needed,
    )


def _check_sign(body: str) -> str:
    """Give the check sign by ISO 7064 MOD 37,36 over the letters and digits."""
    check = 36
    for sign in body:
        if sign in _SIGNS:
            check = (check + _SIGNS.index(sign)) % 36 or 36
            check = check * 2 % 37
    return _SIGNS[(37 - check) % 36]
