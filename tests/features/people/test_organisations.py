"""Organisations of a list: found again however they are typed, and what their kind says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.people.importing import Choices
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.features.people.tables import OrganisationRow
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from tests.desk import Desk


def sectors(desk: Desk) -> dict[str, str]:
    return {one.name_en: one.sector for one in desk.people()}


def test_an_organisation_is_one_however_it_is_typed(desk: Desk) -> None:
    desk.import_rows(
        [
            ["Name", "Organisation"],
            ["A One", "NGO Forum"],
            ["B Two", " ngo  FORUM "],
            ["C Three", "NGO\u200b Forum"],
        ]
    )
    desk.import_rows([["Name", "Organisation"], ["D Four", "ក្រុម ស៊ីវិល"], ["E Five", "ក្រុមសុីវិល"]])

    assert [(row.name_en, row.name_km) for row in desk.rows(OrganisationRow)] == [
        ("NGO Forum", ""), ("", "ក្រុម ស៊ីវិល"),
    ]  # fmt: skip


def test_an_organisation_with_two_names_is_found_by_either(desk: Desk) -> None:
    desk.write(
        OrganisationRow(
            name_en="Dept of Health", name_km="មន្ទីរសុខាភិបាល", kind="subnational_government"
        )
    )
    rows = [["Name", "Organisation"], ["A One", "Dept of Health"], ["B Two", "មន្ទីរ សុខាភិបាល"]]

    first, again = desk.import_rows(rows), desk.import_rows(rows)

    assert len(desk.rows(OrganisationRow)) == 1
    assert sectors(desk) == {"A One": "government", "B Two": "government"}
    assert (first.created, again.unchanged) == (2, 2)


def test_a_missing_organisation_is_not_the_one_that_has_no_khmer_name(desk: Desk) -> None:
    desk.import_rows([["Name", "Organisation"], ["A One", "NGO Forum"]])

    desk.import_rows(
        [["Name", "Organisation"], ["B Two", "\u200b"], ["C Three", "-"], ["D Four", None]]
    )

    assert {one.name_en: one.organisation for one in desk.people()} == {
        "A One": "NGO Forum", "B Two": "", "C Three": "", "D Four": "",
    }  # fmt: skip


def test_the_kind_says_the_sector_also_for_people_above_the_row_that_names_it(desk: Desk) -> None:
    rows = [
        ["Name", "Organisation", "Organisation type"],
        ["A One", "Green Kampot", ""],
        ["B Two", "Green Kampot", "NGO"],
        ["C Three", "Kampot Hall", "Provincial"],
    ]

    desk.import_rows(rows)
    again = desk.import_rows(rows)

    assert sectors(desk) == {
        "A One": "civil_society",
        "B Two": "civil_society",
        "C Three": "government",
    }
    assert (again.updated, again.unchanged) == (0, 3)


def test_what_a_list_says_of_the_sector_counts_more_than_the_kind(desk: Desk) -> None:
    desk.import_rows(
        [
            ["Name", "Organisation", "Organisation type", "Sector"],
            ["A One", "Lab", "University", "Government"],
        ]
    )

    assert sectors(desk) == {"A One": "government"}


def test_a_sector_put_right_by_hand_stays_when_the_list_does_not_say_it(desk: Desk) -> None:
    desk.import_rows(
        [["Name", "Organisation", "Organisation type"], ["A One", "Lab", "University"]]
    )
    desk.app.people.change(desk.person("A One"), sector="government")

    result = desk.import_rows([["Name", "Organisation"], ["A One", "Lab"]])

    assert sectors(desk) == {"A One": "government"}
    assert (result.updated, result.unchanged) == (0, 1)


def test_who_moves_to_another_organisation_moves_to_its_sector(desk: Desk) -> None:
    desk.import_rows(
        [
            ["Name", "Phone", "Organisation", "Organisation type"],
            ["A One", "012345678", "Lab", "University"],
            ["B Two", "097111222", "Hall", "Commune"],
        ]
    )

    desk.import_rows([["Name", "Phone", "Organisation"], ["A One", "012345678", "Hall"]])

    assert sectors(desk) == {"A One": "government", "B Two": "government"}


KINDS = ["Name", "Organisation", "Type of organisation"]


def kinds_of(desk: Desk) -> dict[str, str]:
    return {one.name: one.kind for one in desk.app.organisations.all()}


def test_a_row_that_is_left_out_makes_no_organisation(desk: Desk) -> None:
    rows: list[list[object]] = [[*KINDS], ["A One", "Hall", "NGO"], ["B Two", "Forum", "NGO"]]

    desk.app.importing.take_in(
        desk.bootcamp, understand(rows, {}, FIRST_DAY), choices=Choices({2: "leave_out"})
    )

    assert kinds_of(desk) == {"Forum": "cso"}


def test_a_row_that_is_left_out_changes_no_kind(desk: Desk) -> None:
    desk.import_rows([KINDS, ["A One", "Hall", "Ministry"], ["B Two", "Hall", "Ministry"]])
    rows: list[list[object]] = [[*KINDS], ["A One", "Hall", "NGO"], ["B Two", "Hall", ""]]

    desk.app.importing.take_in(
        desk.bootcamp, understand(rows, {}, FIRST_DAY), choices=Choices({2: "leave_out"})
    )

    assert kinds_of(desk) == {"Hall": "national_government"}


def test_another_kind_of_organisation_is_told_at_the_row_that_says_it(desk: Desk) -> None:
    head = [*KINDS, "Sector"]
    rows = [head, ["A One", "Hall", "Ministry", "Other"], ["B Two", "Hall", "Ministry", "Other"]]
    desk.import_rows(rows)

    for row in rows[1:]:
        row[2] = "NGO"
    result = desk.import_rows(rows)

    assert [(one.kind, one.changes) for one in result.outcomes] == [
        ("changed", (("organisation_kind", "national_government", "cso"),)),
        ("same", ()),
    ]
    assert (result.updated, result.unchanged) == (1, 1)
    assert kinds_of(desk) == {"Hall": "cso"}
    assert desk.import_rows(rows).unchanged == 2


def test_rows_that_say_different_kinds_leave_the_one_that_is_known(desk: Desk) -> None:
    desk.import_rows([KINDS, ["A One", "Hall", "Ministry"]])

    result = desk.import_rows([KINDS, ["A One", "Hall", "Ministry"], ["B Two", "Hall", "NGO"]])

    assert [(one.kind, one.changes) for one in result.outcomes] == [("same", ()), ("new", ())]
    assert kinds_of(desk) == {"Hall": "national_government"}
