"""Everything that the page of a board shows, read at once beside the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bootcamp_app.ui.canvases.around.people_here import PeopleHere

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.views import BoardContents, Picture
    from bootcamp_app.features.teams.views import Team


@dataclass(frozen=True)
class BoardRead:
    """A board with its team, its votes, the pictures that were not known, and who is here."""

    contents: BoardContents
    team: Team | None
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    dots: Mapping[str, int] = field(default_factory=dict)
    people: PeopleHere = field(default_factory=PeopleHere)


def read_board(
    app: App, bootcamp: Bootcamp | None, board_id: str, known: Collection[str] = ()
) -> BoardRead:
    """Read a board; pictures in `known` are left out. Raises a Refusal where it is no more."""
    contents = app.boards.contents(board_id)
    board = contents.board
    teams = app.teams.all(bootcamp) if bootcamp is not None else []
    people = app.people.list(bootcamp) if bootcamp is not None else []
    wanted = {one.picture for one in contents.items} - set(known)
    return BoardRead(
        contents=contents,
        team=next((one for one in teams if one.label == board.team), None),
        pictures=app.boards.pictures(wanted),
        dots={item: sum(by_side.values()) for item, by_side in app.votes.dots(board_id).items()},
        people=PeopleHere(people, board.team),
    )
