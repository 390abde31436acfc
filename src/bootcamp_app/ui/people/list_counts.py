"""What the page says below its title: how many people there are, and how many of them are meant."""

from __future__ import annotations

from dataclasses import dataclass

from bootcamp_app.core.i18n import ngettext
from bootcamp_app.ui.words import digits


@dataclass(frozen=True)
class Counts:
    """How many people there are, lack something, are found, and are marked."""

    people: int = 0
    incomplete: int = 0
    found: int | None = None
    marked: int = 0

    def said(self) -> str:
        """Give the counts that somebody wants to know now."""
        n = self.people
        told = [ngettext("{n} person", "{n} people", n).format(n=digits(n))]
        if n := self.incomplete:
            lacking = ngettext("{n} lacks sex or province", "{n} lack sex or province", n)
            told.append(lacking.format(n=digits(n)))
        if self.found is not None and self.found != self.people:
            n = self.found
            told.append(ngettext("{n} found", "{n} found", n).format(n=digits(n)))
        if self.marked > 1:
            n = self.marked
            told.append(ngettext("{n} marked", "{n} marked", n).format(n=digits(n)))
        return " · ".join(told)
