"""Characters into placed glyphs, cluster by cluster, as HarfBuzz sees them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]  # it brings no types

from bootcamp_app.printing.text.itemising import Run, runs_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from bootcamp_app.printing.text.faces import Face, Typeface
    from bootcamp_app.printing.text.styles import TextStyle


class Glyph(NamedTuple):
    """A glyph and where it stands in its cluster, in font units."""

    number: int
    x: int
    y: int


class Cluster(NamedTuple):
    """The smallest part of text that is drawn as a whole, in font units."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: int


class ShapedRun(NamedTuple):
    """Clusters of one font."""

    face: Face
    clusters: tuple[Cluster, ...]


class ShapedText(NamedTuple):
    """A shaped line; its width is a share of the type size."""

    runs: tuple[ShapedRun, ...]
    width: float
    letters: int


@lru_cache(maxsize=8192)
def shape(text: str, typeface: Typeface, weight: int) -> ShapedText:
    """Shape one line of mixed text."""
    runs = tuple(_shaped(run) for run in runs_of(text, typeface, weight))
    width = sum(sum(c.advance for c in run.clusters) / run.face.em for run in runs)
    return ShapedText(runs, width, sum(len(run.clusters) for run in runs))


def spaced(run: ShapedRun, tracking: float) -> tuple[Cluster, ...]:
    """Give a run's clusters, each wider by the tracking; bare gaps would copy out as spaces."""
    if not tracking:
        return run.clusters
    extra = round(tracking * run.face.em)
    return tuple(cluster._replace(advance=cluster.advance + extra) for cluster in run.clusters)


def width_of(text: str, style: TextStyle) -> float:
    """Give the width of one line as a share of the type size."""
    shaped = shape(text, style.typeface, style.weight)
    return shaped.width + style.tracking * max(shaped.letters - 1, 0)


def measure(text: str, style: TextStyle) -> float:
    """Give the width of one line in millimetres."""
    return width_of(text, style) * style.size / POINTS


def _shaped(run: Run) -> ShapedRun:
    buffer = hb.Buffer()
    buffer.add_str(run.drawn)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    # never the machine's own language: the same text must print the same everywhere
    buffer.language = "km" if buffer.script == "Khmr" else "en"
    hb.shape(run.face.font, buffer)
    return ShapedRun(run.face, tuple(_clusters(run.text, buffer)))


def _clusters(text: str, buffer: hb.Buffer) -> Iterator[Cluster]:
    glyphs: list[Glyph] = []
    begins, start, pen = 0, 0, 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.cluster != begins and glyphs:
            yield _cluster(text[start : info.cluster], tuple(glyphs), pen)
            start, pen, glyphs = info.cluster, 0, []
        begins = info.cluster
        glyphs.append(_glyph(info.codepoint, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    if glyphs:
        yield _cluster(text[start:], tuple(glyphs), pen)


@lru_cache(maxsize=8192)
def _glyph(number: int, x: int, y: int) -> Glyph:
    return Glyph(number, x, y)


@lru_cache(maxsize=8192)
def _cluster(text: str, glyphs: tuple[Glyph, ...], advance: int) -> Cluster:
    return Cluster(text, glyphs, advance)
