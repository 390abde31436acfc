"""Packed files are unpacked in memory only, whole and within limits, before anything reads them."""

from __future__ import annotations

import random
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.archives import examined
from tests.reading import making

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = "is damaged or not complete"
TOO_LARGE = "is far too large when it is unpacked"


def _refused(data: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        examined(data, "names.xlsx")
    return str(refused.value)


def test_a_sound_archive_gives_the_names_of_its_entries(tmp_path: Path) -> None:
    path = making.packed(tmp_path / "a.zip", {"one": "1", "two/three": "23"})

    assert examined(path.read_bytes(), "a.zip") == {"one", "two/three"}


def test_an_entry_with_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    body = random.Random(1).randbytes(1_000)
    data = bytearray(making.packed(tmp_path / "a.zip", {"one": body}).read_bytes())
    data[500] ^= 1

    assert DAMAGED in _refused(bytes(data))


def test_an_entry_that_is_larger_than_it_says_is_noticed(tmp_path: Path) -> None:
    data = bytearray(making.packed(tmp_path / "a.zip", {"one": b"x" * 100_000}).read_bytes())
    for mark, size in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + size, 10)

    assert DAMAGED in _refused(bytes(data))


def test_more_than_128_megabytes_are_refused_however_badly_they_are_packed(tmp_path: Path) -> None:
    block = random.Random(1).randbytes(30_000) + bytes(970_000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(136):
            archive.writestr(str(number), block)

    assert TOO_LARGE in _refused((tmp_path / "a.zip").read_bytes())


def test_a_few_megabytes_are_refused_where_they_are_packed_as_bombs_are(
    tmp_path: Path,
) -> None:
    path = making.packed(tmp_path / "a.zip", {"one": bytes(20_000_000)})

    assert TOO_LARGE in _refused(path.read_bytes())


def test_a_small_file_of_equal_rows_may_be_packed_well(tmp_path: Path) -> None:
    path = making.packed(tmp_path / "a.zip", {"one": b"<c><v>1</v></c>" * 200_000})

    assert examined(path.read_bytes(), "a.zip") == {"one"}
