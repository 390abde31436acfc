"""Certificates on paper."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.printing import codes_of, print_batch
from bootcamp_app.reading.pages import text_of
from tests.features.certificates.camps import NAMES, quietly

if TYPE_CHECKING:
    from pathlib import Path

    from tests.features.certificates.camps import Camp


def printed(camp: Camp, target: Path) -> Path:
    print_batch(camp.certificates, camp.bootcamp, target, quietly, camp.designs)
    return target


def lines_of(target: Path) -> list[list[str]]:
    return [page.split("\n") for page in text_of(target)]


def test_a_certificate_says_both_names_both_titles_and_its_serial(
    camp: Camp, tmp_path: Path
) -> None:
    (certificate,) = camp.certified(NAMES[0])

    (page,) = lines_of(printed(camp, tmp_path / "all.pdf"))

    assert {*NAMES[0], certificate.serial} <= set(page)
    assert any("វគ្គបំប៉នពលរដ្ឋ" in line and "៦ ម៉ោង" in line for line in page)
    assert "has completed the 6-hour Civic Bootcamp in Kampot province, 2 March 2026" in page


def test_every_certificate_has_its_page_and_its_own_code(camp: Camp, tmp_path: Path) -> None:
    certificates = camp.certified(*NAMES)

    target = printed(camp, tmp_path / "all.pdf")

    assert list(codes_of(target)) == [one.record for one in certificates]
    assert len(lines_of(target)) == len(NAMES)


def test_the_same_certificates_print_to_the_same_bytes(camp: Camp, tmp_path: Path) -> None:
    camp.certified(*NAMES)

    first = printed(camp, tmp_path / "first.pdf").read_bytes()

    assert printed(camp, tmp_path / "second.pdf").read_bytes() == first


@pytest.mark.parametrize("name", [("សុខ ដារ៉ា", ""), ("", "Sok Dara")])
def test_a_name_in_one_script_only_stands_alone_and_large(
    name: tuple[str, str], camp: Camp, tmp_path: Path
) -> None:
    camp.certified(name)

    (page,) = lines_of(printed(camp, tmp_path / "all.pdf"))

    assert page.count("".join(name)) == 1


def test_nobody_to_print_for_is_refused_and_writes_nothing(camp: Camp, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no certificate to print yet"):
        printed(camp, tmp_path / "all.pdf")

    assert not (tmp_path / "all.pdf").exists()


@pytest.mark.parametrize(
    "name",
    [("", "Chhouk " * 15 + "Sok"), ("ចាន់ស្រី" * 13, ""), ("ក" * 104, "")],
)
def test_a_very_long_name_that_fits_is_printed_whole(
    name: tuple[str, str], camp: Camp, tmp_path: Path
) -> None:
    camp.certified(name)

    (page,) = lines_of(printed(camp, tmp_path / "all.pdf"))

    assert "".join(name).replace(" ", "") in "".join(page).replace(" ", "")


@pytest.mark.parametrize("name", [("", "W" * 100), ("សុខ", "W" * 100), ("", "Li 小龙")])
def test_what_no_paper_could_show_takes_no_serial_and_is_named_with_the_reason(
    name: tuple[str, str], camp: Camp
) -> None:
    camp.attend(camp.add(*name), camp.add(name_en="Z Sok"))

    result = camp.app.certificates.issue(camp.bootcamp)

    (left,) = result.not_entitled
    assert (left.participant.name_km, left.participant.name_en) == name
    assert re.search("does not fit in its place|No font has", str(left.why))
    assert [one.serial[7:-2] for one in camp.certificates] == ["-A-00001"]


def test_a_certificate_that_does_not_fit_is_refused_by_its_serial_before_any_file(
    camp: Camp, tmp_path: Path
) -> None:
    first, second = camp.certified(("", "A Sok"), ("", "B Sok"))
    wide = replace(second, printed={**second.printed, "name_first": "W" * 100})
    (tmp_path / "all.pdf").write_bytes(b"old")

    designs = camp.designs
    with pytest.raises(Refusal, match=second.serial):
        print_batch([first, wide], camp.bootcamp, tmp_path / "all.pdf", quietly, designs)

    assert (tmp_path / "all.pdf").read_bytes() == b"old"


def test_markup_and_fields_in_a_name_are_printed_as_they_are(camp: Camp, tmp_path: Path) -> None:
    name = "<b>Sok</b> {serial} & %s"
    camp.certified(("", name))

    (page,) = lines_of(printed(camp, tmp_path / "all.pdf"))

    assert name in page
