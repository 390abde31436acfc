"""Long work that a person stops half-way keeps nothing and leaves no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Cancelled
from bootcamp_app.features.badges.sheets import SheetWish, print_sheets
from bootcamp_app.features.certificates.piles import piles
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.certificates.prints import Wish
from bootcamp_app.features.certificates.separate import print_piles
from bootcamp_app.features.exports.service import export_formats
from bootcamp_app.features.people.nominees import Nominee, Understood
from bootcamp_app.features.reports.views import Choice
from tests.features.certificates.camps import NAMES, Camp, camp_in, quietly
from tests.storage.desks import state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.clock import FakeClock

# The first call, one in the middle, or the very last one.
MOMENTS = ("at once", "half-way", "at the end")
each_moment = pytest.mark.parametrize("moment", MOMENTS)


@pytest.fixture
def camp(place: str, clock: FakeClock) -> Iterator[Camp]:
    """Three people who were there, on either engine."""
    app = build(place, clock, "Sokha")
    made = camp_in(app)
    made.attend(*(made.add(*name) for name in NAMES))
    yield made
    app.database.close()


def stopping(moment: str) -> Callable[[int, int], None]:
    """Give a listener that stops the work."""

    def listen(done: int, of: int) -> None:
        due = {"at once": True, "half-way": done > 0, "at the end": done == of}
        if due[moment]:
            raise Cancelled("Stopped. Nothing of it was kept.")

    return listen


@each_moment
def test_a_stopped_import_takes_nobody_in(camp: Camp, moment: str) -> None:
    before = state_of(camp.app.database)
    nominees = [Nominee(row, {"name_en": f"Person {row}"}) for row in range(1200)]

    with pytest.raises(Cancelled):
        camp.app.importing.take_in(
            camp.bootcamp, Understood({}, nominees, []), progress=stopping(moment)
        )

    assert state_of(camp.app.database) == before
    assert camp.app.importing.take_in(camp.bootcamp, Understood({}, nominees, [])).created == 1200


@each_moment
def test_stopped_issuing_gives_nobody_a_certificate(camp: Camp, moment: str) -> None:
    before = state_of(camp.app.database)

    with pytest.raises(Cancelled):
        camp.app.certificates.issue(camp.bootcamp, progress=stopping(moment))

    assert state_of(camp.app.database) == before
    assert camp.issue().issued == len(NAMES)
    assert camp.certificates[0].serial.split("-")[2] == "00001"


def test_issuing_tells_how_far_it_is(camp: Camp) -> None:
    told: list[tuple[int, int]] = []

    camp.app.certificates.issue(camp.bootcamp, progress=lambda *far: told.append(far))

    # Everybody is looked at first, then signed for.
    assert told == [(done, 6) for done in range(7)]


@each_moment
def test_stopped_printing_leaves_no_certificate(camp: Camp, tmp_path: Path, moment: str) -> None:
    camp.issue()
    target = tmp_path / "out" / "all.pdf"

    with pytest.raises(Cancelled):
        print_batch(camp.certificates, camp.bootcamp, target, stopping(moment), camp.designs)

    assert _files(tmp_path / "out") == []
    certificates, designs = camp.certificates, camp.designs
    assert print_batch(certificates, camp.bootcamp, target, quietly, designs) == len(NAMES)


@each_moment
def test_stopped_printing_of_single_files_keeps_those_that_are_whole(
    camp: Camp, tmp_path: Path, moment: str
) -> None:
    camp.issue()
    folder = tmp_path / "out"
    papers = camp.app.prints.papers(camp.bootcamp, Wish())
    files = piles(papers.certificates, papers.people, "person")
    whole = {"at once": 0, "half-way": 1, "at the end": 3}[moment]

    with pytest.raises(Cancelled):
        print_piles(files, camp.bootcamp, folder, stopping(moment), papers.designs)

    assert sorted(_files(folder)) == [one.name for one in files[:whole]]
    done = print_piles(files, camp.bootcamp, folder, quietly, papers.designs)
    assert (done.written, done.kept) == (3 - whole, whole)


@pytest.mark.parametrize("moment", ["at once", "at the end"])
def test_stopped_badges_leave_no_sheet(camp: Camp, tmp_path: Path, moment: str) -> None:
    target = tmp_path / "out" / "badges.pdf"

    with pytest.raises(Cancelled):
        print_sheets(camp.bootcamp, camp.badges, target, SheetWish(), stopping(moment))

    assert _files(tmp_path / "out") == []


@pytest.mark.parametrize("subject", ["attendance", "people"])
@pytest.mark.parametrize("form", sorted(export_formats()))
def test_a_stopped_export_leaves_the_file_that_was_there(
    camp: Camp, tmp_path: Path, subject: str, form: str
) -> None:
    target = tmp_path / "out" / f"{subject}.{form}"
    target.parent.mkdir()
    target.write_text("older", "utf-8")

    for moment in ("at once", "at the end"):
        choice = Choice(bootcamps=(camp.bootcamp.id,), with_personal_data=False)
        with pytest.raises(Cancelled):
            camp.app.exports.write(subject, choice, target, form, stopping(moment))

    assert _files(tmp_path / "out") == [target.name]
    assert target.read_text("utf-8") == "older"


def test_an_export_tells_how_far_it_is(camp: Camp, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    rows = camp.app.exports.write(
        "attendance",
        Choice(bootcamps=(camp.bootcamp.id,)),
        tmp_path / "all.csv",
        "csv",
        lambda *far: told.append(far),
    )

    assert (rows, told) == (3, [(0, 3), (3, 3)])  # the afternoon has not begun


@each_moment
def test_a_stopped_export_of_the_database_leaves_no_file(
    camp: Camp, tmp_path: Path, moment: str
) -> None:
    nominees = [Nominee(row, {"name_en": f"Person {row}"}) for row in range(300)]
    camp.app.importing.take_in(camp.bootcamp, Understood({}, nominees, []))
    target = tmp_path / "out" / "all.sqlite"

    with pytest.raises(Cancelled):
        camp.app.exports.write_database(target, with_personal_data=True, progress=stopping(moment))

    assert _files(tmp_path / "out") == []
    assert camp.app.exports.write_database(target, with_personal_data=True) > 900


def _files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []
