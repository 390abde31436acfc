"""QR codes as rows of modules; what they say is decided elsewhere.

`qrcode` draws each kind of symbol once, empty; what one symbol stores is laid into that at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

import qrcode

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.printing.qr_codewords import TooMuchData, block_sizes, codewords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Level = Literal["L", "M", "Q", "H"]
QUIET = 4  # modules around a symbol that must stay white

_LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}  # as the standard numbers them
_MASKS = range(8)


class CodeTooSmall(Refusal):
    """The data needs a larger symbol than may be used."""

    def __init__(self, version: int) -> None:
        super().__init__(
            N_(
                "There is too much text for a QR code that reads well in print (version {version})."
                " Shorten the names or the title."
            ),
            version=version,
        )


@dataclass(frozen=True)
class QrSymbol:
    """A square of modules without the quiet zone.

    The rows are bits, one for a dark module, each row filled up to whole bytes.
    """

    version: int
    bits: bytes

    @property
    def count(self) -> int:
        """How many modules make a side."""
        return 17 + 4 * self.version

    @property
    def modules(self) -> tuple[tuple[bool, ...], ...]:
        """The rows, dark modules true."""
        wide = _row_bytes(self.count)
        rows = (self.bits[at : at + wide] for at in range(0, len(self.bits), wide))
        signs = (f"{int.from_bytes(row):0{8 * wide}b}"[: self.count] for row in rows)
        return tuple(tuple(sign == "1" for sign in row) for row in signs)

    def quiet_zone(self, side: float) -> float:
        """Give the white border that a symbol of this side needs, in the same unit."""
        return QUIET * side / self.count


def symbol(data: str, *, version: int, level: Level, mask: int | None = None) -> QrSymbol:
    """Give the symbol of one version. A given mask (0–7) is valid and several times faster."""
    try:
        stored = codewords(data, version, _LEVELS[level])
    except TooMuchData:
        raise CodeTooSmall(version) from None
    if mask is not None:
        return _drawn(stored, version, level, mask)
    return min((_drawn(stored, version, level, one) for one in _MASKS), key=_unevenness)


def smallest(data: str, *, versions: range, level: Level, mask: int | None = None) -> QrSymbol:
    """Give the smallest symbol of these versions that holds the data, or raise CodeTooSmall."""
    for version in versions:
        try:
            return symbol(data, version=version, level=level, mask=mask)
        except CodeTooSmall:
            continue
    raise CodeTooSmall(versions[-1])


def _unevenness(drawn: QrSymbol) -> int:
    return int(qrcode.util.lost_point(drawn.modules))


class _Empty(NamedTuple):
    """A kind of symbol that stores zeros, and which stored bit turns each module."""

    modules: int
    bits_of_modules: Callable[[str], tuple[str, ...]]
    length: int


def _drawn(stored: bytes, version: int, level: Level, mask: int) -> QrSymbol:
    empty = _empty(version, _LEVELS[level], mask)
    bits = f"{int.from_bytes(stored):0{8 * len(stored)}b}0"
    turned = int("".join(empty.bits_of_modules(bits)), 2)
    return QrSymbol(version, (empty.modules ^ turned).to_bytes(empty.length))


@cache
def _empty(version: int, level: int, mask: int) -> _Empty:
    code = _Watched(version, level, border=0, mask_pattern=mask)
    code.data_cache = []
    code.makeImpl(False, mask)  # noqa: FBT003 - qrcode's own
    wide = 8 * _row_bytes(code.modules_count)
    rows = ("".join("01"[bool(dark)] for dark in row).ljust(wide, "0") for row in code.modules)
    order = list(_order_of_bits(version, level))
    # What no bit turns, as the finders and what fills up a row, takes the 0 behind all bits.
    nothing = len(order)
    bit_of = dict(zip(code.filled, order, strict=False))
    sources = [
        bit_of.get((row, column), nothing)
        for row in range(code.modules_count)
        for column in range(wide)
    ]
    return _Empty(int("".join(rows), 2), itemgetter(*sources), len(sources) // 8)


def _order_of_bits(version: int, level: int) -> Iterator[int]:
    """Give the stored bits in the order in which a symbol takes them: all blocks by turns."""
    data, correction, start = [], [], 0
    for count, extra in block_sizes(version, level):
        data.append(range(start, start + count))
        correction.append(range(start + count, start + count + extra))
        start += count + extra
    for byte in (*_by_turns(data), *_by_turns(correction)):
        yield from range(8 * byte, 8 * byte + 8)


def _by_turns(blocks: Sequence[range]) -> Iterator[int]:
    longest = max(map(len, blocks))
    return chain.from_iterable(
        (block[at] for block in blocks if at < len(block)) for at in range(longest)
    )


class _Watched(qrcode.QRCode):  # type: ignore[misc]  # it brings no types
    """Remembers in which order the modules that hold data are filled."""

    modules: list[list[bool]]
    filled: list[tuple[int, int]]

    def map_data(self, data: Sequence[int], mask_pattern: int) -> None:
        """Fill the modules that hold data; qrcode calls it when all else is drawn."""
        self.filled = []
        self.modules = [_Row(self.filled, at, row) for at, row in enumerate(self.modules)]
        super().map_data(data, mask_pattern)


class _Row(list[bool]):
    """A row that tells which of its modules were set."""

    def __init__(self, filled: list[tuple[int, int]], at: int, row: Sequence[bool]) -> None:
        super().__init__(row)
        self._filled = filled
        self._at = at

    def __setitem__(self, column: int, dark: bool) -> None:  # type: ignore[override]
        self._filled.append((self._at, column))
        super().__setitem__(column, dark)


def _row_bytes(count: int) -> int:
    return -(-count // 8)
