"""The locked ground of a canvas: heading, zones and credit line, in millimetres of A3."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.i18n import N_, in_language, words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH, ZONE_COLOURS
from bootcamp_app.printing.shapes import Box, Column, Span, Stroke
from bootcamp_app.printing.text.breaking import lines_of
from bootcamp_app.printing.text.shaping import measure
from bootcamp_app.printing.text.styles import TextStyle, leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.features.canvases.pencil import Pencil
    from bootcamp_app.features.canvases.views import Board, Template, Words, Zone

INK, MUTED, ACCENT, LINE = "#1F2933", "#5B6672", "#0F6B66", "#B8B2A7"
GAP = 1.5
"""What stays white between two zones."""
PEN = 0.35
_FRAME = Stroke(LINE, PEN)
_LEFT, _RIGHT = 10.75, 409.25
_TEAM, _MINUTES = N_("Team"), N_("{n} min")
_STEPS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)
_MOST_LINES = 3
_TITLES = (TextStyle(12.5, 700), TextStyle(8.5, 600, MUTED))
_INDENT, _ASIDE = 12.0, 15.0
_PROMPTS = 15.2
_HALF_A_FIGURE = 0.124  # of a digit's type size in points, in millimetres
_AIR = 2.0


class Clear(NamedTuple):
    """Where codes stand: outside of these four edges at once, in each corner."""

    left: float = 0.0
    top: float = 0.0
    right: float = PAGE_WIDTH
    bottom: float = PAGE_HEIGHT

    def corners(self) -> Iterator[Box]:
        """Give the rectangle of each corner."""
        for x, width in ((0.0, self.left), (self.right, PAGE_WIDTH - self.right)):
            for top, height in ((0.0, self.top), (self.bottom, PAGE_HEIGHT - self.bottom)):
                if width > 0 and height > 0:
                    yield Box(x, top, width, height)


_NOTHING = Clear()


@dataclass(frozen=True)
class Heading:
    """What stands above the zones."""

    title: tuple[str, str]
    """In the first language and the other."""
    kind: str = ""
    """What the template is called, where the board has a name of its own in both languages."""
    team: str = ""


def heading_of(template: Template, board: Board | None = None, team: str = "") -> Heading:
    """Give the heading of a template or of a board made from it."""
    if board is None or not (board.title_en or board.title_km):
        return Heading(ordered(template.title), team=team)
    own = (board.title_km, board.title_en)
    first, second = own if words.language == "km" else own[::-1]
    if first and second:
        return Heading((first, second), ordered(template.title)[0], team)
    return Heading((first or second, ordered(template.title)[0]), team=team)


def ordered(said: Words) -> tuple[str, str]:
    """Give a text in the language in use, and in the other."""
    return (said.km, said.en) if words.language == "km" else (said.en, said.km)


def draw_ground(pencil: Pencil, template: Template, heading: Heading, clear: Clear) -> None:
    """Draw all that is locked, leaving the corners white."""
    draw_heading(pencil, template, heading, clear)
    for number, zone in enumerate(template.zones, 1):
        draw_zone(pencil, number, zone, clear)
    _leave_corners(pencil, template, clear)
    draw_foot(pencil, template, clear)


def frame_of(zone: Zone) -> Box:
    """Give where the line around a zone is drawn."""
    half = GAP / 2
    return Box(zone.x + half, zone.top + half, zone.width - GAP, zone.height - GAP)


def draw_heading(
    pencil: Pencil, template: Template, heading: Heading, clear: Clear = _NOTHING
) -> None:
    """Draw what stands above the zones."""
    left, right = _sides(clear)
    aside = 112.0
    room = right - left - aside - 8
    first, second = heading.title
    pencil.line(Span(left, 17, room), first, TextStyle(24, 700, ACCENT), floor=10)
    pencil.line(Span(left, 25.6, room), second, TextStyle(12.5, 600, MUTED), floor=7)
    first, second = ordered(template.purpose)
    pencil.line(Span(left, 33, right - left), first, TextStyle(10, 400, INK), floor=6)
    pencil.line(Span(left, 38.6, right - left), second, TextStyle(8, 400, MUTED), floor=4.5)
    _draw_aside(pencil, template, heading, right - aside, aside)


def _draw_aside(
    pencil: Pencil, template: Template, heading: Heading, x: float, width: float
) -> None:
    label = " · ".join(dict.fromkeys(_both(_TEAM)))
    used = pencil.line(Span(x, 16, 40), label, TextStyle(10, 400, MUTED))
    line = x + used + 3
    if heading.team:
        pencil.line(
            Span(line + 1, 15.4, width - used - 5), heading.team, TextStyle(15, 700, INK), floor=7
        )
    pencil.polygon([(line, 17.4), (x + width, 17.4)], stroke=Stroke(LINE, 0.35), closed=False)
    said = " · ".join(_minutes(language, template.minutes) for language in _languages())
    known = " · ".join(filter(None, (heading.kind, said)))
    pencil.line(Span(x, 25.6, width, "right"), known, TextStyle(10, 600, MUTED), floor=6)


def draw_zone(pencil: Pencil, number: int, zone: Zone, clear: Clear = _NOTHING) -> None:
    """Draw a zone: the line around it, its number and its words."""
    colour, frame = ZONE_COLOURS[zone.colour], frame_of(zone)
    pencil.rect(frame, stroke=_FRAME, radius=2.0)
    prompts = ordered(zone.prompt)
    box, step = _beside_codes(frame, prompts, clear)
    pencil.circle((box.x + 6.6, box.top + 6.9), 3.5, fill=colour)
    said = khmer_digits(str(number)) if words.language == "km" else str(number)
    size = 10.5 if number < 10 else 9
    figure = TextStyle(size, 700, "#FFFFFF")
    pencil.text(box.x + 6.6, box.top + 6.95 + size * _HALF_A_FIGURE, said, figure, "center")
    x, wide = box.x + _INDENT, box.width - _ASIDE
    first, second = ordered(zone.title)
    large, small = _TITLES
    pencil.line(Span(x, box.top + 8.4, wide), first, replace(large, colour=colour))
    pencil.line(Span(x, box.top + 13.4, wide), second, small)
    top = box.top + _PROMPTS
    for prompt, style in zip(prompts, _prompt_styles(step), strict=True):
        top = pencil.paragraph(Column(x, top, wide), prompt, style, _MOST_LINES)


@lru_cache(maxsize=512)
def reach_of(zone: Zone) -> tuple[float, float]:
    """Give how far to the right and down the words of a zone reach at most, from its corner.

    So they do whichever language comes first; beside a code they stand further to the right.
    """
    frame, right, bottom = frame_of(zone), 0.0, 0.0
    km, en = (zone.title.km, zone.prompt.km), (zone.title.en, zone.prompt.en)
    for (first, asked), (second, also_asked) in ((km, en), (en, km)):
        titles, prompts = (first, second), (asked, also_asked)
        step, tall = _step(prompts, frame)
        room = frame.width - _ASIDE
        styles = _prompt_styles(step)
        lines = [
            (line, style)
            for text, style in zip(prompts, styles, strict=True)
            for line in lines_of(text, style, room)[:_MOST_LINES]
        ]
        lines += zip(titles, _TITLES, strict=True)
        widest = max(min(measure(line, style), room) for line, style in lines)
        right, bottom = max(right, _INDENT + widest), max(bottom, tall)
    return right + GAP / 2, bottom + GAP / 2


def _beside_codes(frame: Box, prompts: tuple[str, str], clear: Clear) -> tuple[Box, float]:
    """Give where the words of a zone stand, past a code in its corner, and how large they are."""
    step, tall = _step(prompts, frame)
    words_box = Box(frame.x, frame.top, frame.width, tall)
    for corner in clear.corners():
        if shared_of(words_box, corner) is None:
            continue
        left = max(frame.x, corner.x + corner.width) if corner.x <= frame.x else frame.x
        right = frame.x + frame.width if corner.x <= frame.x else corner.x
        frame = Box(left, frame.top, right - left, frame.height)
        step, tall = _step(prompts, frame)
    return frame, step


def _step(prompts: tuple[str, str], box: Box) -> tuple[float, float]:
    """Give the share of their size at which the prompts fit, and how far down they then reach."""
    tried = ((one, _height(prompts, box.width - _ASIDE, one)) for one in _STEPS)
    fitting = next(((step, tall) for step, tall in tried if tall < box.height), None)
    return fitting or (_STEPS[-1], box.height)


def _prompt_styles(step: float) -> tuple[TextStyle, TextStyle]:
    return TextStyle(8.5 * step, 400, INK), TextStyle(7 * step, 400, MUTED)


def _height(prompts: tuple[str, str], width: float, step: float) -> float:
    styles = _prompt_styles(step)
    counts = [
        (len(lines_of(text, style, width)), text, style)
        for text, style in zip(prompts, styles, strict=True)
    ]
    if any(count > _MOST_LINES for count, _, _ in counts):
        return float("inf")
    tall = sum(count * leading_of(text) * style.size / POINTS for count, text, style in counts)
    return _PROMPTS + tall + 1


def _leave_corners(pencil: Pencil, template: Template, clear: Clear) -> None:
    """Lead the line around a zone past the code that stands in its corner."""
    for corner in clear.corners():
        for zone in template.zones:
            shared = shared_of(frame_of(zone), corner)
            if shared is None:
                continue
            edge = PEN
            blank = Box(
                shared.x - edge,
                shared.top - edge,
                shared.width + 2 * edge,
                shared.height + 2 * edge,
            )
            inner = shared.x if shared.x > PAGE_WIDTH / 2 else shared.x + shared.width
            upper = shared.top if shared.top > PAGE_HEIGHT / 2 else shared.top + shared.height
            outer = shared.x if inner != shared.x else shared.x + shared.width
            lower = shared.top if upper != shared.top else shared.top + shared.height
            pencil.rect(blank, fill="#FFFFFF")
            pencil.polygon(
                [(inner, lower), (inner, upper), (outer, upper)], stroke=_FRAME, closed=False
            )


def shared_of(one: Box, other: Box) -> Box | None:
    """Give the rectangle that two of them share."""
    left, top = max(one.x, other.x), max(one.top, other.top)
    right = min(one.x + one.width, other.x + other.width)
    bottom = min(one.top + one.height, other.top + other.height)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _sides(clear: Clear) -> tuple[float, float]:
    """Give where lines of text begin and end that stand beside codes, with some air."""
    left = clear.left + _AIR if clear.left > _LEFT - _AIR else _LEFT
    right = clear.right - _AIR if clear.right < _RIGHT + _AIR else _RIGHT
    return left, right


def draw_foot(pencil: Pencil, template: Template, clear: Clear = _NOTHING) -> None:
    """Draw what stands below the zones."""
    left, right = _sides(clear)
    style = TextStyle(6.5, 400, MUTED)
    used = pencil.line(Span(right - 60, 290, 60, "right"), "Bootcamp Desk", style)
    said = "  ·  ".join(ordered(template.credit))
    pencil.line(Span(left, 290, right - left - used - 6), said, style, floor=4)


def _both(message: str) -> tuple[str, ...]:
    return tuple(in_language(message, language) for language in _languages())


def _languages() -> tuple[str, str]:
    return ("km", "en") if words.language == "km" else ("en", "km")


def _minutes(language: str, minutes: int) -> str:
    figure = khmer_digits(str(minutes)) if language == "km" else str(minutes)
    return in_language(_MINUTES, language).format(n=figure)
