"""Numbers that are counted in the room: hands, or the dots of each side, a field for each note."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.dots import SIDE, tally
from bootcamp_app.features.canvases.views import SIDES
from bootcamp_app.ui.canvases.facilitation.count_line import WIDTH, WORDS, CountLine
from bootcamp_app.ui.canvases.facilitation.note_rows import note_rows
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding, row
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.facilitation.ballots import Ballots
    from bootcamp_app.ui.canvases.facilitation.count_line import CountField
    from bootcamp_app.ui.canvases.facilitation.note_rows import NoteRow

_ALL, _SIDES = "all", "sides"
ON_A_PAGE = 40
"""So many notes are shown at once: a field for each of a thousand would hold the window up."""


class CountsGrid(QWidget):
    """A line for each note; Tab leads from field to field, each is kept when it is left."""

    def __init__(self, ballots: Ballots) -> None:
        super().__init__()
        self._ballots = ballots
        self._made_for: tuple[object, ...] = ()
        self._sides: tuple[str, ...] = ()
        self._notes: list[NoteRow] = []
        self._counted: dict[str, dict[str, int]] = {}
        self._asked: dict[tuple[str, str], int] = {}
        self._lines: dict[str, CountLine] = {}
        self._first = 0
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
        self.earlier = button(
            N_("Earlier notes"), partial(self._turn, -1), icon_name="chevron-left"
        )
        self.later = button(N_("Later notes"), partial(self._turn, 1), icon_name="chevron-right")
        self._where = Label(tone="muted")
        self._pager = holding(Flow(self.earlier, self._where, self.later))
        whole = column(self.ways, self._area, self._pager, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @property
    def fields(self) -> dict[tuple[str, str], CountField]:
        """The fields that are there, by note and side, in their order."""
        return {
            (note.id, side): field
            for note in self._on_page
            for side, field in self._lines[note.id].fields.items()
        }

    def begin(self) -> None:
        """Wait for the first number."""
        self._first = 0
        self.show_votes()
        self._take_first()

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
        self._lay()

    def take_keys(self, item_id: str) -> None:
        """Have the field of a note take the keys, as where it was clicked on the board."""
        at = next((at for at, one in enumerate(self._notes) if one.id == item_id), self._first)
        if not self._first <= at < self._first + ON_A_PAGE:
            self._first = at - at % ON_A_PAGE
            self._lay()
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
        # What is typed for a note that is no more would only be refused.
        line.counted.disconnect(self._count)
        self._laid.removeWidget(line)
        line.hide()
        line.deleteLater()

    @property
    def _on_page(self) -> list[NoteRow]:
        return self._notes[self._first : self._first + ON_A_PAGE]

    def _turn(self, by: int) -> None:
        self._first += by * ON_A_PAGE
        self._lay()
        self._area.verticalScrollBar().setValue(0)
        self._take_first()

    def _take_first(self) -> None:
        if self._on_page:
            self.take_keys(self._on_page[0].id)

    def _lay(self) -> None:
        """Have a line for each note of the page, in their order; one that is there stays."""
        number = len(self._notes)
        self._first = min(self._first, max(number - 1, 0) // ON_A_PAGE * ON_A_PAGE)
        shown = {note.id for note in self._on_page}
        for gone in [key for key in self._lines if key not in shown]:
            line = self._lines.pop(gone)
            if any(note.id == gone for note in self._notes):
                # It is on another page now.
                line.finish()
            self._drop(line)
        is_chained = True
        for at, note in enumerate(self._on_page):
            line = self._lines.get(note.id) or self._made(note)
            line.show_note(note)
            self._fill(line)
            there = self._laid.itemAt(at)
            if there is None or there.widget() is not line:
                self._laid.removeWidget(line)
                self._laid.insertWidget(at, line)
                is_chained = False
        if not is_chained:
            # Tab follows the lines, also where one was laid between two others later.
            for one, other in pairwise(self.fields.values()):
                QWidget.setTabOrder(one, other)
        self._pager.setVisible(number > ON_A_PAGE)
        self.earlier.setEnabled(self._first > 0)
        self.later.setEnabled(self._first + ON_A_PAGE < number)
        say(self._where, partial(_where, self._first + 1, self._first + len(shown), number))

    def _made(self, note: NoteRow) -> CountLine:
        line = CountLine(note, self._sides)
        self._lines[note.id] = line
        line.counted.connect(self._count)
        return line

    def _fill(self, line: CountLine) -> None:
        counted = self._counted.get(line.note.id, {})
        asked = {side: n for (item, side), n in self._asked.items() if item == line.note.id}
        line.show_numbers({**counted, **asked})


def _where(first: int, last: int, number: int) -> str:
    said = _("Notes {first}–{last} of {number}")
    return said.format(first=digits(first), last=digits(last), number=digits(number))
