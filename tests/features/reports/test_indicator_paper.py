"""The indicators on paper: every figure stands there, in both languages, and nothing hidden."""

from __future__ import annotations

from dataclasses import replace
from itertools import repeat
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest

from bootcamp_app.core.i18n import LANGUAGES, words
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.core.numbers import written
from bootcamp_app.features.reports.indicator_paper import Told, draw_indicators
from bootcamp_app.features.reports.indicator_views import MEASURES, Breakdown, Figure, Snapshot
from bootcamp_app.features.reports.paper_blocks import Block, pages_of
from bootcamp_app.features.reports.views import silent
from tests.features.reports.hand_made import COUNTED_AT, indicators, say, tally
from tests.printing.papers import lines_from_pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.features.reports.indicator_views import Indicators

TOLD = Told(
    ("កម្មវិធីពលរដ្ឋ", "Citizens' programme"),
    [("Counted", "4 December 2026"), ("Project code", "KH-2026-117")],
    ["Who was present or late at one session or more is counted."],
    say,
    COUNTED_AT,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.use("en")


def drawn(figures: Indicators, target: Path, told: Told = TOLD) -> tuple[int, list[str]]:
    pages = draw_indicators(figures, told, target, silent)
    return pages, lines_from_pdfium(target.read_bytes())


def row(figure: Figure) -> str:
    """Give what stands on the row of a figure, without its label and its bar."""
    assert figure.tally is not None
    return " ".join(written(getattr(figure.tally, measure)) for measure in MEASURES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_on_paper_with_all_four_measures(tmp_path: Path, language: str) -> None:
    words.use(language)
    figures = indicators()

    pages, lines = drawn(figures, tmp_path / "made.pdf")

    said = [" ".join(latin_digits(line).split()) for line in lines]
    assert len(pypdfium2.PdfDocument(tmp_path / "made.pdf")) == pages
    for breakdown in figures.breakdowns:
        for figure in breakdown.figures:
            if "&" not in breakdown.id or (figure.tally and figure.tally.people):
                assert [one for one in said if one.endswith(row(figure))], figure.key
    large = " ".join(said[:30])
    for measure in MEASURES:
        assert written(getattr(figures.total, measure)) in large


def test_titles_stand_in_both_scripts_and_each_page_knows_its_number(tmp_path: Path) -> None:
    words.use("km")

    pages, lines = drawn(indicators(), tmp_path / "made.pdf")

    text = "\n".join(lines)
    for title in ("Indicators", "សូចនាករ", "Sector", "វិស័យ", "កម្មវិធីពលរដ្ឋ", "KH-2026-117"):
        assert title in text
    assert pages > 1
    for number in range(1, pages + 1):
        assert f"Page {number} of {pages}" in text


def test_the_public_version_hides_what_is_small(tmp_path: Path) -> None:
    _pages, lines = drawn(indicators(is_public=True), tmp_path / "public.pdf")
    _pages, open_lines = drawn(indicators(), tmp_path / "open.pdf")

    (hidden,) = (line.split() for line in lines if line.startswith("Kep"))
    assert hidden[-4:] == ["<5"] * 4
    (shown,) = (line.split() for line in open_lines if line.startswith("Kep"))
    assert shown[-4:] == ["3", "3", "6", "22.5"]
    assert any("small groups are hidden" in line for line in lines)


def test_frozen_figures_carry_their_title_and_checksum(tmp_path: Path) -> None:
    figures, checksum = indicators(), "0123456789abcdef" * 4
    frozen = Snapshot("1", "Mid-term", COUNTED_AT, "Sokha", figures, (), checksum, is_intact=True)

    pages, lines = drawn(figures, tmp_path / "made.pdf", replace(TOLD, snapshot=frozen))

    text = "".join("".join(lines).split())
    assert text.count(checksum) == pages
    assert "Mid-term" in text


def test_the_same_figures_make_the_same_bytes(tmp_path: Path) -> None:
    drawn(indicators(), tmp_path / "one.pdf")
    drawn(indicators(), tmp_path / "two.pdf")

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_label_of_any_length_and_huge_numbers_stay_on_the_page(tmp_path: Path) -> None:
    groups = tuple(Figure(f"session={n}", tally(10**n)) for n in range(8))
    figures = replace(indicators(), breakdowns=(Breakdown("session", groups),))
    long = replace(TOLD, say=lambda _key: "វគ្គនវានុវត្តន៍ស្ដីពីការចូលរួមរបស់ប្រជាពលរដ្ឋ" * 5)

    pages = draw_indicators(figures, long, tmp_path / "made.pdf", silent)

    assert pages == 1
    page = pypdfium2.PdfDocument(tmp_path / "made.pdf")[0]
    width, _height = page.get_size()
    text = page.get_textpage()
    boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    assert max(right for _left, _bottom, right, _top in boxes) < width - 25
    assert min(left for left, _bottom, right, _top in boxes if right > left) > 25


def test_a_title_stays_with_what_it_is_the_title_of() -> None:
    title, line = Block(10, print, stays=True), Block(20, print)

    pages = pages_of([line, line, title, line, line], repeat(60))

    assert [sum(block.height for block in page) for page in pages] == [40, 50]
    assert pages[1][0] is title


def test_what_goes_on_over_a_page_says_its_columns_again() -> None:
    head = Block(5, print, stays=True)
    line = Block(20, print, head=head)

    pages = pages_of([head, *[line] * 5], repeat(50))

    assert [page[0] for page in pages] == [head, head, head]
    assert [len(page) - 1 for page in pages] == [2, 2, 1]
