"""Numbers that are counted in the room: hands, or the dots of each side, a field for each note."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.dots import MOST_COUNTED, SIDE, tally
from bootcamp_app.features.canvases.ownership import SAID
from bootcamp_app.features.canvases.views import SIDES
from bootcamp_app.ui.canvases.facilitation.note_rows import note_rows
from bootcamp_app.ui.kit.fields import NumberField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.facilitation.ballots import Ballots
    from bootcamp_app.ui.canvases.facilitation.note_rows import NoteRow

_ALL, _SIDES = "all", "sides"
_FIELD = 96
_WORDS = {"": N_("Hands"), **{side: SAID[side] for side in SIDES}}


class CountsGrid(QWidget):
    """A line for each note; Tab leads from field to field, each is kept when it is left."""

    refused = Signal(object)

    def __init__(self, ballots: Ballots) -> None:
        super().__init__()
        self._ballots = ballots
        self._made_for: tuple[object, ...] = ()
        self.fields: dict[tuple[str, str], NumberField] = {}
        self.ways = Segments({_ALL: N_("All hands"), _SIDES: N_("By side")}, N_("Counted how?"))
        self._way = _ALL
        self.ways.choose(_ALL)
        self.ways.chosen.connect(self._count_otherwise)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = column(self.ways, self._area, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def begin(self) -> None:
        """Wait for the first number."""
        self.show_votes()
        if self.fields:
            next(iter(self.fields.values())).setFocus()

    def show_votes(self) -> None:
        """Show the numbers that are kept; a field that is being written stays as it is."""
        held = self._ballots.now.held
        if held is None:
            return
        counted = tally(self._ballots.now.votes)
        is_by_side = held.kind == SIDE
        self.ways.setVisible(not is_by_side)
        has_sides = any(set(sides) - {""} for sides in counted.values())
        if not is_by_side and has_sides and not self._made_for:
            self._way = _SIDES
            self.ways.choose(_SIDES)
        sides = SIDES if is_by_side or self._way == _SIDES else ("",)
        rows = note_rows(self._ballots, {}, {})
        made_for = (held.id, sides, *((one.id, one.text) for one in rows))
        if made_for != self._made_for:
            self._made_for = made_for
            self._make(rows, sides)
        for (item, side), field in self.fields.items():
            if not field.hasFocus():
                with QSignalBlocker(field):
                    field.setValue(counted.get(item, {}).get(side, 0))

    def give(self, item_id: str, number: int) -> None:
        """Called where a note of the board was clicked: its field takes the keys."""
        del number
        for (item, _side), field in self.fields.items():
            if item == item_id:
                field.setFocus()
                field.selectAll()
                return

    def _count_otherwise(self, way: str) -> None:
        self._way = way
        self.show_votes()

    def _make(self, rows: list[NoteRow], sides: tuple[str, ...]) -> None:
        self.fields = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(0, 1)
        for at, side in enumerate(sides, 1):
            grid.addWidget(Label(_WORDS[side], size="small", tone="muted", wraps=True), 0, at)
        for line, one in enumerate(rows, 1):
            text = Label(wraps=True)
            say(text, partial(_numbered, one))
            grid.addWidget(text, line, 0)
            for at, side in enumerate(sides, 1):
                grid.addWidget(self._field(one, side), line, at)
        grid.setRowStretch(len(rows) + 1, 1)
        inner = QWidget()
        inner.setLayout(grid)
        self._area.setWidget(inner)

    def _field(self, one: NoteRow, side: str) -> NumberField:
        field = NumberField(0, 0, MOST_COUNTED)
        field.setFixedWidth(theme.px(_FIELD))
        for part in (field, field.lineEdit()):
            say(part, partial(_field_name, one, side), "setAccessibleName")
        field.setKeyboardTracking(False)
        field.valueChanged.connect(
            lambda value: self._ballots.count(one.id, side, value, self.refused.emit)
        )
        self.fields[one.id, side] = field
        return field


def _numbered(one: NoteRow) -> str:
    return f"{digits(one.number)}. {one.text}"


def _field_name(one: NoteRow, side: str) -> str:
    return str(Sentence("{who}: {note}", who=_(_WORDS[side]), note=one.text))
