"""Who is in the room: by sector, by sex and by province."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps.places import province_name, provinces
from bootcamp_app.features.people.views import WORDS
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.chart import ShareBar
from bootcamp_app.ui.kit.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.ui.words import Text

_MOST = 4


class RoomCard(Card):
    """A bar for each way to look at those who are present."""

    def __init__(self) -> None:
        self.bars = {
            "sector": ShareBar(N_("Sector")),
            "sex": ShareBar(N_("Sex")),
            "province": ShareBar(N_("Province")),
        }
        self._nobody = Label(
            N_("Once people check in, you see here who came."), tone="muted", wraps=True
        )
        super().__init__(N_("Who came"), self._nobody, *self.bars.values())

    def show_people(self, by: Mapping[str, Mapping[str, int]]) -> None:
        """Show those present, as `Counts.by` counts them."""
        for key, bar in self.bars.items():
            parts = parts_of(by.get(key, {}))
            bar.show_parts(parts)
            bar.setVisible(bool(parts))
        self._nobody.setVisible(not any(by.values()))


def parts_of(counted: Mapping[str, int]) -> list[tuple[Text, int]]:
    """Give what a bar shows: the most frequent first, the smallest ones together."""
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    shown: list[tuple[Text, int]] = [(_named(key), count) for key, count in ordered[:_MOST]]
    rest = sum(count for _key, count in ordered[_MOST:])
    return [*shown, (N_("elsewhere"), rest)] if rest else shown


def _named(key: str) -> Text:
    if key in WORDS:
        return WORDS[key]
    code = next((place.code for place in provinces() if place.english == key), key)
    return lambda: province_name(code)
