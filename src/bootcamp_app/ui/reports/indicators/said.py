"""Figures with the words of their groups, as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.core.numbers import written
from bootcamp_app.features.reports.by_sex import BySex
from bootcamp_app.features.reports.indicator_words import in_place_of
from bootcamp_app.ui.words import tongue

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.reports.indicator_views import Figure, Indicators, Tally


@dataclass(frozen=True)
class Said:
    """Figures, and what gives the words of a key in the language in use."""

    figures: Indicators
    words: Callable[[str], str]

    @cached_property
    def sexes(self) -> BySex:
        """What tells the groups apart by sex."""
        return BySex(self.figures)


def in_chosen_digits(key: str, text: str) -> str:
    """Give the words of a group in the digits that were chosen; titles stay as they were typed."""
    is_title = key.startswith(("programme=", "bootcamp=", "session="))
    return text if is_title or tongue.has_khmer_digits else latin_digits(text)


def number_of(tally: Tally | None, measure: str) -> float | None:
    """Give a measure of a group; None where it is hidden."""
    return None if tally is None else float(getattr(tally, measure))


def instead_of(figure: Figure) -> str:
    """Give what is said of a group that is hidden."""
    return in_place_of(figure.hidden)


def written_out(tally: Tally, measure: str) -> str:
    """Give a measure as people write it."""
    return written(getattr(tally, measure))
