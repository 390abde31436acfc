"""A bootcamp that is told of: solutions with owners, boards with notes, a team and a logo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.views import Gesture, Item
from tests.features.canvases.solving import KHMER, board, owners, wanted
from tests.logos import logo

if TYPE_CHECKING:
    from tests.desk import Desk

EVIL = "<script>boom()</script><img src=x onerror=boom()>\"'&{{script}}"
NOTES = {"solution": [KHMER], "gov": ["Two bins", EVIL], "cso": ["Twenty volunteers"]}


def fill(room: Desk) -> None:
    """Write two solutions, of which one has a board, a team and owners; and one board besides."""
    official, citizen = owners(room)
    for one in room.app.people.list(room.bootcamp):
        room.app.people.change(one, team="3")
    room.app.logos.add(room.bootcamp, logo("wide"), "wide.png")
    ours = board(room, "co-ownership", NOTES, team="3")
    _sided(room, ours.id, official)
    room.app.solutions.write(
        wanted(room, board_id=ours.id, team="3", government_owner=official,
               civil_society_owner=citizen)
    )  # fmt: skip
    room.app.solutions.write(wanted(room, title_km="", title_en=EVIL, problem=EVIL))
    board(room, "problem-definition", {"issue": ["Waste in the river"]}, team="4")


def _sided(room: Desk, board_id: str, author: str) -> None:
    items = room.app.boards.contents(board_id).items
    sides = {"gov": "government", "cso": "civil_society"}
    changed = {
        one.id: {"side": sides[one.zone], "author": author} for one in items if one.zone in sides
    }
    first, last = items[0], items[-1]
    joined = replace(
        Item(f"{board_id}-line", "connector"), source=first.id, target=last.id, place=99.0
    )
    room.app.boards.apply(board_id, Gesture(changed=changed, added=(joined,)))
