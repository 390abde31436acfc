"""Canvases: the gallery, and each of them as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.ui.canvases.gallery_section import GallerySection
from bootcamp_app.ui.canvases.thumbnail import Thumbnail

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
def page(day: room.Desk, desk: Desk, qtbot: QtBot) -> GallerySection:
    """The page in front of the facilitator."""
    del day
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
    for one in page.canvas.sizes.findChildren(QPushButton):
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


def test_every_template_is_in_the_gallery_with_what_it_is_for(page: GallerySection) -> None:
    shown = [(card.accessibleName(), card.accessibleDescription()) for card in page.cards]

    assert shown == [
        (one.title.en, f"{one.purpose.en} {one.minutes} minutes") for one in templates().values()
    ]


def test_a_card_turns_with_the_language(page: GallerySection, choices: Choices) -> None:
    choices.change(language="km")

    assert page.cards[0].accessibleName() == page.cards[0].template.title.km


def test_a_thumbnail_shows_the_colours_of_its_zones(page: GallerySection) -> None:
    picture = page.cards[0].findChildren(Thumbnail)[0].grab().toImage()
    colours = {
        picture.pixelColor(x, y).hsvHue()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
        if picture.pixelColor(x, y).hsvSaturation() > 120
    }

    assert len(colours) > 2


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
    QTest.keyClick(page.canvas.tiled, Qt.Key.Key_Space)
    settle()

    found = sheets(page.canvas.paper.file)

    assert len(found) == 15
    assert {tuple(sorted(one)) for one in found} == {(210, 297)}


def test_one_sheet_of_a4_is_never_cut_up(page: GallerySection, settle: Settle) -> None:
    open_first(page, settle)
    QTest.keyClick(page.canvas.tiled, Qt.Key.Key_Space)
    choose(page, "A4", settle)

    assert sheets(page.canvas.paper.file) == [(297, 210)]
    assert not page.canvas.tiled.isEnabled()


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

    QTest.keyClick(page.canvas.sizes.findChildren(QPushButton)[0], Qt.Key.Key_Escape)

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
