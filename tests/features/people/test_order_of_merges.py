"""A merge is not taken back while a later one builds on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from tests.storage.desks import state_of

if TYPE_CHECKING:
    from tests.desk import Desk, Guest


def merge(desk: Desk, keep: Guest, other: Guest) -> str:
    """Make one of two and give the act."""
    return desk.app.twins.merge(keep.participant.person_id, other.participant.person_id).act


@pytest.fixture
def three(desk: Desk) -> tuple[Guest, Guest, Guest]:
    """Three who turn out to be one."""
    first, second, third = (desk.walk_in(name) for name in ("Sok Dara", "Sok Daraa", "Chan Thy"))
    return first, second, third


def test_an_older_merge_is_refused_with_the_name_of_who_is_left(
    desk: Desk, three: tuple[Guest, Guest, Guest]
) -> None:
    first, second, third = three
    older = merge(desk, first, second)
    merge(desk, third, first)
    before = state_of(desk.app.database)

    with pytest.raises(
        Refusal, match=r"was merged into Chan Thy later\. Take back that merge first"
    ):
        desk.app.records.undo_act(older)

    assert state_of(desk.app.database) == before


def test_taken_back_in_order_everybody_has_their_badge_again(
    desk: Desk, three: tuple[Guest, Guest, Guest]
) -> None:
    first, second, third = three
    older = merge(desk, first, second)
    newer = merge(desk, third, first)

    desk.app.records.undo_act(newer)
    desk.app.records.undo_act(older)

    codes = {one.participation_id: desk.guest(one).badge for one in desk.people()}
    assert codes == {one.participant.participation_id: one.badge for one in three}
    assert desk.app.records.faults() == []


def test_a_merge_of_two_others_does_not_stand_in_the_way(
    desk: Desk, three: tuple[Guest, Guest, Guest]
) -> None:
    first, second, third = three
    older = merge(desk, first, second)
    merge(desk, third, desk.walk_in("Keo Sina"))

    desk.app.records.undo_act(older)

    assert desk.names() == ["Chan Thy", "Sok Dara", "Sok Daraa"]


def test_an_older_merge_of_organisations_is_refused_too(desk: Desk) -> None:
    for number, name in enumerate(("CCC", "C.C.C", "Cooperation Committee")):
        desk.walk_in(f"Sok Dara {number}", organisation=name)
    ids = {one.name: one.id for one in desk.app.organisations.all()}
    desk.app.organisations.merge(ids["CCC"], ids["C.C.C"])
    older = desk.app.records.history(ids["C.C.C"])[-1].act
    desk.app.organisations.merge(ids["Cooperation Committee"], ids["CCC"])

    with pytest.raises(Refusal, match="was merged into Cooperation Committee later"):
        desk.app.records.undo_act(older)
