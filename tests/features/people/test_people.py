"""Adding, changing and finding people one by one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.views import PersonAdded, PersonChanged
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desk import Desk


@pytest.fixture
def khmer() -> Iterator[None]:
    words.use("km")
    yield
    words.use("en")


def test_a_walk_in_is_registered_with_a_badge_at_once(desk: Desk) -> None:
    heard = desk.announced(PersonAdded)

    guest = desk.walk_in("Sok Dara", name_km="សុខ ដារ៉ា", sex="ប្រុស", organisation="NGO Forum")

    one = guest.participant
    assert (one.name_km, one.name_en, one.sex, one.organisation, one.is_walk_in, one.status) == (
        "សុខ ដារ៉ា", "Sok Dara", "male", "NGO Forum", True, "confirmed",
    )  # fmt: skip
    assert heard == [PersonAdded(one.person_id, one.participation_id)]
    assert desk.people() == [one]
    assert desk.scan(guest.badge).result == "recorded"


@pytest.mark.parametrize("texts", [{}, {"name_en": " - "}, {"phone": "012345678"}])
def test_a_person_without_a_name_is_refused_and_leaves_nothing(
    sqlite_desk: Desk, texts: dict[str, str]
) -> None:
    sqlite_desk.walk_in("Sok Dara")
    nominee = nominee_from(texts, FIRST_DAY)

    with pytest.raises(Refusal, match="A person needs a name"):
        sqlite_desk.app.people.add(sqlite_desk.bootcamp, nominee)

    assert sqlite_desk.names() == ["Sok Dara"]
    assert len(sqlite_desk.rows(PersonRow)) == 1


def test_a_change_writes_the_fields_that_were_said(desk: Desk) -> None:
    one = desk.walk_in("Sok Dara", phone="012345678", position="Clerk").participant
    heard = desk.announced(PersonChanged)

    desk.app.people.change(one, name_en="Sok Darra", status="withdrawn", phone="")

    changed = desk.person("Sok Darra")
    assert (changed.person_id, changed.status, changed.phone, changed.position) == (
        one.person_id, "withdrawn", "", "Clerk",
    )  # fmt: skip
    assert heard == [PersonChanged(one.person_id)]


def test_a_change_of_organisation_kind_and_answers_is_kept_too(desk: Desk) -> None:
    one = desk.walk_in("Sok Dara", organisation="NGO Forum").participant

    desk.app.people.change(one, organisation_kind="cso", **{"custom:diet": "no fish"})
    desk.app.people.change(one, **{"custom:shirt": "L"})
    by_kind = desk.person("Sok Dara")
    desk.app.people.change(one, organisation="Dept of Health", sector="government")

    moved = desk.person("Sok Dara")
    assert (by_kind.organisation, by_kind.sector) == ("NGO Forum", "civil_society")
    assert (moved.organisation, moved.sector) == ("Dept of Health", "government")
    assert [row.answers for row in desk.rows(ParticipationRow)] == [
        {"diet": "no fish", "shirt": "L"}
    ]
    assert [(row.name_en, row.kind) for row in desk.rows(OrganisationRow)] == [
        ("NGO Forum", "cso"), ("Dept of Health", ""),
    ]  # fmt: skip


def test_the_year_of_birth_put_right_by_hand_and_the_date_never_say_two_years(desk: Desk) -> None:
    dara = desk.walk_in("Sok Dara", birth_date="1985-05-01").participant

    def born(**fields: object) -> tuple[object, object]:
        desk.app.people.change(dara, **fields)
        known = desk.app.people.details(dara)
        return known["birth_year"], known["birth_date"]

    assert born(birth_year=1990) == (1990, None)
    assert born(birth_date=date(1986, 1, 2)) == (1986, date(1986, 1, 2))
    assert born(birth_year=None) == (1986, date(1986, 1, 2))
    assert born(birth_date=None) == (1986, None)


def test_an_organisation_can_be_taken_away_and_that_undone(desk: Desk) -> None:
    one = desk.walk_in("Sok Dara", organisation="NGO Forum").participant

    desk.app.people.change(one, organisation="")
    without = desk.person("Sok Dara").organisation
    desk.app.records.undo()

    assert (without, desk.person("Sok Dara").organisation) == ("", "NGO Forum")


def test_a_field_that_does_not_exist_is_a_mistake_of_the_program(sqlite_desk: Desk) -> None:
    one = sqlite_desk.walk_in("Sok Dara").participant

    with pytest.raises(ValueError, match="salary"):
        sqlite_desk.app.people.change(one, salary="1", name_en="Nobody")

    assert sqlite_desk.names() == ["Sok Dara"]


def test_a_change_that_changes_nothing_leaves_no_fact(sqlite_desk: Desk) -> None:
    one = sqlite_desk.walk_in("Sok Dara", organisation="NGO Forum").participant
    before = sqlite_desk.app.records.history(one.participation_id)

    sqlite_desk.app.people.change(one, name_en="Sok Dara", organisation="ngo forum")

    assert sqlite_desk.app.records.history(one.participation_id) == before


def test_a_person_is_found_by_id_beginning_of_id_and_name(desk: Desk) -> None:
    one = desk.walk_in("Sok Dara", name_km="សុខ ដារ៉ា").participant
    desk.walk_in("Ly Heng")

    refs = [one.person_id, one.participation_id, one.person_id[:-1], "Sok Dara", "សុខ ដារ៉ា"]

    assert [desk.person(ref) for ref in refs] == [one] * len(refs)


@pytest.mark.parametrize(
    ("ref", "told"),
    [
        ("Sok Dara", "“Sok Dara” means 2 people"),
        *((ref, f"There is nobody “{ref}” in this bootcamp") for ref in ("Nobody", "%", "_")),
    ],
)
def test_a_name_that_several_or_none_have_is_refused(
    sqlite_desk: Desk, ref: str, told: str
) -> None:
    for name in ("Sok Dara", "Sok Dara", "Ly Heng"):
        sqlite_desk.walk_in(name)

    with pytest.raises(Refusal, match=told):
        sqlite_desk.person(ref)

    assert sqlite_desk.person("Ly Heng").name_en == "Ly Heng"


def test_names_are_kept_as_they_were_typed(desk: Desk) -> None:
    name_km, name_en = "សុខ\u200bសុីថា", "van der SOK-Dara d’Arc"

    one = desk.walk_in(name_en, name_km=name_km).participant

    assert (one.name_km, one.name_en) == (name_km, name_en)


def test_a_name_is_shown_in_english_and_in_the_other_script_where_it_is_missing(desk: Desk) -> None:
    both = desk.walk_in("Sok Dara", name_km="សុខ ដារ៉ា").participant
    only = desk.walk_in("", name_km="លី ហេង").participant

    assert (both.name, only.name) == ("Sok Dara", "លី ហេង")


@pytest.mark.usefixtures("khmer")
def test_a_name_is_shown_in_khmer_where_khmer_is_in_use(sqlite_desk: Desk) -> None:
    both = sqlite_desk.walk_in("Sok Dara", name_km="សុខ ដារ៉ា").participant
    only = sqlite_desk.walk_in("Ly Heng").participant

    assert (both.name, only.name) == ("សុខ ដារ៉ា", "Ly Heng")


def test_a_status_cannot_be_emptied_and_a_role_becomes_the_usual_one(desk: Desk) -> None:
    guest = desk.walk_in("Sok Dara", role="speaker")
    ids = [guest.participant.participation_id]

    for empty in (
        lambda: desk.app.people.change(guest.participant, status=""),
        lambda: desk.app.people.change_all(ids, status=""),
    ):
        with pytest.raises(Refusal, match="A person always has a status"):
            empty()
    desk.app.people.change(guest.participant, role="", sex="")

    [person] = desk.people()
    assert (person.status, person.role, person.sex) == ("confirmed", "participant", "not_stated")
