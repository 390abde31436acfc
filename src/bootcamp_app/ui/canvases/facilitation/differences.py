"""What differs between two moments of a board, in words; going to a line shows its note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QSizePolicy, QWidget

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.canvases.comparing import (
    CAME,
    CHANGED,
    KIND_WORDS,
    MOVED,
    WENT,
    Compared,
    Difference,
)
from bootcamp_app.ui.canvases.facilitation.spotlight import SIGNS
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Item, Template

_HEIGHT, _LETTERS = 96, 80
_ORDER = (CAME, WENT, CHANGED, MOVED)


class Differences(QWidget):
    """A line that counts, and a list of each."""

    chosen = Signal(str)
    """The id of the item of the line that is in front."""

    def __init__(self, *acts: QWidget) -> None:
        super().__init__()
        self._found = Compared(())
        self._template: Template | None = None
        self.counts = Label(wraps=True)
        self.counts.setProperty("weight", "bold")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        say(self.list, N_("What is different"), "setAccessibleName")
        head = row(self.counts, *acts, gap=SMALL)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.list, gap=SMALL))
        self.list.currentRowChanged.connect(self._choose)
        tongue.turned.connect(self._show)
        theme.changed.connect(self._scale)
        self._scale()

    def show_compared(self, found: Compared, template: Template) -> None:
        """Show what differs."""
        self._found, self._template = found, template
        self._show()

    @property
    def _rows(self) -> list[Difference]:
        return [one for kind in _ORDER for one in self._found.of(kind)]

    def _show(self) -> None:
        found = self._found
        say(self.counts, lambda: _counted(found))
        self.list.clear()
        self.list.addItems([self._line(one) for one in self._rows])
        self.list.setVisible(bool(self._rows))

    def _line(self, one: Difference) -> str:
        line = f"{SIGNS[one.kind]}  " + str(Sentence(KIND_WORDS[one.kind], note=_text(one.item)))
        if one.before is None or one.after is None:
            return line
        if one.kind == CHANGED and one.before.text != one.after.text:
            return f"{line}  ({_('before')}: “{_text(one.before)}”)"
        if one.kind == MOVED:
            return f"{line}  ({self._zone(one.before)} → {self._zone(one.after)})"
        return line

    def _zone(self, item: Item) -> str:
        zone = self._template.zone(item.zone) if self._template else None
        return str(zone.title) if zone else _("outside")

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._rows):
            self.chosen.emit(self._rows[at].item.id)

    def _scale(self) -> None:
        self.list.setFixedHeight(theme.px(_HEIGHT))


def _counted(found: Compared) -> str:
    came, went, changed, moved = (len(found.of(kind)) for kind in _ORDER)
    said = [
        (came, ngettext("{n} new", "{n} new", came)),
        (went, ngettext("{n} gone", "{n} gone", went)),
        (changed, ngettext("{n} changed", "{n} changed", changed)),
        (moved, ngettext("{n} in another zone", "{n} in another zone", moved)),
    ]
    parts = [text.format(n=digits(n)) for n, text in said if n]
    return " · ".join(parts) or _("Nothing is different.")


def _text(item: Item) -> str:
    text = " ".join(item.text.split()) or _("(no text)")
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1] + "…"
