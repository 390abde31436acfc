"""The list to be signed: everybody is on it once, whole, and nobody's data without need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest

from bootcamp_app.features.attendance.marking import spaced_code
from bootcamp_app.features.attendance.signin_sheet import PrintedSheet, SheetWish, print_sheet
from bootcamp_app.reading.pages import text_of
from tests.logos import logo

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.attendance.marking import Sheet
    from tests.desk import Desk

WHOLE = SheetWish()
HEADERS = ["ឈ្មោះ", "Name", "Sex", "Organisation", "Position", "Tel"]


def people(number: int) -> list[list[object]]:
    return [
        [f"ចាន់ សុភា{at:04}", f"CHAN Sophea {at:04}", "F", "មន្ទីរផែនការខេត្ត", "មន្ត្រី", f"012 3{at:05}"]
        for at in range(1, number + 1)
    ]


def printed(
    desk: Desk, target: Path, wish: SheetWish = WHOLE
) -> tuple[Sheet, PrintedSheet, list[str]]:
    sheet = desk.app.paper_lists.make(desk.morning)
    steps: list[int] = []
    done = print_sheet(
        (desk.bootcamp, desk.morning), sheet, target, wish, lambda at, of: steps.append(at - of)
    )
    assert steps[-1] == 0
    return sheet, done, text_of(target)


def test_everybody_is_on_it_once_in_order_and_every_page_says_which_it_is(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    sqlite_desk.import_rows([HEADERS, *people(120)])

    sheet, done, texts = printed(sqlite_desk, tmp_path / "list.pdf")

    whole = "".join(texts)
    places = [whole.index(f"CHAN Sophea {at:04}") for at in range(1, 121)]
    assert places == sorted(places)
    assert [whole.count(f"CHAN Sophea {at:04}") for at in (1, 60, 120)] == [1, 1, 1]
    assert done == PrintedSheet(sheet.code, 120, len(texts))
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert spaced_code(sheet.code) in text
        assert "Signature" in text
        assert "ហត្ថលេខា" in text
        assert "Kampot bootcamp" in text
        assert "2 March 2026" in text
        assert "ថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៦" in text


def test_a_thousand_people_have_their_rows(sqlite_desk: Desk, tmp_path: Path) -> None:
    sqlite_desk.import_rows([HEADERS, *people(1000)])

    _sheet, done, texts = printed(sqlite_desk, tmp_path / "list.pdf")

    assert done.rows == 1000
    assert "CHAN Sophea 1000" in texts[-1]
    assert "១០០០" in texts[-1]


@pytest.mark.parametrize(("has_data", "times"), [(True, 1), (False, 0)])
def test_phone_sex_and_position_stand_on_it_only_where_wished(
    sqlite_desk: Desk, tmp_path: Path, times: int, *, has_data: bool
) -> None:
    sqlite_desk.import_rows([HEADERS, *people(1)])

    _sheet, _done, texts = printed(
        sqlite_desk, tmp_path / "list.pdf", SheetWish(has_personal_data=has_data)
    )

    found = [texts[0].count(one) for one in ("012 300001", "female", "មន្ត្រី")]
    assert found == [times] * 3
    assert texts[0].count("CHAN Sophea 0001") == 1


def test_the_longest_names_are_there_whole(sqlite_desk: Desk, tmp_path: Path) -> None:
    name = "OKNHA Sreysovannarith Rattanakvathana Alexandra"
    khmer = "ឧកញ៉ា ស្រីសុវណ្ណារិទ្ធិមុន្នីរតនៈវឌ្ឍនា"
    sqlite_desk.walk_in(name, name_km=khmer)

    _sheet, _done, texts = printed(sqlite_desk, tmp_path / "list.pdf")

    assert name in texts[0]
    assert khmer in texts[0]


def test_the_same_list_is_the_same_bytes_and_logos_stand_on_its_first_page(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    sqlite_desk.import_rows([HEADERS, *people(40)])
    wish = SheetWish(logos=(logo("wide"), logo("square")))

    first = printed(sqlite_desk, tmp_path / "one.pdf", wish)
    again = printed(sqlite_desk, tmp_path / "two.pdf", wish)

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    assert first[1] == again[1]
    pages = pypdfium2.PdfDocument(tmp_path / "one.pdf")
    pictures = [sum(part.type == 3 for part in page.get_objects()) for page in pages]
    assert pictures == [2, *[0] * (len(pictures) - 1)]
