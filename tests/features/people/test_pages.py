"""A long table of people: the order of the ids first, then only the rows that are seen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.features.people.filters import Filter, Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desk import Desk

LIST = [
    ["Name", "Khmer name", "Sex", "Phone", "Organisation", "Sector", "Province"],
    ["Sok Dara", "សុខ ដារ៉ា", "M", "012 345 678", "NGO Forum", "CSO", "Takeo"],
    ["chan sreyneang", "ចាន់ ស្រីនាង", "F", "097 111 222", "Zebra Club", "government", "Kampot"],
    ["Ly Heng", "", "", "", "", "", ""],
    ["Keo Pisey", "កែវ ពិសី", "F", "011 222 333", "dept of Health", "other", "Kep"],
]


@pytest.fixture
def khmer() -> Iterator[None]:
    words.use("km")
    yield
    words.use("en")


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk whose bootcamp has four people, one of whom said only a name."""
    desk.import_rows(LIST)
    return desk


def shown(desk: Desk, field: str, search: str = "", *, down: bool = False) -> list[str]:
    ids = desk.app.people.ids(desk.bootcamp, search, (field, not down))
    return [one.name_en.split()[-1].title() for one in desk.app.people.some(ids)]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("name_km", ["Pisey", "Sreyneang", "Dara", "Heng"]),
        ("name_en", ["Sreyneang", "Pisey", "Heng", "Dara"]),
        ("sex", ["Pisey", "Sreyneang", "Dara", "Heng"]),
        ("organisation", ["Pisey", "Dara", "Sreyneang", "Heng"]),
        ("sector", ["Sreyneang", "Dara", "Pisey", "Heng"]),
        ("province", ["Sreyneang", "Dara", "Pisey", "Heng"]),
        ("phone", ["Pisey", "Dara", "Sreyneang", "Heng"]),
    ],
)
def test_people_come_in_the_order_of_a_field_and_who_says_nothing_comes_last(
    full: Desk, field: str, names: list[str]
) -> None:
    assert shown(full, field) == names


@pytest.mark.parametrize("field", ["name_km", "organisation", "phone", "province"])
def test_the_other_way_round_who_says_nothing_still_comes_last(full: Desk, field: str) -> None:
    upwards = shown(full, field)

    assert shown(full, field, down=True) == [*upwards[:-1][::-1], upwards[-1]]


def test_statuses_come_in_the_order_in_which_they_are_reached(full: Desk) -> None:
    full.app.people.change(full.person("Sok Dara"), status="withdrawn")
    full.app.people.change(full.person("Ly Heng"), status="nominated")

    assert shown(full, "status") == ["Heng", "Pisey", "Sreyneang", "Dara"]


@pytest.mark.usefixtures("khmer")
def test_organisations_sort_by_the_name_that_is_shown(desk: Desk) -> None:
    desk.walk_in("Sok Dara", organisation="Zebra Club")
    desk.walk_in("Keo Pisey", organisation="ក្រសួងអប់រំ")
    desk.walk_in("Ly Heng", organisation="Association")

    assert shown(desk, "organisation") == ["Heng", "Dara", "Pisey"]


def test_a_search_finds_the_same_people_in_any_order(full: Desk) -> None:
    assert shown(full, "name_en", "e") == shown(full, "name_en", "e", down=True)[::-1]
    assert shown(full, "phone", "sok dara") == ["Dara"]
    assert shown(full, "phone", "nobody") == []


def test_some_people_come_in_the_order_asked_for_without_who_is_gone(full: Desk) -> None:
    ids = full.app.people.ids(full.bootcamp, order=("name_en", True))

    some = full.app.people.some([ids[3], "gone", ids[0]])

    assert [one.name_en for one in some] == ["Sok Dara", "chan sreyneang"]


def test_everybody_of_a_bootcamp_is_counted_whatever_their_status(full: Desk) -> None:
    full.app.people.change(full.person("Sok Dara"), status="withdrawn")
    other = full.open_bootcamp("Kep bootcamp")

    assert full.app.people.count(full.bootcamp) == 4
    assert full.app.people.count(other) == 0


def test_details_hold_every_field_as_it_is_kept(desk: Desk) -> None:
    guest = desk.walk_in(
        "Sok Dara",
        sex="M",
        birth_date="1990-05-04",
        phone="012 345 678",
        email="dara@example.org",
        organisation="NGO Forum",
        organisation_kind="NGO",
        position="Officer",
        province="Kampot",
        note="comes late",
    )

    known = desk.app.people.details(guest.participant)

    expected = {
        "name_km": "", "name_en": "Sok Dara", "sex": "male", "birth_year": 1990,
        "birth_date": date(1990, 5, 4), "phone": "012 345 678", "email": "dara@example.org",
        "organisation": "NGO Forum", "organisation_kind": "cso", "position": "Officer",
        "sector": "civil_society", "province": "07", "district": "", "team": "",
        "status": "confirmed", "role": "participant", "disability": "", "external_id": "",
        "note": "comes late", "registered_at": desk.clock.start,
    }  # fmt: skip
    assert known == expected


def test_details_can_be_written_back_and_change_nothing(desk: Desk) -> None:
    rows = [["Name", "Phone", "Diet", "Organisation"], ["Sok Dara", "012", "rice", "NGO Forum"]]
    desk.import_rows(rows, {"Diet": "custom:diet"})
    person = desk.person("Sok Dara")
    before = desk.app.people.details(person)

    desk.app.people.change(person, **before)

    assert before["custom:diet"] == "rice"
    assert desk.app.people.details(person) == before
    assert len(desk.app.records.history(person.person_id)) == 1


def test_details_of_somebody_who_is_gone_are_refused(desk: Desk) -> None:
    added: list[str] = []
    desk.app.changes.subscribe_all(lambda said: added.append(said.act))
    guest = desk.walk_in("Sok Dara")
    desk.app.records.undo_act(added[-1])

    with pytest.raises(Refusal, match="no longer in the list"):
        desk.app.people.details(guest.participant)


def test_who_lacks_sex_or_province_is_counted(full: Desk) -> None:
    full.app.people.change(full.person("Keo Pisey"), province="")

    assert full.app.people.incomplete(full.bootcamp) == 2


def test_a_disability_of_a_list_is_kept_seen_sorted_and_filtered(desk: Desk) -> None:
    rows = [("Sok Dara", "Yes"), ("Ly Heng", "ទេ"), ("Keo Pisey", ""), ("Chan Nary", "Visual")]
    desk.import_rows([["Name", "Disability"], *rows])

    def found(*wanted: str) -> list[str]:
        look = Look(wanted=Filter(disabilities=wanted), order=("name_en", True))
        first = desk.app.people.first(desk.bootcamp, look, 9)
        return [one.name_en for one in first]

    assert {one.name_en: one.disability for one in desk.people()} == {
        "Sok Dara": "yes", "Ly Heng": "no", "Keo Pisey": "", "Chan Nary": "Visual",
    }  # fmt: skip
    assert found("yes") == ["Chan Nary", "Sok Dara"]
    assert found("no") == ["Ly Heng"]
    assert found("") == ["Keo Pisey"]
    assert found("no", "") == ["Keo Pisey", "Ly Heng"]
    assert shown(desk, "disability") == ["Heng", "Nary", "Dara", "Pisey"]
