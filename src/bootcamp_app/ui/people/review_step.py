"""Third step of taking in a list: what would happen, before anything does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.card import Card, Figure
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, Flow, column, holding
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.ui.people.review import Finding, Review

_FIGURE = 170
_TABLE = 260


class ReviewStep(QWidget):
    """Counts of each kind, and a table of the rows that need a look."""

    def __init__(self) -> None:
        super().__init__()
        self.created = Figure(N_("new people"), "good")
        self.updated = Figure(N_("people changed"), "info")
        self.unchanged = Figure(N_("people the same as before"))
        self.doubtful = Figure(N_("may be somebody already known"), "warning")
        self.rejected = Figure(N_("rows not taken"), "bad")
        self._figures = (
            self.created, self.updated, self.unchanged, self.doubtful, self.rejected,
        )  # fmt: skip
        self.fine = Banner(may_close=False)
        self._heading = Label(N_("Rows to look at"), size="heading")
        self.table = Table(N_("Rows to look at"), _columns())
        figures = holding(Flow(*self._figures, gap=GAP))
        self.detail = Label(wraps=True)
        self._card = Card("", self.table)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        whole = column(figures, self.fine, self._heading, self._card, self.detail, gap=12)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self.table.row_chosen.connect(self._show_whole)
        theme.changed.connect(self._scale)
        self._scale()

    def show_review(self, review: Review) -> None:
        """Show what a dry run answered."""
        result = review.result
        counts = (
            result.created, result.updated, result.unchanged, review.doubtful_rows,
            review.rejected_rows,
        )  # fmt: skip
        for figure, count in zip(self._figures, counts, strict=True):
            say(figure.number, partial(digits, count))
        findings = review.findings
        self.table.show_rows(findings)
        if findings:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        for part in (self._heading, self._card, self.detail):
            part.setVisible(bool(findings))
        self.fine.setVisible(not findings)
        if not review.taken:
            self.fine.show_text(N_("Everybody in this list is here already."), "info")
        elif not findings:
            self.fine.show_text(N_("Every row was understood."), "good")
        if findings and not review.taken:
            self.fine.show_text(
                N_("Nothing of this list can be taken in. Correct the file, then choose it again."),
                "warning",
            )

    def _show_whole(self, one: Finding | None) -> None:
        """Say the reason of a row in full; a cell may have no room for it."""
        if one is not None:
            say(self.detail, lambda: _whole(one))

    def _scale(self) -> None:
        for figure in self._figures:
            figure.setFixedWidth(theme.px(_FIGURE))
        self.table.setMinimumHeight(theme.px(_TABLE))


def _columns() -> list[TableColumn]:
    return [
        TableColumn("row", N_("Row"), lambda one: digits(one.row), 70),
        TableColumn("kind", N_("What happens"), _kind, 230, meaning=_meaning),
        TableColumn("column", N_("Column"), lambda one: str(one.column), 130),
        TableColumn("value", N_("Value"), lambda one: str(one.value), 180),
        TableColumn("reason", N_("Why"), lambda one: str(one.reason), 440),
    ]


def _whole(one: Finding) -> str:
    return str(Sentence("Row {row}: {why}", row=digits(one.row), why=one.reason))


def _kind(one: Finding) -> str:
    return _("not taken in") if one.is_rejected else _("taken in as a new person")


def _meaning(one: Finding) -> str:
    return "bad" if one.is_rejected else "warning"
