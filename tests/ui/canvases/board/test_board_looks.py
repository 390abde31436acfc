"""What is seen of a board: colours at their places, covered words, words that fit, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from bootcamp_app.features.canvases.views import NOTE_COLOURS, SIDE_COLOURS, Item, Picture
from bootcamp_app.ui.canvases.board import laying
from bootcamp_app.ui.canvases.board.paper_text import PaperText
from bootcamp_app.ui.canvases.board.picture_item import Pictures
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import tongue
from tests.ui.canvases.board.boards import board_of, note

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.canvases.board.boards import Touched

SIZES = (16.0, 12.0, 8.0)
KHMER = "គ្មានកាលវិភាគដឹកសំរាមសម្រាប់ផ្សារ និងសាលារៀន ហើយអ្នកភូមិមិនដឹង"


@pytest.mark.parametrize("look", ["light", "dark", "contrast", "contrast_dark"])
def test_paper_and_notes_keep_their_colours_and_the_ground_follows_the_theme(
    touched: Touched, look: str
) -> None:
    touched.lay(note("a", 20, 110, text="", colour="blue", side="resident"))

    theme.use(look)

    assert touched.colour(200, 290).name() == "#ffffff"
    assert touched.colour(40, 130).name() == NOTE_COLOURS["blue"].lower()
    assert touched.colour(20.9, 130).name() == SIDE_COLOURS["resident"].lower()
    assert touched.colour(-6, 100).name() == theme.around_paper().name()


def test_dots_are_seen_and_go(touched: Touched) -> None:
    touched.lay(note("a", 20, 110, text=""))
    touched.view.zoom.to(2.0)
    touched.view.reveal_item("a")
    dot = (20 + 2.2 + 1.15 + 2.9, 110 + 38 - 1.9 - 0.75)

    touched.view.show_dots({"a": 2})
    two = touched.colour(*dot).name()
    touched.view.show_dots({"a": 1})

    assert two == "#a32020"
    assert touched.colour(*dot).name() == NOTE_COLOURS["yellow"].lower()


def test_nothing_of_a_covered_note_can_be_read(touched: Touched) -> None:
    pictures = []
    for text in ("a short one", "a wholly different and much longer text"):
        touched.lay(note("a", 20, 110, text=text, is_hidden=True))
        pictures.append(touched.view.viewport().grab().toImage())
    touched.lay(note("a", 20, 110, text="a short one"))

    assert pictures[0] == pictures[1]
    assert touched.view.viewport().grab().toImage() != pictures[0]


def test_many_texts_come_a_few_a_repaint_until_all_are_there(
    touched: Touched, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = [note(f"n{n}", 15 + n % 10 * 39, 70 + n // 10 * 39) for n in range(50)]
    touched.lay(*notes)
    whole = touched.view.viewport().grab().toImage()
    monkeypatch.setattr(laying, "_SECONDS", 0.0)

    touched.view.show_board(board_of(*notes), {})
    first = touched.view.viewport().grab().toImage()
    QTest.qWait(30)

    assert first != whole
    assert touched.view.viewport().grab().toImage() == whole


def test_the_template_turns_with_the_language(touched: Touched) -> None:
    touched.lay()
    english = touched.view.viewport().grab().toImage()

    tongue.turn("km")
    khmer = touched.view.viewport().grab().toImage()
    tongue.turn("en")

    assert khmer != english
    assert touched.view.viewport().grab().toImage() == english


def test_a_connector_ends_at_edges_and_is_gone_with_its_end(touched: Touched) -> None:
    link = Item("link", "connector", source="a", target="b", style={"ends": "none"})
    touched.lay(link, note("a", 20, 110), note("b", 220, 110))
    touched.view.zoom.to(1.0)
    drawn = touched.colour(140, 129)

    touched.view.show_items(board_of(link, note("a", 20, 110)))

    assert drawn.lightness() < 90
    assert touched.colour(140, 129).name() == "#ffffff"


def test_words_fit_by_becoming_smaller_and_end_with_dots_at_last() -> None:
    short = PaperText("ទឹកជំនន់", 30, 30, SIZES)
    middle = PaperText(KHMER, 40, 30, SIZES)
    long = PaperText(KHMER * 6, 30, 20, SIZES)

    assert (short.size, short.is_whole) == (16, True)
    assert (middle.size < 16, middle.is_whole) == (True, True)
    assert (long.size, long.is_whole) == (8, False)
    assert all(one.height <= room for one, room in ((short, 30), (middle, 30), (long, 20)))
    assert long.lines()[-1].endswith("…")


def test_khmer_lines_break_between_words() -> None:
    lines = PaperText("ប្រជាពលរដ្ឋបានស្នើសុំជាច្រើនដង", 34, 60, (16.0,)).lines()

    assert len(lines) > 1
    assert "".join(lines) == "ប្រជាពលរដ្ឋបានស្នើសុំជាច្រើនដង"
    assert lines[0] in ("ប្រជាពលរដ្ឋ", "ប្រជាពលរដ្ឋបាន")


def test_a_word_longer_than_the_note_is_broken() -> None:
    text = PaperText("Supercalifragilisticexpialidocious", 30, 30, SIZES)

    assert text.is_whole
    assert "".join(text.lines()) == "Supercalifragilisticexpialidocious"


@pytest.mark.parametrize("text", ["", "\n\n", "\u200b", "🙂" * 300, "x" * 100_000])
def test_no_text_is_too_odd(text: str) -> None:
    assert PaperText(text, 30, 30, SIZES).height <= 30


def test_only_the_pixels_that_the_zoom_shows_are_in_memory(qapp: QWidget) -> None:
    del qapp
    pictures = Pictures()
    pictures.know({"p": _photo(2048, 1536)})

    far = pictures.at("p", 100)
    held = pictures.bytes_held
    first = pictures.at("p", 1900)
    QTest.qWait(120)
    near = pictures.at("p", 1900)

    assert far is not None
    assert first is not None
    assert near is not None
    assert (far.width(), first.width(), near.width()) == (128, 128, 2048)
    assert held == 128 * 96 * 4


def test_of_many_pictures_those_seen_last_are_kept(qapp: QWidget) -> None:
    del qapp
    pictures = Pictures()
    photo = _photo(2048, 1536)
    pictures.know({str(n): photo for n in range(6)})

    for n in range(6):
        pictures.at(str(n), 100)
        pictures.at(str(n), 2000)
    QTest.qWait(120)

    assert pictures.bytes_held <= 40 * 1024 * 1024


def test_what_is_no_picture_is_shown_as_missing(touched: Touched) -> None:
    broken = Picture("p", "jpeg", 10, 10, b"no picture")
    item = Item("i", "picture", "", 100, 110, 60, 60, picture="p")

    touched.view.show_board(board_of(item), {"p": broken})

    assert touched.colour(105, 115).name() == "#efece6"


def _photo(width: int, height: int) -> Picture:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    image.save(buffer, "JPEG", 80)  # type: ignore[call-overload] # its stub knows bytes only
    return Picture("p", "jpeg", width, height, bytes(buffer.data().data()))
