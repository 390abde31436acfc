"""The cover of a workbook: what it is, its figures, and the rules by which it was counted."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from struct import Struct
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _, words
from bootcamp_app.features.exports.workbook.looks import ACCENT, INK, LINE, MUTED
from bootcamp_app.features.exports.workbook.pages import set_paper
from bootcamp_app.features.exports.workbook.texts import write_text
from bootcamp_app.features.exports.workbook.widths import lines_of
from bootcamp_app.features.reports.views import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from bootcamp_app.features.exports.workbook.looks import Looks
    from bootcamp_app.features.reports.views import Cell, Report

_LEFT, _RIGHT = 36, 102
_LINE_HEIGHT, _SPACE = 20, 6
_LOGOS_HIGH = 64
"""In pixels, as the screen has them."""
_BETWEEN = 18
_FORMS: dict[type, str] = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd"}
_SIZE_OF_PNG = Struct(">II")
"""Width and height, as they stand in its first block."""


def write_cover(page: Worksheet, report: Report, looks: Looks) -> None:
    """Fill the cover, from the logos at the top to the rules at the foot."""
    set_paper(page, "", is_one_page=True)
    page.hide_gridlines(2)
    page.set_column(0, 0, _LEFT)
    page.set_column(1, 1, _RIGHT)
    row = _add_logos(page, report.logos)
    large = looks.of(font_size=18, bold=True, font_color=ACCENT, text_wrap=True)
    page.set_row(row, 34 * lines_of(report.title, (_LEFT + _RIGHT) / 1.9) + 8)
    page.merge_range(row, 0, row, 1, "", large)
    write_text(page, row, 0, report.title, large)
    row += 2
    for fact in report.facts:
        _add_line(page, row, fact, looks)
        row += 1
    row += 1
    for number, note in enumerate(report.notes):
        title = "" if number else _("How this was counted")
        _add_line(page, row, Fact("note", title, note), looks)
        row += 1


def _add_line(page: Worksheet, row: int, fact: Fact, looks: Looks) -> None:
    title, value = fact.title, fact.value
    rule = {"bottom": 1, "bottom_color": LINE, "valign": "top", "text_wrap": True}
    lines = max(lines_of(title, _LEFT), lines_of(value, _RIGHT) if isinstance(value, str) else 1)
    page.set_row(row, lines * _LINE_HEIGHT + _SPACE)
    write_text(page, row, 0, title, looks.of(font_color=MUTED, **rule))
    wanted = "0%" if fact.is_share else _FORMS.get(type(value), "")
    form = {"num_format": wanted} if wanted else {}
    _write_value(page, row, value, looks.of(font_color=INK, align="left", **rule, **form))


def _write_value(page: Worksheet, row: int, value: Cell, look: Format) -> None:
    if value is None:
        page.write_blank(row, 1, None, look)
    elif isinstance(value, str):
        write_text(page, row, 1, value, look)
    elif isinstance(value, datetime):
        page.write_datetime(row, 1, value.replace(tzinfo=None), look)
    elif isinstance(value, date):
        page.write_datetime(row, 1, value, look)
    else:
        page.write_number(row, 1, value, look)


def _day(day: date) -> str:
    """Give a day as people write it."""
    from bootcamp_app.core.dates import in_english, in_khmer  # noqa: PLC0415 - heavy: Babel

    return in_khmer(day) if words.language == "km" else in_english(day)


def _add_logos(page: Worksheet, logos: Sequence[bytes]) -> int:
    """Put the logos beside each other, equally high, and give the row below them."""
    if not logos:
        return 0
    page.set_row_pixels(0, _LOGOS_HIGH + 12)
    left = 4
    for number, png in enumerate(logos):
        width, height = _SIZE_OF_PNG.unpack_from(png, 16)
        scale = _LOGOS_HIGH / height
        options = {
            "image_data": BytesIO(png), "x_offset": left, "y_offset": 6, "x_scale": scale,
            "y_scale": scale, "object_position": 3, "decorative": True,
        }  # fmt: skip
        page.insert_image(0, 0, f"logo-{number}.png", options)
        left += round(width * scale) + _BETWEEN
    return 1
