"""Badges in photos: which pictures are meant, and what came of each. Works beside the window."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.attendance.views import OF_CANVAS
from bootcamp_app.features.badges.rules import canvas_code_in, is_code, read_code
from bootcamp_app.ui.attendance.answers import answer_to, answer_to_refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import tzinfo

    from bootcamp_app.features.attendance.views import Scan
    from bootcamp_app.reading.pictures import Grey
    from bootcamp_app.ui.attendance.answers import Answer
    from bootcamp_app.ui.words import Text

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif")
"""What pictures are called; the last two are refused in words, not passed over."""
MOST = 2000
NO_BADGE = N_("No badge was seen in this photo.")


@dataclass(frozen=True)
class Photo:
    """A picture that is to be read, and how to get its pixels."""

    name: str
    pixels: Callable[[], Grey]


@dataclass(frozen=True)
class PhotoLine:
    """One badge of a picture, or why there is none."""

    photo: str
    kind: str
    """in, again, refused, no_badge, unreadable"""
    said: Text
    meaning: str
    name: str = ""
    second: str = ""
    detail: Text = ""


@dataclass(frozen=True)
class PhotosRead:
    """What came of all of them."""

    lines: tuple[PhotoLine, ...]
    photos: int
    left: int = 0
    """How many were not looked at, because somebody stopped it or they were too many."""


def photos_at(paths: Iterable[Path]) -> list[Photo]:
    """Give the pictures that files and folders stand for, each once, in the order of names."""
    files = dict.fromkeys(file for path in paths for file in _files(path))
    return [Photo(file.name, _reader(file)) for file in files]


def read_photos(
    photos: Sequence[Photo],
    take: Callable[[str], Scan],
    step: Callable[[int, int], None],
    zone: tzinfo | None,
) -> PhotosRead:
    """Take every badge in the pictures, each code once; stopped where `step` says so."""
    lines: list[PhotoLine] = []
    taken: dict[str, PhotoLine] = {}
    looked = 0
    for photo in photos[:MOST]:
        try:
            step(looked, min(len(photos), MOST))
        except Cancelled:
            break
        lines += _lines(photo, take, taken, zone)
        looked += 1
    return PhotosRead(tuple(lines), looked, len(photos) - looked)


def _lines(
    photo: Photo, take: Callable[[str], Scan], taken: dict[str, PhotoLine], zone: tzinfo | None
) -> Iterator[PhotoLine]:
    # Only who has pictures needs these libraries.
    from bootcamp_app.reading.codes import codes_in  # noqa: PLC0415

    try:
        seen = codes_in(photo.pixels())
    except Refusal as refusal:
        yield _unreadable(photo, refusal.sentence)
        return
    badges = [code for one in seen if is_code(code := read_code(one.text))]
    if not badges:
        of_canvas = any(canvas_code_in(one.text) for one in seen)
        why = OF_CANVAS if of_canvas else NO_BADGE
        yield PhotoLine(photo.name, "no_badge", N_("No badge"), "warning", detail=why)
    for code in badges:
        first = taken.get(code)
        if first is None:
            first = taken[code] = _taken(photo, take, code, zone)
            yield first
        else:
            told = Sentence("The same badge as in {photo}.", photo=first.photo)
            yield replace(
                first, photo=photo.name, kind="again", said=N_("The same badge"), meaning="info",
                detail=told,
            )  # fmt: skip


def _taken(photo: Photo, take: Callable[[str], Scan], code: str, zone: tzinfo | None) -> PhotoLine:
    try:
        scan = take(code)
    except Refusal as refusal:
        return _line(photo, "refused", answer_to_refusal(refusal))
    kind = "again" if scan.result == "duplicate" else "in" if scan.is_accepted else "refused"
    return _line(photo, kind, answer_to(scan, zone))


def _line(photo: Photo, kind: str, answer: Answer) -> PhotoLine:
    return PhotoLine(
        photo.name, kind, answer.headline, answer.meaning, answer.name, answer.second, answer.detail
    )


def _unreadable(photo: Photo, told: Sentence) -> PhotoLine:
    return PhotoLine(photo.name, "unreadable", N_("Not readable"), "bad", detail=told)


def _reader(file: Path) -> Callable[[], Grey]:
    def pixels() -> Grey:
        from bootcamp_app.reading.pictures import grey  # noqa: PLC0415

        return grey(file)

    return pixels


def _files(path: Path) -> Iterator[Path]:
    """Give a file itself, and of a folder every picture in it and below it."""
    if not os.path.isdir(path):  # noqa: PTH112 - answers no where a path cannot be looked at
        yield path
        return
    for folder, below, names in os.walk(path):
        below.sort()
        for name in sorted(names):
            # A dot begins what systems leave beside the pictures.
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Path(folder, name)
