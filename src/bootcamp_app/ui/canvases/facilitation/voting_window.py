"""Voting beside the board: a round is opened, dots are given or hands counted, and it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget
from shiboken6 import isValid

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.dots import ROUND_KINDS, is_of_people, over
from bootcamp_app.ui.actions import share_actions
from bootcamp_app.ui.canvases.facilitation.ballot import Ballot
from bootcamp_app.ui.canvases.facilitation.counts_grid import CountsGrid
from bootcamp_app.ui.canvases.facilitation.ranking_list import RankingList
from bootcamp_app.ui.canvases.facilitation.round_form import RoundForm
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, LARGE, SMALL, Flow, column, holding
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.canvases.facilitation.ballots import Ballots

_WIDTH, _HEIGHT = 540, 620
_CONFIRMS = ("Ctrl+Return", "Ctrl+Enter")


class VotingWindow(QDialog):
    """Stands beside the board, so that notes can be clicked while it is open."""

    def __init__(self, ballots: Ballots, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._ballots = ballots
        self._is_anew = False
        self._shown = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        contents = ballots.page.contents
        assert contents is not None
        self.banner = Banner()
        self.heading = Label(size="heading", wraps=True)
        self.state = Label(size="small", tone="muted", wraps=True)
        self.form = RoundForm(contents.board)
        self.ballot = Ballot(ballots)
        self.counts = CountsGrid(ballots)
        self.ranking = RankingList()
        self.main = Button("", kind="main")
        self.again = button(N_("Open it again"), ballots.reopen)
        self.another = button(N_("Another round…"), self._begin_anew)
        self.leave = button(N_("Close the window"), self.close)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.show_now()

    def done(self, result: int) -> None:
        """Called by Qt when it is closed: a number that is still being typed counts."""
        self.counts.finish()
        super().done(result)

    def show_now(self) -> None:
        """Show the part that voting is in: opening, giving, or the result."""
        now = self._ballots.now
        wanted = self._wanted()
        self._stack.setCurrentWidget(self._opening if wanted is self.form else wanted)
        for one in (self.again, self.another):
            one.setVisible(wanted is self.ranking)
        self.main.setVisible(wanted is not self.ranking)
        is_form = wanted is self.form
        say(self.main, N_("Open the round") if is_form else N_("Close the round"))
        say(self.main, N_("Open the round") if is_form else N_("Close the round"),
            "setAccessibleName")  # fmt: skip
        say(self.heading, N_("A new round of votes") if is_form else self._title)
        say(self.state, "" if is_form else self._state)
        self.state.setVisible(not is_form)
        if wanted is self.ranking:
            self.ranking.show_standing(now, self._ballots.page)
        elif wanted is self.counts:
            self.counts.show_votes()
        elif wanted is self.ballot:
            self.ballot.votes_came()
        shown = f"{type(wanted).__name__} {now.held.id if now.held else ''}"
        if shown != self._shown:
            self._shown = shown
            self._take_keys(wanted)

    def _wanted(self) -> QWidget:
        held = self._ballots.now.held
        if held is None or (self._is_anew and held.closed_at is not None):
            return self.form
        if held.closed_at is not None:
            return self.ranking
        return self.ballot if is_of_people(held.kind) else self.counts

    def _take_keys(self, wanted: QWidget) -> None:
        if wanted is self.ballot:
            self.ballot.begin()
        elif wanted is self.counts:
            self.counts.begin()
        elif wanted is self.form:
            self.form.field("title").setFocus()
        else:
            self.ranking.list.setFocus()

    def _build(self) -> None:
        self._opening = holding(column(self.form, 1))
        for part in (self._opening, self.ballot, self.counts, self.ranking):
            self._stack.addWidget(part)
        buttons = holding(
            Flow(self.leave, self.again, self.another, self.main, gap=SMALL, is_right=True)
        )
        head = column(self.heading, self.state, gap=2)
        whole = column(head, self.banner, self._stack, buttons, gap=GAP, margin=LARGE)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        say(self, N_("Votes"), "setWindowTitle")
        say(self, N_("Votes"), "setAccessibleName")
        self.setSizeGripEnabled(True)
        self.main.setAutoDefault(False)
        for keys in _CONFIRMS:
            QShortcut(QKeySequence(keys), self, self.main.click)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._take_back)
        share_actions(self, self.parentWidget())
        room = self.screen().availableGeometry()
        height = min(theme.px(_HEIGHT), round(room.height() * 0.9))
        self.resize(min(theme.px(_WIDTH), round(room.width() * 0.9)), height)
        if (over_it := self.parentWidget()) is not None:
            window = over_it.window()
            corner = window.mapToGlobal(QPoint(window.width() - self.width() - LARGE, LARGE * 4))
            self.move(corner)

    def _connect(self) -> None:
        self.main.clicked.connect(self._carry_out)
        self.ballot.refused.connect(self.banner.refuse)
        # What outlives this window calls its own methods only: a lambda would stay behind it.
        self._ballots.refused.connect(self._refuse)
        self._ballots.changed.connect(self._came)
        self._ballots.page.shown.connect(self.show_now)
        self._ballots.page.view.clicked.connect(self._clicked)

    def _came(self) -> None:
        self.banner.hide()
        self.show_now()

    def _carry_out(self) -> None:
        if self._wanted() is not self.form:
            self.counts.finish()
            self._ballots.close()
            return
        self._ballots.open(self.form.wanted, self._opened)

    def _opened(self) -> None:
        self._is_anew = False

    def _begin_anew(self) -> None:
        self._is_anew = True
        self.show_now()

    def _take_back(self) -> None:
        self.counts.finish()
        self._ballots.take_back(self._taken_back)

    def _taken_back(self) -> None:
        if isValid(self):
            self._forget_asked()

    def _refuse(self, refusal: Refusal) -> None:
        self._forget_asked()
        self.banner.refuse(refusal)

    def _forget_asked(self) -> None:
        self.ballot.forget_asked()
        self.counts.forget_asked()

    def _clicked(self, item_id: str) -> None:
        """A note of the board was clicked: it is meant."""
        wanted = self._wanted()
        if item_id not in {one.id for one in self._ballots.items()}:
            return
        if wanted is self.ballot:
            self.ballot.give(item_id, 1)
            # So that a quick second click gives another dot, and writes nothing in the note.
            self._ballots.page.view.select(())
        elif wanted is self.counts:
            self.counts.take_keys(item_id)

    def _title(self) -> str:
        held = self._ballots.now.held
        return (held.title or _(ROUND_KINDS[held.kind])) if held else ""

    def _state(self) -> str:
        now = self._ballots.now
        if now.held is None:
            return ""
        said = [_(ROUND_KINDS[now.held.kind])] if now.held.title else []
        if now.is_covered:
            said.append(_("The dots are shown when the round is closed."))
        elif not now.is_open:
            said.append(_("The round is closed."))
        if many := len(over(now.held, now.votes)):
            text = "{n} voters have more dots than there are; take some back."
            said.append(str(Sentence(text, n=many)))
        return " · ".join(said)
