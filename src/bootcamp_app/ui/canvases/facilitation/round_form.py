"""Opening a round: what it asks, who votes, with how many dots, and on which notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.dots import HANDS, MOST_DOTS, ROUND_KINDS, TEAM, is_of_people
from bootcamp_app.features.canvases.voting import NewRound
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Board, Zone

_DOTS = 3


class RoundForm(Form):
    """Asks what a round is."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        kinds = [(kind, words) for kind, words in ROUND_KINDS.items() if kind != TEAM or board.team]
        zones = [
            (zone.id, partial(_zone, at, zone)) for at, zone in enumerate(board.template.zones, 1)
        ]
        self.add_text("title", N_("What do you ask?"), hint=N_("Such as: what do we do first?"))
        self.add_choice("kind", N_("Who votes?"), kinds, TEAM if board.team else "")
        self.add_number("dots", N_("Dots for each"), _DOTS, 1, MOST_DOTS)
        self.add_choice("zone", N_("On which notes?"), [("", N_("All notes")), *zones])
        self.add_yes_no("secret", N_("Show the dots only when the round is closed"), value=False)
        self.changed.connect(self._offer)
        self._offer()

    @property
    def wanted(self) -> NewRound:
        """The round as it was described."""
        values = self.values()
        kind = str(values["kind"])
        return NewRound(
            kind,
            int(values["dots"]) if is_of_people(kind) else 0,
            str(values["title"]),
            (values["zone"],) if values["zone"] else (),
            bool(values["secret"]) and kind != HANDS,
        )

    def _offer(self) -> None:
        kind = str(self.values()["kind"])
        self.show_field("dots", is_shown=is_of_people(kind))
        self.show_field("secret", is_shown=kind != HANDS)


def _zone(number: int, zone: Zone) -> str:
    return f"{digits(number)} {zone.title}"
