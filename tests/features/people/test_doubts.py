"""What a list says and nobody can read keeps nobody out: it is left empty, told and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.nominees import nominee_from
from tests.features.people.lists import TODAY, fields, understood

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.mark.parametrize(
    ("header", "field", "word"),
    [
        ("Sex", "sex", "maybe"),
        ("Sex", "sex", "1"),
        ("Sex", "sex", "M/F"),
        ("Organisation type", "organisation_kind", "Whatever office"),
        ("Sector", "sector", "Blue"),
        ("Age", "age", "30-35"),
        ("Year of birth", "birth_year", "about 1985 or so"),
        ("Date of birth", "birth_date", "in spring"),
        ("Phone", "phone", "12 34"),
        ("Phone", "phone", "has no phone"),
    ],
)
def test_a_word_that_is_not_understood_keeps_nobody_out(header: str, field: str, word: str) -> None:
    good = {"Sex": "F", "Organisation type": "NGO", "Sector": "government", "Age": "34",
            "Year of birth": "1985", "Date of birth": "31/12/1985",
            "Phone": "012345678"}[header]  # fmt: skip

    found = understood(["Name", header], *([f"Sok Dara {n}", good] for n in "abcd"),
                       ["Chan Thy", word])  # fmt: skip

    last = found.nominees[-1]
    assert (found.mapping[header], len(found.nominees), found.rejected) == (field, 5, [])
    assert (last.text("name_en"), last.text(field)) == ("Chan Thy", "")
    assert last.answers == {header: word}
    assert [(one.row, one.column, one.value) for one in found.doubts] == [(6, header, word)]


@pytest.mark.parametrize("birth", ["1785", "2050", "31/02/1985"])
def test_a_birth_that_cannot_be_true_is_to_be_mended_first(birth: str) -> None:
    found = understood(["Name", "Date of birth"], ["Sok Dara", "1/2/1985"], ["Chan Thy", birth])

    assert [(one.row, one.value) for one in found.rejected] == [(3, birth)]
    assert found.doubts == []


def test_themes_of_work_are_kept_in_their_own_words_and_are_no_doubt() -> None:
    found = understood(
        ["Name", "Sector"], ["Sok Dara", "Agriculture"], ["Chan Thy", "Health"], ["Ly Heng", "NGO"]
    )

    assert found.mapping["Sector"] == "sector"
    assert [one.answers for one in found.nominees] == [
        {"Sector": "Agriculture"}, {"Sector": "Health"}, {},
    ]  # fmt: skip
    assert [one.text("sector") for one in found.nominees] == ["", "", "civil_society"]
    assert found.doubts == []


def test_a_sector_in_our_words_comes_before_one_of_themes() -> None:
    found = understood(
        ["Name", "Sector", "Stakeholder group"],
        ["Sok Dara", "Agriculture", "Government"],
        ["Chan Thy", "Health", "Civil society"],
    )

    assert found.mapping == {"Name": "name_en", "Sector": None, "Stakeholder group": "sector"}


def test_a_list_with_doubts_taken_in_again_changes_nothing(desk: Desk) -> None:
    rows = [["Name", "Sex", "Phone"], ["Sok Dara", "maybe", "012345678"], ["Ly Heng", "M", "12"]]

    first = desk.import_rows(rows)
    again = desk.import_rows(rows)

    assert (first.created, len(first.doubts), first.rejected) == (2, 2, [])
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    assert desk.person("Sok Dara").sex == "not_stated"


def test_a_family_name_like_sum_is_nobodys_total() -> None:
    found = fields(
        ["Name", "Sex", "Phone"],
        ["Sum Dara", "M", "012345678"],
        ["SUM Sophal", "", ""],
        ["Sum", "F", ""],
        ["Keo Sina", "F", "012345679"],
        ["Sum", "3", ""],
        ["Total", "4", ""],
        ["Total: 4 people", "", ""],
    )

    assert [one["name_en"] for one in found] == ["Sum Dara", "SUM Sophal", "Sum", "Keo Sina"]


def test_men_and_women_counted_below_a_list_are_nobody() -> None:
    found = understood(
        ["No", "Name", "Gender", "Institution"],
        [1, "Sok Dara", "M", "CCC"],
        [2, "Chan Thy", "F", "CCC"],
        [None, "Summary", "Total", None],
        [None, "Male", 1, None],
        [None, "Female", 1, None],
        [None, "Grand total", 2, None],
    )

    assert [one.row for one in found.nominees] == [2, 3]
    assert (found.rejected, found.doubts) == ([], [])


@pytest.mark.parametrize("header", ["Female", "ស្រី", "F", "Women", "ស្រី / Female"])
@pytest.mark.parametrize("tick", ["x", "o", "✓", "1"])
def test_ticks_below_female_alone_mean_women(header: str, tick: str) -> None:
    found = understood(["Name", header], ["Sok Dara", tick], ["Keo Sina", ""], ["Chan Thy", tick])

    assert found.mapping[header] == "sex"
    assert [one.text("sex") for one in found.nominees] == ["female", "", "female"]
    assert found.doubts == []


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Status", ("Confirmed", "Pending", "Withdrawn", "Not approved")),
        ("Attendee Status", ("Attending", "waitlisted", "Not Attending", "Rejected")),
        ("ស្ថានភាព", ("បានបញ្ជាក់", "រង់ចាំ", "ដកឈ្មោះ", "មិនអនុញ្ញាត")),
        ("Status / ស្ថានភាព", ("approved", "nominated", "cancelled", "pending")),
    ],
)
def test_a_status_in_known_words_says_who_may_come(header: str, words: tuple[str, ...]) -> None:
    found = understood(["Name", header], *(["Sok Dara", word] for word in words))

    assert found.mapping[header] == "status"
    assert [one.text("status") for one in found.nominees] == [
        "confirmed", "nominated", "withdrawn", "nominated",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "words"),
    [("Status", ("married", "single")), ("Marital status", ("yes", "no")),
     ("Ticket status", ("Confirmed", "Pending"))],
)  # fmt: skip
def test_another_status_is_no_status_of_taking_part(header: str, words: tuple[str, ...]) -> None:
    found = understood(["Name", header], *(["Sok Dara", word] for word in words))

    assert found.mapping[header] is None


@pytest.mark.parametrize("text", ["45 years", "៤៥ឆ្នាំ", "45 yrs", "45.0", "អាយុ ៤៥ ឆ្នាំ", "45 ans"])
def test_an_age_is_read_with_its_unit(text: str) -> None:
    assert fields(["Name", "Age"], ["Sok Dara", text])[0]["age"] == TODAY.year - 45


def test_a_name_that_is_typed_must_have_letters() -> None:
    with pytest.raises(Refusal, match="is no name"):
        nominee_from({"name_en": "12345"}, TODAY)


@pytest.mark.parametrize(
    "header", ["Emergency contact", "Name of supervisor", "Name of spouse", "Prepared by"]
)
def test_relatives_and_those_above_are_never_who_is_listed(header: str) -> None:
    with pytest.raises(Refusal, match="No column holds names"):
        understood(["Organisation", header], ["CCC", "Sok Dara"], ["API", "Chan Thy"])


def test_a_count_of_people_is_nobody_in_whatever_column_it_stands() -> None:
    found = understood(
        ["លរ", "នាមត្រកូល", "នាមខ្លួន", "ភេទ"],
        ["1", "ម៉ម", "ច័ន្ទធារី", "ស្រី"],
        ["2", "ឃុន", "កុសល", "ប្រុស"],
        ["សរុប", None, "១៨ នាក់", None],
        ["សរុបរួម", "18 people", None, "ស្រី ៧ នាក់"],
    )

    assert [one.text("name_km") for one in found.nominees] == ["ម៉ម ច័ន្ទធារី", "ឃុន កុសល"]
    assert found.rejected == []


def test_questions_may_be_numbered_with_khmer_letters() -> None:
    found = understood(["ក១. នាមត្រកូល", "ក២. នាមខ្លួន", "ខ១. ខេត្ត"], ["ឈួន", "ភារុណ", "តាកែវ"])

    assert list(found.mapping.values()) == ["family_name_km", "given_name_km", "province"]
