"""Certificates in several files: a person, a team or an organisation each."""

from __future__ import annotations

import os
import resource
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.piles import piles
from bootcamp_app.features.certificates.prints import Papers, Wish
from bootcamp_app.features.certificates.separate import Separate, print_piles
from bootcamp_app.reading.pages import text_of
from tests.features.certificates.camps import NAMES, quietly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.features.certificates.camps import Camp

ROOM = 10_000
BELONGING: tuple[dict[str, str], ...] = (
    {"organisation": "Kampot Office", "team": "Team 10"},
    {"organisation": "Kampot Office", "team": "Team 2"},
    {},
)


@pytest.fixture
def papers(camp: Camp) -> Papers:
    for name, fields in zip(NAMES, BELONGING, strict=True):
        camp.attend(camp.add(*name, **fields))
    camp.issue()
    return camp.app.prints.papers(camp.bootcamp, Wish())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "certificates"


def printed(papers: Papers, folder: Path, by: str) -> Separate:
    files = piles(papers.certificates, papers.people, by)
    return print_piles(files, papers.bootcamp, folder, quietly, papers.designs)


def names_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_file_a_person_is_named_by_serial_and_holds_that_page(
    papers: Papers, folder: Path
) -> None:
    done = printed(papers, folder, "person")

    assert (done.written, done.kept, done.pages) == (3, 0, 3)
    assert names_in(folder) == [f"{one.serial}.pdf" for one in papers.certificates]
    for one in papers.certificates:
        (page,) = text_of(folder / f"{one.serial}.pdf")
        assert one.printed["name_first"] in page


@pytest.mark.parametrize(
    ("by", "files"),
    [
        ("team", {"Team 2.pdf": 1, "Team 10.pdf": 1, "Without a team.pdf": 1}),
        ("organisation", {"Kampot Office.pdf": 2, "Without an organisation.pdf": 1}),
    ],
)
def test_a_file_a_team_or_organisation_holds_all_of_it(
    papers: Papers, folder: Path, by: str, files: dict[str, int]
) -> None:
    printed(papers, folder, by)

    assert {name: len(text_of(folder / name)) for name in names_in(folder)} == files


def test_files_that_lie_there_whole_are_kept_and_only_the_rest_is_written(
    papers: Papers, folder: Path
) -> None:
    printed(papers, folder, "person")
    whole, half, lost = (folder / name for name in names_in(folder))
    before = {one: one.read_bytes() for one in (whole, half, lost)}
    half.write_bytes(before[half][:-100])
    lost.unlink()
    os.utime(whole, (1, 1))

    done = printed(papers, folder, "person")

    assert (done.written, done.kept) == (2, 1)
    assert {one: one.read_bytes() for one in (whole, half, lost)} == before
    assert whole.stat().st_mtime == 1


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk with room for less than a certificate; what is there already can be read."""
    # What is imported under the limit would be kept compiled and cut.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("by", ["person", "team"])
def test_a_full_disk_is_said_and_nothing_half_is_left(
    papers: Papers, folder: Path, by: str, request: pytest.FixtureRequest
) -> None:
    folder.mkdir()
    request.getfixturevalue("full_disk")

    with pytest.raises(Refusal, match="the disk has space"):
        printed(papers, folder, by)

    assert names_in(folder) == []


def test_what_a_killed_program_left_goes_and_what_another_writes_stays(
    papers: Papers, folder: Path
) -> None:
    old, new, own = (folder / f".{'0' * 8}-0000-0000-0000-{n * 12}.part" for n in "abc")
    own = folder / ".mine.part"
    folder.mkdir()
    for one in (old, new, own):
        one.touch()
    os.utime(old, (time.time() - 3600,) * 2)
    os.utime(own, (time.time() - 3600,) * 2)

    printed(papers, folder, "team")

    assert [one.exists() for one in (old, new, own)] == [False, True, True]


def test_a_folder_that_cannot_be_made_is_refused_in_words(papers: Papers, folder: Path) -> None:
    folder.touch()

    with pytest.raises(Refusal, match=r"“inside” cannot be made"):
        printed(papers, folder / "inside", "person")
