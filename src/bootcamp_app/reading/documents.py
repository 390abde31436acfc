"""Foreign JSON, read within limits; whatever is wrong with it is told in one sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.files import MEGABYTE, content

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 48 * MEGABYTE
_DEEPEST = 64
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def json_document(path: Path) -> dict[str, Any]:
    """Give the object in a JSON file; raises a Refusal where it is none, too large or too deep."""
    return json_object(content(path, MOST_BYTES), path.name)


def json_object(data: bytes, name: str) -> dict[str, Any]:
    """Give the object in the bytes of a JSON file; raises a Refusal as `json_document`."""
    try:
        found = json.loads(_decoded(data), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as problem:
        raise _unreadable(name) from problem
    if not isinstance(found, dict) or _is_deep(found):
        raise _unreadable(name)
    return found


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding)
    return data.decode("utf-8")


def _refuse_constant(value: str) -> NoReturn:
    raise ValueError(value)


def _is_deep(found: object) -> bool:
    level = [found]
    for _ in range(_DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True


def _unreadable(name: str) -> Refusal:
    return Refusal(
        "{name} cannot be read: it is damaged or of another kind. Save it again in the program it "
        "comes from, then choose it again.",
        name=name,
    )
