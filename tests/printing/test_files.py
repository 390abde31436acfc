"""A paper is the same bytes every time, and is whole under its name or not there."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.paper import A4, A6, LETTER, Box, PageSize, Paper, TextStyle
from tests.printing.papers import MADE, PLAIN, lines_from_pypdf, list_of, paper_with

PROGRAM = """
import sys
from tests.printing.papers import list_of
from tests.printing.khmer_words import tricky_words
sys.stdout.buffer.write(list_of(tricky_words()[:80]))
"""


def in_another_process(**environment: str) -> bytes:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."]), **environment},
    )
    return told.stdout


def half_written(target: Path | BytesIO) -> None:
    with Paper(target, title="Half", size=A4, made_at=MADE) as paper:
        paper.page()
        paper.text(10, 10, "half", PLAIN)
        raise ZeroDivisionError


def test_the_same_input_gives_the_same_bytes() -> None:
    first = list_of(["ខ្មែរ", "English"])
    list_of(["something else in between"], TextStyle(20, 700))

    assert list_of(["ខ្មែរ", "English"]) == first


def test_another_process_on_another_day_gives_the_same_bytes() -> None:
    one = in_another_process(PYTHONHASHSEED="1", LANG="C.UTF-8")
    two = in_another_process(PYTHONHASHSEED="2", LANG="km_KH.UTF-8", SOURCE_DATE_EPOCH="99")

    assert one == two


def test_another_time_of_making_gives_other_bytes() -> None:
    def made(at: datetime) -> bytes:
        target = BytesIO()
        with Paper(target, title="Test", size=A4, made_at=at) as paper:
            paper.page()
        return target.getvalue()

    assert made(MADE) == made(MADE)
    assert made(MADE) != made(MADE + timedelta(seconds=1))


def test_the_file_says_what_it_is_and_when_it_was_made(tmp_path: Path) -> None:
    at = datetime(2026, 11, 3, 15, 30, tzinfo=timezone(timedelta(hours=7)))
    with Paper(tmp_path / "a.pdf", title="វិញ្ញាបនបត្រ", size=A4, made_at=at) as paper:
        paper.page()

    reader = PdfReader(tmp_path / "a.pdf")
    assert reader.metadata is not None
    assert reader.metadata.title == "វិញ្ញាបនបត្រ"
    assert reader.metadata.creator == "Bootcamp Desk"
    assert reader.metadata.creation_date == at.astimezone(UTC)
    assert str(reader.root_object["/Lang"]) == "en"


def test_pages_have_the_sizes_they_were_started_with() -> None:
    target = BytesIO()
    with Paper(target, title="Sizes", size=A4, made_at=MADE) as paper:
        paper.page()
        paper.page(A4.landscape)
        paper.page(A6)
        paper.page()
        paper.text(10, 20, "same as before", PLAIN)

    boxes = [page.mediabox for page in PdfReader(target).pages]
    millimetres = [(round(b.width * 25.4 / 72), round(b.height * 25.4 / 72)) for b in boxes]
    assert millimetres == [(210, 297), (297, 210), (105, 148), (105, 148)]
    assert paper.pages == 4


def test_a_sheet_turns_both_ways() -> None:
    assert LETTER.landscape == PageSize(279.4, 215.9)
    assert LETTER.landscape.landscape == LETTER.landscape
    assert LETTER.landscape.portrait == LETTER


def test_a_paper_without_a_page_gets_a_blank_one() -> None:
    target = BytesIO()
    with Paper(target, title="Blank", size=A4, made_at=MADE):
        pass

    assert len(PdfReader(target).pages) == 1


def test_drawing_before_the_first_page_is_a_bug() -> None:
    with (
        pytest.raises(RuntimeError, match="page"),
        Paper(BytesIO(), title="Early", size=A4, made_at=MADE) as paper,
    ):
        paper.text(10, 10, "too early", PLAIN)


def test_an_exception_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        half_written(tmp_path / "a.pdf")

    assert list(tmp_path.iterdir()) == []


def test_an_exception_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"yesterday's")

    with pytest.raises(ZeroDivisionError):
        half_written(target)

    assert target.read_bytes() == b"yesterday's"
    assert list(tmp_path.iterdir()) == [target]


def test_an_exception_writes_nothing_into_a_stream() -> None:
    target = BytesIO()

    with pytest.raises(ZeroDivisionError):
        half_written(target)

    assert target.getvalue() == b""


def test_a_whole_file_replaces_the_one_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "វិញ្ញាបនបត្រ.pdf"
    target.write_bytes(b"yesterday's")

    with Paper(target, title="New", size=A4, made_at=MADE) as paper:
        paper.page()
        paper.text(10, 10, "ថ្មី", PLAIN)

    assert lines_from_pypdf(target.read_bytes()) == ["ថ្មី"]
    assert list(tmp_path.iterdir()) == [target]


def test_a_place_that_cannot_be_written_is_refused_in_words(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.mkdir()
    (target / "kept").write_bytes(b"kept")

    with (
        pytest.raises(Refusal, match=r"a\.pdf"),
        Paper(target, title="Nowhere", size=A4, made_at=MADE) as paper,
    ):
        paper.page()

    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]
    assert (target / "kept").read_bytes() == b"kept"


def test_a_stamp_is_drawn_once_however_often_it_is_used() -> None:
    calls: list[int] = []

    def frame(paper: Paper) -> None:
        calls.append(paper.pages)
        paper.rect(Box(10, 10, 50, 50), fill="#0F6B66")

    def draw(paper: Paper) -> None:
        for _ in range(20):
            paper.stamp("frame", frame)
            paper.page()
        paper.page(A6)
        paper.stamp("frame", frame)

    paper_with(draw)

    assert calls == [1, 22]
