"""The camera at the door: badges held into it come in, and its troubles are said in words."""

from __future__ import annotations

import builtins
import sys
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions

from bootcamp_app.core.i18n import LANGUAGES
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.badges.rules import badge_in, new_code
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.ui.attendance.camera_words import DARK, DENIED, DOOR, NONE, READY, load_cameras
from bootcamp_app.ui.kit import camera_frames, camera_words
from bootcamp_app.ui.kit.camera_card import CameraCard
from bootcamp_app.ui.kit.camera_frames import look_at
from bootcamp_app.ui.words import in_words
from tests.reading.film import film
from tests.reading.making import BADGE, bytes_of, photo, pixels, qr
from tests.ui.camera_source import Shelf, frame_of
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    overlapping,
    settle_window,
    tab_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from bootcamp_app.reading.pictures import Grey
    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.camera_reader import Seen
    from tests import desk as room
    from tests.ui.attendance.conftest import Hands

KINDS = QVideoFrameFormat.PixelFormat
WRONG = f"{int(new_code()) + 1}"
"""As a badge's code, but its check digits are not right."""
EMPTY = pixels(photo({}))
ELSE = "Scanner, names and photos work meanwhile."


def refuse(_owner: QObject, then: Callable[[bool], object]) -> None:
    """Answer as a system whose owner does not want it."""
    is_allowed = False
    then(is_allowed)


def showing(*codes: str) -> Grey:
    """Give a frame in which somebody holds these badges."""
    return pixels(photo(dict(zip(((100, 100), (500, 300), (900, 100)), codes, strict=False))))


@pytest.fixture
def shelf(page: AttendancePage) -> Shelf:
    """Two cameras, plugged in, that nobody uses yet."""
    made = Shelf("Integrated Camera", "USB Camera")
    page.camera.camera.load = lambda: made  # type: ignore[assignment,return-value]
    return made


@pytest.fixture
def on(page: AttendancePage, shelf: Shelf, settle: Callable[[], None]) -> Shelf:
    """The camera is in use."""
    page.use_camera()
    settle()
    return shelf


def test_badges_held_into_the_camera_come_in_and_are_kept_as_read_by_it(
    on: Shelf, page: AttendancePage, hands: Hands, day: room.Desk, qtbot: QtBot
) -> None:
    vibol, mary = (day.guest(day.person(name)).badge for name in ("SOK Vibol", "LY Mary"))

    on.made[0].show(frame_of(showing(vibol, mary)))
    qtbot.waitUntil(lambda: len(hands.answers) == 2)

    assert {(one.meaning, one.second) for one in hands.answers} == {
        ("good", "SOK Vibol"),
        ("good", "LY Mary"),
    }
    assert [row.method for row in day.rows(AttendanceEventRow)] == ["camera"] * 2
    assert page.camera.preview.has_picture
    assert page.camera.words.plain == "A badge was read."
    assert len(page.camera.preview.outlines) == 2


def test_a_poster_is_told_once_and_never_kept(
    on: Shelf, page: AttendancePage, hands: Hands, day: room.Desk, qtbot: QtBot
) -> None:
    seen: list[Seen] = []
    page.camera.camera.seen.connect(seen.append)
    wall = pixels(photo({(100, 100): "https://example.org", (700, 100): WRONG}))

    for number in (1, 2):
        on.made[0].show(frame_of(wall))
        qtbot.waitUntil(lambda number=number: len(seen) == number)  # type: ignore[misc]

    assert page.camera.words.plain == "This code is not a badge."
    assert [one.is_other for one in seen] == [True, False]
    assert (hands.answers, day.rows(AttendanceEventRow)) == ([], [])


def test_a_film_of_badges_has_each_of_them_once_and_none_wrong(
    on: Shelf, page: AttendancePage, qtbot: QtBot
) -> None:
    codes = [new_code() for _ in range(8)]
    read: list[str] = []
    seen: list[Seen] = []
    page.camera.read.disconnect()
    page.camera.read.connect(read.append)
    page.camera.camera.seen.connect(seen.append)
    shots = list(film(codes, frames_each=5, pause=1))

    for number, shot in enumerate(shots, 1):
        on.made[0].show(frame_of(shot.pixels))
        qtbot.waitUntil(lambda number=number: len(seen) == number)  # type: ignore[misc]

    assert sorted(read) == sorted(codes)
    assert len(shots) == 42


@pytest.mark.parametrize(
    "kind",
    [KINDS.Format_NV12, KINDS.Format_YUYV, KINDS.Format_BGRA8888, KINDS.Format_Y8,
     KINDS.Format_YUV420P],
    ids=lambda kind: kind.name,
)  # fmt: skip
def test_frames_of_the_library_are_read_whatever_their_lines_take(
    kind: QVideoFrameFormat.PixelFormat,
) -> None:
    # 203 pixels wide: no line of a frame ends at its last pixel
    frame = frame_of(pixels(qr(BADGE, module=7)), kind)

    looked = look_at(frame, 100)

    assert looked is not None
    grey, small = looked
    assert (grey == pixels(qr(BADGE, module=7))).all()
    assert small is not None
    assert (small.width(), small.height()) == (100, 100)
    assert not frame.isMapped()


def test_a_frame_that_is_a_jpeg_with_room_behind_it_is_read() -> None:
    picture = bytes_of(photo({(500, 200): BADGE}), "JPEG")
    frame = QVideoFrame(QVideoFrameFormat(QSize(1280, 720), KINDS.Format_Jpeg))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    memoryview(frame.bits(0))[: len(picture)] = picture
    frame.unmap()

    looked = look_at(frame, 0)

    assert looked is not None
    assert [one.text for one in codes_in(looked[0], live=True)] == [BADGE]
    assert looked[1] is None


def test_a_frame_that_holds_nothing_is_passed_over() -> None:
    assert look_at(QVideoFrame(), 100) is None


def test_the_picture_is_mirrored_and_its_reading_is_not(
    on: Shelf, page: AttendancePage, qtbot: QtBot
) -> None:
    half = EMPTY.copy()
    half[:, :640] = 0
    card = page.camera
    on.made[0].show(frame_of(half))
    qtbot.waitUntil(lambda: card.preview.has_picture)

    def left() -> int:
        return card.preview.grab().toImage().pixelColor(20, 60).lightness()

    mirrored = left()
    card.menu.mirror(is_mirrored=False)

    assert mirrored > 100 > left()
    assert page._desk.memory.kept("camera_mirror") == "no"


def test_in_the_dark_it_asks_for_a_lamp_until_a_badge_is_read(
    on: Shelf, page: AttendancePage, qtbot: QtBot
) -> None:
    times = chain([0.0, 2.5, 5.0], iter(lambda: 6.0, None))
    page.camera.camera._reader._clock = lambda: next(times)
    seen: list[Seen] = []
    page.camera.camera.seen.connect(seen.append)

    for number in (1, 2):
        on.made[0].show(frame_of(EMPTY // 10))
        qtbot.waitUntil(lambda number=number: len(seen) == number)  # type: ignore[misc]
    told = page.camera.words.plain
    on.made[0].show(frame_of(showing(new_code()) // 8))
    qtbot.waitUntil(lambda: len(seen) == 3)

    assert told == "It is dark. Turn a lamp to the badge."
    assert page.camera.words.plain == "A badge was read."


def test_the_camera_stops_when_it_is_put_away_and_when_nobody_sees_it(
    on: Shelf, page: AttendancePage, qtbot: QtBot
) -> None:
    camera = on.made[0]
    page.camera.camera._away.setInterval(10)

    page.show_list()
    qtbot.waitUntil(lambda: not camera.is_running)
    page.show_door()
    qtbot.waitUntil(lambda: camera.is_running)
    page.window().showMinimized()
    qtbot.waitUntil(lambda: not camera.is_running)
    page.window().showNormal()
    qtbot.waitUntil(lambda: camera.is_running)
    page.use_camera()

    assert (camera.is_running, page.camera.isVisible()) == (False, False)
    assert camera.started == ["Integrated Camera"] * 3


def test_switched_on_where_its_picture_is_not_seen_it_waits_until_it_is(
    desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    shelf, door, wanted = Shelf("Integrated Camera"), QWidget(), list[bool]()
    qtbot.addWidget(door)
    card = CameraCard(desk, badge_in, DOOR)
    card.setParent(door)
    card.camera.load = lambda: shelf  # type: ignore[assignment,return-value]
    card.page_wanted.connect(lambda: wanted.append(card.isVisible()))

    card.switch.click()
    settle()
    before = list(shelf.made)
    door.show()
    settle()

    assert wanted == [False]
    assert before == []
    assert [one.started for one in shelf.made] == [["Integrated Camera"]]


def test_a_camera_plugged_in_while_nobody_looks_waits_for_the_door(
    on: Shelf, page: AttendancePage, qtbot: QtBot
) -> None:
    camera = on.made[0]
    page.camera.camera._away.setInterval(10)
    page.show_list()
    qtbot.waitUntil(lambda: not camera.is_running)

    on.present.append("Third Camera")
    camera.plugged.emit()
    meanwhile = camera.is_running
    page.show_door()

    assert not meanwhile
    assert camera.is_running
    assert [one.text() for one in page.camera.menu.cameras] == on.present


def test_the_person_is_asked_once_and_an_answer_that_comes_late_opens_nothing_unseen(
    page: AttendancePage, shelf: Shelf, settle: Callable[[], None]
) -> None:
    asked: list[Callable[[bool], object]] = []
    yes = True
    page.camera.camera.ask = lambda _owner, then: asked.append(then)
    page.use_camera()
    settle()
    page.camera.switch.click()
    page.camera.switch.click()
    settle()
    once = len(asked)
    page.show_list()

    asked[0](yes)
    meanwhile = shelf.made[0].is_running
    page.show_door()
    asked[1](yes)

    assert (once, meanwhile) == (1, False)
    assert shelf.made[0].is_running


def test_who_was_to_hear_of_the_permission_may_be_gone_before_it_is_given(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    class Mac:
        """A system that asks the person and waits."""

        heard_by: ClassVar[list[QObject]] = []

        @staticmethod
        def instance() -> type[Mac]:
            return Mac

        @staticmethod
        def checkPermission(_wanted: object) -> Qt.PermissionStatus:  # noqa: N802 - as Qt calls it
            return Qt.PermissionStatus.Undetermined

        @classmethod
        def requestPermission(cls, _wanted: object, context: QObject, _then: object) -> None:  # noqa: N802
            cls.heard_by.append(context)

    owner = QObject(qapp)
    monkeypatch.setattr(camera_words.sys, "platform", "darwin")  # type: ignore[attr-defined]
    monkeypatch.setattr(camera_words, "QApplication", Mac)

    camera_words.ask_permission(owner, print)
    found = Mac.heard_by
    monkeypatch.undo()

    assert found == [owner]


def test_while_the_queue_is_sent_to_the_camera_it_goes_on_whatever_is_in_front(
    on: Shelf, page: AttendancePage, qtbot: QtBot
) -> None:
    camera = on.made[0]
    page.camera.camera._away.setInterval(10)

    page.show_list()
    page.camera.keep_seen(bool(on))
    qtbot.wait(50)
    meanwhile = camera.is_running
    page.camera.keep_seen(not on)
    qtbot.waitUntil(lambda: not camera.is_running)

    assert meanwhile
    assert camera.started == ["Integrated Camera"]


def test_after_a_mistake_in_reading_a_picture_it_can_be_tried_again(
    on: Shelf, page: AttendancePage, hands: Hands, day: room.Desk,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    def stumble(*_frame: object) -> None:
        raise ZeroDivisionError

    card, camera = page.camera, on.made[0]
    with capture_exceptions() as told, monkeypatch.context() as broken:
        broken.setattr(camera_frames, "look_at", stumble)
        camera.show(frame_of(EMPTY))
        qtbot.waitUntil(card.trouble.isVisible)
    said, was_running = card.trouble.plain, camera.is_running

    card.again.click()
    camera.show(frame_of(showing(day.guest(day.person("LY Mary")).badge)))
    qtbot.waitUntil(lambda: len(hands.answers) == 1)

    assert [kind for kind, *_ in told] == [ZeroDivisionError]
    assert said == (
        "The pictures of this camera cannot be read. Try again or take another camera. " + ELSE
    )
    assert not was_running
    assert hands.answers[0].second == "LY Mary"


def test_another_camera_is_remembered_by_its_name(
    on: Shelf, page: AttendancePage, settle: Callable[[], None]
) -> None:
    assert [one.text() for one in page.camera.menu.cameras] == on.present

    page.camera.menu.cameras[1].trigger()
    page.use_camera()
    page.use_camera()
    settle()

    assert on.made[0].started == ["Integrated Camera", "USB Camera", "USB Camera"]
    assert [one.isChecked() for one in page.camera.menu.cameras] == [False, True]


def test_unplugged_it_says_so_and_goes_on_when_it_is_plugged_in_again(
    on: Shelf, page: AttendancePage, hands: Hands, day: room.Desk
) -> None:
    card, camera = page.camera, on.made[0]

    on.present.clear()
    camera.plugged.emit()
    gone = card.trouble.plain
    by_hand = hands.scan(day.guest(day.person("LY Mary")).badge)
    on.present.append("USB Camera")
    camera.plugged.emit()

    assert gone == f"The camera is gone. Plug it in again, and it goes on. {ELSE}"
    assert by_hand.meaning == "good"
    assert camera.is_running
    assert not card.trouble.isVisible()


def test_without_a_camera_it_says_so_and_starts_with_the_first_one(
    page: AttendancePage, shelf: Shelf, settle: Callable[[], None]
) -> None:
    shelf.present.clear()
    page.use_camera()
    settle()
    told = page.camera.trouble.plain

    shelf.present.append("USB Camera")
    shelf.made[0].plugged.emit()

    assert told == f"No camera was found. Plug one in, and it starts. {ELSE}"
    assert shelf.made[0].is_running


def test_a_busy_a_silent_and_a_forbidden_camera_are_told_apart_and_can_be_tried_again(
    on: Shelf, page: AttendancePage
) -> None:
    card, camera = page.camera, on.made[0]

    camera.failed.emit()
    busy = card.trouble.plain
    card.again.click()
    again = camera.is_running, card.trouble.isVisible()
    card.camera._silence.timeout.emit()
    silent = card.trouble.plain
    card.camera.ask = refuse
    card.again.click()

    assert busy.startswith("The camera cannot be used. Close other programs")
    assert again == (True, False)
    assert silent.startswith("The camera gives no picture.")
    assert card.trouble.plain.startswith("This computer does not let the program use the camera.")
    assert all(ELSE in said for said in (busy, silent, card.trouble.plain))


def test_a_missing_library_of_the_system_is_named(
    page: AttendancePage,
    hands: Hands,
    day: room.Desk,
    monkeypatch: pytest.MonkeyPatch,
    settle: Callable[[], None],
) -> None:
    real = builtins.__import__

    def without_sound(name: str, *rest: Any) -> Any:  # noqa: ANN401
        if name == "PySide6.QtMultimedia":
            raise ImportError("libpulse.so.0: cannot open shared object file")
        return real(name, *rest)

    for known in ("bootcamp_app.ui.kit.cameras", "bootcamp_app.ui.kit.camera_frames"):
        monkeypatch.delitem(sys.modules, known, raising=False)
    monkeypatch.setattr(builtins, "__import__", without_sound)

    page.use_camera()
    settle()

    assert page.camera.trouble.plain == (
        f"The camera needs libpulse.so.0, which this computer does not have. Install it, then try "
        f"again. {ELSE}"
    )
    assert hands.scan(day.guest(day.person("LY Mary")).badge).meaning == "good"


def test_a_program_without_its_part_for_cameras_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "bootcamp_app.ui.kit.cameras", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)

    told = load_cameras()

    assert in_words(told.text) == (
        f"The part for cameras is missing. Install the program again. {ELSE}"
    )


def test_a_camera_that_was_put_away_is_heard_of_no_more_and_begins_anew(
    on: Shelf, page: AttendancePage, qtbot: QtBot
) -> None:
    camera, code = on.made[0], new_code()
    read: list[str] = []
    page.camera.read.connect(read.append)
    camera.show(frame_of(showing(code)))
    qtbot.waitUntil(lambda: read == [code])

    page.camera.switch.click()
    camera.show(frame_of(showing(new_code())))
    qtbot.wait(50)
    page.camera.switch.click()
    camera.show(frame_of(showing(code)))
    qtbot.waitUntil(lambda: len(read) > 1)

    assert read == [code, code]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 200])
def test_what_the_camera_says_can_be_read_whole_and_turns_with_the_language(
    on: Shelf, page: AttendancePage, choices: Choices, percent: int, language: str
) -> None:
    card = page.camera
    choices.change(language=language, text_percent=percent)
    for condition in (READY, DARK, NONE, DENIED):
        card._tell(condition)
        settle_window(page)

        assert left_behind(card, language) == []
        assert [*clipped(card), *overlapping(card)] == []
    assert on.present
    assert [name_of(one) for one in tab_order(card) if not name_of(one).strip()] == []
