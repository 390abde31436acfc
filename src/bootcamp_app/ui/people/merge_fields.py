"""Two people side by side: a row a field, and a choice wherever they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.people.comparing import KEEP, OTHER
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import holding, row
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.people.field_words import TITLES, said
from bootcamp_app.ui.words import digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent

    from bootcamp_app.features.people.comparing import ComparedField, Comparison, Named, Side

_SIDES = (KEEP, OTHER)
_NUMBERS = {"birth_year", "birth_date", "phone"}
NAMELESS = N_("no name")


class _Value(Label):
    """What one of two says; a click on it is a click on its choice."""

    def __init__(self, text: Callable[[], str], choice: QRadioButton) -> None:
        super().__init__(text, wraps=True)
        self._choice = choice

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Called by Qt."""
        super().mousePressEvent(event)
        self._choice.click()


class MergeFields(QWidget):
    """Shows a comparison and keeps what is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for number, share in enumerate((3, 5, 5)):
            self._grid.setColumnStretch(number, share)
        self.setLayout(self._grid)
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self._groups: list[QButtonGroup] = []

    def show_comparison(self, comparison: Comparison) -> None:
        """Show two others."""
        clear(self._grid)
        self.choices, self._groups = {}, []
        for side, person in enumerate((comparison.keep.person, comparison.other.person), 1):
            name = Label(_name_of(person), size="heading", wraps=True)
            self._put(_beside(_nothing(), name), 0, side)
        shown = [field for field in comparison.fields if not field.is_empty]
        for number, field in enumerate(shown, 1):
            if field.is_different:
                self._offer(number, field)
            else:
                self._tell(number, field)
        self._sum_up(len(shown) + 1, comparison)

    def chosen(self) -> dict[str, str]:
        """Give whose value stays, of each field where there is a choice."""
        return {
            name: OTHER if other.isChecked() else KEEP
            for name, (_keep, other) in self.choices.items()
        }

    def _offer(self, number: int, field: ComparedField) -> None:
        self._title(number, field.name)
        group = QButtonGroup(self)
        made = []
        for side, which in enumerate(_SIDES, 1):
            choice = QRadioButton()
            text = _text_of(field, which)
            say(choice, _named(field.name, text), "setAccessibleName")
            choice.setChecked(field.suggestion == which)
            group.addButton(choice)
            self._put(_beside(choice, _Value(text, choice)), number, side)
            made.append(choice)
        self._groups.append(group)
        self.choices[field.name] = (made[0], made[1])

    def _tell(self, number: int, field: ComparedField) -> None:
        """Show what both say, quietly."""
        self._title(number, field.name)
        for side, which in enumerate(_SIDES, 1):
            quiet = Label(_text_of(field, which), tone="muted", wraps=True)
            self._put(_beside(_nothing(), quiet), number, side)

    def _title(self, number: int, name: str) -> None:
        self._put(Label(TITLES[name], size="small", tone="muted", wraps=True), number, 0)

    def _sum_up(self, number: int, comparison: Comparison) -> None:
        self._put(Label(N_("Takes part in"), size="small", tone="muted", wraps=True), number, 0)
        for column, side in enumerate((comparison.keep, comparison.other), 1):
            told = Label(_parts_of(side), size="small", wraps=True)
            self._put(_beside(_nothing(), told), number, column)

    def _put(self, part: QWidget, line: int, column: int) -> None:
        self._grid.addWidget(part, line, column, Qt.AlignmentFlag.AlignVCenter)


def _beside(choice: QRadioButton, text: Label) -> QWidget:
    line = row(choice, text, gap=0)
    line.setStretch(1, 1)
    return holding(line)


def _nothing() -> QRadioButton:
    """Give the room of a choice where there is none, so that all texts begin at one place."""
    made = QRadioButton()
    policy = made.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    made.setSizePolicy(policy)
    made.hide()
    return made


def _name_of(person: Named) -> Callable[[], str]:
    return lambda: person.name or _(NAMELESS)


def _text_of(field: ComparedField, which: str) -> Callable[[], str]:
    def text() -> str:
        told = said(field.name, field.chosen(which)) or "–"
        return digits(told) if field.name in _NUMBERS else told

    return text


def _named(name: str, text: Callable[[], str]) -> Callable[[], str]:
    return lambda: f"{in_words(TITLES[name])}: {text()}"


def _parts_of(side: Side) -> Callable[[], str]:
    def text() -> str:
        told = ["\n".join((part.title, *map(str, part.facts))) for part in side.parts]
        return digits("\n\n".join(told)) or "–"

    return text
