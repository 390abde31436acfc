"""The power goes while badges are scanned: what was answered is on the disk, one by one or in line.

A killed program cannot show this: what it wrote stays in the memory of the system. So the program
runs once under strace, with every write, sync and answer written down in their order, and the
disk is then cut off at very many of these moments (see `power`): what was synced by then is
there, of all else nothing, or sectors by chance. From each such disk the workspace is opened as
the program opens it, and whatever was answered by then must be there, with its fact.

The same is asked of the setting that most programs use, `synchronous=NORMAL`, under which it must
come out that answered scans are lost: else the cuts would prove nothing.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.storage.engines import connect
from tests.cli.asking import command
from tests.cli.power import Disk, Step, recorded
from tests.features.certificates.camps import Camp, camp_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clock import FakeClock

PEOPLE = 250
CUTS = 120
FEW = 30
MOST_IN_LINE = 12
AS_MOST_DO = """
from bootcamp_app.storage import engines
careful = engines._PRAGMAS
engines._PRAGMAS = tuple(one.replace("synchronous=FULL", "synchronous=NORMAL") for one in careful)
assert engines._PRAGMAS != careful
from bootcamp_app.__main__ import main
main()
"""
NO_STRACE = "strace is not here (Debian: apt-get install strace)."


class Cut(NamedTuple):
    """What one cut left: codes that were answered before, and those that are still there."""

    answered: set[str]
    kept: set[str]
    faults: list[str]


@pytest.fixture
def camp(tmp_path: Path, clock: FakeClock) -> Camp:
    if sys.platform != "linux":
        pytest.skip("strace is of Linux.")
    # Where it should be and is not, nothing is known of a power cut: that must not pass unseen.
    assert shutil.which("strace"), NO_STRACE
    made = camp_in(build(tmp_path / "camp.bootcamp", clock))
    made.add_all([("", f"Person {number}") for number in range(PEOPLE)])
    return made


def steps_of(camp: Camp, folder: Path, start: list[str]) -> tuple[Disk, list[Step]]:
    """Check everybody in, some alone and some in line; give the disk before, and what was done."""
    place, session = folder / "camp.bootcamp", camp.sessions[0]
    chance = random.Random(2026)
    codes = [badge.code for badge in camp.badges]
    camp.app.database.close()
    before = Disk({place.name: bytearray(place.read_bytes())})
    line = [*start, "checkin", "--stdin", "--session", session.id, "--db", str(place)]
    line += ["--at", session.starts_at.isoformat()]
    batches = []
    while codes:
        count = chance.choice([1, chance.randint(2, MOST_IN_LINE)])
        batches.append(codes[:count])
        codes = codes[count:]
    return before, recorded(line, batches, place, folder / "log")


def cuts_of(disk: Disk, steps: list[Step], folder: Path, count: int = CUTS) -> Iterator[Cut]:
    """Cut the power at many moments, half of them just after an answer; give what is left."""
    chance = random.Random(2026)
    told = [number for number, step in enumerate(steps, 1) if step.kind == "said"]
    moments = chance.sample(told, count // 2) + chance.choices(range(1, len(steps)), k=count // 2)
    answered: set[str] = set()
    for number, step in enumerate(steps, 1):
        disk.take(step)
        if step.kind == "said":
            answered |= {json.loads(line)["code"] for line in step.data.splitlines()}
        for _ in range(moments.count(number)):
            left = disk.after_the_cut(chance, kept=chance.choice([0, 0.5, 0.9]))
            yield opened(left, folder / f"cut{number}-{chance.random()}", set(answered))


def opened(files: dict[str, bytearray], folder: Path, answered: set[str]) -> Cut:
    """Open a workspace as a disk has it, and give whose entries are there."""
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    connection = connect(folder / "camp.bootcamp")
    kept = connection.execute(
        "SELECT code FROM attendance_events AS event JOIN journal ON row_id = event.id "
        "WHERE kind = 'entry'"
    ).fetchall()
    check = connection.execute("PRAGMA integrity_check").fetchall()
    connection.close()
    return Cut(answered, {row[0] for row in kept}, [row[0] for row in check if row[0] != "ok"])


def test_no_answered_scan_is_lost_wherever_the_power_goes(camp: Camp, tmp_path: Path) -> None:
    disk, steps = steps_of(camp, tmp_path, command())

    cuts = list(cuts_of(disk, steps, tmp_path))

    assert len(cuts) >= 100
    assert [cut.answered - cut.kept for cut in cuts if not cut.answered <= cut.kept] == []
    assert [cut.faults for cut in cuts if cut.faults] == []
    assert {len(cut.answered) for cut in cuts} > {len(cuts[-1].answered)}
    whole = build(next(tmp_path.glob("cut*")) / "camp.bootcamp", SystemClock())
    assert whole.records.faults() == []
    whole.database.close()


def test_the_cuts_would_show_a_setting_under_which_scans_are_lost(
    camp: Camp, tmp_path: Path
) -> None:
    disk, steps = steps_of(camp, tmp_path, [sys.executable, "-c", AS_MOST_DO])

    cuts = list(cuts_of(disk, steps, tmp_path, FEW))

    lost = [cut.answered - cut.kept for cut in cuts if not cut.answered <= cut.kept]
    assert len(lost) > FEW // 4
    assert max(map(len, lost)) > 1
