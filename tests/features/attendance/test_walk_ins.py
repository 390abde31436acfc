"""Who is on no list: registered, given a badge and checked in by one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.people.nominees import Nominee, nominee_from
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.views import Arrival
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.views import WalkedIn
    from tests.desk import Desk


def take_in(desk: Desk, arrival: Arrival) -> WalkedIn:
    """Take somebody in at the door of the morning."""
    return desk.app.walk_ins.take_in(desk.morning, arrival)


def named(name: str = "TEP Bopha", **fields: str) -> Nominee:
    """Give somebody new."""
    return nominee_from({"name_en": name, **fields}, FIRST_DAY)


def test_one_act_registers_gives_a_badge_and_checks_in(desk: Desk) -> None:
    came = take_in(desk, Arrival(named(sex="F", organisation="Green Kampot")))

    guest = desk.guest(came.participant)
    assert came.scan.result == "recorded"
    assert (came.participant.is_walk_in, came.participant.organisation_en) == (True, "Green Kampot")
    assert desk.presence(guest) is not None
    assert desk.scan(guest.badge).result == "duplicate"


def test_one_undo_takes_person_badge_and_presence_back(desk: Desk) -> None:
    came = take_in(desk, Arrival(named()))

    desk.app.records.undo_act(came.act)

    assert (desk.people(), desk.rows(PersonRow), desk.rows(BadgeRow)) == ([], [], [])
    assert desk.counts().present == 0


def test_the_act_of_a_walk_in_is_known_by_its_scan(desk: Desk) -> None:
    came = take_in(desk, Arrival(named()))

    assert desk.app.walk_ins.act_of(came.scan.event_id) == came.act


def test_the_scan_of_somebody_on_the_list_is_no_walk_in(desk: Desk) -> None:
    scan = desk.scan(desk.walk_in("SOK Vibol").badge)

    assert desk.app.walk_ins.act_of(scan.event_id) == ""


def test_who_has_come_elsewhere_since_is_not_taken_back_as_a_walk_in(desk: Desk) -> None:
    came = take_in(desk, Arrival(named()))
    desk.scan(desk.guest(came.participant).badge, desk.sessions[1], desk.at("13:30"))

    assert desk.app.walk_ins.act_of(came.scan.event_id) == ""


def test_a_blank_badge_becomes_theirs(desk: Desk) -> None:
    [blank] = desk.app.badges.blank(1)

    came = take_in(desk, Arrival(named(), blank_badge=blank.code))

    assert desk.guest(came.participant).badge == blank.code
    assert desk.scan(blank.code).result == "duplicate"


def test_a_badge_that_is_not_blank_leaves_nothing_behind(desk: Desk) -> None:
    other = desk.walk_in("SOK Vibol")

    with pytest.raises(Refusal, match="belongs to somebody"):
        take_in(desk, Arrival(named(), blank_badge=other.badge))

    assert desk.names() == ["SOK Vibol"]
    assert desk.rows(AttendanceEventRow) == []


def test_somebody_of_this_bootcamp_is_checked_in_and_not_registered_twice(desk: Desk) -> None:
    known = desk.walk_in("SOK Vibol").participant

    came = take_in(desk, Arrival(named("SOK Vibul"), person_id=known.person_id))

    assert (came.is_new, came.participant.participation_id) == (False, known.participation_id)
    assert (desk.names(), desk.counts().present) == (["SOK Vibol"], 1)


def test_somebody_of_an_earlier_bootcamp_comes_as_the_same_person_from_the_same_place(
    desk: Desk,
) -> None:
    earlier = desk.open_bootcamp("Kep bootcamp", province="Kep")
    known = desk.app.people.add(earlier, named("SOK Vibol", organisation="Kep office", phone="12"))

    came = take_in(desk, Arrival(named("SOK Vibol"), person_id=known.person_id))

    assert (came.is_new, came.participant.person_id) == (True, known.person_id)
    assert came.participant.organisation_en == "Kep office"
    assert (len(desk.rows(PersonRow)), len(desk.rows(ParticipationRow))) == (1, 2)


def test_who_comes_in_place_of_a_colleague_takes_the_seat(desk: Desk) -> None:
    guest = desk.walk_in("SOK Vibol", organisation="Kampot office")

    came = take_in(desk, Arrival(named(), in_place_of=guest.participant))

    assert came.participant.organisation_en == "Kampot office"
    assert desk.person("SOK Vibol").status == "substituted"
    assert came.scan.result == "recorded"


def test_the_badge_of_who_was_substituted_says_by_whom(desk: Desk) -> None:
    guest, gone = desk.walk_in("SOK Vibol"), desk.walk_in("LY Mary")
    take_in(desk, Arrival(named(), in_place_of=guest.participant))
    desk.app.people.change(gone.participant, status="withdrawn")

    scan, other = desk.scan(guest.badge), desk.scan(gone.badge)

    assert scan.result == other.result == "withdrawn"
    assert str(scan.told).startswith("Substituted by TEP Bopha")
    assert str(other.told).startswith("This person has withdrawn.")


def test_a_session_that_is_locked_takes_nobody_in_but_the_person_is_registered(desk: Desk) -> None:
    desk.lock(desk.morning)

    came = take_in(desk, Arrival(named()))

    assert came.scan.result == "locked"
    assert (desk.names(), desk.counts().present) == (["TEP Bopha"], 0)


def test_nobody_without_a_name_is_taken_in(desk: Desk) -> None:
    with pytest.raises(Refusal, match="needs a name"):
        take_in(desk, Arrival(Nominee(0, {"sex": "female"})))

    assert desk.people() == []


@pytest.mark.parametrize(
    ("name_km", "name_en"),
    [
        ("", "sok vib"),
        ("", "Vibol Sok"),
        ("", "SOK Viboll"),
        ("សុខ វិបុល", ""),
        ("សុខ វិបុល", "SUK Vibul"),
    ],
)
def test_people_called_like_that_are_offered_while_it_is_typed(
    desk: Desk, name_km: str, name_en: str
) -> None:
    known = desk.walk_in("SOK Vibol", name_km="សុខ វិបុល", organisation="Kampot office")
    desk.walk_in("CHAN Sreyneang", name_km="ចាន់ ស្រីនាង")

    [found] = desk.app.people.alike(desk.bootcamp, name_km, name_en)

    assert found.participation_id == known.participant.participation_id
    assert found.organisation == "Kampot office"


def test_somebody_of_another_bootcamp_is_offered_without_a_part_in_this_one(desk: Desk) -> None:
    earlier = desk.open_bootcamp("Kep bootcamp", province="Kep")
    known = desk.app.people.add(earlier, named("SOK Vibol"))

    [found] = desk.app.people.alike(desk.bootcamp, "", "SOK Vibol")

    assert (found.person_id, found.participation_id) == (known.person_id, "")


def test_nobody_is_offered_for_a_name_that_nobody_has(desk: Desk) -> None:
    desk.walk_in("SOK Vibol")

    assert desk.app.people.alike(desk.bootcamp, "", "CHAN Dara") == []
