"""A PDF in memory, opened to be drawn: on a printer, or as a picture on any thread."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from shiboken6 import delete

if TYPE_CHECKING:
    from collections.abc import Iterator

_one_at_a_time = Lock()
"""QtPdf's documents are not made and let go on two threads at once; drawing it guards itself."""


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """Give the pages of a PDF for a while."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    with _one_at_a_time:
        document = QPdfDocument()
        document.load(buffer)
    try:
        yield document
    finally:
        with _one_at_a_time:
            document.close()
            # Not left to whoever still holds it: it goes here, before its pages' bytes do.
            delete(document)
