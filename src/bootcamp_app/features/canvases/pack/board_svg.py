"""A board as a drawing inside a page: no script, no style and no address in it, only shapes."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.pack.board_on_paper import (
    DOT,
    INK,
    LINE,
    MUTED,
    ZONE_COLOURS,
)
from bootcamp_app.features.canvases.pack.markup import text
from bootcamp_app.features.canvases.pack.note_text import AIR, fitted
from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    FRAME,
    NOTE,
    NOTE_COLOURS,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PICTURE,
    SIDE_COLOURS,
)
from bootcamp_app.printing.text.styles import first_baseline, leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.views import Item, Zone


def board_svg(handed: Handed, pictures: Mapping[str, bytes]) -> str:
    """Give a board as SVG; `pictures` are JPEG by id, made small for this page."""
    contents = handed.contents
    known = {one.id: one for one in contents.items}
    parts = [f'<rect width="{PAGE_WIDTH:g}" height="{PAGE_HEIGHT:g}" fill="#FFFFFF"/>']
    title = contents.board.template.title
    parts.append(_line(text(title.km), 10, 20, (24, 700, "#0F6B66")))
    parts.append(_line(text(title.en), 10, 30, (13, 400, MUTED)))
    for zone in contents.board.template.zones:
        parts += _zone(zone)
    for one in contents.items:
        if one.kind == CONNECTOR:
            parts += _connector(one, known)
        else:
            parts += _item(one, handed, pictures)
    whole = f'viewBox="0 0 {PAGE_WIDTH:g} {PAGE_HEIGHT:g}"'
    # Its notes stand below as a list, which is what is read out.
    return f'<svg {whole} aria-hidden="true" focusable="false">{"".join(parts)}</svg>'


def _zone(zone: Zone) -> Iterator[str]:
    colour = ZONE_COLOURS.get(zone.colour, MUTED)
    yield _rect(zone.x + 0.75, zone.top + 0.75, zone.width - 1.5, zone.height - 1.5,
                f'fill="none" stroke="{LINE}" stroke-width="0.3" rx="2"')  # fmt: skip
    yield _line(text(zone.title.km), zone.x + 3, zone.top + 6.5, (11, 700, colour))
    yield _line(text(zone.title.en), zone.x + 3, zone.top + 11.2, (8, 400, MUTED))


def _item(one: Item, handed: Handed, pictures: Mapping[str, bytes]) -> Iterator[str]:
    if one.kind == PICTURE:
        if one.picture in pictures:
            data = b64encode(pictures[one.picture]).decode()
            yield (
                f"<image {_place(one.x, one.top, one.width, one.height)} "
                f'href="data:image/jpeg;base64,{data}"/>'
            )
        return
    if one.kind == NOTE:
        colour = NOTE_COLOURS.get(one.colour, NOTE_COLOURS["yellow"])
        yield _rect(one.x, one.top, one.width, one.height, f'fill="{colour}"')
        if one.side in SIDE_COLOURS:
            stripe = f'fill="{SIDE_COLOURS[one.side]}"'
            yield _rect(one.x, one.top, 1.2, one.height, stripe)
    elif one.kind == FRAME:
        frame = f'fill="none" stroke="{MUTED}" stroke-width="0.5"'
        yield _rect(one.x, one.top, one.width, one.height, frame)
    if one.text.strip():
        yield _note(one)
    yield from _dots(one, sum(handed.dots.get(one.id, {}).values()))


def _note(one: Item) -> str:
    shown = fitted(one)
    baseline = one.top + AIR + first_baseline(leading_of(one.text)) * shown.size / POINTS
    spans = []
    for line in shown.lines:
        at = f'x="{one.x + AIR:.2f}" y="{baseline:.2f}"'
        spans.append(f"<tspan {at}>{text(line)}</tspan>")
        baseline += shown.step
    return f'<text font-size="{shown.size / POINTS:.2f}" fill="{INK}">{"".join(spans)}</text>'


def _dots(one: Item, count: int) -> Iterator[str]:
    if count:
        x, y = one.x + one.width - 4, one.top + one.height - 4
        yield f'<circle cx="{x:.2f}" cy="{y:.2f}" r="3.2" fill="{DOT}"/>'
        yield (
            f'<text x="{x:.2f}" y="{y + 1.1:.2f}" font-size="3.2" font-weight="700" '
            f'fill="#FFFFFF" text-anchor="middle">{count}</text>'
        )


def _connector(one: Item, known: Mapping[str, Item]) -> Iterator[str]:
    source, target = known.get(one.source), known.get(one.target)
    if source is None or target is None:
        return
    (x1, y1), (x2, y2) = _centre(source), _centre(target)
    dash = ' stroke-dasharray="1.5 1"' if one.style.get("dash") else ""
    yield (
        f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" '
        f'stroke="{MUTED}" stroke-width="0.5"{dash}/>'
    )


def _line(escaped: str, x: float, y: float, style: tuple[float, int, str]) -> str:
    size, weight, colour = style
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size / POINTS:.2f}" '
        f'font-weight="{weight}" fill="{colour}">{escaped}</text>'
    )


def _rect(x: float, top: float, width: float, height: float, more: str) -> str:
    return f"<rect {_place(x, top, width, height)} {more}/>"


def _place(x: float, top: float, width: float, height: float) -> str:
    return f'x="{x:.2f}" y="{top:.2f}" width="{width:.2f}" height="{height:.2f}"'


def _centre(one: Item) -> tuple[float, float]:
    return one.x + one.width / 2, one.top + one.height / 2
