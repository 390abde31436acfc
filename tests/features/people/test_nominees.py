"""From a table to nominees: which column is what, and what each row says."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.nominees import nominee_from, understand

if TYPE_CHECKING:
    from bootcamp_app.features.people.nominees import Understood

TODAY = date(2026, 3, 2)


def understood(*rows: list[Any], first_row: int = 1, **wanted: str) -> Understood:
    return understand(rows, wanted, TODAY, first_row=first_row)


def fields(*rows: list[Any]) -> list[dict[str, Any]]:
    return [nominee.fields for nominee in understood(*rows).nominees]


def test_a_list_in_english_is_understood() -> None:
    found = understood(
        ["No.", "Name", "Sex", "Org.", "Tel", "Province"],
        [1, "Sok Dara", "M", "Dept of Health", 12345678, "Kampot"],
    )

    assert found.mapping == {
        "No.": None, "Name": "name_en", "Sex": "sex", "Org.": "organisation", "Tel": "phone",
        "Province": "province",
    }  # fmt: skip
    (nominee,) = found.nominees
    assert nominee.fields == {
        "name_en": "Sok Dara", "sex": "male", "organisation": "Dept of Health",
        "phone": "012345678", "province": "07",
    }  # fmt: skip
    assert (nominee.row, nominee.answers, found.rejected) == (2, {}, [])


def test_a_list_in_khmer_is_understood() -> None:
    found = understood(
        ["ល.រ", "ឈ្មោះ", "ភេទ", "អង្គភាព", "តួនាទី", "ខេត្ត", "លេខទូរស័ព្ទ", "ថ្ងៃខែឆ្នាំកំណើត"],
        ["១", "ចាន់ ស្រីនាង", "ស", "មន្ទីរសុខាភិបាល", "មន្ត្រី", "កំពត", "០១២ ៣៤៥ ៦៧៨", "៣១/១២/២៥២៨"],
    )

    (nominee,) = found.nominees
    assert nominee.fields == {
        "name_km": "ចាន់ ស្រីនាង", "sex": "female", "organisation": "មន្ទីរសុខាភិបាល",
        "position": "មន្ត្រី", "province": "07", "phone": "012 345 678",
        "birth_date": date(1985, 12, 31),
    }  # fmt: skip
    assert found.mapping["ល.រ"] is None


def test_a_kobo_export_is_understood_with_its_tags_and_choices() -> None:
    found = understood(
        [
            "start", "grp/full_name_khmer", "grp/full_name", "grp/gender", "grp/disability/none",
            "org_type/ngo", "_id", "_uuid", "_submission_time",
        ],
        ["#date", "#name+km", "#name", "#sex", "#x", "#y", "#id", "#uuid", "#when"],
        ["2026", "សុខ ដារ៉ា", "Sok Dara", "male", 1, 0, 7001, "u-1", "2026-03-01T03:00:00"],
    )  # fmt: skip

    assert [name for name in found.mapping.values() if name] == [
        "name_km", "name_en", "sex", "external_id", "registered_at",
    ]  # fmt: skip
    assert (found.mapping["_id"], found.mapping["org_type/ngo"]) == (None, None)
    (nominee,) = found.nominees
    assert (nominee.row, nominee.fields["external_id"]) == (3, "u-1")


def test_answers_of_a_google_form_are_understood() -> None:
    found = understood(
        [
            "Timestamp",
            "Email Address",
            "What is your full name?",
            "Gender",
            "Your organization",
            "Why?",
        ],
        [
            "2026-03-01 08:15:00",
            "d@x.org",
            "Sok Dara",
            "Prefer not to say",
            "NGO Forum",
            "To learn",
        ],
    )

    assert list(found.mapping.values()) == [
        "registered_at", "email", "name_en", "sex", "organisation", None,
    ]  # fmt: skip
    assert found.nominees[0].fields["sex"] == "not_stated"


def test_an_eventbrite_list_is_understood_and_the_family_name_comes_first() -> None:
    found = understood(
        [
            "Order #",
            "Order Date",
            "First Name",
            "Last Name",
            "Email",
            "Attendee #",
            "Company",
            "Job Title",
        ],
        ["9", "2026-03-01", "Sreyneang", "Chan", "c@x.org", "77", "NGO Forum", "Officer"],
    )

    assert found.mapping["Order #"] is None
    assert found.nominees[0].fields == {
        "name_en": "Chan Sreyneang", "email": "c@x.org", "external_id": "77",
        "organisation": "NGO Forum", "position": "Officer",
        "registered_at": found.nominees[0].fields["registered_at"],
    }  # fmt: skip


def test_family_and_given_names_in_khmer_become_one_khmer_name() -> None:
    assert fields(["នាមខ្លួន", "នាមត្រកូល"], ["ស្រីនាង", "ចាន់"]) == [{"name_km": "ចាន់ ស្រីនាង"}]


def test_a_whole_name_is_better_than_its_parts() -> None:
    rows = (
        ["Name", "First Name", "Last Name"],
        ["Chan Srey Neang", "Sreyneang", "Chan"],
        ["", "Dara", "Sok"],
    )

    assert [one["name_en"] for one in fields(*rows)] == ["Chan Srey Neang", "Sok Dara"]


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


def test_titles_above_the_headers_are_passed_over_and_rows_keep_their_numbers() -> None:
    found = understood(
        ["ព្រះរាជាណាចក្រកម្ពុជា", None],
        [None, None],
        ["List of participants", None],
        ["No", "Name"],
        [None, None],
        [1, "Sok Dara"],
        first_row=3,
    )

    assert [nominee.row for nominee in found.nominees] == [8]


def test_what_cannot_be_read_is_rejected_with_row_column_value_and_reason() -> None:
    found = understood(
        ["Name", "Sex", "Age", "DOB"],
        ["Sok Dara", "maybe", "old", ""],
        ["Ly Heng", "M", "", "12/31/1985"],
        ["Kim Sophea", "F", "34", ""],
    )

    assert [(one.row, one.column, one.value) for one in found.rejected] == [
        (2, "Sex", "maybe"), (2, "Age", "old"), (3, "DOB", "12/31/1985"),
    ]  # fmt: skip
    assert [str(one.reason)[:11] for one in found.rejected] == [
        "“maybe” is ",
        "This is not",
        "This is not",
    ]
    assert [nominee.fields["name_en"] for nominee in found.nominees] == ["Kim Sophea"]


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
        ["Kim Sophea", datetime(1991, 5, 1)],
    )  # noqa: DTZ001 - as spreadsheets hold it

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


def test_columns_may_be_kept_as_answers_given_a_field_or_left_out() -> None:
    found = understood(
        ["Who", "Food", "Sex", "ទំហំអាវ"],
        ["Sok Dara", "no fish", "whatever", "L"],
        ["Ly Heng", "", "", "M"],
        **{"Who": "name_en", "Food": "custom:diet", "Sex": "null", "ទំហំអាវ": "custom:អាវ"},
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
        **{"Nickname": "name_en", "Phone 2": "phone"},
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

    assert (letters.mapping["Group"], sectors.mapping["Group"]) == (None, "sector")
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
        **{"Who": "name_en", "Where": "province"},
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
