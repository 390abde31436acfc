"""What another window still shows of somebody who was taken back is refused in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from tests.desk import Desk, Guest

GONE = "This person is no longer in the list"


@pytest.fixture
def gone(desk: Desk) -> Guest:
    """Somebody who was added and taken back."""
    guest = desk.walk_in("Sok Dara")
    desk.app.records.undo()
    return guest


def test_they_are_not_changed(desk: Desk, gone: Guest) -> None:
    with pytest.raises(Refusal, match=GONE):
        desk.app.people.change(gone.participant, phone="012345678")


def test_they_get_no_new_badge(desk: Desk, gone: Guest) -> None:
    with pytest.raises(Refusal, match=GONE):
        desk.app.badges.replace(gone.participant)


def test_a_blank_badge_is_not_spent_on_them(desk: Desk, gone: Guest) -> None:
    [blank] = desk.app.badges.blank(1)

    with pytest.raises(Refusal, match=GONE):
        desk.app.badges.bind(gone.participant, blank.code)

    assert desk.scan(blank.code).is_blank
