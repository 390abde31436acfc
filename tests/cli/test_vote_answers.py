"""Votes, snapshots and ownership on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.canvases.views import Gesture, NewBoard
from tests.clock import FakeClock
from tests.features.canvases.facilitating import note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.canvases.views import Board
    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


@pytest.fixture
def app(ask: CommandLine, made: Made) -> Iterator[App]:
    del made
    opened = build(str(ask.place), FakeClock())
    yield opened
    opened.database.close()


@pytest.fixture
def board(app: App) -> Board:
    """A board with two notes, one of them of the government."""
    made = app.boards.make(app.bootcamps.all()[0], NewBoard("co-ownership", title_en="Lotus"))

    app.boards.apply(made.id, Gesture(added=(note("Bins", side="government"), note("Trees"))))
    return made


def test_a_round_is_opened_voted_in_and_closed(ask: CommandLine, board: Board, made: Made) -> None:
    opened = ask.json("canvases", "vote", "open", "Lotus", "--dots", "2", "--title", "First?")
    give = ("canvases", "vote", "give", board.number)
    ask.json(*give, "Trees", "--person", made.codes[0], "--dots", "2")
    ask.json(*give, "bins", "--person", "Sok Dara")
    too_many = ask(*give, "bins", "--person", made.codes[0])
    closed = ask.json("canvases", "vote", "close", board.id)

    assert (opened["kind"], opened["dots"], opened["closed_at"]) == ("person", 2, None)
    assert (too_many.code, too_many.out) == (1, "")
    assert "All 2 dots are given" in too_many.err
    assert [(one["place"], one["text"], one["dots"]) for one in closed["results"]] == [
        (1, "Trees", 2),
        (2, "Bins", 1),
    ]
    assert ask.json("canvases", "votes", "Lotus") == [closed]


def test_hands_of_a_secret_round_are_told_only_when_it_is_closed(
    ask: CommandLine, board: Board
) -> None:
    del board
    ask.json("canvases", "vote", "open", "Lotus", "--kind", "hands", "--secret", "--zone", "gov")
    noted = ask.json(
        "canvases", "vote", "give", "Lotus", "Bins", "--side", "resident", "--dots", "9"
    )
    before = ask.json("canvases", "votes", "Lotus")
    ask.json("canvases", "vote", "close", "Lotus")
    reopened = ask.json("canvases", "vote", "reopen", "Lotus")
    ask.json("canvases", "vote", "close", "Lotus")

    assert "total" not in noted
    assert before[0]["results"] == []
    assert reopened["closed_at"] is None
    assert ask.json("canvases", "votes", "Lotus")[0]["results"][0]["by_side"] == {"resident": 9}
    assert "1. Bins: 9" in ask("canvases", "votes", "Lotus").out


def test_snapshots_are_kept_listed_and_compared(ask: CommandLine, board: Board, app: App) -> None:
    kept = ask.json("canvases", "snapshot", "Lotus", "--title", "Morning")

    app.boards.apply(board.id, Gesture((note("Lamps"),), {"Trees": {"zone": "cso"}}, ("Bins",)))

    listed = ask.json("canvases", "snapshots", "Lotus")
    told = ask("canvases", "snapshots", "Lotus", "--since", "morning").out.splitlines()

    assert [(one["id"], one["title"], one["items"]) for one in listed] == [
        (kept["id"], "Morning", 2)
    ]
    assert sorted(told) == ["Gone: “Bins”", "In another zone: “Trees”", "New: “Lamps”"]


def test_zones_are_meant_as_when_notes_are_written(ask: CommandLine, board: Board) -> None:
    number = [zone.id for zone in board.template.zones].index("gov") + 1

    held = ask.json("canvases", "vote", "open", "Lotus", "--zone", str(number), "--zone", "gov")
    wrong = ask("canvases", "vote", "open", "Lotus", "--zone", "99")

    assert held["zones"] == ["gov"]
    assert "no zone “99”. Use the number of one: 1 " in wrong.err


def test_who_votes_has_to_be_said_where_people_vote(ask: CommandLine, board: Board) -> None:
    del board
    ask.json("canvases", "vote", "open", "Lotus")

    assert "Say who with --person." in ask("canvases", "vote", "give", "Lotus", "Bins").err


def test_a_board_is_meant_in_the_bootcamp_that_is_named(
    ask: CommandLine, board: Board, made: Made
) -> None:
    days = ("--start", "2027-02-03", "--days", "1")
    later = ask.json("new", "Takeo Bootcamp", "--province", "Takeo", *days)
    first = ("--bootcamp", made.bootcamp["id"])

    opened = ask.json("canvases", "vote", "open", board.number, *first)
    kept = ask.json("canvases", "snapshot", board.number, *first)

    assert ask.json("canvases", "votes", board.number, *first)[0]["id"] == opened["id"]
    assert kept["at"].endswith("+07:00")
    (listed,) = ask.json("canvases", "snapshots", board.number, *first)
    assert listed["at"] == kept["at"]
    refused = ask("canvases", "snapshot", board.number, "--bootcamp", later["id"])
    assert (refused.code, refused.out) == (1, "")


def test_ownership_is_told_in_figures_and_in_words(ask: CommandLine, board: Board) -> None:
    del board
    told = ask.json("canvases", "ownership", "Lotus")

    assert (told["percent"]["government"], told["balance"], told["not_said"]) == (100, 0, 1)
    assert told["of"]["notes"] == {"government": 1, "not_said": 1}
    assert told["reading"] == "few"
    assert "Not said: 1" in ask("canvases", "ownership", "Lotus").out


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("votes Moon", "no board “Moon”"),
        ("vote give Lotus Bins", "There is no round"),
        ("snapshots Lotus --since Moon", "means no single snapshot"),
    ],
)
def test_what_is_not_there_is_refused(
    ask: CommandLine, board: Board, line: str, reason: str
) -> None:
    del board
    answer = ask("canvases", *line.split())

    assert (answer.code, answer.out) == (1, "")
    assert reason in answer.err
