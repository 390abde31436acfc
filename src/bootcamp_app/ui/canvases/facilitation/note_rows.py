"""The notes of a round as lines: numbered as they are read, with their dots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.ui.canvases.facilitation.ballots import Ballots


@dataclass(frozen=True)
class NoteRow:
    """One note to vote for."""

    id: str
    number: int
    text: str
    zone: str
    dots: int
    mine: int


def note_rows(ballots: Ballots, dots: Mapping[str, int], mine: Mapping[str, int]) -> list[NoteRow]:
    """Give the notes that may be voted on, in the order in which they are read."""
    contents = ballots.page.contents
    template = contents.board.template if contents else None
    rows = []
    for number, one in enumerate(ballots.items(), 1):
        zone = template.zone(one.zone) if template else None
        # What is covered on the board is covered here.
        text = _("(covered)") if one.is_hidden else " ".join(one.text.split()) or _("(no text)")
        title = str(zone.title) if zone else ""
        rows.append(NoteRow(one.id, number, text, title, dots.get(one.id, 0), mine.get(one.id, 0)))
    return rows
