"""Lists from files, dry runs, and progress, on a workspace file."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.views import PeopleImported
from bootcamp_app.reading.sheets import read_table
from bootcamp_app.storage.journal import JournalRow
from tests.desk import FIRST_DAY, Desk
from tests.reading.making import xlsx

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import ImportResult

ROWS: list[list[object]] = [
    ["បញ្ជីឈ្មោះអ្នកចូលរួម"],
    [],
    ["ល.រ", "ឈ្មោះ", "Latin name", "ភេទ", "លេខទូរស័ព្ទ", "ខេត្ត"],
    [1, "ចាន់ ស្រីនាង", "Chan Sreyneang", "ស", 12345678, "កំពត"],
    [2, "សុខ ដារ៉ា", "Sok Dara", "ប", "097 111 2222", "Kep"],
]


def take_in(desk: Desk, file: Path) -> ImportResult:
    table = read_table(file)
    found = understand(table.rows, {}, FIRST_DAY, first_row=table.first_row)
    return desk.app.importing.take_in(desk.bootcamp, found)


def test_a_list_from_a_workbook_and_from_csv_is_the_same_list(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    book = xlsx(tmp_path / "list.xlsx", {"Empty": [], "List": ROWS})
    text = tmp_path / "list.csv"
    with text.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(ROWS)

    first, again = take_in(sqlite_desk, book), take_in(sqlite_desk, text)

    assert (first.created, again.created, again.unchanged) == (2, 0, 2)
    assert first.mapping == again.mapping
    assert [(one.name_km, one.sex, one.phone, one.province) for one in sqlite_desk.people()] == [
        ("ចាន់ ស្រីនាង", "female", "012345678", "07"),
        ("សុខ ដារ៉ា", "male", "097 111 2222", "23"),
    ]


def test_a_rejected_row_has_the_number_that_the_spreadsheet_shows(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    book = xlsx(tmp_path / "list.xlsx", {"List": [[], [], *ROWS, [3, "", "", "ស", "", ""]]})

    result = take_in(sqlite_desk, book)

    assert [fault.row for fault in result.rejected] == [8]


def test_a_dry_run_says_what_would_happen_and_leaves_the_file_byte_for_byte(
    sqlite_desk: Desk,
) -> None:
    sqlite_desk.import_rows(ROWS)
    changed = [
        *ROWS[:3],
        [1, "ចាន់ ស្រីនាង", "Chan Sreyneang", "ប្រុស", 12345678, "កំពត"],
        [3, "លី ហេង", "Ly Heng", "ប", "", ""],
    ]
    heard = sqlite_desk.announced(PeopleImported)
    database = sqlite_desk.app.database
    assert isinstance(database.path, Path)
    database.checkpoint()
    before = database.path.read_bytes()

    said = sqlite_desk.import_rows(changed, is_dry_run=True)
    database.checkpoint()

    assert database.path.read_bytes() == before
    assert heard == []
    assert sqlite_desk.import_rows(changed) == said
    assert (said.created, said.updated, said.unchanged) == (1, 1, 0)
    assert len(heard) == 1


@pytest.mark.parametrize("kind", [PersonRow, ParticipationRow])
def test_a_dry_run_leaves_no_rows_on_either_engine(
    desk: Desk, kind: type[PersonRow | ParticipationRow]
) -> None:
    desk.import_rows(ROWS[:4])

    said = desk.import_rows(ROWS, is_dry_run=True)

    assert (said.created, said.unchanged) == (1, 1)
    assert len(desk.rows(kind)) == 1


def test_progress_begins_at_nothing_goes_up_and_ends_at_all(sqlite_desk: Desk) -> None:
    found = understand([["Name"], *([f"Person {n}"] for n in range(1201))], {}, FIRST_DAY)
    seen: list[tuple[int, int]] = []

    sqlite_desk.app.importing.take_in(
        sqlite_desk.bootcamp, found, progress=lambda done, of: seen.append((done, of))
    )

    assert seen == [(0, 1201), (500, 1201), (1000, 1201), (1201, 1201)]
    assert len(sqlite_desk.people()) == 1201
    assert len(sqlite_desk.people(limit=200)) == 200


def test_a_list_that_a_person_stops_leaves_nothing_of_it(sqlite_desk: Desk) -> None:
    found = understand([["Name"], *([f"Person {n}"] for n in range(600))], {}, FIRST_DAY)
    bootcamp = sqlite_desk.bootcamp

    def progress(done: int, of: int) -> None:
        if done >= of - 100:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        sqlite_desk.app.importing.take_in(bootcamp, found, progress=progress)

    assert sqlite_desk.people() == []
    with sqlite_desk.app.database.read() as reader:
        assert {row.table_name for row in reader.query(JournalRow)} == {
            "bootcamps",
            "programmes",
            "sessions",
        }
