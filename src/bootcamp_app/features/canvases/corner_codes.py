"""The codes in the corners of a canvas: which board, which page and which corner. No paper.

17 digits, as many as a badge has, so that they fit the same small symbol: the namespace digit 8,
nine of the board, two of the page, one of the corner, one of the paper, one of how it lies there,
and two check digits by ISO 7064 MOD 97-10. There is nothing personal in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from bootcamp_app.features.badges.rules import CANVAS_DIGIT, canvas_code_in, with_check_digits

TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT = CORNERS = (1, 2, 3, 4)
"""Corners, clockwise."""
WHOLE = 0
"""The page of a sheet that is whole, also of one that was put together from several."""
PAPERS = ("A0", "A1", "A2", "A3", "A4", "Letter")
ON_ONE_SHEET, DRAWN_SMALLER = "", "smaller"
_WAYS = {ON_ONE_SHEET: 0, DRAWN_SMALLER: 1, "A3": 3, "A4": 4, "Letter": 5}
_NUMBER = 10**9


@dataclass(frozen=True)
class CornerCode:
    """What one code says."""

    number: str
    """Nine digits: a board's begins with 1, that of a blank template with 0."""
    page: int
    """0 on a sheet that is whole, else the number of the part, row by row, from 1."""
    corner: int
    """One of CORNERS."""
    paper: str = "A1"
    """The sheet as it hangs on the wall."""
    way: str = ON_ONE_SHEET
    """The small paper that it is spread over, or that it is drawn smaller to clear the codes."""

    def __str__(self) -> str:
        place = f"{self.page:02d}{self.corner}{PAPERS.index(self.paper)}{_WAYS[self.way]}"
        return with_check_digits(f"{CANVAS_DIGIT}{self.number}{place}")


def read_corner(text: str) -> CornerCode | None:
    """Give what a code of a canvas says, or nothing where it is none of ours."""
    code = canvas_code_in(text)
    if not code:
        return None
    number, page, corner, paper, way = code[1:10], code[10:12], code[12], code[13], code[14]
    ways = {digit: name for name, digit in _WAYS.items()}
    if int(corner) not in CORNERS or int(paper) >= len(PAPERS) or int(way) not in ways:
        return None
    return CornerCode(number, int(page), int(corner), PAPERS[int(paper)], ways[int(way)])


def number_of_template(template_id: str) -> str:
    """Give the nine digits of a blank template, which stay the same for ever."""
    held = int.from_bytes(sha256(template_id.encode()).digest()[:8])
    return f"0{held % (_NUMBER // 10):08d}"
