"""One certificate drawn on paper, as its layout says."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.layouts import layout
from bootcamp_app.features.certificates.records import VERSIONS
from bootcamp_app.printing.paper import (
    A4,
    LETTER,
    Box,
    Paper,
    Span,
    Stroke,
    TextStyle,
    missing_characters,
)
from bootcamp_app.printing.qr import smallest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.printing.units import PageSize

    Part = Mapping[str, Any]

_PAGES = {
    "A4-landscape": A4.landscape,
    "A4-portrait": A4,
    "Letter-landscape": LETTER.landscape,
    "Letter-portrait": LETTER,
}
_MASK = 3
_NO_CODE = Stroke("#B8B2A7", 0.25, (1.0, 1.5))


def page_size(name: str) -> PageSize:
    """Give the paper of a layout."""
    return _PAGES[layout(name)["page"]]


def must_be_printable(certificates: Iterable[Certificate]) -> None:
    """Raise a Refusal that names the first certificate that cannot be printed as it should be."""
    paper = Paper(BytesIO(), title="", size=A4, made_at=datetime(2000, 1, 1, tzinfo=UTC))
    for certificate in certificates:
        paper.page(page_size(certificate.layout))
        draw(paper, certificate)


def draw(paper: Paper, certificate: Certificate) -> None:
    """Draw one certificate on the page in hand. Raises a Refusal that names it."""
    try:
        _must_have_font("".join(certificate.printed.values()))
        _draw_certificate(paper, certificate)
    except Refusal as problem:
        raise Refusal(
            "Certificate {serial} cannot be printed. {reason}",
            serial=certificate.serial,
            reason=problem,
        ) from problem


def _must_have_font(text: str) -> None:
    if missing := missing_characters(text):
        raise Refusal(
            "No font has the characters {signs}. Write the name without them.",
            signs=" ".join(missing),
        )


def _draw_certificate(paper: Paper, certificate: Certificate) -> None:
    parts = layout(certificate.layout)["parts"]
    fixed = [part for part in parts if _is_fixed(part)]
    paper.stamp(certificate.layout, partial(_draw_all, fixed, {}))
    values = {**certificate.printed, "serial": certificate.serial, "record": certificate.record}
    _draw_all([part for part in parts if not _is_fixed(part)], values, paper)


def _draw_all(parts: list[Part], values: Mapping[str, str], paper: Paper) -> None:
    for part in parts:
        _DRAWN[part["kind"]](paper, part, values)


def _is_fixed(part: Part) -> bool:
    return part["kind"] != "code" and "{" not in part.get("text", "")


def _text(paper: Paper, part: Part, values: Mapping[str, str]) -> None:
    # A field without a value leaves a gap behind, and a comma after the gap.
    text = " ".join(part["text"].format(**values).split()).replace(" ,", ",")
    if not text:
        return
    style = TextStyle(
        part["size"], part.get("weight", 400), part["colour"], part.get("tracking", 0)
    )
    span = Span(part["x"], part["baseline"], part["width"], part.get("align", "center"))
    floor = part.get("floor", part["size"])
    paper.fitted(span, text, style, floor=floor, lines=part.get("lines", 1))


def _rule(paper: Paper, part: Part, _values: Mapping[str, str]) -> None:
    stroke = Stroke(part["colour"], part["width"])
    paper.line(part["x1"], part["y1"], part["x2"], part["y2"], stroke)


def _frame(paper: Paper, part: Part, _values: Mapping[str, str]) -> None:
    margin = part["margin"]
    box = Box(margin, margin, paper.size.width - 2 * margin, paper.size.height - 2 * margin)
    paper.rect(box, stroke=Stroke(part["colour"], part["width"]))


def _ground(paper: Paper, part: Part, _values: Mapping[str, str]) -> None:
    paper.rect(Box(0, 0, paper.size.width, paper.size.height), fill=part["colour"])


def _diamond(paper: Paper, part: Part, _values: Mapping[str, str]) -> None:
    x, y, half = part["x"], part["y"], part["side"] / 2
    corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    paper.polygon(corners, fill=part["colour"])


def _code(paper: Paper, part: Part, values: Mapping[str, str]) -> None:
    if not values["record"]:
        # Not issued: the place of the code, and nothing that anybody could scan.
        side = part["side"]
        paper.rect(Box(part["x"], part["top"], side, side), stroke=_NO_CODE)
        return
    symbol = smallest(values["record"], versions=VERSIONS, level="M", mask=_MASK)
    paper.qr(symbol, part["x"], part["top"], part["side"])


_DRAWN: dict[str, Callable[[Paper, Part, Mapping[str, str]], None]] = {
    "text": _text,
    "rule": _rule,
    "frame": _frame,
    "ground": _ground,
    "diamond": _diamond,
    "code": _code,
}
