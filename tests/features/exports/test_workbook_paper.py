"""A workbook on paper: as few pages beside each other as can be read, names on each of them."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.i18n import words
from bootcamp_app.features.exports.service import export_formats
from bootcamp_app.features.exports.workbook.fitting import fitted, printed
from bootcamp_app.features.exports.workbook.widths import (
    WIDEST,
    WRAPPED,
    lines_of_titles,
    width_of,
    widths,
)
from bootcamp_app.features.reports.columns import columns
from bootcamp_app.features.reports.views import Column, Report, Sheet
from bootcamp_app.features.teams.views import TeamNames

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.features.reports.views import Cell

BEFORE = ("number", "name_km", "name_en", "sex", "organisation", "sector", "province")
AFTER = ("hours", "share", "certificate", "why_not", "person_id")
WHO = (1, "ចាន់ ស្រីនាង", "CHAN Sreyneang", "female", "រដ្ឋបាលខេត្តកំពត និងក្រុង", "government", "Kampot")
WHY = "Attended 1 of 6 sessions; at least 5 needed. One session would be enough."
FROZEN = 3


@pytest.fixture(params=["en", "km"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    words.use(request.param)
    yield request.param
    words.use("en")


def matrix(sessions: int) -> Sheet:
    teams = TeamNames()
    of_sessions = tuple(
        Column(f"session_{n}", f"Day {n} – Afternoon", kind="state") for n in range(sessions)
    )
    counted = tuple(Column(f"n{n}", "Present in time", kind="number") for n in range(5))
    every = (*columns(BEFORE, teams), *of_sessions, *counted, *columns(AFTER, teams))
    row: tuple[Cell, ...] = (
        *WHO,
        *["present"] * sessions,
        *[3] * 5,
        18.0,
        1.0,
        "no",
        WHY,
        "x" * 36,
    )
    return Sheet("People", every, [row], 1, "matrix", FROZEN)


def laid_out(sheet: Sheet) -> tuple[list[float], int]:
    return fitted(sheet.columns, widths(sheet.columns, sheet.rows), sheet.frozen)


@pytest.mark.usefixtures("language")
def test_a_bootcamp_of_three_days_is_a_page_wide_and_more_days_are_more_pages() -> None:
    assert [laid_out(matrix(sessions))[1] for sessions in (2, 6, 12, 40)] == [1, 1, 2, 3]


@pytest.mark.usefixtures("language")
def test_numbers_and_states_are_narrow_names_stand_whole_and_sentences_are_wrapped() -> None:
    sheet = matrix(6)
    wide, _pages = laid_out(sheet)

    by_name = dict(zip([column.name for column in sheet.columns], wide, strict=True))
    assert all(by_name[f"n{n}"] <= 8 for n in range(5))
    assert all(by_name[f"session_{n}"] <= 11 for n in range(6))
    assert all(by_name[name] >= width_of(cell) for name, cell in
               (("name_km", WHO[1]), ("name_en", WHO[2])) if isinstance(cell, str))  # fmt: skip
    assert WRAPPED <= by_name["why_not"] < WIDEST
    assert 2 <= lines_of_titles(sheet.columns, wide) <= 3


def test_on_a_wide_sheet_columns_that_fit_are_left_as_they_are() -> None:
    sheet = Sheet("Two", (Column("a", "A"), Column("b", "B")), [("x" * 30, "y" * 30)])

    wide, pages = laid_out(sheet)

    assert wide == widths(sheet.columns, sheet.rows)
    assert pages == 1


def test_ids_for_programs_are_not_printed_and_names_stand_on_each_page(tmp_path: Path) -> None:
    sheet = matrix(12)
    target = tmp_path / "book.xlsx"
    export_formats()["xlsx"].write(Report.of(sheet), target)

    with zipfile.ZipFile(target) as held:
        book = held.read("xl/workbook.xml").decode()
        page = held.read("xl/worksheets/sheet1.xml").decode()

    assert printed(sheet.columns) == len(sheet.columns) - 1
    assert re.findall(r"Print_Area[^>]*>People!\$A\$1:\$([A-Z]+)\$2<", book) == ["AB"]
    assert re.findall(r"Print_Titles[^>]*>([^<]*)<", book) == ["People!$A:$C,People!$1:$1"]
    assert re.findall(r"<pageSetup [^>]*>", page) == [
        '<pageSetup paperSize="9" fitToWidth="2" fitToHeight="0" orientation="landscape"/>'
    ]


def test_a_row_is_as_high_as_its_longest_text_asks(tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"
    export_formats()["xlsx"].write(Report.of(matrix(6)), target)

    with zipfile.ZipFile(target) as held:
        page = held.read("xl/worksheets/sheet1.xml").decode()

    assert float(re.findall(r'<row r="2"[^>]* ht="([\d.]+)"', page)[0]) > 3 * 19


def test_a_role_is_said_in_words(language: str) -> None:
    (role,) = columns(("role",), TeamNames())

    said = {role.in_words(one) for one in ("participant", "cook")}

    assert said == {"Participant" if language == "en" else "អ្នកចូលរួម", "cook"}
