"""Which column is what: the header, then the values, and a person before both."""

from __future__ import annotations

from typing import Any

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.nominees import nominee_from, understand
from tests.features.people.lists import TODAY, understood


@pytest.mark.parametrize(
    ("header", "value", "field"),
    [
        ("Name", "ចាន់ ស្រីនាង", "name_km"),
        ("Name", "Chan", "name_en"),
        ("ឈ្មោះ", "Chan", "name_en"),
        ("ឈ្មោះ", "ចាន់", "name_km"),
    ],
)
def test_the_values_decide_the_script_of_a_single_name_column(
    header: str, value: str, field: str
) -> None:
    found = understood([header], [value])

    assert found.mapping == {header: field}
    assert found.nominees[0].fields == {field: value}


def test_two_name_columns_in_two_scripts_are_told_apart() -> None:
    found = understood(["ឈ្មោះ", "Name"], ["ចាន់ ស្រីនាង", "Chan Sreyneang"])

    assert found.mapping == {"ឈ្មោះ": "name_km", "Name": "name_en"}


def test_columns_may_be_kept_as_answers_given_a_field_or_left_out() -> None:
    found = understood(
        ["Who", "Food", "Sex", "ទំហំអាវ"],
        ["Sok Dara", "no fish", "whatever", "L"],
        ["Ly Heng", "", "", "M"],
        wanted={"Who": "name_en", "Food": "custom:diet", "Sex": "null", "ទំហំអាវ": "custom:អាវ"},
    )

    assert found.mapping == {
        "Who": "name_en",
        "Food": "custom:diet",
        "Sex": None,
        "ទំហំអាវ": "custom:អាវ",
    }
    assert [nominee.answers for nominee in found.nominees] == [
        {"diet": "no fish", "អាវ": "L"},
        {"អាវ": "M"},
    ]


def test_a_person_decides_before_the_headers_do() -> None:
    found = understood(
        ["Name", "Nickname", "Phone", "Phone 2"],
        ["Sok Dara", "Da", "012345678", "097111222"],
        wanted={"Nickname": "name_en", "Phone 2": "phone"},
    )

    assert found.mapping == {"Name": None, "Nickname": "name_en", "Phone": None, "Phone 2": "phone"}


def test_of_two_columns_for_one_thing_the_first_or_the_plainer_counts() -> None:
    found = understood(
        ["Telegram", "Name", "Phone", "Mobile"], ["@d", "Sok Dara", "012345678", "097111222"]
    )

    assert found.mapping == {"Telegram": None, "Name": "name_en", "Phone": "phone", "Mobile": None}


def test_a_column_of_row_numbers_under_id_is_no_id() -> None:
    numbered = understood(["ID", "Name"], [1, "Sok Dara"], [2, "Ly Heng"])
    named = understood(["ID", "Name"], ["A-7", "Sok Dara"], ["A-9", "Ly Heng"])

    assert (numbered.mapping["ID"], named.mapping["ID"]) == (None, "external_id")


def test_a_group_that_is_no_sector_is_left_out() -> None:
    letters = understood(["Name", "Group"], ["Sok Dara", "A"], ["Ly Heng", "B"])
    sectors = understood(["Name", "Group"], ["Sok Dara", "CSO"], ["Ly Heng", "Government"])

    assert (letters.mapping["Group"], sectors.mapping["Group"]) == ("team", "sector")
    assert len(letters.nominees) == 2


@pytest.mark.parametrize(
    ("rows", "wanted", "sentence"),
    [
        ([["Sex", "Phone"], ["M", "012"]], {}, "No column holds names"),
        ([["Name"], ["Sok Dara"]], {"Nmae": "name_en"}, "There is no column “Nmae”"),
        ([["Name"], ["Sok Dara"]], {"Name": "surname"}, "“surname” is not a field"),
        ([["Name"], ["Sok Dara"]], {"Name": "null"}, "No column holds names"),
        ([["Name"], ["Sok Dara"]], {"Name": "custom:"}, "“custom:” is not a field"),
        ([], {}, "No column holds names"),
    ],
)
def test_a_list_that_cannot_be_understood_is_refused_in_words(
    rows: list[list[Any]], wanted: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        understand(rows, wanted, TODAY)


def test_headers_without_names_are_found_where_a_person_says_which_they_are() -> None:
    found = understood(
        ["Report 2026"],
        ["Who", "Where"],
        ["Sok Dara", "Kampot"],
        wanted={"Who": "name_en", "Where": "province"},
    )

    assert [nominee.fields for nominee in found.nominees] == [
        {"name_en": "Sok Dara", "province": "07"}
    ]


def test_what_a_person_types_one_by_one_is_read_the_same_way() -> None:
    texts = {
        "family_name_en": "Sok",
        "given_name_en": "Dara",
        "phone": "12345678",
        "sex": "",
        "custom:diet": "no fish",
    }

    assert nominee_from(texts, TODAY).fields == {
        "name_en": "Sok Dara",
        "phone": "012345678",
        "custom:diet": "no fish",
    }
    with pytest.raises(Refusal, match="“salary” is not a field"):
        nominee_from({"salary": "1"}, TODAY)


def test_of_two_columns_with_one_header_the_first_is_read_and_shown_as_read() -> None:
    found = understood(["Name", "Phone", "Phone"], ["Sok Dara", "012345678", "097111222"])

    assert found.mapping == {"Name": "name_en", "Phone": "phone"}
    assert found.nominees[0].fields["phone"] == "012345678"


@pytest.mark.parametrize("header", ["Team", "Group", "ក្រុម", "ឈ្មោះក្រុម", "Team / ក្រុម", "Group Name:"])
def test_a_column_of_teams_is_taken_as_such(header: str) -> None:
    rows = [[f"Sok {name}", "ឈូក" if name < "M" else "Rumdul"] for name in ("Dara", "Lina", "Nary")]

    assert understood(["Name", header], *rows).mapping[header] == "team"


@pytest.mark.parametrize("text", ["18-25 years old, from a village far away from the town", ""])
def test_a_column_of_groups_that_are_no_teams_is_left_out(text: str) -> None:
    assert understood(["Name", "Group"], ["Sok Dara", text]).mapping["Group"] is None
