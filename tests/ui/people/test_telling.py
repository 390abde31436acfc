"""What became of a person, in plain words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.i18n import words
from bootcamp_app.features.people.views import ORGANISATION_KINDS
from bootcamp_app.ui.people.field_words import said
from bootcamp_app.ui.people.telling import Told, history_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clock import FakeClock
    from tests.desk import Desk

FIRST_MOMENT = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture
def khmer() -> Iterator[None]:
    words.use("km")
    yield
    words.use("en")


def told(day: Desk, name: str) -> list[Told]:
    return history_of(day.app.records, day.person(name), day.bootcamp.zone)


def test_a_change_is_told_by_field_with_the_old_and_the_new_value(day: Desk) -> None:
    day.app.people.change(day.person("CHAN Sreyneang"), phone="099 1", province="08", sex="other")

    newest, oldest = told(day, "CHAN Sreyneang")

    assert sorted(newest.text.splitlines()) == [
        "Phone: 012 345 601 → 099 1",
        "Province: Kampot → Kandal",
        "Sex: female → other",
    ]
    assert oldest.text == "added"
    assert newest.heading == "2 March 2026, 08:00 · Sokha"


def test_another_organisation_is_told_by_its_name(day: Desk) -> None:
    day.app.people.change(day.person("LY Mary"), organisation="NGO Forum")

    assert told(day, "LY Mary")[0].text == "Organisation: អង្គការយុវជនសហគមន៍ → NGO Forum"


def test_what_was_taken_back_is_told_too(day: Desk) -> None:
    day.app.people.change(day.person("LY Mary"), phone="")
    day.app.records.undo()

    texts = [one.text for one in told(day, "LY Mary")]

    assert texts == ["Phone: – → 012 345 604", "Phone: 012 345 604 → –", "added"]


@pytest.mark.usefixtures("khmer")
def test_history_is_told_in_khmer(day: Desk) -> None:
    day.app.people.change(day.person("LY Mary"), sex="not_stated")

    assert told(day, "LY Mary")[0].text.startswith("ភេទ")


def test_kept_values_are_told_in_words(day: Desk) -> None:
    day.app.people.change(day.person("LY Mary"), role="facilitator", disability="yes")

    assert sorted(told(day, "LY Mary")[0].text.splitlines()) == [
        "Disability: – → Yes",
        "Role in the bootcamp: Participant → Facilitator",
    ]


def test_a_merge_and_its_undoing_are_told_by_the_name_of_the_other(
    day: Desk, clock: FakeClock
) -> None:
    keep, other = day.person("LY Mary"), day.walk_in("LY Marie", birth_date="1990-05-04")
    clock.forward(minutes=90)
    act = day.app.twins.merge(keep.person_id, other.participant.person_id).act

    (newest, *_older) = told(day, "LY Mary")
    assert newest.text.splitlines() == [
        "merged with LY Marie",
        "Year of birth: – → 1990",
        "Date of birth: – → 4 May 1990",
    ]
    day.app.records.undo_act(act)
    assert told(day, "LY Mary")[0].text.startswith("parted again from LY Marie")
    assert told(day, "LY Marie")[0].text.startswith("parted again from LY Mary")


def test_a_time_is_told_in_words_at_the_place_of_the_bootcamp(day: Desk) -> None:
    moment = datetime(2026, 11, 29, 12, 31, 18, 748794, tzinfo=UTC)
    day.app.people.change(day.person("LY Mary"), registered_at=moment)

    (newest, *_older) = told(day, "LY Mary")

    assert newest.text.endswith("→ 29 November 2026, 19:31")


def test_no_id_of_a_row_is_ever_told(day: Desk) -> None:
    keep, other = day.person("LY Mary"), day.walk_in("LY Marie").participant
    day.app.twins.merge(keep.person_id, other.person_id)
    day.app.records.undo()

    shown = " ".join(one.text for name in ("LY Mary", "LY Marie") for one in told(day, name))

    assert not {keep.person_id, other.person_id, other.participation_id, "T08"} & set(shown.split())
    assert "_id" not in shown


@pytest.mark.parametrize(("is_here", "desk"), [(True, "this desk"), (False, "another desk")])
def test_a_desk_without_a_name_is_not_called_by_its_account(is_here: bool, desk: str) -> None:
    one = Told(FIRST_MOMENT, "", "added", (), is_here=is_here)

    assert one.heading == f"2 March 2026, 08:00 · {desk}"


def test_who_came_without_being_on_the_list_is_told_in_words() -> None:
    changes = (("is_walk_in", "False", "True"),)

    text = Told(FIRST_MOMENT, "", "changed", changes).text

    assert text == "Came without being on the list: No → Yes"


@pytest.mark.parametrize("kind", ORGANISATION_KINDS)
def test_every_kind_of_organisation_has_words(kind: str) -> None:
    assert said("organisation_kind", kind) != kind or kind == "other"


def test_a_role_of_ones_own_stays_as_it_was_written() -> None:
    assert said("role", "Rapporteur") == "Rapporteur"
