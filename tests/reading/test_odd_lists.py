"""Files that are odd but harmless, or hostile: read, understood, never broken."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.reading.sheets import read_table
from tests.reading import making

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Maker = Callable[[Path], object]

TODAY = date(2026, 3, 2)


def _book(fill: Callable[[xlsxwriter.Workbook], object]) -> Maker:
    def make(path: Path) -> None:
        with xlsxwriter.Workbook(str(path)) as book:
            fill(book)

    return make


def _rows(*rows: list[object]) -> Maker:
    return lambda path: making.xlsx(path, {"List": rows})


def _merged(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet()
    sheet.merge_range("A1:D1", "List of participants")
    sheet.merge_range("A2:A3", "No")
    sheet.merge_range("B2:C2", "Name")
    sheet.write_row("B3", ["Khmer", "Latin"])
    sheet.merge_range("D2:D3", "Sex")
    sheet.write_row("A4", [1, "សុខ ដារ៉ា", "Sok Dara", "M"])


def _chart_first(book: xlsxwriter.Workbook) -> None:
    chart = book.add_chart({"type": "column"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.add_worksheet("List").write_column("A1", ["Name", "Sok Dara"])
    chart.add_series({"values": "=List!$A$1:$A$2"})


def _all_hidden_but_empty(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Cover")
    hidden = book.add_worksheet("List")
    hidden.write_column("A1", ["Name", "Sok Dara"])
    hidden.very_hidden()


def _formulas(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet()
    sheet.write_row("A1", ["Name", "Phone", "Sum"])
    sheet.write_formula("A2", '="Sok "&"Dara"', None, "Sok Dara")
    sheet.write_formula("B2", "=012345678", None, 12345678)
    sheet.write_formula("C2", "=1/0", None, "#DIV/0!")


def _only_errors(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet()
    for row in range(20):
        for column in range(5):
            sheet.write_formula(row, column, "=1/0", None, "#DIV/0!")


def _summary_before_the_list(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Summary").write_row("A1", ["Province", "Total"])
    book.get_worksheet_by_name("Summary").write_row("A2", ["Kampot", 2])
    names = book.add_worksheet("Names")
    names.write_row("A1", ["Name", "Sex", "Phone"])
    names.write_row("A2", ["Sok Dara", "M", "012345678"])


def _too_long_data_before_the_list(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Raw").write_row("A1", [f"c{n}" for n in range(80)])
    names = book.add_worksheet("Names")
    names.write_row("A1", ["Name", "Sex", "Phone"])
    names.write_row("A2", ["Sok Dara", "M", "012345678"])


def _macro(path: Path) -> None:
    making.xlsx(path.with_suffix(".xlsx"), {"List": [["Name"], ["Sok Dara"]]}).rename(path)


def _link(path: Path) -> None:
    real = making.xlsx(path.with_name("real.xlsx"), {"List": [["Name"], ["Sok Dara"]]})
    path.symlink_to(real)


def _text(text: str, encoding: str = "utf-8") -> Maker:
    return lambda path: path.write_bytes(text.encode(encoding))


READ: dict[str, Maker] = {
    "merged.xlsx": _book(_merged),
    "chart.xlsx": _book(_chart_first),
    "hidden.xlsx": _book(_all_hidden_but_empty),
    "formulas.xlsx": _book(_formulas),
    "summary.xlsx": _book(_summary_before_the_list),
    "wide first.xlsx": _book(_too_long_data_before_the_list),
    "macro.xlsm": _macro,
    "numbers.xlsx": _rows(["Name", "Phone"], ["Sok Dara", 12345678]),
    "twice.xlsx": _rows(["Name", "Name", "Name"], ["Sok Dara", "Sok Dora", "x"]),
    "only space.xlsx": _rows(["Name", "Phone"], ["Sok Dara", "\u200b"], ["\u200b", " "]),
    "spread.xlsx": _rows([None] * 5, [None, None, "Name"], [None, None, "Sok Dara"]),
    "errors beside.xlsx": _rows(["Name", "Age"], ["Sok Dara", "#REF!"]),
    "mixed ends.csv": _text("Name,Sex\rSok Dara,M\r\nLy Heng,F\nKim Sophea,F"),
    "sep.csv": _text('"sep=;"\nName;Sex\nSok Dara;M\n'),
    "many quotes.csv": _text('"Name","Sex"\n"Sok ""Da"" Dara","M"\n'),
    "lines within.csv": _text('"Full\nName","Sex"\n"Sok\nDara","M"\n'),
    "long cell.csv": _text("Name,Note\nSok Dara," + "x" * 100_000 + "\n"),
    "joiners.csv": _text("\ufeffN\u200bame,Sex\nSok Dara,M\n"),
    "utf16.csv": _text("Name\tSex\nSok Dara\tM\n", "utf-16"),
    "right to left.csv": _text("\u202eName,Sex\nSok Dara,M\n"),
    "formula.csv": _text('Name,Phone\nSok Dara,"=HYPERLINK(""http://x"",""y"")"\n'),
    "repeated.csv": _text("Name,Sex\n" + "Sok Dara,M\nName,Sex\n" * 50),
    "ខ្មែរ.csv": _text("ឈ្មោះ,ភេទ\nសុខ ដារ៉ា,ប្រុស\n"),
}
if sys.platform != "win32":
    READ["link.xlsx"] = _link


@pytest.mark.parametrize("name", READ)
def test_an_odd_list_is_read_and_every_person_has_a_name(tmp_path: Path, name: str) -> None:
    READ[name](tmp_path / name)

    table = read_table(tmp_path / name)
    read = understand(table.rows, {}, TODAY, first_row=table.first_row)

    assert read.nominees
    assert all(one.text("name_km") or one.text("name_en") for one in read.nominees)


REFUSED: dict[str, tuple[Maker, str]] = {
    "errors.xlsx": (_book(_only_errors), "has no rows"),
    "only headers.xlsx": (_rows([]), "has no rows"),
    "no names.csv": (_text("a,b\n1,2\n"), "No column holds names"),
    "prose.txt": (_text("Dear all,\nplease find the list.\n"), "No column holds names"),
    "json.csv": (_text('{"name": "Sok Dara"}'), "No column holds names"),
    "surrogate.xlsx": (
        lambda path: making.xlsx_by_hand(
            path, '<row><c t="inlineStr"><is><t>a&#xD800;</t></is></c></row>'
        ),
        "",
    ),
    "laughs.xlsx": (
        lambda path: making.xlsx_by_hand(
            path,
            '<row><c t="inlineStr"><is><t>&c;</t></is></c></row>',
            head='<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
        ),
        "",
    ),
    "megabyte cell.xlsx": (
        lambda path: making.xlsx_by_hand(
            path, f'<row><c t="inlineStr"><is><t>{"x" * 1_000_000}</t></is></c></row>'
        ),
        "No column holds names",
    ),
    "no sheets.xlsx": (lambda path: making.packed(path, {"xl/workbook.xml": "<workbook/>"}), ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_ends_in_a_sentence(tmp_path: Path, name: str) -> None:
    make, expected = REFUSED[name]
    make(tmp_path / name)

    with pytest.raises(Refusal) as refused:
        _understood(tmp_path / name)

    assert expected in str(refused.value)
    assert str(refused.value).endswith((".", "name_km”."))


def _understood(path: Path) -> None:
    table = read_table(path)
    understand(table.rows, {}, TODAY, first_row=table.first_row)


def test_a_list_with_headers_alone_holds_nobody(tmp_path: Path) -> None:
    path = making.xlsx(tmp_path / "template.xlsx", {"List": [["Name", "Sex"]]})

    read = understand(read_table(path).rows, {}, TODAY)

    assert (read.nominees, read.rejected) == ([], [])
    assert read.mapping == {"Name": "name_en", "Sex": "sex"}


def test_a_path_that_no_file_can_have_is_refused_in_words(tmp_path: Path) -> None:
    for name in ("ក" * 200 + ".xlsx", "dangling.xlsx", "a\0b.csv"):
        with pytest.raises(Refusal, match="There is no file"):
            read_table(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    with pytest.raises(Refusal, match="There is no file"):
        read_table(tmp_path / "pipe.csv")


def test_the_sheet_most_like_a_list_of_people_is_taken(tmp_path: Path) -> None:
    for name in ("summary.xlsx", "wide first.xlsx"):
        READ[name](tmp_path / name)
        assert read_table(tmp_path / name).sheet == "Names"


def test_of_two_sheets_alike_the_first_is_taken_and_both_are_named(tmp_path: Path) -> None:
    rows = [["Name", "Sex"], ["Sok Dara", "M"]]
    path = making.xlsx(tmp_path / "list.xlsx", {"Page 1": rows, "Page 2": rows})

    table = read_table(path)

    assert (table.sheet, table.sheets) == ("Page 1", ("Page 1", "Page 2"))
    assert (table.alike, table.like_people) == (("Page 2",), ("Page 1", "Page 2"))


def test_a_sheet_that_somebody_chose_or_that_no_list_is_like_stands_alone(tmp_path: Path) -> None:
    rows = [["Name", "Sex"], ["Sok Dara", "M"]]
    agenda = [["Time", "Title"], ["8:30", "Opening"]]
    sheets = {"Page 1": rows, "Agenda": agenda, "Page 2": rows}
    path = making.xlsx(tmp_path / "list.xlsx", sheets)

    chosen = read_table(path, sheet="Page 2")

    assert read_table(path).like_people == ("Page 1", "Page 2")
    assert (chosen.alike, chosen.like_people) == ((), ("Page 2",))
