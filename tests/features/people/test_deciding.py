"""What a person decides of single rows, what is remembered of a list, and what a stop leaves."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.people.importing import Choices
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.storage.engines import log_of
from tests.desk import FIRST_DAY
from tests.storage.desks import state_of

if TYPE_CHECKING:
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import ImportResult
    from tests.desk import Desk

HEADERS = ["Name", "Phone", "Organisation", "Position"]


def taken(
    desk: Desk, *rows: list[object], bootcamp: Bootcamp | None = None, **decisions: str
) -> ImportResult:
    """Take rows in; decisions are given as row2="as_new"."""
    chosen = {int(row.removeprefix("row")): decision for row, decision in decisions.items()}
    understood = understand([HEADERS, *rows], {}, FIRST_DAY)
    return desk.app.importing.take_in(
        bootcamp or desk.bootcamp, understood, choices=Choices(chosen)
    )


def another_bootcamp(desk: Desk) -> Bootcamp:
    return desk.app.bootcamps.make(NewBootcamp("Another", FIRST_DAY))


def kinds(result: ImportResult) -> list[str]:
    return [one.kind for one in result.outcomes]


def test_each_row_says_what_becomes_of_it(desk: Desk) -> None:
    taken(desk, ["Sok Dara", "012345678", "NGO Forum", "Officer"], ["Ly Heng", "097111222", "", ""])

    result = desk.import_rows(
        [
            [*HEADERS, "Age"],
            ["Sok Dara", "012345678", "Dept of Health", "Director", ""],
            ["Ly Heng", "097111222", "", "", ""],
            ["Kim Sophea", "", "", "", ""],
            ["Chan Vanna", "", "", "", "300"],
            ["Kim Sophea", "", "", "", ""],
        ]
    )

    assert kinds(result) == ["changed", "same", "new", "rejected", "possible"]
    assert result.outcomes[0].changes == (
        ("position", "Officer", "Director"),
        ("organisation", "NGO Forum", "Dept of Health"),
    )
    assert result.outcomes[3].why == result.rejected[0].reason
    assert result.outcomes[4].person_id is None


def test_a_row_may_be_left_out(desk: Desk) -> None:
    result = taken(desk, ["Sok Dara", "", "", ""], ["Ly Heng", "", "", ""], row2="leave_out")

    assert (kinds(result), result.created, desk.names()) == (["left_out", "new"], 1, ["Ly Heng"])


def test_a_row_may_be_somebody_else_of_the_same_name(desk: Desk) -> None:
    taken(desk, ["Sok Dara", "012345678", "", ""])

    result = taken(desk, ["Sok Dara", "012345678", "", ""], row2="as_new")

    assert (kinds(result), result.possible_duplicates) == (["new"], [])
    assert desk.names() == ["Sok Dara", "Sok Dara"]


def test_a_row_may_be_somebody_of_this_bootcamp_whom_it_names_otherwise(desk: Desk) -> None:
    dara = desk.walk_in("Sok Dara", phone="012345678").participant

    result = taken(desk, ["Suk Dara", "", "", "Director"], row2=dara.person_id)

    assert kinds(result) == ["changed"]
    assert [(one.name_en, one.position) for one in desk.people()] == [("Suk Dara", "Director")]


def test_somebody_of_an_earlier_bootcamp_is_offered_and_never_taken_alone(desk: Desk) -> None:
    dara = desk.walk_in("Sok Dara", phone="012345678").participant

    result = taken(desk, ["Sok Dara", "012345678", "", ""], bootcamp=another_bootcamp(desk))

    (outcome,) = result.outcomes
    assert (outcome.kind, outcome.person_id) == ("possible", dara.person_id)
    assert len(desk.rows(PersonRow)) == 2


def test_somebody_of_an_earlier_bootcamp_stays_one_person_where_a_person_says_so(
    desk: Desk,
) -> None:
    dara = desk.walk_in("Sok Dara", phone="012345678").participant
    other = another_bootcamp(desk)

    result = taken(desk, ["Sok Dara", "097222333", "NGO", ""], bootcamp=other, row2=dara.person_id)

    (outcome,) = result.outcomes
    assert (outcome.kind, outcome.changes) == ("known", (("phone", "012345678", "097222333"),))
    assert [row.phone for row in desk.rows(PersonRow)] == ["097222333"]
    (there,) = desk.app.people.list(other)
    assert (there.person_id, there.organisation) == (dara.person_id, "NGO")
    assert len(desk.app.badges.of([there])) == 1

    desk.app.records.undo()

    assert [row.phone for row in desk.rows(PersonRow)] == ["012345678"]
    assert desk.app.people.list(other) == []


def test_two_rows_cannot_be_one_person(desk: Desk) -> None:
    dara = desk.walk_in("Sok Dara").participant

    with pytest.raises(Refusal, match="Row 3"):
        taken(
            desk,
            ["Sok Dara", "", "", ""],
            ["Ly Heng", "", "", ""],
            row2=dara.person_id,
            row3=dara.person_id,
        )

    assert desk.names() == ["Sok Dara"]


def test_what_a_person_said_of_columns_is_known_for_the_next_list(desk: Desk) -> None:
    rows: list[list[object]] = [["Who", "Job", "x"], ["Sok Dara", "Clerk", "1"]]
    understood = understand(rows, {"Who": "name_en", "x": "null"}, FIRST_DAY)
    assert desk.app.importing.remembered(["Who", "Job", "x"]) is None

    desk.app.importing.take_in(desk.bootcamp, understood, choices=Choices({}, remembers=True))

    assert desk.app.importing.remembered(["WHO", "", " job", "x"]) == understood.mapping
    assert desk.app.importing.remembered(["Who", "Job"]) is None


def test_what_is_added_in_bulk_is_found_and_undone(desk: Desk) -> None:
    taken(desk, ["Sok Dara", "012345678", "NGO Forum", ""])
    assert [one.name for one in desk.people("forum 5678")] == ["Sok Dara"]

    desk.app.records.undo()

    assert (desk.people("dara"), desk.rows(ParticipationRow)) == ([], [])
    assert desk.rows(OrganisationRow) == []


def test_a_list_that_is_stopped_leaves_the_file_byte_for_byte(sqlite_desk: Desk) -> None:
    taken(sqlite_desk, ["Sok Dara", "", "", ""])
    database = sqlite_desk.app.database
    assert isinstance(database.path, Path)
    database.checkpoint()
    before = database.path.read_bytes()
    rows = [["Name"], *([f"Person {n}"] for n in range(3000))]

    def progress(done: int, of: int) -> None:
        if done >= of // 2:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        sqlite_desk.app.importing.take_in(
            sqlite_desk.bootcamp, understand(rows, {}, FIRST_DAY), progress=progress
        )
    database.checkpoint()

    assert database.path.read_bytes() == before


def test_a_list_that_is_stopped_leaves_nothing_in_the_log_for_the_next_start(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    taken(sqlite_desk, ["Sok Dara", "", "", ""])
    database = sqlite_desk.app.database
    path = database.path
    assert isinstance(path, Path)
    database.checkpoint()
    before, state = path.read_bytes(), state_of(database)
    with database.read() as reader:
        # So little room that the unfinished transaction is written to the log, as long lists are.
        reader.connection().exec_driver_sql("PRAGMA cache_size=20")
    rows = [["Name"], *([f"Person {n}"] for n in range(2000))]
    logged: list[int] = []

    def progress(done: int, of: int) -> None:
        logged.append(log_of(path).stat().st_size)
        if done >= of // 2:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        sqlite_desk.app.importing.take_in(
            sqlite_desk.bootcamp, understand(rows, {}, FIRST_DAY), progress=progress
        )
    as_after_a_power_cut = tmp_path / "cut" / path.name
    as_after_a_power_cut.parent.mkdir()
    for file in (path, log_of(path)):
        shutil.copy(file, as_after_a_power_cut.parent / file.name)

    assert logged[-1] > 100_000
    assert path.read_bytes() == before
    opened = build(as_after_a_power_cut, sqlite_desk.app.clock)
    assert state_of(opened.database) == state
    opened.database.close()
    database.checkpoint()
    assert path.read_bytes() == before
