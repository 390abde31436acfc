"""Those who sign: picture of a signature, line, name and title in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.features.certificates.parts.lines import (
    Line,
    covered,
    draw_lines,
    even_lines,
    in_span,
    ink_boxes,
)
from bootcamp_app.features.certificates.parts.pictures import draw_picture
from bootcamp_app.features.certificates.parts.placed import Placed, Values, Written
from bootcamp_app.features.certificates.views import Signatory
from bootcamp_app.printing.paper import (
    Box,
    Span,
    Stroke,
    TextDoesNotFit,
    TextStyle,
    lines_of,
    measure,
)
from bootcamp_app.printing.shapes import inside
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from bootcamp_app.printing.paper import Paper
    from bootcamp_app.printing.text.faces import Typeface

_RULE = Stroke("#5B6672", 0.25)
_FIRST_KM, _FIRST_EN = 1.6, 1.5
"""From the line down to the first baseline, as a share of the size."""
_STEP_KM, _STEP_EN, _BELOW_KM, _APART = 1.55, 1.4, 1.65, 0.3
_MOST_LINES, _ON_ONE, _ON_MORE = 2, 0.85, 0.7
"""Texts shrink to a share of their size to stand on one line, then further to stand on two."""
_DEEP_KM, _DEEP_EN = 0.65, 0.32
_BELOW, _MARGIN = 1.0, 0.06
_TALLEST = 18.0  # mm of a signature: a larger one is louder than the name
_STEP = 0.5
_WIDER = 2.0
_TEXTS = ("name_km", "name_en", "title_km", "title_en")


class _Entry(NamedTuple):
    """One line of text below the line, and how far its baseline is from the one above."""

    text: str
    style: TextStyle
    step: float
    is_khmer: bool


class _Block(NamedTuple):
    """One person's place."""

    box: Box
    entries: list[_Entry]
    file: str

    @property
    def depth(self) -> float:
        """How far the text reaches below the line, in millimetres."""
        if not self.entries:
            return 0
        last = self.entries[-1]
        deep = _DEEP_KM if last.is_khmer else _DEEP_EN
        return sum(one.step for one in self.entries) + deep * last.style.size / POINTS


class Signatures(Placed):
    """Everybody who signs, side by side, their lines at one height."""

    @cached_property
    def people(self) -> Sequence[Signatory]:
        """Those who sign, or the places that the layout keeps where nobody is known."""
        return self.stock.signatories or [Signatory(**one) for one in self.part["places"]]

    def boxes(self) -> list[Box]:
        """Give each person's place."""
        part, count = self.part, len(self.people)
        gap = part["gap"]
        if count == 2:  # two stand apart, three and four need the room
            gap = max(gap, min(gap * _WIDER, part["width"] - 2 * part["most"]))
        width = min(part["most"], (part["width"] - gap * (count - 1)) / count)
        whole = count * width + (count - 1) * gap
        left = self._left(part["x"] + part["width"] - whole, whole)
        return [
            Box(left + number * (width + gap), part["top"], width, part["height"])
            for number in range(count)
        ]

    def _left(self, last: float, whole: float) -> float:
        part = self.part
        if part["align"] != "center":
            return float(part["x"] if part["align"] == "left" else last)
        # around the middle of the page where the room allows, else as near to it as it does
        axis = part["axis"] if part["axis"] is not None else part["x"] + part["width"] / 2
        return float(min(max(axis - whole / 2, part["x"]), last))

    @cached_property
    def _blocks(self) -> list[_Block]:
        if not self.people:
            return []
        return [
            _Block(box, self._entries(one, box.width), one.file)
            for one, box in zip(self.people, self.boxes(), strict=True)
        ]

    @cached_property
    def _line_at(self) -> float:
        depth = max((one.depth for one in self._blocks), default=0)
        return float(self.part["top"] + self.part["height"] - depth)

    @cached_property
    def _typefaces(self) -> tuple[Typeface, Typeface]:
        return self.stock.typeface(self.part["font"]), self.stock.typeface(self.part["font_en"])

    def written(self, values: Values) -> Iterable[Written]:
        """Give names and titles."""
        del values
        for one in self.people:
            for key, typeface in zip(_TEXTS, self._typefaces * 2, strict=True):
                yield Written(getattr(one, key), typeface)

    def must_fit(self, values: Values) -> None:
        """Raise TextDoesNotFit where names and titles are higher than their place."""
        del values
        for block in self._blocks:
            if block.depth > self.part["height"]:
                raise TextDoesNotFit(block.entries[-1].text, block.entries[-1].style.size)

    def draw(self, paper: Paper, values: Values) -> None:
        """Draw the signatures, the lines and what stands below them."""
        self.must_fit(values)
        for block in self._blocks:
            left, right = block.box.x, block.box.x + block.box.width
            paper.line(left, self._line_at, right, self._line_at, _RULE)
            draw_lines(paper, self._lines(block))
            if place := self._picture(block):
                draw_picture(paper, self.stock, block.file, place)

    def covers(self, values: Values) -> Box | None:
        """Give the box around all that is drawn."""
        return covered(self.pieces(values))

    def pieces(self, values: Values) -> list[Box]:
        """Give the boxes around each signature, line and text."""
        del values
        boxes: list[Box] = []
        for block in self._blocks:
            boxes.append(Box(block.box.x, self._line_at, block.box.width, 0))
            boxes.extend(ink_boxes(self._lines(block)))
            if place := self._picture(block):
                boxes.append(place)
        return boxes

    def _picture(self, block: _Block) -> Box | None:
        shape = self.stock.shape(block.file) if block.file else None
        if not shape:
            return None
        room, aside = block.box, block.box.width * _MARGIN
        floor = self._line_at + _BELOW
        height = min(floor - room.top, _TALLEST)
        box = Box(room.x + aside, floor - height, room.width - 2 * aside, height)
        return inside(box, shape, is_standing=True)

    def _lines(self, block: _Block) -> list[Line]:
        lines, baseline = [], self._line_at
        for entry in block.entries:
            baseline += entry.step
            span = Span(block.box.x, baseline, block.box.width, "center")
            lines.append(in_span(span, entry.text, entry.style))
        return lines

    def _entries(self, one: Signatory, width: float) -> list[_Entry]:
        entries: list[_Entry] = []
        for key, style in self._styles(width).items():
            lines = even_lines(getattr(one, key).strip(), style, width)
            if any(measure(line, style) > width for line in lines):
                raise TextDoesNotFit(getattr(one, key), style.size)
            for number, line in enumerate(lines):
                if line:
                    is_new = key == "title_km" and not number and bool(entries)
                    above = entries[-1] if entries else None
                    step = _step(is_khmer=key.endswith("km"), above=above, is_new=is_new)
                    size = style.size / POINTS
                    entries.append(_Entry(line, style, step * size, key.endswith("km")))
        return entries

    def _styles(self, width: float) -> dict[str, TextStyle]:
        """Give the style of each row: the same for everybody, so that no one looks smaller."""
        part = self.part
        khmer, english = self._typefaces
        strong = TextStyle(part["size"], 600, part["colour"], typeface=khmer)
        quiet = TextStyle(part["size_en"], 400, part["colour_en"], typeface=english)
        plain = replace(strong, weight=400)
        styles = dict(zip(_TEXTS, (strong, quiet, plain, quiet), strict=True))
        return {key: self._fitting(key, style, width) for key, style in styles.items()}

    def _fitting(self, key: str, style: TextStyle, width: float) -> TextStyle:
        texts = [getattr(one, key) for one in self.people]
        for most, least in ((1, _ON_ONE), (_MOST_LINES, _ON_MORE)):
            size = style.size
            while size >= style.size * least:
                smaller = replace(style, size=size)
                if all(_is_short(text, smaller, width, most) for text in texts):
                    return smaller
                size -= _STEP
        return replace(style, size=max(_STEP, style.size * _ON_MORE))


def _is_short(text: str, style: TextStyle, width: float, most: int) -> bool:
    if most == 1:
        return measure(text, style) <= width
    lines = lines_of(text, style, width)
    return len(lines) <= most and all(measure(line, style) <= width for line in lines)


def _step(*, is_khmer: bool, above: _Entry | None, is_new: bool) -> float:
    """Give how far a baseline is from what is above it, as a share of the size."""
    if above is None:
        return _FIRST_KM if is_khmer else _FIRST_EN
    if is_khmer:
        return _STEP_KM + (_APART if is_new else 0)
    return _BELOW_KM if above.is_khmer else _STEP_EN


class Signature(Signatures):
    """One person who signs, by number; nothing where there is no such person."""

    @cached_property
    def people(self) -> Sequence[Signatory]:
        """The one person, or the title that the layout itself says."""
        part, known = self.part, self.stock.signatories
        if part["number"] <= len(known):
            return [known[part["number"] - 1]]
        own = Signatory(title_km=part["title_km"], title_en=part["title_en"])
        return [own] if own != Signatory() else []

    def boxes(self) -> list[Box]:
        """Give the place of the one person."""
        return [self.room()]
