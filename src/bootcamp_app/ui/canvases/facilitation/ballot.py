"""Single people vote: one after the other gives dots to notes, by key, by click or by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.features.canvases.dots import given
from bootcamp_app.ui.canvases.facilitation.note_rows import note_rows
from bootcamp_app.ui.canvases.facilitation.voter_field import VoterField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.canvases.facilitation.ballots import Ballots

_TAKES_BACK = (Qt.Key.Key_Minus, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_GIVES = (Qt.Key.Key_Plus, Qt.Key.Key_Space)


class Ballot(QWidget):
    """Knows who votes now, shows the dots left, and hands dots on."""

    refused = Signal(object)

    def __init__(self, ballots: Ballots) -> None:
        super().__init__()
        self._ballots = ballots
        self._person: Participant | None = None
        self._asked: dict[str, int] = {}
        self.field = VoterField(ballots.page.desk)
        self.who = Label(N_("Nobody votes yet."), size="heading", wraps=True)
        self.dots_left = Pill()
        self.table = Table(N_("Notes to vote for"), _columns())
        self.hint = Label(
            N_(
                "1 to 9 or Enter gives a dot, − takes one back; a click on a note of the board "
                "gives one, too. Scan the next badge, or type the next name."
            ),
            size="small",
            tone="muted",
            wraps=True,
        )
        line = row(self.who, self.dots_left, gap=SMALL)
        line.setStretch(0, 1)
        whole = column(self.field, line, self.table, self.hint, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.field.chosen.connect(self.let_vote)
        self.field.refused.connect(self.refused)
        self.table.installEventFilter(self)
        self.table.row_activated.connect(lambda one: self.give(one.id, 1))
        self.show_votes()

    def let_vote(self, person: Participant) -> None:
        """Have somebody vote from now on."""
        self._person = person
        self._asked = {}
        self.show_votes()
        self.table.setFocus()

    def begin(self) -> None:
        """Wait for somebody."""
        self._person = None
        self._asked = {}
        self.show_votes()
        self.field.setFocus()

    def give(self, item_id: str, number: int) -> None:
        """Give an item so many dots more, or fewer."""
        if self._person is None:
            self.field.setFocus()
            return
        voter = self._person.participation_id
        now = self._given()
        wanted = max(now.get(item_id, 0) + number, 0)
        if wanted == now.get(item_id, 0):
            return
        # The next key may come before this one is durable.
        self._asked[item_id] = wanted
        self._ballots.vote(item_id, voter, wanted)
        self.show_votes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt: the keys of voting while the notes have the focus."""
        if watched is self.table and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def show_votes(self) -> None:
        """Show the notes, the dots of who votes, and how many are left."""
        held = self._ballots.now.held
        if held is None:
            return
        mine = self._given()
        seen = self._ballots.now.dots
        self.table.show_rows(note_rows(self._ballots, seen, mine))
        rest = held.dots - sum(mine.values())
        person = self._person
        if person is None:
            say(self.who, N_("Nobody votes yet."))
            self.dots_left.hide()
            return
        say(self.who, lambda: person.name)
        self.dots_left.show()
        self.dots_left.show_state(lambda: _left(rest), "good" if rest > 0 else "info")

    def votes_came(self) -> None:
        """Show what is durable now."""
        if self._person is not None:
            known = given(self._ballots.now.votes, self._person.participation_id)
            self._asked = {k: n for k, n in self._asked.items() if known.get(k, 0) != n}
        self.show_votes()

    def forget_asked(self) -> None:
        """Have what was asked last not come: it was refused, or taken back."""
        self._asked = {}
        self.show_votes()

    def _given(self) -> dict[str, int]:
        if self._person is None:
            return {}
        known = given(self._ballots.now.votes, self._person.participation_id)
        return {**known, **self._asked}

    def _take_key(self, event: QKeyEvent) -> bool:
        key, typed = Qt.Key(event.key()), latin_digits(event.text())
        rows = note_rows(self._ballots, {}, {})
        current = self.table.current()
        if typed.isdecimal():
            at = int(typed) - 1
            if 0 <= at < len(rows):
                self.give(rows[at].id, 1)
            return True
        if typed.isalpha():
            # The next one's name is being typed.
            self.field.setFocus()
            self.field.insert(event.text())
            self.field.textEdited.emit(self.field.text())
            return True
        if key in (*_GIVES, *_TAKES_BACK):
            if current is not None:
                self.give(current.id, 1 if key in _GIVES else -1)
            return True
        return False


def _columns() -> list[TableColumn]:
    return [
        TableColumn("number", N_("No."), lambda one: digits(one.number), width=52),
        TableColumn("text", N_("Notes"), lambda one: one.text, width=190, is_bold=True),
        TableColumn("mine", N_("Own dots"), lambda one: _bullets(one.mine), width=96),
        TableColumn("all", N_("In all"), lambda one: digits(one.dots or ""), width=64),
    ]


def _bullets(number: int) -> str:
    return "●" * number


def _left(rest: int) -> str:
    if rest <= 0:
        return _("All dots are given")
    return ngettext("{n} dot left", "{n} dots left", rest).format(n=digits(rest))
