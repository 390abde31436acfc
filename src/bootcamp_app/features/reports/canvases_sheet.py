"""The notes of all boards of a bootcamp as one sheet: by board and zone, with their votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.note_lines import COLOUR_WORDS, HEADERS
from bootcamp_app.features.reports.views import Column, Sheet
from bootcamp_app.features.teams.views import SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.canvases.note_lines import Noted

_BOARD = {
    "board": N_("Board no."),
    "title": N_("Board"),
    "template": N_("Canvas"),
    "team": N_("Team"),
}


def canvases_sheet(noted: Sequence[Noted]) -> Sheet:
    """Give one row a note, those of the oldest board first."""
    rows = [
        (
            one.board.number,
            one.board.title,
            one.board.template.id,
            one.team,
            *(getattr(line, field) for field in HEADERS),
        )
        for one in noted
        for line in one.lines
    ]
    titles = {**_BOARD, **HEADERS}
    columns = tuple(
        Column(name, _(title), name == "author", _SAID.get(name)) for name, title in titles.items()
    )
    return Sheet(_("Notes of the boards"), columns, rows, len(rows))


def _side(said: str) -> str:
    return _(SIDE_WORDS[said]) if said in SIDE_WORDS else said


def _colour(said: str) -> str:
    return _(COLOUR_WORDS[said]) if said in COLOUR_WORDS else said


_SAID = {"side": _side, "colour": _colour}
