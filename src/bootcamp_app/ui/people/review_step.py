"""Third step of taking in a list: what would happen to each row, before anything does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.kit.table import Table
from bootcamp_app.ui.people.review_detail import DECISIONS, ReviewDetail
from bootcamp_app.ui.people.review_filter import KindFilter
from bootcamp_app.ui.people.review_words import columns, shown_columns
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.ui.people.review import Line, Review

_TABLE, _BESIDE, _NEVER = 320, 900, 1_000_000


class ReviewStep(QWidget):
    """A table of all rows or of those of a kind, and the row under the keyboard in full."""

    decided = Signal(list, str)
    """(ids of lines, what was decided about them)."""
    known_wanted = Signal(object)
    """A Line, whose person is to be shown beside it; answered with `show_known`."""

    def __init__(self) -> None:
        super().__init__()
        self._review: Review | None = None
        self.fine = Banner(may_close=False)
        self.kinds = KindFilter()
        self.state = Label(tone="muted", wraps=True)
        self.table = Table(N_("Rows of the list"), columns())
        self.detail = ReviewDetail()
        self._build()
        self._connect()

    def show_review(self, review: Review) -> None:
        """Show what a dry run answered; the row and the kind in hand stay so."""
        is_first = self._review is None or self._review.read is not review.read
        self._review = review
        if is_first:
            self.kinds.choose("possible" if review.undecided else "all")
        self.kinds.show_counts(review.count)
        self._say_fine(review)
        self.show_pending()
        if is_first:
            self.table.scrollToTop()
            self.table.setCurrentIndex(self.table.model().index(0, 0))

    def show_pending(self) -> None:
        """Show what was decided, which the next dry run will know of."""
        review = self._review
        if review is None:
            return
        is_rejected = self.kinds.group == "rejected"
        # A fault has its column, its value and its reason to say: the table needs all the width.
        self._beside.need(_NEVER if is_rejected else _BESIDE)
        self.table.show_columns(shown_columns(self.kinds.group))
        self.table.show_ids(review.ids(self.kinds.group))
        n = review.undecided
        say(self.state, lambda: _undecided(n))
        self.state.setVisible(n > 0)
        self._show_detail()

    def show_known(self, line: Line, nominee: Nominee, known: dict[str, Any]) -> None:
        """Show who a row may be, if it is still the one that is looked at."""
        current = self.table.current()
        if current is not None and current.id == line.id and self._marked() <= 1:
            self.detail.show_known(line, nominee, known)

    def decide(self, what: str) -> None:
        """Decide about the marked rows, or about the one under the keyboard."""
        ids = self.table.selected_ids() if self._marked() else []
        current = self.table.current()
        if ids or current is not None:
            self.decided.emit(ids or [current.id], what)

    def _decide_by_button(self, what: str) -> None:
        self.decide(what)
        self.table.setFocus()  # where the keys go on

    def _show_kind(self, kind: str) -> None:
        self.kinds.choose(kind)
        self.table.clearSelection()
        self.show_pending()
        self.table.setCurrentIndex(self.table.model().index(0, 0))

    def _give(self, first: int, ids: list[str]) -> None:
        if self._review is not None:
            self.table.give(first, [self._review.line(one) for one in ids])

    def _show_detail(self) -> None:
        if (marked := self._marked()) > 1:
            self.detail.show_many(marked)
            return
        line = self.table.current()
        self.detail.show_line(line)
        if line is not None and line.kind == "possible" and line.person_id:
            self.known_wanted.emit(line)

    def _marked(self) -> int:
        return sum(map(len, self.table.marked()))

    def _say_fine(self, review: Review) -> None:
        text: Text = ""
        meaning = "info"
        if not review.taken and review.count("rejected") == review.count("all"):
            text = N_(
                "Nothing of this list can be taken in. Correct the file, then choose it again."
            )
            meaning = "warning"
        elif not review.taken and review.count("same") == review.count("all"):
            text = N_("Everybody in this list is here already.")
        elif not review.count("rejected") and not review.doubts and not review.count("to_check"):
            text, meaning = N_("Every row was understood."), "good"
        self.fine.setVisible(bool(text))
        if text:
            self.fine.show_text(text, meaning)

    def _build(self) -> None:
        card = Card("", self.table)
        card.body.setContentsMargins(1, 1, 1, 1)
        self._beside = SideBySide(card, self.detail, needed=_BESIDE, shares=(3, 2))
        whole = column(self.fine, self.kinds, self.state, self._beside, gap=12)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        for what, (text, key, _icon) in DECISIONS.items():
            self.table.addAction(self._action(what, text, key))
        theme.changed.connect(self._scale)
        self._scale()

    def _action(self, what: str, text: str, key: str) -> QAction:
        action = QAction(self.table)
        say(action, text)
        action.setShortcuts([QKeySequence(one) for one in (key, khmer_digits(key))])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(self.decide, what))
        return action

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._show_kind)
        self.table.page_wanted.connect(self._give)
        self.table.row_chosen.connect(lambda _line: self._show_detail())
        self.table.marking.connect(lambda _number: self._show_detail())
        self.detail.decided.connect(self._decide_by_button)

    def _scale(self) -> None:
        self.table.setMinimumHeight(theme.px(_TABLE))


def _undecided(n: int) -> str:
    return ngettext(
        "{n} row may be somebody who is known here. Left so, it is taken in as a new person.",
        "{n} rows may be somebody who is known here. Left so, they are taken in as new people.",
        n,
    ).format(n=digits(n))
