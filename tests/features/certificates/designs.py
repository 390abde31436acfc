"""Certificates and designs without a workspace: names, logos, signatures, and pages of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image, ImageDraw

from bootcamp_app.core import dates, khmer_calendar
from bootcamp_app.features.certificates import drawing, records
from bootcamp_app.features.certificates.layouts import for_page, layout
from bootcamp_app.features.certificates.views import (
    Certificate,
    Design,
    Issuer,
    Record,
    Signatory,
)
from bootcamp_app.printing.paper import Paper
from tests.logos import logo, packed
from tests.printing.papers import lines_from_pdfium, rendered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

DAY = date(2026, 12, 3)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
ISSUERS = [Issuer("AAA", KEY.public_key().public_bytes_raw())]
SERIAL = "KMP26RT-AAA-00123-8"
NAMES = {
    "short": ("ចាន់ ស្រីនាង", "CHAN Sreyneang"),
    "long": (
        "សម្ដេចព្រះមហាសុមេធាធិបតី នន្ទ ង៉ែត ព្រះមហាសង្ឃរាជ",
        "SOMDECH PREAH MAHA SUMETHEATHIPADEI Non Nget",
    ),
    "khmer only": ("គឹម សុភា", ""),
    "latin only": ("", "Nguyễn Thị Minh Khai"),
}
VALUES = {
    "title_km": "វគ្គបណ្តុះបណ្តាលនវានុវត្តន៍រដ្ឋបាលមូលដ្ឋាន",
    "title_en": "Innovation Bootcamp for Local Administration",
    "hours_km": "១៨",
    "hours_en": "18",
    "place_km": "នៅខេត្តកំពត",
    "place_en": "in Kampot province",
    "dates_km": "ពីថ្ងៃទី១ ដល់ថ្ងៃទី៣ ខែធ្នូ ឆ្នាំ២០២៦",
    "dates_en": "1–3 December 2026",
    "issued_km": dates.in_khmer(DAY),
    "issued_en": dates.in_english(DAY),
    "issued_lunar_km": khmer_calendar.in_khmer(DAY),
    "venue": "Kampot Provincial Hall",
    "role_km": "អ្នកចូលរួម",
    "role_en": "Participant",
    "organisation_km": "រដ្ឋបាលស្រុកទឹកឈូ",
    "organisation_en": "Tuek Chhou District Administration",
    "position_km": "",
    "position_en": "",
}
LONG_TITLE = {
    "title_km": "កម្មវិធីបណ្តុះបណ្តាលស្តីពីការច្នៃប្រឌិតរួមគ្នារវាងរដ្ឋបាលថ្នាក់ក្រោមជាតិ"
    " និងអង្គការសង្គមស៊ីវិល ដើម្បីលើកកម្ពស់ការផ្តល់សេវាសាធារណៈ",
    "title_en": "Civic Innovation Bootcamp on Co-designing Public Services between Sub-national"
    " Administrations and Civil Society Organisations",
    "place_km": "នៅខេត្តបន្ទាយមានជ័យ",
    "place_en": "in Banteay Meanchey province",
    "dates_km": "ពីថ្ងៃទី២៩ ខែវិច្ឆិកា ដល់ថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០២៦",
    "dates_en": "29 November – 1 December 2026",
}
SIGNATORIES = (
    Signatory(
        "ឯកឧត្តម សុខ វិបុល",
        "H.E. SOK Vibol",
        "អភិបាល នៃគណៈអភិបាលខេត្តកំពត",
        "Governor of Kampot Province",
        "signature-1",
    ),
    Signatory(
        "លោកស្រី កែវ សុភាព",
        "Ms. KEO Sopheap",
        "នាយិកាប្រតិបត្តិ អង្គការសកម្មភាពសហគមន៍",
        "Executive Director, Community Action Organisation",
        "signature-2",
    ),
    Signatory("លោក ជា វុទ្ធី", "Mr. CHEA Vuthy", "ប្រធានវគ្គ", "Lead facilitator", "signature-3"),
    Signatory(
        "លោក Pierre Dubois",
        "Mr. Pierre DUBOIS",
        "តំណាងដៃគូអភិវឌ្ឍន៍",
        "Representative of development partners",
        "",
    ),
)
_LOGOS = (
    ("wide", "#0F6B66"),
    ("tall", "#1F4E9E"),
    ("photo", "#8A5200"),
    ("banner", "#A32020"),
    ("small", "#176B3A"),
    ("square", "#6B2F7A"),
)


@cache
def files() -> Mapping[str, bytes]:
    """Give pictures of signatures and logos by id."""
    logos = {f"logo-{i}": logo(*one) for i, one in enumerate(_LOGOS, 1)}
    return logos | {f"signature-{i}": _signature(i) for i in (1, 2, 3)}


def design_of(
    name: str = "official",
    page: str = "",
    *,
    logos: int = 2,
    signatories: int = 2,
    digits: str = "khmer",
) -> Design:
    """Give a design with so many logos and signatories."""
    document = for_page(layout(name), page) if page else layout(name)
    named = tuple(f"logo-{i}" for i in range(1, logos + 1))
    return Design("a design", document, SIGNATORIES[:signatories], named, digits, files())


def with_parts(*parts: Mapping[str, object], page: str = "A4-landscape") -> Design:
    """Give a design of these parts and nothing else."""
    document = {"version": 1, "title": {"en": "", "km": ""}, "page": page, "parts": list(parts)}
    return Design("a design", document, files=files())


def certificate_for(case: str = "short", **values: str) -> Certificate:
    """Give a signed certificate of somebody in NAMES, with other values where some are given."""
    return certificate_of(*NAMES[case], **values)


def certificate_of(name_km: str, name_en: str, **values: str) -> Certificate:
    """Give a signed certificate."""
    printed = {
        **VALUES,
        "name_km": name_km,
        "name_en": name_en,
        "name_first": name_km or name_en,
        "name_second": name_en if name_km else "",
        **values,
    }
    record = Record(SERIAL, name_km, name_en, printed["title_en"], DAY)
    signed = records.sign(record, KEY)
    return Certificate("", SERIAL, "", DAY, "official", signed, printed, design_id="a design")


def revised(certificate: Certificate, revision: int) -> Certificate:
    """Give the same certificate as a later revision."""
    return replace(certificate, revision=revision)


def pages_of(certificates: Iterable[Certificate], design: Design) -> bytes:
    """Give a PDF of certificates, one a page."""
    target = BytesIO()
    size = drawing.page_size(design)
    made_at = datetime(2026, 12, 3, tzinfo=UTC)
    with Paper(target, title="Certificates", size=size, made_at=made_at) as paper:
        for certificate in certificates:
            paper.page()
            drawing.draw(paper, certificate, design)
    return target.getvalue()


def page_of(certificate: Certificate, design: Design) -> bytes:
    """Give a PDF of one certificate."""
    return pages_of([certificate], design)


def lines_of_page(data: bytes) -> list[str]:
    """Give the lines that a reader copies out."""
    return lines_from_pdfium(data)


def picture_of_page(data: bytes, *, dpi: int = 150) -> NDArray[np.uint8]:
    """Give the first page in grey."""
    return np.asarray(rendered(data, dpi=dpi))


def _signature(number: int) -> bytes:
    picture = Image.new("RGBA", (600, 200), (0, 0, 0, 0))
    points = [(x, 100 + (60 if (x // 40 + number) % 2 else -60)) for x in range(20, 580, 40)]
    ImageDraw.Draw(picture).line(points, fill="#142878", width=6, joint="curve")
    return packed(picture)
