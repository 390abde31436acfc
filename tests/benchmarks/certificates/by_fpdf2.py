"""The same pages by fpdf2, its text shaped, its second font taken where the first has no sign."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from fpdf import FPDF

_SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}
_STYLES = {400: "", 700: "B"}
_POINTS = 72 / 25.4


def main(folder: Path, target: Path) -> None:
    """Print what lies ready in the folder."""
    pages = json.loads((folder / "pages.json").read_text("utf-8"))
    pdf = FPDF(unit="mm", format=(pages["height"], pages["width"]), orientation="L")
    for name, family, weight in pages["fonts"]:
        pdf.add_font(f"{family} {weight}", fname=folder / "fonts" / name)
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_text_shaping(True)
    for own in pages["own"]:
        pdf.add_page()
        for one in (*pages["fixed"], *own):
            _DRAWN[one["kind"]](pdf, one, folder)
    pdf.output(str(target))


def _text(pdf: FPDF, one: dict[str, Any], _folder: Path) -> None:
    pdf.set_font(f"Noto Sans {one['weight']}", size=one["size"])
    pdf.set_fallback_fonts([f"Noto Sans Khmer {one['weight']}"], exact_match=False)
    pdf.set_text_color(one["colour"])
    pdf.set_char_spacing(one["tracking"] * one["size"])
    width = pdf.get_string_width(one["text"])
    pdf.set_xy(one["x"] - _SHIFT[one["align"]] * width, one["y"] - 0.8 * one["size"] / _POINTS)
    # A cell puts its baseline at half its height and 0.3 of the size below its top.
    pdf.cell(width, one["size"] / _POINTS, one["text"])
    pdf.set_char_spacing(0)


def _rect(pdf: FPDF, one: dict[str, Any], _folder: Path) -> None:
    pdf.rect(one["x"], one["y"], one["width"], one["height"], style=_ink(pdf, one))


def _path(pdf: FPDF, one: dict[str, Any], _folder: Path) -> None:
    how = _ink(pdf, one)
    if one["closed"]:
        pdf.polygon(one["points"], style=how)
    else:
        pdf.polyline(one["points"], style=how)


def _ink(pdf: FPDF, one: dict[str, Any]) -> str:
    if one["fill"]:
        pdf.set_fill_color(one["fill"])
    if one["stroke"]:
        pdf.set_draw_color(one["stroke"]["colour"])
        pdf.set_line_width(one["stroke"]["width"])
    return ("D" if one["stroke"] else "") + ("F" if one["fill"] else "")


def _code(pdf: FPDF, one: dict[str, Any], folder: Path) -> None:
    pdf.image(folder / "codes" / one["file"], one["x"], one["y"], one["side"], one["side"])


_DRAWN = {"text": _text, "rect": _rect, "path": _path, "code": _code}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
