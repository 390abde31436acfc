"""The states of a certificate by the lists at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.badges.rules import new_code, spaced
from bootcamp_app.features.certificates import trust
from bootcamp_app.features.certificates.checking import check
from bootcamp_app.features.certificates.records import mark, sign
from bootcamp_app.features.certificates.trusted import Endorsed
from bootcamp_app.features.certificates.verdicts import advice, sentences
from bootcamp_app.features.certificates.views import REASONS, Verification
from tests.features.certificates.trust_lists import (
    MADE_AT,
    code,
    endorsed,
    issuer,
    key,
    organisation,
    record,
    revoking,
    superseding,
    trust_list,
)

LIST = trust_list("A", "B")


def test_a_certificate_is_valid_by_a_list_that_knows_who_signed() -> None:
    found = check(code(), [LIST], MADE_AT)

    assert found == Verification("valid", record(), mark(code()), letter="A", list_made_at=MADE_AT)


@pytest.mark.parametrize(
    ("days", "reason"),
    [(-3, "valid"), (30, "valid"), (31, "valid_old_list"), (400, "valid_old_list")],
)
def test_a_list_of_more_than_30_days_is_said_to_be_old_and_the_certificate_valid(
    days: int, reason: str
) -> None:
    found = check(code(), [LIST], MADE_AT + timedelta(days=days))

    assert (found.reason, found.is_valid, found.days_old) == (reason, True, max(days, 0))


def test_the_newest_list_that_knows_who_signed_decides_how_old_the_answer_is() -> None:
    newer = replace(trust_list("A"), made_at=MADE_AT + timedelta(days=50))
    newest_of_others = replace(trust_list("C"), made_at=MADE_AT + timedelta(days=99))

    found = check(code(), [newest_of_others, LIST, newer], MADE_AT + timedelta(days=60))

    assert (found.reason, found.days_old) == ("valid", 10)


def test_what_the_workspace_knows_itself_has_no_age() -> None:
    found = check(code(), [replace(LIST, is_live=True)], MADE_AT + timedelta(days=99))

    assert (found.reason, found.list_made_at) == ("valid", None)


def test_what_one_list_revokes_is_revoked_whatever_another_says() -> None:
    lists = [LIST, revoking(trust_list("A"), code())]

    assert check(code(), lists, MADE_AT).reason == "revoked"
    assert check(code(number=2), lists, MADE_AT).reason == "valid"


def test_nobody_revokes_what_they_did_not_sign_by_a_list_that_does_not_know_the_signer() -> None:
    hostile = revoking(trust_list("C"), code())

    assert check(code(), [LIST, hostile], MADE_AT).reason == "valid"


def test_a_corrected_certificate_says_which_revision_holds() -> None:
    held = superseding(LIST, code(), 3)

    found = check(code(), [held], MADE_AT)

    assert (found.reason, found.by_revision, found.is_valid) == ("superseded", 3, False)
    assert check(code(revision=3), [held], MADE_AT).reason == "valid"
    assert "Revision 3 holds in its place." in map(str, sentences(found))


def test_a_certificate_issued_after_the_list_was_made_says_so_and_is_valid() -> None:
    late = sign(record(issued_on=(MADE_AT + timedelta(days=2)).date()), key("A"))

    found = check(late, [LIST], MADE_AT + timedelta(days=2))

    assert (found.reason, found.is_after_list) == ("valid", True)


def test_an_issuer_of_no_list_is_unknown_and_one_whose_text_was_changed_altered() -> None:
    other = trust_list("C")

    assert check(code(), [other], MADE_AT).reason == "unknown_issuer"
    assert check(code(), [], MADE_AT).reason == "unknown_issuer"
    assert check("BD1:", [LIST], MADE_AT).reason == "not_a_certificate"


def test_by_the_list_of_an_organisation_only_those_count_for_whom_it_stands() -> None:
    ministry = organisation()
    mixed = (endorsed("A", ministry), Endorsed(issuer("B")), endorsed("C", organisation("Other")))
    held = replace(trust_list("A", by=ministry), issuers=mixed)

    reasons = [check(code(one), [held], MADE_AT).reason for one in "ABC"]

    assert reasons == ["valid", "unknown_issuer", "unknown_issuer"]
    assert check(code("A"), [held], MADE_AT).organisation == "ក្រសួង · Ministry"


@pytest.mark.parametrize("reason", REASONS)
def test_every_state_is_said_with_what_to_do(reason: str) -> None:
    told = [str(one) for one in sentences(Verification(reason))]

    assert told[0]
    assert str(advice(Verification(reason)))


def test_a_list_says_the_same_after_it_was_written_and_read() -> None:
    held = revoking(superseding(trust_list("A", by=organisation()), code(), 2), code(number=9))

    found = trust.read(trust.written(held, key("A")))

    assert found == replace(held, signed_by=issuer("A").public_key)


def test_a_correction_that_was_taken_back_no_longer_counts_by_an_older_list() -> None:
    old = superseding(LIST, code(), 2)
    taken_back = replace(revoking(LIST, code(revision=2)), made_at=MADE_AT + timedelta(hours=2))
    unaware = replace(LIST, made_at=MADE_AT + timedelta(hours=3))
    of_others = replace(taken_back, organisation=organisation().organisation)
    lists = [old, taken_back, unaware]

    assert check(code(), lists, MADE_AT + timedelta(days=1)).reason == "valid"
    assert check(code(revision=2), lists, MADE_AT + timedelta(days=1)).reason == "revoked"
    for one in ([old, unaware], [old, of_others], [old, replace(taken_back, is_live=True)]):
        assert check(code(), one, MADE_AT + timedelta(days=1)).reason == "superseded"


def test_of_two_lists_of_one_moment_either_may_say_that_a_certificate_was_corrected() -> None:
    lists = [revoking(LIST, code(revision=2)), superseding(LIST, code(), 3)]

    assert check(code(), lists, MADE_AT).by_revision == 3


def test_a_list_from_the_future_makes_no_answer_young() -> None:
    future = replace(revoking(LIST, code(number=2)), made_at=MADE_AT + timedelta(days=900))
    now = MADE_AT + timedelta(days=40)

    assert (
        check(code(), [LIST, future], now).reason,
        check(code(), [LIST, future], now).days_old,
    ) == (
        "valid_old_list",
        40,
    )
    alone = check(code(), [future], now)
    assert (alone.reason, alone.list_made_at, alone.is_after_list) == ("valid", None, False)
    assert check(code(number=2), [LIST, future], now).reason == "revoked"


def test_of_two_corrections_at_once_the_one_that_does_not_hold_is_not_sent_to_itself() -> None:
    found = check(code(revision=2), [superseding(LIST, code(revision=2), 2)], MADE_AT)

    told = [str(one) for one in (*sentences(found), advice(found))]
    assert (found.reason, found.by_revision) == ("superseded", 2)
    assert any("another one of the same revision holds" in one for one in told)
    assert not any("Revision 2 holds" in one or "later revision" in one for one in told)


def test_the_code_of_a_badge_is_said_to_be_one() -> None:
    badge = new_code()

    for shown in (badge, f" {badge}\n", spaced(badge), khmer_digits(badge)):
        found = check(shown, [LIST], MADE_AT)
        assert (found.reason, found.is_badge) == ("not_a_certificate", True)
        assert any("It is a badge" in str(one) for one in sentences(found))
    for other in (badge[:-1], f"{int(badge) + 1}", "hello"):
        assert not check(other, [LIST], MADE_AT).is_badge
