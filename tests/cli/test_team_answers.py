"""What the commands about teams answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


def test_teams_are_built_listed_changed_and_named_at_the_door(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    tried = ask.json("teams", "build", "--teams", "2", "--dry-run")
    assert ask.json("teams", "list") == []

    built = ask.json("teams", "build", "--size", "2")
    assert [(one["team"], one["name_km"], one["colour"]) for one in built] == [
        ("Rumdul", "រំដួល", "blue"), ("Lotus", "ឈូក", "green"),
    ]  # fmt: skip
    assert [len(one["members"]) for one in built] == [2, 1]
    assert [one["name_en"] for one in tried] == ["Rumdul", "Lotus"]
    assert built[0]["balance"]["sex"]["not_stated"] == {"number": 2, "ideal": 2.0, "off": False}

    ask.json("teams", "rename", "ឈូក", "--name-en", "River", "--colour", "red")
    ask.json("teams", "move", "Sok Dara", "--to", "River")
    listed = ask.json("teams", "list")
    lotus = next(one for one in listed if one["team"] == "Lotus")
    assert (lotus["name_en"], lotus["colour"]) == ("River", "red")
    assert "Sok Dara" in {one["name_en"] for one in lotus["members"]}

    code = next(one["badge_code"] for one in made.people if one["name_en"] == "Sok Dara")
    (scan,) = ask.json("checkin", code, "--at", OPENING)
    assert scan["team"] == {"team": "Lotus", "name_km": "ឈូក", "name_en": "River"}
    prose = ask("checkin", code, "--at", OPENING).out
    assert "Team River · ឈូក" in prose
    signs = tmp_path / "signs.pdf"
    assert ask.json("teams", "print", "signs", "--out", str(signs))["pages"] == 2
    assert signs.stat().st_size > 0


def test_wishes_and_late_arrivals(ask: CommandLine, made: Made) -> None:
    del made
    kept = ask.json("teams", "wish", "add", "apart", "Sok Dara", "Kim Sophea")
    (told,) = ask.json("teams", "wish", "list")
    assert (told["kind"], [one["name"] for one in told["people"]]) == (
        "apart", ["Sok Dara", "Kim Sophea"],
    )  # fmt: skip
    refused = ask("teams", "build", "--teams", "1")
    assert refused.code == 1
    assert "2 people are to be kept apart, but the number of teams is 1." in refused.err
    ask.json("teams", "wish", "remove", kept["id"])

    ask.json("teams", "build", "--teams", "1")
    ask.json("people", "add", "--name-en", "Late Comer")
    assert ask.json("teams", "late") == {"placed": 1}
    assert ask.json("teams", "move", "Late Comer", "--out") == {"team": None, "people": 1}
    assert "1 person is in no team." in ask("teams", "list").out
    assert ask("teams", "build").code == 2
