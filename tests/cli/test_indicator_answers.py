"""Figures for donors from the command line."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

ONE = {"people": 1, "participations": 1, "person_days": 1, "person_hours": 3.0}


@pytest.fixture
def came(ask: CommandLine, made: Made) -> dict[str, Any]:
    """One of three people came to the morning of a bootcamp of one day."""
    ask.json("checkin", made.codes[0], "--at", "2026-12-01T08:00")
    person: dict[str, Any] = made.people[0]
    return person


def test_figures_are_shown_with_every_breakdown(ask: CommandLine, came: dict[str, Any]) -> None:
    del came
    shown = ask.json("indicators", "show", "--from", "2026-12-01", "--to", "2026-12-01")

    assert shown["total"] == ONE
    assert shown["breakdowns"]["sex"][-1] == {"key": "sex=not_stated", "group": "not stated", **ONE}
    assert {"sector&sex", "session", "bootcamp", "month"} <= shown["breakdowns"].keys()
    assert ask.json("indicators", "show", "--from", "2026-12-02")["total"]["people"] == 0
    told = ask("indicators", "show", "--bootcamp", "Kampot Bootcamp").out.splitlines()
    assert told[:2] == ["Unique people: 1", "Participations: 1"]


def test_a_figure_tells_whom_it_was_counted_from(ask: CommandLine, came: dict[str, Any]) -> None:
    behind = ask.json("indicators", "people", "sector=not_stated&sex=not_stated")

    assert {name: behind[name] for name in ONE} == ONE
    assert behind["title"] == "Sector: not stated · Sex: not stated"
    assert [(one["person_id"], one["name_en"], one["hours"]) for one in behind["who"]] == [
        (came["id"], "Chan Sreyneang", 3.0)
    ]
    assert "1 people, 1 participations" in ask("indicators", "people").out
    assert ask("indicators", "people", "sex=dog").code == 1


def test_figures_are_frozen_listed_and_compared(
    ask: CommandLine, made: Made, came: dict[str, Any]
) -> None:
    kept = ask.json("indicators", "freeze", "Q4")
    ask.json("checkin", made.codes[1], "--at", "2026-12-01T08:10")

    compared = ask.json("indicators", "compare", "Q4")

    assert ask.json("indicators", "snapshots") == [kept]
    for moment in (kept["at"], ask.json("indicators", "show")["counted_at"]):
        assert moment == datetime.fromisoformat(moment).isoformat()
        assert "T" in moment
    assert (kept["people"], kept["is_intact"], len(kept["checksum"])) == (1, True, 64)
    assert compared["differences"][0] == {
        "key": "all", "group": "Everybody", "then": ONE,
        "now": {"people": 2, "participations": 2, "person_days": 2, "person_hours": 6.0},
    }  # fmt: skip
    assert [person for person, _part in compared["came"]] == [made.people[1]["id"]]
    assert compared["left"] == []
    del came


def test_comparing_tells_of_two_things_at_once_only_where_asked(
    ask: CommandLine, made: Made, came: dict[str, Any]
) -> None:
    ask.json("indicators", "freeze", "Q4")
    ask.json("checkin", made.codes[1], "--at", "2026-12-01T08:10")
    differ = [one["key"] for one in ask.json("indicators", "compare", "Q4")["differences"]]

    short = ask("indicators", "compare", "Q4").out
    long = ask("indicators", "compare", "Q4", "--crossed").out

    crossed = sum("&" in key for key in differ)
    assert 0 < crossed < len(differ)
    assert "Everybody: Unique people 1 → 2" in short
    assert f"{crossed} more figures of two things at once differ" in short
    assert len(long.splitlines()) == len(short.splitlines()) - 1 + crossed
    del came


def test_few_people_have_no_public_version(ask: CommandLine, came: dict[str, Any]) -> None:
    del came
    answer = ask("indicators", "show", "--public")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Fewer than 5 people were counted here")


@pytest.mark.usefixtures("came")
def test_a_table_speaks_in_words_and_shows_the_key_to_ask_for(ask: CommandLine) -> None:
    ask.json("indicators", "freeze", "July")

    listed = ask("indicators", "snapshots").out
    shown = ask("indicators", "show").out

    assert "Unchanged" in listed
    assert "Yes" in listed
    assert "+00:00" not in listed
    assert "sex=female" in shown


@pytest.mark.usefixtures("came")
def test_days_in_the_wrong_order_are_refused(ask: CommandLine) -> None:
    answer = ask("indicators", "show", "--from", "2026-12-01", "--to", "2026-11-01")

    assert answer.code == 1
    assert "first day comes after the last" in answer.err
