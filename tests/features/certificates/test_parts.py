"""Parts of a certificate: fitted before they are drawn, and nothing cut off, lost or left empty."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import reportlab

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.bounds import bounds_of
from bootcamp_app.features.certificates.drawing import draw
from bootcamp_app.features.certificates.layouts import issued_with, layouts
from bootcamp_app.features.certificates.parts.lines import Line, even_lines
from bootcamp_app.features.certificates.parts.placed import Lettered
from bootcamp_app.features.certificates.parts.signing import Signatures
from bootcamp_app.features.certificates.parts.words import Words
from bootcamp_app.features.certificates.plates import plate_of
from bootcamp_app.features.certificates.views import Design
from bootcamp_app.printing.paper import TextDoesNotFit, TextStyle, measure
from bootcamp_app.reading.codes import codes_in
from tests.features.certificates.designs import (
    NAMES,
    SERIAL,
    certificate_for,
    certificate_of,
    design_of,
    lines_of_page,
    page_of,
    pages_of,
    picture_of_page,
    revised,
    with_parts,
)
from tests.printing.papers import embedded_fonts, paper_with

NAME = {
    "id": "name", "kind": "text", "x": 20, "baseline": 100, "width": 150, "text": "{name_first}",
    "size": 30, "floor": 18, "lines": 2,
}  # fmt: skip
PAIR = {
    "id": "pair", "kind": "pair", "x": 20, "baseline": 100, "width": 150, "km": "{name_first}",
    "en": "{name_second}", "size": 30, "size_en": 15, "gap": 10,
}  # fmt: skip
SENTENCE = "បានបញ្ចប់វគ្គបណ្តុះបណ្តាលនវានុវត្តន៍រដ្ឋបាលមូលដ្ឋាន នៅខេត្តកំពត"


def lines_of(part: dict[str, Any], **values: str) -> list[Line]:
    placed = plate_of(with_parts(part)).parts[part["id"]]
    assert isinstance(placed, Lettered)
    return placed.lines(values)


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("{a} and {b}", {"a": "x", "b": "y"}, "x and y"),
        ("at {a} {b}, {c}", {"a": "x", "c": "z"}, "at x, z"),
        ("{a} · {b}", {"b": "y"}, "y"),
        ("{a} · {b}", {"a": "x"}, "x"),
        ("{a} · {b} · {c}", {"a": "x", "c": "z"}, "x · z"),
        ("{a}", {}, ""),
        ("{a}", {"a": "Sok  Dara"}, "Sok  Dara"),
        ("{a} {b}", {"a": "{b}", "b": "y"}, "{b} y"),
        ("{a.__class__} {0} {a!r}", {"a": "x"}, ""),
        ("{ lone } } {a", {"a": "x"}, "} {a"),
        ("ចូលរួម{a} {b}", {"a": "Kampot bootcamp", "b": "y"}, "ចូលរួម Kampot bootcamp y"),
        ("ចូលរួម{a}", {"a": "វគ្គបណ្ដុះបណ្ដាល"}, "ចូលរួមវគ្គបណ្ដុះបណ្ដាល"),
        ("ថ្ងៃទី{a}", {"a": "4"}, "ថ្ងៃទី4"),
    ],
)
def test_fields_are_filled_and_a_missing_one_leaves_no_gap(
    text: str, values: dict[str, str], expected: str
) -> None:
    assert Words(text).filled(values) == expected


def test_a_name_keeps_its_size_shrinks_by_half_points_then_stands_on_two_lines() -> None:
    short, long = "ចាន់ ស្រីនាង", NAMES["long"][0]

    [kept] = lines_of(NAME, name_first=short)
    [smaller] = lines_of({**NAME, "width": 60, "size": 40}, name_first=short)
    two = lines_of({**NAME, "width": 80}, name_first=long)

    assert kept.style.size == 30
    assert 18 <= smaller.style.size < 40
    assert smaller.style.size % 0.5 == 0
    assert [line.style.size for line in two] == [18, 18]
    assert " ".join(line.text for line in two) == long
    assert two[0].baseline < 100 < two[1].baseline


def test_a_name_on_two_lines_is_broken_between_its_words() -> None:
    two = lines_of({**NAME, "width": 60}, name_first="Maria-Antoinetta Featherstonehaugh")

    assert [line.text for line in two] == ["Maria-Antoinetta", "Featherstonehaugh"]


def test_a_name_too_long_for_two_lines_is_refused_with_the_certificate_s_number() -> None:
    certificate = certificate_of("ក" * 60, "")
    design = with_parts({**NAME, "width": 60})

    with pytest.raises(Refusal, match=f"{SERIAL} cannot be printed") as refusal:
        paper_with(lambda paper: draw(paper, certificate, design))
    assert isinstance(refusal.value.__cause__, TextDoesNotFit)


def test_a_name_with_signs_that_no_font_has_is_refused() -> None:
    with pytest.raises(Refusal, match="No font has the characters 漢"):
        paper_with(lambda paper: draw(paper, certificate_of("漢 Sok", ""), with_parts(NAME)))


def test_english_stands_below_khmer_and_khmer_alone_in_the_middle_of_both() -> None:
    khmer, english = lines_of(PAIR, name_first="ចាន់", name_second="Chan")
    [alone] = lines_of(PAIR, name_first="ចាន់", name_second="")
    [only] = lines_of(PAIR, name_first="", name_second="Chan")

    assert (khmer.baseline, english.baseline) == (100, 110)
    assert 100 < alone.baseline < 110
    assert 100 < only.baseline < 110


def test_without_a_gap_both_languages_share_one_line() -> None:
    khmer, between, english = lines_of({**PAIR, "gap": 0}, name_first="ចាន់", name_second="Chan")

    assert between.text == " · "
    assert {khmer.baseline, english.baseline} == {100}
    whole = sum(measure(one.text, one.style) for one in (khmer, between, english))
    assert khmer.x == pytest.approx(20 + (150 - whole) / 2)
    assert english.x == pytest.approx(khmer.x + whole - measure("Chan", english.style))


def test_both_languages_on_one_line_shrink_together_or_are_refused() -> None:
    values = {"name_first": "ចាន់ ស្រីនាង", "name_second": "Chan Sreyneang"}
    tight = {**PAIR, "gap": 0, "width": 70, "floor": 12, "floor_en": 6}

    khmer, _, english = lines_of(tight, **values)

    assert khmer.style.size < 30
    assert english.style.size < 15
    with pytest.raises(TextDoesNotFit):
        lines_of({**tight, "width": 30}, **values)


def test_a_paragraph_fills_its_box_evenly_and_never_leaves_it() -> None:
    part = {
        "id": "body", "kind": "paragraph", "x": 20, "top": 50, "width": 70, "height": 40,
        "text": SENTENCE, "text_en": "has completed the course", "size": 14, "floor": 8,
        "size_en": 11, "floor_en": 7, "valign": "middle",
    }  # fmt: skip

    lines = lines_of(part)
    box = bounds_of(part, with_parts(part), {})

    khmer = [line for line in lines if line.style.size >= 8 and line.text in SENTENCE]
    widths = [measure(line.text, line.style) for line in khmer]
    assert "".join(line.text for line in khmer).replace(" ", "") == SENTENCE.replace(" ", "")
    assert len(widths) > 1
    assert min(widths) > 0.6 * max(widths)
    assert box.top >= 50
    assert box.top + box.height <= 90
    assert box.top - 50 == pytest.approx(90 - box.top - box.height, abs=4)


def test_lines_that_are_evened_are_as_few_as_before() -> None:
    style = TextStyle(12)

    assert even_lines("short", style, 100) == ["short"]
    assert len(even_lines(SENTENCE * 3, style, 80)) == len(even_lines(SENTENCE * 3, style, 81))
    assert "".join(even_lines(SENTENCE, style, 40)).replace(" ", "") == SENTENCE.replace(" ", "")


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_signatories_share_their_row_with_lines_of_one_length_and_height(count: int) -> None:
    plate = plate_of(design_of("official", signatories=count))
    part = plate.parts["signatories"]
    assert isinstance(part, Signatures)

    boxes = part.boxes()

    assert len(boxes) == count
    assert len({(round(box.width, 6), box.top) for box in boxes}) == 1
    row = part.room()
    assert all(row.x <= box.x and box.x + box.width <= row.x + row.width + 0.01 for box in boxes)
    if count < 3:
        middle = (boxes[0].x + boxes[-1].x + boxes[-1].width) / 2
        assert middle == pytest.approx(plate.stock.page.width / 2)


def test_without_signatories_the_places_of_the_layout_are_kept() -> None:
    lines = lines_of_page(page_of(certificate_for(), design_of("official", signatories=0)))

    assert {"អភិបាលខេត្ត", "Provincial Governor", "ប្រធានវគ្គ", "Lead facilitator"} <= set(lines)


def test_one_signatory_is_drawn_by_number_and_a_missing_one_leaves_nothing() -> None:
    one = {"id": "a", "kind": "signatory", "x": 20, "top": 100, "width": 60, "height": 45}
    plate = plate_of(
        Design(
            "",
            with_parts({**one, "number": 2}, {**one, "id": "b", "number": 3}).document,
            design_of(signatories=2).signatories,
        )
    )

    assert plate.parts["a"].covers({}) is not None
    assert plate.parts["b"].covers({}) is None
    titled = with_parts({**one, "number": 1, "title_en": "Governor"})
    assert plate_of(titled).parts["a"].covers({}) is not None


def test_the_digits_of_dates_and_hours_are_those_of_the_design() -> None:
    certificate = certificate_for()

    khmer = "".join(lines_of_page(page_of(certificate, design_of(digits="khmer"))))
    latin = "".join(lines_of_page(page_of(certificate, design_of(digits="latin"))))

    assert "១៨ ម៉ោង" in khmer
    assert "18 ម៉ោង" in latin
    assert "ព.ស. 2570" in latin
    assert not any(sign in latin for sign in "០១២៣៤៥៦៧៨៩")


def test_from_the_second_revision_on_the_serial_says_which_it_is() -> None:
    certificate = certificate_for()

    first = lines_of_page(page_of(certificate, design_of()))
    second = lines_of_page(page_of(revised(certificate, 2), design_of()))

    assert SERIAL in first
    assert f"{SERIAL} · 2" in second


def test_what_all_pages_share_is_in_the_file_once() -> None:
    names = [(f"ចាន់ ស្រី{i}", f"Chan {i}") for i in range(40)]
    certificates = [certificate_of(*name) for name in names]

    one = pages_of(certificates[:1], design_of())
    many = pages_of(certificates, design_of())

    assert many.count(b"/Subtype /Form") == one.count(b"/Subtype /Form")
    assert many.count(b"/Subtype /Image") == one.count(b"/Subtype /Image")
    assert len(many) - len(one) < 40 * 2600


def test_people_with_other_hours_get_a_page_of_their_own() -> None:
    certificates = [certificate_for(), certificate_for(hours_km="១២", hours_en="12")]

    text = " ".join(lines_of_page(pages_of(certificates, design_of())))

    assert "18-hour" in text
    assert "12-hour" in text


def test_an_empty_place_for_a_picture_leaves_nothing_on_paper() -> None:
    place = {"id": "emblem", "kind": "image", "x": 20, "top": 20, "width": 30, "height": 20}

    assert plate_of(with_parts(place)).parts["emblem"].covers({}) is None
    box = bounds_of(place, with_parts(place), {})
    assert (box.x, box.top, box.width, box.height) == (20, 20, 30, 20)
    filled = {**place, "file": "logo-6"}
    box = bounds_of(filled, with_parts(filled), {})
    assert (box.x, box.width, box.height) == (25, 20, 20)


def test_the_bounds_of_a_text_are_its_ink() -> None:
    part = {**NAME, "text": "ឃ", "align": "left"}

    box = bounds_of(part, with_parts(part), {})
    picture = picture_of_page(page_of(certificate_for(), with_parts(part)), dpi=254)

    rows, columns = (picture < 128).nonzero()
    assert box.x == pytest.approx(columns.min() / 10, abs=0.15)
    assert box.x + box.width == pytest.approx((columns.max() + 1) / 10, abs=0.15)
    assert box.top == pytest.approx(rows.min() / 10, abs=0.15)
    assert box.top + box.height == pytest.approx((rows.max() + 1) / 10, abs=0.15)


def test_the_first_layout_is_kept_for_those_that_were_issued_with_it() -> None:
    certificate, design = certificate_for(), Design("", issued_with("official", 1))

    data = page_of(certificate, design)

    assert layouts()["official"]["version"] > 1
    assert {*NAMES["short"], SERIAL, "អភិបាលខេត្ត"} <= set(lines_of_page(data))
    [code] = codes_in(picture_of_page(data))
    assert code.text == certificate.record


def test_a_font_of_the_institution_draws_what_it_has_and_is_embedded() -> None:
    own = (Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes()
    part = {**NAME, "text": "Chan ចាន់", "font": "own"}
    document = with_parts(part).document

    data = page_of(certificate_for(), Design("", document, files={"own": own}))

    fonts = {name.split("+")[1] for name, _ in embedded_fonts(data)}
    assert fonts == {"BitstreamVeraSans-400", "NotoSansKhmer-400"}
    assert lines_of_page(data) == ["Chan ចាន់"]


def test_english_stays_in_the_house_s_font_where_only_khmer_has_another() -> None:
    own = (Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes()
    part = {**PAIR, "km": "Khmer", "en": "English", "font": "own"}

    data = page_of(certificate_for(), Design("", with_parts(part).document, files={"own": own}))

    fonts = {name.split("+")[1] for name, _ in embedded_fonts(data)}
    assert fonts == {"BitstreamVeraSans-400", "NotoSans-400"}
