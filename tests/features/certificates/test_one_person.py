"""Certificates of two people who turn out to be one: none is moved, and never are there two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from tests.features.certificates.camps import Camp, camp_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.features.people.views import Participant
    from tests.clock import FakeClock

EVERY = range(2)


@pytest.fixture
def camp(sqlite_place: str, clock: FakeClock) -> Iterator[Camp]:
    """A bootcamp of three days."""
    app = build(sqlite_place, clock, "Sokha")
    yield camp_in(app)
    app.database.close()


@pytest.fixture
def two(camp: Camp) -> tuple[Participant, Participant]:
    """Two of one name, both of whom were there every time."""
    made = camp.add("ចាន់ ស្រីនាង", "Chan Sreyneang"), camp.add("ចាន់ ស្រីនាង", "Chan Sreynieng")
    camp.attend(*made, sessions=EVERY)
    return made


@pytest.mark.parametrize("holder", [0, 1])
def test_the_one_certificate_stays_that_of_the_one_person(
    camp: Camp, two: tuple[Participant, Participant], holder: int
) -> None:
    camp.issue(two[holder])
    (before,) = camp.certificates

    act = camp.app.twins.merge(two[0].person_id, two[1].person_id).act

    (left,) = camp.people
    assert left.person_id == two[0].person_id
    assert camp.certificates == [before]
    assert before.participation_id == left.participation_id
    assert camp.issue().already == 1
    camp.app.records.undo_act(act)
    assert {one.participation_id for one in camp.people} == {one.participation_id for one in two}
    assert camp.app.records.faults() == []


def test_two_certificates_are_not_merged_until_one_is_revoked(
    camp: Camp, two: tuple[Participant, Participant]
) -> None:
    camp.issue()
    ids = [one.person_id for one in two]
    serials = {one.participation_id: one.serial for one in camp.certificates}
    assert str(camp.app.twins.compare(*ids).obstacle).startswith("Both hold a certificate")

    with pytest.raises(Refusal, match=serials[two[0].participation_id]):
        camp.app.twins.merge(ids[0], ids[1])
    assert len(camp.people) == 2

    camp.app.certificates.revoke(serials[two[0].participation_id], "issued twice")
    camp.app.twins.merge(ids[0], ids[1])
    assert [one.participation_id for one in camp.people] == [two[1].participation_id]
    assert [one.serial for one in camp.certificates] == [serials[two[1].participation_id]]
