"""Something done to files in a process that is killed at any one of its steps."""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.storage.backup import keep
from bootcamp_app.storage.backup_restoring import restore, restore_as_new
from bootcamp_app.storage.backup_second import bring, chosen
from tests.clock import START

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Act = Callable[[Path], object]

_NEVER = -1
_TOUCHED = frozenset(
    ("execute", "backup", "fsync", "link", "unlink", "rename", "replace", "mkdir", "write", "open",
     "close", "stat", "utime", "scandir", "connect")
)  # fmt: skip
"""What of the standard library and of SQLite may touch a file."""


def _second(path: Path) -> object:
    place = chosen(path)
    assert place is not None
    return bring(path, place, START)


ACTS: dict[str, Act] = {
    "backup": lambda path: keep(path, "auto", START),
    "stick": _second,
    "restore": lambda path: restore(path.with_name("old.bootcamp"), path, START),
    "new file": lambda path: restore_as_new(
        path.with_name("old.bootcamp"), path.with_name("new.bootcamp"), START
    ),
}


def killed(act: str, path: Path, step: int) -> bool:
    """Do it and be killed at a step; say whether it had so many."""
    child = os.fork()
    if not child:
        _die_at(act, path, step)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "it failed by itself"
    return os.WIFSIGNALED(status)


def steps_of(act: str, path: Path) -> int:
    """Do it, and give how many steps it took."""
    taken = _Steps(_NEVER)
    sys.setprofile(taken.count)
    try:
        ACTS[act](path)
    finally:
        sys.setprofile(None)
    return taken.done


def refused(act: str, path: Path, room: int) -> str:
    """Do it where no file can grow beyond so many bytes, as on a full disk; give what was said."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        said = "nothing"
        try:
            # Modules that it imports now would be kept compiled, and cut at the limit as well.
            sys.dont_write_bytecode = True
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
            ACTS[act](path)
        except Refusal as refusal:
            said = str(refusal)
        finally:
            os.write(writes, said.encode())
            os._exit(0)
    os.close(writes)
    with open(reads, "rb") as pipe:  # noqa: PTH123 - no path but a pipe
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


class _Steps:
    def __init__(self, last: int) -> None:
        self.done = 0
        self._last = last

    def count(self, _frame: object, event: str, called: object) -> None:
        if event == "c_call" and getattr(called, "__name__", "") in _TOUCHED:
            if self.done == self._last:
                os.kill(os.getpid(), signal.SIGKILL)
            self.done += 1


def _die_at(act: str, path: Path, step: int) -> None:
    code = 1
    try:
        sys.setprofile(_Steps(step).count)
        ACTS[act](path)
        code = 0
    finally:
        sys.setprofile(None)
        os._exit(code)
