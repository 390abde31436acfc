"""Workbooks become rows of plain values."""

from __future__ import annotations

import time
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.sheets import Cell, Table, read_table
from tests.reading import making

if TYPE_CHECKING:
    from pathlib import Path

NAMES: list[list[Cell]] = [["ឈ្មោះ", "Year"], ["ចាន់ ស្រីនាង", 1985]]


def test_a_workbook_reads_back_as_it_was_written(tmp_path: Path) -> None:
    path = making.xlsx(tmp_path / "names.xlsx", {"Names": NAMES})

    assert read_table(path) == Table("Names", ("Names",), [*NAMES], 1)


def test_an_old_excel_workbook_is_read(tmp_path: Path) -> None:
    path = making.xls(tmp_path / "names.xls", [["ឈ្មោះ", "Year"], ["ចាន់ ស្រីនាង", 1985.0]])

    assert read_table(path).rows == NAMES


def test_an_open_document_sheet_is_read(tmp_path: Path) -> None:
    path = making.ods(tmp_path / "names.ods", [["ឈ្មោះ", "Sex"], ["Dara", "m"]])

    assert read_table(path).rows == [["ឈ្មោះ", "Sex"], ["Dara", "m"]]


def test_the_contents_decide_what_a_file_is_and_not_its_name(tmp_path: Path) -> None:
    workbook = making.xlsx(tmp_path / "really a workbook.csv", {"Names": NAMES})
    text = tmp_path / "really text.xlsx"
    text.write_text("ឈ្មោះ,Year\nDara,1985\n", encoding="utf-8")

    assert read_table(workbook).rows == NAMES
    assert read_table(text).rows == [["ឈ្មោះ", "Year"], ["Dara", "1985"]]


def test_the_first_sheet_with_data_is_the_default(tmp_path: Path) -> None:
    path = making.xlsx(tmp_path / "names.xlsx", {"Cover": [], "Names": NAMES, "Old": [["x"]]})

    table = read_table(path)

    assert (table.sheet, table.sheets) == ("Names", ("Cover", "Names", "Old"))
    assert table.rows == NAMES


def test_a_hidden_sheet_is_the_default_only_where_nothing_else_has_data(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Shown").activate()
        hidden = book.add_worksheet("Choices")
        hidden.write(0, 0, "female")
        hidden.hide()
        book.add_worksheet("Names").write(0, 0, "Dara")

    assert read_table(path).sheet == "Names"
    assert read_table(path, sheet="Choices").rows == [["female"]]


def test_a_missing_sheet_is_refused_with_the_names_of_the_others(tmp_path: Path) -> None:
    path = making.xlsx(tmp_path / "names.xlsx", {"Cover": [], "ឈ្មោះ": NAMES})

    with pytest.raises(Refusal) as refused:
        read_table(path, sheet="Name")

    assert str(refused.value) == ("names.xlsx has no sheet Name. Choose one of these: Cover, ឈ្មោះ.")


def test_empty_edges_are_cut_and_the_row_numbers_of_the_sheet_stay_known(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        [],
        [None, " "],
        ["", "", "Name", "Sex"],
        [],
        ["", "", "Dara", "", "\u200b"],
        [],
        [" "],
    ]
    path = making.xlsx(tmp_path / "names.xlsx", {"Names": rows})

    table = read_table(path)

    assert table.rows == [["Name", "Sex"], [None, None], ["Dara", None]]
    assert table.first_row == 3


def test_values_come_as_a_person_means_them(tmp_path: Path) -> None:
    path = tmp_path / "values.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        hours = book.add_format({"num_format": "[h]:mm"})
        sheet.write_row(0, 0, [1985, 1.5, True, "012 345 678", 7.1e25])
        sheet.write_datetime(0, 5, datetime(2026, 11, 3), day)  # noqa: DTZ001 - sheets have no zone
        sheet.write_datetime(0, 6, datetime(2026, 11, 3, 8, 30), day)  # noqa: DTZ001 - as above
        sheet.write_number(0, 7, 1.25, hours)

    row = read_table(path).rows[0]

    assert row == [
        1985,
        1.5,
        True,
        "012 345 678",
        7.1e25,
        date(2026, 11, 3),
        datetime(2026, 11, 3, 8, 30),  # noqa: DTZ001 - as above
        "30:00:00",
    ]
    assert [type(cell) for cell in row[:3]] == [int, float, bool]


def test_a_spreadsheets_own_errors_are_empty_cells(tmp_path: Path) -> None:
    path = tmp_path / "errors.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for column, error in enumerate(["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?"]):
            sheet.write_formula(0, column, "=NA()", None, error)
        sheet.write_row(0, 5, ["#N/A", "# of people"])
        sheet.write(1, 0, "Dara")

    assert read_table(path).rows == [[None] * 6 + ["# of people"], ["Dara"] + [None] * 6]


def test_styled_but_empty_cells_far_away_do_no_harm(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    path = making.xlsx_by_hand(tmp_path / "styled.xlsx", rows)

    assert read_table(path).rows == [[1]]


def test_formulas_without_a_result_down_a_whole_column_do_no_harm(tmp_path: Path) -> None:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="str"><v></v></c></row>' for n in range(2, 300_000)
    )
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = making.xlsx_by_hand(tmp_path / "formulas.xlsx", first + cells)

    assert read_table(path).rows == [[1]]


def test_twenty_thousand_rows_are_read_in_a_few_seconds(tmp_path: Path) -> None:
    rows = [[f"ឈ្មោះ {n}", f"Name {n}", n, "012345678", "Siem Reap", "f"] for n in range(20_000)]
    path = making.xlsx(tmp_path / "many.xlsx", {"Names": rows})

    began = time.perf_counter()
    table = read_table(path)

    assert time.perf_counter() - began < 5
    assert table.rows == rows
