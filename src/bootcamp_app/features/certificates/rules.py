"""Who has earned a certificate, and how serials are made. No database: values in, answer out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import Sentence
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

    @property
    def counting(self) -> list[Session]:
        """The sessions that count towards the certificate."""
        return [session for session in self.sessions if session.counts]


def entitlement(
    participant: Participant, rule: Rule, presences: Mapping[str, Presence]
) -> Entitlement:
    """Say whether somebody has earned a certificate; presences are given by session id."""
    attended = {key for key, presence in presences.items() if presence.is_present}
    present = [session for session in rule.counting if session.id in attended]
    missed = [one for one in rule.sessions if one.is_mandatory and one.id not in attended]
    why = _why_not(participant, rule, len(present), missed)
    evidence = {
        "sessions": [session.id for session in present],
        "of": len(rule.counting),
        "percent_needed": rule.percent,
    }
    return Entitlement(participant, why is None, why, evidence)


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


def _why_not(
    participant: Participant, rule: Rule, present: int, missed: Sequence[Session]
) -> Sentence | None:
    if participant.status in {"withdrawn", "substituted"}:
        return Sentence("Has withdrawn.")
    if missed:
        return Sentence("Missed a session that everybody must attend.")
    needed = -(-rule.percent * len(rule.counting) // 100)
    if present >= max(needed, 1):
        return None
    return Sentence(
        "Attended {present} of {all} sessions; {needed} are needed.",
        present=present,
        all=len(rule.counting),
        needed=max(needed, 1),
    )


def _check_sign(body: str) -> str:
    """Give the check sign by ISO 7064 MOD 37,36 over the letters and digits."""
    check = 36
    for sign in body:
        if sign in _SIGNS:
            check = (check + _SIGNS.index(sign)) % 36 or 36
            check = check * 2 % 37
    return _SIGNS[(37 - check) % 36]
