"""Whatever is typed behind an option, the answer is an answer or a sentence, never a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from bootcamp_app.cli.main import root

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.asking import Answer, CommandLine
    from tests.cli.conftest import Made

WORDS = (
    "\udcff",
    "Dara\udcff=\udcfe",
    "",
    "-1",
    "៩៩",
    "9" * 23,
    "9" * 5000,
    "{name} %s",
    "\n\u202e👩\u200d🌾",
)
A_WHOLE_DAY = {"demo": ("\udcff",)}
"""What takes long is asked less."""
NEVER_MANY = {"people": "1"}
FAULT = "Something went wrong inside the program"


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command, with the words that call it."""
    yield from _below(root, "")


def _below(group: click.Group, words: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        if isinstance(command, click.Group):
            yield from _below(command, f"{words} {name}")
        else:
            yield f"{words} {name}".strip(), command


COMMANDS = dict(commands())


def takes_words(one: click.Parameter) -> bool:
    """Say whether anything may be typed there."""
    is_switch = isinstance(one, click.Option) and (one.is_flag or one.is_eager)
    return not is_switch and not isinstance(one.type, click.Choice)


def plain(one: click.Parameter, made: Made, tmp_path: Path) -> str:
    """Give something right to type where something must be typed."""
    known = {
        **NEVER_MANY,
        "out": str(tmp_path / "out.pdf"),
        "file": str(tmp_path / "list.csv"),
        "images": str(tmp_path / "photo.png"),
        "codes": made.codes[0],
        "code": made.codes[1],
        "ref": "Sok Dara",
        "refs": "Sok Dara",
        "keep": "Sok Dara",
        "other": "Kim Sophea",
        "changes": "note=late",
        "name": "problem-tree",
    }
    if isinstance(one.type, click.Choice):
        return str(one.type.choices[0])
    return known.get(one.name or "", "word")


def line_with(
    word: str, tried: click.Parameter, command: click.Command, made: Made, tmp_path: Path
) -> list[str]:
    """Give a line that is right but for this word."""
    options: list[str] = []
    arguments: list[str] = []
    for one in command.params:
        if one is not tried and not one.required and one.name not in NEVER_MANY:
            continue
        typed = word if one is tried else plain(one, made, tmp_path)
        if isinstance(one, click.Argument):
            arguments.append(typed)
        else:
            options.append(f"{max(one.opts, key=len)}={typed}")
    return [*options, "--", *arguments] if arguments else options


def is_an_answer(answer: Answer) -> bool:
    """Say whether a person or a program can do something with what came."""
    told = answer.out + answer.err
    return answer.code in (0, 1, 2) and FAULT not in told and "Traceback" not in told


@pytest.mark.parametrize("words", COMMANDS)
def test_any_word_behind_any_option_is_answered_without_a_fault(
    ask: CommandLine,
    made: Made,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
) -> None:
    # Some words are the names of files that are then written.
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text("Name,Phone\nMao Sokly,012 345 678\n", "utf-8")
    command = COMMANDS[words]

    faults = [
        (one.name, word[:30], answer)
        for one in filter(takes_words, command.params)
        for word in A_WHOLE_DAY.get(words, WORDS)
        if not is_an_answer(
            answer := ask(*words.split(), *line_with(word, one, command, made, tmp_path))
        )
    ]

    assert faults == []
