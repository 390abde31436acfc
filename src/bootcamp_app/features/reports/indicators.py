"""Figures for donors, and who and what stands behind each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.reports.breaking_down import breakdowns, total
from bootcamp_app.features.reports.counting import known
from bootcamp_app.features.reports.indicator_rules import who_counts
from bootcamp_app.features.reports.indicator_views import Indicators, Scope

if TYPE_CHECKING:
    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.reports.indicator_rules import Counted
    from bootcamp_app.storage.database import Database


class IndicatorCounts:
    """The figures of this workspace."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def count(self, scope: Scope, *, is_public: bool = False) -> Indicators:
        """Give all figures of a scope; in the public version small groups are hidden."""
        return self._figures(scope, self._counted(scope), is_public=is_public)

    def _figures(self, scope: Scope, counted: Counted, *, is_public: bool) -> Indicators:
        return Indicators(
            scope, self._clock.now(), total(counted), tuple(breakdowns(counted)), is_public
        )

    def _counted(self, scope: Scope) -> Counted:
        with self._database.read() as reader:
            found = known(reader, scope)
        return who_counts(found, scope)
