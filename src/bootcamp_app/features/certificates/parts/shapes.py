"""Lines and areas: rules, borders, grounds, diamonds and boxes."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from bootcamp_app.features.certificates.parts.placed import Placed, Values
from bootcamp_app.printing.paper import Box, Stroke

if TYPE_CHECKING:
    from bootcamp_app.printing.paper import Paper

_APART = 2.0  # mm between the two lines of a border
_THIN = 0.42
_NOTCH, _STEPS = 7.0, 10
_ARM = 16.0


class Rule(Placed):
    """A straight line."""

    def draw(self, paper: Paper, values: Values) -> None:
        """Draw the line."""
        del values
        part = self.part
        stroke = Stroke(part["colour"], part["width"], tuple(part["dash"]))
        paper.line(part["x1"], part["y1"], part["x2"], part["y2"], stroke)

    def covers(self, values: Values) -> Box:
        """Give the line with its thickness."""
        del values
        part = self.part
        left, right = sorted((part["x1"], part["x2"]))
        top, bottom = sorted((part["y1"], part["y2"]))
        half = part["width"] / 2
        return Box(left - half, top - half, right - left + 2 * half, bottom - top + 2 * half)


class Border(Placed):
    """A frame along the edges of the page."""

    def draw(self, paper: Paper, values: Values) -> None:
        """Draw the frame in its style."""
        del values
        margin, width, colour = self.part["margin"], self.part["width"], self.part["colour"]
        outer, thin = Stroke(colour, width), Stroke(colour, width * _THIN)
        style = self.part["style"]
        if style == "brackets":
            for points in _brackets(self._inset(margin)):
                paper.polygon(points, stroke=outer, closed=False)
            return
        paper.rect(self._inset(margin), stroke=outer)
        if style == "double":
            paper.rect(self._inset(margin + _APART), stroke=thin)
        if style == "corners":
            inner = self._inset(margin + _APART)
            paper.polygon(_notched(inner), stroke=thin)
            for x, y in _corners(self._inset(margin + _APART + _NOTCH * 0.36)):
                half = _NOTCH * 0.17
                paper.polygon(
                    [(x, y - half), (x + half, y), (x, y + half), (x - half, y)], fill=colour
                )

    def covers(self, values: Values) -> Box:
        """Give the outer edge of the frame."""
        del values
        half = self.part["width"] / 2
        return self._inset(self.part["margin"] - half)

    def _inset(self, by: float) -> Box:
        page = self.stock.page
        return Box(by, by, page.width - 2 * by, page.height - 2 * by)


class Ground(Placed):
    """The colour of the whole page."""

    def draw(self, paper: Paper, values: Values) -> None:
        """Fill the page."""
        paper.rect(self.covers(values), fill=self.part["colour"])

    def covers(self, values: Values) -> Box:
        """Give the page."""
        del values
        return Box(0, 0, self.stock.page.width, self.stock.page.height)


class Diamond(Placed):
    """A square on its corner; its side is from corner to corner."""

    def draw(self, paper: Paper, values: Values) -> None:
        """Fill the square."""
        del values
        x, y, half = self.part["x"], self.part["y"], self.part["side"] / 2
        corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
        paper.polygon(corners, fill=self.part["colour"])

    def covers(self, values: Values) -> Box:
        """Give the box from corner to corner."""
        del values
        half = self.part["side"] / 2
        return Box(self.part["x"] - half, self.part["y"] - half, 2 * half, 2 * half)


class Area(Placed):
    """A filled box."""

    def draw(self, paper: Paper, values: Values) -> None:
        """Fill the box."""
        del values
        paper.rect(self.room(), fill=self.part["fill"], radius=self.part["radius"])

    def covers(self, values: Values) -> Box:
        """Give the box."""
        del values
        return self.room()


def _corners(box: Box) -> list[tuple[float, float]]:
    right, bottom = box.x + box.width, box.top + box.height
    return [(box.x, box.top), (right, box.top), (right, bottom), (box.x, bottom)]


def _notched(box: Box) -> list[tuple[float, float]]:
    """Give the box with a quarter of a circle cut out of each corner, clockwise."""
    points = []
    for quarter, (x, y) in enumerate(_corners(box)):
        begin = (quarter + 1) * pi / 2
        for step in range(_STEPS + 1):
            angle = begin - (pi / 2) * step / _STEPS
            points.append((x + _NOTCH * cos(angle), y + _NOTCH * sin(angle)))
    return points


def _brackets(box: Box) -> list[list[tuple[float, float]]]:
    shapes = []
    for (x, y), (across, down) in zip(
        _corners(box), ((1, 1), (-1, 1), (-1, -1), (1, -1)), strict=True
    ):
        shapes.append([(x + across * _ARM, y), (x, y), (x, y + down * _ARM)])
    return shapes
