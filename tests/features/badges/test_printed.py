"""What was printed is written down, so that only what is missing or changed is printed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.badges.service import CHANGED, MISSING
from bootcamp_app.features.badges.tables import BadgePrintRow

if TYPE_CHECKING:
    from tests.desk import Desk


def test_a_reprint_is_written_down_and_told(desk: Desk) -> None:
    guests = [desk.walk_in(f"Person {number}").participant for number in range(3)]

    first = desk.app.badges.note_printed(desk.app.badges.of(guests), "a4-8")
    desk.clock.forward(minutes=5)
    second = desk.app.badges.note_printed(desk.app.badges.of(guests[:2]), "a4-4")

    assert (first.number, first.again) == (3, 0)
    assert (second.number, second.again) == (2, 2)
    rows = desk.rows(BadgePrintRow)
    assert sorted(row.layout for row in rows) == ["a4-4", "a4-4", "a4-8", "a4-8", "a4-8"]
    assert {row.at for row in rows if row.layout == "a4-4"} == {desk.clock.now()}


def test_who_came_since_is_missing(desk: Desk) -> None:
    old = desk.walk_in("Chan Sreyneang").participant
    desk.app.badges.note_printed(desk.app.badges.of([old]), "a4-8")
    new = desk.walk_in("Sok Dara").participant

    found = desk.app.badges.of([old, new], MISSING)

    assert [badge.participant for badge in found] == [new]


@pytest.mark.parametrize(
    "fields",
    [{"name_en": "Chan Srey"}, {"name_km": "ចាន់ ស្រី"}, {"role": "facilitator"}],
)
def test_who_is_written_otherwise_since_is_changed(desk: Desk, fields: dict[str, str]) -> None:
    guest = desk.walk_in("Chan Sreyneang").participant
    desk.app.badges.note_printed(desk.app.badges.of([guest]), "a4-8")
    with pytest.raises(Refusal):
        desk.app.badges.of([guest], CHANGED)

    desk.app.people.change(guest, **fields)
    [guest] = desk.people()

    assert [one.participant for one in desk.app.badges.of([guest], CHANGED)] == [guest]


def test_what_is_on_no_badge_changes_none(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang").participant
    desk.app.badges.note_printed(desk.app.badges.of([guest]), "a4-8")

    desk.app.people.change(guest, phone="012 345 678")

    with pytest.raises(Refusal, match="no such badge to print"):
        desk.app.badges.of(desk.people(), CHANGED)


def test_a_replaced_badge_is_missing_until_it_is_printed(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang").participant
    desk.app.badges.note_printed(desk.app.badges.of([guest]), "a4-8")
    desk.app.badges.replace(guest)

    [badge] = desk.app.badges.of([guest], MISSING)
    noted = desk.app.badges.note_printed([badge], "a4-8")

    assert noted.again == 0


def test_blank_badges_are_noted_too(desk: Desk) -> None:
    blank = desk.app.badges.blank(4)

    assert desk.app.badges.note_printed(blank, "a4-8").number == 4
    assert desk.app.badges.note_printed(blank, "a4-8").again == 4
