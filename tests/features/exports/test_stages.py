"""Whatever happens in the middle of an export: nothing half under its name, nothing else changed.

The process is killed, the disk is full or the target takes no file, at each stage of the work.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import App, build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.exports.service import DATABASE_FORMAT, forms_of
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.features.reports.views import Choice, Progress, silent
from tests.clock import FakeClock
from tests.features.certificates.camps import NAMES, camp_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ONLY_LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="Only Linux forks a test and limits its files."
)
DATABASE = "database"
KINDS_OF_FILES = {form: kind for kind in report_kinds() for form in forms_of(kind)}
WRITTEN = [(kind, form) for form, kind in KINDS_OF_FILES.items()] + [(DATABASE, DATABASE_FORMAT)]
each_file = pytest.mark.parametrize(("kind", "form"), WRITTEN, ids=map("-".join, WRITTEN))
OLDER = b"what was handed over before"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with three people who were there, closed; exports must leave it as it is."""
    place = tmp_path_factory.mktemp("stages") / "camp.bootcamp"
    app = build(place, FakeClock(), "Sokha")
    made = camp_in(app)
    made.attend(*(made.add(*name) for name in NAMES))
    made.issue()
    app.database.close()
    return place


@pytest.fixture
def app(workspace: Path) -> Iterator[App]:
    opened = build(workspace, FakeClock(), "Sokha")
    yield opened
    opened.database.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file of the same name lies there from before."""
    path = tmp_path / "out" / "report"
    path.parent.mkdir()
    path.write_bytes(OLDER)
    return path


def write(app: App, kind: str, form: str, target: Path, progress: Progress = silent) -> int:
    if kind == DATABASE:
        return app.exports.write_database(target, with_personal_data=True, progress=progress)
    choice = Choice(bootcamps=(app.bootcamps.find().id,))
    return app.exports.write(kind, choice, target, form, progress)


def die(*_any: object, **_more: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def at_the_start(_patch: pytest.MonkeyPatch) -> Progress:
    return die


def at_the_end(_patch: pytest.MonkeyPatch) -> Progress:
    return lambda done, of: die() if done == of else None


def before_it_is_safe(patch: pytest.MonkeyPatch) -> Progress:
    patch.setattr(os, "fsync", die)
    return silent


def before_it_has_its_name(patch: pytest.MonkeyPatch) -> Progress:
    patch.setattr(Path, "replace", die)
    return silent


STAGES: tuple[Callable[[pytest.MonkeyPatch], Progress], ...] = (
    at_the_start,
    at_the_end,
    before_it_is_safe,
    before_it_has_its_name,
)


def killed(workspace: Path, kind: str, form: str, target: Path,
           stage: Callable[[pytest.MonkeyPatch], Progress]) -> int:  # fmt: skip
    """Export in a process that kills itself at a stage; give the signal that ended it."""
    child = os.fork()
    if child == 0:
        try:
            own = build(workspace, FakeClock(), "Sokha")
            with pytest.MonkeyPatch.context() as patch:
                write(own, kind, form, target, stage(patch))
        finally:
            os._exit(9)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@ONLY_LINUX
@each_file
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.__name__)
def test_a_process_that_is_killed_leaves_the_older_file_and_the_workspace(
    workspace: Path,
    target: Path,
    kind: str,
    form: str,
    stage: Callable[[pytest.MonkeyPatch], Progress],
) -> None:
    before = workspace.read_bytes()

    assert killed(workspace, kind, form, target, stage) == -signal.SIGKILL

    assert target.read_bytes() == OLDER
    assert all(one == target or one.name.startswith(".") for one in target.parent.iterdir())
    assert workspace.read_bytes() == before


@ONLY_LINUX
def test_what_a_killed_process_left_is_swept_by_a_later_export(
    workspace: Path, app: App, target: Path
) -> None:
    killed(workspace, "people", "csv", target, before_it_has_its_name)
    (left,) = (one for one in target.parent.iterdir() if one != target)
    write(app, "people", "csv", target)
    assert left.exists()  # another process may be at it still
    long_ago = time.time() - 3600
    os.utime(left, (long_ago, long_ago))

    write(app, "people", "csv", target)

    assert list(target.parent.iterdir()) == [target]


@ONLY_LINUX
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # XlsxWriter's, of its rows
@pytest.mark.parametrize("part", [0.0, 0.5, 0.999])
@each_file
def test_a_full_disk_is_said_in_words_and_leaves_the_older_file(
    app: App, target: Path, tmp_path: Path, kind: str, form: str, part: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    import resource  # noqa: PLC0415 - Windows has none

    waiting = tmp_path / "tmp"
    waiting.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(waiting))
    write(app, kind, form, target.with_name("whole"))
    room = int(part * target.with_name("whole").stat().st_size)
    target.with_name("whole").unlink()
    # What is imported under the limit would be kept compiled and cut.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(Refusal, match=r"“report” could not be written\. Check that .* space"):
            write(app, kind, form, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    gc.collect()
    assert target.read_bytes() == OLDER
    assert list(target.parent.iterdir()) == [target]
    assert list(waiting.iterdir()) == []


@each_file
def test_a_folder_that_takes_no_file_is_said_in_words(
    app: App, tmp_path: Path, kind: str, form: str
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")

    with pytest.raises(Refusal, match="“report” could not be written"):
        write(app, kind, form, tmp_path / "file" / "report")

    assert [one.name for one in tmp_path.iterdir()] == ["file"]


@each_file
def test_a_name_that_a_folder_has_is_refused_at_the_end_and_the_folder_stays(
    app: App, tmp_path: Path, kind: str, form: str
) -> None:
    (tmp_path / "report" / "inside").mkdir(parents=True)

    with pytest.raises(Refusal, match="“report” could not be written"):
        write(app, kind, form, tmp_path / "report")

    assert [one.name for one in tmp_path.iterdir()] == ["report"]
    assert (tmp_path / "report" / "inside").is_dir()
