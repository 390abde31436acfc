"""Files that carry a name which people gave."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.core.file_names import file_names

if TYPE_CHECKING:
    from pathlib import Path

KHMER = "មន្ទីរអប់រំ យុវជន និងកីឡាខេត្តកំពត "


def test_a_name_stays_as_it_is_where_it_can() -> None:
    assert file_names(["Team 1", "ក្រុមទី២"], ".pdf") == ["Team 1.pdf", "ក្រុមទី២.pdf"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('A/B: "C" <D>|E?*\\', "A B C D E.pdf"),
        ("con", "_con.pdf"),
        ("LPT1.old", "_LPT1.old.pdf"),
        ("Console", "Console.pdf"),
        ("ends with dots. . .", "ends with dots.pdf"),
        ("..", "_.pdf"),
        ("line\nend", "line end.pdf"),
    ],
)
def test_what_windows_refuses_is_left_out(title: str, name: str) -> None:
    assert file_names([title], ".pdf") == [name]


def test_names_that_only_differ_in_case_or_in_what_is_left_out_get_numbers() -> None:
    names = file_names(["Team A", "team a", "Team/A", "Team A (2)"], ".pdf")

    assert names == ["Team A.pdf", "team a (2).pdf", "Team A (3).pdf", "Team A (2) (2).pdf"]


def test_a_long_khmer_name_is_cut_between_letters(tmp_path: Path) -> None:
    long = [KHMER * 9, KHMER * 10]

    names = file_names(long, ".pdf")

    for name, title in zip(names, long, strict=True):
        stem = name.removesuffix(".pdf").removesuffix(" (2)")
        assert title.startswith(stem)
        assert 240 < len(name.encode()) <= 255
        assert stem[-1] != "\u17d2"
        assert not unicodedata.category(title[len(stem)]).startswith("M")
        (tmp_path / name).touch()
    assert len(set(names)) == 2


@given(
    st.lists(
        st.text(st.characters(codec="utf-16", exclude_categories=["Cs"]), max_size=200), max_size=8
    )
)
def test_any_words_make_names_that_are_short_different_and_allowed(titles: list[str]) -> None:
    names = file_names(titles, ".pdf")

    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert len(name.encode()) <= 255
        assert not set(name) & set('\\/:*?"<>|\n\0')
        assert name.endswith(".pdf")
        assert name[0] not in ". "
