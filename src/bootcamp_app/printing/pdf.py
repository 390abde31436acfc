"""The PDF under a Paper: pages, repeated parts, fonts and pictures, by way of ReportLab."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import md5
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from bootcamp_app.printing import operators
from bootcamp_app.printing.text.embedding import EmbeddedFace
from bootcamp_app.printing.units import POINTS, PageSize

if TYPE_CHECKING:
    from bootcamp_app.printing.picture import Picture
    from bootcamp_app.printing.text.faces import Face

_CREATOR = "Bootcamp Desk"
_VERSION = (1, 4)  # the first with see-through pictures
_HARD = 6  # zlib's level: more takes longer and gains nothing on pages


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
        self._doc = pdfdoc.PDFDocument(invariant=1, pdfVersion=_VERSION, lang=imprint.language)
        self._faces: dict[Face, list[EmbeddedFace]] = {}
        self._pictures: dict[Picture, str] = {}
        self._size = PageSize(0, 0)
        self._drawn: list[str] = []
        # One for all pages: what a page names is found there, whichever page it is.
        self._resources = pdfdoc.PDFResourceDictionary()
        self._resources.basicFonts()
        self._resources.allProcs()
        self._parts = self._resources.XObject
        self._describe(imprint)

    def start_page(self, size: PageSize) -> None:
        """Close the page in hand, if any, and begin one."""
        self._close_page()
        self._size = size
        self.pages += 1

    def emit(self, operators: str) -> None:
        """Add PDF operators to the page or to the part being drawn."""
        if not self.pages:
            raise RuntimeError("call Paper.page() before drawing")
        self._drawn.append(operators)

    def font_for(self, face: Face) -> tuple[str, EmbeddedFace]:
        """Give the name to select a face by, and the face as this file holds it."""
        held = self._faces.setdefault(face, [])
        if not held or held[-1].is_full:
            held.append(self._embed(face))
        return self._doc.fontMapping[held[-1].fontName], held[-1]

    def define_part(self, name: str, draw: Callable[[], object], size: PageSize) -> None:
        """Record what `draw` emits on so large a sheet, to be repeated by name."""
        page, self._drawn = self._drawn, []
        named, self._parts = self._parts, {}
        draw()
        drawn, self._drawn = self._drawn, page
        resources = pdfdoc.PDFResourceDictionary(XObject=self._parts)
        resources.basicFonts()
        resources.allProcs()
        self._parts = named
        entries = {
            "Type": pdfdoc.PDFName("XObject"),
            "Subtype": pdfdoc.PDFName("Form"),
            "BBox": f"[ 0 0 {_extent(size)} ]",
            "Resources": resources,
        }
        self._doc.addForm(name, _Stream(drawn, entries))

    def repeat(self, name: str) -> None:
        """Draw a part or a picture that the file holds."""
        known = pdfdoc.xObjectName(name)
        self._parts[known] = pdfdoc.PDFObjectReference(known)
        self._drawn.append(f"/{known} Do")

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
        return bytes(self._doc.GetPDFData(None))

    def _close_page(self) -> None:
        if not self.pages:
            return
        content = self._doc.Reference(_Stream(self._drawn, {}))
        resources = self._doc.Reference(self._resources)
        self._doc.addPage(_Page(self._size, content, resources))
        self._drawn = []

    def _describe(self, imprint: Imprint) -> None:
        self._doc.setTitle(imprint.title)
        self._doc.setCreator(_CREATOR)
        self._doc.setAuthor("")
        self._doc.setSubject("")
        made = imprint.made_at.strftime("D:%Y%m%d%H%M%S%z")
        date = f"{made[:-2]}'{made[-2:]}'" if imprint.made_at.utcoffset() is not None else made
        self._doc.setDateFormatter(lambda *_: date)
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


class _Stream(pdfdoc.PDFObject):  # type: ignore[misc]  # it brings no types
    """Operators as the file holds them, packed as soon as they are known."""

    __RefOnly__ = 1

    def __init__(self, drawn: list[str], entries: dict[str, object]) -> None:
        self._packed = zlib.compress("\n".join(drawn).encode("latin-1"), _HARD)
        self._entries = entries

    def format(self, doc: pdfdoc.PDFDocument) -> bytes:
        """Give the object; ReportLab calls it."""
        head = f"/Filter /FlateDecode /Length {len(self._packed)}".encode()
        named = (
            b"/%s %s " % (name.encode(), pdfdoc.format(value, doc))
            for name, value in self._entries.items()
        )
        return b"<< %s%s >>\nstream\n%s\nendstream\n" % (b"".join(named), head, self._packed)


class _Page(pdfdoc.PDFObject):  # type: ignore[misc]  # it brings no types
    """A page, written in one go: ReportLab's own takes longer than drawing a certificate."""

    __RefOnly__ = 1

    def __init__(
        self,
        size: PageSize,
        content: pdfdoc.PDFObjectReference,
        resources: pdfdoc.PDFObjectReference,
    ) -> None:
        self._size = size
        self._content = content
        self._resources = resources

    def format(self, doc: pdfdoc.PDFDocument) -> bytes:
        """Give the object; ReportLab calls it."""
        parent = doc.Reference(doc.Pages)
        parts = (parent, self._content, self._resources)
        return b"<< /Type /Page /MediaBox [ 0 0 %s ] /Parent %s /Contents %s /Resources %s >>\n" % (
            _extent(self._size).encode(),
            *(part.format(doc) for part in parts),
        )


def _extent(size: PageSize) -> str:
    return operators.numbers(size.width * POINTS, size.height * POINTS)
