"""Taking lists in: who is new, who is different, and who is left as they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bootcamp_app.features.people.nominees import understand
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.views import PeopleImported
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from bootcamp_app.features.people.nominees import Understood
    from bootcamp_app.features.people.views import ImportResult, Participant
    from tests.desk import Desk

LIST = [
    ["Name", "Khmer name", "Sex", "Phone", "Organisation", "Position"],
    ["Sok Dara", "សុខ ដារ៉ា", "M", "012345678", "NGO Forum", "Officer"],
    ["Chan Sreyneang", "ចាន់ ស្រីនាង", "F", "097111222", "Dept of Health", "Clerk"],
    ["Ly Heng", "", "", "", "", ""],
]


def figures(result: ImportResult) -> tuple[int, int, int, int]:
    return result.rows, result.created, result.updated, result.unchanged


def born(desk: Desk) -> list[tuple[int | None, date | None]]:
    return [(row.birth_year, row.birth_date) for row in desk.rows(PersonRow)]


def test_a_list_of_new_people_is_taken_in_with_a_badge_each(desk: Desk) -> None:
    heard = desk.announced(PeopleImported)

    result = desk.import_rows(LIST)

    assert figures(result) == (3, 3, 0, 0)
    assert (result.possible_duplicates, result.rejected) == ([], [])
    dara = desk.person("Sok Dara")
    assert (dara.name_km, dara.sex, dara.phone, dara.organisation, dara.position, dara.status) == (
        "សុខ ដារ៉ា", "male", "012345678", "NGO Forum", "Officer", "confirmed",
    )  # fmt: skip
    assert not dara.is_walk_in
    assert len({badge.code for badge in desk.app.badges.of(desk.people())}) == 3
    (fact,) = heard
    assert set(fact.participation_ids) == {one.participation_id for one in desk.people()}
    registered = {row.registered_at for row in desk.rows(ParticipationRow)}
    assert registered == {desk.clock.start}


def test_the_same_list_again_changes_nothing(desk: Desk) -> None:
    desk.import_rows(LIST)
    before = desk.people()
    desk.clock.forward(days=1)

    result = desk.import_rows(LIST)

    assert figures(result) == (3, 0, 0, 3)
    assert result.possible_duplicates == []
    assert desk.people() == before
    act = desk.app.records.history(before[0].person_id)
    assert len({entry.act for entry in act}) == 1


def test_the_list_in_another_order_changes_nothing(desk: Desk) -> None:
    desk.import_rows(LIST)

    assert figures(desk.import_rows([LIST[0], *reversed(LIST[1:])])) == (3, 0, 0, 3)


def test_an_update_writes_the_columns_of_the_list_and_only_those(desk: Desk) -> None:
    desk.import_rows(LIST)
    desk.app.people.change(desk.person("Sok Dara"), email="dara@example.org", sector="other")

    result = desk.import_rows(
        [["Name", "Phone", "Position"], ["Sok Dara", "+855 12 345 678", "Director"]]
    )

    assert figures(result) == (1, 0, 1, 0)
    dara = desk.person("Sok Dara")
    assert (dara.position, dara.phone) == ("Director", "+855 12 345 678")
    assert (dara.name_km, dara.sex, dara.organisation, dara.sector) == (
        "សុខ ដារ៉ា", "male", "NGO Forum", "other",
    )  # fmt: skip
    assert [row.email for row in desk.rows(PersonRow)] == ["dara@example.org", "", ""]


def test_an_empty_cell_takes_nothing_away(desk: Desk) -> None:
    desk.import_rows(LIST, {"Position": "custom:post"})

    result = desk.import_rows(
        [LIST[0], ["Sok Dara", "", "", "012345678", "-", ""]], {"Position": "custom:post"}
    )

    assert figures(result) == (1, 0, 0, 1)
    assert desk.person("Sok Dara").organisation == "NGO Forum"
    assert [row.answers for row in desk.rows(ParticipationRow)] == [
        {"post": "Officer"},
        {"post": "Clerk"},
        {},
    ]


def test_unreadable_rows_are_left_out_and_the_others_taken_in(desk: Desk) -> None:
    result = desk.import_rows(
        [
            ["Name", "Sex", "Age"],
            ["Sok Dara", "M", "300"],
            ["Ly Heng", "M", "30"],
            ["", "F", ""],
        ]
    )

    assert figures(result) == (3, 1, 0, 0)
    assert [(one.row, one.column) for one in result.rejected] == [
        (2, "Age"),
        (4, "Name"),
    ]
    assert desk.names() == ["Ly Heng"]


def test_one_undo_takes_the_whole_list_back(desk: Desk) -> None:
    guest = desk.walk_in("Sok Dara", phone="012345678")
    desk.import_rows(LIST)

    desk.app.records.undo()

    assert desk.people() == [guest.participant]
    assert desk.rows(OrganisationRow) == []
    assert desk.guest(guest.participant).badge == guest.badge
    assert figures(desk.import_rows(LIST)) == (3, 2, 1, 0)


def test_an_age_does_not_correct_a_year_that_is_known(desk: Desk) -> None:
    head = ["Name", "Phone"]
    known = [["Sok Dara", "", "1985"], ["Ly Heng", "012345678", "1990"]]
    desk.import_rows([[*head, "Birth year"], *known])

    told = [["Sok Dara", "", "40"], ["Ly Heng", "012345678", "20"], ["Kim Sophea", "", "30"]]
    desk.import_rows([[*head, "Age"], *told])

    assert born(desk) == [(1985, None), (2006, None), (1996, None)]


def test_an_age_that_cannot_be_right_makes_nobody_the_person_of_that_name(desk: Desk) -> None:
    desk.import_rows([["Name", "Organisation", "Birth year"], ["Sok Dara", "CCC", "1986"]])

    result = desk.import_rows([["Name", "Organisation", "Age"], ["Sok Dara", "CCC", "20"]])

    assert [one.kind for one in result.outcomes] == ["possible"]
    assert born(desk) == [(1986, None), (2006, None)]


def test_the_year_and_the_date_of_birth_never_say_two_years(desk: Desk) -> None:
    head = ["Name", "Phone", "Birth year", "Date of birth"]
    desk.import_rows([head, ["Sok Dara", "012345678", "1990", "1985-05-01"]])
    assert born(desk) == [(1985, date(1985, 5, 1))]

    desk.import_rows([["Name", "Phone", "Age"], ["Sok Dara", "012345678", "20"]])
    assert born(desk) == [(1985, date(1985, 5, 1))]

    result = desk.import_rows([head[:3], ["Sok Dara", "012345678", "1991"]])
    assert result.outcomes[0].changes == (
        ("birth_year", "1985", "1991"),
        ("birth_date", "1985-05-01", ""),
    )
    assert born(desk) == [(1991, None)]

    desk.import_rows([["Name", "Phone", "Date of birth"], ["Sok Dara", "012345678", "1986-01-02"]])
    assert born(desk) == [(1986, date(1986, 1, 2))]


def test_a_date_of_birth_is_the_person_of_a_year_that_an_age_said(desk: Desk) -> None:
    desk.import_rows([["Name", "Organisation", "Age"], ["Sok Dara", "CCC", "40"]])

    desk.import_rows([["Name", "Organisation", "Date of birth"], ["Sok Dara", "CCC", "1985-12-30"]])

    assert born(desk) == [(1985, date(1985, 12, 30))]


def test_a_list_without_people_changes_nothing(desk: Desk) -> None:
    assert figures(desk.import_rows([["Name", "Sex"]])) == (0, 0, 0, 0)
    assert desk.people() == []


def test_others_may_write_while_it_is_decided_what_becomes_of_each_row(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Keo Sina")
    seen: list[str] = []

    def scan_meanwhile(_done: int, _of: int) -> None:
        if not seen:
            seen.append(desk.scan(guest.badge).result)

    desk.app.importing.take_in(desk.bootcamp, read(LIST), progress=scan_meanwhile)

    assert seen == ["recorded"]
    assert len(desk.people()) == 4


def test_who_is_registered_meanwhile_is_known_to_the_list_and_not_taken_in_twice(
    sqlite_desk: Desk,
) -> None:
    desk = sqlite_desk
    registered: list[Participant] = []

    def register_meanwhile(_done: int, _of: int) -> None:
        if not registered:
            guest = desk.walk_in("Sok Dara", phone="012 345 678", organisation="NGO Forum")
            registered.append(guest.participant)

    result = desk.app.importing.take_in(desk.bootcamp, read(LIST), progress=register_meanwhile)

    assert figures(result) == (3, 2, 1, 0)
    assert desk.names() == ["Chan Sreyneang", "Ly Heng", "Sok Dara"]
    assert desk.person("Sok Dara").person_id == registered[0].person_id
    assert len(desk.rows(OrganisationRow)) == 2
    assert desk.app.records.faults() == []


def read(rows: list[list[str]]) -> Understood:
    return understand(rows, {}, FIRST_DAY)
