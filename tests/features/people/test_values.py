"""What a cell says, in either script and however it was typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people import stamps, values
from bootcamp_app.features.people.views import ORGANISATION_KINDS, SECTORS, SEXES, STATUSES

SEX = {
    "female": "F|f|F.|Female|FEMALE| female |woman|Ms.|Mrs|ស្រី|ស្រ្តី|ស្ត្រី|ស|ស.|នារី|"
    "ស្រី / Female|Female (ស្រី)|ស្រី Female|អ្នកស្រី|កញ្ញា|លោកស្រី|ភេទ\u200bស្រី",
    "male": "M|m|Male|man|Mr.|ប្រុស|ប្រុស\u200b|ប|បុរស|លោក|ប្រុស/Male|Male - ប្រុស",
    "other": "Other|non-binary|Non binary|X|ផ្សេងទៀត|ភេទទី៣",
    "not_stated": "not_stated|Not stated|N/A|Prefer not to say|prefer not to answer|"
    "មិនបញ្ជាក់|មិនបានប្រាប់",
}
SECTOR = {
    "government": "Government|GOV|Govt.|Public|Public sector|Civil servant|civil servants|State|"
    "រដ្ឋាភិបាល|រដ្ឋ|មន្ត្រីរាជការ|វិស័យសាធារណៈ|Ministry|National Government|Sub-national government|"
    "Commune council|ថ្នាក់ជាតិ|រដ្ឋបាលខេត្ត|Government / រដ្ឋាភិបាល",
    "civil_society": "civil_society|Civil society|CSO|CSOs|NGO|NGOs|Community|CBO|សង្គមស៊ីវិល|សង្គមសុីវិល|"
    "អង្គការសង្គមស៊ីវិល|អង្គការ|សហគមន៍|Non-governmental organization|CSO representative",
    "other": "Other|Private|Academia|Media|Development partner|ឯកជន|ផ្សេងៗ|University",
    "not_stated": "not stated|n/a|មិនបញ្ជាក់",
}
KIND = {
    "national_government": "National government|Ministry|national|ក្រសួង|ថ្នាក់ជាតិ",
    "subnational_government": "Sub-national government|Subnational|Provincial|"
    "District administration|Commune council|Sangkat|ថ្នាក់ក្រោមជាតិ|រដ្ឋបាលស្រុក|ឃុំ|Provincial department",
    "cso": "CSO|NGO|Local NGO|INGO|Association|សមាគម|អង្គការ|Civil society organization",
    "community": "Community|CBO|Community-based organization|សហគមន៍",
    "private": "Private sector|Company|ក្រុមហ៊ុន|ឯកជន",
    "academia": "University|Academia|Student|សាកលវិទ្យាល័យ|និស្សិត",
    "development_partner": "Development partner|Donor|UN agency|ដៃគូអភិវឌ្ឍន៍",
    "media": "Media|Press|សារព័ត៌មាន",
    "other": "Other|ផ្សេងៗ",
}
STATUS = {
    "confirmed": "Confirmed|yes|បានបញ្ជាក់",
    "nominated": "nominated|Pending|រង់ចាំ",
    "withdrawn": "withdrawn|Cancelled|ដកឈ្មោះ",
    "substituted": "substituted|Replaced|ជំនួស",
}


DISABILITY = {
    "yes": "Yes|y|TRUE|1|បាទ|ចាស|មាន|ពិការ|មានពិការភាព|With disability",
    "no": "No|n|False|0|None|ទេ|គ្មាន|មិនមាន|No disability",
    "": "N/A|-|Prefer not to say|មិនបញ្ជាក់",
    "Visual": "Visual| Visual ",
}


def table(known: dict[str, str]) -> list[tuple[str, str]]:
    return [(text, name) for name, texts in known.items() for text in texts.split("|")]


@pytest.mark.parametrize(("text", "name"), table(SEX))
def test_a_sex_is_understood(text: str, name: str) -> None:
    assert values.sex_of(text) == name


@pytest.mark.parametrize(("text", "name"), table(DISABILITY))
def test_a_disability_is_yes_or_no_or_said_of_what_kind(text: str, name: str) -> None:
    assert values.disability_of(text) == name


@pytest.mark.parametrize(("text", "name"), table(SECTOR))
def test_a_sector_is_understood_also_by_the_kind_of_organisation(text: str, name: str) -> None:
    assert values.sector_of(text) == name


@pytest.mark.parametrize(("text", "name"), table(KIND))
def test_a_kind_of_organisation_is_understood(text: str, name: str) -> None:
    assert values.organisation_kind_of(text) == name


@pytest.mark.parametrize(("text", "name"), table(STATUS))
def test_a_status_is_understood(text: str, name: str) -> None:
    assert values.status_of(text) == name


@pytest.mark.parametrize(
    "read", [values.sex_of, values.sector_of, values.organisation_kind_of, values.status_of]
)
@pytest.mark.parametrize("text", ["maybe", "ស្រី / Male", "?1", "ច", "ff", "Government NGO"])
def test_a_choice_that_is_not_understood_is_refused_with_its_words(read: object, text: str) -> None:
    assert callable(read)

    with pytest.raises(Refusal) as refusal:
        read(text)

    assert str(refusal.value) == f"“{text}” is not understood here. Correct it or leave it empty."


def test_every_choice_reads_its_own_name() -> None:
    assert [values.sex_of(name) for name in SEXES] == list(SEXES)
    assert [values.sector_of(name) for name in SECTORS] == list(SECTORS)
    assert [values.organisation_kind_of(name) for name in ORGANISATION_KINDS] == list(
        ORGANISATION_KINDS
    )
    assert [values.status_of(name) for name in STATUSES] == list(STATUSES)


def test_the_kind_of_an_organisation_says_its_sector() -> None:
    sectors = {kind: values.sector_of_kind(kind) for kind in ORGANISATION_KINDS}

    assert sectors == {
        "national_government": "government",
        "subnational_government": "government",
        "cso": "civil_society",
        "community": "civil_society",
        "private": "other",
        "academia": "other",
        "development_partner": "other",
        "media": "other",
        "other": "other",
    }


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("012 345 678", "012 345 678"),
        ("12345678", "012345678"),
        ("961234567", "0961234567"),
        ("12 345 678", "012 345 678"),
        ("12-345-678", "012-345-678"),
        ("53952123", "053952123"),
        ("42 952 123", "042 952 123"),
        ("០១២៣៤៥៦៧៨", "012345678"),
        ("១២៣៤៥៦៧៨", "012345678"),
        ("+855 12 345 678", "+855 12 345 678"),
        ("85512345678", "85512345678"),
        ("0085512345678", "0085512345678"),
        ("1800", "1800"),
        ("012 345 678 / 097 123 4567", "012 345 678 / 097 123 4567"),
        (" 012345678 ", "012345678"),
    ],
)
def test_a_phone_is_kept_as_typed_with_the_zero_that_a_spreadsheet_took(
    typed: str, kept: str
) -> None:
    assert values.phone_of(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "012345678",
        "012 345 678",
        "12345678",
        "+85512345678",
        "+855 (0)12 345 678",
        "0085512345678",
        "០១២-៣៤៥-៦៧៨",
    ],
)
def test_all_writings_of_one_phone_share_a_key(typed: str) -> None:
    assert values.phone_key(typed) == "12345678"


@pytest.mark.parametrize(
    ("one", "other"), [("012345678", "012345679"), ("085512345", "012345"), ("", "012345678")]
)
def test_two_phones_have_two_keys(one: str, other: str) -> None:
    assert values.phone_key(one) != values.phone_key(other)


@pytest.mark.parametrize(
    "text", ["Kampot", "កំពត", "ខេត្តកំពត", "Kampot Province", "7", "០៧", "KAMPOT"]
)
def test_a_province_is_kept_by_its_official_code(text: str) -> None:
    assert values.place_of(text) == "07"


def test_a_place_that_is_no_province_is_kept_as_typed() -> None:
    assert values.place_of(" Bangkok ") == "Bangkok"


def test_a_time_stamp_is_read_where_it_is_iso() -> None:
    assert stamps.moment_of("2026-03-02T08:15:00+07:00") == datetime(2026, 3, 2, 1, 15, tzinfo=UTC)
    assert stamps.moment_of("2026-03-02 08:15:00") == datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
    assert stamps.moment_of("last Monday") is None


@pytest.mark.parametrize(
    "text",
    ["012 345 678", "012345678/+855 97-111-2222", "០១២ ៣៤៥ ៦៧៨", "(855) 12.345.678", "12345678",
     "012 345 678, 097 111 222", "012 345 678 ឬ 097 111 222"],
)  # fmt: skip
def test_numbers_to_call_are_phones_however_they_are_parted(text: str) -> None:
    assert values.could_be_phone(text)


@pytest.mark.parametrize(
    "text", ["12 34", "foo", "012 345 678 /", "1234567890123456", "012 345 x78"]
)
def test_what_nobody_can_call_is_no_phone(text: str) -> None:
    assert not values.could_be_phone(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("dara@gmail.com", True), ("sok.dara@moi.gov.kh", True), ("foo", False), ("a@b", False),
     ("a@b.c", False), ("a b@c.org", False), ("a@c.org, d@e.org", False)],
)  # fmt: skip
def test_an_email_has_a_name_and_a_place(text: str, is_one: bool) -> None:
    assert values.could_be_email(text) is is_one
