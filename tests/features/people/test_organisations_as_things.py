"""Organisations as things of their own: suggested, put right, merged, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.filters import Filter
from bootcamp_app.features.people.organisations import settle_organisations
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Organisation
    from tests.desk import Desk

ROWS = [
    ["Name", "Organisation"],
    ["A One", "NGO Forum"],
    ["B Two", "NGO Forum"],
    ["C Three", "Forum of NGOs"],
    ["D Four", "មន្ទីរសុខាភិបាលកំពត"],
    ["E Five", "Kampot Hall"],
]


@pytest.fixture
def listed(desk: Desk) -> Desk:
    """A bootcamp whose people come from four organisations."""
    desk.import_rows(ROWS)
    return desk


def called(desk: Desk, name: str) -> Organisation:
    return desk.app.organisations.find(name)


def suggested(desk: Desk, text: str, limit: int = 8) -> list[str]:
    return [one.name for one in desk.app.organisations.suggest(text, limit)]


def test_words_in_any_order_suggest_the_one_with_most_people_first(listed: Desk) -> None:
    assert suggested(listed, "forum ngo") == ["NGO Forum", "Forum of NGOs"]
    assert suggested(listed, "សុខា ភិបាល") == ["មន្ទីរសុខាភិបាលកំពត"]
    assert suggested(listed, "nobody") == []
    assert suggested(listed, "", 1) == ["NGO Forum"]


def test_all_say_how_many_people_come_from_each(listed: Desk) -> None:
    again = listed.open_bootcamp("Kep bootcamp")

    listed.import_rows([["Name", "Organisation"], ["F Six", "Kampot Hall"]], None, again)

    counts = {one.name: one.people for one in listed.app.organisations.all()}

    assert counts == {
        "NGO Forum": 2, "Kampot Hall": 2, "Forum of NGOs": 1, "មន្ទីរសុខាភិបាលកំពត": 1,
    }  # fmt: skip


def test_a_kind_put_right_gives_its_people_their_sector_and_undo_takes_both(listed: Desk) -> None:
    hall = called(listed, "Kampot Hall")

    now = listed.app.organisations.change(
        hall.id, kind="subnational_government", name_km="សាលាខេត្តកំពត", province="Kampot"
    )

    assert (now.kind, now.province, now.name_km) == (
        "subnational_government", "07", "សាលាខេត្តកំពត",
    )  # fmt: skip
    assert listed.person("E Five").sector == "government"

    listed.app.records.undo()

    assert called(listed, "Kampot Hall") == hall
    assert listed.person("E Five").sector == "not_stated"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name_en": " "}, "needs a name"),
        ({"name_en": "ngo  forum"}, "is called"),
        ({"kind": "club"}, "not a kind"),
        ({"province": "Atlantis"}, "not a province"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    listed: Desk, fields: dict[str, str], said: str
) -> None:
    hall = called(listed, "Kampot Hall")

    with pytest.raises(Refusal, match=said):
        listed.app.organisations.change(hall.id, **fields)

    assert called(listed, "Kampot Hall") == hall


def test_two_become_one_and_later_lists_find_it_by_either_name(listed: Desk) -> None:
    forum, other = called(listed, "NGO Forum"), called(listed, "Forum of NGOs")

    kept = listed.app.organisations.merge(forum.id, other.id)

    assert (kept.id, kept.people) == (forum.id, 3)
    assert listed.person("C Three").organisation == "NGO Forum"
    again = listed.import_rows(ROWS)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 5)
    assert len(listed.rows(OrganisationRow)) == 3
    assert suggested(listed, "Forum of NGOs") == ["NGO Forum"]


def test_a_merge_is_taken_back_whole_from_the_history_of_the_kept_one(listed: Desk) -> None:
    before = sorted(listed.app.organisations.all(), key=lambda one: one.id)
    forum, other = called(listed, "NGO Forum"), called(listed, "Forum of NGOs")
    listed.app.organisations.merge(forum.id, other.id)

    listed.app.records.undo(forum.id)

    assert sorted(listed.app.organisations.all(), key=lambda one: one.id) == before
    assert listed.person("C Three").organisation == "Forum of NGOs"
    assert listed.app.records.faults() == []


def test_one_organisation_is_not_merged_with_itself(listed: Desk) -> None:
    hall = called(listed, "Kampot Hall")

    with pytest.raises(Refusal, match="one organisation already"):
        listed.app.organisations.merge(hall.id, hall.id)


def test_people_bound_elsewhere_to_one_that_is_gone_are_led_to_the_kept_one(listed: Desk) -> None:
    forum, other = called(listed, "NGO Forum"), called(listed, "Forum of NGOs")
    listed.app.organisations.merge(forum.id, other.id)
    with listed.app.database.write() as work:
        row = work.get_one(ParticipationRow, listed.person("E Five").participation_id)
        row.organisation_id = other.id

    with listed.app.database.write() as work:
        settle_organisations(work)

    assert listed.person("E Five").organisation == "NGO Forum"


def test_a_saved_filter_finds_the_people_of_one_that_was_merged(listed: Desk) -> None:
    forum, other = called(listed, "NGO Forum"), called(listed, "Forum of NGOs")
    hall = called(listed, "Kampot Hall")
    filters = listed.app.saved_filters
    filters.save(listed.bootcamp, "Forum", Filter(organisations=(other.id,)))
    merged = listed.app.organisations.merge(forum.id, other.id)
    listed.app.organisations.merge(hall.id, merged.id)

    (kept,) = filters.of(listed.bootcamp)

    assert kept.wanted == Filter(organisations=(hall.id,))
    assert len(listed.app.people.ids(listed.bootcamp, wanted=kept.wanted)) == 4

    listed.app.records.undo(hall.id)
    listed.app.records.undo(forum.id)

    assert [one.wanted.organisations for one in filters.of(listed.bootcamp)] == [(other.id,)]
