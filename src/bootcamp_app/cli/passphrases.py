"""Passphrases for commands: out of a file or typed, never in the line itself, which others see."""

from __future__ import annotations

import getpass
import warnings
from pathlib import Path

import click

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _

passphrase_option = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("A file whose first line is the passphrase; asked for where it is not given."),
)


def passphrase_from(file: Path | None, asked_as: str, *, is_new: bool = False) -> str:
    """Give the first line of a file, or without one what somebody types when asked."""
    if file is None:
        return _typed(asked_as, is_new=is_new)
    try:
        with file.open(encoding="utf-8-sig") as held:
            return held.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise Refusal(
            "The file “{name}” cannot be read. Check its name and place, then choose it again.",
            name=file.name,
        ) from problem


def _typed(asked_as: str, *, is_new: bool) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            asked = click.prompt(
                asked_as,
                hide_input=True,
                confirmation_prompt=_("The same once more") if is_new else False,
                err=True,
            )
    except getpass.GetPassWarning as problem:  # it would be seen by whoever stands beside
        raise Refusal(
            "There is no keyboard to type the passphrase on. Name a file that holds it, with "
            "--passphrase-file."
        ) from problem
    return str(asked)
