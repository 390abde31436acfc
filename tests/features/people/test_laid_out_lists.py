"""Lists as laid out for paper: two rows of headers or none, two things in a cell, endings."""

from __future__ import annotations

from typing import Any

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.nominees import plain_table, understand
from tests.features.people.lists import TODAY, fields, understood


def test_a_second_row_of_headers_in_another_language_is_nobody() -> None:
    found = understood(
        ["ល.រ", "ឈ្មោះ", "ភេទ", "អាយុ", "ហត្ថលេខា"],
        ["No.", "Name", "Sex", "Age", "Signature"],
        [1, "សុខ ដារ៉ា", "ប្រុស", 40, None],
    )

    assert found.mapping["ឈ្មោះ Name"] == "name_km"
    assert [one.row for one in found.nominees] == [3]
    assert found.rejected == []


def test_how_a_form_asked_is_no_answer() -> None:
    found = understood(
        [
            "Respondent ID",
            "What is your name?",
            "What is your gender?",
            "Kind of organisation",
            None,
        ],
        [None, "Open-Ended Response", "Response", "Response", "Other (please specify)"],
        [118, "Sok Dara", "Male", "NGO", None],
        [119, "Leng Maly", "Female", None, "Faith group"],
    )

    assert [one.fields["name_en"] for one in found.nominees] == ["Sok Dara", "Leng Maly"]
    assert found.mapping["Kind of organisation Other (please specify)"] is None
    assert found.rejected == []


def test_a_list_without_headers_has_lettered_columns_and_loses_nobody() -> None:
    found = understood(
        [1, "Sok Dara", "M", "Volunteer", "012 345 678"],
        [2, "Leng Maly", "F", "Teacher", "012 345 679"],
        [3, "Keo Mony", "F", "Officer", "012 345 670"],
    )

    assert found.mapping == {
        "Column A": None, "Column B": "name_en", "Column C": "sex", "Column D": "position",
        "Column E": "phone",
    }  # fmt: skip
    assert [(one.row, one.fields["name_en"]) for one in found.nominees] == [
        (1, "Sok Dara"), (2, "Leng Maly"), (3, "Keo Mony"),
    ]  # fmt: skip


def test_a_person_may_say_what_a_lettered_column_is() -> None:
    rows = [["Sok Dara", "x"], ["Leng Maly", "y"], ["Keo Mony", "z"]]

    found = understood(*rows, wanted={"Column B": "custom:seat"})

    assert [one.answers for one in found.nominees] == [{"seat": "x"}, {"seat": "y"}, {"seat": "z"}]


def test_headers_that_nobody_knows_are_headers_still() -> None:
    found = understood(["Qui", "Xyz"], ["Sok Dara", "a"], ["Leng Maly", "b"], ["Keo Mony", "c"])

    assert found.mapping == {"Qui": "name_en", "Xyz": None}
    assert len(found.nominees) == 3


@pytest.mark.parametrize(
    ("header", "cell", "name", "position"),
    [
        ("Name and Position", "Ms. Sok Dara, Chief of Office", "Ms. Sok Dara", "Chief of Office"),
        ("Name / Title", "Sok Dara - Officer", "Sok Dara", "Officer"),
        ("Name & position", "Sok Dara (Officer)", "Sok Dara", "Officer"),
        ("Name and Position", "Sok Dara\nOfficer", "Sok Dara", "Officer"),
        ("ឈ្មោះ និងតួនាទី", "លោក សុខ ដារ៉ា មន្ត្រីគម្រោង", "លោក សុខ ដារ៉ា", "មន្ត្រីគម្រោង"),
    ],
)
def test_a_name_and_a_position_in_one_cell_are_parted(
    header: str, cell: str, name: str, position: str
) -> None:
    (found,) = fields([header, "Sex"], [cell, "M"])

    assert (found.get("name_en") or found.get("name_km"), found["position"]) == (name, position)


def test_what_cannot_be_parted_surely_is_told_and_not_printed_on_a_badge() -> None:
    found = understood(
        ["Name and position", "Sex"],
        ["Sok Dara, Officer", "M"],
        ["Leng Maly Deputy Director of Planning", "F"],
        ["Keo Mony", "F"],
    )

    assert [one.fields["name_en"] for one in found.nominees] == ["Sok Dara", "Keo Mony"]
    assert [(one.row, one.value) for one in found.rejected] == [
        (3, "Leng Maly Deputy Director of Planning")
    ]


def test_what_cannot_be_parted_is_told_also_once_the_rest_stands_in_two_columns() -> None:
    rows = [
        ["Name and position", "Sex"],
        ["Sok Dara, Officer", "M"],
        ["Leng Maly Deputy Chief", "F"],
    ]
    plain = plain_table(rows, {})

    wanted = {"Name and position": "name_en", "Sex": "sex", "position": "position"}
    again = understand(plain.rows, wanted, TODAY, top=plain.top)

    assert [one.text("position") for one in again.nominees] == ["Officer"]
    assert [one.value for one in again.rejected] == ["Leng Maly Deputy Chief"]


def test_a_phone_and_an_address_in_one_cell_are_parted() -> None:
    (found,) = fields(["Name", "Contact (phone / email)"], ["Sok Dara", "012 345 678 / d@x.org"])

    assert (found["phone"], found["email"]) == ("012 345 678", "d@x.org")


def test_totals_dates_and_signatures_below_a_list_are_nobody() -> None:
    found = understood(
        ["ល.រ", "នាមត្រកូល", "នាមខ្លួន", "ភេទ", "តួនាទី"],
        [1, "សុខ", "ដារ៉ា", "ប", "មន្ត្រី"],
        [2, "លី", "ហេង", "ប", "មន្ត្រី"],
        [None, "សរុប", 2, None, "នាក់"],
        [None, None, None, None, "រាជធានីភ្នំពេញ ថ្ងៃទី៣០ ខែកញ្ញា ឆ្នាំ២០២៥"],
        [None, "បានឃើញ និងឯកភាព", None, None, "អ្នករៀបចំ"],
        [None, "កែវ", "មុន្នី", None, "ចាន់ វុទ្ធី"],
    )

    assert [one.row for one in found.nominees] == [2, 3]
    assert found.rejected == []


def test_somebody_without_a_name_at_the_end_is_still_told() -> None:
    found = understood(["Name", "Sex", "Phone"], ["Sok Dara", "M", "012345678"], [None, "F", None])

    assert [(one.row, one.column) for one in found.rejected] == [(3, "Name")]


def test_numbers_are_no_names() -> None:
    found = understood(["Name", "Sex"], ["Sok Dara", "M"], [48, "F"], ["Ly Heng", "M"])

    assert [one.row for one in found.nominees] == [2, 4]
    assert [(one.row, one.column) for one in found.rejected] == [(3, "Name")]


@pytest.mark.parametrize(
    "rows",
    [
        [["Name_EN", "District"], ["Chrey Vien", "Prey Chhor"], ["Lvea", "Puok"], ["Kak", "Bakan"]],
        [["Name", "Phone"], ["Ministry of Planning", "023111"], ["NGO Network", "023112"],
         ["Youth Association", "023113"]],
        [["Name", "Quantity", "Price"], ["Chair", 4, 10], ["Table", 2, 30], ["Lamp", 1, 5]],
    ],
    ids=["places", "offices", "goods"],
)  # fmt: skip
def test_names_of_other_things_are_no_people(rows: list[list[object]]) -> None:
    with pytest.raises(Refusal, match="No column holds names of people"):
        understood(*rows)


def test_a_forms_numbers_for_a_sex_are_told_and_everybody_is_taken() -> None:
    rows = [["Sok Dara", 1], ["Leng Maly", 2], ["Keo Mony", 2]]

    found = understood(["Name", "gender"], *rows)

    assert (found.mapping["gender"], len(found.nominees), found.rejected) == ("sex", 3, [])
    assert [str(one.reason) for one in found.doubts][:1] == [
        "“1” may stand for either sex. Write “male” or “female” instead, or leave the column out."
    ]


def test_who_fills_in_a_form_about_another_is_not_the_person_of_the_row() -> None:
    found = understood(
        ["Your name", "Your email", "Nominee's full name", "Nominee's email"],
        ["Tep Rith", "t@example.org", "Sok Dara", "d@example.org"],
    )

    assert found.nominees[0].fields == {"name_en": "Sok Dara", "email": "d@example.org"}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("place-province", "province"), ("grp_contact/email_addr", "email"),
        ("form.profile.full_name", "name_en"), ("mother/name", None), ("child-phone", None),
        ("village/name", None), ("G01Q02. Position", "position"),
    ],
)  # fmt: skip
def test_a_forms_path_means_its_question_unless_its_group_is_of_another(
    header: str, field: str | None
) -> None:
    value = {"email": "d@x.org", "province": "Kampot"}.get(field or "", "Sok Dara")

    assert understood(["Name in Khmer", header], ["សុខ ដារ៉ា", value]).mapping[header] == field


def test_a_person_may_name_a_header_that_two_rows_make_together() -> None:
    rows: list[list[Any]] = [["ឈ្មោះ", "ភេទ", "អាយុ"], ["Name", "Sex", "Age"], ["សុខ ដារ៉ា", "ប", 40]]

    assert plain_table(rows, {"ឈ្មោះ Name": "name_en"}).headers[0] == "ឈ្មោះ Name"
