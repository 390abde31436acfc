"""Signs with people's names, to be folded and stood on the tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.printing.list_paper import ACCENT, INK, MUTED, as_large_as_fits, names_of
from bootcamp_app.printing.logo_row import draw_logos, pictures_for
from bootcamp_app.printing.paper import A4, HAIRLINE, Box, Paper, Span, TextStyle
from bootcamp_app.printing.tent import draw_sign_frame, draw_tent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.views import Progress
    from bootcamp_app.printing.picture import Picture

_LOGOS = Box(20, 9, A4.width - 32, 12, "center")
"""Within a half, from its top."""
_TITLE = N_("Table signs")


@dataclass(frozen=True)
class NameSigns:
    """Whose names are wanted on signs, and in which colours."""

    bootcamp: Bootcamp
    people: Sequence[Participant]
    shades: Mapping[str, str]
    """By participation; who is not there gets the usual colour."""
    made_at: datetime
    logos: tuple[bytes, ...] = ()


def print_name_signs(wanted: NameSigns, target: Path, progress: Progress) -> int:
    """Write a sheet a person and give how many there are."""
    pictures = pictures_for(wanted.logos, [_LOGOS])
    title, of = in_language(_TITLE, "en"), len(wanted.people)
    with Paper(target, title=title, size=A4.portrait, made_at=wanted.made_at) as paper:
        for done, one in enumerate(wanted.people):
            progress(done, of)
            paper.page()
            draw_tent(paper, partial(_sign, paper, wanted, one, pictures))
        progress(of, of)
        return paper.pages


def _sign(
    paper: Paper,
    wanted: NameSigns,
    one: Participant,
    pictures: Sequence[Picture],
    box: Box,
) -> None:
    bootcamp = wanted.bootcamp
    shade = wanted.shades.get(one.participation_id, ACCENT)
    draw_sign_frame(paper, box, shade, bootcamp.title_km or bootcamp.title_en)
    if pictures:
        draw_logos(paper, pictures, Box(_LOGOS.x, box.top + _LOGOS.top, _LOGOS.width,
                                        _LOGOS.height, _LOGOS.align))  # fmt: skip
    left, width = box.x + 20, box.width - 32
    first, second = names_of(one.name_km, one.name_en)
    # With one name only, it and the organisation stand together in the middle.
    base, below = (box.top + 64, box.top + 101) if second else (box.top + 62, box.top + 78)
    as_large_as_fits(paper, Span(left, base, width, "center"), first, TextStyle(72, 700, INK), 24)
    if second:
        lower = Span(left, base + 25, width, "center")
        as_large_as_fits(paper, lower, second, TextStyle(34, 500, MUTED), 14)
    middle, top = left + width / 2, below
    organisation = names_of(one.organisation_km, one.organisation_en)
    if organisation[0]:
        paper.line(middle - 18, top, middle + 18, top, HAIRLINE)
    for down, text, style in (
        (10, organisation[0], TextStyle(17, 500, INK)),
        (18, organisation[1], TextStyle(12, 400, MUTED)),
    ):
        as_large_as_fits(paper, Span(left, top + down, width, "center"), text, style, 9)
