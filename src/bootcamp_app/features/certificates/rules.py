"""Who has earned a certificate, and how serials are made. No database: values in, answer out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.rules import is_expected_at
from bootcamp_app.features.attendance.views import Presence
from bootcamp_app.features.certificates.reasons import WITHDRAWN, excepted, why_not
from bootcamp_app.features.certificates.views import Entitlement

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.certificates.views import Exempt
    from bootcamp_app.features.people.views import Participant

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = _SIGNS[10:]


@dataclass(frozen=True)
class Rule:
    """What a bootcamp asks for: a share of the counting sessions, and the mandatory ones.

    It may ask for a share of each day's sessions and for hours besides. Whoever is excused was
    not there, unless it says so: the share that may be missed is for that.
    """

    percent: int
    sessions: Sequence[Session]
    day_percent: int = 0
    hours: int = 0
    excused_counts: bool = False
    _expected: dict[tuple[str, str], list[Session]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def sessions_for(
        self, participant: Participant, presences: Mapping[str, Presence]
    ) -> list[Session]:
        """Give the sessions that ask for somebody: those that expect them, or that they came to."""
        role, team = participant.role, participant.team
        expected = self._expected.get((role, team))
        if expected is None:
            expected = [one for one in self.sessions if is_expected_at(one, role, team)]
            self._expected[role, team] = expected
        if len(expected) == len(self.sessions):
            return expected
        wanted = {one.id for one in expected}
        came = {key for key, presence in presences.items() if presence.is_present}
        return [one for one in self.sessions if one.id in wanted or one.id in came]


def rule_of(bootcamp: Bootcamp, sessions: Sequence[Session]) -> Rule:
    """Give what a bootcamp asks for."""
    return Rule(
        percent=bootcamp.certificate_percent,
        sessions=sessions,
        day_percent=bootcamp.certificate_day_percent,
        hours=bootcamp.certificate_hours,
        excused_counts=bootcamp.excused_counts,
    )


@dataclass(frozen=True)
class Day:
    """How many of one day's counting sessions somebody was at, and how many are needed."""

    day: date
    attended: int
    of: int
    needed: int


@dataclass(frozen=True)
class Tally:
    """How somebody stands to a rule."""

    rule: Rule
    asked: Sequence[Session]
    counting: Sequence[Session]
    presences: Mapping[str, Presence]
    there: frozenset[str]
    """The ids of the sessions at which they are taken as having been."""

    @property
    def attended(self) -> int:
        """At how many of the counting sessions they were in person."""
        return sum(_is_present(self.presences.get(one.id)) for one in self.counting)

    @property
    def excused(self) -> int:
        """From how many of the counting sessions they were excused."""
        return sum(_is_excused(self.presences.get(one.id)) for one in self.counting)

    @property
    def credited(self) -> int:
        """At how many of the counting sessions they are taken as having been."""
        return sum(one.id in self.there for one in self.counting)

    @property
    def needed(self) -> int:
        """At how many of the counting sessions they must have been; never none."""
        return max(_share(self.rule.percent, len(self.counting)), 1)

    @property
    def hours(self) -> float:
        """How many hours they were there, or are taken as having been."""
        return sum(one.hours for one in self.counting if one.id in self.there)

    @property
    def missed(self) -> list[Session]:
        """The mandatory sessions at which they were not."""
        return [one for one in self.asked if one.is_mandatory and one.id not in self.there]

    @property
    def days(self) -> list[Day]:
        """How they stand on each day that asks for them."""
        by_day: dict[date, list[Session]] = {}
        for one in self.counting:
            by_day.setdefault(one.starts_at.date(), []).append(one)
        return [
            Day(day, sum(one.id in self.there for one in sessions), len(sessions),
                _share(self.rule.day_percent, len(sessions)))
            for day, sessions in by_day.items()
        ]  # fmt: skip

    @property
    def is_enough(self) -> bool:
        """Whether the rule is met, which nobody meets who never came."""
        return (
            self.credited >= self.needed
            and self.attended > 0
            and not self.missed
            and not (self.rule.day_percent and any(one.attended < one.needed for one in self.days))
            and self.hours >= self.rule.hours
        )


def tally(participant: Participant, rule: Rule, presences: Mapping[str, Presence]) -> Tally:
    """Say how somebody stands to a rule; presences are given by session id."""
    asked = rule.sessions_for(participant, presences)
    there = frozenset(
        key
        for key, presence in presences.items()
        if _is_present(presence) or (rule.excused_counts and _is_excused(presence))
    )
    return Tally(rule, asked, [one for one in asked if one.counts], presences, there)


def entitlement(
    participant: Participant,
    rule: Rule,
    presences: Mapping[str, Presence],
    exception: Exempt | None = None,
) -> Entitlement:
    """Say whether somebody has earned a certificate; presences are given by session id.

    Whoever has withdrawn gets none, whatever else is said of them.
    """
    stands = tally(participant, rule, presences)
    judged = partial(
        Entitlement, participant, sessions=tuple(stands.counting), exception=exception,
        stands=stands,
    )  # fmt: skip
    if not participant.is_expected:
        return judged(is_entitled=False, why=WITHDRAWN)
    if exception is not None:
        is_given = exception.kind == "given"
        return judged(is_entitled=is_given, why=None if is_given else excepted(exception))
    if stands.is_enough:
        return judged(is_entitled=True)
    to_come = lacking(stands)
    enough = tuple(enough_alone(stands)) if len(to_come) == 1 else ()
    why = why_not(stands, len(to_come), enough)
    return judged(is_entitled=False, why=why, short=len(to_come), enough=enough)


def lacking(stands: Tally) -> list[Session]:
    """Give the fewest sessions that would have been enough besides; none where none would.

    The mandatory ones, then what each day lacks, then what the whole lacks, the longest first:
    so the hours come as soon as they can.
    """
    open_ones = sorted(
        (one for one in stands.asked if one.id not in stands.there), key=lambda one: -one.hours
    )
    chosen = [one for one in open_ones if one.is_mandatory]
    counted = [one for one in open_ones if one.counts]
    if stands.rule.day_percent:
        for day in stands.days:
            of_day = [one for one in counted if one.starts_at.date() == day.day]
            _take(of_day, chosen, day.needed - day.attended)
    is_new = not stands.attended
    _take(counted, chosen, max(stands.needed - stands.credited, 1 if is_new and counted else 0))
    hours = stands.hours + sum(one.hours for one in chosen if one.counts)
    for one in counted:
        if hours >= stands.rule.hours:
            break
        if one not in chosen:
            chosen.append(one)
            hours += one.hours
    return chosen if _with(stands, chosen).is_enough else []


def enough_alone(stands: Tally) -> list[Session]:
    """Give the sessions each of which alone would have been enough, in their order."""
    missed = (one for one in stands.asked if one.id not in stands.there)
    return [one for one in missed if _with(stands, [one]).is_enough]


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
    """Give the three letters of a device that is not the workspace's first one.

    Laptops that were given the same copy cannot ask each other which letters are free, so each
    starts looking at a place of its own, one of 17,576.
    """
    many = len(_LETTERS) ** 3
    start = int.from_bytes(sha256(device.encode()).digest()[:4], "big") % many
    threes = (_three((start + further) % many) for further in range(many))
    return next(three for three in threes if three not in taken)


def _three(number: int) -> str:
    rest, last = divmod(number, len(_LETTERS))
    first, second = divmod(rest, len(_LETTERS))
    return _LETTERS[first] + _LETTERS[second] + _LETTERS[last]


def _share(percent: int, of: int) -> int:
    """Give a share of sessions, rounded up to whole ones."""
    return -(-percent * of // 100)


def _is_present(presence: Presence | None) -> bool:
    return presence is not None and presence.is_present


def _is_excused(presence: Presence | None) -> bool:
    return presence is not None and presence.state == "excused"


def _take(among: Sequence[Session], chosen: list[Session], needed: int) -> None:
    """Choose further ones until there are so many of them."""
    had = sum(one in among for one in chosen)
    chosen += [one for one in among if one not in chosen][: max(needed - had, 0)]


def _with(stands: Tally, sessions: Sequence[Session]) -> Tally:
    """Give how somebody would stand who had been at these sessions as well."""
    came = {one.id: Presence("", one.id, "present", one.starts_at, "") for one in sessions}
    return replace(stands, presences={**stands.presences, **came}, there=stands.there | set(came))


def _check_sign(body: str) -> str:
    """Give the check sign by ISO 7064 MOD 37,36 over the letters and digits."""
    check = 36
    for sign in body:
        if sign in _SIGNS:
            check = (check + _SIGNS.index(sign)) % 36 or 36
            check = check * 2 % 37
    return _SIGNS[(37 - check) % 36]
