"""Where notes are laid on a board: on no word that paper or screen has there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bootcamp_app.core.i18n import words
from bootcamp_app.features.canvases.ground import draw_zone
from bootcamp_app.features.canvases.pencil import Pencil
from bootcamp_app.features.canvases.placing import Frame, free_places, note_side, room_of
from bootcamp_app.features.canvases.recording import Recording, Written
from bootcamp_app.features.canvases.sheets import sheet_clear
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.features.canvases.views import SCALES, Board, BoardContents, Words, Zone
from bootcamp_app.printing.units import POINTS

TEMPLATES = templates()
ZONE = Zone("z", Words("Who", "អ្នកណា"), Words("", ""), "blue", "notes", 10, 42, 200, 120)


def words_in(number: int, zone: Zone, paper: str) -> list[Frame]:
    """Give where the letters of a zone stand on a sheet of paper."""
    surface = Recording()
    draw_zone(Pencil(surface, 1.0), number, zone, sheet_clear(paper))
    lines = [one for one in surface.marks if isinstance(one, Written)]
    heights = [one.style.size / POINTS for one in lines]
    return [
        Frame(one.x, one.baseline - 0.75 * high, one.width, high)
        for one, high in zip(lines, heights, strict=True)
    ]


@pytest.mark.parametrize("language", ["en", "km"])
@pytest.mark.parametrize("paper", sorted(SCALES))
def test_no_note_is_laid_on_the_words_of_its_zone(paper: str, language: str) -> None:
    words.use(language)
    covered = []
    for one in TEMPLATES.values():
        board = Board("b", "camp", "100000001", one, "", "", "", paper, datetime.now(UTC))
        for number, zone in enumerate(one.zones, 1):
            laid = free_places(BoardContents(board, ()), zone, note_side(board), 9)
            letters = words_in(number, zone, paper)
            if any(note.meets(word) for note in laid for word in letters):
                covered.append((one.id, zone.id))

    assert covered == []


def test_a_longer_question_moves_the_notes_down() -> None:
    asking = replace(ZONE, prompt=Words("Who is it? " * 15, "តើអ្នកណា " * 12))

    assert room_of(asking, 38).top > room_of(ZONE, 38).top + 4


def test_a_zone_that_its_words_fill_has_room_for_a_note_all_the_same() -> None:
    full = replace(ZONE, width=40, height=30, prompt=Words("Who is it? " * 40, "តើអ្នកណា " * 40))

    room = room_of(full, 38)

    assert zone_holds(full, room)
    assert (room.width, room.height) >= (8, 8)


def zone_holds(zone: Zone, frame: Frame) -> bool:
    return (
        zone.x <= frame.x
        and zone.top <= frame.top
        and frame.x + frame.width <= zone.x + zone.width
        and frame.top + frame.height <= zone.top + zone.height
    )
