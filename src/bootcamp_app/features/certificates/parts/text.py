"""Text on one baseline, and Khmer with its English beneath or beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from math import floor as whole
from typing import TYPE_CHECKING

from bootcamp_app.features.certificates.parts.lines import Line, fitted
from bootcamp_app.features.certificates.parts.placed import Lettered, Values, Written
from bootcamp_app.features.certificates.parts.words import Words
from bootcamp_app.printing.paper import Span, TextDoesNotFit, TextStyle, measure
from bootcamp_app.printing.shapes import shift

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN = " · "
_ALONE = 0.45
"""A first language without its second moves down so far of the gap, into the middle of both."""


class Text(Lettered):
    """One text in one style."""

    @cached_property
    def _text(self) -> Words:
        return Words(self.part["text"])

    @cached_property
    def _style(self) -> TextStyle:
        part = self.part
        typeface = self.stock.typeface(part["font"])
        return TextStyle(part["size"], part["weight"], part["colour"], part["tracking"], typeface)

    @cached_property
    def _span(self) -> Span:
        part = self.part
        return Span(part["x"], part["baseline"], part["width"], part["align"])

    @property
    def words(self) -> tuple[Words, ...]:
        """The one text."""
        return (self._text,)

    def written(self, values: Values) -> Iterable[Written]:
        """Give the text with its fields filled."""
        yield Written(self._text.filled(values), self._style.typeface)

    def lines(self, values: Values) -> list[Line]:
        """Give one line, or two where it may have two."""
        text = self._text.filled(values)
        floor = self.part["floor"] or self.part["size"]
        return fitted(self._span, text, self._style, floor=floor, most=self.part["lines"])


class Pair(Lettered):
    """Khmer, and below it or after it the same in English."""

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """Khmer and English."""
        return Words(self.part["km"]), Words(self.part["en"])

    @cached_property
    def _styles(self) -> tuple[TextStyle, TextStyle]:
        part, typeface = self.part, self.stock.typeface
        first, second = typeface(part["font"]), typeface(part["font_en"])
        more = (part["size_en"], part["weight_en"], part["colour_en"], part["tracking_en"])
        return (
            TextStyle(part["size"], part["weight"], part["colour"], part["tracking"], first),
            TextStyle(*more, typeface=second),
        )

    @cached_property
    def _span(self) -> Span:
        part = self.part
        return Span(part["x"], part["baseline"], part["width"], part["align"])

    def written(self, values: Values) -> Iterable[Written]:
        """Give both texts with their fields filled."""
        for words, style in zip(self.words, self._styles, strict=True):
            yield Written(words.filled(values), style.typeface)

    def lines(self, values: Values) -> list[Line]:
        """Give the lines of both languages."""
        khmer, english = (words.filled(values) for words in self.words)
        if not self.part["gap"] and khmer and english:
            return self._side_by_side(khmer, english)
        gap = self.part["gap"]
        (first, second), span, most = self._styles, self._span, self.part["lines"]
        if not english:
            span = replace(span, baseline=span.baseline + gap * _ALONE)
        above = fitted(span, khmer, first, floor=self._floor(""), most=most)
        below = replace(
            self._span, baseline=self._span.baseline + gap * (1 if khmer else 1 - _ALONE)
        )
        return above + fitted(below, english, second, floor=self._floor("_en"), most=1)

    def _floor(self, which: str) -> float:
        return float(self.part[f"floor{which}"] or self.part[f"size{which}"])

    def _side_by_side(self, khmer: str, english: str) -> list[Line]:
        first, second = self._styles
        texts = (khmer, _BETWEEN, english)
        widths = [
            measure(one, style) for one, style in zip(texts, (first, second, second), strict=True)
        ]
        share = min(1.0, self._span.width / sum(widths))
        sizes = [whole(style.size * share * 2) / 2 for style in self._styles]
        if share < 1:
            for size, text, which in zip(sizes, (khmer, english), ("", "_en"), strict=True):
                if size < self._floor(which):
                    raise TextDoesNotFit(text, self._floor(which))
            first, second = (
                replace(one, size=size) for one, size in zip(self._styles, sizes, strict=True)
            )
        styles = (first, second, second)
        widths = [measure(one, style) for one, style in zip(texts, styles, strict=True)]
        x = self._span.x + shift(self._span.align, self._span.width - sum(widths))
        lines = []
        for text, style, width in zip(texts, styles, widths, strict=True):
            lines.append(Line(x, self._span.baseline, text, style, "left"))
            x += width
        return lines
