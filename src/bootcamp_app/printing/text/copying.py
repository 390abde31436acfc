"""What a PDF reader copies out for each code of a font: its ToUnicode table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_BLOCK = 100  # as many as the format allows in one block


def to_unicode(texts: Sequence[str]) -> str:
    """Give the table for codes 1, 2, 3 … and the text of each."""
    lines = (f"<{code:04X}> <{_hex(text)}>" for code, text in enumerate(texts, start=1))
    blocks = (
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in _blocks(lines)
    )
    return "\n".join((_HEAD, *blocks, _TAIL))


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(lines)
    while block := list(islice(rest, _BLOCK)):
        yield block


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
