"""Figures for donors, and who and what stands behind each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.garbage import nothing_collected
from bootcamp_app.features.people.listing import participants
from bootcamp_app.features.reports.breaking_down import (
    OF_BOOTCAMP,
    breakdowns,
    figure_of,
    nested,
    parts_of,
    total,
)
from bootcamp_app.features.reports.counting import known, titles
from bootcamp_app.features.reports.hiding import SMALLEST, public_of
from bootcamp_app.features.reports.indicator_rules import who_counts
from bootcamp_app.features.reports.indicator_views import TITLES, Behind, Indicators
from bootcamp_app.features.reports.indicator_words import ALL, Wording, rule_behind, said_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.indicator_rules import Counted
    from bootcamp_app.features.reports.indicator_views import Scope
    from bootcamp_app.storage.database import Database

_SEVERAL = {*OF_BOOTCAMP, "month", "session"}


class IndicatorCounts:
    """The figures of this workspace."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def count(self, scope: Scope, *, is_public: bool = False) -> Indicators:
        """Give all figures of a scope; in the public version small groups are hidden."""
        return self.figures_of(scope, self.counted(scope), is_public=is_public)

    def counted(self, scope: Scope) -> Counted:
        """Give everybody who counts in a scope, once a bootcamp."""
        with nothing_collected(), self._database.read() as reader:
            return who_counts(known(reader, scope), scope)

    def figures_of(self, scope: Scope, counted: Counted, *, is_public: bool = False) -> Indicators:
        """Give the figures of those who were counted in a scope."""
        whole, parts = total(counted), list(breakdowns(counted))
        if is_public and 0 < whole.people < SMALLEST:
            raise Refusal(
                "Fewer than 5 people were counted here, so there is no public version. Choose more "
                "bootcamps or days."
            )
        if is_public:
            parts = list(public_of(whole, parts, nested(counted)))
        return Indicators(scope, self._clock.now(), whole, tuple(parts), is_public)

    def words(self) -> Wording:
        """Give what says the key of any figure in the language in use."""
        with self._database.read() as reader:
            return Wording(titles(reader))

    def behind(self, scope: Scope, figure_key: str) -> Behind:
        """Give whom a figure was counted from, and by which rule; the key as in `Figure`."""
        counted = self.counted(scope)
        figure = figure_of(counted, figure_key)
        if figure is None:
            raise Refusal(
                "There is no figure “{key}” here. Count first, then use a key that is shown.",
                key=figure_key,
            )
        wording = self.words()
        rule = tuple(rule_of(scope, figure_key, wording))
        people, parts = parts_of(counted, figure_key)
        title = wording.with_titles(figure_key)
        return Behind(figure, title, rule, tuple(people), tuple(parts))

    def people_behind(self, scope: Scope, figure_key: str) -> list[Participant]:
        """Give whom a figure was counted from by name, once a bootcamp."""
        return self.named(self.behind(scope, figure_key))

    def named(self, behind: Behind) -> list[Participant]:
        """Give whom a figure was counted from by name, where it is known already what it is."""
        ids = [one.participation_id for one in behind.participations]
        with self._database.read() as reader:
            return participants(reader, ids)


def rule_of(scope: Scope, figure_key: str, wording: Wording) -> Iterator[str]:
    """Give of what a figure is and by which rule it is counted, in the language in use."""
    names = _names(figure_key)
    yield from said_of(scope, wording)
    yield from rule_behind(names, overlaps=any(name in _SEVERAL for name in names))


def _names(figure_key: str) -> list[str]:
    if figure_key == ALL:
        return []
    names = [one.partition("=")[0] for one in figure_key.split("&")]
    return [name for name in names if name in TITLES]
