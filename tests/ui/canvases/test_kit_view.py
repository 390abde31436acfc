"""The room kit in the gallery: from the agenda of the bootcamp in front, as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bootcamp_app.ui.canvases import gallery_list
from bootcamp_app.ui.canvases.gallery_section import GallerySection

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]


@pytest.fixture
def section(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> GallerySection:
    monkeypatch.setattr(gallery_list, "templates", dict)
    shown = GallerySection(desk)
    qtbot.addWidget(shown)
    shown.resize(1000, 800)
    shown.show()
    return shown


def test_a_kit_is_shown_changed_and_saved(
    day: room.Desk, desk: Desk, section: GallerySection, settle: Settle, tmp_path: Path
) -> None:
    desk.app.agenda.change(day.sessions[0], {"canvases": ["persona"]})
    section.list.kit.click()
    settle()
    first = section.kit.paper.result

    section.kit.copies.setValue(3)
    settle()

    assert (first, section.kit.paper.result) == (2, 4)
    assert section.kit.told.plain.startswith("1 session · 3 canvases")
    section.kit.paper.save_to(tmp_path / "kit.pdf")
    settle()
    assert (tmp_path / "kit.pdf").exists()


def test_without_canvases_in_the_agenda_it_is_said_what_to_do(
    day: room.Desk, section: GallerySection, settle: Settle
) -> None:
    del day
    section.list.kit.click()
    settle()

    assert "Open a session in the agenda" in section.kit.paper.banner.plain

    QTest.keyClick(section.kit.days, Qt.Key.Key_Escape)
    assert section.list.isVisible()
