"""Opening and leaving workspaces, beside the window; the sample is a workspace of its own."""

from __future__ import annotations

import gc
import shutil
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.core.settings import data_folder, workspace_path
from bootcamp_app.storage.backup_names import kept as backups_of
from bootcamp_app.ui.desk import Desk
from bootcamp_app.ui.tasks import Job, Tasks
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from bootcamp_app.core.clock import Clock
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.storage.backups import Backups
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.memory import Memory
    from bootcamp_app.ui.tasks import Progress, Task

SAMPLE_PEOPLE = 60
_MOST_RECENT = 8
_PATIENCE_SECONDS = 3
"""So long a slow stick is waited for before another workspace is opened."""


class Workspaces(QObject):
    """The one workspace that is open, for all windows."""

    opening = Signal()
    opened = Signal(object)
    """The Desk of a workspace that is open now."""
    left = Signal()
    refused = Signal(object)

    def __init__(self, choices: Choices, memory: Memory, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._asked = 0
        self.missing = ""
        """The name of the file that was open last and is not there any more."""
        self.asked_for = ""
        """The workspace that was to be opened last."""
        self.told: Sentence | None = None
        """What to say when the next workspace is open."""
        self.tasks = Tasks()
        self.desk: Desk | None = None
        self._not_shown: list[Any] = []
        """What was opened beside the window, which does not know of it yet."""
        self._not_placed: list[Path] = []
        """What is ready to be put in the place of the workspace."""
        self._choices = choices
        self._memory = memory

    def usual_place(self) -> str:
        """Give the workspace that was open last, or the one in the user's data folder."""
        kept = self._choices.now.workspace
        # Where the file is gone and its backups are there, opening it offers the newest.
        if not kept or "://" in kept or Path(kept).exists() or backups_of(Path(kept)):
            return kept or str(workspace_path())
        self.missing = Path(kept).name
        return str(workspace_path())

    def open(self, place: str) -> Task:
        """Open a workspace and leave the one before; where it is refused, that one stays."""
        self.opening.emit()
        self._asked += 1
        self.asked_for = place
        number = self._asked
        operator = self._choices.now.operator
        left = self.desk.app.backups if self.desk and not self.desk.is_sample else None

        def build() -> object:
            app = _built(place, self._clock, operator, left)
            self._not_shown.append(app)
            return app

        # One after the other: two at once would both bring their tables up to date.
        return self.tasks.write(
            self,
            build,
            lambda app: self._opened(app, place, number),
            self.refused.emit,
        )

    def restore(self, copy: Path, place: Path, *, is_new: bool) -> Task:
        """Go back to a backup and open it: as a new file, or in place of the one that is there."""
        job = partial(_restored if is_new else _prepared, copy, place, self._clock, self.desk)

        def work(step: Progress) -> Path:
            made = job(step)
            if not is_new:
                self._not_placed.append(made)
            return made

        def go_on(made: Path) -> None:
            if is_new:
                self.told = Sentence("The backup is open as a new file: {name}", name=made.name)
                self.open(str(made))
            else:
                self._swap(made, place)

        title = N_("Going back to a backup")
        return self.tasks.long(self, Job(work, go_on, self.refused.emit, title))

    def _swap(self, part: Path, place: Path) -> None:
        from bootcamp_app.storage.backup_restoring import put_in_place  # noqa: PLC0415 - as below

        self._not_placed.remove(part)
        self.opening.emit()
        self.leave()
        now = self._clock.now()

        def swapped(aside: Path | None) -> None:
            if aside is not None:
                self.told = Sentence("Gone back. The file before it is kept: {name}",
                                     name=aside.name)  # fmt: skip
            self.open(str(place))

        def failed(refusal: Refusal) -> None:
            self.told = refusal.sentence
            self.open(str(place))

        self.tasks.write(self, lambda: put_in_place(part, place, now), swapped, failed)

    def open_sample(self) -> Task:
        """Make the sample bootcamp, then open it; an earlier sample is made anew."""
        return self.tasks.long(
            self,
            Job(
                lambda step: _make_sample(step, self._clock),
                lambda _made: self.open(str(sample_place())),
                self.refused.emit,
                N_("Preparing the sample bootcamp"),
            ),
        )

    def remove_sample(self) -> None:
        """Take the sample away, with all its files, and go back to the workspace before it."""
        self.leave()
        shutil.rmtree(sample_place().parent, ignore_errors=True)
        recent = [place for place in self._choices.now.recent if place != str(sample_place())]
        here = [place for place in recent if "://" in place or Path(place).exists()]
        self._choices.change(workspace=next(iter(here), ""), recent=tuple(recent))
        self.open(self.usual_place())

    def end(self) -> None:
        """Let the workspace go for good, also one that was only just being opened."""
        self.leave()
        self.tasks.close()
        while self._not_shown:
            self._not_shown.pop().database.close()
        while self._not_placed:
            self._not_placed.pop().unlink(missing_ok=True)

    def leave(self) -> None:
        """Close the workspace that is open."""
        if self.desk is not None:
            desk, self.desk = self.desk, None
            self.left.emit()
            # Whatever the pages asked of it comes too late; what was asked here goes on.
            stopped = desk.close(but=self)
            self.tasks.reopen()
            for task in stopped:
                self.told = self.told or Sentence(
                    "Stopped, because another workspace was opened: {what}. Nothing of it was "
                    "kept.",
                    what=in_words(task.job.title),
                )

    def _opened(self, app: Any, place: str, number: int) -> None:  # noqa: ANN401 - heavy to import
        self._not_shown.remove(app)
        if number != self._asked:
            app.database.close()  # another one was asked for since
            return
        self.leave()
        desk = Desk(app, self.tasks, self._choices, self._memory)
        desk.is_sample = place == str(sample_place())
        desk.choose(_last_bootcamp(app, self._memory.kept("bootcamp")))
        self.desk = desk
        kept = [place, *(one for one in self._choices.now.recent if one != place)]
        self._choices.change(workspace=place, recent=tuple(kept[:_MOST_RECENT]))
        gc.freeze()  # what was imported stays, so no later search for garbage looks at it
        self.opened.emit(desk)
        self.missing, self.told = "", None


def sample_place() -> Path:
    """Where the sample workspace lies."""
    return data_folder() / "sample" / "sample.bootcamp"


def _built(place: str, clock: Clock, operator: str, left: Backups | None = None) -> object:
    # Imported here, on the task's thread, after the window was painted.
    from bootcamp_app.bootstrap import build  # noqa: PLC0415

    if left is not None:
        left.keep_at_close(_PATIENCE_SECONDS)
    return build(place, clock, operator)


def _restored(copy: Path, place: Path, clock: Clock, _desk: Desk | None, step: Progress) -> Path:
    from bootcamp_app.storage import backup_restoring as restoring  # noqa: PLC0415 - as above

    now = clock.now()
    return restoring.restore_as_new(copy, restoring.new_name(place, now), now, step)


def _prepared(copy: Path, place: Path, clock: Clock, desk: Desk | None, step: Progress) -> Path:
    """Make all ready beside the workspace, which stays open until then."""
    from bootcamp_app.storage.backup_restoring import prepared  # noqa: PLC0415 - as above

    if desk is not None and desk.app.database.path == place:
        desk.app.backups.before_restore()
    return prepared(copy, place, clock.now(), step)


def _last_bootcamp(app: Any, kept: str) -> Any:  # noqa: ANN401 - see above
    known = app.bootcamps.all()
    return next((one for one in known if one.id == kept), next(iter(known), None))


def _make_sample(step: Progress, clock: Clock) -> None:
    from bootcamp_app.features.demo.service import Demo, Services  # noqa: PLC0415 - as above

    folder = sample_place().parent
    shutil.rmtree(folder, ignore_errors=True)
    app: Any = _built(str(sample_place()), clock, "")
    try:
        rooms = Services(**{field.name: getattr(app, field.name) for field in fields(Services)})
        Demo(rooms, folder, SAMPLE_PEOPLE).run(step)
    except BaseException:
        app.database.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    app.database.close()
