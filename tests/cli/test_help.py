"""Help: for every command, in both languages, with no option left unexplained."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from bootcamp_app.cli.main import root
from bootcamp_app.core.settings import Settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.asking import CommandLine

KHMER = re.compile(r"[\u1780-\u17ff]")
Line = tuple[str, ...]


def commands(group: click.Group, line: Line = ()) -> Iterator[tuple[Line, click.Command]]:
    """Give every command with the words that reach it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*line, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*line, name))


EVERY = dict(commands(root))
each_command = pytest.mark.parametrize("line", EVERY, ids=" ".join)


def options_of(line: Line) -> list[click.Option]:
    return [one for one in EVERY[line].params if isinstance(one, click.Option)]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_command_of_the_contract_is_there() -> None:
    promised = """
        demo, new, list, sessions, people import, people list, people add, badges, checkin, scan,
        attendance, canvases templates, canvases print, certificates issue, certificates print,
        certificates verify, certificates revoke, export, history, backup, restore, doctor
    """

    assert {tuple(name.split()) for name in promised.split(",")} <= EVERY.keys()


@each_command
def test_help_explains_the_command_and_every_option(line: Line, ask: CommandLine) -> None:
    answer = ask.bare(*line, "--help")

    unsaid = [one.name for one in options_of(line) if not one.help or one.opts[0] not in answer.out]
    assert answer.code == 0
    assert EVERY[line].help
    assert unsaid == []


@each_command
def test_help_is_khmer_where_khmer_is_asked_for(line: Line, ask: CommandLine) -> None:
    english = ask.bare(*line, "--help").out
    khmer = ask.bare(*line, "--help", "--lang", "km").out

    texts = [EVERY[line].help, *(one.help for one in options_of(line))]
    assert [text for text in texts if text and squeezed(text) in squeezed(khmer)] == []
    assert KHMER.search(khmer)
    assert not KHMER.search(english)


def test_the_list_of_commands_is_khmer_too(ask: CommandLine) -> None:
    told = ask.bare("--help", "--lang", "km").out

    rows = {row.split()[0]: row for row in told.splitlines() if row.strip()}
    first = [line[0] for line in EVERY if len(line) == 1]
    assert [name for name in first if not KHMER.search(rows.get(name, ""))] == []


def test_without_a_command_the_help_is_shown(ask: CommandLine) -> None:
    assert ask.bare().out == ask.bare("--help").out


def test_wrong_usage_is_explained_in_khmer(ask: CommandLine) -> None:
    answer = ask.bare("dance", "--lang", "km")

    assert answer.code == 2
    assert KHMER.search(answer.err)
    assert "dance" in answer.err


def test_the_language_of_the_settings_is_used_where_none_is_said(ask: CommandLine) -> None:
    save_settings(Settings(language="km"))

    assert KHMER.search(ask.bare("--help").out)
    assert not KHMER.search(ask.bare("--help", "--lang", "en").out)
