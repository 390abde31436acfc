"""Nobody is registered without a badge, and a lost one is replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.badges.rules import is_code, new_code
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.badges.views import BadgeReplaced

if TYPE_CHECKING:
    from tests.desk import Desk


def test_everybody_of_a_list_has_a_badge_of_their_own(desk: Desk) -> None:
    desk.import_rows([["Name"], *([f"Person {number}"] for number in range(30))])

    badges = desk.app.badges.of(desk.people())

    assert [badge.participant for badge in badges] == desk.people()
    assert len({badge.code for badge in badges}) == 30
    assert all(is_code(badge.code) for badge in badges)


def test_badges_come_in_the_order_of_the_people_asked_for(desk: Desk) -> None:
    guests = [desk.walk_in(f"Person {number}") for number in range(5)]
    asked = [guests[place].participant for place in (3, 0, 4)]

    codes = [badge.code for badge in desk.app.badges.of(asked)]

    assert codes == [guests[place].badge for place in (3, 0, 4)]


def test_a_lost_badge_is_replaced_and_stays_known_as_replaced(desk: Desk) -> None:
    guest, other = desk.walk_in("Chan Sreyneang"), desk.walk_in("Sok Dara")
    heard = desk.announced(BadgeReplaced)
    desk.clock.forward(minutes=3)

    code = desk.app.badges.replace(guest.participant)

    assert desk.guest(guest.participant).badge == code
    assert desk.guest(other.participant).badge == other.badge
    assert [fact.participation_id for fact in heard] == [guest.participant.participation_id]
    replaced = {row.code: row.replaced_at for row in desk.rows(BadgeRow)}
    assert replaced == {guest.badge: desk.clock.now(), code: None, other.badge: None}


def test_a_badge_replaced_twice_leaves_one_good_code(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")

    codes = [desk.app.badges.replace(guest.participant) for _ in range(2)]

    good = [row.code for row in desk.rows(BadgeRow) if row.replaced_at is None]
    assert good == codes[1:]


def test_a_replacement_can_be_undone_and_the_old_code_is_good_again(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    code = desk.app.badges.replace(guest.participant)

    desk.app.records.undo()

    assert desk.guest(guest.participant).badge == guest.badge
    assert [desk.scan(one).result for one in (code, guest.badge)] == ["unknown", "recorded"]


def test_people_without_a_badge_are_said_with_their_number(desk: Desk) -> None:
    guests = [desk.walk_in(f"Person {number}") for number in range(3)]
    with desk.app.database.write() as work:
        for guest in guests[:2]:
            (row,) = [row for row in desk.rows(BadgeRow) if row.code == guest.badge]
            work.get_one(BadgeRow, row.id).replaced_at = desk.clock.now()

    with pytest.raises(Refusal, match="2 people have no badge"):
        desk.app.badges.of([guest.participant for guest in guests])

    assert desk.guest(guests[2].participant).badge == guests[2].badge


def test_a_blank_badge_is_bound_to_somebody_later(desk: Desk) -> None:
    code = new_code()
    desk.write(BadgeRow(code=code, participation_id=None))
    guest = desk.walk_in("Chan Sreyneang")
    before = desk.scan(code).result

    with desk.app.database.write() as work:
        (blank,) = [row for row in desk.rows(BadgeRow) if row.code == code]
        key = guest.participant.participation_id
        work.get_one(BadgeRow, blank.id).participation_id = key

    assert (before, desk.scan(code).result) == ("unknown", "recorded")
