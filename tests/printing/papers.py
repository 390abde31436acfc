"""Papers in memory for tests, and what three different readers make of them."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped, unused-ignore]  # it brings no types
from pypdf import PdfReader

from bootcamp_app.printing.paper import A4, Paper, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PIL.Image import Image

MADE = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
PLAIN = TextStyle(12)
LINES = 40  # on a page


def paper_with(draw: Callable[[Paper], object], *, title: str = "Test") -> bytes:
    """Give a one-page A4 paper with what `draw` puts on it."""
    target = BytesIO()
    with Paper(target, title=title, size=A4, made_at=MADE) as paper:
        paper.page()
        draw(paper)
    return target.getvalue()


def list_of(lines: Sequence[str], style: TextStyle = PLAIN) -> bytes:
    """Give a paper with one text a line, as many pages as it takes."""
    target = BytesIO()
    with Paper(target, title="List", size=A4, made_at=MADE) as paper:
        for first in range(0, len(lines), LINES):
            paper.page()
            for i, line in enumerate(lines[first : first + LINES]):
                paper.text(20, 15 + 7 * i, line, style)
    return target.getvalue()


def rendered(data: bytes, *, dpi: int = 150, page: int = 0) -> Image:
    """Give a page as PDFium paints it, in grey."""
    document = pdfium.PdfDocument(data)
    try:
        picture: Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()
    return picture


def lines_from_pdftotext(data: bytes, folder: Path) -> list[str]:
    """Give the lines that poppler copies out."""
    program = shutil.which("pdftotext")
    assert program, "pdftotext is missing: install poppler-utils (packaging/dev.py does)"
    file = folder / "paper.pdf"
    file.write_bytes(data)
    told = subprocess.run([program, "-enc", "UTF-8", file, "-"], check=True, capture_output=True)
    return _lines(told.stdout.decode())


def lines_from_pdfium(data: bytes) -> list[str]:
    """Give the lines that PDFium (Chrome, Edge) copies out."""
    document = pdfium.PdfDocument(data)
    try:
        return [line for page in document for line in _lines(page.get_textpage().get_text_range())]
    finally:
        document.close()


def lines_from_pypdf(data: bytes) -> list[str]:
    """Give the lines that pypdf reads."""
    return [line for page in PdfReader(BytesIO(data)).pages for line in _lines(page.extract_text())]


def embedded_fonts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the name and the font file of every font in a paper."""
    for page in PdfReader(BytesIO(data)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"].get_object()
            yield descriptor["/FontName"], descriptor["/FontFile2"].get_object().get_data()


def _lines(text: str) -> list[str]:
    return [line for line in text.replace("\f", "\n").replace("\r", "").split("\n") if line]
