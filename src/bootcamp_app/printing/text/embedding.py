"""A face inside one PDF: two bytes a cluster, and the objects ReportLab writes for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from bootcamp_app.printing.text.copying import to_unicode
from bootcamp_app.printing.text.shaping import Cluster
from bootcamp_app.printing.text.subsetting import Drawing, Subset, subset

if TYPE_CHECKING:
    from bootcamp_app.printing.text.faces import Face

_BLANK: Drawing = ((), 0)
_FULL = 60_000  # of the 65,535 codes; the rest is room for the line that is being written
_LONGEST = 100  # characters of one code; a table's entry may be 512 bytes
_SYMBOLIC = 4


class EmbeddedFace:
    """Codes for the clusters of one face in one document, handed out as text needs them."""

    def __init__(self, face: Face, order: int) -> None:
        self.face = face
        self.fontName = f"{face.name}-{face.weight}-{order}"  # the name ReportLab asks for
        self._codes: dict[Cluster, str] = {}
        self._drawings: list[Drawing] = []
        self._texts: list[str] = []

    @property
    def is_full(self) -> bool:
        """Say whether a new line should go to another font object."""
        return len(self._texts) > _FULL

    def encode(self, clusters: Iterable[Cluster]) -> str:
        """Give the hexadecimal string that draws the clusters."""
        codes = self._codes
        return "".join([codes.get(cluster) or self._coded(cluster) for cluster in clusters])

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab's
        """Write the font into the document."""
        built = subset(self.face, self._drawings)
        name = f"{_tag(built.file)}+{self.face.name}-{self.face.weight}"
        key = doc.fontMapping[self.fontName][1:]
        doc.idToObject["BasicFonts"].dict[key] = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([self._descendant(doc, name, built)]),
                "ToUnicode": _stream(doc, f"copying:{self.fontName}", to_unicode(self._texts)),
            }
        )

    def _coded(self, cluster: Cluster) -> str:
        # A reader may give a code whose text holds a mark no width at all: the code that is
        # seen carries the first character only, a blank one the rest.
        first, rest = cluster.text[:1], cluster.text[1:]
        code = self._code((cluster.glyphs, cluster.advance), first)
        for start in range(0, len(rest), _LONGEST):
            code += self._blank(rest[start : start + _LONGEST])
        self._codes[cluster] = code
        return code

    def _blank(self, text: str) -> str:
        cluster = Cluster(text, *_BLANK)
        if cluster not in self._codes:
            self._codes[cluster] = self._code(_BLANK, text)
        return self._codes[cluster]

    def _code(self, drawing: Drawing, text: str) -> str:
        self._drawings.append(drawing)
        self._texts.append(text)
        return f"{len(self._texts):04X}"

    def _descendant(
        self, doc: pdfdoc.PDFDocument, name: str, built: Subset
    ) -> pdfdoc.PDFObjectReference:
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "CIDToGIDMap": _stream(doc, f"glyphs:{self.fontName}", _glyph_map(built.numbers)),
                "DW": 0,
                "W": self._widths(),
                "FontDescriptor": self._descriptor(doc, name, built),
            }
        )
        return doc.Reference(font, f"descendant:{self.fontName}")

    def _widths(self) -> str:
        scale = 1000 / self.face.em
        return f"[ 1 [ {' '.join(f'{advance * scale:.10g}' for _, advance in self._drawings)} ] ]"

    def _descriptor(
        self, doc: pdfdoc.PDFDocument, name: str, built: Subset
    ) -> pdfdoc.PDFObjectReference:
        scale = 1000 / self.face.em
        extents = self.face.font.get_font_extents("ltr")
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray([round(side * scale) for side in built.bounds]),
                "ItalicAngle": 0,
                "Ascent": round(extents.ascender * scale),
                "Descent": round(extents.descender * scale),
                "CapHeight": round(extents.ascender * scale * 2 / 3),
                "StemV": 60 + self.face.weight // 10,
                "FontFile2": _stream(
                    doc, f"file:{self.fontName}", built.file, Length1=len(built.file)
                ),
            }
        )
        return doc.Reference(descriptor, f"descriptor:{self.fontName}")


def _glyph_map(numbers: Sequence[int]) -> bytes:
    return b"".join(number.to_bytes(2, "big") for number in (0, *numbers))


def _tag(file: bytes) -> str:
    digest = hashlib.sha256(file).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _stream(
    doc: pdfdoc.PDFDocument, key: str, content: bytes | str, **entries: int
) -> pdfdoc.PDFObjectReference:
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(dict(entries)), content)
    stream.filters = [pdfdoc.PDFZCompress]
    return doc.Reference(stream, key)
