"""Work beside the window: the only threads of the program.

Reads, writes and long work have lanes of their own, so that a search never waits for an import.
What a page asked for reaches it in the window's thread, and only while the page is there.

Two rules keep the window alive. A thread touches no object of Qt that may go before the thread
does: it works, leaves what came of it in the letter box of the lanes, and holds nothing of it any
more. And what nobody holds goes in the window's thread, never in one that happens to be working.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.ui.garbage import Garbage

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.words import Text

    Progress = Callable[[int, int], None]

Answer = TypeVar("Answer")
_LANES = {"read": 2, "write": 1, "long": 2}
_SWITCH_SECONDS = 0.0003
_BEHIND = 40
"""Milliseconds in which a page is painted."""
_log = logging.getLogger(__name__)
_Letter: TypeAlias = "tuple[Task, Any, Exception | None]"


@dataclass(frozen=True)
class Job:
    """What is to be done beside the window, and who wants to hear of it."""

    work: Callable[[Progress], Any]
    done: Callable[[Any], object]
    failed: Callable[[Refusal], object] | None = None
    title: Text = ""


class Task(QObject):
    """One job under way; lives in the window's thread and speaks to the page that asked."""

    moved = Signal(int, int)
    """Steps done, steps in all."""
    ended = Signal()
    refused = Signal(object, object)
    """(who asked, the Refusal) where the job itself takes none."""

    def __init__(self, owner: QObject, job: Job) -> None:
        super().__init__()
        self.job = job
        self.is_cancelled = self.is_stopped = False
        self._owner = owner
        # What is made comes in the language in which it was asked for.
        self._language = words.language

    def cancel(self) -> None:
        """Ask the work to stop at its next step; nothing of it is kept then."""
        self.is_cancelled = True

    def forget(self) -> None:
        """Want no answer any more."""
        self._owner = self

    def belongs_to(self, who: QObject | None) -> bool:
        """Say whether somebody asked for it."""
        return self._owner is who

    def carry_out(self) -> tuple[Any, Exception | None]:
        """Do the work, on a thread of a lane; give what came of it, or what went wrong."""
        try:
            with words.speaking(self._language):
                return self.job.work(self._step), None
        except Exception as problem:  # noqa: BLE001 - told to the window, which is elsewhere
            return None, problem

    def tell(self, answer: Any, problem: Exception | None) -> None:  # noqa: ANN401 - any work's
        """Say in the window's thread what came of the work."""
        self.ended.emit()
        if problem is not None:
            self._report(problem)
        elif self.is_wanted:
            self.job.done(answer)

    def _step(self, done: int, of: int) -> None:
        if self.is_cancelled:
            self.is_stopped = True
            raise Cancelled("Stopped. Nothing of it was kept.")
        self.moved.emit(done, of)

    def _report(self, problem: Exception) -> None:
        if not isinstance(problem, Refusal):
            raise problem
        if not self.is_wanted:
            _log.info("nobody waits for a refusal any more: %s", type(problem).__name__)
        elif self.job.failed is not None:
            self.job.failed(problem)
        else:
            self.refused.emit(self._owner, problem)

    @property
    def is_wanted(self) -> bool:
        """Whether somebody still waits for the answer."""
        return self._owner is not self and isValid(self._owner)


class Tasks(QObject):
    """The lanes."""

    began = Signal(object)
    """Long work with a title began; its Task is told."""
    refused = Signal(object, object)
    """(who asked, the Refusal) where the asker takes no refusals itself."""
    _rang = Signal(int)
    """The letter of this number lies there; told on the thread that left it."""

    def __init__(self) -> None:
        super().__init__()
        # Python lets the window in often.
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._garbage = Garbage(self)
        self._is_closed = False
        self._letters: dict[int, _Letter] = {}
        self._numbers = count()
        self._rang.connect(self._deliver)
        self._lanes = {name: _pool(self, threads) for name, threads in _LANES.items()}
        self._running: set[Task] = set()
        self._latest: dict[tuple[int, str], Task] = {}
        self._streams: list[Newest] = []

    def read(self, owner: QObject, work: Callable[[], Answer], done: Callable[[Answer], object],
             key: str = "", failed: Callable[[Refusal], object] | None = None) -> Task:  # fmt: skip
        """Ask for something; with a key, only the owner's latest question of that key counts."""
        task = self._read(owner, Job(lambda _step: work(), done, failed), key)
        self._begin("read", task)
        return task

    def read_behind(self, owner: QObject, work: Callable[[], Answer],
                    done: Callable[[Answer], object], key: str) -> Task:  # fmt: skip
        """Ask for something that may come a moment later, so that what was just shown is painted.

        Where the owner asks again before that, it is not done at all.
        """
        task = self._read(owner, Job(lambda _step: work(), done), key)
        QTimer.singleShot(_BEHIND, task, lambda: self._begin_if_wanted(task))
        return task

    def write(self, owner: QObject, work: Callable[[], Answer], done: Callable[[Answer], object],
              failed: Callable[[Refusal], object] | None = None) -> Task:  # fmt: skip
        """Change something; writes happen one after the other, in the order they were asked."""
        task = self._add(owner, Job(lambda _step: work(), done, failed))
        self._begin("write", task)
        return task

    def long(self, owner: QObject, job: Job) -> Task:
        """Do long work, shown with its title, its progress and a way to cancel it."""
        task = self._add(owner, job)
        if job.title:
            self.began.emit(task)
        self._begin("long", task)
        return task

    def newest(self, owner: QObject, work: Callable[[Any], Any],
               done: Callable[[Any], object]) -> Newest:  # fmt: skip
        """Work on what keeps arriving, such as the frames of a camera, on a lane of its own."""
        stream = Newest(owner, work, done)
        stream.setParent(self)
        self._streams.append(stream)
        owner.destroyed.connect(lambda: self._end(stream))
        if self._is_closed:
            stream.close()
        return stream

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    @property
    def under_way(self) -> list[Task]:
        """The work with a title that is not done yet."""
        return [task for task in self._running if task.job.title]

    def close(self, but: QObject | None = None) -> list[Task]:
        """Cancel long work, wait for what is being written, and give what was stopped by that.

        Nobody but the one named hears of what came of it, and nothing begins any more.
        """
        self._is_closed = True
        titled = self.under_way
        for task in self._running:
            task.cancel()
            if not task.belongs_to(but):
                task.forget()
        for stream in self._streams:
            stream.close()
        for lane in self._lanes.values():
            lane.waitForDone()
        self._garbage.leave()
        return [task for task in titled if task.is_stopped]

    def reopen(self) -> None:
        """Work again, for the next workspace."""
        self._is_closed = False
        self._garbage.watch()

    def leave(self, number: int, letter: _Letter) -> None:
        """Take what came of a task, on the thread that did it."""
        self._letters[number] = letter

    def ring(self, number: int) -> None:
        """Say on a thread, which holds nothing of its task any more, that its letter lies there."""
        self._rang.emit(number)

    def _deliver(self, number: int) -> None:
        task, answer, problem = self._letters.pop(number)
        task.tell(answer, problem)

    def _end(self, stream: Newest) -> None:
        if isValid(self) and stream in self._streams:
            self._streams.remove(stream)
            stream.close()
            stream.deleteLater()

    def _read(self, owner: QObject, job: Job, key: str) -> Task:
        task = self._add(owner, job)
        if key:
            earlier = self._latest.get((id(owner), key))
            if earlier is not None and isValid(earlier):
                earlier.forget()
            self._latest[id(owner), key] = task
        return task

    def _add(self, owner: QObject, job: Job) -> Task:
        task = Task(owner, job)
        task.setParent(self)
        self._running.add(task)
        task.ended.connect(self._forget_ended)
        task.refused.connect(self.refused)
        return task

    def _begin(self, lane: str, task: Task) -> None:
        if self._is_closed:
            task.forget()
            task.ended.emit()
        else:
            self._lanes[lane].start(_Run(task, next(self._numbers), self))

    def _begin_if_wanted(self, task: Task) -> None:
        if task.is_wanted and not task.is_cancelled:
            self._begin("read", task)
        else:
            task.ended.emit()

    def _forget_ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._running.discard(task)
            self._latest = {key: one for key, one in self._latest.items() if one is not task}
            task.deleteLater()


class Newest(QObject):
    """Works on the newest of what arrives; what came while it worked is let go, but for the last.

    Answers reach the owner in the window's thread. After a mistake in the work it takes no more
    until it is told to.
    """

    failed = Signal()
    """There was a mistake in the work."""
    _came = Signal(object)
    _failed = Signal(object)

    def __init__(
        self, owner: QObject, work: Callable[[Any], Any], done: Callable[[Any], object]
    ) -> None:
        super().__init__()
        self._owner, self._work, self._done = owner, work, done
        self._lock = Lock()
        self._waiting: Any = None
        self._is_under_way = self._is_closed = self._has_failed = False
        self._lane = _pool(self, 1)
        self._came.connect(self._deliver)
        self._failed.connect(self._report)

    def put(self, one: object) -> None:
        """Have this worked on next; may be called on any thread."""
        with self._lock:
            if self._is_closed or self._has_failed:
                return
            self._waiting = one
            if self._is_under_way:
                return
            self._is_under_way = True
        self._lane.start(_Turn(self))

    def reopen(self) -> None:
        """Take what arrives again, after a mistake."""
        with self._lock:
            self._has_failed = False

    def close(self) -> None:
        """Take nothing more, and wait until nothing is under way."""
        with self._lock:
            self._is_closed, self._waiting = True, None
        self._lane.waitForDone()

    def carry_out(self) -> None:
        """Work until nothing waits; called on the thread of its lane."""
        while (one := self._take()) is not None:
            try:
                answer = self._work(one)
            except Exception as problem:  # noqa: BLE001 - told to the window, which is elsewhere
                with self._lock:
                    self._has_failed, self._waiting = True, None
                self._failed.emit(problem)
            else:
                self._came.emit(answer)

    def _take(self) -> Any:  # noqa: ANN401 - whatever arrives
        with self._lock:
            one, self._waiting = self._waiting, None
            self._is_under_way = one is not None
        return one

    def _deliver(self, answer: object) -> None:
        if isValid(self._owner) and not self._is_closed:
            self._done(answer)

    def _report(self, problem: Exception) -> None:
        if isValid(self._owner) and not self._is_closed:
            self.failed.emit()
        raise problem


class _Run(QRunnable):
    """Carries a task out on a thread."""

    def __init__(self, task: Task, number: int, lanes: Tasks) -> None:
        super().__init__()
        self._tasks = [task]
        self._number = number
        self._lanes = lanes

    def run(self) -> None:
        """Called by Qt on a thread of the pool."""
        # Who holds a task last takes with it whatever it leads to, such as a page: nothing of it
        # may be held here once the window hears of it.
        self._lanes.leave(self._number, (self._tasks[0], *self._tasks.pop().carry_out()))
        self._lanes.ring(self._number)


class _Turn(QRunnable):
    """Works on what arrives, on a thread; Newest waits for it before it goes."""

    def __init__(self, stream: Newest) -> None:
        super().__init__()
        self._stream = stream

    def run(self) -> None:
        """Called by Qt on a thread of the pool."""
        self._stream.carry_out()


def _pool(parent: QObject, threads: int) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(threads)
    return pool
