"""The same pages by typst: what all pages share as the page's background, the rest placed.

It compiles in one go, without the tags that nobody else writes here either.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = """#set page(width: {width}mm, height: {height}mm, margin: 0pt, background: {{
{fixed}
}})
#set text(font: ("Noto Sans", "Noto Sans Khmer"), top-edge: "baseline", bottom-edge: "baseline",
  hyphenate: false)
#let at(x, y, it) = place(top + left, dx: x, dy: y, it)
#let t(x, y, side, size, weight, fill, tracking, it) = at(
  x + (if side == left {{ 0mm }} else if side == center {{ -200mm }} else {{ -400mm }}), y,
  box(width: 400mm, align(side, text(size: size, weight: weight, fill: fill, tracking: tracking,
    it))))
#let q(x, y, side, file) = at(x, y, image(file, width: side, height: side, scaling: "pixelated"))
"""


def main(folder: Path, target: Path) -> None:
    """Print what lies ready in the folder."""
    pages = json.loads((folder / "pages.json").read_text("utf-8"))
    source = folder / "certificates.typ"
    source.write_text(_source(pages), "utf-8")
    typst.compile(
        str(source),
        output=str(target),
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(folder / "fonts")],
        ),
        pdf_tags=False,
    )


def _source(pages: dict[str, Any]) -> str:
    sheets = ("#{\n" + _marks(own) + "\n}" for own in pages["own"])
    head = _HEAD.format(width=pages["width"], height=pages["height"], fixed=_marks(pages["fixed"]))
    # What the background calls has to be known before it.
    sets, lets = head[: head.index("#set text")], head[head.index("#set text") :]
    return lets + sets + "\n#pagebreak()\n".join(sheets)


def _marks(marks: Iterable[dict[str, Any]]) -> str:
    return "\n".join(_WRITTEN[one["kind"]](one) for one in marks)


def _text(one: dict[str, Any]) -> str:
    text = json.dumps(one["text"], ensure_ascii=False)
    return (
        f"t({one['x']}mm, {one['y']}mm, {one['align']}, {one['size']}pt, {one['weight']},"
        f' rgb("{one["colour"]}"), {one["tracking"]}em, {text})'
    )


def _rect(one: dict[str, Any]) -> str:
    size = f"width: {one['width']}mm, height: {one['height']}mm, radius: {one['radius']}mm"
    return f"at({one['x']}mm, {one['y']}mm, rect({size}, {_ink(one)}))"


def _path(one: dict[str, Any]) -> str:
    points = ", ".join(f"({x}mm, {y}mm)" for x, y in one["points"])
    if not one["closed"]:
        start, end = one["points"]
        where = f"start: ({start[0]}mm, {start[1]}mm), end: ({end[0]}mm, {end[1]}mm)"
        return f"at(0mm, 0mm, line({where}, {_ink(one, fill=False)}))"
    return f"at(0mm, 0mm, polygon({_ink(one)}, {points}))"


def _ink(one: dict[str, Any], *, fill: bool = True) -> str:
    pen = one["stroke"]
    stroke = f'{pen["width"]}mm + rgb("{pen["colour"]}")' if pen else "none"
    colour = f'rgb("{one["fill"]}")' if one["fill"] else "none"
    return f"stroke: {stroke}" + (f", fill: {colour}" if fill else "")


def _code(one: dict[str, Any]) -> str:
    return f'q({one["x"]}mm, {one["y"]}mm, {one["side"]}mm, "codes/{one["file"]}")'


_WRITTEN = {"text": _text, "rect": _rect, "path": _path, "code": _code}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
