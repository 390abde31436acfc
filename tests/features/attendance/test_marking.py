"""Lists on paper: a row number means whom it meant when the list was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.marking import (
    is_sheet_code,
    must_be_on_the_list,
    spaced_code,
)
from bootcamp_app.features.attendance.state_views import PAPER, Mark
from bootcamp_app.features.attendance.tables import AttendanceEventRow, AttendanceSheetRow

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.marking import Sheet
    from tests.clock import FakeClock
    from tests.desk import Desk

NAMES = ("CHAN Dara", "HENG Dara", "KEO Dara", "LY Dara", "SOK Dara")


def listed(desk: Desk) -> Sheet:
    for name in NAMES:
        desk.walk_in(name)
    return desk.app.paper_lists.make(desk.morning)


def names(sheet: Sheet) -> list[str]:
    return [line.participant.name_en if line.participant else "" for line in sheet.lines]


def test_a_list_has_everybody_who_is_expected_by_name(desk: Desk) -> None:
    gone = desk.walk_in("AN Dara")
    desk.app.people.change(gone.participant, status="withdrawn")

    sheet = listed(desk)

    assert names(sheet) == list(NAMES)
    assert [line.number for line in sheet.lines] == [1, 2, 3, 4, 5]
    assert desk.app.paper_lists.find(desk.morning, sheet.code) == sheet
    assert desk.app.paper_lists.latest(desk.morning) == sheet


def test_who_comes_or_is_renamed_or_leaves_after_printing_moves_no_row(
    desk: Desk, clock: FakeClock
) -> None:
    sheet = listed(desk)
    ids = [line.participant.participation_id for line in sheet.lines if line.participant]
    clock.forward(minutes=10)
    desk.walk_in("AAA Walked In")
    desk.app.people.change(desk.person("KEO Dara"), name_en="ZZZ Renamed")
    desk.app.people.change(desk.person("HENG Dara"), status="withdrawn")

    found = desk.app.paper_lists.find(desk.morning, sheet.code)

    assert [line.participant and line.participant.participation_id for line in found.lines] == ids
    assert names(found) == ["CHAN Dara", "HENG Dara", "ZZZ Renamed", "LY Dara", "SOK Dara"]
    assert found.meant("3")[1] == [ids[2]]


def test_a_later_list_has_other_rows_and_another_code_and_the_same_list_the_same(
    sqlite_desk: Desk,
) -> None:
    desk = sqlite_desk
    sheet = listed(desk)
    again = desk.app.paper_lists.make(desk.morning)
    desk.walk_in("AAA Walked In")

    later = desk.app.paper_lists.make(desk.morning)

    assert again == sheet
    assert later.code != sheet.code
    assert names(later)[0] == "AAA Walked In"
    assert len(desk.rows(AttendanceSheetRow)) == 2


def test_a_list_that_was_printed_is_nothing_to_take_back(sqlite_desk: Desk) -> None:
    sheet = listed(sqlite_desk)
    sqlite_desk.app.records.undo()

    assert "SOK Dara" not in sqlite_desk.names()
    found = sqlite_desk.app.paper_lists.find(sqlite_desk.morning, sheet.code)
    assert [line.number for line in found.lines if line.participant is None] == [5]


def test_rows_are_marked_from_paper_at_the_start_of_the_session_and_taken_back_in_one(
    desk: Desk, clock: FakeClock
) -> None:
    sheet = listed(desk)
    clock.forward(minutes=300)
    rows, ids = sheet.meant("១-៣, 5")
    must_be_on_the_list(rows)

    marked = desk.app.states.set(desk.morning, ids, Mark("present", method=PAPER, code=sheet.code))

    events = [row for row in desk.rows(AttendanceEventRow) if row.kind == "state"]
    assert [one.name_en for one in marked.people] == [
        "CHAN Dara",
        "HENG Dara",
        "KEO Dara",
        "SOK Dara",
    ]
    assert {(row.at, row.method, row.code) for row in events} == {
        (desk.at("08:30"), "paper", sheet.code)
    }
    assert desk.counts().present == 4
    desk.app.records.undo_act(marked.act)
    assert desk.counts().present == 0


def test_all_who_are_missing_are_those_without_standing_and_those_set_absent(
    sqlite_desk: Desk,
) -> None:
    desk = sqlite_desk
    sheet = listed(desk)
    ids = sheet.meant("1-5")[1]
    desk.app.states.set(desk.morning, ids[:1], Mark("present"))
    desk.app.states.set(desk.morning, ids[1:2], Mark("excused", "sick"))
    desk.app.states.set(desk.morning, ids[2:3], Mark("absent"))

    assert desk.app.paper_lists.missing(desk.morning) == ids[2:]


def test_of_all_who_were_missing_nobody_is_marked_who_came_or_was_excused_meanwhile(
    sqlite_desk: Desk,
) -> None:
    desk = sqlite_desk
    people = [line.participant for line in listed(desk).lines if line.participant]
    meant = desk.app.paper_lists.missing(desk.morning)
    desk.scan(desk.guest(people[0]).badge)
    desk.app.states.set(desk.morning, meant[1:2], Mark("excused", "sick"))
    desk.app.states.set(desk.morning, meant[2:3], Mark("absent"))

    absent = desk.app.states.set(desk.morning, meant, Mark("absent", only_missing=True))
    here = desk.app.states.set(desk.morning, meant, Mark("present", only_missing=True))

    assert [one.participation_id for one in absent.people] == meant[3:]
    assert [one.participation_id for one in here.people] == meant[2:]


def test_numbers_that_are_not_on_the_list_stop_everything(sqlite_desk: Desk) -> None:
    rows, _ids = listed(sqlite_desk).meant("1-3, 50")

    with pytest.raises(Refusal) as refused:
        must_be_on_the_list(rows)

    assert str(refused.value) == (
        "These numbers are not on the list: 50. Nobody was marked; correct them."
    )


def test_no_digit_of_a_code_can_be_wrong_unseen(sqlite_desk: Desk) -> None:
    code = listed(sqlite_desk).code
    slips = {
        code[:at] + digit + code[at + 1 :]
        for at in range(len(code))
        for digit in "0123456789"
        if digit != code[at]
    }

    assert is_sheet_code(code)
    assert len(slips) == 63
    assert [slip for slip in slips if is_sheet_code(slip)] == []


def test_a_code_is_read_in_either_digits_and_with_its_dash(sqlite_desk: Desk) -> None:
    sheet = listed(sqlite_desk)
    khmer = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")

    for written in (spaced_code(sheet.code), sheet.code.translate(khmer), f" {sheet.code} "):
        assert sqlite_desk.app.paper_lists.find(sqlite_desk.morning, written) == sheet


def test_a_wrong_code_and_the_list_of_another_session_are_told_apart(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    sheet = listed(desk)

    said = []
    for session, code in (
        (desk.morning, "123"),
        (desk.morning, "1000002"),
        (desk.sessions[1], sheet.code),
    ):
        with pytest.raises(Refusal) as refused:
            desk.app.paper_lists.find(session, code)
        said.append(str(refused.value).split(". ")[0])

    assert said == [
        "“123” is not the code of a list",
        "No list 100-0002 is known here",
        f"The list {spaced_code(sheet.code)} belongs to another session",
    ]


def test_nobody_expected_is_no_list(sqlite_desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        sqlite_desk.app.paper_lists.make(sqlite_desk.morning)

    assert str(refused.value).startswith("Nobody is expected at this session.")


def test_whoever_was_united_with_another_is_marked_by_either_row_and_once(desk: Desk) -> None:
    sheet = listed(desk)
    kept, gone = (desk.person(name) for name in ("CHAN Dara", "HENG Dara"))
    desk.app.twins.merge(kept.person_id, gone.person_id)

    after = desk.app.paper_lists.find(desk.morning, sheet.code)

    assert names(after) == ["CHAN Dara", "CHAN Dara", *NAMES[2:]]
    assert after.meant("2")[1] == [kept.participation_id]
    rows, ids = after.meant("1-3")
    assert rows.rows == (1, 2, 3)
    assert ids == [kept.participation_id, desk.person("KEO Dara").participation_id]
