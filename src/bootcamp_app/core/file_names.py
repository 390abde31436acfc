"""Names of files that every system takes, made from what people call things."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+')
_DEVICES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{sign}" for port in ("com", "lpt") for sign in "0123456789¹²³"),
    )
)
_MOST_BYTES = 255
_MOST_SIGNS = 120
"""Windows counts the folders before it as well, and stops at 260."""
_BELOW = "\u17d2"  # makes the next Khmer letter stand below
_JOINERS = "\u200c\u200d"


def file_names(titles: Sequence[str], ending: str) -> list[str]:
    """Give each title a name with this ending, short enough, and no two that are alike.

    What was too long or refused may make two of them alike; the later ones get a number.
    """
    taken: set[str] = set()
    names = []
    for title in titles:
        name = next(one for one in _offers(title, ending) if _folded(one) not in taken)
        taken.add(_folded(name))
        names.append(name)
    return names


def _offers(title: str, ending: str) -> Iterator[str]:
    number = 1
    while True:
        behind = ending if number == 1 else f" ({number}){ending}"
        yield _shortened(_cleaned(title), behind) + behind
        number += 1


def _cleaned(title: str) -> str:
    # Composed, for one system writes é with one sign and another with two.
    words = _REFUSED.sub(" ", unicodedata.normalize("NFC", title)).split()
    name = " ".join(words).strip(". ") or "_"
    return f"_{name}" if name.partition(".")[0].strip().casefold() in _DEVICES else name


def _shortened(name: str, behind: str) -> str:
    """Cut a name where no letter is torn apart."""
    end = min(len(name), _MOST_SIGNS - len(behind))
    while len(name[:end].encode()) > _MOST_BYTES - len(behind.encode()):
        end -= 1
    while 0 < end < len(name) and not _may_end(name, end):
        end -= 1
    return name[:end].rstrip(". ")


def _may_end(name: str, end: int) -> bool:
    follows = name[end]
    is_part = unicodedata.category(follows).startswith("M") or follows in _JOINERS
    return not is_part and name[end - 1] not in (_BELOW, *_JOINERS)


def _folded(name: str) -> str:
    """Give what two names share where a system takes them for the same."""
    return unicodedata.normalize("NFC", name).casefold()
