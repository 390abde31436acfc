"""Makes resources/fonts from the Noto packages: static weights, our own names, Khmer line heights.

Qt matches fonts by family name, so a Noto Sans Khmer of the system could win over ours; and of a
variable font it offers one weight. Run it with fontTools installed: `pip install fonttools`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import fontpkg_noto_sans
import fontpkg_noto_sans_khmer
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).parents[1] / "resources" / "fonts"
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
# Latin with the marks of European and Vietnamese names, punctuation, arrows, currency, geometry.
LATIN = [(0x20, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF)]
SIGNS = [(0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0xFEFF, 0xFEFF)]
KHMER = [(0x1780, 0x17FF), (0x19E0, 0x19FF), (0x200B, 0x200D), (0x25CC, 0x25CC)]


class Family(NamedTuple):
    """One family of the window: its source, characters and line, in thousandths of the size."""

    name: str
    source: Path
    ranges: list[tuple[int, int]]
    ascent: int
    descent: int


FAMILIES = (
    Family(
        "Bootcamp Desk Sans",
        fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf",
        LATIN + SIGNS,
        1130,
        470,
    ),
    Family(
        "Bootcamp Desk Khmer",
        fontpkg_noto_sans_khmer.ROOT / "files" / "NotoSansKhmer[wdth,wght].ttf",
        KHMER,
        1210,
        640,
    ),
)


def make(family: Family, weight: int) -> Path:
    """Write one weight of a family and give its file."""
    font = TTFont(family.source)
    font = instantiateVariableFont(font, {"wght": weight, "wdth": 100})
    options = Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.name_IDs = [1, 2, 3, 4, 6, 13, 14]
    subsetter = Subsetter(options)
    wanted = [point for first, last in family.ranges for point in range(first, last + 1)]
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    _name(font, family.name, weight)
    _give_line(font, family)
    target = TARGET / f"{family.name.replace(' ', '')}-{WEIGHTS[weight]}.ttf"
    font.save(target)
    return target


def _name(font: TTFont, family: str, weight: int) -> None:
    style = WEIGHTS[weight]
    names = font["name"]
    names.names = [one for one in names.names if one.nameID in (13, 14)]
    for number, text in {
        1: family if style != "SemiBold" else f"{family} SemiBold",
        2: style if style != "SemiBold" else "Regular",
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        16: family,
        17: style,
    }.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["head"].macStyle = 1 if weight == 700 else 0


def _give_line(font: TTFont, family: Family) -> None:
    em = font["head"].unitsPerEm / 1000
    ascent, descent = round(family.ascent * em), round(family.descent * em)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    table = font["OS/2"]
    table.sTypoAscender, table.sTypoDescender, table.sTypoLineGap = ascent, -descent, 0
    table.usWinAscent, table.usWinDescent = ascent, descent


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for one in FAMILIES:
        for size in WEIGHTS:
            sys.stdout.write(f"{make(one, size).name}\n")
