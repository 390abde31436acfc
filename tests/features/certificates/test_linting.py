"""What is wrong with a design is said before anybody prints it, with what to do about it."""

from __future__ import annotations

from typing import Any

import pytest

from bootcamp_app.core.i18n import in_language
from bootcamp_app.features.certificates.linting import misfits, problems
from bootcamp_app.features.certificates.plates import plate_of
from bootcamp_app.features.certificates.views import Design, Signatory
from tests.features.certificates.designs import (
    certificate_for,
    certificate_of,
    design_of,
    with_parts,
)

VERIFY = {"id": "code", "kind": "verify", "x": 230, "top": 140, "side": 35}
TEXT = {
    "id": "text", "kind": "text", "x": 20, "baseline": 50, "width": 200, "text": "Sok", "size": 12,
}  # fmt: skip
NAME = {**TEXT, "id": "name", "baseline": 90, "text": "{name_first}"}


def found(*parts: dict[str, Any], has_name: bool = True) -> list[tuple[str, str]]:
    design = with_parts(*parts, *([NAME] if has_name else []))
    values = plate_of(design).values(certificate_for())
    return [(one.part_id, one.kind) for one in problems(design, values)]


def test_a_good_design_has_no_problem() -> None:
    assert found(VERIFY, TEXT) == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"text": "漢"}, "missing_glyph"),
        ({"text": "{nme_km}"}, "unknown_field"),
        ({"text": "{name_km"}, "unknown_field"),
        ({"text": "{revision}"}, "unknown_field"),
        ({"x": 2, "align": "left"}, "outside_safe_area"),
        ({"baseline": 7}, "outside_safe_area"),
        ({"baseline": 206}, "outside_safe_area"),
        ({"x": 90, "width": 205, "align": "right"}, "outside_safe_area"),
        ({"text": "word " * 60}, "does_not_fit"),
        ({"x": 20, "width": 240, "baseline": 150, "align": "right"}, "overlaps_code"),
        ({"x": 200, "width": 80, "baseline": 139, "text": "Sok Dara Sok"}, "overlaps_code"),
        ({"font": "gone"}, "missing_file"),
    ],
)
def test_each_fault_of_a_text_is_named_at_its_part(changed: dict[str, Any], kind: str) -> None:
    assert found(VERIFY, {**TEXT, **changed}) == [("text", kind)]


@pytest.mark.parametrize("side", [20, 34.9])
def test_a_code_that_phones_cannot_read_is_too_small(side: float) -> None:
    assert found({**VERIFY, "side": side}) == [("code", "code_too_small")]


def test_a_certificate_without_a_code_is_said_to_have_none() -> None:
    assert found(TEXT) == [("", "no_code")]


def test_a_certificate_without_anybodys_name_is_said_to_have_none() -> None:
    assert found(VERIFY, TEXT, has_name=False) == [("", "no_name")]
    assert found(VERIFY, {**NAME, "text": "{name_km}"}, has_name=False) == []


def test_words_that_lie_on_those_of_another_part_are_told() -> None:
    other = {**TEXT, "id": "other"}
    below = {**other, "baseline": 62}

    assert found(VERIFY, TEXT, other) == [("other", "overlaps_words")]
    assert found(VERIFY, TEXT, below) == []


def test_a_text_beside_the_white_border_of_the_code_is_right() -> None:
    right = {**TEXT, "x": 20, "width": 230 - 2.9 - 20, "baseline": 150, "align": "right"}

    assert found(VERIFY, right) == []


def test_a_frame_and_a_ground_may_reach_the_edge_and_go_around_the_code() -> None:
    border = {"id": "border", "kind": "border", "margin": 5}
    ground = {"id": "ground", "kind": "ground", "colour": "#FFFFFF"}
    band = {
        "id": "b",
        "kind": "box",
        "x": 0,
        "top": 0,
        "width": 10,
        "height": 210,
        "fill": "#000000",
    }

    assert found(ground, border, band, VERIFY) == []


def test_signatures_and_logos_are_held_to_the_same_rules() -> None:
    row = {"id": "row", "kind": "logos", "x": 215, "top": 145, "width": 60, "height": 20}
    design = design_of(logos=3)
    document = {**design.document, "parts": [VERIFY, NAME, row]}
    shown = type(design)("", document, logos=design.logos, files=design.files)

    kinds = [one.kind for one in problems(shown, plate_of(shown).values(certificate_for()))]

    assert kinds == ["overlaps_code"]


def test_a_picture_or_font_that_cannot_be_used_is_said_and_breaks_nothing() -> None:
    logos = {"id": "logos", "kind": "logos", "x": 20, "top": 20, "width": 60, "height": 20}
    row = {"id": "row", "kind": "signatories", "x": 20, "top": 100, "width": 200, "height": 45}
    image = {**logos, "id": "image", "kind": "image", "top": 60, "file": "broken"}
    own = {**TEXT, "font": "broken"}
    document = with_parts(VERIFY, NAME, logos, row, image, own).document
    files = {"broken": b"neither a font nor a picture"}
    shown = Design("", document, (Signatory("a", file="gone"),), ("broken",), files=files)

    told = problems(shown, plate_of(shown).values(certificate_for()))

    assert {(one.part_id, one.kind) for one in told} == {
        ("logos", "missing_file"),
        ("row", "missing_file"),
        ("image", "missing_file"),
        ("text", "unusable_font"),
    }


@pytest.mark.parametrize("changed", [{"height": 8}, {"width": 6}])
def test_titles_of_signatories_without_room_do_not_fit(changed: dict[str, Any]) -> None:
    row = {"id": "row", "kind": "signatories", "x": 20, "top": 100, "width": 200, "height": 45}
    design = design_of(signatories=4)
    document = {**design.document, "parts": [VERIFY, {**NAME, "baseline": 80}, {**row, **changed}]}
    shown = Design("", document, design.signatories, files=design.files)

    told = problems(shown, plate_of(shown).values(certificate_for()))

    assert [(one.part_id, one.kind) for one in told] == [("row", "does_not_fit")]


def test_every_sentence_stands_in_both_languages_and_says_what_to_do() -> None:
    faults = [
        {**TEXT, "id": "a", "text": "漢"}, {**TEXT, "id": "b", "text": "{no} }"},
        {**TEXT, "id": "c", "baseline": 5}, {**TEXT, "id": "d", "baseline": 150, "x": 150},
        {**TEXT, "id": "e", "font": "gone"}, {**TEXT, "id": "f", "text": "word " * 60},
        {**VERIFY, "side": 30},
    ]  # fmt: skip
    design = with_parts(*faults)

    told = problems(design, plate_of(design).values(certificate_for()))

    assert {one.kind for one in told} == {
        *("missing_glyph", "unknown_field", "outside_safe_area", "overlaps_code"),
        *("missing_file", "does_not_fit", "code_too_small", "no_name", "overlaps_words"),
    }
    for one in told:
        assert in_language(one.sentence.message, "km") != one.sentence.message
        assert str(one.sentence).count(". ") >= 1


def test_only_what_a_person_s_own_values_spoil_holds_their_certificate_up() -> None:
    design = design_of("portrait")
    fits, long, strange = (
        certificate_for(), certificate_of("ឃ" * 70, ""), certificate_of("漢", "Sok"),
    )  # fmt: skip

    told = [misfits(design, plate_of(design).values(one)) for one in (fits, long, strange)]

    assert [[(one.part_id, one.kind) for one in each] for each in told] == [
        [],
        [("name", "does_not_fit")],
        [("name", "missing_glyph")],
    ]
