"""Lists that leave one workspace and come into another, and organisations that stand for them."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.features.certificates import trust
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.certificates.tables import (
    CertificateRow,
    EndorsementRow,
    TrustListRow,
)
from bootcamp_app.features.certificates.trusting import Unconfirmed, fingerprint
from tests.features.certificates.camps import NAMES, camp_in, quietly
from tests.features.certificates.trust_lists import (
    MADE_AT,
    code,
    endorsed,
    issuer,
    organisation,
    revoking,
    trust_list,
    written,
)
from tests.storage.desks import exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.certificates.trusting import TrustLists
    from tests.clock import FakeClock
    from tests.features.certificates.camps import Camp

MINISTRY = organisation()


@pytest.fixture
def lists(camp_on_either: Camp) -> TrustLists:
    """The lists of a workspace that has issued nothing, once on each engine."""
    return camp_on_either.app.trust


@pytest.fixture
def elsewhere(tmp_path: Path, open_app: Callable[[str], App]) -> Camp:
    """Another office's workspace."""
    return camp_in(open_app(str(tmp_path / "elsewhere.bootcamp")))


def test_who_holds_the_list_of_another_office_verifies_its_certificates(
    camp: Camp, elsewhere: Camp
) -> None:
    [certificate, other, _third] = camp.certified(*NAMES)
    camp.app.certificates.revoke(other.serial, "wrong name")
    assert elsewhere.app.trust.check(certificate.record).reason == "unknown_issuer"

    elsewhere.app.trust.take_in(camp.app.trust.file(), is_trusted=True)

    found = elsewhere.app.trust.check(certificate.record)
    assert (found.reason, found.letter, found.organisation) == ("valid", "A", "")
    assert elsewhere.app.trust.check(other.record).reason == "revoked"


def test_a_list_of_somebody_new_is_taken_in_only_when_a_person_says_so(lists: TrustLists) -> None:
    text = written(trust_list("A", by=MINISTRY))

    with pytest.raises(Unconfirmed, match=fingerprint(MINISTRY.organisation.public_key)):
        lists.take_in(text)
    assert lists.check(code()).reason == "unknown_issuer"

    assert lists.take_in(text, is_trusted=True).is_new
    assert lists.check(code()).organisation == "ក្រសួង · Ministry"


def test_the_next_list_of_the_same_organisation_needs_nobodys_word(lists: TrustLists) -> None:
    held = trust_list("A", by=MINISTRY)
    lists.take_in(written(held), is_trusted=True)
    later = replace(revoking(held, code()), issuers=(*held.issuers, endorsed("B", MINISTRY)))

    assert lists.take_in(written(later)).is_new
    assert lists.check(code()).reason == "revoked"
    assert lists.check(code("B")).reason == "valid"
    assert len(lists.lists()) == 2


def test_a_list_without_an_organisation_that_adds_somebody_needs_a_persons_word(
    lists: TrustLists,
) -> None:
    lists.take_in(written(trust_list("A", "B")), is_trusted=True)
    wider = replace(trust_list("A", "B", "C"), sequence=2)

    assert lists.take_in(written(trust_list("B"), "B")).is_new
    with pytest.raises(Unconfirmed):
        lists.take_in(written(wider))
    assert lists.check(code("C")).reason == "unknown_issuer"


def test_an_older_list_never_takes_the_place_of_a_newer_one(lists: TrustLists) -> None:
    old = trust_list("A")
    lists.take_in(written(revoking(old, code())), is_trusted=True)

    with pytest.raises(Refusal, match="A newer list of A is here already"):
        lists.take_in(written(old), is_trusted=True)
    assert lists.check(code()).reason == "revoked"


def test_the_same_list_once_more_changes_nothing(lists: TrustLists) -> None:
    text = written(trust_list("A"))
    lists.take_in(text, is_trusted=True)

    assert not lists.take_in(text).is_new
    assert len(lists.lists()) == 2


def test_what_two_laptops_of_an_organisation_revoke_is_revoked_by_both_lists_together(
    lists: TrustLists,
) -> None:
    held = trust_list("A", "B", by=MINISTRY)
    lists.take_in(written(revoking(held, code("A")), "A"), is_trusted=True)
    lists.take_in(written(revoking(held, code("B")), "B"))

    assert lists.check(code("A")).reason == "revoked"
    assert lists.check(code("B")).reason == "revoked"
    assert lists.check(code("A", number=2)).reason == "valid"


def test_what_is_no_list_is_refused_and_nothing_kept(lists: TrustLists) -> None:
    with pytest.raises(Refusal, match="This is no trust list"):
        lists.take_in(written(trust_list("A")).replace('"sequence": 1', '"sequence": 2'))

    assert len(lists.lists()) == 1


def test_a_list_says_which_certificate_was_corrected(camp: Camp, elsewhere: Camp) -> None:
    [first] = camp.certified(NAMES[0])
    with camp.app.database.write() as work:
        row = work.get_one(CertificateRow, first.id)
        columns = {name: getattr(row, name) for name in row.__table__.columns.keys()}  # noqa: SIM118
        work.add(CertificateRow(**{**columns, "id": f"{first.id[:-1]}x", "revision": 2}))

    elsewhere.app.trust.take_in(camp.app.trust.file(), is_trusted=True)

    for app in (camp.app, elsewhere.app):
        assert [(one.serial, one.by_revision) for one in app.trust.lists()[-1].superseded] == [
            (first.serial, 2)
        ]


def test_the_sequence_grows_with_what_is_known_and_not_with_the_clock(
    camp: Camp, clock: FakeClock
) -> None:
    [first, second, _third] = camp.certified(*NAMES)
    before = trust.read(camp.app.trust.file())
    clock.forward(minutes=1)
    again = trust.read(camp.app.trust.file())
    camp.app.certificates.revoke(first.serial, "x")
    camp.app.certificates.revoke(second.serial, "x")
    after = trust.read(camp.app.trust.file())

    assert (again.sequence, after.sequence) == (before.sequence, before.sequence + 2)
    assert again.made_at > before.made_at


def test_an_organisation_stands_for_this_laptop_once_and_its_list_names_it(camp: Camp) -> None:
    assert camp.app.trust.signing().issuer is None

    [endorsed_now] = camp.app.trust.endorse(MINISTRY)
    again = camp.app.trust.endorse(MINISTRY)

    signing = camp.app.trust.signing()
    held = trust.read(camp.app.trust.file())
    assert (signing.issuer, signing.organisation) == (endorsed_now, MINISTRY.organisation)
    assert again == []
    assert held.organisation == MINISTRY.organisation
    assert [one.issuer for one in held.trusted] == [endorsed_now]


def test_a_laptop_for_which_two_organisations_stand_is_on_a_list_once_and_known_by_both(
    camp: Camp, elsewhere: Camp
) -> None:
    council = organisation("Council")
    [own] = camp.app.trust.endorse(MINISTRY)
    camp.app.trust.endorse(council)

    held = trust.read(camp.app.trust.file())
    assert held.organisation == council.organisation
    assert [one.issuer for one in held.trusted] == [own]
    assert camp.app.trust.signing().others == 0
    for known in (MINISTRY, council):
        assert camp.app.trust.take_in(written(trust_list("C", by=known), "C")).is_new
    assert elsewhere.app.trust.take_in(camp.app.trust.file(), is_trusted=True).is_new


def test_one_letter_alone_is_endorsed_and_one_that_nobody_has_is_refused(camp: Camp) -> None:
    camp.certified(NAMES[0])
    own, *_rest = camp.app.certificates.trust()[0]

    with pytest.raises(Refusal, match=r"with the letter Z in this workspace\. Those who do: A"):
        camp.app.trust.endorse(MINISTRY, "Z")
    assert camp.app.trust.endorse(MINISTRY, "A") == [own]


def test_without_an_organisation_the_list_says_so_and_is_trusted_as_it_is(camp: Camp) -> None:
    [certificate] = camp.certified(NAMES[0])

    held = trust.read(camp.app.trust.file())

    assert held.organisation is None
    assert [one.endorsement for one in held.issuers] == [None]
    assert camp.app.trust.check(certificate.record).organisation == ""


def test_an_endorsement_that_nobody_signed_stands_for_nobody(camp: Camp) -> None:
    camp.app.trust.endorse(MINISTRY)
    with camp.app.database.write() as work:
        row = work.query(EndorsementRow).one()
        columns = {name: getattr(row, name) for name in row.__table__.columns.keys()}  # noqa: SIM118
        columns |= {"id": f"{row.id[:-1]}x", "organisation_en": "Forged", "letter": "B"}
        work.add(EndorsementRow(**columns))

    assert camp.app.trust.signing().organisation == MINISTRY.organisation
    assert trust.read(camp.app.trust.file()).organisation == MINISTRY.organisation


def test_a_list_that_lies_damaged_in_the_workspace_is_passed_over(lists: TrustLists) -> None:
    lists.take_in(written(trust_list("A")), is_trusted=True)
    with lists._database.write() as work:
        row = work.query(TrustListRow).one()
        row.document = {**row.document, "sequence": 7}

    assert len(lists.lists()) == 1
    assert lists.check(code()).reason == "unknown_issuer"


def test_a_fingerprint_is_short_enough_to_be_read_aloud() -> None:
    assert [len(one) for one in fingerprint(issuer("A").public_key).split(" ")] == [5] * 4


def test_merged_workspaces_share_lists_and_endorsements_and_keep_the_newest(
    camp: Camp, elsewhere: Camp
) -> None:
    here, there = camp.app, elsewhere.app
    old = trust_list("C", by=MINISTRY)
    here.trust.take_in(written(old, "C"), is_trusted=True)
    there.trust.take_in(written(old, "C"), is_trusted=True)
    there.trust.take_in(written(revoking(old, code("C")), "C"))
    here.trust.endorse(organisation("Council"))

    for giver, taker in ((here, there), (there, here), (here, there)):
        exchange(giver.database, taker.database)

    for app in (here, there):
        assert [one.sequence for one in app.trust.lists()[1:]] == [2]
        assert app.trust.check(code("C")).reason == "revoked"
        [endorsed_one] = app.trust.lists()[0].issuers
        assert endorsed_one.organisation == organisation("Council").organisation


def test_checking_a_file_of_many_pages_can_be_stopped(camp: Camp, tmp_path: Path) -> None:
    certificates = camp.certified(*NAMES)
    print_batch(certificates, camp.bootcamp, tmp_path / "all.pdf", quietly, camp.designs)
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if done:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        camp.app.trust.verify(str(tmp_path / "all.pdf"), stop)
    assert told == [(0, 3), (1, 3)]


@pytest.fixture
def far_west(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer whose zone is hours behind the world's."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/Los_Angeles")
        time.tzset()
        yield
    time.tzset()


def test_a_laptop_that_is_known_brings_nobodys_organisation_along(lists: TrustLists) -> None:
    stranger = organisation("Stranger")
    lists.take_in(written(trust_list("A", by=MINISTRY)), is_trusted=True)

    lists.take_in(written(replace(trust_list("A", by=stranger), organisation=None)))
    with pytest.raises(Unconfirmed):
        lists.take_in(trust.written(trust_list("B", by=stranger), stranger.private))

    assert lists.check(code("B")).reason == "unknown_issuer"


def test_a_list_from_the_future_is_refused_and_one_of_another_zone_is_not(
    lists: TrustLists, clock: FakeClock
) -> None:
    held = trust_list("A")
    late = replace(held, made_at=clock.now() + timedelta(days=2))

    with pytest.raises(Refusal, match="made on 2026-03-04, which is still to come"):
        lists.take_in(written(late), is_trusted=True)
    near = replace(held, made_at=clock.now() + timedelta(hours=14))
    assert lists.take_in(written(near), is_trusted=True).is_new


@pytest.mark.usefixtures("far_west")
def test_a_list_says_since_when_one_is_void_by_the_days_of_the_world(camp: Camp) -> None:
    [first] = camp.certified(NAMES[0])
    camp.app.certificates.revoke(first.serial, "x")

    assert [one.on for one in trust.read(camp.app.trust.file()).revoked] == [MADE_AT.date()]
    assert MADE_AT.date() == date(2026, 3, 2)
