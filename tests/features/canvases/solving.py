"""A bootcamp that ends in solutions: boards with notes, owners on both sides, commitments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.canvases.drafting import empty
from bootcamp_app.features.canvases.views import Commitment, Gesture, Item, NewBoard, Solution

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Board
    from tests.desk import Desk

KHMER = "ប្រជាពលរដ្ឋនៅក្នុងភូមិមិនមានកន្លែងចាក់សំរាមសមស្រប"
PROMISES = (
    Commitment("", "government", "Commune office", "Two bins at each market gate", None),
    Commitment("", "civil_society", "", "Twenty volunteers on Saturdays", date(2026, 3, 28)),
)


def owners(room: Desk) -> tuple[str, str]:
    """Register an official and somebody of civil society; give their participations."""
    official = room.walk_in(
        "Keo Dara", name_km="កែវ ដារ៉ា", sector="government", organisation="Kampot Commune"
    )
    citizen = room.walk_in(
        "Chan Sreyneang", name_km="ចាន់ ស្រីនាង", sector="civil society", organisation="Clean Kampot"
    )
    return official.participant.participation_id, citizen.participant.participation_id


def wanted(room: Desk, **values: Any) -> Solution:  # noqa: ANN401 - any field
    """Give a solution that could be signed, not written as yet."""
    whole = replace(
        empty(room.bootcamp.id),
        title_km="សំរាមស្អាត",
        title_en="Clean market",
        problem=KHMER,
        idea="Bins, and a timetable that everybody knows",
        targets=("11.6", "12.5"),
        government_owner_name="Head of the commune office",
        civil_society_owner_name="Chair of the market women",
        first_step="Count the bins",
        due_on=date(2026, 3, 20),
        commitments=PROMISES,
    )
    return replace(whole, **values)


def board(room: Desk, template: str, notes: dict[str, list[str]], **values: Any) -> Board:  # noqa: ANN401
    """Make a board with notes by zone, each below the one before."""
    made = room.app.boards.make(room.bootcamp, NewBoard(template, **values))
    items: list[Item] = []
    for zone_id, texts in notes.items():
        zone = made.template.zone(zone_id)
        assert zone is not None
        for number, text in enumerate(texts):
            one = Item(
                f"{made.id}-{zone_id}-{number}",
                "note",
                zone_id,
                x=zone.x + 6,
                top=zone.top + 8 + 24 * number,
                width=38.0,
                height=20.0,
                place=float(len(items)),
                text=text,
                colour="yellow",
            )
            items.append(one)
    room.app.boards.apply(made.id, Gesture(added=tuple(items)))
    return made
