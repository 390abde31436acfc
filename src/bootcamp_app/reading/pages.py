"""The pages of a foreign PDF, as pictures and as text."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2  # type: ignore[import-untyped] # the package has no type information

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.files import MEGABYTE, content, refuse_workspace

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from bootcamp_app.reading.pictures import Grey

MOST_BYTES = 256 * MEGABYTE
MOST_PIXELS = 64_000_000
POINTS_AN_INCH = 72
WRONG_PASSWORD = 4

# PDFium keeps state for the whole process and must not be entered by two threads at once.
one_at_a_time = threading.Lock()


def page_count(path: Path) -> int:
    """Give the number of pages."""
    with _opened(path) as document:
        return len(document)


def rendered(path: Path, dpi: int) -> Generator[Grey, None, None]:
    """Give each page as rows of grey pixels, one after the other."""
    with _opened(path) as document:
        for index in range(len(document)):
            yield _picture(document, index, dpi, path.name)


def text_of(path: Path) -> list[str]:
    """Give the text of each page, its lines parted by a line feed."""
    with _opened(path) as document:
        return [_text(document, index, path.name) for index in range(len(document))]


def is_pdf(path: Path) -> bool:
    """Say whether the file begins like a PDF, whatever it is called; a workspace is refused."""
    refuse_workspace(path)
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError:
        return False


@contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    document = _loaded(content(path, MOST_BYTES), path.name)
    try:
        yield document
    finally:
        with one_at_a_time:
            document.close()


def _loaded(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        with one_at_a_time:
            document = pypdfium2.PdfDocument(data)
            if len(document):
                return document
            document.close()
    except pypdfium2.PdfiumError as error:
        raise _refused(data, name, error) from error
    raise _damaged(name)


def _refused(data: bytes, name: str, error: pypdfium2.PdfiumError) -> Refusal:
    if getattr(error, "err_code", None) == WRONG_PASSWORD:
        return Refusal(
            "{name} is protected with a password. Save a copy of it without one, then choose that.",
            name=name,
        )
    if b"%PDF-" not in data[:1024]:
        return Refusal("{name} is not a PDF. Choose a PDF file.", name=name)
    return _damaged(name)


def _damaged(name: str) -> Refusal:
    return Refusal("{name} is damaged or not complete. Copy or download the PDF again.", name=name)


@contextmanager
def _page(document: pypdfium2.PdfDocument, index: int, name: str) -> Iterator[pypdfium2.PdfPage]:
    with one_at_a_time:
        try:
            page = document[index]
        except pypdfium2.PdfiumError as error:
            raise _damaged(name) from error
        try:
            yield page
        finally:
            page.close()


def _picture(document: pypdfium2.PdfDocument, index: int, dpi: int, name: str) -> Grey:
    with _page(document, index, name) as page:
        _must_be_small_enough(page, dpi, name)
        bitmap = page.render(scale=dpi / POINTS_AN_INCH, grayscale=True)
        try:
            return np.array(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, bitmap.width)
        finally:
            bitmap.close()


def _must_be_small_enough(page: pypdfium2.PdfPage, dpi: int, name: str) -> None:
    width, height = page.get_size()
    if width * height * (dpi / POINTS_AN_INCH) ** 2 > MOST_PIXELS:
        raise Refusal(
            "A page of {name} is too large to be read. Print it to a smaller paper size as PDF, "
            "then choose that.",
            name=name,
        )


def _text(document: pypdfium2.PdfDocument, index: int, name: str) -> str:
    with _page(document, index, name) as page:
        words = page.get_textpage()
        try:
            return str(words.get_text_range()).replace("\r\n", "\n")
        finally:
            words.close()
