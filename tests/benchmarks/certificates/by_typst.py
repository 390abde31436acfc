"""The same pages by typst: what all pages share as the page's background, the rest placed.

Typst reads the data itself, which is faster than a source with all pages written out, and leaves
out the tags that nobody else here writes either.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typst

_SOURCE = """
#let pages = json("pages.json")
#let sides = (left: left, center: center, right: right)
#let before = (left: 0mm, center: -200mm, right: -400mm)

#let pen(one) = if one.stroke == none { none } else {
  one.stroke.width * 1mm + rgb(one.stroke.colour)
}
#let ink(one) = if one.fill == none { none } else { rgb(one.fill) }
#let at(x, y, it) = place(top + left, dx: x * 1mm, dy: y * 1mm, it)

#let drawn(one) = {
  if one.kind == "text" {
    place(top + left, dx: one.x * 1mm + before.at(one.align), dy: one.y * 1mm,
      box(width: 400mm, align(sides.at(one.align), text(size: one.size * 1pt, weight: one.weight,
        fill: rgb(one.colour), tracking: one.tracking * 1em, one.text))))
  } else if one.kind == "code" {
    at(one.x, one.y, image("codes/" + one.file, width: one.side * 1mm, height: one.side * 1mm,
      scaling: "pixelated"))
  } else if one.kind == "rect" {
    at(one.x, one.y, rect(width: one.width * 1mm, height: one.height * 1mm,
      radius: one.radius * 1mm, stroke: pen(one), fill: ink(one)))
  } else if one.closed {
    place(top + left, polygon(stroke: pen(one), fill: ink(one),
      ..one.points.map(point => point.map(length => length * 1mm))))
  } else {
    place(top + left, line(start: one.points.at(0).map(length => length * 1mm),
      end: one.points.at(1).map(length => length * 1mm), stroke: pen(one)))
  }
}

#set text(font: ("Noto Sans", "Noto Sans Khmer"), top-edge: "baseline", bottom-edge: "baseline",
  hyphenate: false)
#set page(width: pages.width * 1mm, height: pages.height * 1mm, margin: 0pt,
  background: for one in pages.fixed { drawn(one) })
#for (number, own) in pages.own.enumerate() {
  if number > 0 { pagebreak() }
  for one in own { drawn(one) }
}
"""


def main(folder: Path, target: Path) -> None:
    """Print what lies ready in the folder."""
    source = folder / "certificates.typ"
    source.write_text(_SOURCE, "utf-8")
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder / "fonts")],
    )
    typst.compile(str(source), output=str(target), font_paths=fonts, pdf_tags=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
