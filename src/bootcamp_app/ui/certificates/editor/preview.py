"""The real page of a real person, made beside the window: picture, what each part covers, lint."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.bounds import bounds_of
from bootcamp_app.features.certificates.drawing import draw, page_size
from bootcamp_app.features.certificates.looking_over import looked_over
from bootcamp_app.features.certificates.plates import plate_of
from bootcamp_app.printing.paper import Paper
from bootcamp_app.ui.kit.pdf_documents import opened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.certificates.linting import Problem
    from bootcamp_app.features.certificates.views import Certificate, Design
    from bootcamp_app.printing.paper import Box

_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
_HIDES = ("does_not_fit", "missing_glyph")


@dataclass(frozen=True, eq=False)
class Wanted:
    """A page to be made, and how many pixels wide it is to be shown."""

    design: Design
    certificate: Certificate
    pixels: int
    others: Sequence[Certificate] = ()
    """Whose certificates are looked at as well, for what is wrong only."""


@dataclass(frozen=True, eq=False)
class Shown:
    """A page as it is printed, and what is known of it."""

    wanted: Wanted
    pdf: bytes
    image: QImage
    bounds: Mapping[str, Box] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


def shown(wanted: Wanted) -> Shown | Refusal:
    """Make the page; what cannot be printed is left out of it and told among the problems."""
    try:
        return _made(wanted)
    except Refusal as refusal:
        return refusal


def _made(wanted: Wanted) -> Shown:
    design, certificate = wanted.design, wanted.certificate
    values = plate_of(design).values(certificate)
    found = looked_over(design, certificate, wanted.others)
    bounds = {part["id"]: bounds_of(part, design, values) for part in design.document["parts"]}
    pdf = _printed(design, certificate, found)
    return Shown(wanted, pdf, rendered(pdf, wanted.pixels), bounds, found)


def printed(design: Design, certificate: Certificate) -> bytes:
    """Give a certificate as a PDF of one page. Raises a Refusal where it cannot be printed."""
    buffer, size = BytesIO(), page_size(design)
    with Paper(buffer, title="", size=size, made_at=_MADE_AT) as paper:
        paper.page(size)
        draw(paper, certificate, design)
    return buffer.getvalue()


def rendered(pdf: bytes, pixels: int) -> QImage:
    """Give the first page so many pixels wide, on white; may be called on any thread."""
    with opened(pdf) as document:
        size = document.pagePointSize(0)
        height = round(pixels * size.height() / max(size.width(), 1))
        drawn = document.render(0, QSize(max(pixels, 1), max(height, 1)))
    white = QImage(drawn.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    with QPainter(white) as painter:
        painter.drawImage(0, 0, drawn)
    return white


def _printed(design: Design, certificate: Certificate, found: Sequence[Problem]) -> bytes:
    try:
        return printed(design, certificate)
    except Refusal:
        hidden = {one.part_id for one in found if one.kind in _HIDES}
        return printed(_without(design, hidden), certificate)


def _without(design: Design, hidden: set[str]) -> Design:
    parts = [part for part in design.document["parts"] if part["id"] not in hidden]
    return replace(design, document={**design.document, "parts": parts})
