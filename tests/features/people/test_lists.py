"""Whole lists as they come from ministries, KoboToolbox, Google Forms and Eventbrite."""

from __future__ import annotations

from datetime import date

from tests.features.people.lists import understood


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
