"""What each side promises: a line for each commitment, with who, what and until when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.views import Commitment
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.ui.canvases.optional_day import OptionalDay
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column, row
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

_WHO, _DAY = 150, 156


class PromisesField(QWidget):
    """The commitments of all sides, each side under its word."""

    changed = Signal()

    def __init__(self, promises: Iterable[Commitment]) -> None:
        super().__init__()
        self.lines: list[PromiseLine] = []
        self._sides = {side: column(gap=6) for side in SIDE_WORDS}
        self.adders = {
            side: button(
                N_("Add a commitment"), partial(self.add, side), kind="link", icon_name="plus"
            )
            for side in SIDE_WORDS
        }
        for side, made in self.adders.items():
            say(made, partial(_addition, side), "setAccessibleName")
        whole = column(gap=12)
        for side, words in SIDE_WORDS.items():
            heading = Label(words, size="small")
            heading.setProperty("weight", "bold")
            whole.addLayout(column(heading, self._sides[side], row(self.adders[side], 1), gap=4))
        self.setLayout(whole)
        for one in promises:
            self._put(one)

    @property
    def promises(self) -> tuple[Commitment, ...]:
        """What is filled in, side after side."""
        return tuple(one.promise for side in SIDE_WORDS for one in self.lines if one.side == side)

    @property
    def is_readable(self) -> bool:
        """Whether every day that is written is one."""
        return all(one.day.is_readable for one in self.lines)

    def add(self, side: str) -> None:
        """Give a further line of a side, with the keys in it."""
        self._put(Commitment("", side, "", "", None)).what.setFocus()
        self.changed.emit()

    def _put(self, one: Commitment) -> PromiseLine:
        line = PromiseLine(one)
        line.removed.connect(partial(self._remove, line))
        line.changed.connect(self.changed)
        self.lines.append(line)
        self._sides[one.side].addWidget(line)
        return line

    def _remove(self, line: PromiseLine) -> None:
        self.lines.remove(line)
        self.adders[line.side].setFocus()
        line.hide()
        line.deleteLater()
        self.changed.emit()


class PromiseLine(QWidget):
    """One commitment."""

    changed = Signal()
    removed = Signal()

    def __init__(self, one: Commitment) -> None:
        super().__init__()
        self._one = one
        self.side = one.side
        self.what, self.who = LineField(), LineField()
        self.day = OptionalDay(one.due_on)
        self.gone = IconButton(N_("Remove this commitment"), "trash")
        self.gone.clicked.connect(self.removed)
        # Of a board it may have several lines; in a line they stand behind each other.
        for field, text, words in (
            (self.what, " ".join(one.what.split("\n")), N_("What is promised")),
            (self.who, one.who, N_("Office or group")),
        ):
            field.setText(text)
            field.setCursorPosition(0)
            say(field, words, "setPlaceholderText")
            say(field, words, "setAccessibleName")
        say(self.day, N_("Until when"), "setAccessibleName")
        for field in (self.what, self.who, self.day):
            field.textChanged.connect(lambda _text: self.changed.emit())
        line = row(self.what, self.who, self.day, self.gone, gap=SMALL)
        line.setStretch(0, 1)
        self.setLayout(line)
        theme.changed.connect(self._scale)
        self._scale()

    @property
    def promise(self) -> Commitment:
        """What is filled in."""
        one = self._one
        what = self.what.text()
        if what == " ".join(one.what.split("\n")):
            what = one.what
        return Commitment(one.id, one.side, self.who.text(), what, self.day.day, one.place)

    def _scale(self) -> None:
        self.who.setFixedWidth(theme.px(_WHO))
        self.day.setFixedWidth(theme.px(_DAY))


def _addition(side: str) -> str:
    return f"{_('Add a commitment')} – {_(SIDE_WORDS[side])}"
