"""The same written of many people: one act, one undo, and who may share what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.people.filters import Filter
from bootcamp_app.features.people.views import ManyChanged

if TYPE_CHECKING:
    from tests.desk import Desk

LIST = [
    ["Name", "Sex", "Organisation", "Kind of organisation", "Province"],
    ["Sok Dara", "M", "NGO Forum", "NGO", "Takeo"],
    ["Chan Sreyneang", "F", "Health", "national government", "Kampot"],
    ["Keo Pisey", "F", "", "", ""],
]


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk whose bootcamp has three people."""
    desk.import_rows(LIST)
    return desk


def test_several_people_are_changed_and_brought_back_by_one_undo(full: Desk) -> None:
    acts: list[str] = []
    full.app.changes.subscribe_all(lambda said: acts.append(said.act))
    people = full.app.people
    before = [people.details(one) for one in people.list(full.bootcamp)]

    changed = people.change_all(people.ids(full.bootcamp), organisation="Green Kep", province="23")

    after = people.list(full.bootcamp)
    assert (changed, len(acts)) == (3, 1)
    assert {(one.organisation, one.province) for one in after} == {("Green Kep", "23")}

    full.app.records.undo_act(acts[0])

    assert [people.details(one) for one in people.list(full.bootcamp)] == before


def test_who_was_changed_is_announced_once(full: Desk) -> None:
    heard = full.announced(ManyChanged)
    ids = full.app.people.ids(full.bootcamp)[:2]

    full.app.people.change_all([*ids, "gone"], role="facilitator")

    (fact,) = heard
    assert sorted(fact.participation_ids) == sorted(ids)
    roles = [one.role for one in full.app.people.some(full.app.people.ids(full.bootcamp))]
    assert roles == ["facilitator", "facilitator", "participant"]


def test_nobody_is_given_the_name_or_phone_of_another(full: Desk) -> None:
    with pytest.raises(ValueError, match="name_en"):
        full.app.people.change_all(full.app.people.ids(full.bootcamp), name_en="Sok Dara")


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Filter(kinds=("cso",)), ["Sok Dara"]),
        (Filter(kinds=("cso", "")), ["Keo Pisey", "Sok Dara"]),
        (Filter(is_substitute=True), []),
        (Filter(is_substitute=False, sexes=("female",)), ["Chan Sreyneang", "Keo Pisey"]),
        (Filter(lacks=("province",)), ["Keo Pisey"]),
    ],
)
def test_a_filter_finds_those_whom_it_wants(full: Desk, wanted: Filter, names: list[str]) -> None:
    found = full.app.people.some(full.app.people.ids(full.bootcamp, wanted=wanted))

    assert sorted(one.name_en for one in found) == names
    assert Filter.from_json(wanted.as_json()) == wanted
