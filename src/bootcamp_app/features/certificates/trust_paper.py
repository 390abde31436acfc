"""A page that hands the trust list over on paper: codes that a camera reads, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.certificates.trust import read
from bootcamp_app.features.certificates.trust_codes import codes
from bootcamp_app.features.certificates.trusting import fingerprint_of, name_of
from bootcamp_app.printing.images import write_grey_png
from bootcamp_app.printing.paper import Column, Paper, Span, TextStyle
from bootcamp_app.printing.qr import smallest
from bootcamp_app.printing.units import A4
from bootcamp_app.reading.pages import rendered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.features.certificates.trusted import TrustList

_DPI = 200
_VERSIONS = range(5, 26)
_LEFT, _WIDTH, _TOP = 18.0, 174.0, 20.0
_SIDE, _STEP, _FIRST, _LATER = 78.0, 96.0, 78.0, 24.0
_BOTTOM = 285.0
_INK, _MUTED, _ACCENT = "#1F2933", "#5B6672", "#0F6B66"
_TITLE = N_("Trust list for verifying certificates")
_HOW = N_(
    "Scan every code of this page under “Verify” with the program, or with the verification page, "
    "and compare the fingerprint with those who gave it to you."
)
_SAYS = N_("The list says who signs and which certificates no longer hold. It names no person.")
_FINGERPRINT = N_("Fingerprint: {fingerprint}")
_MADE_ON = N_("Made on {day}")


def print_codes(text: str, target: Path) -> int:
    """Write the page of codes of a trust file as PDF, or as PNG by the name; gives how many."""
    held, parts = read(text), codes(text)
    if target.suffix.lower() != ".png":
        _write(held, parts, target)
        return len(parts)
    with whole_file(target) as part:
        paper = part.with_suffix(".pdf")
        try:
            _write(held, parts, paper)
            pages = [(one.shape[1], len(one), one.tobytes()) for one in rendered(paper, _DPI)]
            write_grey_png(pages, part, _DPI)
        finally:
            paper.unlink(missing_ok=True)
    return len(parts)


def _write(held: TrustList, parts: Sequence[str], target: Path) -> None:
    with Paper(target, title=in_language(_TITLE, "en"), size=A4, made_at=held.made_at) as paper:
        paper.page()
        _heading(paper, held)
        at, top = 0, _FIRST
        for number, part in enumerate(parts, 1):
            if top + _SIDE > _BOTTOM:
                paper.page()
                top = _LATER
            _code(paper, part, (number, len(parts)), (at, top))
            at = (at + 1) % 2
            top += 0.0 if at else _STEP


def _heading(paper: Paper, held: TrustList) -> None:
    top = _TOP
    for language, size, weight, colour in (("km", 17, 700, _ACCENT), ("en", 11, 400, _MUTED)):
        paper.text(_LEFT, top, in_language(_TITLE, language), TextStyle(size, weight, colour))
        top += 7.0
    paper.fitted(Span(_LEFT, top + 2, _WIDTH), name_of(held), TextStyle(12, 600, _INK), floor=7)
    day = held.made_at.astimezone().date()
    days = {"km": khmer_digits(in_khmer(day)), "en": in_english(day)}
    line = " · ".join(
        in_language(_MADE_ON, language).format(day=days[language]) for language in ("km", "en")
    )
    paper.text(_LEFT, top + 9, line, TextStyle(9, 400, _INK))
    shown = in_language(_FINGERPRINT, "en").format(fingerprint=fingerprint_of(held))
    paper.text(_LEFT, top + 15, shown, TextStyle(10, 600, _INK))
    top += 18.0
    for language, points in (("km", 8.5), ("en", 8)):
        words = f"{in_language(_HOW, language)} {in_language(_SAYS, language)}"
        top = paper.paragraph(Column(_LEFT, top, _WIDTH), words, TextStyle(points, 400, _MUTED))


def _code(paper: Paper, text: str, number: tuple[int, int], place: tuple[int, float]) -> None:
    symbol = smallest(text, versions=_VERSIONS, level="M", mask=3)
    quiet = symbol.quiet_zone(_SIDE)
    # Both stand with their quiet zones beside each other, which leaves room at the page's sides.
    left = _LEFT + (_WIDTH / 2 - _SIDE) / 2 + place[0] * _WIDTH / 2
    if number[1] == 1:
        left = _LEFT + (_WIDTH - _SIDE) / 2
    paper.qr(symbol, left, place[1] + quiet, _SIDE)
    below = place[1] + 2 * quiet + _SIDE + 2
    told = f"{number[0]} / {number[1]}"
    paper.text(left + _SIDE / 2, below, told, TextStyle(9, 600, _MUTED), align="center")
