"""What came of a round: the notes by their dots, ties told, and what each side said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QListWidget, QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.ownership import SAID
from bootcamp_app.features.canvases.views import SIDES
from bootcamp_app.ui.canvases.facilitation.results_strip import in_words, texts_shown
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.dots import Ranked
    from bootcamp_app.ui.canvases.facilitation.asked_of_page import BoardPageLike
    from bootcamp_app.ui.canvases.facilitation.ballots import Standing


class RankingList(QWidget):
    """A list; going to a line brings its note into sight on the board."""

    def __init__(self) -> None:
        super().__init__()
        self._page: BoardPageLike | None = None
        self._now: Standing | None = None
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self._none = Label(N_("Nobody gave a dot in this round."), tone="muted", wraps=True)
        say(self.list, N_("Result of the round"), "setAccessibleName")
        whole = column(self._none, self.list, gap=SMALL)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.list.currentRowChanged.connect(self._reveal)
        tongue.turned.connect(self._show)

    def show_standing(self, now: Standing, page: BoardPageLike) -> None:
        """Show what came of the round."""
        if (now, page) != (self._now, self._page):
            self._now, self._page = now, page
            self._show()

    def _show(self) -> None:
        now, page = self._now, self._page
        if now is None or page is None:
            return
        texts = texts_shown(page.contents.items) if page.contents else {}
        at = self.list.currentRow()
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for one in now.ranked:
            self.list.addItem(_line(one, texts, now.counted[one.item_id]))
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        blocker.unblock()
        self._none.setVisible(not now.ranked)
        self.list.setVisible(bool(now.ranked))

    def _reveal(self, at: int) -> None:
        if self._now is not None and self._page is not None and 0 <= at < len(self._now.ranked):
            self._page.view.reveal_item(self._now.ranked[at].item_id)


def _line(one: Ranked, texts: dict[str, str], sides: dict[str, int]) -> str:
    said = [
        str(Sentence("{side}: {n}", side=_(SAID[side]), n=digits(sides[side])))
        for side in (*SIDES, "")
        if sides.get(side)
    ]
    tail = f"\n{' · '.join(said)}" if set(sides) - {""} else ""
    return in_words(one, texts) + tail
