"""Two people who are one: merged field by field, with all that came of them, and taken back."""

from __future__ import annotations

from dataclasses import astuple
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.people.comparing import OF_OFFICE, compared
from bootcamp_app.features.people.consents import Answered
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow, PhotoRow
from bootcamp_app.features.people.views import PeopleMerged

if TYPE_CHECKING:
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from tests.desk import Desk, Guest

PHONE = "012 345 678"


@pytest.fixture
def file_twins(sqlite_desk: Desk) -> tuple[Guest, Guest]:
    """The same on a file, where the engine cannot matter."""
    return _one_twice(sqlite_desk)


@pytest.fixture
def twins(desk: Desk) -> tuple[Guest, Guest]:
    """One woman, once on the list and once as a walk-in with a slip in her name."""
    return _one_twice(desk)


def _one_twice(desk: Desk) -> tuple[Guest, Guest]:
    listed = desk.walk_in("Chan Sreyneang", phone=PHONE, sex="female", organisation="Kep office")
    came = desk.walk_in("Chan Sreynieng", phone=PHONE, birth_year="1990", province="Kep")
    return listed, came


def as_kept(desk: Desk, *bootcamps: Bootcamp) -> list[Any]:
    """Give all that a person can see of the bootcamps: people, badges, presences and counts."""
    chosen = bootcamps or (desk.bootcamp,)
    kept: list[Any] = []
    for bootcamp in chosen:
        people = desk.app.people.list(bootcamp)
        sessions = desk.app.bootcamps.sessions(bootcamp)
        standing = desk.app.attendance.presences(sessions)
        kept += [
            sorted(map(astuple, people)),
            [desk.app.people.details(one) for one in people],
            {key: (one.state, one.at, one.minutes_late) for key, one in standing.items()},
            [desk.app.attendance.counts(bootcamp, session) for session in sessions],
        ]
    badges = [(row.code, row.participation_id, row.replaced_at) for row in desk.rows(BadgeRow)]
    return [*kept, sorted(map(str, badges)), desk.app.records.faults()]


def merge(desk: Desk, keep: Guest, other: Guest, **chosen: str) -> str:
    """Merge two people; give the act."""
    keep_id, other_id = keep.participant.person_id, other.participant.person_id
    return desk.app.twins.merge(keep_id, other_id, chosen).act


def elsewhere(
    desk: Desk, title: str, *names: str, **fields: str
) -> tuple[Bootcamp, list[Participant]]:
    """Give another bootcamp and its people."""
    bootcamp = desk.open_bootcamp(title)
    desk.import_rows(
        [["Name", *fields], *([name, *fields.values()] for name in names)], None, bootcamp
    )
    return bootcamp, desk.app.people.list(bootcamp)


def test_one_is_left_who_has_what_both_had(desk: Desk, twins: tuple[Guest, Guest]) -> None:
    merge(desk, *twins)

    (left,) = desk.people()
    known = desk.app.people.details(left)
    assert (left.name_en, left.sex, left.organisation) == ("Chan Sreyneang", "female", "Kep office")
    assert (known["birth_year"], known["province"]) == (1990, "23")
    assert desk.app.records.faults() == []


def test_each_field_stays_as_it_was_chosen(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    merge(sqlite_desk, *file_twins, name_en="other", birth_year="keep")

    (left,) = sqlite_desk.people()
    assert left.name_en == "Chan Sreynieng"
    assert sqlite_desk.app.people.details(left)["birth_year"] is None
    assert left.sex == "female"


def test_the_other_name_still_finds_the_person(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    merge(sqlite_desk, *file_twins)

    assert sqlite_desk.names("sreynieng") == ["Chan Sreyneang"]
    assert sqlite_desk.rows(PersonRow)[0].also_named == ["Chan Sreynieng"]


def test_both_cards_open_the_door_to_one_presence(desk: Desk, twins: tuple[Guest, Guest]) -> None:
    listed, came = twins
    merge(desk, *twins)

    assert desk.scan(came.badge).result == "recorded"
    assert desk.scan(listed.badge).result == "duplicate"
    assert desk.counts().present == 1


def test_who_was_scanned_twice_was_there_once_and_from_the_first_time(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    listed, came = file_twins
    first = sqlite_desk.scan(came.badge).at
    sqlite_desk.clock.forward(minutes=50)
    sqlite_desk.scan(listed.badge)

    merge(sqlite_desk, *file_twins)

    presence = sqlite_desk.presence(listed)
    assert presence is not None
    assert (presence.state, presence.at) == ("present", first)
    assert (
        sqlite_desk.counts().present,
        sqlite_desk.counts().registered,
        sqlite_desk.counts().late,
    ) == (1, 1, 0)


def test_presence_keeps_its_time_and_lateness(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    listed, came = file_twins
    late = sqlite_desk.scan(came.badge, at=sqlite_desk.at("09:10"))

    merge(sqlite_desk, *file_twins)

    presence = sqlite_desk.presence(listed)
    assert presence is not None
    assert (presence.at, presence.minutes_late) == (late.at, 40)


@pytest.mark.parametrize("marked", [0, 1])
def test_who_was_there_is_believed_over_who_was_marked_absent(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest], marked: int
) -> None:
    sqlite_desk.scan(file_twins[1 - marked].badge)
    sqlite_desk.clock.forward(minutes=5)
    sqlite_desk.mark(file_twins[marked], "absent")

    merge(sqlite_desk, *file_twins)

    presence = sqlite_desk.presence(file_twins[0])
    assert presence is not None
    assert presence.state == "present"


def test_undo_brings_both_back_with_everything(desk: Desk, twins: tuple[Guest, Guest]) -> None:
    listed, came = twins
    desk.scan(listed.badge)
    desk.clock.forward(minutes=3)
    desk.scan(came.badge)
    desk.leave(came.badge)
    desk.mark(listed, "excused")
    elsewhere(desk, "Takeo", "Chan Sreyneang")
    before = as_kept(desk)

    act = merge(desk, *twins, name_en="other", province="other")
    assert as_kept(desk) != before
    desk.clock.forward(minutes=1)
    desk.app.records.undo_act(act)

    assert as_kept(desk) == before


@pytest.mark.parametrize("whose", ["keep", "other", "participation", "last"])
def test_history_of_either_takes_the_whole_merge_back(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest], whose: str
) -> None:
    listed, came = file_twins
    sqlite_desk.scan(came.badge)
    before = as_kept(sqlite_desk)
    refs = {
        "keep": listed.participant.person_id,
        "other": came.participant.person_id,
        "participation": came.participant.participation_id,
    }
    merge(sqlite_desk, *file_twins)

    sqlite_desk.app.records.undo(refs.get(whose))

    assert as_kept(sqlite_desk) == before


def test_a_merge_that_changes_nothing_of_the_kept_one_is_in_their_history(
    sqlite_desk: Desk,
) -> None:
    keep, other = (sqlite_desk.walk_in("Sok Dara", phone=PHONE) for _ in range(2))
    before = as_kept(sqlite_desk)
    merge(sqlite_desk, keep, other)

    sqlite_desk.app.records.undo(keep.participant.person_id)

    assert as_kept(sqlite_desk) == before


def test_what_was_taken_back_can_be_done_again(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    sqlite_desk.scan(file_twins[1].badge)
    act = merge(sqlite_desk, *file_twins)
    after = as_kept(sqlite_desk)

    undone = sqlite_desk.app.records.undo_act(act)
    sqlite_desk.app.records.undo_act(undone.act)

    assert as_kept(sqlite_desk) == after


def test_one_person_takes_part_in_both_bootcamps_then(desk: Desk) -> None:
    here = desk.walk_in("Chan Sreyneang", phone=PHONE)
    takeo, (there,) = elsewhere(desk, "Takeo", "Chan Sreyneang")
    before = as_kept(desk, desk.bootcamp, takeo)

    act = desk.app.twins.merge(here.participant.person_id, there.person_id).act

    (moved,) = desk.app.people.list(takeo)
    assert moved.person_id == here.participant.person_id
    assert moved.participation_id == there.participation_id
    desk.app.records.undo_act(act)
    assert as_kept(desk, desk.bootcamp, takeo) == before


def test_a_photo_goes_to_who_has_none_and_comes_back(
    desk: Desk, twins: tuple[Guest, Guest]
) -> None:
    keep, other = (one.participant.person_id for one in twins)
    desk.write(PhotoRow(person_id=other, jpeg="x", taken_at=desk.clock.now()))

    act = merge(desk, *twins)

    assert [row.person_id for row in desk.rows(PhotoRow)] == [keep]
    desk.app.records.undo_act(act)
    assert [row.person_id for row in desk.rows(PhotoRow)] == [other]


def test_who_said_no_to_photos_under_either_name_has_none_afterwards(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    keep, other = (one.participant.person_id for one in file_twins)
    sqlite_desk.write(PhotoRow(person_id=keep, jpeg="x", taken_at=sqlite_desk.clock.now()))
    sqlite_desk.app.consents.record(other, Answered("photo", is_given=False))

    act = merge(sqlite_desk, *file_twins)

    assert sqlite_desk.rows(PhotoRow) == []
    assert not sqlite_desk.app.consents.of(keep)["photo"].is_given
    sqlite_desk.app.records.undo_act(act)
    assert [row.person_id for row in sqlite_desk.rows(PhotoRow)] == [keep]
    assert sqlite_desk.app.consents.of(keep) == {}


def test_who_came_in_place_of_one_came_in_place_of_the_kept_one(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    keep, other = file_twins
    colleague = sqlite_desk.walk_in("Sok Dara")
    sqlite_desk.app.taking_part.stand_in(other.participant, colleague.participant)
    before = as_kept(sqlite_desk)

    act = merge(sqlite_desk, *file_twins)

    (part,) = sqlite_desk.app.taking_part.of(colleague.participant.person_id)
    assert part.came_for == ("", "Chan Sreyneang")
    assert len(sqlite_desk.app.taking_part.of(keep.participant.person_id)) == 1
    sqlite_desk.app.records.undo_act(act)
    assert as_kept(sqlite_desk) == before


def test_nobody_came_in_place_of_themselves(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    keep, other = file_twins
    sqlite_desk.app.taking_part.stand_in(keep.participant, other.participant)

    merge(sqlite_desk, *file_twins)

    (row,) = sqlite_desk.rows(ParticipationRow)
    assert (row.in_place_of, row.status) == (None, "confirmed")


def test_answers_fill_gaps(sqlite_desk: Desk) -> None:
    sqlite_desk.import_rows([["Name", "Diet", "Size"], ["A B", "", "M"], ["A C", "none", "L"]],
                     {"Diet": "custom:diet", "Size": "custom:size"})  # fmt: skip
    keep, other = (sqlite_desk.guest(sqlite_desk.person(name)) for name in ("A B", "A C"))

    merge(sqlite_desk, keep, other)

    (row,) = sqlite_desk.rows(ParticipationRow)
    assert row.answers == {"diet": "none", "size": "M"}


def test_a_name_alone_is_no_walk_in_where_a_list_knew_it(sqlite_desk: Desk) -> None:
    sqlite_desk.import_rows([["Name"], ["Sok Dara"]])
    listed, came = (
        sqlite_desk.guest(sqlite_desk.person("Sok Dara")),
        sqlite_desk.walk_in("Sok Dara2"),
    )

    merge(sqlite_desk, came, listed)

    assert sqlite_desk.people()[0].is_walk_in is False


def test_candidates_come_with_reasons_and_also_from_other_bootcamps(
    desk: Desk, twins: tuple[Guest, Guest]
) -> None:
    _, (there,) = elsewhere(desk, "Takeo", "Chan Sreyneang", Phone=PHONE)
    desk.walk_in("Sok Dara", phone="099 111 222")

    pairs = desk.app.twins.candidates(desk.bootcamp)

    ids = [one.participant.person_id for one in twins]
    found = {frozenset((one.first.person_id, one.second.person_id)): one for one in pairs}
    assert set(found) == {
        frozenset(ids),
        frozenset((ids[0], there.person_id)),
        frozenset((ids[1], there.person_id)),
    }
    assert [
        str(reason) for reason in found[frozenset((ids[0], there.person_id))].likeness.reasons
    ] == [
        "Same name",
        "Same phone",
    ]


def test_two_who_were_told_apart_do_not_come_again_until_that_is_undone(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    ids = [one.participant.person_id for one in file_twins]

    sqlite_desk.app.twins.not_the_same(ids[1], ids[0])
    sqlite_desk.app.twins.not_the_same(ids[0], ids[1])
    assert sqlite_desk.app.twins.candidates(sqlite_desk.bootcamp) == []

    sqlite_desk.app.records.undo()
    assert len(sqlite_desk.app.twins.candidates(sqlite_desk.bootcamp)) == 1


def test_a_third_who_was_told_apart_stays_so_from_the_kept_one(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    third = sqlite_desk.walk_in("Chan Sreynieng", phone=PHONE)
    ids = [one.participant.person_id for one in (*file_twins, third)]
    sqlite_desk.app.twins.not_the_same(ids[1], ids[2])

    merge(sqlite_desk, *file_twins)

    assert sqlite_desk.app.twins.candidates(sqlite_desk.bootcamp) == []


def test_side_by_side_the_filled_and_the_newer_value_is_suggested(
    desk: Desk, twins: tuple[Guest, Guest]
) -> None:
    listed, _ = twins
    desk.clock.forward(minutes=1)
    desk.app.people.change(listed.participant, phone="099 000 111")
    ids = [one.participant.person_id for one in twins]

    side_by_side = desk.app.twins.compare(*ids)

    fields = {one.name: one for one in side_by_side.fields}
    assert {
        name: fields[name].suggestion for name in ("sex", "birth_year", "phone", "name_en")
    } == {
        "sex": "keep",
        "birth_year": "other",
        "phone": "keep",
        "name_en": "other",
    }
    assert fields["phone"].is_different
    assert fields["email"].is_empty
    (part,) = side_by_side.keep.parts
    assert part.is_of_both
    assert str(part.facts[1]) == "Present at 0 of 6 sessions"


def test_nobody_is_merged_with_themselves_or_with_nobody(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    key = file_twins[0].participant.person_id

    for other in (key, "00000000-nobody"):
        with pytest.raises(Refusal):
            sqlite_desk.app.twins.merge(key, other)
    with pytest.raises(Refusal, match="shoe_size"):
        merge(sqlite_desk, *file_twins, shoe_size="other")
    assert len(sqlite_desk.people()) == 2


def test_a_merge_is_announced_once_it_is_durable(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    facts = sqlite_desk.announced(PeopleMerged)

    merge(sqlite_desk, *file_twins)

    assert facts == [PeopleMerged(*(one.participant.person_id for one in file_twins))]


def test_a_locked_session_counts_the_one_person_too(
    sqlite_desk: Desk, file_twins: tuple[Guest, Guest]
) -> None:
    for one in file_twins:
        sqlite_desk.scan(one.badge)
    sqlite_desk.clock.forward(minutes=timedelta(hours=4).seconds / 60)
    sqlite_desk.lock(sqlite_desk.morning)

    merge(sqlite_desk, *file_twins)

    assert sqlite_desk.counts().present == 1


@pytest.mark.parametrize(
    ("keep", "other", "sides"),
    [
        (("Kep office", "Clerk", "government", "23"), ("NGO", "Aide", "", ""), "keep " * 4),
        (("Kep office", "Clerk", "", ""), ("NGO", "Aide", "other", "07"), "other " * 4),
        (("", "Clerk", "", "07"), ("NGO", "", "other", ""), "other keep other keep"),
        (("NGO", "Clerk", "other", ""), ("NGO", "", "other", "07"), "other keep other other"),
        (("NGO", "Clerk", "other", "07"), ("CSO", "Aide", "other", "08"), "other " * 4),
    ],
)
def test_an_office_is_kept_whole_and_never_half_of_one_and_half_of_another(
    keep: tuple[str, ...], other: tuple[str, ...], sides: str
) -> None:
    mine, theirs = (dict(zip(OF_OFFICE, side, strict=True)) for side in (keep, other))

    fields = compared(OF_OFFICE, mine, theirs, {"organisation": "other", "position": "keep"})

    assert [one.suggestion for one in fields] == sides.split()
