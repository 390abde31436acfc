"""What a file will look like, made beside the window: pages as they print, tables as they read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.layouts import SMALL, column
from bootcamp_app.ui.kit.paper_view import PaperView, ToPrint
from bootcamp_app.ui.kit.waiting import Waiting
from bootcamp_app.ui.reports.files.excerpts import excerpts_of
from bootcamp_app.ui.reports.files.table_preview import TablePreview
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import tongue

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.excerpts import Excerpts
    from bootcamp_app.ui.reports.files.wish import Wish

    Progress = Callable[[int, int], None]

_PAUSE, _HEIGHT = 150, 300
"""Milliseconds after the last choice until it is made; pixels."""


class Preview(QWidget):
    """Shows the latest wish; what was wished for before is dropped."""

    ended = Signal()
    """What was being made is shown, or will not be."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wish: Wish | None = None
        self._is_old = False
        """Whether it is in words of a language that was turned off since."""
        self._page = 0
        self.is_stopped = False
        """Whether somebody wanted it no more."""
        self.banner = Banner()
        self._again = self.banner.add_action(N_("Show the preview"), self._ask_again)
        self._again.hide()
        self.paper = PaperView(desk.tasks, height=_HEIGHT, may_save=False)
        self.tables = TablePreview()
        self.waiting = Waiting(N_("Preparing the tables…"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._make)
        for part in (self.paper, self.tables):
            part.hide()
        whole = column(self.banner, self.waiting, self.paper, self.tables, gap=SMALL)
        whole.setStretch(2, 1)
        whole.setStretch(3, 1)
        whole.addStretch(0)
        self.setLayout(whole)
        tongue.turned.connect(self._turn)
        self.paper.ended.connect(self._end_paper)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made, or about to be."""
        return self._pause.isActive() or self.waiting.is_busy or self.paper.is_busy

    def show_wish(self, wish: Wish) -> None:
        """Show what a file will look like, a moment later, so that quick choices count once."""
        is_same = wish == self._wish and self.paper.isVisible()
        self._page = self.paper.page if is_same else 0
        self._wish, self._is_old, self.is_stopped = wish, False, False
        self._pause.start()

    def refuse(self, refusal: Refusal) -> None:
        """Say why nothing can be shown."""
        self.clear()
        self.is_stopped = isinstance(refusal, Cancelled)
        self._again.setVisible(self.is_stopped)
        if self.is_stopped:
            self.banner.show_text(refusal.sentence, "info")
        else:
            self.banner.refuse(refusal)
        self.ended.emit()

    def clear(self) -> None:
        """Show nothing, and stop what is being made."""
        self._pause.stop()
        self.waiting.drop()
        self.paper.clear()
        self.banner.hide()
        self.paper.hide()
        self.tables.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: what was made before another language was chosen is made anew."""
        super().showEvent(event)
        if self._is_old and self._wish is not None:
            self.show_wish(self._wish)

    def _turn(self) -> None:
        self._is_old = self._wish is not None
        if self.isVisible() and self._wish is not None:
            self.show_wish(self._wish)

    def _ask_again(self) -> None:
        if self._wish is not None:
            self.show_wish(self._wish)

    def _end_paper(self, is_stopped: bool) -> None:
        self.is_stopped = is_stopped
        if self._page > 1:
            self.paper.turn_to(self._page)
        self.ended.emit()

    def _make(self) -> None:
        wish = self._wish
        if wish is None:
            return
        self.banner.hide()
        self.waiting.drop()
        if wish.is_paper:
            self.tables.hide()
            self.paper.show()
            self.paper.show_paper(self._to_print(wish))
            return
        self.paper.clear()
        self.paper.hide()
        make = self._desk.app.reports.make

        def work(step: Progress) -> Excerpts:
            return excerpts_of(make(wish.kind.id, wish.choice, step))

        job = Job(work, self._show, self.refuse)
        self.waiting.wait_for(self._desk.tasks.long(self, job))

    def _to_print(self, wish: Wish) -> ToPrint:
        draw = self._desk.app.reports.draw
        return ToPrint(
            lambda target, step: draw(wish.kind.id, wish.choice, target, step),
            lambda: wish.file_name,
        )

    def _show(self, excerpts: Excerpts) -> None:
        self.waiting.end()
        self.tables.show_excerpts(excerpts)
        self.tables.show()
        self.ended.emit()
