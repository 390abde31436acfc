"""Millimetres for people, points for PDF."""

from __future__ import annotations

from dataclasses import dataclass

POINTS = 72 / 25.4  # in a millimetre


@dataclass(frozen=True)
class PageSize:
    """The width and height of a sheet in millimetres."""

    width: float
    height: float

    @property
    def landscape(self) -> PageSize:
        """The same sheet with its long side across."""
        return PageSize(max(self.width, self.height), min(self.width, self.height))

    @property
    def portrait(self) -> PageSize:
        """The same sheet with its long side upright."""
        return PageSize(min(self.width, self.height), max(self.width, self.height))


A0 = PageSize(841, 1189)
A1 = PageSize(594, 841)
A2 = PageSize(420, 594)
A3 = PageSize(297, 420)
A4 = PageSize(210, 297)
A5 = PageSize(148, 210)
A6 = PageSize(105, 148)
LETTER = PageSize(215.9, 279.4)
