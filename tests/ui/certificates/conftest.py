"""The page of certificates with a day under way, and its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
from tests.ui.certificates.editing import Editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]


@pytest.fixture
def page(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> CertificatesPage:
    """The page of certificates, in front."""
    del day
    shown = CertificatesPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1300, 800)
    shown.show()
    shown.came_to_front()
    settle()
    return shown


@pytest.fixture
def editing(page: CertificatesPage, qtbot: QtBot, settle: Settle) -> Editing:
    """The editor, opened from the page by its button."""
    QTest.mouseClick(page.editor.button, Qt.MouseButton.LeftButton)
    assert page.editor.view is not None
    return Editing(page.editor.view, qtbot, settle).see()
