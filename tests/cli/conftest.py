"""A command line whose user has a home of their own, and a bootcamp made with it."""

from __future__ import annotations

import copy
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from bootcamp_app.core.i18n import words
from bootcamp_app.storage.devices import home_of
from bootcamp_app.storage.engines import plain_connection
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


class Template:
    """A workspace that is made once and copied to each test that starts from it."""

    def __init__(self, file: Path) -> None:
        self.made: Made | None = None
        self._file = file

    def keep(self, place: Path, made: Made) -> None:
        """Keep what was made in a place."""
        shutil.copyfile(place, self._file)
        self.made = made

    def copy(self, place: Path) -> None:
        """Have the same workspace in another place, as though it had been made there."""
        shutil.copyfile(self._file, place)
        connection = plain_connection(place)
        connection.execute("PRAGMA synchronous=OFF")
        # A file that was copied is another device, and this one is to be the one that made it.
        connection.execute("UPDATE local_device SET home = ?", (home_of(place),))
        connection.close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Where the bootcamp of `made` is kept once a test has made it."""
    return Template(tmp_path_factory.mktemp("made") / "made.bootcamp")


@pytest.fixture
def made(ask: CommandLine, home: Path, template: Template) -> Made:
    """A bootcamp of one day in Kampot with three people; typed once, later files are copies."""
    if template.made is None:
        template.keep(ask.place, _typed(ask))
    else:
        template.copy(ask.place)
        (home / "bootcamp-desk").mkdir(parents=True, exist_ok=True)  # as every line leaves it
    assert template.made
    return copy.deepcopy(template.made)


def _typed(ask: CommandLine) -> Made:
    day = ("--start", "2026-12-01", "--days", "1", "--certificate-percent", "50")
    bootcamp = ask.json("new", "Kampot Bootcamp", "--province", "Kampot", *day)
    names = [("ចាន់ ស្រីនាង", "Chan Sreyneang"), ("សុខ ដារ៉ា", "Sok Dara"), ("", "Kim Sophea")]
    people = [ask.json("people", "add", "--name-km", km, "--name-en", en) for km, en in names]
    return Made(bootcamp, people)
