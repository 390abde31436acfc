"""What a QR symbol stores: the data as bits, padded, each block followed by its correction."""

from __future__ import annotations

from functools import cache, reduce
from operator import getitem, xor
from typing import TYPE_CHECKING

from qrcode import base
from qrcode.util import (
    ALPHA_NUM,
    MODE_8BIT_BYTE,
    MODE_ALPHA_NUM,
    MODE_NUMBER,
    PAD0,
    PAD1,
    length_in_bits,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS = frozenset("0123456789")
_SIGNS = frozenset(ALPHA_NUM.decode())
_FIGURES = {1: 4, 2: 7, 3: 10}  # bits of so many digits
_PADDING = f"{PAD0:08b}{PAD1:08b}"
_END = 4  # bits that end the data, where there is room


class TooMuchData(Exception):  # noqa: N818 - a measure, not a fault
    """The data takes more bits than the symbol has."""


def codewords(data: str, version: int, level: int) -> bytes:
    """Give block after block, its data and then its correction. Raises TooMuchData."""
    blocks = block_sizes(version, level)
    content = _padded(_bits(data, version), 8 * sum(count for count, _ in blocks))
    stored, start = [], 0
    for count, correction in blocks:
        block = content[start : start + count]
        stored += [block, _correction(block, correction)]
        start += count
    return b"".join(stored)


@cache
def block_sizes(version: int, level: int) -> Sequence[tuple[int, int]]:
    """Give how many bytes of data and of correction each block of a symbol has."""
    blocks = base.rs_blocks(version, level)
    return [(one.data_count, one.total_count - one.data_count) for one in blocks]


def _bits(data: str, version: int) -> str:
    signs = set(data)
    if signs <= _DIGITS:
        mode, count, content = MODE_NUMBER, len(data), _digits(data)
    elif signs <= _SIGNS:
        mode, count, content = MODE_ALPHA_NUM, len(data), _letters(data)
    else:
        packed = data.encode()
        mode, count, content = MODE_8BIT_BYTE, len(packed), _bytes(packed)
    width = length_in_bits(mode, version)
    if count >> width:
        raise TooMuchData
    return f"{mode:04b}{count:0{width}b}{content}"


def _digits(data: str) -> str:
    parts = [data[at : at + 3] for at in range(0, len(data), 3)]
    return "".join([f"{int(part):0{_FIGURES[len(part)]}b}" for part in parts])


def _letters(data: str) -> str:
    bits = list(map(_pairs().__getitem__, zip(data[::2], data[1::2], strict=False)))
    if len(data) % 2:
        bits.append(f"{ALPHA_NUM.decode().index(data[-1]):06b}")
    return "".join(bits)


def _bytes(data: bytes) -> str:
    return f"{int.from_bytes(data):0{8 * len(data)}b}" if data else ""


@cache
def _pairs() -> dict[tuple[str, str], str]:
    signs = list(enumerate(ALPHA_NUM.decode()))
    return {(one, two): f"{45 * i + j:011b}" for i, one in signs for j, two in signs}


def _padded(bits: str, room: int) -> bytes:
    if len(bits) > room:
        raise TooMuchData
    bits += "0" * min(_END, room - len(bits))
    bits += "0" * (-len(bits) % 8)
    bits += (_PADDING * room)[: room - len(bits)]
    return int(bits, 2).to_bytes(room // 8)


def _correction(block: bytes, count: int) -> bytes:
    """Give the remainder of a block divided by the generator.

    That is the sum of what each byte leaves at its place, which is worked out once.
    """
    rests = _rests(len(block), count)
    return reduce(xor, map(getitem, rests, block), 0).to_bytes(count)


@cache
def _rests(length: int, count: int) -> Sequence[Sequence[int]]:
    """Give for every place in a block what each byte there leaves, the first place first."""
    multiples, shift = _multiples(count), 8 * (count - 1)
    below = (1 << shift) - 1
    rests = [multiples]
    for _place in range(length - 1):
        rests.append([(one & below) << 8 ^ multiples[one >> shift] for one in rests[-1]])
    return rests[::-1]


@cache
def _multiples(count: int) -> Sequence[int]:
    """Give every multiple of the generator of so many bytes, its leading 1 left out."""
    generator = base.Polynomial([1], 0)
    for power in range(count):
        generator = generator * base.Polynomial([1, base.gexp(power)], 0)
    powers = [base.glog(generator[at]) for at in range(1, count + 1)]
    some = [
        bytes(base.gexp(base.glog(factor) + power) for power in powers) for factor in range(1, 256)
    ]
    return [0, *map(int.from_bytes, some)]
