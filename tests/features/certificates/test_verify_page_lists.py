"""What `verify.html` makes of texts and of trust lists."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.features.badges.rules import new_code, spaced
from tests.features.certificates.page_lists import (
    NAMES,
    altered,
    code,
    endorsement,
    key,
    list_codes,
    mark,
    plain,
    public,
    signed,
    trust,
)
from tests.features.certificates.pages import OpenPage, open_page, words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

A, B, STRANGER, MINISTRY = key(1), key(2), key(3), key(9)
LAPTOPS = [public(A), public(B)]


def of_ministry(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - what `trust` takes
    return trust(LAPTOPS, **{"by": MINISTRY, "organisation": MINISTRY, **more})


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> OpenPage:
    """A page of a ministry with two laptops."""
    return open_page(browser, tmp_path_factory.mktemp("page"), of_ministry(sequence=5))


@pytest.fixture
def fresh(browser: Browser, tmp_path: Path) -> OpenPage:
    """The same in a browser that has seen nothing yet."""
    return open_page(browser, tmp_path, of_ministry(sequence=5))


@pytest.mark.parametrize("kind", [1, 2])
def test_the_text_of_a_code_of_either_format_is_verified(page: OpenPage, kind: int) -> None:
    assert page.text(f"\n {code(B, kind=kind)} \r\n") == "valid"

    page.turn_to("en")
    for said in (*NAMES, "Civic Bootcamp", "KMP26-A-00001-O", "4 March 2026", "Laptop B"):
        assert said in page.answer
    page.turn_to("km")
    for said in (*NAMES, "ថ្ងៃទី៤ ខែមីនា ឆ្នាំ២០២៦", "ក្រសួងមហាផ្ទៃ · កុំព្យូទ័រ B"):
        assert said in page.answer


def test_the_revision_stands_beside_the_number(page: OpenPage) -> None:
    assert page.text(code(A, revision=2)) == "valid"

    assert "KMP26-A-00001-O · 2" in page.answer


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (altered(code(A)), "altered"),
        (code(STRANGER), "unknown_issuer"),
        ("", "not_a_certificate"),
        ("hello", "not_a_certificate"),
        ("BD1:", "not_a_certificate"),
        ("BD1:???", "not_a_certificate"),
        (code(A)[:-3], "not_a_certificate"),
        (code(A, revision=0), "not_a_certificate"),
        (code(A, kind=3), "not_a_certificate"),
    ],
)
def test_what_is_not_signed_by_those_on_the_list_is_never_valid(
    page: OpenPage, text: str, state: str
) -> None:
    assert page.text(text) == state


def test_a_certificate_issued_after_the_list_was_made_says_so(page: OpenPage) -> None:
    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    page.turn_to("en")

    assert page.text(code(A, on=tomorrow)) == "valid"
    assert words("after_list") in page.answer

    assert page.text(code(A, on=date(2026, 3, 4))) == "valid"
    assert words("after_list") not in page.answer


def test_a_list_of_more_than_thirty_days_is_called_old_with_its_days(
    browser: Browser, tmp_path: Path
) -> None:
    page = open_page(browser, tmp_path, of_ministry(age=42.5))

    assert page.text(code(A)) == "valid_old_list"

    assert words("valid_old_list", days=42) in page.answer
    page.turn_to("km")
    assert words("valid_old_list", "km", days="៤២") in page.answer


def test_names_can_bring_no_markup_along(browser: Browser, tmp_path: Path) -> None:
    evil = "</script><img src=x onerror=alert(1)><b>"
    page = open_page(browser, tmp_path, of_ministry(names=(evil, evil)))

    assert page.text(code(A, names=(evil, evil), title=evil)) == "valid"

    assert page.answer.count(evil) == 4
    assert page.tab.run("document.querySelectorAll('b, img').length") == 0
    assert page.tab.complaints == []


def test_a_newer_list_is_taken_as_text_and_counts_at_once(fresh: OpenPage) -> None:
    certificate = code(A)
    assert fresh.text(certificate) == "valid"

    [text] = list_codes(of_ministry(sequence=6, revoked=[mark(certificate)]))
    assert words("list_taken", day="x").partition(" x")[0] in fresh.list(text)

    assert fresh.text(certificate) == "revoked"


def test_a_newer_list_is_kept_for_the_next_time(fresh: OpenPage) -> None:
    certificate = code(A)
    fresh.list(plain(of_ministry(sequence=6, revoked=[mark(certificate)])))

    fresh.tab.show(fresh.file.rename(fresh.file.with_name("again.html")))

    assert fresh.text(certificate) == "revoked"


def test_a_newer_list_is_taken_from_a_file(fresh: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "trust.json"
    file.write_text(plain(of_ministry(sequence=6, superseded=[mark(code(A))])), "utf-8")

    fresh.tab.choose("#list", file)
    fresh.tab.wait("document.getElementById('list-answer').innerText")

    assert fresh.text(code(A)) == "superseded"


def test_a_list_in_several_codes_is_put_together_in_any_order(fresh: OpenPage) -> None:
    first, second, third = list_codes(of_ministry(sequence=6, revoked=[mark(code(A))]), 3)

    assert fresh.list(third) == words("list_parts", of=3, missing="1, 2")
    assert fresh.list(f"{first}\n{third}") == words("list_parts", of=3, missing="2")
    fresh.list(second)

    assert fresh.text(code(A)) == "revoked"


def test_lists_of_several_laptops_count_together(fresh: OpenPage) -> None:
    for laptop, gone in ((A, code(A)), (B, code(B))):
        fresh.list(plain(of_ministry(by=laptop, sequence=1, revoked=[mark(gone)])))

    assert (fresh.text(code(A)), fresh.text(code(B))) == ("revoked", "revoked")


def test_a_list_is_refused_with_the_reason_and_nothing_changes(page: OpenPage) -> None:
    void: dict[str, Any] = {"sequence": 9, "revoked": [mark(code(A))]}
    ours = of_ministry(**void)
    unsigned = {**ours, "sequence": 10}
    no_word = {**ours, "issuers": [{**ours["issuers"][0], "endorsement": None}]}
    forged = endorsement(STRANGER, public(STRANGER), "A") | {
        "organisation_key": ours["organisation"]["public_key"]
    }
    not_endorsed = {
        **ours,
        "issuers": [*ours["issuers"], {**ours["issuers"][0], "endorsement": forged}],
    }
    page.turn_to("en")

    for held, why in [
        (of_ministry(sequence=4, revoked=[mark(code(A))]), "list_older"),
        (trust(LAPTOPS, by=A, **void), "list_foreign"),
        (trust(LAPTOPS, by=STRANGER, organisation=STRANGER, **void), "list_foreign"),
        (unsigned, "list_no_list"),
        (signed(ours, STRANGER), "list_no_list"),
        (signed(no_word, A), "list_no_list"),
        (signed(not_endorsed, MINISTRY), "list_no_list"),
        (signed({**ours, "kind": "other/1"}, MINISTRY), "list_no_list"),
        (signed({**ours, "made_at": "yesterday"}, MINISTRY), "list_no_list"),
        (signed({**ours, "revoked": 5}, MINISTRY), "list_no_list"),
        ({}, "list_no_list"),
    ]:
        assert page.list(plain(held)) == words(why), held

    for text in ("BT1:", "BT1:ABC", "BT1/2/0:AB", "{", "nonsense"):
        assert page.list(text) != ""
    assert page.text(code(A)) == "valid"


def test_without_an_organisation_the_list_says_so_and_its_issuers_may_renew_it(
    browser: Browser, tmp_path: Path
) -> None:
    page = open_page(browser, tmp_path, trust(LAPTOPS, by=A))
    assert words("without_organisation") in page.tab.run("document.body.innerText")

    assert page.list(plain(trust([*LAPTOPS, public(STRANGER)], by=STRANGER))) == words(
        "list_foreign"
    )
    page.list(plain(trust(LAPTOPS, by=B, revoked=[mark(code(A))])))

    assert page.text(code(A)) == "revoked"


def test_a_page_whose_own_list_is_not_rightly_signed_refuses_to_work(
    browser: Browser, tmp_path: Path
) -> None:
    page = open_page(browser, tmp_path, {**of_ministry(), "sequence": 99})

    assert page.state == "damaged"
    assert words("damaged") in page.answer
    assert page.tab.run("document.getElementById('start').hidden") is True


def test_without_an_organisation_a_list_that_adds_somebody_is_of_others(
    browser: Browser, tmp_path: Path
) -> None:
    page = open_page(browser, tmp_path, trust([public(A)], by=A))
    page.turn_to("en")

    for added in (
        trust(LAPTOPS, by=A, sequence=5),
        trust([public(A), public(STRANGER)], by=A, organisation=STRANGER, sequence=5),
        trust([public(A)], by=A, organisation=STRANGER, sequence=5),
    ):
        assert page.list(plain(added)) == words("list_foreign")

    assert page.text(code(B)) == page.text(code(STRANGER)) == "unknown_issuer"


def test_a_list_from_the_future_is_refused(page: OpenPage) -> None:
    page.turn_to("en")

    assert page.list(plain(of_ministry(sequence=9, age=-2))) == words("list_ahead")


def test_a_page_whose_own_list_is_from_the_future_says_so_and_knows_no_age(
    browser: Browser, tmp_path: Path
) -> None:
    page = open_page(browser, tmp_path, of_ministry(age=-400))
    page.turn_to("en")

    assert words("clock") in page.tab.run("document.body.innerText")
    assert page.text(code(A, on=datetime.now(UTC).date() + timedelta(days=500))) == "valid"
    assert words("after_list") not in page.answer


def test_a_correction_that_was_taken_back_no_longer_counts_by_an_older_list(
    fresh: OpenPage,
) -> None:
    fresh.list(plain(of_ministry(by=A, age=3, superseded=[mark(code(A))])))
    assert fresh.text(code(A)) == "superseded"

    fresh.list(plain(of_ministry(by=B, age=2, revoked=[mark(code(A, revision=2))])))

    assert fresh.text(code(A)) == "valid"
    assert fresh.text(code(A, revision=2)) == "revoked"


def test_of_two_corrections_at_once_the_one_that_does_not_hold_is_not_sent_to_itself(
    fresh: OpenPage,
) -> None:
    second = code(A, revision=2)
    fresh.list(plain(of_ministry(sequence=6, superseded=[mark(second)])))
    fresh.turn_to("en")

    assert fresh.text(second) == "superseded"
    assert words("superseded_alike") in fresh.answer


def test_the_code_of_a_badge_is_said_to_be_one(page: OpenPage) -> None:
    page.turn_to("en")
    badge = new_code()

    for text in (badge, f" {badge}\n", spaced(badge)):
        assert page.text(text) == "not_a_certificate"
        assert words("badge") in page.answer
    for text in (badge[:-1], str(int(badge) + 1)):
        assert page.text(text) == "not_a_certificate"
        assert words("not_a_certificate") in page.answer
