"""Canvases: the gallery, and each of them as it will print."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from bootcamp_app.features.canvases.capacity import capacities
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.ui.canvases import gallery_list
from bootcamp_app.ui.canvases.board_dialogs import NewBoardDialog
from bootcamp_app.ui.canvases.canvas_pictures import picture_of
from bootcamp_app.ui.canvases.gallery_section import GallerySection
from bootcamp_app.ui.canvases.thumbnail import Thumbnail
from bootcamp_app.ui.kit.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]

MILLIMETRE = 72 / 25.4


@pytest.fixture
def page(
    day: room.Desk, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> GallerySection:
    """The page in front of the facilitator, with few canvases in it."""
    del day
    few = dict(islice(templates().items(), 3))
    monkeypatch.setattr(gallery_list, "templates", lambda: few)
    return opened(desk, qtbot)


@pytest.fixture(name="whole")
def whole_page(day: room.Desk, desk: Desk, qtbot: QtBot) -> GallerySection:
    """The page with all that there are."""
    del day
    return opened(desk, qtbot)


def opened(desk: Desk, qtbot: QtBot) -> GallerySection:
    shown = GallerySection(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 900)
    shown.show()
    shown.came_to_front()
    return shown


def open_first(page: GallerySection, settle: Settle) -> None:
    page.cards[0].setFocus()
    QTest.keyClick(page.cards[0], Qt.Key.Key_Return)
    settle()


def choose(page: GallerySection, size: str, settle: Settle) -> None:
    for one in page.canvas.sheets.sizes.findChildren(QPushButton):
        if one.text() == size:
            QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    settle()


def sheets(path: Path | None) -> list[tuple[int, int]]:
    """Give the size of every page in millimetres."""
    assert path is not None
    document = pypdfium2.PdfDocument(path)
    try:
        sizes = [document.get_page_size(at) for at in range(len(document))]
        return [(round(w / MILLIMETRE), round(h / MILLIMETRE)) for w, h in sizes]
    finally:
        document.close()


def test_every_template_is_in_the_gallery_with_what_it_is_for(whole: GallerySection) -> None:
    shown = [(card.accessibleName(), card.accessibleDescription()) for card in whole.cards]

    assert shown == [
        (one.title.en, f"{one.purpose.en} {one.minutes} minutes") for one in templates().values()
    ]


def test_a_card_turns_with_the_language(page: GallerySection, choices: Choices) -> None:
    choices.change(language="km")

    assert page.cards[0].accessibleName() == page.cards[0].template.title.km


def test_a_thumbnail_shows_its_zones_until_the_real_paper_is_drawn(
    page: GallerySection, qtbot: QtBot
) -> None:
    thumbnail = page.cards[0].findChildren(Thumbnail)[0]
    at_once = thumbnail.grab().toImage()

    qtbot.waitUntil(lambda: thumbnail.grab().toImage() != at_once)
    real = picture_of(page.cards[0].template, thumbnail.width())
    inner = QRect(2, 2, real.width() - 4, real.height() - 4)
    shown = thumbnail.grab().toImage().convertToFormat(real.format())

    assert shown.copy(inner) == real.copy(inner)


def test_a_painted_thumbnail_shows_the_colours_of_its_zones(qtbot: QtBot) -> None:
    thumbnail = Thumbnail(templates()["problem-definition"])
    qtbot.addWidget(thumbnail)
    picture = thumbnail.grab().toImage()
    colours = {
        picture.pixelColor(x, y).hsvHue()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
        if picture.pixelColor(x, y).hsvSaturation() > 120
    }

    assert len(colours) > 2


def shown(page: GallerySection) -> list[str]:
    return [card.template.id for card in page.cards if card.isVisible()]


def test_canvases_are_found_by_words_of_either_language_and_by_minutes(
    whole: GallerySection, qtbot: QtBot
) -> None:
    whole.list.search.setText("ផែនទី អ្នក")
    qtbot.waitUntil(lambda: len(shown(whole)) < len(whole.cards))
    by_words = shown(whole)
    whole.list.search.setText("neighbour nothing")
    qtbot.waitUntil(lambda: shown(whole) == [])
    none = [label.text() for label in whole.findChildren(Label) if label.isVisible()]
    whole.list.search.clear()
    whole.list.minutes.choose("20")
    qtbot.waitUntil(lambda: shown(whole) != [])

    assert "stakeholder-map" in by_words
    assert any("No canvas is meant" in text for text in none)
    assert shown(whole) == [one.id for one in templates().values() if one.minutes <= 20]


def test_a_board_is_made_from_a_canvas_and_asked_for(
    page: GallerySection, desk: Desk, settle: Settle
) -> None:
    wanted: list[str] = []
    page.board_wanted.connect(wanted.append)
    open_first(page, settle)
    choose(page, "A0", settle)

    page.canvas.acts.board.click()
    settle()
    (dialog,) = page.findChildren(NewBoardDialog)
    assert desk.bootcamp is not None
    made_before = desk.app.boards.all(desk.bootcamp)
    dialog.confirmed.emit()
    settle()

    assert made_before == []
    (board,) = desk.app.boards.all(desk.bootcamp)
    assert wanted == [board.id]
    assert (board.template.id, board.paper) == (page.cards[0].template.id, "A0")


def test_without_a_bootcamp_it_is_said_what_a_board_needs(
    desk: Desk, page: GallerySection, settle: Settle
) -> None:
    said: list[str] = []
    page.refused.connect(lambda refusal: said.append(str(refusal)))
    open_first(page, settle)
    desk.choose(None)

    page.canvas.acts.board.click()

    assert said == ["A board belongs to a bootcamp. Make one first, on Today."]


def test_notes_that_fit_are_told_for_the_size_that_is_chosen(
    page: GallerySection, settle: Settle
) -> None:
    page.open_template(templates()["feedback"])
    choose(page, "A1", settle)
    held = capacities(templates()["feedback"], "A1")

    told = next(one.text() for one in page.canvas.findChildren(Label) if "76 mm" in one.text())

    assert told.startswith("Notes of 76 mm that fit at A1: zone")
    assert all(f"{number} notes" in told for number in held.values())


def test_a_canvas_goes_into_a_file_and_comes_back(
    page: GallerySection, settle: Settle, tmp_path: Path
) -> None:
    open_first(page, settle)
    page.save_to(tmp_path / "ours")
    settle()

    page.take_in(tmp_path / "ours.json")
    settle()
    page.return_home()
    settle()

    assert page.cards[-1].template.is_own
    assert page.cards[-1].template.zones == page.cards[0].template.zones


def test_enter_opens_a_canvas_on_one_sheet_of_a3(page: GallerySection, settle: Settle) -> None:
    open_first(page, settle)

    assert sheets(page.canvas.paper.file) == [(420, 297)]
    assert not page.cards[0].isVisible()


def test_a1_is_one_sheet_of_a1(page: GallerySection, settle: Settle) -> None:
    open_first(page, settle)
    choose(page, "A1", settle)

    assert sheets(page.canvas.paper.file) == [(841, 594)]


def test_a1_on_several_sheets_is_fifteen_sheets_of_a4(page: GallerySection, settle: Settle) -> None:
    open_first(page, settle)
    choose(page, "A1", settle)
    QTest.keyClick(page.canvas.sheets.tiled, Qt.Key.Key_Space)
    settle()

    found = sheets(page.canvas.paper.file)

    assert len(found) == 15
    assert {tuple(sorted(one)) for one in found} == {(210, 297)}


def test_a1_on_sheets_of_a3_is_eight_and_the_name_says_so(
    page: GallerySection, settle: Settle
) -> None:
    open_first(page, settle)
    choose(page, "A1", settle)
    assert not page.canvas.sheets.tiles.isVisible()
    QTest.keyClick(page.canvas.sheets.tiled, Qt.Key.Key_Space)
    (a3,) = [
        one for one in page.canvas.sheets.tiles.findChildren(QPushButton) if one.text() == "A3"
    ]
    QTest.mouseClick(a3, Qt.MouseButton.LeftButton)
    settle()

    found = sheets(page.canvas.paper.file)

    assert len(found) == 8
    assert {tuple(sorted(one)) for one in found} == {(297, 420)}
    assert page.canvas.paper._wanted is not None
    assert page.canvas.paper._wanted.name().endswith(" A1 on A3 sheets.pdf")


def test_letter_paper_is_there(page: GallerySection, settle: Settle) -> None:
    open_first(page, settle)
    choose(page, "Letter", settle)

    assert sheets(page.canvas.paper.file) == [(279, 216)]
    assert not page.canvas.sheets.tiled.isEnabled()


def test_one_sheet_of_a4_is_never_cut_up(page: GallerySection, settle: Settle) -> None:
    open_first(page, settle)
    QTest.keyClick(page.canvas.sheets.tiled, Qt.Key.Key_Space)
    choose(page, "A4", settle)

    assert sheets(page.canvas.paper.file) == [(297, 210)]
    assert not page.canvas.sheets.tiled.isEnabled()


def test_the_suggested_name_is_that_of_the_canvas_in_the_language_in_use(
    page: GallerySection, choices: Choices, settle: Settle
) -> None:
    open_first(page, settle)
    template = page.cards[0].template

    wanted = page.canvas.paper._wanted
    assert wanted is not None

    names = [wanted.name()]
    choices.change(language="km")
    names.append(wanted.name())

    assert names == [f"{template.title.en} A3.pdf", f"{template.title.km} A3.pdf"]


def test_escape_leads_back_to_the_card_that_was_opened(
    page: GallerySection, settle: Settle
) -> None:
    open_first(page, settle)

    QTest.keyClick(page.canvas.sheets.sizes.findChildren(QPushButton)[0], Qt.Key.Key_Escape)

    assert page.cards[0].isVisible()
    assert page.canvas.paper.file is None


def test_a_saved_canvas_is_told(page: GallerySection, settle: Settle, tmp_path: Path) -> None:
    open_first(page, settle)
    told: list[str] = []
    page.said.connect(lambda text, _act: told.append(str(text)))

    page.canvas.paper.save_to(tmp_path / "wall.pdf")
    settle()

    assert told == ["Saved as “wall.pdf”."]
    assert sheets(tmp_path / "wall.pdf") == [(420, 297)]


def test_a_file_that_nobody_chose_is_not_written_over(
    page: GallerySection, settle: Settle, tmp_path: Path
) -> None:
    open_first(page, settle)
    (tmp_path / "wall.pdf").write_text("kept")

    page.canvas.paper.save_to(tmp_path / "wall")
    settle()

    assert (tmp_path / "wall.pdf").read_text() == "kept"
    assert "already a file “wall.pdf”" in page.canvas.paper.banner.plain


def test_a_page_that_is_closed_while_its_pages_are_made_harms_nothing(
    day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    del day
    page = GallerySection(desk)
    page.show()
    page.open_canvas(page.cards[0])

    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    settle()

    assert not desk.tasks.is_busy
