"""The PDF under a Paper: pages, repeated parts, fonts and pictures, by way of ReportLab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import md5
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from bootcamp_app.printing.text.embedding import EmbeddedFace
from bootcamp_app.printing.units import POINTS, PageSize

if TYPE_CHECKING:
    from bootcamp_app.printing.images import Picture
    from bootcamp_app.printing.text.faces import Face

_CREATOR = "Bootcamp Desk"
_VERSION = (1, 4)  # the first with see-through pictures


class _NoFont:
    """Stands where ReportLab would begin every page with Helvetica, which no file of ours holds."""

    name = fontName = "no font yet"  # noqa: N815 - the names that ReportLab asks for
    _dynamicFont = True  # noqa: N815 - which makes it write nothing by itself
    _multiByte = False  # noqa: N815

    @property
    def face(self) -> _NoFont:
        """Stand for a face as well."""
        return self


pdfmetrics.registerFont(_NoFont())


@contextmanager
def _streams_as_bytes() -> Iterator[None]:
    """Have ReportLab write streams as they are inside the block: smaller, three times faster."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


@dataclass(frozen=True)
class Imprint:
    """What a PDF says about itself."""

    title: str
    made_at: datetime
    language: str


class PdfFile:
    """Collects the operators of each page; `finish` gives the whole file."""

    def __init__(self, imprint: Imprint) -> None:
        self.pages = 0
        self._canvas = Canvas(
            "",
            pageCompression=1,
            invariant=1,
            lang=imprint.language,
            pdfVersion=_VERSION,
            initialFontName=_NoFont.fontName,
        )
        self._doc = self._canvas._doc  # noqa: SLF001 - fonts and pictures have no other way in
        self._faces: dict[Face, list[EmbeddedFace]] = {}
        self._pictures: dict[Picture, str] = {}
        self._describe(imprint)

    def start_page(self, size: PageSize) -> None:
        """Close the page in hand, if any, and begin one."""
        self._close_page()
        self._canvas.setPageSize((size.width * POINTS, size.height * POINTS))
        self.pages += 1

    def emit(self, operators: str) -> None:
        """Add PDF operators to the page or to the part being drawn."""
        if not self.pages:
            raise RuntimeError("call Paper.page() before drawing")
        self._canvas.addLiteral(operators)

    def font_for(self, face: Face) -> tuple[str, EmbeddedFace]:
        """Give the name to select a face by, and the face as this file holds it."""
        held = self._faces.setdefault(face, [])
        if not held or held[-1].is_full:
            held.append(self._embed(face))
        return self._doc.fontMapping[held[-1].fontName], held[-1]

    def define_part(self, name: str, draw: Callable[[], object]) -> None:
        """Record what `draw` emits, to be repeated by name."""
        self._canvas.beginForm(name)
        draw()
        self._canvas.endForm()

    def repeat(self, name: str) -> None:
        """Draw a part or a picture that the file holds."""
        self._canvas.doForm(name)

    def hold(self, picture: Picture) -> str:
        """Give the name of a picture, written into the file once."""
        name = self._pictures.get(picture)
        if name is None:
            name = self._pictures[picture] = f"P{len(self._pictures) + 1}"
            self._doc.addForm(name, self._picture(picture))
        return name

    def finish(self) -> bytes:
        """Give the file; nothing can be drawn afterwards."""
        self._close_page()
        with _streams_as_bytes():
            return bytes(self._canvas.getpdfdata())

    def _close_page(self) -> None:
        if self.pages:
            self._canvas.showPage()

    def _describe(self, imprint: Imprint) -> None:
        self._canvas.setTitle(imprint.title)
        self._canvas.setCreator(_CREATOR)
        self._canvas.setAuthor("")
        self._canvas.setSubject("")
        made = imprint.made_at.strftime("D:%Y%m%d%H%M%S%z")
        date = f"{made[:-2]}'{made[-2:]}'" if imprint.made_at.utcoffset() is not None else made
        self._canvas.setDateFormatter(lambda *_: date)
        # ReportLab would mix the machine's clock settings into the file's own mark
        self._doc.signature = md5(date.encode(), usedforsecurity=False)

    def _embed(self, face: Face) -> EmbeddedFace:
        order = len(self._doc.fontMapping) + 1
        embedded = EmbeddedFace(face, order)
        self._doc.fontMapping[embedded.fontName] = f"/F{order}"
        self._doc.delayedFonts.append(embedded)
        return embedded

    def _picture(self, picture: Picture) -> pdfdoc.PDFStream:
        entries = {
            "Type": pdfdoc.PDFName("XObject"),
            "Subtype": pdfdoc.PDFName("Image"),
            "Width": picture.width,
            "Height": picture.height,
            "ColorSpace": pdfdoc.PDFName("DeviceRGB" if picture.colours == 3 else "DeviceGray"),
            "BitsPerComponent": 8,
            "Filter": pdfdoc.PDFName("DCTDecode" if picture.is_jpeg else "FlateDecode"),
        }
        if picture.mask is not None:
            mask = self._picture(picture.mask)
            entries["SMask"] = self._doc.Reference(mask, f"mask:{len(self._pictures)}")
        return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), picture.data)
