"""A font as a ministry would bring it: the house's Khmer one under another name."""

from __future__ import annotations

from functools import cache

import fontpkg_noto_sans_khmer

KHMER = fontpkg_noto_sans_khmer.ROOT / "files" / "NotoSansKhmer[wdth,wght].ttf"
TITLE = "Muol Sans Khmer"


@cache
def own_font() -> bytes:
    """Give the content of the font's file."""
    named = ("Noto Sans Khmer".encode("utf-16-be"), TITLE.encode("utf-16-be"))
    content: bytes = KHMER.read_bytes()
    return content.replace(*named)
