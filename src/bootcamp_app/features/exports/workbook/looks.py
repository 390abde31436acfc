"""How cells look: font, colours, and the formats of numbers, days and states."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format

    from bootcamp_app.features.reports.views import Column

FONT = "Khmer OS Battambang"
"""Which offices in Cambodia have; where it is missing, the system takes its own Khmer font."""
INK, MUTED, ACCENT, SOFT, LINE = "#1F2933", "#5B6672", "#0F6B66", "#DDEEEC", "#DDD8CF"
STATES = {
    "present": ("#DFF1E5", "#176B3A"),
    "late": ("#FBEED3", "#8A5200"),
    "excused": ("#E0E9F8", "#1F4E9E"),
    "absent": ("#FADFDF", "#A32020"),
    "not_yet": ("#EFECE6", "#5B6672"),
}
"""Ground and ink of a cell with a state; the word in it says the same."""
_NUMBERS = {"number": "#,##0_)", "hours": "#,##0.0#_)", "percent": "0 %_)_)"}
"""With some room before the text of the next column."""
DEFAULT = {"font_name": FONT, "font_size": 10}
"""That of the workbook: the width of columns is told in its digits."""
_PLAIN = {**DEFAULT, "valign": "vcenter"}
_RULE = {"bottom": 1, "bottom_color": LINE}
_SUM = {"bold": True, "bg_color": "#EFECE6", "top": 1, "top_color": "#B8B2A7"}


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.plain = self.of(**_RULE)
        self.moments: dict[type, Format] = {
            datetime: self.of(num_format="yyyy-mm-dd hh:mm", align="left", **_RULE),
            date: self.of(num_format="yyyy-mm-dd", align="left", **_RULE),
        }
        self.states = {
            state: self.of(bg_color=ground, font_color=ink, border=1, border_color="#FFFFFF",
                           align="center", shrink=True)
            for state, (ground, ink) in STATES.items()
        }  # fmt: skip

    def of(self, **said: Any) -> Format:  # noqa: ANN401 - as the library takes them
        """Give a format that differs in this from the plain one."""
        key = tuple(sorted(said.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**_PLAIN, **said})
        return self._made[key]

    def heading(self, column: Column) -> Format:
        """Give how the title of a column looks; that of numbers stands above them."""
        align = "left" if column.kind in {"text", "phone"} else "center"
        return self.of(
            bold=True, bg_color=SOFT, font_color="#0B4F4B", border=1, border_color=LINE,
            font_size=9, text_wrap=True, valign="top", align=align,
        )  # fmt: skip

    def numbers(self, column: Column, *, is_sum: bool = False) -> Format:
        """Give how the numbers of a column look."""
        form = _NUMBERS.get(column.kind)
        align = "center" if column.kind == "state" else "right"
        said = {"align": align} | ({"num_format": form} if form else {"indent": 1})
        return self.of(**said, **(_SUM if is_sum else _RULE))

    def texts(self, *, is_wrapped: bool = False, is_sum: bool = False) -> Format:
        """Give how texts look, those that go over several lines and those of sums."""
        return self.of(**({"text_wrap": True} if is_wrapped else {}), **(_SUM if is_sum else _RULE))
