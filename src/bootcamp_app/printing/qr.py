"""QR codes as rows of modules; what they say is decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import qrcode
from qrcode.exceptions import DataOverflowError
from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, MODE_NUMBER, QRData

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_

Level = Literal["L", "M", "Q", "H"]
QUIET = 4  # modules around a symbol that must stay white

_LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}  # as the standard numbers them
_DIGITS = frozenset("0123456789")
_AS_DIGITS = b"01".ljust(256)  # turns the bytes 0 and 1 into figures
_CAPITALS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


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
    """A square of modules, dark ones true, without the quiet zone."""

    version: int
    modules: tuple[tuple[bool, ...], ...]

    @property
    def count(self) -> int:
        """How many modules make a side."""
        return len(self.modules)

    def quiet_zone(self, side: float) -> float:
        """Give the white border that a symbol of this side needs, in the same unit."""
        return QUIET * side / self.count

    @cached_property
    def bits(self) -> bytes:
        """The rows as bits, one for a dark module, each row filled up to whole bytes."""
        return b"".join(_packed(row) for row in self.modules)


def symbol(data: str, *, version: int, level: Level, mask: int | None = None) -> QrSymbol:
    """Give the symbol of one version. A given mask (0–7) is valid and several times faster."""
    code = qrcode.QRCode(version, _LEVELS[level], border=0, mask_pattern=mask)
    code.add_data(QRData(data.encode(), mode=_mode(data)), optimize=0)
    try:
        code.make(fit=False)
    except (DataOverflowError, ValueError) as error:
        raise CodeTooSmall(version) from error
    return QrSymbol(version, tuple(tuple(map(bool, row)) for row in code.modules))


def smallest(data: str, *, versions: range, level: Level, mask: int | None = None) -> QrSymbol:
    """Give the smallest symbol of these versions that holds the data, or raise CodeTooSmall."""
    for version in versions:
        try:
            return symbol(data, version=version, level=level, mask=mask)
        except CodeTooSmall:
            continue
    raise CodeTooSmall(versions[-1])


def _mode(data: str) -> int:
    signs = set(data)
    if signs <= _DIGITS:
        return int(MODE_NUMBER)
    return int(MODE_ALPHA_NUM if signs <= _CAPITALS else MODE_8BIT_BYTE)


def _packed(row: tuple[bool, ...]) -> bytes:
    spare = -len(row) % 8
    number = int(bytes(row).translate(_AS_DIGITS), 2) << spare
    return number.to_bytes((len(row) + spare) // 8, "big")
