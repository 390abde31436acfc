"""Whether a document is a layout that can be used; what is only unwise is `linting`'s to say."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.bootcamps.views import MOST_LOGOS
from bootcamp_app.features.certificates.pages import PAGES
from bootcamp_app.features.certificates.parts.kinds import IN_EVERY_PART, KINDS, NEEDED
from bootcamp_app.features.certificates.views import NAMING_FILES, Signatory

MOST_PARTS = 200
_FARTHEST, _LARGEST, _LONGEST = 2000, 200, 2000
_LATEST = 1_000_000
_SHORTEST = 0.1
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_CHOICES: dict[str, tuple[object, ...]] = {
    "align": ("left", "center", "right"),
    "valign": ("top", "middle", "bottom"),
    "weight": (400, 500, 600, 700),
    "weight_en": (400, 500, 600, 700),
    "lines": (1, 2),
    "number": (1, 2, 3, 4),
    "anchor_x": ("", "left", "centre", "right", "both"),
    "anchor_y": ("", "top", "middle", "bottom", "both"),
    "style": ("single", "double", "corners", "brackets"),
}
_COLOURS = ("colour", "colour_en", "fill")
_TEXTS = ("text", "text_en", "km", "en", "title_km", "title_en")
_PLACES = ("x", "top", "baseline", "y", "x1", "y1", "x2", "y2", "margin", "tracking", "tracking_en")
_SIZES = ("size", "size_en", "floor", "floor_en", "leading", "tracking", "tracking_en")
_AT_LEAST = {"size": 0, "size_en": 3, "width": 0.01, "height": 0.1, "side": 0.1, "most": 0.1}
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
"""What no database or file of text can hold."""
_HALVES = ("all", "first half", "second half")


def accepted(document: object) -> dict[str, Any]:
    """Give a layout that parts can be made of, without what is none of its business.

    Raises a Refusal that says what is not right.
    """
    if not isinstance(document, dict):
        raise _wrong(Sentence("it is not JSON"))
    if document.get("page") not in list(PAGES):
        raise _wrong(Sentence("“{key}” is not right", key="page"))
    version, title = document.get("version"), document.get("title")
    if not isinstance(version, int) or not _is_number(version, 1, _LATEST):
        raise _wrong(Sentence("“{key}” is not right", key="version"))
    if not isinstance(title, dict) or not all(_is_text(title.get(one)) for one in ("en", "km")):
        raise _wrong(Sentence("“{key}” is not right", key="title"))
    parts = document.get("parts")
    if not isinstance(parts, list) or not parts or len(parts) > MOST_PARTS:
        raise _wrong(Sentence("“{key}” is not right", key="parts"))
    for part in parts:
        _check(part)
    names = [part["id"] for part in parts]
    if twice := {name for name in names if names.count(name) > 1}:
        raise _wrong(Sentence("two parts are called “{name}”", name=min(twice)))
    name = document.get("layout")
    return {
        "version": version,
        "title": {one: title[one] for one in ("en", "km")},
        "page": document["page"],
        "parts": [dict(part) for part in parts],
        **({"layout": name} if _is_name(name) else {}),
    }


def _check(part: object) -> None:
    if not isinstance(part, dict):
        raise _wrong(Sentence("“{key}” is not right", key="parts"))
    kind = part.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise _wrong(Sentence("there is no part “{part}”", part=str(kind)[:40]))
    keys = {**IN_EVERY_PART, **KINDS[kind].keys}
    if extra := set(part) - set(keys):
        raise _wrong(
            Sentence("“{part}” has no “{key}”", part=kind, key=str(min(extra, key=str))[:40])
        )
    for key, default in keys.items():
        if key not in part:
            if default is NEEDED:
                raise _wrong(Sentence("“{part}” needs “{key}”", part=kind, key=key))
        elif not _is_right(key, part[key]):
            raise _wrong(Sentence("“{key}” of “{part}” is not right", key=key, part=kind))


def _is_right(key: str, value: object) -> bool:
    if key in _CHOICES:
        return any(type(value) is type(one) and value == one for one in _CHOICES[key])
    if key in _COLOURS:
        return isinstance(value, str) and _COLOUR.fullmatch(value) is not None
    if key in _TEXTS:
        return _is_text(value)
    if key in NAMING_FILES:
        return value == "" or _is_name(value)
    if key in _OTHERS:
        return _OTHERS[key](value)
    least = -_FARTHEST if key in _PLACES else _AT_LEAST.get(key, 0)
    return _is_number(value, least, _LARGEST if key in _SIZES else _FARTHEST)


def _is_number(value: object, least: float, most: float = _FARTHEST) -> bool:
    # Neither what is no number nor what is infinite lies between two numbers.
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST and not _UNKEEPABLE.search(value)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and _NAME.fullmatch(value) is not None


def _is_which(value: object) -> bool:
    if isinstance(value, str):
        return value in _HALVES
    return isinstance(value, list) and all(
        isinstance(one, int) and _is_number(one, 1, MOST_LOGOS) for one in value
    )


def _is_dash(value: object) -> bool:
    is_pattern = isinstance(value, list | tuple) and len(value) in {0, 2}
    return is_pattern and all(_is_number(one, _SHORTEST) for one in value)  # type: ignore[attr-defined]


def _are_people(value: object) -> bool:
    if not isinstance(value, list | tuple) or len(value) > 4:
        return False
    return all(
        isinstance(one, dict)
        and set(one) <= set(vars(Signatory()))
        and all(map(_is_text, one.values()))
        for one in value
    )


_OTHERS: dict[str, Callable[[object], bool]] = {
    "id": _is_name,
    "kind": lambda value: isinstance(value, str),
    "locked": lambda value: isinstance(value, bool),
    "axis": lambda value: value is None or _is_number(value, -_FARTHEST),
    "strength": lambda value: _is_number(value, 0, 1),
    "dash": _is_dash,
    "which": _is_which,
    "places": _are_people,
}


def _wrong(why: Sentence) -> Refusal:
    return Refusal(
        "This certificate layout cannot be used: {why}. Mend the file or choose another layout.",
        why=why,
    )
