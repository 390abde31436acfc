"""Which pictures are meant, and what came of each; without a window and without a file of data."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bootcamp_app.core.errors import Cancelled, NotSaved, Refusal
from bootcamp_app.features.attendance.views import Scan
from bootcamp_app.features.badges.rules import new_code
from bootcamp_app.ui.attendance.photos import Photo, photos_at, read_photos
from bootcamp_app.ui.words import in_words
from tests.reading.making import bytes_of, photo, pixels

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.reading.pictures import Grey
    from bootcamp_app.ui.attendance.photos import PhotosRead

AT = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
ONE, TWO = new_code(), new_code()


class Door:
    """Keeps what was taken to it, and answers in one way."""

    def __init__(self, result: str = "recorded") -> None:
        self.taken: list[str] = []
        self._result = result

    def take(self, code: str) -> Scan:
        self.taken.append(code)
        return Scan(code, self._result, AT, "event")


def showing(name: str, *codes: str) -> Photo:
    places = ((100, 100), (700, 300))
    seen = pixels(photo(dict(zip(places, codes, strict=False))))
    return Photo(name, lambda: seen)


def unreadable(name: str) -> Photo:
    def fail() -> Grey:
        raise Refusal("{name} is damaged.", name=name)

    return Photo(name, fail)


def go_on(_done: int, _of: int) -> None:
    pass


def told(read: PhotosRead) -> list[tuple[str, str]]:
    return [(line.photo, line.kind) for line in read.lines]


def test_each_badge_is_taken_once_however_many_photos_show_it() -> None:
    door = Door()

    read = read_photos([showing("a", ONE, TWO), showing("b", TWO)], door.take, go_on, UTC)

    assert door.taken == [ONE, TWO]
    assert told(read) == [("a", "in"), ("a", "in"), ("b", "again")]
    assert in_words(read.lines[2].detail) == "The same badge as in a."


@pytest.mark.parametrize(
    ("result", "kind", "meaning"),
    [
        ("recorded", "in", "good"),
        ("late", "in", "warning"),
        ("duplicate", "again", "info"),
        ("not_open", "refused", "bad"),
        ("unknown", "refused", "bad"),
    ],
)
def test_what_came_of_a_badge_is_said_as_the_door_says_it(
    result: str, kind: str, meaning: str
) -> None:
    read = read_photos([showing("a", ONE)], Door(result).take, go_on, UTC)

    assert [(line.kind, line.meaning) for line in read.lines] == [(kind, meaning)]


def test_a_photo_that_cannot_be_read_stops_no_other() -> None:
    door = Door()
    photos = [unreadable("x"), Photo("nobody", lambda: np.zeros((40, 40), np.uint8))]

    read = read_photos([*photos, showing("b", ONE)], door.take, go_on, UTC)

    assert told(read) == [("x", "unreadable"), ("nobody", "no_badge"), ("b", "in")]
    assert in_words(read.lines[0].detail) == "x is damaged."


def test_a_code_that_is_no_badge_is_never_taken_to_the_door() -> None:
    wrong = f"{int(ONE) + 1}"
    door = Door()

    read = read_photos([showing("a", wrong, "https://example.org")], door.take, go_on, UTC)

    assert (door.taken, told(read)) == ([], [("a", "no_badge")])


def test_the_code_of_a_canvas_is_told_as_what_it_is() -> None:
    read = read_photos([showing("a", "81234567890011091")], Door().take, go_on, UTC)

    assert told(read) == [("a", "no_badge")]
    assert in_words(read.lines[0].detail).startswith("This code is of a canvas")


def test_what_cannot_be_saved_is_said_and_the_next_badge_is_tried() -> None:
    saved = Door()

    def take(code: str) -> Scan:
        if code == ONE:
            raise NotSaved("The disk is full.")
        return saved.take(code)

    read = read_photos([showing("a", ONE, TWO)], take, go_on, UTC)

    assert [(line.kind, in_words(line.said)) for line in read.lines] == [
        ("refused", "Not saved"),
        ("in", "Checked in · 01:00"),
    ]


def test_stopped_after_the_first_photo_its_badge_stays_and_the_others_are_counted() -> None:
    door = Door()

    def step(done: int, _of: int) -> None:
        if done == 1:
            raise Cancelled("Stopped.")

    read = read_photos([showing("a", ONE), showing("b", TWO), showing("c")], door.take, step, UTC)

    assert (door.taken, read.photos, read.left) == ([ONE], 1, 2)


def test_a_folder_stands_for_the_pictures_in_and_below_it_and_a_file_for_itself(
    tmp_path: Path,
) -> None:
    (tmp_path / "below").mkdir()
    for name in ("b.JPG", "a.png", "below/c.heic", "._a.png", "notes.txt", "below/list.xlsx"):
        (tmp_path / name).write_bytes(bytes_of(photo({}), "PNG"))
    alone = tmp_path / "notes.txt"

    names = [one.name for one in photos_at([tmp_path, alone, tmp_path / "a.png"])]

    assert names == ["a.png", "b.JPG", "c.heic", "notes.txt"]


def test_a_file_that_is_gone_says_so_when_it_is_read(tmp_path: Path) -> None:
    (gone,) = photos_at([tmp_path / "gone.jpg"])

    with pytest.raises(Refusal, match=r"There is no file gone\.jpg"):
        gone.pixels()
