"""The pages of a PDF come as pictures and as text, or as a sentence that says why not."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import is_pdf, page_count, rendered, text_of
from tests.reading import making

if TYPE_CHECKING:
    from pathlib import Path

BADGES = ["70000000000000001", "70000000000000002", "70000000000000003"]


def _refused(path: Path) -> str:
    sentences = set()
    for ask in (page_count, text_of, lambda path: list(rendered(path, 72))):
        with pytest.raises(Refusal) as refused:
            ask(path)
        sentences.add(str(refused.value))
    assert len(sentences) == 1
    assert path.name in min(sentences)
    assert str(path.parent) not in min(sentences)
    return min(sentences)


def _locked(path: Path, password: str) -> Path:
    canvas = Canvas(str(path), encrypt=StandardEncryption(password, "owner"))
    canvas.drawString(72, 720, "Dara")
    canvas.save()
    return path


def test_a_pdf_gives_its_pages_and_their_text(tmp_path: Path) -> None:
    path = making.pdf(tmp_path / "badges.pdf", BADGES)

    assert page_count(path) == 3
    assert text_of(path) == BADGES
    assert is_pdf(path)


def test_codes_are_read_from_the_rendered_pages(tmp_path: Path) -> None:
    path = making.pdf(tmp_path / "badges.pdf", BADGES)

    pages = list(rendered(path, 100))

    assert [page.dtype for page in pages] == [np.uint8] * 3
    assert [code.text for page in pages for code in codes_in(page)] == BADGES


def test_the_resolution_decides_the_size_of_a_page(tmp_path: Path) -> None:
    path = making.pdf(tmp_path / "badges.pdf", ["x"], size=(720, 360))

    assert [next(rendered(path, dpi)).shape for dpi in (72, 144)] == [(360, 720), (720, 1440)]


def test_pages_that_nobody_asks_for_are_not_rendered(tmp_path: Path) -> None:
    path = making.pdf(tmp_path / "badges.pdf", ["x"] * 50)

    pages = rendered(path, 72)
    first = next(pages)
    pages.close()

    assert first.shape == (842, 595)


def test_lines_are_parted_by_line_feeds(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "letter.pdf"))
    canvas.drawString(72, 720, "first")
    canvas.drawString(72, 700, "second")
    canvas.save()

    assert text_of(tmp_path / "letter.pdf") == ["first\nsecond"]


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    assert _refused(_locked(tmp_path / "locked.pdf", "secret")) == (
        "locked.pdf is protected with a password. Save a copy of it without one, then choose that."
    )


def test_a_pdf_that_is_only_guarded_against_changes_is_read(tmp_path: Path) -> None:
    assert text_of(_locked(tmp_path / "guarded.pdf", "")) == ["Dara"]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_half_a_pdf_is_refused(tmp_path: Path, share: float) -> None:
    path = making.pdf(tmp_path / "half.pdf", BADGES)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    assert _refused(path) == (
        "half.pdf is damaged or not complete. Copy or download the PDF again."
    )


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.pdf"
    path.write_bytes(b"name,sex\nDara,m\n")

    assert _refused(path) == "names.pdf is not a PDF. Choose a PDF file."
    assert not is_pdf(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.touch()

    assert "is empty" in _refused(path)


def test_a_page_too_large_to_be_drawn_is_refused(tmp_path: Path) -> None:
    path = making.pdf(tmp_path / "wall.pdf", ["x"], size=(14_000, 14_000))

    with pytest.raises(Refusal) as refused:
        list(rendered(path, 72))

    assert str(refused.value) == (
        "A page of wall.pdf is too large to be read. Print it to a smaller paper size as PDF, then "
        "choose that."
    )


def test_changed_bytes_are_refused_or_read_but_never_break(tmp_path: Path) -> None:
    path = making.pdf(tmp_path / "changed.pdf", ["x"])
    whole = path.read_bytes()
    random = np.random.default_rng(5)

    for _ in range(100):
        data = bytearray(whole)
        for place in random.integers(0, len(data), 12):
            data[place] = random.integers(0, 256)
        path.write_bytes(bytes(data))
        with contextlib.suppress(Refusal):
            assert len(text_of(path)) == len(list(rendered(path, 36)))


def test_two_threads_may_read_pdfs_at_once(tmp_path: Path) -> None:
    path = making.pdf(tmp_path / "badges.pdf", BADGES * 3)
    answers: list[list[str]] = []

    def read() -> None:
        for _ in range(5):
            list(rendered(path, 50))
            answers.append(text_of(path))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [BADGES * 3] * 15
