"""What the child process does: close or open one file with a passphrase, answer, end."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

WRITING = "writing"
"""Sent before the target is written; whoever has nobody left to tell writes nothing."""
DONE, WRONG, DAMAGED, TOO_MUCH_WORK, NO_MEMORY = "done", "wrong", "damaged", "work", "memory"

# As the library says it, which has one kind of error for all.
_SAYS = {"Decryption failed": WRONG, "Excessive work parameter": TOO_MUCH_WORK}


def answer_when_done(
    what: str, source: str, target: str, passphrase: str, answers: Connection
) -> None:
    """Close or open a file (`what` is encrypt or decrypt), and send what became of it.

    An OSError is sent as it is.
    """
    _fall_silent()
    with answers, contextlib.suppress(BrokenPipeError):
        answers.send(_answer(what, Path(source), Path(target), passphrase, answers))


def _answer(
    what: str, source: Path, target: Path, passphrase: str, answers: Connection
) -> str | OSError:
    import pyrage  # noqa: PLC0415 - whoever waits for the answer needs nothing of it

    try:
        data = getattr(pyrage.passphrase, what)(source.read_bytes(), passphrase)
        answers.send(WRITING)
        target.write_bytes(data)
    except pyrage.DecryptError as problem:
        said = str(problem)
        return next((kind for begin, kind in _SAYS.items() if said.startswith(begin)), DAMAGED)
    except MemoryError:
        return NO_MEMORY
    except BrokenPipeError:
        raise
    except OSError as problem:
        return OSError(problem.errno, problem.strerror)
    return DONE


def _fall_silent() -> None:
    """Keep the last words of a dying child off the terminal, and what it held off the disk."""
    # Out of memory the library ends the process, which is why it has one of its own.
    os.environ["RUST_BACKTRACE"] = "0"
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has no such module

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
