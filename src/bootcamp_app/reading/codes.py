"""QR codes in a picture: one quick look first, and more looks where the first one fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import zxingcpp

from bootcamp_app.reading.closer_looks import (
    CHEAP_LOOKS,
    DEAR_LOOKS,
    MAGNIFIED,
    SHARPENED,
    SLOW_LOOKS,
    Look,
    around,
    has_few_pixels,
    sharpened,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bootcamp_app.reading.pictures import Grey

Point = tuple[int, int]
Corners = tuple[Point, Point, Point, Point]

# A picture full of texture shows many half-symbols; the largest are the likely badges.
MOST_UNREAD = 8
ONLY_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True)
class SeenCode:
    """What a code says, and its corners in the picture, clockwise from its own top left."""

    text: str
    corners: Corners

    @property
    def centre(self) -> Point:
        """Give the middle of the code in the picture."""
        return _centre(self.corners)


def codes_in(picture: Grey, *, live: bool = False, turn: int | None = 0) -> list[SeenCode]:
    """Give every QR code of the picture once, top left to bottom right.

    A photo gets every closer look it needs. A live frame gets at most one whole-frame look, chosen
    by `turn`: count the frames and pass the number, so that frames take the looks in turn; None
    where the frame is not worth one.
    """
    found, unread = _look(Look(picture), live=live)
    found += _closer(picture, unread, live=live)
    if live:
        if turn is not None and (not found or _is_any_missed(unread, found)):
            found += _again(picture, _in_turn(turn), [], live=True)
        return _in_reading_order(_once(found))
    # a group photo may hide dark or noisy badges beside readable ones: two cheap looks tell
    missed = list(unread)
    more = _again(picture, CHEAP_LOOKS, missed, live=False)
    if not found or _is_any_missed(unread, found + more) or _is_any_new(more, found):
        more += _again(picture, DEAR_LOOKS, missed, live=False)
    more += _sharper(picture, missed, found + more)
    if not found + more and has_few_pixels(picture):
        more += _again(picture, SLOW_LOOKS, [], live=False)
    return _in_reading_order(_once(found + more))


def _in_turn(turn: int) -> tuple[str, ...]:
    looks = (*CHEAP_LOOKS, *DEAR_LOOKS)
    return (looks[turn % len(looks)],)


def _again(
    picture: Grey, looks: Iterable[str], unread: list[Corners], *, live: bool
) -> list[SeenCode]:
    """Give what further looks read; what they see and do not read is put to `unread`."""
    found: list[SeenCode] = []
    for name in looks:
        read, missed = _look(whole(picture, name), live=live)
        found += read
        unread += missed
    return found


def _sharper(picture: Grey, unread: list[Corners], found: list[SeenCode]) -> list[SeenCode]:
    """Look at what is still unread much larger and sharper, the largest first."""
    more: list[SeenCode] = []
    looked: list[Corners] = []
    for corners in sorted(unread, key=_size, reverse=True):
        is_known = _is_among(corners, found + more) or any(
            _is_alike(corners, one) for one in looked
        )
        if len(looked) < MOST_UNREAD and not is_known:
            looked.append(corners)
            more += _first_read(sharpened(picture, corners, way) for way in SHARPENED)
    return more


def _first_read(looks: Iterable[Look]) -> list[SeenCode]:
    for look in looks:
        found, _ = _look(look, live=False)
        if found:
            return found
    return []


def _is_alike(corners: Corners, other: Corners) -> bool:
    """Say whether two looks saw the same symbol: about as large, and at one place."""
    (x, y), (at_x, at_y) = _centre(corners), _centre(other)
    near = _size(other) ** 0.5 / 4
    return abs(x - at_x) <= near and abs(y - at_y) <= near and 2 * _size(corners) >= _size(other)


def _is_any_missed(unread: Iterable[Corners], found: list[SeenCode]) -> bool:
    return any(not _is_among(corners, found) for corners in unread)


def _is_any_new(more: Iterable[SeenCode], found: Iterable[SeenCode]) -> bool:
    return not {code.text for code in more} <= {code.text for code in found}


def _closer(picture: Grey, unread: Iterable[Corners], *, live: bool) -> list[SeenCode]:
    return [code for corners in unread for code in _magnified(picture, corners, live=live)]


def _magnified(picture: Grey, corners: Corners, *, live: bool) -> list[SeenCode]:
    for contrast in MAGNIFIED:
        found, _ = _look(around(picture, corners, contrast), live=live)
        if found:
            return found
    return []


def _look(look: Look, *, live: bool) -> tuple[list[SeenCode], list[Corners]]:
    """Give the codes read, and the corners of symbols that were seen but not read."""
    seen = zxingcpp.read_barcodes(
        look.pixels,
        formats=ONLY_QR,
        try_rotate=False,
        try_invert=not live,
        text_mode=zxingcpp.TextMode.Plain,
        return_errors=True,
    )
    read = [SeenCode(one.text, _corners(one, look)) for one in seen if one.valid and one.text]
    unread = (_corners(one, look) for one in seen if not one.valid)
    missed = [corners for corners in unread if not _is_among(corners, read)]
    return read, sorted(missed, key=_size, reverse=True)[:MOST_UNREAD]


def _corners(seen: zxingcpp.Barcode, look: Look) -> Corners:
    at = seen.position
    return (
        look.in_picture(at.top_left.x, at.top_left.y),
        look.in_picture(at.top_right.x, at.top_right.y),
        look.in_picture(at.bottom_right.x, at.bottom_right.y),
        look.in_picture(at.bottom_left.x, at.bottom_left.y),
    )


def _is_among(corners: Corners, found: Iterable[SeenCode]) -> bool:
    x, y = _centre(corners)
    return any(_holds(code.corners, x, y) for code in found)


def _holds(corners: Corners, x: int, y: int) -> bool:
    xs, ys = zip(*corners, strict=True)
    return bool(min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys))


def _centre(corners: Corners) -> Point:
    xs, ys = zip(*corners, strict=True)
    return sum(xs) // 4, sum(ys) // 4


def _size(corners: Corners) -> int:
    xs, ys = zip(*corners, strict=True)
    return int(max(xs) - min(xs)) * int(max(ys) - min(ys))


def _once(found: Iterable[SeenCode]) -> list[SeenCode]:
    first: dict[str, SeenCode] = {}
    for code in found:
        first.setdefault(code.text, code)
    return list(first.values())


def _in_reading_order(codes: list[SeenCode]) -> list[SeenCode]:
    return [code for line in _lines(codes) for code in sorted(line, key=lambda c: c.centre)]


def _lines(codes: list[SeenCode]) -> Iterator[list[SeenCode]]:
    line: list[SeenCode] = []
    for code in sorted(codes, key=lambda c: c.centre[1]):
        if line and not _holds(line[0].corners, line[0].centre[0], code.centre[1]):
            yield line
            line = []
        line.append(code)
    if line:
        yield line
