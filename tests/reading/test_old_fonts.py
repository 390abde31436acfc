"""Text in fonts from before Unicode is refused; where no text uses them they do no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.old_fonts import OLD_FONT
from bootcamp_app.reading.sheets import read_table
from tests.reading import making

if TYPE_CHECKING:
    from pathlib import Path

OLD = [
    "Limon S1",
    "limon r3",
    "Limon F1",
    "ABC-TEXT-05",
    "ABC-TEXT-05A",
    "ABC-FANCY-01",
    "ABC-HEAD-08A",
    "Khek Battambang",
    "@Battambang Khek",
    "Baidok3C",
    "Truth11",
    "FK1",
]
UNICODE = ["Khmer OS", "Khmer OS Battambang", "Noto Sans Khmer", "Calibri", "Lemon", "DaunPenh"]


def _xlsx(path: Path, font: str, cell: object) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Names")
        sheet.write(0, 0, "Name")
        sheet.write(1, 0, cell, book.add_format({"font_name": font}))
    return path


def _refused(path: Path) -> str:
    with pytest.raises(Refusal) as refused:
        read_table(path)
    return str(refused.value)


@pytest.mark.parametrize("font", OLD)
def test_a_font_from_before_unicode_is_known_by_its_name(font: str) -> None:
    assert OLD_FONT.fullmatch(font) is not None


@pytest.mark.parametrize("font", UNICODE)
def test_other_fonts_are_not_taken_for_old_ones(font: str) -> None:
    assert OLD_FONT.fullmatch(font) is None


def test_text_in_an_old_font_is_refused_with_the_fonts_name(tmp_path: Path) -> None:
    path = _xlsx(tmp_path / "names.xlsx", "Limon S1", "can; RsInag")

    assert _refused(path) == (
        "Text in names.xlsx is written in the font Limon S1, which is from before Unicode: the "
        "letters only look like Khmer. Convert the text to Khmer Unicode, set the cells to a font "
        "such as Khmer OS, save it, then choose it again."
    )


def test_a_number_or_an_empty_cell_in_an_old_font_does_no_harm(tmp_path: Path) -> None:
    number = _xlsx(tmp_path / "number.xlsx", "Limon S1", 12)
    empty = _xlsx(tmp_path / "empty.xlsx", "Limon S1", None)

    assert read_table(number).rows == [["Name"], [12]]
    assert read_table(empty).rows == [["Name"]]


def test_a_few_words_in_an_old_font_inside_a_cell_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "rich.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        old = book.add_format({"font_name": "Limon S1"})
        book.add_worksheet().write_rich_string(0, 0, "Name ", old, "eQµaH", " here")

    assert "Limon S1" in _refused(path)


def test_an_old_excel_workbook_in_an_old_font_is_refused(tmp_path: Path) -> None:
    path = making.xls(tmp_path / "names.xls", [["eQµaH"]], font="Limon R1")

    assert "Limon R1" in _refused(path)


def test_an_open_document_sheet_in_an_old_font_is_refused(tmp_path: Path) -> None:
    fonts = '<x xmlns:style="urn:x" style:font-name="Limon S2"/>'
    path = making.ods(tmp_path / "names.ods", [["eQµaH"]], fonts=fonts)

    assert "Limon S2" in _refused(path)
