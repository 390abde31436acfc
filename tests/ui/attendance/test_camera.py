"""The camera at the door: badges held into it come in, and its troubles are said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from tests.reading.making import photo, pixels
from tests.ui.attendance.camera_source import Shelf, frame_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from tests import desk as room
    from tests.ui.attendance.conftest import Hands

FRAME = pixels(photo({}))


@pytest.fixture
def shelf(page: AttendancePage) -> Shelf:
    """One camera, plugged in, that nobody uses yet."""
    made = Shelf("Integrated Camera")
    page.camera.camera.load = lambda: made  # type: ignore[assignment,return-value]
    return made


@pytest.fixture
def on(page: AttendancePage, shelf: Shelf, settle: Callable[[], None]) -> Shelf:
    """The camera is in use."""
    page.use_camera()
    settle()
    return shelf


def test_a_badge_held_into_the_camera_comes_in_and_is_kept_as_read_by_it(
    on: Shelf, page: AttendancePage, hands: Hands, day: room.Desk, qtbot: QtBot
) -> None:
    code = day.guest(day.person("SOK Vibol")).badge

    on.made[0].show(frame_of(pixels(photo({(500, 200): code}))))
    qtbot.waitUntil(lambda: len(hands.answers) == 1)

    assert (hands.answers[0].meaning, hands.answers[0].second) == ("good", "SOK Vibol")
    assert [row.method for row in day.rows(AttendanceEventRow)] == ["camera"]
    assert page.camera.preview.has_picture
    assert page.camera.words.plain == "A badge was read."
