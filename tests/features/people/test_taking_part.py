"""A person across bootcamps, and colleagues who came in place of somebody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.nominees import nominee_from

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Participant
    from tests.desk import Desk

TODAY = date(2026, 3, 2)
LIST = [
    ["Name", "Organisation", "Province", "Phone"],
    ["Chan Sreyneang", "Kampot Hall", "Kampot", "012 345 678"],
    ["Kong Vanna", "NGO Forum", "Kep", ""],
]


@pytest.fixture
def listed(desk: Desk) -> Desk:
    desk.import_rows(LIST)
    return desk


def send(desk: Desk, first: str, **texts: str) -> Participant:
    return desk.app.taking_part.substitute(desk.person(first), nominee_from(texts, TODAY))


def test_a_colleague_takes_the_seat_with_a_badge_of_their_own(listed: Desk) -> None:
    came = send(listed, "Chan Sreyneang", name_en="Mao Sokly", sex="female", province="Kep")

    first = listed.person("Chan Sreyneang")
    assert (first.status, came.status, came.is_walk_in) == ("substituted", "confirmed", False)
    assert (came.organisation, came.province, came.phone) == ("Kampot Hall", "23", "")
    old, new = (listed.guest(one).badge for one in (first, came))
    assert listed.scan(old).result == "withdrawn"
    assert listed.scan(new).result == "recorded"


def test_a_colleague_takes_the_team_that_a_session_expects(listed: Desk) -> None:
    first = listed.person("Chan Sreyneang")
    listed.app.people.change(first, team="Mekong")
    listed.expect(listed.morning, "team:Mekong")

    came = send(listed, "Chan Sreyneang", name_en="Mao Sokly")

    assert listed.scan(listed.guest(came).badge).result == "recorded"


def test_both_say_who_came_for_whom(listed: Desk) -> None:
    came = send(listed, "Chan Sreyneang", name_en="Mao Sokly", name_km="ម៉ៅ សុខលី")

    (of_first,) = listed.app.taking_part.of(listed.person("Chan Sreyneang").person_id)
    (of_came,) = listed.app.taking_part.of(came.person_id)

    assert (of_first.came_for, of_first.stood_in) == (None, ("ម៉ៅ សុខលី", "Mao Sokly"))
    assert (of_came.came_for, of_came.stood_in) == (("", "Chan Sreyneang"), None)


def test_one_undo_takes_the_colleague_and_the_substitution_back(listed: Desk) -> None:
    send(listed, "Chan Sreyneang", name_en="Mao Sokly")

    listed.app.records.undo()

    assert listed.names() == ["Chan Sreyneang", "Kong Vanna"]
    assert listed.person("Chan Sreyneang").status == "confirmed"
    assert listed.app.records.faults() == []


def test_somebody_on_the_list_may_have_come_for_another(listed: Desk) -> None:
    first, other = listed.person("Chan Sreyneang"), listed.person("Kong Vanna")

    came = listed.app.taking_part.stand_in(first, other)

    assert came.person_id == other.person_id
    assert listed.person("Chan Sreyneang").status == "substituted"
    assert listed.app.taking_part.of(other.person_id)[0].came_for == ("", "Chan Sreyneang")


def test_a_seat_is_taken_once_and_not_in_a_circle(listed: Desk) -> None:
    first, other = listed.person("Chan Sreyneang"), listed.person("Kong Vanna")
    listed.app.taking_part.stand_in(first, other)

    with pytest.raises(Refusal, match="already"):
        send(listed, "Chan Sreyneang", name_en="Mao Sokly")
    with pytest.raises(Refusal, match="Each of the two"):
        listed.app.taking_part.stand_in(other, first)
    with pytest.raises(Refusal, match="Choose another person"):
        listed.app.taking_part.stand_in(other, other)

    assert listed.names() == ["Chan Sreyneang", "Kong Vanna"]


def test_a_colleague_needs_a_name(listed: Desk) -> None:
    with pytest.raises(Refusal, match="name of the colleague"):
        send(listed, "Kong Vanna", sex="male")

    assert listed.person("Kong Vanna").status == "confirmed"


def test_a_person_is_followed_across_bootcamps_the_newest_first(listed: Desk) -> None:
    later = listed.open_bootcamp("Kep bootcamp", starts_on=date(2026, 9, 1))
    listed.import_rows(LIST[:2], None, later)
    guest = listed.guest(listed.person("Chan Sreyneang"))
    listed.scan(guest.badge)
    (again,) = listed.app.people.list(later)
    if again.person_id != guest.participant.person_id:
        listed.app.twins.merge(guest.participant.person_id, again.person_id)

    parts = listed.app.taking_part.of(guest.participant.person_id)

    assert [(one.title, one.starts_on, one.organisation) for one in parts] == [
        ("Kep bootcamp", date(2026, 9, 1), "Kampot Hall"),
        ("Kampot bootcamp", date(2026, 3, 2), "Kampot Hall"),
    ]
    assert {part.person_id for part in parts} == {guest.participant.person_id}
    assert any("1" in str(fact) for fact in parts[1].facts)


def test_colleagues_do_not_come_for_each_other_in_a_ring(listed: Desk) -> None:
    third = listed.walk_in("Sok Dara").participant
    first, second = listed.person("Chan Sreyneang"), listed.person("Kong Vanna")
    listed.app.taking_part.stand_in(first, second)
    listed.app.taking_part.stand_in(second, third)

    with pytest.raises(Refusal, match="Each of the two cannot have come for the other"):
        listed.app.taking_part.stand_in(third, first)

    statuses = {one.name_en: one.status for one in listed.people()}
    assert statuses["Sok Dara"] == "confirmed"
