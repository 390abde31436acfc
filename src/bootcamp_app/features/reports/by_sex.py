"""The groups of a breakdown told apart by sex, where they were counted so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.people.views import SEXES

if TYPE_CHECKING:
    from bootcamp_app.features.reports.indicator_views import Figure, Indicators


class BySex:
    """Finds the figures by sex among those that were counted."""

    def __init__(self, indicators: Indicators) -> None:
        self._known = {
            figure.key: figure
            for breakdown in indicators.breakdowns
            if "sex" in breakdown.id.split("&") and "&" in breakdown.id
            for figure in breakdown.figures
        }

    def of(self, key: str) -> list[Figure]:
        """Give the figures of a group by sex, in the order of SEXES; none where it is not known."""
        found = [self._one(key, f"sex={sex}") for sex in SEXES]
        return [one for one in found if one is not None] if all(found) else []

    def _one(self, key: str, sex: str) -> Figure | None:
        return self._known.get(f"{key}&{sex}") or self._known.get(f"{sex}&{key}")
