"""Copies of the workspace: the newest ones, one more now, and one for a stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.files import ask_save
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.settings.parts import moment
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.desk import Desk

_SHOWN = 5
Kept = tuple["datetime", "Path"]


class BackupsCard(Card):
    """Every copy is read back before it counts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.newest = Label(wraps=True)
        self._earlier = column(gap=2)
        self._lines: list[Label] = []
        self.answer = Banner()
        self.now = button(N_("Back up now"), self.back_up, kind="main", icon_name="backup")
        self.stick = button(N_("Save a copy to a stick…"), self._ask, icon_name="save")
        super().__init__(
            N_("Backups"),
            self.newest,
            holding(Flow(self.now, self.stick)),
            self.answer,
            holding(self._earlier),
        )
        for made in (self.now, self.stick):
            made.setEnabled(desk.app.database.path is not None)

    def refuse(self, refusal: Refusal) -> None:
        """Say why no copy was made."""
        self.now.setEnabled(True)
        self.answer.refuse(refusal)

    def look(self) -> None:
        """Show which copies there are."""
        self._desk.tasks.read(self, self._desk.app.database.backups, self._show, key="backups")

    def back_up(self) -> None:
        """Keep one more copy beside the workspace."""
        self.now.setEnabled(False)
        database = self._desk.app.database
        self._desk.tasks.write(self, database.keep_backup, self._backed_up, self.refuse)

    def _backed_up(self, _path: Path) -> None:
        self.now.setEnabled(True)
        self.answer.show_text(N_("Backed up. The copy was read back and is whole."), "good")
        self.look()

    def _ask(self) -> None:
        path = self._desk.app.database.path
        if path is not None:
            today = self._desk.app.clock.now().astimezone()
            name = f"{path.stem}-{today:%Y-%m-%d}{path.suffix}"
            ask_save(self, N_("Save a copy to a stick"), name, self._save)

    def _save(self, target: Path) -> None:
        database = self._desk.app.database
        self._desk.tasks.write(self, lambda: database.back_up(target), self._saved, self.refuse)

    def _saved(self, target: Path) -> None:
        name = target.name
        self.answer.show_text(
            Sentence("The copy “{name}” is written and was read back. Take the stick out safely.",
                     name=name),
            "good",
        )  # fmt: skip

    def _show(self, kept: Sequence[Kept]) -> None:
        if kept:
            at = kept[0][0]
            say(self.newest, lambda: str(Sentence("The newest is of {time}.", time=moment(at))))
        else:
            say(
                self.newest,
                N_("There is no backup yet. While you work, one is made every quarter of an hour."),
            )
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [_line(*one) for one in kept[1 : _SHOWN + 1]]
        if self._lines:
            self._lines.insert(0, Label(N_("Earlier copies"), size="small", tone="muted"))
        for line in self._lines:
            self._earlier.addWidget(line)


def _line(at: datetime, path: Path) -> Label:
    made = Label(size="small", wraps=True)
    say(made, lambda: f"{moment(at)} · {path.name}")
    return made
