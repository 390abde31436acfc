"""The paper of a board on the screen is the one that is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from bootcamp_app.features.canvases.file_views import Handed
from bootcamp_app.features.canvases.ground import INK, heading_of
from bootcamp_app.features.canvases.items_on_paper import ItemsOnPaper
from bootcamp_app.features.canvases.pencil import Pencil
from bootcamp_app.features.canvases.recording import Recording, Written, ground_marks
from bootcamp_app.features.canvases.sheets import draw_canvas, of_board
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH, SCALES, ZONE_COLOURS, Item
from bootcamp_app.printing.shapes import Box
from bootcamp_app.printing.units import POINTS
from bootcamp_app.ui.canvases.board.note_item import NoteItem
from bootcamp_app.ui.canvases.paper_ink import Ink
from bootcamp_app.ui.canvases.template_editor.zone_paint import paint_page
from bootcamp_app.ui.words import tongue
from tests.ui.canvases.board.boards import board_of, note

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.canvases.board.boards import Touched

ENGLISH = "Waste is collected late on Mondays and nobody at the market knows when. "
KHMER = "សំរាមនៅផ្សារដឹកយឺតរាល់ព្រឹកថ្ងៃចន្ទ "
PAGE = Box(0, 0, PAGE_WIDTH, PAGE_HEIGHT)


@pytest.mark.parametrize("language", ["en", "km"])
def test_every_line_stands_on_the_screen_where_it_does_on_paper(
    touched: Touched, language: str
) -> None:
    contents = board_of(Item("line", "connector"))
    tongue.turn(language)
    paper = Recording()
    draw_canvas(paper, of_board(Handed(contents, team="Team 3")), PAGE)
    printed = [one for one in paper.marks if isinstance(one, Written)]

    touched.view.show_board(contents, {})
    heading = heading_of(contents.board.template, contents.board, "Team 3")
    ink = Ink(ground_marks(contents.board.template, heading))
    tongue.turn("en")

    assert {(one.layout.text(), one.x, one.baseline, one.down) for one in ink.lines} == {
        (one.text, one.x, one.baseline, one.style.size / POINTS / 100) for one in printed
    }
    # Qt lays each line out as wide as the printer does, but for a hair.
    assert all(one.layout.lineCount() == 1 for one in ink.lines)
    assert all(one.across == pytest.approx(one.down, rel=0.03) for one in ink.lines)


def test_the_title_of_the_board_its_team_and_the_credit_are_on_the_paper(
    touched: Touched,
) -> None:
    contents = board_of()
    board = replace(contents.board, title_en="Market", title_km="ផ្សារ")
    touched.view.show_board(replace(contents, board=board), {})
    team = [""]
    touched.view.board.show_team(lambda: team[0])
    touched.view.zoom.to(1.5)
    before = seen(touched, QRectF(318, 8, 27, 8))

    team[0] = "Team 3"
    touched.view.board.paint_anew()

    assert seen(touched, QRectF(318, 8, 27, 8)) != before
    assert seen(touched, QRectF(10, 8, 60, 11)).count("#0f6b66") > 10
    assert "#ffffff" in seen(touched, QRectF(12, 286, 60, 5))
    assert len(set(seen(touched, QRectF(12, 286, 60, 5)))) > 1


def test_a_zone_has_its_number_in_a_disc_of_its_colour(touched: Touched) -> None:
    zone = template("problem-definition").zones[1]
    touched.lay()

    disc = seen(touched, QRectF(zone.x + 4.4, zone.top + 5, 6, 6))

    assert disc.count(ZONE_COLOURS[zone.colour].lower()) > 10
    assert touched.colour(zone.x + 100, zone.top + 60).name() == "#ffffff"


def test_the_editor_of_templates_shows_the_same_paper(qtbot: QtBot) -> None:
    del qtbot  # fonts need a program
    one = template("problem-definition")
    edited, board = blank(), blank()
    with QPainter(edited) as painter:
        paint_page(painter, QRectF(0, 0, 1260, 891), one, None, has_keys=False)
    with QPainter(board) as painter:
        painter.scale(3, 3)
        Ink(ground_marks(one, heading_of(one))).paint(painter, QRectF(0, 0, 420, 297))
    inner = (20, 20, 1220, 851)

    assert edited.copy(*inner) == board.copy(*inner)


def blank() -> QImage:
    image = QImage(1260, 891, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    return image


def seen(touched: Touched, area: QRectF) -> list[str]:
    """Give the colours of a part of the paper, as it is seen."""
    view = touched.view
    view.centerOn(area.center())
    picture = view.viewport().grab().toImage()
    box = view.mapFromScene(area).boundingRect()
    return [
        picture.pixelColor(x, y).name()
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    ]


@pytest.mark.parametrize("text", [ENGLISH * 2, KHMER * 4, ENGLISH * 9, "ទឹក"])
@pytest.mark.parametrize("size", [None, 9])
def test_a_note_is_written_on_the_screen_as_on_paper(
    touched: Touched, text: str, size: int | None
) -> None:
    item = note("a", 20, 110, text=text, side="resident", style={"size": size} if size else {})
    touched.lay(item)
    touched.view.show_dots({"a": 3})
    piece = touched.view.board.piece("a")
    assert isinstance(piece, NoteItem)

    paper = Recording()
    handed = Handed(board_of(item), dots={"a": {"": 3}})
    ItemsOnPaper(Pencil(paper, SCALES["A1"]), handed).draw()
    marks = [one for one in paper.marks if isinstance(one, Written)]
    (large,) = {one.style.size for one in marks if one.style.colour == INK}
    printed = [one.text for one in marks if one.style.colour == INK]

    assert piece.text.size == pytest.approx(large / SCALES["A1"])
    assert piece.text.lines() == printed


def test_frames_and_lines_lie_below_notes_whatever_their_place(touched: Touched) -> None:
    frame = Item("f", "frame", "", 10, 100, 60, 60)
    touched.lay(note("a", 20, 110, text=""), frame)

    lower, upper = touched.view.board.piece("f"), touched.view.board.piece("a")

    assert lower is not None
    assert upper is not None
    assert lower.zValue() < upper.zValue()
