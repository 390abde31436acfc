"""A trust file as text for QR codes: `BT1:…` in one, or `BT1/2/5:…` as the second of five."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import base45

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.records import BLANKS
from bootcamp_app.features.certificates.trust import NotATrustList, compact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARK = "BT1"
_A_PART = 720
"""Signs in one code: version 17 at level M, modules of 0.9 mm where it is 78 mm wide."""
_MOST_PARTS = 99
_MOST_BYTES = 4_000_000
_PART = re.compile(r"BT1(?:/([0-9]{1,2})/([0-9]{1,2}))?:(.*)", re.DOTALL)


def codes(text: str) -> list[str]:
    """Give the texts of the codes that carry a trust file together."""
    packed = bytes(base45.b45encode(zlib.compress(compact(text).encode(), 9))).decode()
    parts = _parted(packed)
    if len(parts) == 1:
        return [f"{MARK}:{packed}"]
    if len(parts) > _MOST_PARTS:
        raise Refusal("The list is too long for codes. Hand it over as a file.")
    return [f"{MARK}/{number}/{len(parts)}:{part}" for number, part in enumerate(parts, 1)]


def is_code(text: str) -> bool:
    """Say whether a text is a trust list's code, or one of several."""
    return _PART.fullmatch(text.strip(BLANKS)) is not None


def from_codes(texts: Iterable[str]) -> str:
    """Give the trust file that these codes carry together, in any order, also doubled.

    Raises a Refusal that says which code is missing, or NotATrustList.
    """
    found = [text for text in texts if is_code(text)]
    if not found:
        raise NotATrustList
    if len({_place(text)[1] for text in found}) > 1:
        raise Refusal("These codes belong to different lists. Scan all codes of one page.")
    text, missing = text_or_missing(found)
    if missing:
        raise Refusal(
            "The list has {count} codes, and number {missing} is missing. Scan all of them.",
            count=_place(found[0])[1],
            missing=", ".join(map(str, missing)),
        )
    return text


def text_or_missing(found: Sequence[str]) -> tuple[str, list[int]]:
    """Give the trust file that codes of one list carry, or the numbers of those that miss."""
    parts = {_place(text)[0]: _place(text)[2] for text in found}
    numbers = range(1, _place(found[0])[1] + 1)
    missing = [number for number in numbers if number not in parts]
    if missing:
        return "", missing
    return _unpacked("".join(parts[number] for number in numbers)), []


def of_one_list(earlier: Sequence[str], code: str) -> list[str]:
    """Give codes that were read one after the other; one of another list begins anew."""
    return [*(one for one in earlier if _place(one)[1] == _place(code)[1]), code]


def _place(text: str) -> tuple[int, int, str]:
    """Give the number of a code, how many the list has, and what it carries."""
    match = _PART.fullmatch(text.strip(BLANKS))
    if match is None:
        raise NotATrustList
    return int(match[1] or "1"), int(match[2] or "1"), match[3]


def _unpacked(packed: str) -> str:
    try:
        unzip = zlib.decompressobj()
        plain = unzip.decompress(base45.b45decode(packed), _MOST_BYTES + 1)
        if unzip.eof and len(plain) <= _MOST_BYTES:
            return plain.decode()
    except (ValueError, zlib.error) as problem:
        raise NotATrustList from problem
    raise NotATrustList


def _parted(packed: str) -> Sequence[str]:
    """Give the parts, of whole groups of three signs: none ends in a space, which gets lost."""
    count = -(-len(packed) // _A_PART)
    length = -(-len(packed) // count // 3) * 3
    return [packed[at : at + length] for at in range(0, len(packed), length)]
