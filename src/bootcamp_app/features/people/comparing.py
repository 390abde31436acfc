"""Two people side by side: what is known of both, and which of it to keep. No database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.people.likeness import name_of
from bootcamp_app.features.people.values import phone_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.people.likeness import Likeness

KEEP, OTHER = "keep", "other"
OF_OFFICE = ("organisation", "position", "sector", "province")
"""What belongs together: of one office, never half of one and half of another."""
_UNSAID = (None, "", "not_stated")
_STANDING = ("confirmed", "nominated", "substituted", "withdrawn")


@dataclass(frozen=True)
class Named:
    """A person as a list of pairs shows them."""

    person_id: str
    name_km: str
    name_en: str
    phone: str = ""

    @property
    def name(self) -> str:
        """The name in the script of the language in use, or in the other."""
        return in_words(self.name_en, self.name_km)


@dataclass(frozen=True)
class Pair:
    """Two people who may be one, and why."""

    first: Named
    second: Named
    likeness: Likeness

    @property
    def id(self) -> str:
        """What this pair is known by in a list."""
        return f"{self.first.person_id} {self.second.person_id}"

    @property
    def score(self) -> int:
        """How likely they are one, of 100."""
        return self.likeness.score


@dataclass(frozen=True)
class ComparedField:
    """One field of both, and whose value to keep: of `keep` or of `other`."""

    name: str
    keep: Any
    other: Any
    suggestion: str

    @property
    def is_different(self) -> bool:
        """Whether there is something to choose."""
        return (is_said(self.keep) or is_said(self.other)) and self.keep != self.other

    @property
    def is_empty(self) -> bool:
        """Whether nobody says anything here."""
        return not is_said(self.keep) and not is_said(self.other)

    def chosen(self, which: str) -> Any:  # noqa: ANN401 - any column
        """Give one of the two values."""
        return self.other if which == OTHER else self.keep


@dataclass(frozen=True)
class Part:
    """What a person is in one bootcamp, and what came of it."""

    participation_id: str
    bootcamp_id: str
    title_km: str
    title_en: str
    is_of_both: bool
    facts: tuple[Sentence, ...] = ()

    @property
    def title(self) -> str:
        """The bootcamp's title in the language in use, or in the other."""
        return in_words(self.title_en, self.title_km)


@dataclass(frozen=True)
class Side:
    """One of two people: who, and where they take part."""

    person: Named
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Comparison:
    """Two people side by side."""

    keep: Side
    other: Side
    fields: tuple[ComparedField, ...]
    likeness: Likeness | None
    obstacle: Sentence | None = None
    """Why these two cannot be merged as they are."""


def is_said(value: object) -> bool:
    """Say whether a value says anything."""
    return value not in _UNSAID


def compared(
    names: Sequence[str],
    keep: Mapping[str, Any],
    other: Mapping[str, Any],
    newer: Mapping[str, str],
) -> tuple[ComparedField, ...]:
    """Put fields side by side; `newer` says whose value was written later, where that is known."""
    found = {
        name: suggested(name, keep.get(name), other.get(name), newer.get(name, KEEP))
        for name in names
    }
    found |= {name: which for name, which in office(keep, other, newer).items() if name in found}
    return tuple(
        ComparedField(name, keep.get(name), other.get(name), which) for name, which in found.items()
    )


def office(
    keep: Mapping[str, Any], other: Mapping[str, Any], newer: Mapping[str, str]
) -> dict[str, str]:
    """Say of all that belongs to an office whose to keep: of one person, not some of each.

    It is of whom the organisation is known, else of whom more is, else the one written later.
    The other fills gaps only where the organisation is not another one.
    """
    first, second = (side.get("organisation") for side in (keep, other))
    said = [sum(is_said(side.get(name)) for name in OF_OFFICE) for side in (keep, other)]
    which = newer.get("organisation", newer.get("position", KEEP))
    if is_said(first) != is_said(second):
        which = KEEP if is_said(first) else OTHER
    elif said[0] != said[1]:
        which = KEEP if said[0] > said[1] else OTHER
    mine, theirs = (keep, other) if which == KEEP else (other, keep)
    may_fill = first == second or not (is_said(first) and is_said(second))
    return {
        name: (OTHER if which == KEEP else KEEP)
        if may_fill and not is_said(mine.get(name)) and is_said(theirs.get(name))
        else which
        for name in OF_OFFICE
    }


def suggested(name: str, keep: object, other: object, newer: str) -> str:
    """Say whose value to keep: the one that says something, of two things said the newer."""
    if not is_said(other) or keep == other:
        return KEEP
    if not is_said(keep):
        return OTHER
    if name == "status" and keep in _STANDING and other in _STANDING:
        return KEEP if _STANDING.index(str(keep)) < _STANDING.index(str(other)) else OTHER
    return KEEP if _is_another_writing(name, str(keep), str(other)) else newer


def _is_another_writing(name: str, keep: str, other: str) -> bool:
    """Say whether two values say the same: a number spaced otherwise, a name in another order."""
    if name == "phone":
        return phone_key(keep) == phone_key(other)
    if name not in ("name_km", "name_en"):
        return False
    mine, theirs = name_of(keep), name_of(other)
    return mine is not None and theirs is not None and mine.parts == theirs.parts
