"""Badge layouts: JSON in `resources/badges` or a file of one's own; see docs/badge-layouts.md.

A badge is a cell in millimetres; parts lie in it from its top left corner. What would print a
badge that cannot be read or is cut through is refused when the file is read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.catalogue import documents
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.printing.shapes import Box
from bootcamp_app.printing.units import PageSize

if TYPE_CHECKING:
    from collections.abc import Mapping

    Part = dict[str, Any]

DEFAULT_LAYOUT = "a4-8"
LEAST_CODE = 25.0
MODULES = 21
QUIET = 4
_MOST_BYTES = 200_000
_SLACK = 0.01
_WORDS = {"size": 9, "floor": 6, "weight": 400, "colour": "", "align": "left"}
_PLACED: dict[str, Any] = {"x": None, "top": None, "width": None, "height": None}
_KINDS: dict[str, dict[str, Any]] = {
    "qr": {"x": None, "top": None, "side": None},
    "code": {**_PLACED, **_WORDS},
    "name": {**_PLACED, **_WORDS, "size": 22, "floor": 9, "weight": 700},
    "second_name": {**_PLACED, **_WORDS, "size": 14, "floor": 7, "weight": 600},
    "organisation": {**_PLACED, **_WORDS},
    "title": {**_PLACED, **_WORDS},
    "role": {**_PLACED, **_WORDS, "size": 9, "weight": 600},
    "logos": {**_PLACED, "align": "left"},
    "rule": {**_PLACED, "colour": ""},
}


@dataclass(frozen=True)
class SheetLayout:
    """How badges lie on a sheet, and what lies where on a badge."""

    id: str
    title: str
    title_km: str
    page: PageSize
    cell_size: PageSize
    columns: int
    rows: int
    margin: tuple[float, float]
    front: tuple[Part, ...]
    back: tuple[Part, ...]
    is_folded: bool

    @property
    def per_page(self) -> int:
        """How many badges a sheet has."""
        return self.columns * self.rows

    def cell(self, number: int) -> Box:
        """Give the place of a badge on its sheet, row by row."""
        row, column = divmod(number, self.columns)
        left, top = self.margin
        width, height = self.cell_size.width, self.cell_size.height
        return Box(left + column * width, top + row * height, width, height)

    def behind(self, number: int) -> Box:
        """Give the place of a badge's back, on the other side of its sheet."""
        front = self.cell(number)
        return Box(self.page.width - front.x - front.width, front.top, front.width, front.height)

    @property
    def face(self) -> PageSize:
        """The size in which parts lie: a folded badge has two such faces."""
        height = self.cell_size.height / (2 if self.is_folded else 1)
        return PageSize(self.cell_size.width, height)


@cache
def layouts() -> dict[str, SheetLayout]:
    """Give every layout that comes with the program, by its id."""
    return {name: understood(name, wanted) for name, wanted in documents("badges").items()}


def layout(name: str) -> SheetLayout:
    """Give a layout by its id or by the path of its file, or refuse in words."""
    if name in layouts():
        return layouts()[name]
    if name.lower().endswith(".json"):
        return layout_in(Path(name))
    raise Refusal("There is no layout “{name}”. Choose one of: {names}.",
                  name=name, names=", ".join(layouts()))  # fmt: skip


def layout_in(path: Path) -> SheetLayout:
    """Give the layout of a file; raises a Refusal that says what is wrong with it."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise _wrong(path.name, Sentence("it is too large"))
        wanted = json.loads(data.decode("utf-8-sig"))
    except OSError as problem:
        raise Refusal("“{name}” could not be opened. Choose another file.",
                      name=path.name) from problem  # fmt: skip
    except (ValueError, RecursionError) as problem:
        raise _wrong(path.name, Sentence("it is not JSON")) from problem
    return understood(path.stem, wanted)


def understood(name: str, wanted: object) -> SheetLayout:
    """Give a layout from what stands in its file, checked; raises a Refusal."""
    if not isinstance(wanted, dict):
        raise _wrong(name, Sentence("it is not JSON"))
    page, cell = (_size(name, wanted, key) for key in ("page", "cell"))
    columns, rows = (_count(name, wanted, key) for key in ("columns", "rows"))
    left, top = _pair(name, wanted.get("margin", [0, 0]), "margin", least=0)
    is_folded = wanted.get("folded", False) is True
    if left + columns * cell.width > page.width + _SLACK or (
        top + rows * cell.height > page.height + _SLACK
    ):
        raise _wrong(name, Sentence("the badges do not fit on the page"))
    face = PageSize(cell.width, cell.height / (2 if is_folded else 1))
    front = _parts(name, wanted.get("front"), face)
    if not {"qr", "name"} <= {part["kind"] for part in front}:
        raise _wrong(name, Sentence("the front needs a “qr” and a “name”"))
    back = _parts(name, wanted["back"], face) if "back" in wanted else front
    title, title_km = (str(wanted.get(key, "")) for key in ("title", "title_km"))
    return SheetLayout(name, title or name, title_km or title or name, page, cell, columns, rows,
                       (left, top), front, back, is_folded)  # fmt: skip


def quiet_box(part: Mapping[str, Any]) -> Box:
    """Give the room of a code with the white border that cameras need."""
    quiet, side = QUIET * part["side"] / MODULES, part["side"]
    return Box(part["x"] - quiet, part["top"] - quiet, side + 2 * quiet, side + 2 * quiet)


def _parts(name: str, wanted: object, face: PageSize) -> tuple[Part, ...]:
    if not isinstance(wanted, list) or not all(isinstance(one, dict) for one in wanted):
        raise _wrong(name, Sentence("“front” and “back” are lists of parts"))
    parts = tuple(_part(name, one) for one in wanted)
    codes = [part for part in parts if part["kind"] == "qr"]
    for part in parts:
        kind = part["kind"]
        box = quiet_box(part) if kind == "qr" else _box(part)
        if not _within(box, face):
            raise _wrong(name, Sentence("“{part}” lies outside the badge", part=kind))
        if any(part is not code and _touch(box, quiet_box(code)) for code in codes):
            raise _wrong(name, Sentence("“{part}” lies on the white border of the code", part=kind))
    return parts


def _part(name: str, wanted: Part) -> Part:
    kind = wanted.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise _wrong(name, Sentence("there is no part “{part}”", part=str(kind)))
    part = {**_KINDS[kind], **wanted}
    if extra := set(wanted) - set(_KINDS[kind]) - {"kind"}:
        raise _wrong(name, Sentence("“{part}” has no “{key}”", part=kind, key=min(extra)))
    for key, value in part.items():
        if not _is_right(key, value):
            raise _wrong(name, Sentence("“{key}” of “{part}” is not right", key=key, part=kind))
    if kind == "qr" and part["side"] < LEAST_CODE:
        raise _wrong(name, Sentence("the code must be at least {least} mm wide", least=25))
    return part


def _is_right(key: str, value: object) -> bool:
    if key == "kind":
        return True
    if key == "align":
        return value in ("left", "center", "right")
    if key == "colour":
        return value == "" or (
            isinstance(value, str)
            and len(value) == len("#123456")
            and value.startswith("#")
            and all(sign in "0123456789abcdefABCDEF" for sign in value[1:])
        )
    if key == "weight":
        return value in (400, 600, 700)
    least = 0 if key in ("x", "top") else 0.1
    return _is_number(value, least, 4 if key in ("size", "floor") else least)


def _is_number(value: object, least: float, letters: float) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isfinite(value) and max(least, letters) <= value <= 2000


def _size(name: str, wanted: Part, key: str) -> PageSize:
    return PageSize(*_pair(name, wanted.get(key), key, least=20))


def _pair(name: str, value: object, key: str, *, least: float) -> tuple[float, float]:
    if (
        not isinstance(value, list)
        or len(value) != 2
        or not all(_is_number(one, least, least) for one in value)
    ):
        raise _wrong(name, Sentence("“{key}” is not two lengths in millimetres", key=key))
    return value[0], value[1]


def _count(name: str, wanted: Part, key: str) -> int:
    value = wanted.get(key, 1)
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 20:
        raise _wrong(name, Sentence("“{key}” is not a number from 1 to 20", key=key))
    return value


def _box(part: Part) -> Box:
    return Box(part["x"], part["top"], part["width"], part["height"])


def _within(box: Box, face: PageSize) -> bool:
    return (
        box.x >= -_SLACK
        and box.top >= -_SLACK
        and box.x + box.width <= face.width + _SLACK
        and box.top + box.height <= face.height + _SLACK
    )


def _touch(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width - _SLACK
        and other.x < one.x + one.width - _SLACK
        and one.top < other.top + other.height - _SLACK
        and other.top < one.top + one.height - _SLACK
    )


def _wrong(name: str, why: Sentence) -> Refusal:
    return Refusal("The badge layout “{name}” cannot be used: {why}. Mend the file or choose "
                   "another layout.", name=name, why=why)  # fmt: skip
