"""What every command shares: the workspace, the way of answering, and progress."""

from __future__ import annotations

import getpass
import json
import os
import sys
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.bootstrap import App, build
from bootcamp_app.cli.tables import lines_of
from bootcamp_app.cli.translated import as_text
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.settings import load_settings, workspace_path
from bootcamp_app.features.badges.rules import is_code, read_code
from bootcamp_app.storage.database import is_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant

PLACE = "BOOTCAMP_DB"
_OFFERED = 8
"""So many of those whom a name may mean are told."""


class Desk:
    """One call of the command line."""

    def __init__(self, place: str | None, *, is_json: bool) -> None:
        self._place = place
        self.is_json = is_json

    @cached_property
    def app(self) -> App:
        """The services, opened when a command first needs them."""
        return build(self._where, SystemClock(), load_settings().operator or _login())

    @property
    def file(self) -> Path | None:
        """The file of the workspace; none where it is a PostgreSQL database."""
        return None if is_address(self._where) else Path(self._where)

    @property
    def _where(self) -> str:
        return self._place or os.environ.get(PLACE) or str(workspace_path())

    def person(self, bootcamp: Bootcamp, ref: str) -> Participant:
        """Give the person meant by an id, the beginning of one, a name or a badge code."""
        code = read_code(ref)
        holder = self.app.badges.holder(code) if is_code(code) else None
        try:
            return self.app.people.find(bootcamp, holder or ref)
        except Refusal as refusal:
            # A part of a name is no name, but says whom it may mean.
            alike = self.app.people.list(bootcamp, ref, _OFFERED + 1)
            if not alike:
                raise
            names = [f"{one.name} ({one.person_id})" for one in alike[:_OFFERED]]
            raise Refusal(
                "“{ref}” means no single person. Use the id of whom you mean: {names}.",
                ref=ref,
                names=", ".join(names) + (", …" if len(alike) > _OFFERED else ""),
            ) from refusal

    def close(self) -> None:
        """Bring the workspace up to date on disk and let it go."""
        if "app" in vars(self):
            try:
                self.app.backups.keep_after_command()
            finally:
                self.app.database.close()

    def let_go(self) -> None:
        """Close the workspace before its file is replaced."""
        if "app" in vars(self):
            self.app.database.close()
            del self.app

    def give(self, document: object, *sentences: str) -> None:
        """Answer with one JSON document, or with sentences for people."""
        if self.is_json:
            click.echo(as_text(json.dumps(document, ensure_ascii=False, default=str)))
        for sentence in () if self.is_json else sentences:
            click.echo(as_text(sentence))

    def give_table(self, rows: Sequence[Mapping[str, Any]], empty: str) -> None:
        """Answer with a JSON list, or with a table for people."""
        self.give(rows, *(lines_of(rows) or [empty]))

    @contextmanager
    def progress(self, label: str) -> Iterator[Callable[[int, int], None]]:
        """Show a bar on a terminal, and nothing where nobody looks."""
        if self.is_json or not sys.stderr.isatty():
            yield lambda done, of: None  # noqa: ARG005 - nobody looks
            return
        with click.progressbar(length=1, label=label, file=sys.stderr) as bar:
            yield lambda done, of: _move(bar, done, of)
            bar.update(bar.length - bar.pos if bar.length else 0)


def _move(bar: Any, done: int, of: int) -> None:  # noqa: ANN401 - click keeps its type private
    bar.length = max(of, 1)
    bar.update(done - bar.pos)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
