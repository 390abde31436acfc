"""What commands about who has earned a certificate answer, to programs and to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

LISTED = ["person_id", "state", "entitled", "sessions_short", "serial", "revision", "issued_on",
          "exception"]  # fmt: skip
PERSONAL = ["name_km", "name_en", "organisation", "why", "differences"]


@pytest.fixture
def certified(ask: CommandLine, made: Made) -> Made:
    """One of three people came and has a certificate."""
    ask.json("checkin", made.codes[0], "--at", OPENING)
    ask.json("certificates", "issue")
    return made


def test_everybody_is_listed_with_how_they_stand(ask: CommandLine, certified: Made) -> None:
    everybody = ask.json("certificates", "list")
    issued = ask.json("certificates", "list", "--filter", "issued")
    bare = ask.json("certificates", "list", "--without-personal-data")

    assert list(everybody[0]) == LISTED + PERSONAL
    assert list(bare[0]) == LISTED
    assert sorted(one["state"] for one in everybody) == ["issued", "one_short", "one_short"]
    assert [one["person_id"] for one in issued] == [certified.people[0]["id"]]
    assert issued[0]["revision"] == 1


def test_people_read_names_states_and_whys(ask: CommandLine, certified: Made) -> None:
    answer = ask("certificates", "list", "--filter", "one_short")

    assert "one session short" in answer.out
    assert "Attended 0 of 2 sessions; at least 1 needed." in answer.out
    assert certified.people[0]["name_en"] not in answer.out


def test_an_exception_is_made_and_cleared(ask: CommandLine, certified: Made) -> None:
    ref = certified.people[1]["id"]
    given = ask.json("certificates", "except", ref, "--give", "--reason", "led the group work")
    issued = ask.json("certificates", "issue")
    cleared = ask.json("certificates", "except", ref, "--clear")
    unsaid = ask("certificates", "except", ref, "--withhold")
    unclear = ask("certificates", "except", ref)

    assert [(one["exception"], one["why"]) for one in given] == [
        ("given", "Given in spite of the rule: led the group work")
    ]
    assert issued["issued"] == 1
    assert [one["exception"] for one in cleared] == [None]
    assert (unsaid.code, "Say why" in unsaid.err) == (1, True)
    assert (unclear.code, "one of these: --give, --withhold, --clear" in unclear.err) == (1, True)


def test_a_certificate_is_corrected_by_its_number_or_its_holder(
    ask: CommandLine, certified: Made
) -> None:
    ref = certified.people[0]["id"]
    early = ask("certificates", "correct", ref, "--reason", "misspelt")
    ask.json("people", "change", ref, "name_en=Sok Daraa")
    (held,) = ask.json("certificates", "list", "--filter", "differs")

    made = ask.json("certificates", "correct", held["serial"].lower(), "--reason", "misspelt")
    missing = ask("certificates", "correct", certified.people[1]["id"], "--reason", "misspelt")

    assert (early.code, "says already what is true now" in early.err) == (1, True)
    assert "Sok Daraa" in {one["new"] for one in held["differences"]}
    assert (made["serial"], made["revision"]) == (held["serial"], 2)
    assert (missing.code, "holds no certificate" in missing.err) == (1, True)


def test_the_evidence_of_a_number_is_given(ask: CommandLine, certified: Made) -> None:
    del certified
    (held,) = ask.json("certificates", "list", "--filter", "issued")

    kept = ask.json("certificates", "evidence", held["serial"])
    told = ask("certificates", "evidence", held["serial"])
    unknown = ask("certificates", "evidence", "KMP26AB-A-09999-X")

    assert (kept["serial"], kept["revision"], kept["holds"]) == (held["serial"], 1, True)
    assert (kept["attended"], kept["of"], kept["rule"]["percent"]) == (1, 2, 50)
    assert "Attended 1 of 2 sessions: 50 %, 3 hours." in told.out
    assert "Day 1 – Morning · present" in told.out
    assert (unknown.code, "There is no certificate" in unknown.err) == (1, True)


def test_people_of_one_name_are_told_by_a_dry_run(ask: CommandLine, made: Made) -> None:
    twin = ask.json("people", "add", "--name-en", made.people[0]["name_en"])
    people = [made.people[0]["id"], twin["id"]]
    ask.json("certificates", "except", *people, "--give", "--reason", "led the group work")

    told = ask.json("certificates", "issue", "--dry-run")

    (group,) = told["same_names"]
    assert sorted(one["person_id"] for one in group) == sorted(people)
    assert "They bear one name" in ask("certificates", "issue", "--dry-run").out


def test_the_whole_rule_is_set_from_the_command_line(ask: CommandLine, made: Made) -> None:
    del made
    told = ask.json("change", "--certificate-day-percent", "50", "--certificate-hours", "12",
                    "--excused-counts")  # fmt: skip
    back = ask.json("change", "--excused-does-not-count")

    names = ("certificate_percent", "certificate_day_percent", "certificate_hours")
    assert [told[name] for name in names] == [50, 50, 12]
    assert (told["excused_counts"], back["excused_counts"]) == (True, False)


def test_an_exception_that_is_given_and_withheld_at_once_is_none(
    ask: CommandLine, certified: Made
) -> None:
    both = ("--give", "--withhold", "--reason", "Led the group work")

    refused = ask("certificates", "except", certified.people[1]["id"], *both)

    assert refused.code == 1
    assert "one of these: --give, --withhold, --clear" in refused.err
