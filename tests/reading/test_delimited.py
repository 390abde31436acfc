"""CSV and TSV in every encoding and with every separator in use."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.reading.cells import SPREADSHEET_ERRORS
from bootcamp_app.reading.sheets import read_table

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
DELIMITERS = (",", ";", "\t")
ROWS = [["ឈ្មោះ", "Sex", "Phone"], ["ចាន់ ស្រីនាង", "f", "+855 12 345 678"], ["Sok Dara", "m", "012"]]

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
words = st.text(st.characters(categories=["L", "N", "Mn", "Mc"]), min_size=1, max_size=12)


def _csv(rows: list[list[str]], delimiter: str, *, quoted: bool = False) -> str:
    file = io.StringIO(newline="")
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(file, delimiter=delimiter, quoting=quoting).writerows(rows)
    return file.getvalue()


def _read(data: bytes) -> list[list[object]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.csv"
        path.write_bytes(data)
        return [list(row) for row in read_table(path).rows]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_separator_and_line_end_is_read(
    encoding: str, delimiter: str, line_end: str
) -> None:
    text = line_end.join(delimiter.join(row) for row in ROWS)

    assert _read(text.encode(encoding)) == ROWS


@settings(deadline=None)
@given(
    rows=st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(texts, min_size=width, max_size=width), min_size=1, max_size=8
        )
    ),
    delimiter=st.sampled_from(DELIMITERS),
)
def test_any_table_of_texts_written_as_quoted_csv_reads_back_equal(
    rows: list[list[str]], delimiter: str
) -> None:
    framed = [["first", *["x"] * len(rows[0]), "last"], *[["a", *row, "z"] for row in rows]]

    back = _read(_csv(framed, delimiter, quoted=True).encode("utf-8-sig"))

    assert [[cell or "" for cell in row] for row in back] == [
        [_as_read(cell) for cell in row] for row in framed
    ]


@settings(deadline=None)
@given(
    rows=st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(words, min_size=width, max_size=width), min_size=1, max_size=8
        )
    ),
    delimiter=st.sampled_from(DELIMITERS),
)
def test_any_table_of_words_written_as_plain_csv_reads_back_equal(
    rows: list[list[str]], delimiter: str
) -> None:
    assert _read(_csv(rows, delimiter).encode("utf-8-sig")) == rows


def _as_read(cell: str) -> str:
    blank = not cell.strip().strip("\u200b\u200c\u200d\u2060\ufeff")
    return "" if blank or cell in SPREADSHEET_ERRORS else cell


def test_a_comma_inside_a_name_does_not_part_a_list_with_semicolons() -> None:
    text = "Name, given;Sex\n" + "".join(f"Sok, Dara {n};m\n" for n in range(20))

    assert _read(text.encode())[1] == ["Sok, Dara 0", "m"]


def test_lists_of_choices_inside_some_cells_do_not_part_a_list_with_commas() -> None:
    lines = ["name,topics", *[f"Dara {n},water;roads;schools" for n in range(9)], "Sok,", "Mao,"]

    assert _read("\n".join(lines).encode())[1] == ["Dara 0", "water;roads;schools"]


def test_a_title_above_the_list_does_not_hide_the_separator() -> None:
    assert _read(b"Participants, day 1\n\nName;Sex;Age\nDara;m;30\nSok;f;31\n") == [
        ["Participants, day 1", None, None],
        [None, None, None],
        ["Name", "Sex", "Age"],
        ["Dara", "m", "30"],
        ["Sok", "f", "31"],
    ]


def test_a_first_line_that_names_the_separator_is_obeyed_and_left_out() -> None:
    assert _read(b"sep=;\r\nname;note\r\nDara;a,b,c,d\r\n") == [
        ["name", "note"],
        ["Dara", "a,b,c,d"],
    ]


def test_a_list_of_one_column_is_read() -> None:
    assert _read("ឈ្មោះ\nDara\nSok\n".encode()) == [["ឈ្មោះ"], ["Dara"], ["Sok"]]


def test_line_feeds_quotes_and_separators_inside_quotes_belong_to_the_cell() -> None:
    assert _read(b'name,note\n"Sok, ""Dara""","two\r\nlines"\n') == [
        ["name", "note"],
        ['Sok, "Dara"', "two\r\nlines"],
    ]


def test_numbers_stay_text_so_that_no_phone_loses_its_zero() -> None:
    assert _read(b"name,phone\nDara,012345678\n")[1] == ["Dara", "012345678"]


def test_rows_of_unequal_length_are_filled_up() -> None:
    assert _read(b"a,b,c\n1\n1,2,3\n") == [["a", "b", "c"], ["1", None, None], ["1", "2", "3"]]


def test_kobo_exports_are_read() -> None:
    text = '"name";"topics/water";"_id";"_uuid"\r\n"ដារ៉ា";"1";"7";"a-b"\r\n'

    assert _read(text.encode()) == [
        ["name", "topics/water", "_id", "_uuid"],
        ["ដារ៉ា", "1", "7", "a-b"],
    ]
