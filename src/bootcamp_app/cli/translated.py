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
    """A command with translated help, which is given nothing but text."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what the command answers
        """Run the command on what was typed."""
        ctx.params = {name: _as_text(value) for name, value in ctx.params.items()}
        return super().invoke(ctx)


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


def as_text(typed: str) -> str:
    """Give what was typed as text: a terminal hands bytes that are none over as half letters.

    Those no file can hold and no answer can say.
    """
    return typed.encode("utf-8", "replace").decode()


def use_language(language: str) -> None:
    """Turn every later word, click's own included, into this language."""
    words.use(language)
    # click asks the default domain, which looks at the environment.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", str(locale_folder()))


def _as_text(value: Any) -> Any:  # noqa: ANN401 - of any option; paths stay as they are
    if isinstance(value, tuple):
        return tuple(map(_as_text, value))
    return as_text(value) if isinstance(value, str) else value


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
