"""One person's digital badge, saved from beside the list and checked on the same page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]


@pytest.fixture
def page(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> CertificatesPage:
    """The page after one of nine people got a certificate."""
    guest = day.guest(day.people()[0])
    for session in day.sessions:
        day.scan(guest.badge, session, session.starts_at)
    desk.app.certificates.issue(day.bootcamp)
    shown = CertificatesPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 900)
    shown.show()
    shown.came_to_front()
    settle()
    return shown


def choose(page: CertificatesPage, state: str, settle: Settle) -> None:
    """Choose the first person of a state."""
    model = page.table.model()
    states = [model.index(row, 2).data() for row in range(model.rowCount())]
    page.table.setCurrentIndex(model.index(states.index(state), 0))
    settle()


def save_as(page: CertificatesPage, target: Path, settle: Settle) -> str:
    """Press the button and give a place; gives the name that was offered."""
    QTest.mouseClick(page.side.digital, Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    (offered,) = dialog.selectedFiles()
    dialog.fileSelected.emit(str(target))
    dialog.close()
    settle()
    return offered.rpartition("/")[2]


def test_a_badge_is_saved_under_the_number_and_is_genuine(
    page: CertificatesPage, settle: Settle, tmp_path: Path
) -> None:
    told: list[str] = []
    page.said.connect(lambda text, _act: told.append(in_words(text)))
    choose(page, "issued", settle)
    assert page.side.standing is not None

    offered = save_as(page, tmp_path / "badge", settle)
    page.verify.check_file(tmp_path / "badge.png")
    settle()

    assert offered == f"{page.side.standing.serial}.png"
    assert told == ["Saved as “badge.png”."]
    assert [one.state.word for one in page.verify.verdicts] == ["Genuine"]


def test_whoever_has_no_certificate_is_offered_no_badge(
    page: CertificatesPage, settle: Settle
) -> None:
    choose(page, "issued", settle)
    assert page.side.digital.isVisible()

    choose(page, "not earned", settle)

    assert not page.side.digital.isVisible()


def test_a_place_that_takes_no_file_is_told_in_words(
    page: CertificatesPage, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    choose(page, "issued", settle)

    save_as(page, tmp_path / "file" / "badge.png", settle)

    assert "“badge.png” could not be written" in page.side.paper.banner.plain
    assert page.side.digital.isEnabled()
