"""The code by which a certificate is verified, its white border, and the serial below it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from bootcamp_app.features.certificates.code_sizes import VERSIONS
from bootcamp_app.features.certificates.parts.lines import Line, covered, draw_lines, ink_boxes
from bootcamp_app.features.certificates.parts.placed import Placed, Values, Written
from bootcamp_app.printing.paper import Box, Stroke, TextStyle
from bootcamp_app.printing.qr import QUIET, smallest
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.printing.paper import Paper
    from bootcamp_app.printing.qr import QrSymbol

LEAST_SIDE, LEAST_MODULE = 35.0, 0.6
MOST_MODULES = 17 + 4 * VERSIONS[-1]
_LEAST_MODULES = 17 + 4 * VERSIONS[0]
_MASK = 3
_NO_CODE = Stroke("#B8B2A7", 0.25, (1.0, 1.5))
_WHITE = "#FFFFFF"
_SERIAL_BELOW = 0.95
"""From the white border down to the serial's baseline, as a share of its size."""


class Verify(Placed):
    """Code and serial; of what is not issued the place only, and nothing that could be scanned."""

    @cached_property
    def quiet(self) -> Box:
        """The code with the white border that it needs, whatever its size turns out to be."""
        part = self.part
        quiet = QUIET * part["side"] / _LEAST_MODULES
        side = part["side"] + 2 * quiet
        return Box(part["x"] - quiet, part["top"] - quiet, side, side)

    @property
    def fields(self) -> frozenset[str]:
        """What differs from each certificate to the next."""
        return frozenset(("serial", "record", "revision"))

    @cached_property
    def _style(self) -> TextStyle:
        return TextStyle(self.part["size"], 400, self.part["colour"])

    def written(self, values: Values) -> Iterable[Written]:
        """Give the serial; a size of 0 means that the layout writes it elsewhere."""
        yield Written(_serial(values), self._style.typeface)

    def draw(self, paper: Paper, values: Values) -> None:
        """Draw the code on white, and the serial."""
        part = self.part
        if values.get("record"):
            paper.rect(self.quiet, fill=_WHITE)
            paper.qr(_symbol(values["record"]), part["x"], part["top"], part["side"])
        else:
            side = part["side"]
            paper.rect(Box(part["x"], part["top"], side, side), stroke=_NO_CODE)
        draw_lines(paper, self._lines(values))

    def covers(self, values: Values) -> Box | None:
        """Give the code with its white border and the serial."""
        return covered([self.quiet, *ink_boxes(self._lines(values))])

    def _lines(self, values: Values) -> list[Line]:
        if not self.part["size"]:
            return []
        below = self.quiet.top + self.quiet.height + _SERIAL_BELOW * self.part["size"] / POINTS
        middle = self.part["x"] + self.part["side"] / 2
        return [Line(middle, below, _serial(values), self._style, "center")]


def _serial(values: Values) -> str:
    """Give the serial, and from the second revision on which one it is."""
    revision = values.get("revision", "")
    serial = values.get("serial", "")
    return f"{serial} · {revision}" if revision not in ("", "1") else serial


@lru_cache(maxsize=8)
def _symbol(record: str) -> QrSymbol:
    return smallest(record, versions=VERSIONS, level="M", mask=_MASK)
