"""Text that fills a box: one language, or Khmer with its English below in the same box."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.features.certificates.parts.lines import Line, even_lines, in_span
from bootcamp_app.features.certificates.parts.placed import Lettered, Values, Written
from bootcamp_app.features.certificates.parts.words import Words
from bootcamp_app.printing.paper import Span, TextDoesNotFit, TextStyle, measure
from bootcamp_app.printing.text.styles import first_baseline, leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STEP = 0.5
_LEAST = 1e-6
_HEIGHTS = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


class _Block(NamedTuple):
    """The lines of one language, and how high they stand together, in millimetres."""

    lines: list[str]
    style: TextStyle
    leading: float

    @property
    def step(self) -> float:
        return self.leading * self.style.size / POINTS

    @property
    def height(self) -> float:
        return len(self.lines) * self.step


class Paragraph(Lettered):
    """Text on as many lines as its box has room for, as large as fits."""

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The text, and the second one below it."""
        return Words(self.part["text"]), Words(self.part["text_en"])

    @cached_property
    def _styles(self) -> tuple[TextStyle, TextStyle]:
        part, typeface = self.part, self.stock.typeface
        first, second = typeface(part["font"]), typeface(part["font_en"])
        return (
            TextStyle(part["size"], part["weight"], part["colour"], typeface=first),
            TextStyle(part["size_en"], part["weight_en"], part["colour_en"], typeface=second),
        )

    def written(self, values: Values) -> Iterable[Written]:
        """Give both texts with their fields filled."""
        for words, style in zip(self.words, self._styles, strict=True):
            yield Written(words.filled(values), style.typeface)

    def lines(self, values: Values) -> list[Line]:
        """Give the lines of both texts, the second a gap below the first."""
        texts = [words.filled(values) for words in self.words]
        blocks = self._filling(texts)
        height = sum(one.height for one in blocks) + self._gap(blocks)
        top = self.part["top"] + _HEIGHTS[self.part["valign"]] * (self.part["height"] - height)
        lines: list[Line] = []
        for block in blocks:
            baseline = top + first_baseline(block.leading) * block.style.size / POINTS
            for text in block.lines:
                span = Span(self.part["x"], baseline, self.part["width"], self.part["align"])
                lines.append(in_span(span, text, block.style))
                baseline += block.step
            top += block.height + self.part["gap"]
        return lines

    def _filling(self, texts: list[str]) -> list[_Block]:
        for styles in self._smaller_and_smaller():
            blocks = [
                self._block(text, style)
                for text, style in zip(texts, styles, strict=True)
                if text.strip()
            ]
            if self._fits(blocks):
                return blocks
        raise TextDoesNotFit(max(texts, key=len), self.part["floor"] or self.part["size"])

    def _smaller_and_smaller(self) -> Iterator[tuple[TextStyle, TextStyle]]:
        first, second = self._styles
        least = self.part["floor"] or first.size
        least_en = self.part["floor_en"] or second.size
        while True:
            yield first, second
            if first.size <= least and second.size <= least_en:
                return
            first = replace(first, size=max(min(least, first.size), first.size - _STEP))
            second = replace(second, size=max(min(least_en, second.size), second.size - _STEP))

    def _block(self, text: str, style: TextStyle) -> _Block:
        lines = even_lines(text, style, self.part["width"])
        return _Block(lines, style, self.part["leading"] or leading_of(text))

    def _gap(self, blocks: list[_Block]) -> float:
        return float(self.part["gap"]) * max(len(blocks) - 1, 0)

    def _fits(self, blocks: list[_Block]) -> bool:
        height = sum(one.height for one in blocks) + self._gap(blocks)
        return height <= self.part["height"] + _LEAST and all(
            measure(line, block.style) <= self.part["width"] + _LEAST
            for block in blocks
            for line in block.lines
        )
