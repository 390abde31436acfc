"""What a page shows is HarfBuzz's picture of the text, and nothing is lost without a sign."""

from __future__ import annotations

import re

import numpy as np
import pytest

from bootcamp_app.printing.paper import TextStyle, measure, missing_characters
from bootcamp_app.printing.text.faces import HOUSE
from bootcamp_app.printing.text.itemising import runs_of
from tests.printing import outlines
from tests.printing.khmer_words import tricky_words, village_names
from tests.printing.papers import PLAIN, embedded_fonts, paper_with, rendered

ALIKE = 64  # of 255: how far a pixel on an edge may be off; a moved mark is off by all of it
KHMER_ONLY = re.compile("[\u1780-\u17ff ]+")


def different_pixels(drawn: bytes, expected: bytes, count: int) -> list[int]:
    """Count, word by word, the pixels that no anti-aliasing can explain."""
    pairs = zip(outlines.rows_of(drawn, count), outlines.rows_of(expected, count), strict=True)
    return [int((np.abs(mine - theirs) > ALIKE).sum()) for mine, theirs in pairs]


@pytest.fixture(scope="module")
def names() -> list[str]:
    return [name for name in village_names(260) if KHMER_ONLY.fullmatch(name)][:200]


@pytest.mark.parametrize("weight", [400, 700])
def test_village_names_look_exactly_as_harfbuzz_draws_them(names: list[str], weight: int) -> None:
    drawn = outlines.ours(names, weight)
    expected = outlines.harfbuzz(names, weight)

    assert different_pixels(drawn, expected, len(names)) == [0] * 200


def test_tricky_words_look_exactly_as_harfbuzz_draws_them() -> None:
    words = tricky_words()

    drawn, expected = outlines.ours(words, 400), outlines.harfbuzz(words, 400)

    assert different_pixels(drawn, expected, len(words)) == [0] * len(words)


def test_the_comparison_would_catch_plain_reportlab(names: list[str]) -> None:
    drawn, expected = outlines.reportlab(names), outlines.harfbuzz(names, 400)

    wrong = [count for count in different_pixels(drawn, expected, len(names)) if count > 0]

    assert len(wrong) > 150


def test_bold_is_heavier_and_wider_than_regular() -> None:
    def ink(weight: int) -> float:
        style = TextStyle(40, weight)
        data = paper_with(lambda paper: paper.text(20, 50, "វិញ្ញាបនបត្រ Bold", style))
        return 255 - float(np.asarray(rendered(data)).mean())

    assert ink(400) < ink(600) < ink(700)
    assert measure("ខ្មែរ Bold", TextStyle(12)) < measure("ខ្មែរ Bold", TextStyle(12, 700))


def test_latin_and_khmer_are_drawn_by_their_own_fonts() -> None:
    runs = runs_of("ចាន់ ស្រី (Chan) ១២៣ 123", HOUSE, 400)

    assert [(run.face.name, run.text) for run in runs] == [
        ("NotoSansKhmer", "ចាន់ ស្រី "),
        ("NotoSans", "(Chan) "),
        ("NotoSansKhmer", "១២៣ "),
        ("NotoSans", "123"),
    ]


def test_only_the_signs_no_font_has_are_named_as_missing() -> None:
    assert missing_characters("ចាន់ Chan 漢字 a漢\u200b\ufe0f\t😀\x07") == ("漢", "字", "😀", "\x07")
    assert missing_characters("ព្រះរាជាណាចក្រកម្ពុជា – Nguyễn, “50%”…") == ()


def test_a_missing_sign_leaves_a_visible_mark_on_paper() -> None:
    data = paper_with(lambda paper: paper.text(20, 50, "漢", TextStyle(40)))

    assert np.asarray(rendered(data)).min() < 100


def test_the_file_holds_only_the_glyphs_it_uses() -> None:
    data = paper_with(lambda paper: paper.text(20, 50, "ខ្មែរ A", PLAIN))

    fonts = dict(embedded_fonts(data))

    assert sorted(name.split("+")[1] for name in fonts) == ["NotoSans-400", "NotoSansKhmer-400"]
    assert all(len(file) < 6000 for file in fonts.values())


def test_an_embedded_font_is_whole_by_its_own_checksum() -> None:
    data = paper_with(lambda paper: paper.text(20, 50, "ខ្ញុំ ញ៉ាំ Kč", PLAIN))

    for _name, file in embedded_fonts(data):
        longs = np.frombuffer(file, ">u4").astype(np.uint64)
        assert int(longs.sum()) & 0xFFFFFFFF == 0xB1B0AFBA


def test_no_standard_font_is_named_in_the_file() -> None:
    data = paper_with(lambda paper: paper.text(20, 50, "ខ្មែរ", PLAIN))

    assert b"Helvetica" not in data
    assert b"NotoSansKhmer" in data
