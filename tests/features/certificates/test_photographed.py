"""Certificates as they come back from paper: each page rendered, and photographed with a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from PIL import Image

from bootcamp_app.features.certificates.code_sizes import VERSIONS
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.demo.names import HEADERS, invented
from bootcamp_app.printing.qr import smallest
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered
from tests.features.certificates.camps import quietly
from tests.features.certificates.trust_lists import code
from tests.photos import phone_photo

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.reading.pictures import Grey
    from tests.features.certificates.camps import Camp

DPI = 200


class Rates(NamedTuple):
    """Of how many pages the certificate was verified, as rendered and as photographed."""

    pages: int
    rendered: int
    photos: int
    missed: list[str]


def print_all(camp: Camp, target: Path, count: int) -> list[Certificate]:
    """Register so many people with Khmer names who come, and print their certificates."""
    khmer, latin = HEADERS.index("គោត្តនាម និងនាម"), HEADERS.index("អក្សរឡាតាំង")
    named = dict.fromkeys((str(row[khmer]), str(row[latin])) for row in invented(3 * count))
    names = list(named)[:count]
    assert len(names) == count
    people = camp.add_all(names)
    camp.attend(*people)
    camp.issue()
    print_batch(camp.certificates, camp.bootcamp, target, quietly, camp.designs)
    return camp.certificates


def verified(camp: Camp, picture: Grey, certificate: Certificate) -> bool:
    """Say whether a picture shows this certificate and it is genuine."""
    texts = [seen.text for seen in codes_in(picture)]
    return texts == [certificate.record] and camp.app.trust.check(texts[0]).reason == "valid"


def rates(camp: Camp, target: Path, count: int, every: int = 1) -> Rates:
    """Print and verify so many certificates, and photograph one of `every` so many pages."""
    certificates = print_all(camp, target, count)
    flat = photos = 0
    missed = []
    for seed, (one, page) in enumerate(zip(certificates, rendered(target, DPI), strict=True)):
        is_flat = verified(camp, page, one)
        flat += is_flat
        if not is_flat:
            missed.append(f"page {seed}")
        if seed % every:
            continue
        is_seen = verified(camp, np.asarray(phone_photo(Image.fromarray(page), seed)), one)
        photos += is_seen
        if not is_seen:
            missed.append(f"photo {seed}")
    return Rates(len(certificates), flat, photos, missed)


def test_certificates_are_verified_from_their_pages_and_from_photos_of_a_phone(
    camp: Camp, tmp_path: Path
) -> None:
    assert rates(camp, tmp_path / "all.pdf", 12, every=2) == Rates(12, 12, 6, [])


def test_a_small_blurred_code_is_read_by_a_sharper_look() -> None:
    """Of 340 photos the two that no other look reads were taken like this one."""
    page = Image.new("L", (2339, 1654), 255)
    side = round(35 / 25.4 * DPI)
    modules = np.array(smallest(code(), versions=VERSIONS, level="M", mask=3).modules)
    drawn = Image.fromarray(np.where(modules, 0, 255).astype(np.uint8))
    page.paste(drawn.resize((side, side), Image.Resampling.NEAREST), (1850, 1250))

    photo = np.asarray(phone_photo(page, 144))

    assert [seen.text for seen in codes_in(photo)] == [code()]


@pytest.mark.slow
def test_every_code_of_340_certificates_is_verified_from_its_page_and_from_a_photo(
    camp: Camp, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = rates(camp, tmp_path / "all.pdf", 340)

    with capsys.disabled():
        print(f"\n{found.pages} pages: {found.rendered} rendered, {found.photos} photos verified")  # noqa: T201
    assert found == Rates(340, 340, 340, [])
