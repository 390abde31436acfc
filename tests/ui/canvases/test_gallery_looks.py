"""The gallery in both languages and at large text: nothing clipped, nameless or left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.ui.canvases import gallery_list
from bootcamp_app.ui.canvases.canvases_page import CanvasesPage
from bootcamp_app.ui.canvases.gallery_section import GallerySection
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    only_latin,
    outside,
    overlapping,
    sideways,
    tab_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]

FEW = {name: templates()[name] for name in ("persona", "journey")}


@pytest.fixture
def page(day: room.Desk, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> CanvasesPage:
    monkeypatch.setattr(gallery_list, "templates", lambda: FEW)
    desk.app.agenda.change(day.sessions[0], {"canvases": ["persona"]})
    shown = CanvasesPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1166, 720)
    shown.show()
    shown.show_section("gallery")
    return shown


def gallery(page: CanvasesPage) -> GallerySection:
    section = page.section("gallery")
    assert isinstance(section, GallerySection)
    return section


def shows(part: str, section: GallerySection, settle: Settle) -> None:
    if part == "editor":
        section.change(section.desk.app.own_templates.copy("persona"))
    elif part == "kit":
        section.show_kit()
    elif part == "canvas":
        section.open_canvas(section.cards[0])
    settle()


def faults(page: CanvasesPage) -> list[str]:
    return [*clipped(page), *overlapping(page), *outside(page), *sideways(page)]


@pytest.mark.parametrize("part", ["list", "canvas", "editor", "kit"])
def test_every_word_can_be_read_and_every_control_has_a_name(
    part: str, page: CanvasesPage, choices: Choices, settle: Settle
) -> None:
    shows(part, gallery(page), settle)

    for language, percent in (("en", 200), ("km", 150)):
        choices.change(language=language, text_percent=percent)
        settle()
        # Each level of layouts is told by a later turn of the loop, and so are drawn thumbnails.
        for _turn in range(40):
            QApplication.processEvents()
            if not (found := faults(page)):
                break
        assert found == [], language
        assert [type(one) for one in tab_order(page) if not name_of(one).strip()] == []
        assert left_behind(page, language) == []
    assert only_latin(page) - {"Kampot bootcamp", "Persona card (ours)", "Letter"} == set()
