"""Whether a document is a layout: what comes from a file or from another program is looked at."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.pages import PAGES
from bootcamp_app.features.certificates.parts.kinds import IN_EVERY_PART, KINDS, NEEDED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_PARTS = 200
LONGEST_TEXT = 2000
_MOST = 1000.0
"""No number of a layout is larger: no page is a metre wide."""
_NO_LAYOUT = N_("This is no layout of certificates. Choose a file that was saved as one.")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_ID = re.compile(r"[A-Za-z0-9_.-]{1,60}")
_WORDS = {
    "align": ("left", "center", "right"),
    "valign": ("top", "middle", "bottom"),
    "style": ("single", "double", "corners", "brackets"),
    "anchor_x": ("", "left", "centre", "right", "both"),
    "anchor_y": ("", "top", "middle", "bottom", "both"),
}


def checked(document: object) -> dict[str, Any]:
    """Give a document with all that a layout knows, and nothing else; raises a Refusal."""
    if not isinstance(document, dict) or not isinstance(document.get("parts"), list):
        raise Refusal(_NO_LAYOUT)
    if document.get("page") not in PAGES:
        raise Refusal(
            "The layout is for a page that is not known here. Pages are: {names}.",
            names=", ".join(PAGES),
        )
    if not 0 < len(document["parts"]) <= MOST_PARTS:
        raise Refusal("A layout has from 1 to {most} parts.", most=MOST_PARTS)
    parts = [_part(number, part) for number, part in enumerate(document["parts"], 1)]
    ids = [part["id"] for part in parts]
    if twice := {one for one in ids if ids.count(one) > 1}:
        raise Refusal("Two parts of the layout are called “{id}”.", id=min(twice))
    version, title, name = (document.get(key) for key in ("version", "title", "layout"))
    return {
        "version": version if _is_whole(version) else 1,
        "title": _title(title if isinstance(title, dict) else {}),
        "page": document["page"],
        "parts": parts,
        **({"layout": name} if isinstance(name, str) and _ID.fullmatch(name) else {}),
    }


def _title(title: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(title.get(key, ""))[:LONGEST_TEXT] for key in ("en", "km")}


def _part(number: int, part: object) -> dict[str, Any]:
    if not isinstance(part, dict) or part.get("kind") not in KINDS:
        raise Refusal(
            "Part {number} of the layout is of a kind that is not known here.", number=number
        )
    known = {**IN_EVERY_PART, **KINDS[part["kind"]].keys}
    held = {name: value for name, value in part.items() if name in known}
    for name, without in known.items():
        is_missing = without is NEEDED and name not in held
        if is_missing or (name in held and not _is_right(name, held[name])):
            raise Refusal(
                "In part {number} of the layout “{name}” is missing or is not what it has to be.",
                number=number,
                name=name,
            )
    return held


def _is_right(name: str, value: object) -> bool:
    if name in _WORDS:
        return value in _WORDS[name]
    return _RIGHT.get(name, _is_number)(value)


def _is_number(value: object) -> bool:
    is_one = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_one and isfinite(value) and abs(value) <= _MOST  # type: ignore[arg-type]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _MOST


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and bool(_COLOUR.fullmatch(value))


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def _is_file(value: object) -> bool:
    return value == "" or _is_name(value)


def _is_size(value: object) -> bool:
    return _is_number(value) and value > 0  # type: ignore[operator]


def _is_share(value: object) -> bool:
    return _is_number(value) and 0 <= value <= 1  # type: ignore[operator]


def _is_weight(value: object) -> bool:
    return _is_whole(value) and 100 <= value <= 900  # type: ignore[operator]


def _is_lines(value: object) -> bool:
    return value in (1, 2)


def _is_which(value: object) -> bool:
    if isinstance(value, list):
        return len(value) <= 6 and all(_is_whole(one) for one in value)
    return value in ("all", "first half", "second half")


def _is_dash(value: object) -> bool:
    is_list = isinstance(value, (list, tuple)) and len(value) in (0, 2)
    return is_list and all(map(_is_size, value))  # type: ignore[call-overload]


def _is_axis(value: object) -> bool:
    return value is None or _is_number(value)


def _are_places(value: object) -> bool:
    return isinstance(value, (list, tuple)) and len(value) <= 6 and all(map(_is_place, value))


def _is_place(value: object) -> bool:
    known = ("name_km", "name_en", "title_km", "title_en")
    return isinstance(value, dict) and all(
        key in known and _is_text(text) for key, text in value.items()
    )


_RIGHT: dict[str, Callable[[object], bool]] = {
    **dict.fromkeys(("text", "text_en", "km", "en", "title_km", "title_en"), _is_text),
    **dict.fromkeys(("colour", "colour_en", "fill"), _is_colour),
    **dict.fromkeys(("id", "kind"), _is_name),
    **dict.fromkeys(("font", "file"), _is_file),
    **dict.fromkeys(("size", "size_en", "width", "side", "most"), _is_size),
    **dict.fromkeys(("weight", "weight_en"), _is_weight),
    "strength": _is_share,
    "lines": _is_lines,
    "number": _is_whole,
    "which": _is_which,
    "dash": _is_dash,
    "axis": _is_axis,
    "places": _are_places,
    "locked": lambda value: isinstance(value, bool),
}
"""What values of a name have to be; all others are numbers."""
