"""The picture of a digital badge: a seal with the title, the name on a ribbon, and the code."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.code_sizes import VERSIONS
from bootcamp_app.features.certificates.credential_wording import joined
from bootcamp_app.printing.logo_row import draw_logos, pictures_for
from bootcamp_app.printing.paper import (
    Box,
    Column,
    PageSize,
    Paper,
    Span,
    Stroke,
    TextDoesNotFit,
    TextStyle,
    lines_of,
    measure,
    missing_characters,
)
from bootcamp_app.printing.qr import smallest
from bootcamp_app.printing.text.styles import leading_of
from bootcamp_app.printing.units import POINTS
from bootcamp_app.reading.drawn import png_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.certificates.views import Certificate

SIDE = 1200
"""Pixels of a side."""

_PAGE = PageSize(120, 120)
_DPI = (SIDE - 0.5) / _PAGE.width * 25.4  # a begun pixel is a whole one
_TEAL, _DEEP, _GOLD, _INK, _QUIET = "#0F6B66", "#0A4D49", "#B08D3E", "#1F2933", "#5B6672"
_CREAM, _FOLD, _WHITE = "#F1E3BF", "#062F2C", "#FFFFFF"
_SEAL = (60.0, 40.5)
_SCALLOPS, _SCALLOP, _FAR = 40, 2.75, 33.6
"""How many small discs make the edge, how large they are and how far from the middle."""
_CODE = Box(88, 88.2, 25, 25)
_LOGOS = Box(8, 86.6, 72, 10, "left")
_MASK = 3
_ROOM = Box(37, 20.5, 46, 38)
"""Where the title stands in the seal."""
_GAP, _LATIN = 1.6, 1.6
_SCALES = [1 - step / 25 for step in range(18)]


class _Block(NamedTuple):
    """A text in the seal and how it looks at its largest."""

    text: str
    style: TextStyle

    @property
    def leading(self) -> float:
        """The height of a line as a share of the size: titles stand closer than other text."""
        return 1.55 if leading_of(self.text) > _LATIN else 1.35

    @property
    def lines(self) -> list[str]:
        """The lines of it."""
        return lines_of(self.text, self.style, _ROOM.width)

    @property
    def height(self) -> float:
        """How high it is, in millimetres."""
        return len(self.lines) * self.leading * self.style.size / POINTS

    @property
    def fits(self) -> bool:
        """Whether no line is wider than the seal."""
        return all(measure(line, self.style) <= _ROOM.width for line in self.lines)

    def at(self, scale: float) -> _Block:
        """Give it smaller."""
        return self._replace(style=replace(self.style, size=self.style.size * scale))


class Shown(NamedTuple):
    """What the picture says."""

    certificate: Certificate
    names: tuple[str, str]
    logos: Sequence[bytes] = ()


def picture(shown: Shown) -> bytes:
    """Give the picture as PNG; the same certificate gives the same bytes."""
    _must_have_font("".join((*shown.names, *shown.certificate.printed.values())))
    target = BytesIO()
    made_at = datetime.combine(shown.certificate.issued_on, datetime.min.time(), UTC)
    try:
        with Paper(target, title=shown.certificate.serial, size=_PAGE, made_at=made_at) as paper:
            paper.page()
            _draw(paper, shown)
    except TextDoesNotFit as problem:
        raise Refusal(
            "The name of {serial} is too long for a digital badge.",
            serial=shown.certificate.serial,
        ) from problem
    return png_of(target.getvalue(), _DPI)


def _must_have_font(text: str) -> None:
    if missing := missing_characters(text):
        raise Refusal(
            "No font has the characters {signs}. Write the name without them.",
            signs=" ".join(missing),
        )


def _draw(paper: Paper, shown: Shown) -> None:
    printed = shown.certificate.printed
    paper.rect(Box(0, 0, _PAGE.width, _PAGE.height), fill=_WHITE)
    for margin, width in ((2.5, 0.6), (3.7, 0.25)):
        side = _PAGE.width - 2 * margin
        paper.rect(Box(margin, margin, side, side), stroke=Stroke(_GOLD, width), radius=2)
    _seal(paper)
    _title(paper, printed)
    _ribbon(paper, shown.names)
    _foot(paper, shown)


def _seal(paper: Paper) -> None:
    x, y = _SEAL
    for number in range(_SCALLOPS):
        angle = 2 * pi * number / _SCALLOPS
        paper.circle(x + _FAR * cos(angle), y + _FAR * sin(angle), _SCALLOP, fill=_TEAL)
    paper.circle(x, y, _FAR + 0.4, fill=_TEAL)
    paper.circle(x, y, 31.6, stroke=Stroke(_GOLD, 0.8))
    paper.circle(x, y, 30.4, fill=_WHITE)
    paper.circle(x, y, 29.4, stroke=Stroke(_GOLD, 0.25))


def _title(paper: Paper, printed: Mapping[str, str]) -> None:
    """Draw the title in both languages around the middle of the seal, as large as it can be."""
    texts = dict.fromkeys((printed["title_km"], printed["title_en"]))
    styles = (TextStyle(22, 700, _DEEP), TextStyle(15, 600, _QUIET))
    blocks = [_Block(text, style) for text, style in zip(filter(None, texts), styles, strict=False)]
    for scale in _SCALES:
        sized = [block.at(scale) for block in blocks]
        if all(one.fits for one in sized) and _height(sized) <= _ROOM.height:
            break
    top = _ROOM.top + max(_ROOM.height - _height(sized), 0) / 2
    for one in sized:
        column = Column(_ROOM.x, top, _ROOM.width, "center")
        top = paper.paragraph(column, one.text, one.style, leading=one.leading, max_lines=4) + _GAP
    x, y = _SEAL
    for dx, half in ((-6.5, 0.8), (0, 1.3), (6.5, 0.8)):
        _diamond(paper, x + dx, y - 24, half)


def _ribbon(paper: Paper, names: tuple[str, str]) -> None:
    """Draw the name on a band across the foot of the seal, its ends folded behind it."""
    left, right, top, bottom = 12.0, 108.0, 61.5, 82.0
    for end, inner, fold in ((5.0, left, 1), (115.0, right, -1)):
        deep = (top + bottom) / 2 + 2.2
        tail = [(end, top + 3.6), (inner + 5 * fold, top + 3.6), (inner + 5 * fold, bottom + 3.2),
                (end, bottom + 3.2), (end + 3.4 * fold, deep + 1.2)]  # fmt: skip
        paper.polygon(tail, fill=_TEAL)
        paper.polygon(
            [(inner, bottom), (inner + 5 * fold, bottom), (inner + 5 * fold, bottom + 3.2)],
            fill=_FOLD,
        )
    paper.rect(Box(left, top, right - left, bottom - top), fill=_DEEP)
    for y in (top + 1.2, bottom - 1.2):
        paper.line(left, y, right, y, Stroke(_GOLD, 0.3))
    first, second = names if all(names) else ("".join(names), "")
    width, x = right - left - 8, left + 4
    if second:
        style = TextStyle(19, 700, _WHITE)
        paper.fitted(Span(x, 71.6, width, "center"), first, style, floor=8.5, lines=2)
        style = TextStyle(11.5, 600, _CREAM)
        paper.fitted(Span(x, 78.8, width, "center"), second, style, floor=6.5, lines=2)
    else:
        style = TextStyle(20, 700, _WHITE)
        paper.fitted(Span(x, 74.4, width, "center"), first, style, floor=8, lines=2)


def _foot(paper: Paper, shown: Shown) -> None:
    """Draw the partners' logos, what it was, the number, and the code that says all of it."""
    certificate, printed = shown.certificate, shown.certificate.printed
    symbol = smallest(certificate.record, versions=VERSIONS, level="M", mask=_MASK)
    paper.qr(symbol, _CODE.x, _CODE.top, _CODE.width)
    if shown.logos:
        draw_logos(paper, pictures_for(shown.logos, [_LOGOS]), _LOGOS)
    hours = joined(f"{printed['hours_km']} ម៉ោង", f"{printed['hours_en']} hours")
    corrected = f" · {certificate.revision}" if certificate.revision > 1 else ""
    number = certificate.serial + corrected
    lines = [
        (hours, TextStyle(11, 600, _INK)),
        (printed["dates_km"], TextStyle(9.5, 400, _INK)),
        (printed["dates_en"], TextStyle(9.5, 400, _QUIET)),
        (number, TextStyle(9.5, 600, _TEAL)),
    ]
    baseline, step, share = (101.6, 4.3, 0.87) if shown.logos else (94.8, 6.1, 1)
    for text, style in lines:
        smaller = replace(style, size=style.size * share)
        paper.fitted(Span(8, baseline, 74, "left"), text, smaller, floor=5)
        baseline += step


def _height(blocks: Sequence[_Block]) -> float:
    return sum(one.height for one in blocks) + _GAP * (len(blocks) - 1)


def _diamond(paper: Paper, x: float, y: float, half: float) -> None:
    paper.polygon([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], fill=_GOLD)
