"""Copies of the workspace: one now, one for a stick, the second place, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.storage.backup_names import BY_HAND
from bootcamp_app.storage.backup_thinning import MOST
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.files import ask_folder, ask_save
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.settings.backup_words import size_words, stick_words
from bootcamp_app.ui.settings.parts import moment, under
from bootcamp_app.ui.settings.restore_dialog import RestoreDialog
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.storage.backup_names import Kept
    from bootcamp_app.storage.backup_second import SecondPlace
    from bootcamp_app.ui.desk import Desk


@dataclass(frozen=True)
class _Seen:
    """What there is of backups."""

    known: list[Kept]
    second: SecondPlace | None
    is_second_there: bool


class BackupsCard(Card):
    """Every copy is read back before it counts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._backups = desk.app.backups
        self._is_backing_up = False
        self.newest = Label(wraps=True)
        self.room = Label(size="small", tone="muted", wraps=True)
        self.answer = Banner()
        self.now = button(N_("Back up now"), self.back_up, kind="main", icon_name="backup")
        self.stick = button(N_("Save a copy to a stick…"), self._ask, icon_name="save")
        self.restore = button(N_("Go back to a backup…"), self._restore, icon_name="undo")
        self.second = Label(wraps=True)
        self.choose = button(N_("Choose a folder on a stick…"), self._choose, icon_name="folder")
        self.leave = button(N_("No second place"), self._leave)
        super().__init__(
            N_("Backups"),
            holding(column(self.newest, self.room, gap=4)),
            holding(Flow(self.now, self.stick, self.restore)),
            self.answer,
            under(N_("Second place"), self.second, holding(Flow(self.choose, self.leave))),
        )
        self.leave.hide()
        for made in (self.now, self.stick, self.restore, self.choose):
            made.setEnabled(desk.app.database.path is not None)
        desk.bridge.acted.connect(lambda _announcement: self._look_again())

    def refuse(self, refusal: Refusal) -> None:
        """Say why no copy was made."""
        self.answer.refuse(refusal)

    def look(self) -> None:
        """Show which copies there are."""
        backups = self._backups

        def see() -> _Seen:
            second = backups.second()
            return _Seen(backups.known(), second, bool(second and second.is_there))

        self._desk.tasks.read(self, see, self._show, key="backups")

    def back_up(self) -> None:
        """Keep one more copy beside the workspace."""
        # Not disabled meanwhile: that would throw the keys to the button beside it.
        if self._is_backing_up:
            return
        self._is_backing_up = True
        self.answer.hide()
        keep = self._backups.keep
        job = Job(
            lambda step: keep(BY_HAND, step), self._backed_up, self._not_kept, N_("Backing up")
        )
        self._desk.tasks.long(self, job)

    def _look_again(self) -> None:
        if self.isVisible():
            self.look()

    def _not_kept(self, refusal: Refusal) -> None:
        self._is_backing_up = False
        self.refuse(refusal)

    def _backed_up(self, _path: Path) -> None:
        self._is_backing_up = False
        self.answer.show_text(N_("Backed up. The copy was read back and is whole."), "good")
        self.look()

    def _ask(self) -> None:
        path = self._desk.app.database.path
        if path is not None:
            today = self._desk.app.clock.now().astimezone()
            name = f"{path.stem}-{today:%Y-%m-%d}{path.suffix}"
            ask_save(self, N_("Save a copy to a stick"), name, self._save)

    def _save(self, target: Path) -> None:
        back_up = self._desk.app.database.back_up
        job = Job(lambda step: back_up(target, step), self._saved, self.refuse, N_("Backing up"))
        self._desk.tasks.long(self, job)

    def _saved(self, target: Path) -> None:
        name = target.name
        self.answer.show_text(
            Sentence("The copy “{name}” is written and was read back. Take the stick out safely.",
                     name=name),
            "good",
        )  # fmt: skip

    def _restore(self) -> None:
        path = self._desk.app.database.path
        if path is not None:
            dialog = RestoreDialog(self.window(), self._desk.tasks, path)
            dialog.restoring.connect(self._desk.restore_wanted)
            dialog.open()

    def _choose(self) -> None:
        ask_folder(self, N_("Choose a folder on a stick"), self._chosen)

    def _chosen(self, folder: Path) -> None:
        backups = self._backups

        def bring(step: object) -> int:
            backups.choose_second(folder)
            return backups.bring_to_second(step)  # type: ignore[arg-type]

        job = Job(bring, lambda _count: self._brought(folder), self._not_brought,
                  N_("Bringing backups to the second place"))  # fmt: skip
        self._desk.tasks.long(self, job)

    def _brought(self, folder: Path) -> None:
        path = self._desk.app.database.path
        is_same = path is not None and _is_same_disk(path.parent, folder)
        if is_same:
            self.answer.show_text(
                N_("The backups are brought there too. It is the same disk: where that breaks, "
                   "both are lost. A stick is safer."),
                "warning",
            )  # fmt: skip
        else:
            self.answer.show_text(N_("Each backup is brought there too, from now on."), "good")
        self.look()

    def _not_brought(self, refusal: Refusal) -> None:
        self.refuse(refusal)
        self.look()

    def _leave(self) -> None:
        choose = self._backups.choose_second
        self._desk.tasks.write(self, lambda: choose(None), lambda _none: self.look(), self.refuse)

    def _show(self, seen: _Seen) -> None:
        here = [one for one in seen.known if not one.is_second]
        if here:
            at = here[0].at
            say(self.newest, lambda: str(Sentence("The newest is of {time}.", time=moment(at))))
            say(self.room, lambda: _room(here))
        else:
            say(
                self.newest,
                N_("There is no backup yet. While you work, one is made every quarter of an hour."),
            )
        self.room.setVisible(bool(here))
        self.leave.setVisible(seen.second is not None)
        say(self.second, lambda: _told_of(seen))


def _room(here: list[Kept]) -> str:
    told = ngettext(
        "{n} copy takes {size}. The older, the fewer are kept: about {most} at most.",
        "{n} copies take {size}. The older, the fewer are kept: about {most} at most.",
        len(here),
    )
    size = size_words(sum(one.size for one in here))
    return told.format(n=digits(len(here)), size=size, most=digits(MOST))


def _told_of(seen: _Seen) -> str:
    second = seen.second
    if second is None:
        return str(
            Sentence(
                "None. Each backup can be brought to a stick as well, whenever the stick is in."
            )
        )
    name = stick_words(second.folder)
    if not seen.is_second_there:
        if second.seen is None:
            return str(Sentence("“{name}” is not there.", name=name))
        return str(
            Sentence("“{name}” is not there. All was there at {time}.",
                     name=name, time=moment(second.seen))
        )  # fmt: skip
    n = sum(one.is_second for one in seen.known)
    if not n:
        return str(
            Sentence("“{name}” holds no copy yet. The next backup is brought there.", name=name)
        )
    told = ngettext("“{name}” holds {n} copy.", "“{name}” holds {n} copies.", n)
    return told.format(name=name, n=digits(n))


def _is_same_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
