"""Programmes from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.asking import CommandLine

pytestmark = pytest.mark.usefixtures("made")


def test_a_programme_is_made_changed_given_a_bootcamp_and_the_old_one_removed(
    ask: CommandLine,
) -> None:
    (old,) = ask.json("programmes", "list")
    made = ask.json("programmes", "new", "Civic Bridges", "--code", "EU-117", "--donor", "EU")
    changed = ask.json("programmes", "change", "EU-117", "--title-km", "ស្ពាន")
    (bootcamp,) = ask.json("list")
    given = ask.json("programmes", "give", "EU-117", bootcamp["id"])
    ask.json("programmes", "remove", old["id"])

    assert made == {
        "id": made["id"], "title": "Civic Bridges", "title_km": "", "code": "EU-117",
        "donors": ["EU"], "bootcamps": 0,
    }  # fmt: skip
    assert changed == {**made, "title_km": "ស្ពាន"}
    assert given == {**changed, "bootcamps": 1}
    assert ask.json("programmes", "list") == [given]


def test_the_donors_code_of_a_bootcamp_is_changed(ask: CommandLine) -> None:
    assert ask.json("change", "--indicator-code", "EG.3.2-1")["indicator_code"] == "EG.3.2-1"
