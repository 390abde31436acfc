"""What a solution lacks before it can be signed, and what looks odd. Values in, answer out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from bootcamp_app.features.canvases.views import Solution

MISSING, READY, AGREED = "missing", "ready", "agreed"
STANDING_WORDS = {
    MISSING: N_("not complete"),
    READY: N_("ready to sign"),
    AGREED: N_("agreed"),
}
OWNER_SIDES = ("government", "civil_society")


@dataclass(frozen=True)
class Owner:
    """Somebody who takes part and owns a solution."""

    participation_id: str
    name_km: str
    name_en: str
    office_km: str
    office_en: str
    position: str
    side: str


@dataclass(frozen=True)
class Standing:
    """How far a solution is: `missing`, `ready` or `agreed`."""

    kind: str
    missing: tuple[Sentence, ...] = ()
    """What must be there before it is signed."""
    odd: tuple[Sentence, ...] = ()
    """What may be so, and seldom should."""


def standing_of(solution: Solution, owners: Mapping[str, Owner], first_day: date) -> Standing:
    """Say how far a solution is; `first_day` is that of the bootcamp."""
    missing = tuple(_missing(solution, owners))
    odd = tuple(_odd(solution, owners, first_day))
    kind = MISSING if missing else READY
    return Standing(AGREED if solution.agreed_on else kind, missing, odd)


def _missing(solution: Solution, owners: Mapping[str, Owner]) -> Iterator[Sentence]:
    if not (solution.title_km or solution.title_en):
        yield Sentence("It has no title.")
    if not solution.problem:
        yield Sentence("The problem is not told.")
    if not solution.idea:
        yield Sentence("The idea is not told.")
    if not _has_owner(solution, "government", owners):
        yield Sentence("Nobody on the government side owns it.")
    if not _has_owner(solution, "civil_society", owners):
        yield Sentence("Nobody on the civil-society side owns it.")
    if not solution.first_step:
        yield Sentence("The first step is not told.")
    if solution.due_on is None:
        yield Sentence("The first step has no date.")


def _odd(solution: Solution, owners: Mapping[str, Owner], first_day: date) -> Iterator[Sentence]:
    for side in OWNER_SIDES:
        owner = owners.get(getattr(solution, f"{side}_owner"))
        if owner is not None and owner.side != side:
            yield _elsewhere(side)
    if solution.government_owner and solution.government_owner == solution.civil_society_owner:
        yield Sentence("The same person stands for both sides. Choose two.")
    if not solution.targets:
        yield Sentence("No target of the Sustainable Development Goals is named.")
    promised = {one.side for one in solution.commitments}
    if "government" not in promised:
        yield Sentence("The government side promises nothing.")
    if "civil_society" not in promised:
        yield Sentence("The civil-society side promises nothing.")
    if solution.due_on is not None and solution.due_on < first_day:
        yield Sentence("The date of the first step lies before the bootcamp.")


def _elsewhere(side: str) -> Sentence:
    if side == "government":
        return Sentence("The owner on the government side is not registered as government.")
    return Sentence("The owner on the civil-society side is not registered as civil society.")


def _has_owner(solution: Solution, side: str, owners: Mapping[str, Owner]) -> bool:
    known: str = getattr(solution, f"{side}_owner")
    # An owner whom another laptop took away leaves a name that nobody bears.
    return bool(getattr(solution, f"{side}_owner_name")) or known in owners
