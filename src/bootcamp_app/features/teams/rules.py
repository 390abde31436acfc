"""On which side somebody stands: government, civil society, or resident. Values in, answer out."""

from __future__ import annotations

SIDES = ("government", "civil_society", "resident")
_GOVERNMENT = ("national_government", "subnational_government")
_CIVIL_SOCIETY = ("cso", "community")


def side_of(sector: str, organisation_kind: str) -> str:
    """Give the side of somebody: what they say themselves, else what their organisation is.

    Whoever is of neither government nor civil society comes as a resident.
    """
    if sector in SIDES[:2]:
        return sector
    if organisation_kind in _GOVERNMENT:
        return "government"
    if organisation_kind in _CIVIL_SOCIETY:
        return "civil_society"
    return "resident"
