"""Undo takes away whom nobody touched since, and leaves and names everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.people.consents import Answered
from bootcamp_app.features.people.importing import Choices
from bootcamp_app.features.people.nominees import nominee_from, understand
from bootcamp_app.features.people.tables import (
    ConsentRow,
    OrganisationRow,
    ParticipationRow,
    PersonRow,
    PhotoRow,
)
from bootcamp_app.features.people.views import Arrival
from tests.desk import FIRST_DAY
from tests.storage.desks import state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.people.person_views import Stays
    from bootcamp_app.storage.undoing import Undone
    from tests.desk import Desk, Guest

LIST = [
    ["Name", "Phone", "Organisation"],
    ["Sok Dara", "012345678", "NGO Forum"],
    ["Chan Thy", "012345679", "NGO Forum"],
]


@pytest.fixture
def dara(desk: Desk) -> Guest:
    """One of two who came with a list."""
    desk.import_rows(LIST)
    desk.clock.forward(minutes=5)
    return desk.guest(desk.person("Sok Dara"))


def made(desk: Desk, guest: Guest) -> str:
    """Give the act that brought somebody."""
    return desk.app.records.history(guest.participant.person_id)[0].act


def take_back(desk: Desk, guest: Guest) -> tuple[Undone, list[tuple[str, tuple[str, ...]]]]:
    """Take back the act that brought somebody; give also who stays, and why."""
    undone = desk.app.records.undo_act(made(desk, guest))
    stays: tuple[Stays, ...] = desk.app.people.staying(undone.kept)
    return undone, [(one.name_en, one.why) for one in stays]


def test_who_was_checked_in_since_stays_with_the_badge_and_the_others_go(
    desk: Desk, dara: Guest
) -> None:
    desk.scan(dara.badge)

    undone, stays = take_back(desk, dara)

    assert stays == [("Sok Dara", ("was checked in or marked",))]
    assert desk.names() == ["Sok Dara"]
    assert desk.person("Sok Dara").organisation == "NGO Forum"
    assert desk.scan(dara.badge).result == "duplicate"
    assert [table for table, _row in undone.gone] == ["badges", "participations", "people"]
    assert len(desk.rows(BadgeRow)) == 1
    assert desk.app.records.faults() == []


def change(desk: Desk, dara: Guest) -> None:
    desk.app.people.change(dara.participant, phone="099999999")


def replace_badge(desk: Desk, dara: Guest) -> None:
    desk.app.badges.replace(dara.participant)


def answer(desk: Desk, dara: Guest) -> None:
    desk.app.consents.record(dara.participant.person_id, Answered("photo", is_given=True))


def photograph(desk: Desk, dara: Guest) -> None:
    desk.app.photos.keep(dara.participant.person_id, b"jpeg")


def merge(desk: Desk, dara: Guest) -> None:
    other = desk.walk_in("Sok Daraa")
    desk.app.twins.merge(dara.participant.person_id, other.participant.person_id)


def send_elsewhere(desk: Desk, dara: Guest) -> None:
    elsewhere = desk.open_bootcamp("Kep bootcamp")
    listed = understand([LIST[0], LIST[1]], {}, FIRST_DAY)
    choices = Choices({2: dara.participant.person_id})
    desk.app.importing.take_in(elsewhere, listed, choices=choices)


def certify(desk: Desk, dara: Guest) -> None:
    for session in desk.sessions:
        desk.app.attendance.record_scan(session, Reading(dara.badge, at=session.starts_at))
    desk.app.certificates.issue(desk.bootcamp)


@pytest.mark.parametrize(
    ("touch", "why"),
    [
        (change, "was changed since"),
        (replace_badge, "has another badge"),
        (answer, "was asked about a use of their data"),
        (photograph, "has a photo"),
        (merge, "was merged with another"),
        (send_elsewhere, "takes part in another bootcamp"),
        (certify, "holds a certificate"),
    ],
)
def test_who_was_touched_since_stays_whole_and_is_named(
    desk: Desk, dara: Guest, touch: Callable[[Desk, Guest], None], why: str
) -> None:
    touch(desk, dara)
    code = desk.guest(dara.participant).badge

    _, stays = take_back(desk, dara)

    assert why in dict(stays)["Sok Dara"]
    assert "Chan Thy" not in desk.names()
    assert desk.guest(desk.person("Sok Dara")).badge == code
    assert desk.app.records.faults() == []


def test_what_was_done_and_taken_back_again_keeps_nobody(desk: Desk, dara: Guest) -> None:
    before = desk.app.people.details(dara.participant)["phone"]
    desk.app.people.change(dara.participant, phone="099999999")
    desk.app.people.change(dara.participant, phone=before)
    desk.app.attendance.undo_scan(desk.scan(dara.badge).event_id)
    answer(desk, dara)
    desk.app.records.undo()
    photograph(desk, dara)
    desk.app.photos.remove(dara.participant.person_id)

    undone, stays = take_back(desk, dara)

    assert (stays, undone.kept) == ([], ())
    assert (desk.rows(PersonRow), desk.rows(BadgeRow), desk.rows(OrganisationRow)) == ([], [], [])


def test_a_printed_badge_and_a_refused_scan_alone_keep_nobody(desk: Desk, dara: Guest) -> None:
    desk.lock(desk.morning)
    desk.scan(dara.badge)
    desk.app.badges.note_printed(desk.app.badges.of([dara.participant]), "a4-8")

    undone, _ = take_back(desk, dara)

    assert undone.kept == ()
    assert desk.people() == []


def test_where_everybody_stays_nothing_is_written(desk: Desk) -> None:
    guest = desk.walk_in("Sok Dara")
    desk.scan(guest.badge)
    before = state_of(desk.app.database)

    undone, stays = take_back(desk, guest)

    assert (undone.rows, stays) == (0, [("Sok Dara", ("was checked in or marked",))])
    assert state_of(desk.app.database) == before


def test_an_organisation_of_the_list_stays_for_who_came_from_it_later(
    desk: Desk, dara: Guest
) -> None:
    desk.walk_in("Keo Sina", organisation="NGO Forum")

    _, stays = take_back(desk, dara)

    assert stays == []
    assert [(one.name_en, one.organisation) for one in desk.people()] == [("Keo Sina", "NGO Forum")]


def test_a_walk_in_who_answered_since_keeps_presence_badge_and_answer(desk: Desk) -> None:
    [blank] = desk.app.badges.blank(1)
    nominee = nominee_from({"name_en": "Tep Bopha"}, FIRST_DAY)
    came = desk.app.walk_ins.take_in(desk.morning, Arrival(nominee, blank_badge=blank.code))
    desk.clock.forward(minutes=1)
    desk.app.consents.record(came.participant.person_id, Answered("photo", is_given=True))

    desk.app.records.undo_act(came.act)

    assert desk.app.walk_ins.act_of(came.scan.event_id) == ""
    assert desk.counts().present == 1
    assert desk.app.badges.holder(blank.code) == came.participant.participation_id
    assert desk.app.consents.of(came.participant.person_id)["photo"].is_given


def test_what_the_same_act_gave_a_person_goes_with_them(desk: Desk) -> None:
    bootcamp = desk.bootcamp
    with desk.app.database.write() as work:
        person = PersonRow(name_en="Sok Dara")
        work.add(person)
        part = ParticipationRow(person_id=person.id, bootcamp_id=bootcamp.id)
        photo = PhotoRow(person_id=person.id, jpeg="x", taken_at=desk.clock.now())
        said = ConsentRow(person_id=person.id, purpose="photo", is_given=True, at=desk.clock.now())
        work.add_all([part, photo, said])

    undone = desk.app.records.undo_act(work.act)

    assert undone.kept == ()
    assert (desk.rows(PersonRow), desk.rows(PhotoRow)) == ([], [])
    assert [row.annuls for row in desk.rows(ConsentRow)] == [None, said.id]


def test_doing_an_import_again_and_taking_it_back_again_leaves_nobody(
    desk: Desk, dara: Guest
) -> None:
    undone, _ = take_back(desk, dara)
    again = desk.app.records.undo_act(undone.act)
    names = desk.names()

    last = desk.app.records.undo_act(again.act)

    assert names == ["Chan Thy", "Sok Dara"]
    assert (last.kept, desk.people()) == ((), [])


def test_who_was_checked_in_after_an_import_was_done_again_stays(desk: Desk, dara: Guest) -> None:
    undone, _ = take_back(desk, dara)
    again = desk.app.records.undo_act(undone.act)
    desk.scan(dara.badge)

    desk.app.records.undo_act(again.act)

    assert desk.names() == ["Sok Dara"]


def test_a_colleague_who_was_checked_in_stays_and_so_does_whose_place_they_took(
    desk: Desk, dara: Guest
) -> None:
    nominee = nominee_from({"name_en": "Keo Sina"}, FIRST_DAY)
    came = desk.app.taking_part.substitute(dara.participant, nominee)
    act = desk.app.records.history(came.person_id)[0].act
    desk.scan(desk.guest(came).badge)

    desk.app.records.undo_act(act)

    status = {one.name_en: one.status for one in desk.people()}
    assert (status["Keo Sina"], status["Sok Dara"]) == ("confirmed", "substituted")


def test_a_merge_is_not_done_again_over_what_was_done_with_one_of_the_two(
    desk: Desk, dara: Guest
) -> None:
    other = desk.walk_in("Sok Daraa")
    act = desk.app.twins.merge(dara.participant.person_id, other.participant.person_id).act
    undone = desk.app.records.undo_act(act)
    desk.scan(other.badge)
    before = state_of(desk.app.database)

    with pytest.raises(Refusal, match="something was done since with one of the two"):
        desk.app.records.undo_act(undone.act)

    assert state_of(desk.app.database) == before


def test_stopping_an_undo_midway_leaves_everything(desk: Desk) -> None:
    desk.import_rows([["Name"], *([f"Sok Dara {number}"] for number in range(1200))])
    guest = desk.guest(desk.people(limit=1)[0])
    before = state_of(desk.app.database)
    steps: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        steps.append((done, of))
        if done > of // 2:
            raise Cancelled("Stopped. Nothing of it was kept.")

    with pytest.raises(Cancelled):
        desk.app.records.undo_act(made(desk, guest), step=stop)

    assert state_of(desk.app.database) == before
    assert len(steps) > 3
    assert {of for _done, of in steps} == {3600}
