"""What the votes say, in a line below the board that the room sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import Sentence, _
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.features.canvases.dots import Ranked
    from bootcamp_app.features.canvases.views import Item
    from bootcamp_app.ui.canvases.facilitation.ballots import Standing

_MOST, _LETTERS = 3, 40


class ResultsStrip(QWidget):
    """Shows the first few, with their dots; hidden where nobody voted."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label(size="heading", tone="muted", wraps=True)
        self.first = Label(size="heading", wraps=True)
        self.setLayout(column(self.title, self.first, gap=2))
        self.hide()

    def show_standing(self, now: Standing, items: Iterable[Item]) -> None:
        """Show how voting stands, as far as it may be seen."""
        texts = texts_shown(items)
        ranked = now.ranked[:_MOST]
        self.setVisible(bool(now.is_open or ranked))
        say(self.title, lambda: _state(now))
        say(self.first, lambda: " · ".join(in_words(one, texts) for one in ranked))
        self.first.setVisible(bool(ranked))


def texts_shown(items: Iterable[Item]) -> dict[str, str]:
    """Give what a room may read of each note: nothing of one that is covered."""
    return {one.id: _("(covered)") if one.is_hidden else one.text for one in items}


def in_words(one: Ranked, texts: dict[str, str]) -> str:
    """Give a line of the ranking: its place, the note, and its dots."""
    note = " ".join(texts.get(one.item_id, "").split())
    short = note if len(note) <= _LETTERS else note[: _LETTERS - 1] + "…"
    place, dots = digits(one.place), digits(one.dots)
    if not one.is_tied:
        return f"{place}. {short} ({dots})"
    return str(Sentence("{place}. {note} ({dots}, tied)", place=place, note=short, dots=dots))


def _state(now: Standing) -> str:
    if now.held is None:
        return ""
    title = now.held.title or _("Votes")
    if now.is_covered:
        return str(Sentence("{title} · the dots are shown when the round is closed", title=title))
    if now.is_open:
        return str(Sentence("{title} · voting is open", title=title))
    return str(Sentence("{title} · result", title=title))
