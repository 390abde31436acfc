"""A symbol is module for module what `qrcode` itself would draw."""

from __future__ import annotations

from random import Random

import pytest
import qrcode
from qrcode.exceptions import DataOverflowError
from qrcode.util import ALPHA_NUM, MODE_8BIT_BYTE, MODE_ALPHA_NUM, MODE_NUMBER, QRData

from bootcamp_app.printing.qr import CodeTooSmall, Level, symbol

LEVELS: dict[Level, int] = {"L": 1, "M": 0, "Q": 3, "H": 2}
SIGNS: dict[int, str] = {
    MODE_NUMBER: "0123456789",
    MODE_ALPHA_NUM: ALPHA_NUM.decode(),
    MODE_8BIT_BYTE: "abc កខគ្ង",
}
Modules = tuple[tuple[bool, ...], ...]


def theirs(data: str, mode: int, version: int, level: Level, mask: int) -> Modules:
    code = qrcode.QRCode(version, LEVELS[level], border=0, mask_pattern=mask)
    code.add_data(QRData(data.encode(), mode=mode), optimize=0)
    code.make(fit=False)
    return tuple(tuple(map(bool, row)) for row in code.modules)


def text(chance: Random, mode: int, length: int) -> str:
    """Give a text that no shorter mode could hold."""
    signs = SIGNS[mode]
    return signs[-1] + "".join(chance.choices(signs, k=length - 1))


def must_agree(version: int, level: Level) -> None:
    chance = Random(f"{version}{level}")
    for mode in SIGNS:
        mask, data = chance.randrange(8), text(chance, mode, chance.randrange(1, 4 + 6 * version))
        try:
            drawn = theirs(data, mode, version, level, mask)
        except DataOverflowError:
            with pytest.raises(CodeTooSmall):
                symbol(data, version=version, level=level, mask=mask)
        else:
            assert symbol(data, version=version, level=level, mask=mask).modules == drawn


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("version", [1, 2, 5, 7, 8, 9, 10, 15])
def test_a_symbol_is_drawn_as_qrcode_draws_it(version: int, level: Level) -> None:
    must_agree(version, level)


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("version", range(1, 41))
def test_every_sort_of_symbol_is_drawn_as_qrcode_draws_it(version: int, level: Level) -> None:
    must_agree(version, level)


@pytest.mark.parametrize("mode", SIGNS)
def test_every_length_up_to_the_last_that_fits_is_drawn_as_qrcode_draws_it(mode: int) -> None:
    chance = Random(mode)

    for length in range(1, 60):
        data = text(chance, mode, length)
        try:
            drawn = theirs(data, mode, 2, "M", 3)
        except DataOverflowError:
            with pytest.raises(CodeTooSmall):
                symbol(data, version=2, level="M", mask=3)
        else:
            assert symbol(data, version=2, level="M", mask=3).modules == drawn
    assert length * 4 > 28 * 3  # more than this symbol holds in any mode


@pytest.mark.slow
@pytest.mark.parametrize("version", [8, 9, 10])
def test_thousands_of_records_are_drawn_as_qrcode_draws_them(version: int) -> None:
    chance = Random(version)
    longest = {8: 221, 9: 262, 10: 311}[version]

    for _ in range(2000):
        data = text(chance, MODE_ALPHA_NUM, chance.randrange(150, longest + 1))
        mask = chance.randrange(8)
        drawn = theirs(data, MODE_ALPHA_NUM, version, "M", mask)
        assert symbol(data, version=version, level="M", mask=mask).modules == drawn


def test_without_a_mask_given_the_most_even_of_all_is_taken() -> None:
    data = "HTTPS" * 20
    masked = [symbol(data, version=8, level="M", mask=mask) for mask in range(8)]

    chosen = symbol(data, version=8, level="M")

    lost = [qrcode.util.lost_point(one.modules) for one in masked]
    assert chosen == masked[lost.index(min(lost))]
