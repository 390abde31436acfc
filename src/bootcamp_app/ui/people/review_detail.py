"""One row of a list in full: why, and field by field what is known and what the list says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.people.planning import AS_NEW, LEAVE_OUT
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.people.review import SAME, UNDECIDED
from bootcamp_app.ui.people.review_words import doubted, row_words, title_of, value_of, why_of
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.ui.people.review import Line

DECISIONS = {
    SAME: (N_("It is the same person"), "1", "user"),
    AS_NEW: (N_("A new person"), "2", "user-plus"),
    LEAVE_OUT: (N_("Leave out"), "3", "user-x"),
    UNDECIDED: (N_("Decide later"), "0", "clock"),
}
_TELLING = {
    "name_km", "name_en", "sex", "birth_year", "birth_date", "phone", "email", "organisation",
    "position", "province",
}  # fmt: skip
"""What tells people apart, shown also where the list does not say it."""
_KEYS = N_("In the table the keys 1, 2, 3 and 0 do the same, for all rows that are marked.")


class ReviewDetail(Card):
    """Says a row in full, and offers what can be decided about it."""

    decided = Signal(str)
    """`same`, `as_new`, `leave_out`, or empty: undecided."""

    def __init__(self) -> None:
        self.heading = Label(size="heading", wraps=True)
        self.reason = Label(wraps=True)
        self.fields = QGridLayout()
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setHorizontalSpacing(16)
        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnStretch(2, 1)
        self.buttons = {what: self._button(what) for what in DECISIONS}
        self._hint = Label(_KEYS, size="small", tone="muted", wraps=True)
        self._deciding = holding(Flow(*self.buttons.values()))
        super().__init__(
            "", self.heading, self.reason, self._deciding, self._hint, self.fields, 1, gap=12
        )

    def show_line(self, one: Line | None) -> None:
        """Show a row; nothing where there is none."""
        clear(self.fields)
        self.setEnabled(one is not None)
        if one is None:
            return
        say(self.heading, lambda: row_words(one))
        say(
            self.reason,
            lambda: " ".join(map(doubted, one.to_check)) if one.changes else why_of(one),
        )
        has_reason = not one.changes and bool(one.why or one.is_decided)
        self.reason.setVisible(has_reason or bool(one.to_check))
        if one.changes:
            self._show_fields([(name, old, new) for name, old, new in one.changes])
        for part in (self._deciding, self._hint):
            part.setVisible(not one.is_rejected)
        self.buttons[SAME].setEnabled(bool(one.person_id) and one.why is not None)
        self.buttons[AS_NEW].setEnabled(one.kind != "new" or one.why is not None)
        self.buttons[LEAVE_OUT].setEnabled(one.kind != "left_out")
        self.buttons[UNDECIDED].setEnabled(one.is_decided)

    def show_known(self, one: Line, nominee: Nominee, known: Mapping[str, Any]) -> None:
        """Show a row beside the person who it may be."""
        told = {name for name, value in nominee.fields.items() if value}
        names = [name for name in known if name in told or (known[name] and name in _TELLING)]
        clear(self.fields)
        self._show_fields([(name, known[name], nominee.fields.get(name)) for name in names])
        self.buttons[SAME].setEnabled(bool(one.person_id))

    def show_many(self, number: int) -> None:
        """Say that several rows are marked, which are decided together."""
        clear(self.fields)
        self.reason.hide()
        say(self.heading, lambda: ngettext("{n} row is marked", "{n} rows are marked", number)
            .format(n=digits(number)))  # fmt: skip
        for made in self.buttons.values():
            made.setEnabled(True)
        for part in (self._deciding, self._hint):
            part.show()

    def _show_fields(self, rows: list[tuple[str, object, object]]) -> None:
        for at, title in enumerate(("", N_("Known here"), N_("In the list"))):
            if title:
                self._put(Label(title, size="small", tone="muted"), 0, at)
        for number, (name, old, new) in enumerate(rows, 1):
            self._put(_said(lambda name=name: title_of(name), "muted"), number, 0)
            for at, value in ((1, old), (2, new)):
                text = _said(lambda name=name, value=value: value_of(name, value))
                if old != new and at == 2:
                    text.setProperty("weight", "bold")
                self._put(text, number, at)

    def _put(self, part: QWidget, row: int, at: int) -> None:
        self.fields.addWidget(part, row, at, Qt.AlignmentFlag.AlignTop)

    def _button(self, what: str) -> Button:
        text, _key, icon_name = DECISIONS[what]
        kind = "quiet" if what == UNDECIDED else "plain"
        return button(text, lambda: self.decided.emit(what), kind=kind, icon_name=icon_name)


def _said(text: Any, tone: str = "") -> Label:  # noqa: ANN401 - a Text
    return Label(text, size="small", tone=tone, wraps=True)
