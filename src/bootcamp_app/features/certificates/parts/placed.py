"""What every part can do: say which fields it needs, what it covers and whether it fits; draw."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from bootcamp_app.features.certificates.parts.lines import Line, covered, draw_lines, ink_boxes
from bootcamp_app.printing.paper import Box
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from bootcamp_app.features.certificates.parts.stock import Stock
    from bootcamp_app.features.certificates.parts.words import Words
    from bootcamp_app.printing.paper import Paper
    from bootcamp_app.printing.text.faces import Typeface

Part = Mapping[str, Any]
Values = Mapping[str, str]


class Written(NamedTuple):
    """A text that a part prints, and the fonts that it prints it with."""

    text: str
    typeface: Typeface


class Placed(ABC):
    """A part made ready to be drawn on any number of certificates."""

    def __init__(self, part: Part, stock: Stock) -> None:
        self.part = part
        self.stock = stock

    @property
    def words(self) -> tuple[Words, ...]:
        """The texts that may hold fields."""
        return ()

    @property
    def fields(self) -> frozenset[str]:
        """The fields on which the drawing depends."""
        return frozenset[str]().union(*(words.fields for words in self.words))

    def written(self, values: Values) -> Iterable[Written]:
        """Give every text that is printed."""
        del values
        return ()

    @abstractmethod
    def draw(self, paper: Paper, values: Values) -> None:
        """Draw the part. Raises TextDoesNotFit."""

    @abstractmethod
    def covers(self, values: Values) -> Box | None:
        """Give the box around what is drawn, if anything is. Raises TextDoesNotFit."""

    def pieces(self, values: Values) -> list[Box]:
        """Give the boxes around each thing that is drawn, such as every line of a text."""
        box = self.covers(values)
        return [] if box is None else [box]

    def must_fit(self, values: Values) -> None:
        """Raise TextDoesNotFit where something has no room."""
        self.covers(values)

    def room(self) -> Box:
        """Give the box that the layout says, for a part of which nothing is seen."""
        part = self.part
        return Box(part["x"], part["top"], part["width"], part["height"])


class Lettered(Placed):
    """A part that is nothing but lines of text."""

    @abstractmethod
    def lines(self, values: Values) -> list[Line]:
        """Give the lines at their places. Raises TextDoesNotFit."""

    def draw(self, paper: Paper, values: Values) -> None:
        """Draw the lines."""
        draw_lines(paper, self.lines(values))

    def room(self) -> Box:
        """Give the place of the lines, as high as their letters."""
        part = self.part
        if "baseline" not in part:
            return super().room()
        high = part["size"] / POINTS
        return Box(part["x"], part["baseline"] - high, part["width"], high * 1.35)

    def must_fit(self, values: Values) -> None:
        """Raise TextDoesNotFit where a line is too long, without looking for its ink."""
        self.lines(values)

    def pieces(self, values: Values) -> list[Box]:
        """Give the box around the ink of each line."""
        return ink_boxes(self.lines(values))

    def covers(self, values: Values) -> Box | None:
        """Give the box around the ink of all lines."""
        return covered(self.pieces(values))
