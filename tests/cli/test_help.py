"""Help: for every command, in both languages, with no option left unexplained."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from bootcamp_app.cli.main import root
from bootcamp_app.core.i18n import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.asking import CommandLine

KHMER = re.compile(r"[\u1780-\u17ff]")


def commands(
    group: click.Group, line: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
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


def test_every_command_of_the_contract_is_there() -> None:
    promised = """
        demo, new, list, sessions, people import, people list, people add, badges, checkin, scan,
        attendance, canvases templates, canvases print, certificates issue, certificates print,
        certificates verify, certificates revoke, export, history, backup, restore, doctor
    """

    assert {tuple(name.split()) for name in promised.split(",")} <= EVERY.keys()


@each_command
def test_help_explains_the_command_and_every_option(
    line: tuple[str, ...], ask: CommandLine
) -> None:
    answer = ask.bare(*line, "--help")

    options = [one for one in EVERY[line].params if isinstance(one, click.Option)]
    assert answer.code == 0
    assert [one.name for one in options if one.opts[0] not in answer.out or not one.help] == []
    assert EVERY[line].help


@each_command
def test_help_is_khmer_where_khmer_is_asked_for(line: tuple[str, ...], ask: CommandLine) -> None:
    english = ask.bare(*line, "--help").out
    khmer = ask.bare(*line, "--help", "--lang", "km").out
    texts = [one.help for one in EVERY[line].params if isinstance(one, click.Option) and one.help]

    left = [
        text
        for text in [EVERY[line].help or "", *texts]
        if "".join(text.split()) in "".join(khmer.split())
    ]
    assert left == []
    assert KHMER.search(khmer)
    assert not KHMER.search(english)


def test_the_list_of_commands_is_khmer_too(ask: CommandLine) -> None:
    told = ask.bare("--help", "--lang", "km").out

    rows = {
        name: row
        for row in told.splitlines()
        for name in [row.split(" ")[2:3]]
        if name
        for name in name
    }
    assert [
        name for (name, *more) in EVERY if not more and not KHMER.search(rows.get(name, ""))
    ] == []


def test_without_a_command_the_help_is_shown(ask: CommandLine) -> None:
    assert ask.bare().out == ask.bare("--help").out


def test_wrong_usage_is_explained_in_khmer(ask: CommandLine) -> None:
    answer = ask.bare("dance", "--lang", "km")

    assert answer.code == 2
    assert KHMER.search(answer.err)
    assert "dance" in answer.err


def test_the_language_of_the_settings_is_used_where_none_is_said(ask: CommandLine) -> None:
    ask.bare("--help", "--lang", "km")

    ask.bare("--help")

    assert words.language == "en"
