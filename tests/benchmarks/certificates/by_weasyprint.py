"""The same pages by WeasyPrint: HTML with everything in its place, by CSS."""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weasyprint import HTML

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = """<!doctype html><meta charset="utf-8"><title>Certificates</title><style>
{fonts}
@page {{ size: {width}mm {height}mm; margin: 0 }}
body {{ margin: 0; font-family: "Noto Sans", "Noto Sans Khmer" }}
section {{ position: relative; width: {width}mm; height: {height}mm; break-after: page;
  overflow: hidden }}
section:last-child {{ break-after: auto }}
p, i, img, svg {{ position: absolute; margin: 0 }}
p {{ width: 400mm; line-height: 0; white-space: nowrap }}
img {{ image-rendering: pixelated }}
</style>"""
_FACE = '@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{file}") }}'
_SHIFT = {"left": 0, "center": 200, "right": 400}
_MM = 25.4 / 72
_BASELINE = 0.388
"""How far below its middle a line of no height has its baseline, as a share of the size."""


def main(folder: Path, target: Path) -> None:
    """Print what lies ready in the folder."""
    pages = json.loads((folder / "pages.json").read_text("utf-8"))
    fonts = "\n".join(
        _FACE.format(family=family, weight=weight, file=(folder / "fonts" / name).as_uri())
        for name, family, weight in pages["fonts"]
    )
    fixed = _marks(pages["fixed"])
    sheets = (f"<section>{fixed}{_marks(own)}</section>" for own in pages["own"])
    head = _HEAD.format(width=pages["width"], height=pages["height"], fonts=fonts)
    HTML(string=head + "".join(sheets), base_url=folder.as_uri() + "/").write_pdf(target)


def _marks(marks: Iterable[dict[str, Any]]) -> str:
    return "".join(_WRITTEN[one["kind"]](one) for one in marks)


def _text(one: dict[str, Any]) -> str:
    top = one["y"] - _BASELINE * one["size"] * _MM
    style = (
        f"left:{one['x'] - _SHIFT[one['align']]}mm;top:{top}mm;text-align:{one['align']};"
        f"font-size:{one['size']}pt;font-weight:{one['weight']};color:{one['colour']};"
        f"letter-spacing:{one['tracking']}em"
    )
    return f'<p style="{style}">{escape(one["text"])}</p>'


def _rect(one: dict[str, Any]) -> str:
    pen = one["stroke"]
    inset = pen["width"] / 2 if pen else 0
    style = (
        f"left:{one['x'] - inset}mm;top:{one['y'] - inset}mm;"
        f"width:{one['width'] - inset * 2}mm;height:{one['height'] - inset * 2}mm;"
    )
    if pen:
        style += f"border:{pen['width']}mm solid {pen['colour']};"
    if one["fill"]:
        style += f"background:{one['fill']};"
    return f'<i style="{style}"></i>'


def _path(one: dict[str, Any]) -> str:
    points = " ".join(f"{x},{y}" for x, y in one["points"])
    pen = one["stroke"]
    ink = f'fill="{one["fill"] or "none"}"'
    if pen:
        ink += f' stroke="{pen["colour"]}" stroke-width="{pen["width"]}"'
    shape = "polygon" if one["closed"] else "polyline"
    return (
        '<svg style="left:0;top:0;width:297mm;height:210mm" viewBox="0 0 297 210">'
        f'<{shape} points="{points}" {ink}/></svg>'
    )


def _code(one: dict[str, Any]) -> str:
    side = f"left:{one['x']}mm;top:{one['y']}mm;width:{one['side']}mm;height:{one['side']}mm"
    return f'<img style="{side}" src="codes/{one["file"]}">'


_WRITTEN = {"text": _text, "rect": _rect, "path": _path, "code": _code}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
