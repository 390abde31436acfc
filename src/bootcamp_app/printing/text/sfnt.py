"""The container of a TrueType font: tables, their order and their checksums."""

from __future__ import annotations

import struct

_WHOLE_FILE = 0xB1B0AFBA  # what head's adjustment completes the file's sum to
_ADJUSTMENT = 8  # where in head it stands


def font_file(tables: dict[str, bytes]) -> bytes:
    """Give the tables as one font file."""
    head = tables["head"]
    blank = {**tables, "head": head[:_ADJUSTMENT] + bytes(4) + head[_ADJUSTMENT + 4 :]}
    file = bytearray(_assembled(blank))
    at = _offsets(blank)["head"] + _ADJUSTMENT
    struct.pack_into(">L", file, at, (_WHOLE_FILE - _sum(file)) & 0xFFFFFFFF)
    return bytes(file)


def _assembled(tables: dict[str, bytes]) -> bytes:
    offsets = _offsets(tables)
    power = len(tables).bit_length() - 1
    search = 16 << power
    parts = [
        struct.pack(">LHHHH", 0x00010000, len(tables), search, power, 16 * len(tables) - search)
    ]
    for tag in sorted(tables):
        table = tables[tag]
        parts.append(tag.encode("ascii"))
        parts.append(struct.pack(">LLL", _sum(_padded(table)), offsets[tag], len(table)))
    return b"".join(parts + [_padded(tables[tag]) for tag in sorted(tables)])


def _offsets(tables: dict[str, bytes]) -> dict[str, int]:
    at = 12 + 16 * len(tables)
    offsets = {}
    for tag in sorted(tables):
        offsets[tag] = at
        at += len(_padded(tables[tag]))
    return offsets


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _sum(data: bytes | bytearray) -> int:
    longs: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(longs) & 0xFFFFFFFF
