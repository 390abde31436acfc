"""Boards on paper: true to size, with every text to be found and nothing that is covered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.core.i18n import words
from bootcamp_app.features.canvases.blank import print_blank
from bootcamp_app.features.canvases.drawing import draw_board, print_board
from bootcamp_app.features.canvases.ground import frame_of
from bootcamp_app.features.canvases.note_colours import fill_of
from bootcamp_app.features.canvases.note_text import laid
from bootcamp_app.features.canvases.sheets import SIZES, sheet_of
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.tile_marks import RULER
from bootcamp_app.features.canvases.views import NOTE_COLOURS, Item
from bootcamp_app.printing.paper import A4, Box, Paper, TextStyle
from tests.features.canvases.filled import GATE, MARKET, SECRET, handed, notes
from tests.features.canvases.pages import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.features.canvases.pages import Page


@pytest.fixture
def in_khmer() -> Iterator[None]:
    words.use("km")
    yield
    words.use("en")


def printed(file: Path, size: str = "A1", tile: str | None = None) -> list[Page]:
    print_board(handed(), size, file, tile)
    return pages_of(file)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_text_of_a_pdf_is_that_of_the_notes(tmp_path: Path) -> None:
    (page,) = printed(tmp_path / "board.pdf")

    text = squeezed(page.text)
    for said in (MARKET, GATE, "Agreed on Monday", "Try first", "ក្រុម ឈូក", "Chan Sreyneang"):
        assert text.count(squeezed(said)) == 1


def test_what_is_covered_is_not_in_the_file(tmp_path: Path) -> None:
    (page,) = printed(tmp_path / "board.pdf")

    assert squeezed(SECRET) not in squeezed(page.text)
    assert "Covered" in page.text


def test_a_thousand_notes_are_all_there(tmp_path: Path) -> None:
    print_board(handed(notes(1000)), "A1", tmp_path / "board.pdf")
    (page,) = pages_of(tmp_path / "board.pdf")
    text = squeezed(page.text)

    assert text.count(squeezed(MARKET)) == 1000
    assert [n for n in range(1000) if f"{squeezed(MARKET)}{n}" not in text] == []


def test_a_note_without_room_is_written_out_after_the_board(tmp_path: Path) -> None:
    small = Item("small", "note", "gov", 20, 100, 9, 9, text=f"{MARKET} " * 20 + GATE)

    assert print_board(handed([small]), "A1", tmp_path / "board.pdf") == 2

    board, rest = pages_of(tmp_path / "board.pdf")
    assert "…" in board.text
    assert squeezed(GATE) in squeezed(rest.text)
    assert squeezed(rest.text).count(squeezed(MARKET)) == 20
    assert "2 · Local administration brings" in rest.text


@pytest.mark.usefixtures("in_khmer")
def test_the_language_of_the_window_comes_first(tmp_path: Path) -> None:
    (page,) = printed(tmp_path / "board.pdf")

    text = page.text
    assert text.index("កិច្ចព្រមព្រៀងកម្មសិទ្ធិរួម") < text.index("Shared ownership agreement")
    assert "៤០ នាទី" in text
    assert "Covered" not in text


@pytest.mark.parametrize(
    ("titles", "second", "beside"),
    [
        ({"title_km": "ផែនការសំរាម"}, "Shared ownership agreement", "40 min"),
        (
            {"title_km": "ផែនការសំរាម", "title_en": "Waste plan"},
            "ផែនការសំរាម",
            "Shared ownership agreement · 40 min",
        ),
    ],
)
def test_a_name_of_its_own_stands_above_that_of_the_canvas(
    titles: dict[str, Any], second: str, beside: str, tmp_path: Path
) -> None:
    print_board(handed(**titles), "A1", tmp_path / "board.pdf")

    (page,) = pages_of(tmp_path / "board.pdf")

    assert titles.get("title_en", "ផែនការសំរាម") in page.text.split("\n")[0]
    assert page.text.split("\n")[1] == second
    assert beside in page.text


@pytest.mark.parametrize("size", ["A0", "A1", "A3"])
def test_a_note_of_38_millimetres_at_a3_has_its_true_size(size: str, tmp_path: Path) -> None:
    (page,) = printed(tmp_path / "board.pdf", size)
    scale = sheet_of(size).scale

    wide = [one for one in page.shapes() if abs(one.width - 38 * scale) < 0.5 * scale]

    assert len([one for one in wide if abs(one.height - 38 * scale) < 0.5 * scale]) == 3


def test_100_millimetres_are_100_millimetres_on_every_part(tmp_path: Path) -> None:
    parts = printed(tmp_path / "board.pdf", "A0", "A4")

    assert len(parts) == 25
    for part in parts:
        lines = [one for one in part.shapes() if min(one.width, one.height) < 0.6]
        lengths = [max(one.width, one.height) for one in lines]
        assert [one for one in lengths if one == pytest.approx(RULER, abs=0.5)] != []


def test_on_letter_paper_all_stands_in_the_middle() -> None:
    sheet, page = sheet_of("Letter"), SIZES["Letter"].landscape

    assert sheet.scale == pytest.approx(page.width / 420)
    assert sheet.top == pytest.approx((page.height - 297 * sheet.scale) / 2)


def test_a_board_fits_into_any_place_of_a_page(tmp_path: Path) -> None:
    board = handed()
    with Paper(tmp_path / "page.pdf", title="", size=A4, made_at=board.contents.board.made_at) as p:
        p.page()
        place = draw_board(p, board, Box(20, 40, 170, 200))
    (page,) = pages_of(tmp_path / "page.pdf")

    assert (place.x, place.width) == (20, 170)
    assert (place.top, place.height) == pytest.approx((79.89, 120.21), abs=0.01)
    assert {letter.x >= 20 and letter.top >= 79 for letter in page.letters()} == {True}


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        print_board(handed(), "A1", tmp_path / "board.pdf", "A4", stop)

    assert list(tmp_path.iterdir()) == []


def test_the_same_board_prints_to_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first.pdf", "second.pdf"):
        print_board(handed(), "A2", tmp_path / name)

    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


def test_strange_items_are_drawn_or_left_out_and_never_stop_the_print(tmp_path: Path) -> None:
    strange = [
        Item("a", "note", width=0, height=0, text="x" * 3000),
        Item("b", "note", x=-500, top=900, width=0.1, height=500, text=MARKET * 100),
        Item("c", "picture", width=10, height=10, picture="lost"),
        Item("d", "connector", source="a", target="nobody"),
        Item("e", "connector", source="a", target="a"),
        Item("f", "star", width=10, height=10),
        Item("g", "text", x=10, top=50, width=30, height=5, style={"size": "large"}, text="\0"),
        Item("h", "note", x=10, top=50, width=38, height=38, text="W" * 400, colour="mauve"),
    ]
    board = handed(strange)
    broken = {"lost": replace(board.pictures["picture-1"], data=b"\x89PNG\r\n\x1a\nno")}

    print_board(replace(board, pictures=broken), "A3", tmp_path / "board.pdf")

    text = squeezed("".join(page.text for page in pages_of(tmp_path / "board.pdf")))
    assert "x" * 3000 in text
    assert "W" * 400 in text
    assert text.count(squeezed(MARKET)) >= 100


def test_text_shrinks_to_fit_and_only_at_the_floor_it_is_cut() -> None:
    style = TextStyle(16)

    short, long = laid("The gate", style, (34, 30), 6), laid(MARKET * 4, style, (34, 30), 6)
    far = laid("https://" + "a" * 800, style, (34, 30), 6)

    assert (short.style.size, short.is_cut) == (16, False)
    assert 6 <= long.style.size < 16
    assert squeezed("".join(long.lines)) == squeezed(MARKET * 4)
    assert far.is_cut
    assert far.lines[-1].endswith("…")
    assert max(len(one.lines) * one.leading * one.style.size / 72 * 25.4
               for one in (short, long, far)) <= 30  # fmt: skip


def test_a_blank_canvas_shows_how_large_a_note_is(tmp_path: Path) -> None:
    print_blank(template("co-ownership"), "A1", tmp_path / "blank.pdf")
    (blank,) = pages_of(tmp_path / "blank.pdf")
    (filled,) = printed(tmp_path / "board.pdf", "A1")

    assert blank.text.count("76 mm") == 7
    assert len([one for one in blank.shapes() if one.width == pytest.approx(76, abs=1.2)]) == 7
    assert "76 mm" not in filled.text


def test_a_colour_of_another_program_is_kept_but_light_enough_for_dark_ink() -> None:
    found = [fill_of(one) for one in ("blue", "mauve", "#FFEEAA", "#102030", "#10203080", "#12")]

    assert found[:3] == [NOTE_COLOURS["blue"], NOTE_COLOURS["yellow"], "#FFEEAA"]
    assert found[3] == found[4] == "#C9CDD0"
    assert found[5] == NOTE_COLOURS["yellow"]


def test_zones_keep_their_places_under_a_board(tmp_path: Path) -> None:
    (page,) = printed(tmp_path / "board.pdf", "A1")
    sheet = sheet_of("A1")

    zone = frame_of(handed().contents.board.template.zones[0])
    found = [one for one in page.shapes() if abs(one.width - zone.width * sheet.scale) < 1.5]
    assert found != []
