"""How many are here, of how many; and whether people are coming in or going out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.views import Counts


class HereCard(Card):
    """One large number: who came; or at the way out, who is still inside."""

    def __init__(self) -> None:
        self.number = Label(size="figure")
        self.words = Label(size="small", tone="muted", wraps=True)
        self.way = Segments({"in": N_("Coming in"), "out": N_("Going out")}, N_("Direction"))
        self.way.choose("in")
        line = row(self.number, self.words, self.way, gap=12)
        line.setStretch(1, 1)
        super().__init__("", line)
        self.body.setContentsMargins(20, 4, 20, 4)
        self._counts: Counts | None = None
        self._is_exit = False

    @property
    def is_exit(self) -> bool:
        """Whether people are going out."""
        return self._is_exit

    def show_counts(self, counts: Counts) -> None:
        """Show how many are here."""
        self._counts = counts
        self._write()

    def go(self, *, is_exit: bool) -> None:
        """Count who came in, or who is still inside."""
        self._is_exit = is_exit
        self._write()

    def _write(self) -> None:
        counts = self._counts
        if counts is None:
            return
        shown, of = counts.present, counts.registered
        if self._is_exit:
            shown = counts.inside
        say(self.number, lambda: digits(shown))
        say(self.words, lambda: self._words(of))
        say(self, lambda: f"{digits(shown)} {self._words(of)}", "setAccessibleName")

    def _words(self, of: int) -> str:
        return _("still inside") if self._is_exit else _("here of {n}").format(n=digits(of))
