"""Verifying what a person holds in their hands: a text, a photo, a PDF."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.keys import issuer_file
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.certificates.shown import verify_shown
from bootcamp_app.features.certificates.trust_reading import list_in
from bootcamp_app.reading.pages import rendered
from tests.features.certificates.camps import NAMES, quietly

if TYPE_CHECKING:
    from pathlib import Path

    from tests.features.certificates.camps import Camp

NOW = datetime(2026, 3, 5, tzinfo=UTC)


@pytest.fixture
def paper(camp: Camp, tmp_path: Path) -> Path:
    """The printed certificates of three people."""
    certificates = camp.certified(*NAMES)
    print_batch(certificates, camp.bootcamp, tmp_path / "all.pdf", quietly, camp.designs)
    return tmp_path / "all.pdf"


@pytest.fixture
def photo(paper: Path, tmp_path: Path) -> Path:
    """A picture of the first certificate."""
    Image.fromarray(next(iter(rendered(paper, 150)))).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


@pytest.fixture
def issuers(camp: Camp, paper: Path) -> Path:
    """The list of issuers, as it is given to those who verify."""
    target = paper.with_name("issuers.json")
    target.write_text(issuer_file(*camp.app.certificates.trust()), "utf-8")
    return target


def verified(shown: Path | str, issuers: Path) -> list[tuple[str, str]]:
    found = verify_shown(str(shown), [list_in(issuers)], NOW)
    return [(one.reason, one.record.name_km if one.record else "") for one in found]


def test_every_certificate_of_a_pdf_is_verified_with_the_list_of_issuers_alone(
    paper: Path, issuers: Path
) -> None:
    assert sorted(verified(paper, issuers)) == sorted(("valid", khmer) for khmer, _ in NAMES)


def test_a_picture_of_a_certificate_is_verified(camp: Camp, photo: Path, issuers: Path) -> None:
    first = camp.certificates[0].printed["name_first"]

    assert verified(photo, issuers) == [("valid", first)]


def test_the_text_of_a_code_is_verified(camp: Camp, issuers: Path) -> None:
    for certificate in camp.certificates:
        name = certificate.printed["name_first"]
        assert verified(certificate.record, issuers) == [("valid", name)]


def test_a_certificate_revoked_since_is_known_by_the_new_list_of_issuers(
    camp: Camp, photo: Path, issuers: Path
) -> None:
    camp.app.certificates.revoke(camp.certificates[0].serial, "wrong name")
    assert [reason for reason, _ in verified(photo, issuers)] == ["valid"]

    issuers.write_text(issuer_file(*camp.app.certificates.trust()), "utf-8")

    assert [reason for reason, _ in verified(photo, issuers)] == ["revoked"]


def test_a_blank_picture_says_that_nothing_could_be_read(tmp_path: Path) -> None:
    blank = tmp_path / "blank.png"
    Image.new("L", (800, 600), 255).save(blank)

    assert [one.reason for one in verify_shown(str(blank), [], NOW)] == ["not_readable"]


@pytest.mark.parametrize("text", ["", "hello", "x" * 5000, "a\0b"])
def test_what_is_neither_file_nor_code_is_no_certificate(text: str) -> None:
    assert [one.reason for one in verify_shown(text, [], NOW)] == ["not_a_certificate"]


@pytest.mark.parametrize("text", ["no-such-file.pdf", "KMP26-A-00001-O", "kmp26-a-00001-o"])
def test_a_missing_file_or_a_bare_number_makes_nobody_a_forger(text: str) -> None:
    with pytest.raises(Refusal, match=r"There is no file|is only the number"):
        verify_shown(text, [], NOW)


def test_a_file_that_is_no_picture_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_text("not a PDF at all")

    with pytest.raises(Refusal, match=r"letter\.pdf"):
        verify_shown(str(tmp_path / "letter.pdf"), [], NOW)


def test_the_list_of_issuers_holds_no_secret_and_no_name(issuers: Path) -> None:
    held = json.loads(issuers.read_text("utf-8"))

    assert held.keys() == {"kind", "issuers", "revoked"}
    assert [one.keys() for one in held["issuers"]] == [{"letter", "public_key"}]


@pytest.mark.parametrize(
    "held",
    [
        "",
        "[]",
        "{}",
        '{"kind": "other", "issuers": [], "revoked": []}',
        '{"kind": "bootcamp-desk-issuers/1", "issuers": [{"letter": "A"}], "revoked": []}',
        '{"kind": "bootcamp-desk-issuers/1", "issuers": [{"letter": "A", "public_key": "AAAA"}],'
        ' "revoked": []}',
        '{"kind": "bootcamp-desk-issuers/1", "issuers": [5], "revoked": []}',
        '{"kind": "bootcamp-desk-issuers/1", "issuers": [], "revoked": 5}',
    ],
)
def test_a_file_that_is_no_list_of_issuers_is_refused_in_words(held: str, tmp_path: Path) -> None:
    file = tmp_path / "issuers.json"
    file.write_text(held, "utf-8")

    with pytest.raises(Refusal, match=r"“issuers\.json” is not a list of issuers"):
        list_in(file)
