"""How likely two people are one. No database: what is known of both in, a judgement out.

Equal names are normal in Cambodia, so a name alone is a weak hint, and only what both have said
besides can make it strong. Two people with other phones and other years of birth are two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.values import phone_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

STRONG, LIKELY, WEAK = 75, 50, 30
"""From which score on somebody should look soon, should look, or may look."""
_NEAR = 84.0
_SHORTEST = 5
SHORTEST_PHONE = 6
"""What is shorter is nobody's own number."""
_NAMES = {"same": 40, "swapped": 37, "near": 25, "apart": 10, "other": -20}
_ALL = 100
_WORDS = {
    "same": N_("Same name"),
    "swapped": N_("Same name in another order"),
    "near": N_("Nearly the same name"),
    "apart": N_("Names in different scripts"),
    "other": N_("Different names"),
}


@dataclass(frozen=True)
class Name:
    """A name as it compares: whole, and its parts in one order."""

    whole: str
    parts: tuple[str, ...]

    @property
    def sorted(self) -> str:
        """The parts in one order, whatever came first."""
        return "".join(self.parts)


@dataclass(frozen=True)
class Traits:
    """What tells a person from others, as it compares; empty or None where it is not known."""

    id: str
    km: tuple[Name, ...] = ()
    en: tuple[Name, ...] = ()
    """Every name in Khmer, and every one in Latin letters: of merged people there are several."""
    phone: str = ""
    email: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    sex: str = ""
    organisations: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Likeness:
    """How likely two people are one (0 to 100), and what speaks for it and against it."""

    score: int
    reasons: tuple[Sentence, ...]

    def __str__(self) -> str:
        """Give the reasons in a line."""
        return " · ".join(map(str, self.reasons))

    @property
    def strength(self) -> str:
        """`strong`, `likely` or `weak`."""
        if self.score >= STRONG:
            return "strong"
        return "likely" if self.score >= LIKELY else "weak"


@lru_cache(maxsize=8192)
def name_of(text: str) -> Name | None:
    """Give a name as it compares; None where it shows nothing."""
    parts = [key for part in text.split() if (key := comparison_key(part))]
    return Name("".join(parts), tuple(sorted(parts))) if parts else None


def phone_of_one(text: str) -> str:
    """Give a phone as it compares; empty where it is too short to be anybody's."""
    key = phone_key(text)
    return key if len(key) >= SHORTEST_PHONE else ""


def likeness(one: Traits, other: Traits) -> Likeness | None:
    """Say how likely two people are one; None where nothing says so, or where they are two."""
    score, reasons = _judged(one, other)
    if score < WEAK:
        return None
    return Likeness(score, tuple(Sentence(reason) for reason in reasons))


def likeness_score(one: Traits, other: Traits) -> int:
    """Give how likely two people are one (0 to 100), 0 where nothing says so."""
    score, _ = _judged(one, other)
    return score if score >= WEAK else 0


def has_like_name(one: Traits, other: Traits) -> bool:
    """Say whether two have the same name in some script, in any order, or nearly the same."""
    return _names(one, other) in {"same", "swapped", "near"}


def _judged(one: Traits, other: Traits) -> tuple[int, list[str]]:
    told = [_phones(one, other), _births(one, other)]
    if told[0][0] < 0 and told[1][0] < 0:
        return 0, []
    told += [_emails(one, other), _organisations(one, other), _sexes(one, other)]
    points = sum(points for points, _ in told)
    # Names are what costs most to compare, of many pairs in vain.
    if points + _NAMES["same"] < WEAK:
        return 0, []
    how = _names(one, other)
    reasons = [reason for _, reason in told if reason]
    if not _may_be_one(how, reasons):
        return 0, []
    return min(_NAMES[how] + points, _ALL), [_WORDS[how], *reasons]


_SAME_PHONE = N_("Same phone")
_SAME_DAY = N_("Same date of birth")
_SAME_EMAIL = N_("Same e-mail")


def _may_be_one(how: str, reasons: list[str]) -> bool:
    """Say whether names so far apart leave room for the rest to speak at all."""
    if how == "apart":
        return bool({_SAME_PHONE, _SAME_DAY, _SAME_EMAIL} & set(reasons))
    # Families and offices share phones, so a phone alone says nothing of people named otherwise.
    return how != "other" or {_SAME_PHONE, _SAME_DAY} <= set(reasons)


def _names(one: Traits, other: Traits) -> str:
    """Say how the names compare: same, swapped, near, apart (in no common script) or other."""
    found = [
        _closest(mine, theirs)
        for mine, theirs in ((one.km, other.km), (one.en, other.en))
        if mine and theirs
    ]
    if not found:
        return "apart"
    if "other" in found:
        # One spelling in Latin letters stands for several Khmer names.
        return "other" if len(set(found)) == 1 else "near"
    return min(found, key=list(_NAMES).index)


def _closest(mine: Iterable[Name], theirs: Iterable[Name]) -> str:
    found = {_compare(first, second) for first in mine for second in theirs}
    return next(how for how in ("same", "swapped", "near", "other") if how in found)


def _compare(first: Name, second: Name) -> str:
    if first.whole == second.whole:
        return "same"
    if first.parts == second.parts:
        return "swapped"
    if min(len(first.whole), len(second.whole)) < _SHORTEST:
        return "other"
    ratio = _ratio()
    near = max(ratio(first.whole, second.whole), ratio(first.sorted, second.sorted))
    return "near" if near >= _NEAR else "other"


@cache
def _ratio() -> Callable[[str, str], float]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - 15 ms that only who looks for twins needs

    return fuzz.ratio


def _phones(one: Traits, other: Traits) -> tuple[int, str]:
    if not (one.phone and other.phone):
        return 0, ""
    return (40, _SAME_PHONE) if one.phone == other.phone else (-12, N_("Different phones"))


def _births(one: Traits, other: Traits) -> tuple[int, str]:
    years = (_year(one), _year(other))
    if years[0] is None or years[1] is None:
        return 0, ""
    # An age given in years leaves the year of birth open by one.
    if abs(years[0] - years[1]) > 1:
        return -25, N_("Different years of birth")
    if one.birth_date and other.birth_date:
        if one.birth_date == other.birth_date:
            return 40, _SAME_DAY
        return -20, N_("Different dates of birth")
    return (20, N_("Same year of birth")) if years[0] == years[1] else (0, "")


def _emails(one: Traits, other: Traits) -> tuple[int, str]:
    return (40, _SAME_EMAIL) if one.email and one.email == other.email else (0, "")


def _organisations(one: Traits, other: Traits) -> tuple[int, str]:
    if not (one.organisations and other.organisations):
        return 0, ""
    if one.organisations & other.organisations:
        return 20, N_("Same organisation")
    return -5, N_("Different organisations")


def _sexes(one: Traits, other: Traits) -> tuple[int, str]:
    said = {one.sex, other.sex} - {"", "not_stated"}
    return (-25, N_("Different sex")) if len(said) > 1 else (0, "")


def _year(one: Traits) -> int | None:
    return one.birth_date.year if one.birth_date else one.birth_year
