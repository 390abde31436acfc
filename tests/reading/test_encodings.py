"""Text from before Unicode is shown as it may read, and read as a person says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.sheets import EncodingUnclear, read_table

if TYPE_CHECKING:
    from pathlib import Path

FRENCH = "Nom,Prénom\nSok,Sokhéa\nLy,Maëlle\n"


def unclear(path: Path) -> EncodingUnclear:
    with pytest.raises(EncodingUnclear) as refused:
        read_table(path)
    return refused.value


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", FRENCH),
        ("mac_roman", FRENCH),
        ("cp874", "Name\nสมชาย\n"),
        ("gb18030", "Name\n陈\n"),
    ],
)
def test_text_that_is_not_unicode_is_shown_as_it_may_read(
    tmp_path: Path, encoding: str, text: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))

    previews = unclear(path).previews

    right = next(one for one in previews if one.encoding == encoding)
    assert set(right.lines) == set(text.strip().split("\n"))
    assert str(right.title)


def test_it_is_read_in_the_encoding_that_a_person_chose(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(FRENCH.encode("cp1252"))

    table = read_table(path, encoding="cp1252")

    assert table.rows == [["Nom", "Prénom"], ["Sok", "Sokhéa"], ["Ly", "Maëlle"]]


def test_the_likeliest_comes_first_and_each_reading_once(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(FRENCH.encode("cp1252"))

    previews = unclear(path).previews

    assert previews[0].encoding == "cp1252"
    assert len({one.lines for one in previews}) == len(previews)


def test_the_sentence_names_the_choices(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(FRENCH.encode("cp1252"))

    assert "cp1252" in str(unclear(path))


@pytest.mark.parametrize("encoding", ["nonsense", "rot13", "hex", "undefined", "", "\0"])
def test_letters_that_are_none_are_refused_in_words(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(FRENCH.encode("cp1252"))

    with pytest.raises(Refusal, match=r"There are no letters|is not saved in the letters"):
        read_table(path, encoding=encoding)


def test_letters_that_do_not_fit_are_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(FRENCH.encode("cp1252"))

    with pytest.raises(Refusal, match="is not saved in the letters utf-8"):
        read_table(path, encoding="utf-8")


def test_khmer_that_lost_a_byte_is_damaged_and_offers_no_other_letters(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("ឈ្មោះ,ភេទ\nសុខ ដារ៉ា,ប\n".encode()[:-3])

    with pytest.raises(Refusal, match="is damaged or not complete") as refused:
        read_table(path)
    assert not isinstance(refused.value, EncodingUnclear)
