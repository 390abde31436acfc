"""Font files: TrueType only, told by their content and never by their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.fonts import MOST_BYTES, font, font_of
from tests.own_fonts import own_font

if TYPE_CHECKING:
    from pathlib import Path


def test_a_truetype_file_is_taken_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "font.bin"
    file.write_bytes(own_font())

    assert font(file) == own_font()


@pytest.mark.parametrize("begins", [b"OTTO", b"ttcf", b"wOFF", b"wOF2"])
def test_fonts_of_other_kinds_are_refused_by_what_they_are(begins: bytes) -> None:
    with pytest.raises(Refusal, match=r"font of another kind.*\.ttf"):
        font_of(begins + bytes(100), "title.ttf")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hello"])
def test_what_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="is not a font"):
        font_of(data, "title.ttf")


def test_a_font_that_is_too_large_is_refused() -> None:
    with pytest.raises(Refusal, match="larger than 10 million bytes"):
        font_of(b"\x00\x01\x00\x00" + bytes(MOST_BYTES), "title.ttf")
