"""Numbers that are counted in the room: hands, or the dots of each side, a field for each note."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.dots import SIDE, tally
from bootcamp_app.features.canvases.views import SIDES
from bootcamp_app.ui.canvases.facilitation.count_line import WIDTH, WORDS, CountLine
from bootcamp_app.ui.canvases.facilitation.note_rows import note_rows
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column, holding, row
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.facilitation.ballots import Ballots
    from bootcamp_app.ui.canvases.facilitation.count_line import CountField
    from bootcamp_app.ui.canvases.facilitation.note_rows import NoteRow

_ALL, _SIDES = "all", "sides"
_AT_ONCE = 40


class CountsGrid(QWidget):
    """A line for each note; Tab leads from field to field, each is kept when it is left."""

    def __init__(self, ballots: Ballots) -> None:
        super().__init__()
        self._ballots = ballots
        self._is_chained = True
        self._made_for: tuple[object, ...] = ()
        self._sides: tuple[str, ...] = ()
        self._notes: list[NoteRow] = []
        self._counted: dict[str, dict[str, int]] = {}
        self._asked: dict[tuple[str, str], int] = {}
        self._lines: dict[str, CountLine] = {}
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._lay_some)
        self.ways = Segments({_ALL: N_("All hands"), _SIDES: N_("By side")}, N_("Counted how?"))
        self._way = _ALL
        self.ways.choose(_ALL)
        self.ways.chosen.connect(self._count_otherwise)
        self._head, self._laid = column(gap=0), column(gap=SMALL)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(holding(column(self._head, self._laid, 1, gap=SMALL)))
        whole = column(self.ways, self._area, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @property
    def fields(self) -> dict[tuple[str, str], CountField]:
        """The fields that are there, by note and side, in their order."""
        return {
            (note.id, side): field
            for note in self._notes
            if note.id in self._lines
            for side, field in self._lines[note.id].fields.items()
        }

    def begin(self) -> None:
        """Wait for the first number."""
        self.show_votes()
        if self._notes:
            self.take_keys(self._notes[0].id)

    def show_votes(self) -> None:
        """Show the numbers that are kept; a field that is being written stays as it is."""
        held = self._ballots.now.held
        if held is None:
            return
        self._counted = counted = tally(self._ballots.now.votes)
        is_by_side = held.kind == SIDE
        self.ways.setVisible(not is_by_side)
        has_sides = any(set(sides) - {""} for sides in counted.values())
        if not is_by_side and has_sides and not self._made_for:
            self._way = _SIDES
            self.ways.choose(_SIDES)
        self._sides = SIDES if is_by_side or self._way == _SIDES else ("",)
        if (held.id, self._sides) != self._made_for:
            self._made_for = (held.id, self._sides)
            self._begin_anew()
        self._asked = {
            (item, side): number
            for (item, side), number in self._asked.items()
            if counted.get(item, {}).get(side, 0) != number
        }
        self._notes = note_rows(self._ballots, {}, {})
        known = {note.id for note in self._notes}
        for gone in [key for key in self._lines if key not in known]:
            self._drop(self._lines.pop(gone))
        self._lay_some()
        for line in self._lines.values():
            self._fill(line)

    def take_keys(self, item_id: str) -> None:
        """Have the field of a note take the keys, as where it was clicked on the board."""
        while item_id not in self._lines and any(one.id == item_id for one in self._notes):
            self._lay_some()
        if (line := self._lines.get(item_id)) is not None:
            field = next(iter(line.fields.values()))
            field.setFocus()
            field.selectAll()

    def finish(self) -> None:
        """Have a number count that is typed and not left as yet."""
        for line in self._lines.values():
            line.finish()

    def forget_asked(self) -> None:
        """Have what was asked last not come: it was refused, or taken back."""
        self._asked = {}
        self.show_votes()

    def _count_otherwise(self, way: str) -> None:
        self._way = way
        self.show_votes()

    def _count(self, item_id: str, side: str, number: int) -> None:
        # What is read meanwhile does not know of it as yet.
        self._asked[item_id, side] = number
        self._ballots.count(item_id, side, number)

    def _begin_anew(self) -> None:
        self._asked = {}
        for line in self._lines.values():
            self._drop(line)
        self._lines = {}
        clear(self._head)
        heads = [Label(WORDS[side], size="small", tone="muted", wraps=True) for side in self._sides]
        for one in heads:
            one.setFixedWidth(theme.px(WIDTH))
        self._head.addWidget(holding(row(1, *heads, gap=SMALL)))

    def _drop(self, line: CountLine) -> None:
        self._laid.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _lay_some(self) -> None:
        """Have a line for each note in their order, some new ones at a time.

        A thousand at once would keep whoever waits from doing anything.
        """
        rest = _AT_ONCE
        for at, note in enumerate(self._notes):
            line = self._lines.get(note.id)
            if line is None and not rest:
                self._next.start()
                return
            if line is None:
                rest -= 1
                line = self._made(note)
            line.show_note(note)
            there = self._laid.itemAt(at)
            if there is None or there.widget() is not line:
                self._laid.removeWidget(line)
                self._laid.insertWidget(at, line)
                self._is_chained = False
        if not self._is_chained:
            self._is_chained = True
            # Tab follows the lines, also where one was laid between two others later.
            for one, other in pairwise(self.fields.values()):
                QWidget.setTabOrder(one, other)

    def _made(self, note: NoteRow) -> CountLine:
        line = CountLine(note, self._sides)
        self._lines[note.id] = line
        self._fill(line)
        line.counted.connect(self._count)
        return line

    def _fill(self, line: CountLine) -> None:
        counted = self._counted.get(line.note.id, {})
        asked = {side: n for (item, side), n in self._asked.items() if item == line.note.id}
        line.show_numbers({**counted, **asked})
