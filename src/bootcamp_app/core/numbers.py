"""Numbers as people write them, in either language: 1,433 and 7.5."""

from __future__ import annotations

_PLACES = 2


def written(number: float) -> str:
    """Give a number with its thousands apart and no more places than it needs, at most two."""
    told = f"{number:,.{_PLACES}f}".rstrip("0").rstrip(".")
    return "0" if told == "-0" else told


def with_sign(number: float) -> str:
    """Give a difference with its sign, as +3 or −2, and 0 without one."""
    told = written(abs(number))
    if told == "0":
        return told
    return f"+{told}" if number > 0 else f"\u2212{told}"
