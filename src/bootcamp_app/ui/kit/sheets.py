"""Which pages went to a printer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheets:
    """Pages from one to another, both counted from 1, each so many times."""

    first: int
    last: int
    copies: int
