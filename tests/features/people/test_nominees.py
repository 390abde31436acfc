"""What each row of a list says, and what is rejected with its reason."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.features.people.lists import fields, understood


def test_family_and_given_names_in_khmer_become_one_khmer_name() -> None:
    assert fields(["នាមខ្លួន", "នាមត្រកូល"], ["ស្រីនាង", "ចាន់"]) == [{"name_km": "ចាន់ ស្រីនាង"}]


def test_a_whole_name_is_better_than_its_parts() -> None:
    rows = (
        ["Name", "First Name", "Last Name"],
        ["Chan Srey Neang", "Sreyneang", "Chan"],
        ["", "Dara", "Sok"],
    )

    assert [one["name_en"] for one in fields(*rows)] == ["Chan Srey Neang", "Sok Dara"]


def test_a_birth_that_cannot_be_is_rejected_with_row_column_value_and_reason() -> None:
    found = understood(
        ["Name", "Sex", "Age", "DOB"],
        ["Sok Dara", "M", "33", ""],
        ["Ly Heng", "M", "", "31/31/1985"],
        ["Chan Thy", "M", "340", ""],
        ["Kim Sophea", "F", "34", ""],
    )

    assert [(one.row, one.column, one.value) for one in found.rejected] == [
        (3, "DOB", "31/31/1985"), (4, "Age", "340"),
    ]  # fmt: skip
    assert [str(one.reason)[:18] for one in found.rejected] == [
        "This is not a date",
        "This is not an age",
    ]
    assert [nominee.fields["name_en"] for nominee in found.nominees] == ["Sok Dara", "Kim Sophea"]


@pytest.mark.parametrize("name", [None, "", "  ", "\u200b", "-", "…", "?"])
def test_a_row_without_a_name_is_rejected(name: str | None) -> None:
    found = understood(["Sex", "Name"], ["M", name], ["F", "Kim Sophea"])

    assert [(one.row, one.column, one.value) for one in found.rejected] == [(2, "Name", "")]
    assert str(found.rejected[0].reason) == "The name is missing. Write it, or delete the row."
    assert len(found.nominees) == 1


def test_empty_rows_are_no_rows() -> None:
    found = understood(["Name"], [None], ["Sok Dara"], ["\u200b"], [])

    assert (len(found.nominees), found.rejected) == (1, [])


@pytest.mark.parametrize("nothing", ["-", "–", ".", "N/A", "none", "គ្មាន", "/", "\u200b"])
def test_signs_for_nothing_say_nothing(nothing: str) -> None:
    (found,) = fields(
        ["Name", "Phone", "Email", "Age", "Organisation", "Province"], ["Sok Dara", *[nothing] * 5]
    )

    assert {name for name, value in found.items() if value is not None} == {"name_en"}


def test_a_mere_year_under_dates_of_birth_is_a_year_of_birth() -> None:
    found = fields(
        ["Name", "DOB"],
        ["Sok Dara", "១៩៨៥"],
        ["Ly Heng", 1990],
        ["Kim Sophea", datetime(1991, 5, 1)],  # noqa: DTZ001 - as spreadsheets hold it
    )

    assert [one.get("birth_year") for one in found] == [1985, 1990, None]
    assert found[2]["birth_date"] == date(1991, 5, 1)


def test_government_as_a_kind_of_organisation_says_only_the_sector() -> None:
    found = fields(
        ["Name", "Organisation type", "Sector"],
        ["Sok Dara", "Government", ""],
        ["Ly Heng", "Government", "CSO"],
        ["Kim Sophea", "NGO", ""],
    )

    assert [one["sector"] for one in found] == ["government", "civil_society", None]
    assert [one.get("organisation_kind") for one in found] == [None, None, "cso"]
