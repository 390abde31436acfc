"""What holds for every certificate layout in resources/certificates, also for the next one."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.certificates.drawing import must_be_printable
from bootcamp_app.features.certificates.layouts import DEFAULT_LAYOUT, for_page, layouts
from bootcamp_app.features.certificates.linting import problems
from bootcamp_app.features.certificates.pages import PAGES
from bootcamp_app.features.certificates.parts.kinds import IN_EVERY_PART, KINDS, NEEDED
from bootcamp_app.features.certificates.parts.placed import Lettered
from bootcamp_app.features.certificates.parts.signing import Signatures
from bootcamp_app.features.certificates.plates import plate_of
from bootcamp_app.features.certificates.records import verify
from bootcamp_app.reading.codes import codes_in
from tests.features.certificates.designs import (
    ISSUERS,
    LONG_TITLE,
    NAMES,
    certificate_for,
    design_of,
    lines_of_page,
    page_of,
    picture_of_page,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.certificates.parts.placed import Placed
    from bootcamp_app.features.certificates.views import Design
    from bootcamp_app.printing.shapes import Box

LOGOS, SIGNATORIES = (0, 1, 3, 6), (0, 1, 2, 4)
each_layout = pytest.mark.parametrize("name", sorted(layouts()))


def needed(keys: Mapping[str, object]) -> set[str]:
    return {key for key, value in keys.items() if value is NEEDED}


def pages_of(name: str) -> tuple[str, str]:
    a4 = str(layouts()[name]["page"])
    return a4, a4.replace("A4", "Letter")


def seen(design: Design) -> dict[str, Placed]:
    plate = plate_of(design)
    return {
        key: part
        for key, part in plate.parts.items()
        if isinstance(part, Lettered | Signatures)
        or part.part["kind"] in {"logos", "verify", "rule", "diamond"}
    }


def touching(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def test_the_layout_that_is_used_exists() -> None:
    assert DEFAULT_LAYOUT in layouts()


def test_there_are_layouts_for_paper_either_way() -> None:
    ways = {held["page"] for held in layouts().values()}

    assert len(layouts()) >= 5
    assert ways == {"A4-landscape", "A4-portrait"}


@each_layout
def test_a_layout_says_its_version_its_page_and_its_name_in_both_languages(name: str) -> None:
    held = layouts()[name]

    assert held.keys() == {"version", "title", "page", "parts"}
    assert held["version"] >= 1
    assert held["page"] in PAGES
    assert held["title"].keys() == {"en", "km"}


@each_layout
def test_every_part_is_of_a_known_kind_with_all_it_needs_and_nothing_unknown(name: str) -> None:
    for part in layouts()[name]["parts"]:
        keys = {**KINDS[part["kind"]].keys, **IN_EVERY_PART}
        assert needed(keys) <= part.keys() <= keys.keys()


@each_layout
def test_every_part_has_a_name_of_its_own(name: str) -> None:
    ids = [part["id"] for part in layouts()[name]["parts"]]

    assert len(set(ids)) == len(ids)
    assert all(one.isascii() for one in ids)


@each_layout
def test_a_layout_shows_both_names_the_bootcamp_and_the_code_at_their_size(name: str) -> None:
    fields = {field for part in plate_of(design_of(name)).parts.values() for field in part.fields}
    [code] = [part for part in layouts()[name]["parts"] if part["kind"] == "verify"]

    assert {"name_first", "name_second", "title_km", "title_en", "serial"} <= fields
    assert code["side"] >= 35


@each_layout
@pytest.mark.parametrize("case", NAMES)
def test_nothing_is_wrong_whatever_the_name_the_logos_the_signatories_and_the_paper(
    name: str, case: str
) -> None:
    more = LONG_TITLE if case == "long" else {}
    certificate = certificate_for(case, **more)
    for page, logos, signatories in product(pages_of(name), LOGOS, SIGNATORIES):
        design = design_of(name, page, logos=logos, signatories=signatories)
        values = plate_of(design).values(certificate)

        assert problems(design, values) == []


@each_layout
@pytest.mark.parametrize("case", NAMES)
def test_no_two_parts_lie_on_each_other(name: str, case: str) -> None:
    more = LONG_TITLE if case == "long" else {}
    certificate = certificate_for(case, **more)
    for page, count in product(pages_of(name), (0, 2, 4)):
        design = design_of(name, page, logos=min(count * 2, 6), signatories=count)
        values = plate_of(design).values(certificate)
        pieces = {key: part.pieces(values) for key, part in seen(design).items()}
        overlapping = [
            (one, other)
            for one, other in combinations(pieces, 2)
            if any(touching(a, b) for a, b in product(pieces[one], pieces[other]))
        ]

        assert overlapping == []


@each_layout
def test_a_printed_page_says_the_names_and_its_code_is_read_and_genuine(name: str) -> None:
    for page, case in zip(pages_of(name) * 2, NAMES, strict=True):
        certificate = certificate_for(case)
        design = design_of(name, page)
        data = page_of(certificate, design)

        must_be_printable([certificate], {design.id: design})
        [code] = codes_in(picture_of_page(data))
        assert code.text == certificate.record
        assert verify(code.text, ISSUERS).reason == "valid"
        lines = lines_of_page(data)
        wanted = {certificate.serial, *NAMES[case]} - {""}
        if case != "long":
            assert wanted <= set(lines)
        else:
            assert all(one.replace(" ", "") in "".join(lines).replace(" ", "") for one in wanted)


@each_layout
@pytest.mark.parametrize("case", NAMES)
def test_every_text_of_a_page_copies_out_as_it_is_written(name: str, case: str) -> None:
    certificate, design = certificate_for(case), design_of(name, signatories=4)
    plate = plate_of(design)
    values = plate.values(certificate)
    written = [one.text for part in plate.parts.values() for one in part.written(values)]

    copied = "".join(lines_of_page(page_of(certificate, design))).replace(" ", "")

    assert len(written) > 20
    assert [text for text in written if text.replace(" ", "") not in copied] == []


@each_layout
def test_the_same_certificate_and_design_give_the_same_bytes(name: str) -> None:
    certificate = certificate_for("short")

    assert page_of(certificate, design_of(name)) == page_of(certificate, design_of(name))


@each_layout
def test_turned_to_the_other_paper_and_back_a_layout_is_what_it_was(name: str) -> None:
    a4, letter = pages_of(name)

    back = for_page(for_page(layouts()[name], letter), a4)

    for part, again in zip(layouts()[name]["parts"], back["parts"], strict=True):
        assert again == {
            key: pytest.approx(value, abs=0.02) if isinstance(value, int | float) else value
            for key, value in part.items()
        }
