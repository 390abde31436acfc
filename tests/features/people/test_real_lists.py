"""Lists as they come from ministries, associations and forms map themselves, and nobody else's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.nominees import plain_table, understand
from tests.features.people.lists import TODAY, fields, understood
from tests.features.people.written_lists import EITHER, REFUSED, WRITTEN

if TYPE_CHECKING:
    from tests.features.people.written_lists import WrittenList

LISTS = [one for one in WRITTEN if one.fields != REFUSED]
NO_LISTS = [one for one in WRITTEN if one.fields == REFUSED]


def found_in(written: WrittenList) -> list[str | None]:
    mapping = understand(written.rows, {}, TODAY).mapping
    return [mapping.get(header) for header in plain_table(written.rows, {}).headers]


@pytest.mark.parametrize("written", LISTS, ids=lambda one: one.title)
def test_a_real_list_maps_itself(written: WrittenList) -> None:
    found = found_in(written)

    pairs = zip(found, written.fields, strict=True)
    assert [one if field != EITHER else EITHER for one, field in pairs] == written.fields


@pytest.mark.parametrize("written", LISTS, ids=lambda one: one.title)
def test_a_real_list_gives_people_and_never_one_without_a_name(written: WrittenList) -> None:
    read = understand(written.rows, {}, TODAY)

    assert len(read.nominees) >= 2
    assert all(one.text("name_km") or one.text("name_en") for one in read.nominees)
    assert read.rejected == []


@pytest.mark.parametrize("written", NO_LISTS, ids=lambda one: one.title)
def test_what_is_no_list_of_people_is_refused(written: WrittenList) -> None:
    with pytest.raises(Refusal, match="No column holds names"):
        understand(written.rows, {}, TODAY)


def test_enough_real_lists_are_kept() -> None:
    assert len(WRITTEN) >= 60


@pytest.mark.parametrize(
    "header",
    [
        "Name of supervisor", "Supervisor's phone", "Organisation's phone", "Office phone",
        "Emergency contact", "Emergency contact number", "Father's name", "Name of mother",
        "Name of spouse", "Guardian phone", "Line manager email", "Trainer name", "Bank name",
        "Bank account name", "Hotel name", "Name of village", "Village", "Course name",
        "Project name", "Session title", "Contact of nominating officer", "Prepared by",
        "Name of enumerator", "Number of participants", "Number of organisations", "File name",
        "Date of arrival", "Place of birth", "Province of birth", "Type of phone", "Nationality",
        "ឈ្មោះឪពុក", "ឈ្មោះម្តាយ", "ឈ្មោះប្រធាន", "លេខទូរស័ព្ទអាណាព្យាបាល", "លេខទូរស័ព្ទបន្ទាន់", "ឈ្មោះភូមិ",
        "ឈ្មោះធនាគារ", "ឈ្មោះគ្រូឧទ្ទេស", "ទីកន្លែងកំណើត", "ឈ្មោះវគ្គ", "ចំនួនអ្នកចូលរួម", "ហត្ថលេខា",
    ],
)  # fmt: skip
def test_what_belongs_to_another_is_not_taken_for_the_persons_own(header: str) -> None:
    found = understood(["Name", header], ["Sok Dara", "Ly Heng"], ["Kim Sophea", "Ly Heng"])

    assert found.mapping == {"Name": "name_en", header: None}


def test_headers_said_again_totals_and_bare_numbers_are_nobody() -> None:
    found = understood(
        ["No", "Name", "Sex"],
        [1, "Sok Dara", "M"],
        ["No", "Name", "Sex"],
        ["I. Ministry of Planning"],
        [2, "Ly Heng", "F"],
        [3, None, None],
        ["Sub-total", None, 2],
        [None, "Total: 2"],
    )

    assert [one.row for one in found.nominees] == [2, 5]
    assert found.rejected == []


def test_a_heading_where_a_name_should_be_is_rejected_in_words() -> None:
    found = understood(
        ["Name", "Sex", "Phone"],
        ["Ministry of Planning"],
        ["Sok Dara", "M", "012345678"],
        ["Prepared by: the office"],
        ["Ly Heng"],
    )

    assert [one.fields["name_en"] for one in found.nominees] == ["Sok Dara", "Ly Heng"]
    assert [(one.row, one.column, str(one.reason)) for one in found.rejected] == [
        (2, "Name", "This looks like a heading and not like a person. Delete the row."),
        (4, "Name", "This looks like a heading and not like a person. Delete the row."),
    ]


def test_dates_month_first_are_read_so_where_a_day_proves_it() -> None:
    american = fields(["Name", "DOB"], ["Sok Dara", "02/03/1985"], ["Ly Heng", "12/31/1990"])
    usual = fields(["Name", "DOB"], ["Sok Dara", "02/03/1985"], ["Ly Heng", "31/12/1990"])

    assert [str(one["birth_date"]) for one in american] == ["1985-02-03", "1990-12-31"]
    assert [str(one["birth_date"]) for one in usual] == ["1985-03-02", "1990-12-31"]


def test_a_forms_time_stamp_is_of_the_place_of_the_bootcamp() -> None:
    here = datetime.fromisoformat("2026-03-02T08:00:00+07:00")
    rows = [["Timestamp", "Name"], ["2/24/2026 14:03:11", "Sok Dara"], ["3/1/2026 9:00:00", "Ly"]]

    read = understand(rows, {}, here)

    assert [one.fields["registered_at"].astimezone(UTC) for one in read.nominees] == [
        datetime(2026, 2, 24, 7, 3, 11, tzinfo=UTC),
        datetime(2026, 3, 1, 2, 0, tzinfo=UTC),
    ]


def test_a_chosen_row_of_headers_is_believed() -> None:
    rows = [["Name", "Phone"], ["Who", "Sex"], ["Sok Dara", "M"], ["Ly Heng", "F"]]

    read = understand(rows, {"Who": "name_en"}, TODAY, top=1)

    assert read.mapping == {"Who": "name_en", "Sex": "sex"}
    assert [one.row for one in read.nominees] == [3, 4]
