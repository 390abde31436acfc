"""The picture of a digital badge, with whatever names, titles and logos there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.badge_picture import Shown, picture
from bootcamp_app.features.certificates.printing import codes_of
from bootcamp_app.features.certificates.records import sign
from bootcamp_app.features.certificates.views import Certificate, Record
from tests.logos import SHAPES, logo

if TYPE_CHECKING:
    from pathlib import Path

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
DAY = date(2026, 12, 3)
SERIAL = "KMP26-A-00042-7"
LOGOS = tuple(logo(shape) for shape in list(SHAPES)[:6])
TITLES = ("វគ្គបំប៉នពលរដ្ឋ", "Civic Bootcamp")
LONG_TITLES = (
    "សិក្ខាសាលាស្តីពីការពង្រឹងសមត្ថភាពមន្ត្រីរាជការ និងអង្គការសង្គមស៊ីវិលក្នុងការផ្តល់សេវាសាធារណៈ" * 2,
    "Capacity Building Workshop for Civil Servants and Civil Society Organisations" * 2,
)
NAMES = ("ចាន់ ស្រីនាង", "Chan Sreyneang")
LONG_NAMES = (
    "ឯកឧត្តមបណ្ឌិតសភាចារ្យ សម្តេចព្រះពុទ្ធឃោសាចារ្យ ជួន ណាត",
    "His Excellency Academician Chuon Nath Jotannano",
)


def shown(
    names: tuple[str, str],
    titles: tuple[str, str],
    logos: tuple[bytes, ...] = (),
    revision: int = 1,
) -> Shown:
    """Give what a picture is to show."""
    printed = {
        "title_km": titles[0],
        "title_en": titles[1],
        "hours_km": "១៨",
        "hours_en": "18",
        "dates_km": "ពីថ្ងៃទី១ ដល់ថ្ងៃទី៣ ខែធ្នូ ឆ្នាំ២០២៦",
        "dates_en": "1–3 December 2026",
    }
    record = sign(Record(SERIAL, *names, titles[1], DAY, revision), KEY)
    certificate = Certificate("", SERIAL, "", DAY, "", record, printed, revision=revision)
    return Shown(certificate, names, logos)


@pytest.mark.parametrize(
    "wanted",
    [
        shown(NAMES, TITLES),
        shown(LONG_NAMES, LONG_TITLES, LOGOS),
        shown(("", "Li"), ("Civic Bootcamp", "Civic Bootcamp"), LOGOS[:1]),
    ],
    ids=["short", "long", "one script"],
)
def test_every_picture_is_small_and_its_code_can_be_read(wanted: Shown, tmp_path: Path) -> None:
    (tmp_path / "badge.png").write_bytes(png := picture(wanted))

    assert len(png) < 500_000
    assert list(codes_of(tmp_path / "badge.png")) == [wanted.certificate.record]


def test_a_corrected_certificate_and_other_logos_make_another_picture() -> None:
    pictures = {
        picture(shown(NAMES, TITLES)),
        picture(shown(NAMES, TITLES, LOGOS)),
        picture(shown(NAMES, TITLES, revision=2)),
    }

    assert len(pictures) == 3


def test_a_name_that_fits_nowhere_is_told_with_the_number() -> None:
    wanted = shown(NAMES, TITLES)._replace(names=("ស្រី" * 80, ""))

    with pytest.raises(Refusal, match=rf"name of {SERIAL} is too long"):
        picture(wanted)


def test_a_name_that_no_font_has_is_told_in_words() -> None:
    wanted = shown(NAMES, TITLES)._replace(names=("", "Sok 𓀀"))

    with pytest.raises(Refusal, match="No font has the characters 𓀀"):
        picture(wanted)
