"""An owner as others read of them: the office always, the name only where it is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.canvases.readiness import Owner
    from bootcamp_app.features.canvases.views import Solution


@dataclass(frozen=True)
class OwnerShown:
    """An owner as paper tells of them; no name where personal data is left out."""

    name_km: str = ""
    name_en: str = ""
    office_km: str = ""
    office_en: str = ""

    @property
    def name(self) -> str:
        """The name in both scripts."""
        return both(self.name_km, self.name_en)

    @property
    def office(self) -> str:
        """The office in both languages."""
        return both(self.office_km, self.office_en)


def owner_shown(
    solution: Solution, side: str, owners: Mapping[str, Owner], *, with_names: bool
) -> OwnerShown:
    """Give the owner on a side: what stands for the office, and the name where it is wanted."""
    owner = owners.get(getattr(solution, f"{side}_owner"))
    if owner is None:
        written = getattr(solution, f"{side}_owner_name")
        return OwnerShown(office_km=written)
    position = owner.position
    office_km = ", ".join(filter(None, (position, owner.office_km or owner.office_en)))
    office_en = owner.office_en if owner.office_km else ""
    if not with_names:
        return OwnerShown(office_km=office_km, office_en=office_en)
    return OwnerShown(owner.name_km, owner.name_en, office_km, office_en)


def both(khmer: str, english: str) -> str:
    """Give a text in both languages, Khmer first, or in the one in which it is written."""
    return " · ".join(dict.fromkeys(filter(None, (khmer, english))))
