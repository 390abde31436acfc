"""Commands whose help is in the person's language, read only when it is shown."""

from __future__ import annotations

import gettext
import os
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.core.i18n import _, locale_folder, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_LINE = 100


class Translated(click.Command):
    """What commands and groups share: words that are chosen when they are shown."""

    def get_help(self, ctx: click.Context) -> str:
        """Give the help in the language in use."""
        with _in_words(self):
            return super().get_help(ctx)

    def get_short_help_str(self, limit: int = _LINE) -> str:
        """Give the line that stands in a list of commands."""
        with _in_words(self):
            return super().get_short_help_str(max(limit, _LINE))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option --help; click keeps it in the language of the first call."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option


class Command(Translated):
    """A command with translated help."""


class Group(Translated, click.Group):
    """A group with translated help, whose commands are imported when they are asked for."""

    command_class = Command

    def __init__(self, *args: Any, lazy: Sequence[str] = (), **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._lazy = dict(line.split("=") for line in lazy)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands, in the order of a day."""
        return [*self._lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Give a command, from its file where it was not read yet."""
        if name not in self._lazy:
            return super().get_command(ctx, name)
        module, _colon, attribute = self._lazy[name].partition(":")
        command: click.Command = getattr(import_module(f"bootcamp_app.cli.{module}"), attribute)
        return command


def use_language(language: str) -> None:
    """Turn every later word, click's own included, into this language."""
    words.use(language)
    # click asks the default domain, which looks at the environment.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", str(locale_folder()))


@contextmanager
def _in_words(command: click.Command) -> Iterator[None]:
    """Have a command and its options speak the language in use inside the block."""
    options = [one for one in command.params if isinstance(one, click.Option)]
    spoken: list[click.Command | click.Option] = [command, *options]
    messages = [one.help for one in spoken]
    for one, message in zip(spoken, messages, strict=True):
        one.help = _(message) if message else message
    try:
        yield
    finally:
        for one, message in zip(spoken, messages, strict=True):
            one.help = message
