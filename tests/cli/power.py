"""What a disk holds after the power went: a program's own writes, less those it never synced.

strace writes down, in their order, every write to a workspace and its log, every sync, and every
line the program said. A disk that is given these steps up to some moment knows what was synced
for certain; of all else, it keeps whatever chance has it keep, in pieces of a sector.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tests.cli.asking import with_environment

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

SECTOR = 512
_CALLS = "pwrite64|write|fsync|fdatasync|ftruncate"
_RECORDED = rf"trace=/^({_CALLS}|unlink(at)?)$"
_STEP = re.compile(rf"\d+ +({_CALLS})\((\d+)<([^>]*)>(?:, \"([^\"]*)\", \d+)?(?:, (\d+))?\) += \d+")
_DELETED = re.compile(r"\d+ +unlink(?:at)?\((?:\w+(?:<[^>]*>)?, )?\"([^\"]*)\"(?:, 0)?\) += 0")
_STDOUT = "1"


class Step(NamedTuple):
    """One thing that a program did: `said`, or to a file `wrote`, `cut`, `deleted`, `synced`."""

    kind: str
    name: str
    data: bytes = b""
    place: int = 0


def recorded(
    line: Sequence[str], batches: Iterable[Sequence[str]], place: Path, log: Path
) -> list[Step]:
    """Run a program that answers each line with a line; give all that it did to one workspace.

    The next batch of lines is sent when all of the last one are answered.
    """
    strace = ["strace", "-f", "-qq", "-y", "-xx", "-s", "1000000", "-e", "signal=none"]
    strace += ["-e", _RECORDED, "-o", str(log)]
    pipe, environment = subprocess.PIPE, with_environment({"PYTHONDONTWRITEBYTECODE": "1"})
    with subprocess.Popen(
        [*strace, *line], stdin=pipe, stdout=pipe, env=environment, bufsize=0
    ) as program:
        assert program.stdin
        assert program.stdout
        for batch in batches:
            program.stdin.write("".join(f"{text}\n" for text in batch).encode())
            told = b""
            while told.count(b"\n") < len(batch):
                told += program.stdout.read(65536)
                assert told, "the program ended before it had answered"
        program.stdin.close()
    assert program.returncode == 0
    return list(_steps(log, place))


def _steps(log: Path, place: Path) -> Iterator[Step]:
    ours = {str(place): place.name, f"{place}-wal": f"{place.name}-wal"}
    hexed = {_hexed(path): name for path, name in ours.items()}
    kinds = {"fsync": "synced", "fdatasync": "synced", "ftruncate": "cut"}
    for text in log.read_text("ascii").splitlines():
        # Two threads at work at once would leave halves of calls here.
        assert "unfinished" not in text
        if (found := _DELETED.fullmatch(text)) and found[1] in hexed:
            yield Step("deleted", hexed[found[1]])
        if not (found := _STEP.fullmatch(text)):
            continue
        call, number, path, data, where = found.groups()
        written = bytes.fromhex((data or "").replace("\\x", ""))
        if path in hexed:
            yield Step(kinds.get(call, "wrote"), hexed[path], written, int(where or 0))
        elif number == _STDOUT and call == "write" and written:
            yield Step("said", "", written)


def _hexed(path: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in path.encode())


@dataclass
class Disk:
    """Files by name as far as they are safe, and what was done to them since their last sync."""

    safe: dict[str, bytearray]
    pending: dict[str, list[Step]] = field(default_factory=dict)

    def take(self, step: Step) -> None:
        """Have the program do one more thing."""
        if step.kind == "synced":
            for one in self.pending.pop(step.name, ()):
                _do(self.safe, one)
        elif step.kind != "said":
            self.pending.setdefault(step.name, []).append(step)

    def after_the_cut(self, chance: random.Random, kept: float) -> dict[str, bytearray]:
        """Give the files when the power is back; of what was not synced, this part may be there."""
        files = {name: bytearray(data) for name, data in self.safe.items()}
        for steps in self.pending.values():
            for step in steps:
                for piece in _pieces(step):
                    if chance.random() < kept:
                        _do(files, piece)
        return files


def _pieces(step: Step) -> Iterator[Step]:
    if step.kind != "wrote":
        yield step
        return
    for start in range(0, len(step.data), SECTOR):
        yield step._replace(data=step.data[start : start + SECTOR], place=step.place + start)


def _do(files: dict[str, bytearray], step: Step) -> None:
    if step.kind == "deleted":
        files.pop(step.name, None)
        return
    held = files.setdefault(step.name, bytearray())
    held.extend(bytes(max(0, step.place - len(held))))
    if step.kind == "cut":
        del held[step.place :]
    else:
        held[step.place : step.place + len(step.data)] = step.data
