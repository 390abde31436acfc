"""A command line whose user has a home of their own, and a bootcamp made with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from bootcamp_app.core.i18n import words
from tests.cli.asking import CommandLine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPENING = "2026-12-01T08:00"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home without settings or workspace; the language is English again afterwards."""
    folder = tmp_path / "home"
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("BOOTCAMP_DB", raising=False)
    yield folder
    words.use("en")


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line on a workspace that does not exist yet."""
    return CommandLine(tmp_path / "camp.bootcamp", capsys)


class Made(NamedTuple):
    """What the command line answered when the bootcamp was made."""

    bootcamp: dict[str, Any]
    people: list[dict[str, Any]]

    @property
    def codes(self) -> list[str]:
        """The badge codes of everybody."""
        return [person["badge_code"] for person in self.people]


@pytest.fixture
def made(ask: CommandLine) -> Made:
    """A bootcamp of one day in Kampot with three people."""
    day = ("--start", "2026-12-01", "--days", "1", "--certificate-percent", "50")
    bootcamp = ask.json("new", "Kampot Bootcamp", "--province", "Kampot", *day)
    names = [("ចាន់ ស្រីនាង", "Chan Sreyneang"), ("សុខ ដារ៉ា", "Sok Dara"), ("", "Kim Sophea")]
    people = [ask.json("people", "add", "--name-km", km, "--name-en", en) for km, en in names]
    return Made(bootcamp, people)
