"""JSON as signed lists have it: one strict grammar, which the verification page reads alike.

What two readers could take differently is refused: fractions and numbers that a browser rounds,
keys beyond ASCII (browsers sort them otherwise), half characters, days that no calendar has,
base64 with spare bits, and what is nested deeper than any list.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_NUMBER = 2**53 - 1
_MOST_DEEP = 16
_MOST_DIGITS = len(str(MOST_NUMBER))
_YEARS = range(2000, 2201)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(_DAY.pattern + r"T[0-9]{2}:[0-5][0-9]:[0-5][0-9]Z")
_MARK = re.compile(r"[0-9a-fA-F]{16}")


def parsed(text: str) -> Any:  # noqa: ANN401 - any JSON
    """Give what a text holds; ValueError or RecursionError where it is not plain JSON."""
    held = json.loads(text, parse_int=_whole, parse_float=_refused, parse_constant=_refused)
    _must_be_plain(held, _MOST_DEEP)
    return held


def plain(document: Mapping[str, Any]) -> str:
    """Give the one text that is signed: keys in order, no spaces, every sign as it is."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def text_of(data: bytes) -> str:
    """Give bytes in base64."""
    return b64encode(data).decode()


def data_in(held: Any, length: int) -> bytes:  # noqa: ANN401 - any JSON
    """Give so many bytes out of base64, which is written in one way only."""
    data = b64decode(short(held, 2 * length + 4), validate=True)
    if len(data) != length or text_of(data) != held:
        raise ValueError(length)
    return data


def items(held: Any) -> list[Any]:  # noqa: ANN401 - any JSON
    """Give a list."""
    if not isinstance(held, list):
        raise TypeError
    return held


def short(held: Any, most: int) -> str:  # noqa: ANN401 - any JSON
    """Give a text of so many signs at most."""
    if not isinstance(held, str) or len(held) > most:
        raise ValueError(most)
    return held


def mark(held: Any) -> str:  # noqa: ANN401 - any JSON
    """Give the mark of a record: 16 hexadecimal signs, in small letters."""
    if not _MARK.fullmatch(short(held, 16)):
        raise ValueError(held)
    return str(held).lower()


def number(held: Any) -> int:  # noqa: ANN401 - any JSON
    """Give a whole number that is not negative and that every reader holds."""
    if type(held) is not int or not 0 <= held <= MOST_NUMBER:
        raise ValueError
    return held


def day(held: Any) -> date:  # noqa: ANN401 - any JSON
    """Give a day of these centuries."""
    if not _DAY.fullmatch(short(held, 10)):
        raise ValueError(held)
    found = date.fromisoformat(held)
    _must_be_of_our_time(found)
    return found


def moment(held: Any) -> datetime:  # noqa: ANN401 - any JSON
    """Give a second of these centuries, in UTC."""
    if not _MOMENT.fullmatch(short(held, 20)) or held[11:13] > "23":
        raise ValueError(held)
    found = datetime.fromisoformat(held)
    _must_be_of_our_time(found)
    return found


def _must_be_of_our_time(found: date) -> None:
    if found.year not in _YEARS:
        raise ValueError(found)


def _whole(text: str) -> int:
    if len(text) > _MOST_DIGITS + 1 or abs(int(text)) > MOST_NUMBER:
        raise ValueError(len(text))
    return int(text)


def _refused(text: str) -> NoReturn:
    raise ValueError(text)


def _must_be_plain(held: Any, deep: int) -> None:  # noqa: ANN401 - any JSON
    if not deep:
        raise ValueError(deep)
    if isinstance(held, str):
        held.encode()  # half a character has no bytes
    elif isinstance(held, list):
        for one in held:
            _must_be_plain(one, deep - 1)
    elif isinstance(held, dict):
        for name, one in held.items():
            name.encode("ascii")
            _must_be_plain(one, deep - 1)
