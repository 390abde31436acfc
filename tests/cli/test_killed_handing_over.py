"""Handing over is killed, or the disk is full, at every stage: what was there stays."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.bootstrap import build
from tests.cli.asking import with_environment
from tests.features.certificates.camps import camp_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clock import FakeClock

PEOPLE = 40
OLDER = "older"
NAME = "Person 007"
# A process for each stage would start the program anew; this one has it in memory and divides.
PROGRAM = """
import json, os, resource, signal, sys
from pathlib import Path
from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.core.errors import Refusal

place, target, how, stages = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4:]
key = "age1xs44u0cd676edc09pxj0h29k3kg2m4dm3nwqsfjrhkc5mhwyyvkq8ec8m8"

def work(stage):
    exports = build(place, SystemClock()).exports
    def die(*_):
        os.kill(os.getpid(), signal.SIGKILL)
    def step(done, of):
        if stage.startswith("at ") and done >= float(stage[3:]) * of:
            die()
    if stage == "before it is settled":
        os.fsync = die
    if stage == "before it has its name":
        Path.replace = die
    if stage.startswith("full "):
        # What is imported under the limit would be kept compiled and cut.
        sys.dont_write_bytecode = True
        size = int(stage[5:])
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    keys = [key] if how.endswith("protected") else []
    if how.startswith("workspace"):
        exports.write_workspace(target, recipients=keys, progress=step)
    else:
        exports.write_database(target, with_personal_data=True, recipients=keys, progress=step)

for stage in stages:
    child = os.fork()
    if not child:
        try:
            work(stage)
        except Refusal as refusal:
            os.write(2, str(refusal).encode())
            os._exit(1)
        except BaseException as problem:
            os.write(2, repr(problem).encode())
            os._exit(2)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = [one.name for one in sorted(target.parent.iterdir())]
    print(json.dumps([stage, status, target.read_bytes()[:5].decode("latin-1"), left]), flush=True)
"""
KILLED = ("at 0", "at 0.4", "at 0.5", "at 0.8", "at 1", "before it is settled",
          "before it has its name")  # fmt: skip
FULL = ("full 0", "full 512", "full 100000")
NO_LIMITS = "Only Linux divides a process and limits the files of one half."


@pytest.fixture
def place(tmp_path: Path, clock: FakeClock) -> Path:
    if sys.platform != "linux":
        pytest.skip(NO_LIMITS)
    made = camp_in(build(tmp_path / "camp.bootcamp", clock))
    made.attend(*made.add_all([("", f"Person {n:03}") for n in range(PEOPLE)]))
    made.app.database.close()
    return tmp_path / "camp.bootcamp"


def told(place: Path, target: Path, how: str, *stages: str) -> tuple[list[list[Any]], str]:
    """Hand over once a stage; give what became of it, and what was said."""
    target.parent.mkdir(exist_ok=True)
    target.write_text(OLDER)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, place, target, how, *stages],
        capture_output=True, check=True, env=with_environment({}),
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()


@pytest.mark.parametrize(
    ("how", "stages"),
    [
        ("database", ("at 0.5", "at 1", "before it has its name")),
        ("database protected", KILLED),
        ("workspace protected", ("at 0.5", "at 0.8", "before it is settled")),
    ],
)
def test_killed_at_every_stage_the_older_file_and_the_workspace_stay(
    how: str, stages: tuple[str, ...], place: Path, tmp_path: Path
) -> None:
    before, target = sha256(place.read_bytes()).digest(), tmp_path / "stick" / "all.age"

    results, said = told(place, target, how, *stages)

    assert said == ""
    assert [(stage, code) for stage, code, _, _ in results] == [(one, -9) for one in stages]
    for _stage, _code, content, left in results:
        assert content == OLDER
        # What a killed process leaves has no name that anybody opens; it is swept away later.
        assert {one for one in left if not one.endswith(".part")} == {"all.age"}
    assert sha256(place.read_bytes()).digest() == before
    if "protected" in how:
        for one in target.parent.iterdir():
            assert NAME.encode() not in one.read_bytes()


@pytest.mark.parametrize("how", ["database", "database protected"])
def test_a_disk_that_is_full_at_any_moment_is_said_and_leaves_nothing(
    how: str, place: Path, tmp_path: Path
) -> None:
    before, target = sha256(place.read_bytes()).digest(), tmp_path / "stick" / "all.age"

    results, said = told(place, target, how, *FULL)

    assert said.count("“all.age” could not be written") == len(FULL)
    assert [one[1:] for one in results] == [[1, OLDER, ["all.age"]]] * len(FULL)
    assert sorted(one.name for one in tmp_path.glob("*.part")) == []
    assert sha256(place.read_bytes()).digest() == before
