"""What is wrong with the page, in words; a click chooses the part."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.certificates.editing import part_of
from bootcamp_app.ui.certificates.editor.part_words import part_words
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.certificates.linting import Problem
    from bootcamp_app.ui.certificates.editor.draft import Draft

_MOST, _HEIGHT = 12, 112


class ProblemsList(QWidget):
    """Says what is wrong, or that nothing is."""

    part_meant = Signal(str)

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._told: tuple[tuple[str, str], ...] | None = None
        self.state = Pill()
        self.lines: list[_Line] = []
        self._lines = column(gap=6)
        inside = self._lines
        inside.addStretch()
        self._area = QScrollArea()
        self._area.setWidget(holding(inside))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.hide()
        self.setLayout(column(self.state, self._area, gap=8))
        theme.changed.connect(self._scale)
        self._scale()
        say(self, N_("What is wrong with the page"), "setAccessibleName")

    def show_problems(self, problems: Sequence[Problem], values: Mapping[str, str]) -> None:
        """Show what is wrong now; what is shown already stays where it is."""
        n = len(problems)
        if n:
            self.state.show_state(lambda: _count(n), "bad")
        else:
            self.state.show_state(N_("Nothing is wrong with this page"), "good")
        told = tuple((one.part_id, str(one.sentence)) for one in problems)
        if told == self._told:
            return
        self._told = told
        clear(self._lines)
        self.lines = [self._line(one, values) for one in problems[:_MOST]]
        for line in self.lines:
            self._lines.addWidget(line)
        self._lines.addStretch()
        self._area.setVisible(bool(self.lines))

    def _scale(self) -> None:
        self._area.setFixedHeight(theme.px(_HEIGHT))

    def _line(self, problem: Problem, values: Mapping[str, str]) -> _Line:
        part = part_of(self._draft.document, problem.part_id)
        line = _Line(problem, part_words(part, values) if part else "")
        line.clicked.connect(partial(self.part_meant.emit, problem.part_id))
        return line


class _Line(QPushButton):
    """One thing that is wrong, and with which part."""

    def __init__(self, problem: Problem, part: str) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.words = Label(lambda: str(problem.sentence), size="small", wraps=True)
        self.part = Label(lambda: part, size="small", tone="muted", wraps=True)
        self.part.setVisible(bool(part))
        lines = column(self.words, self.part, gap=2, margin=10)
        self.setLayout(lines)
        self._inside = lines
        say(self, lambda: f"{problem.sentence} {part}".strip(), "setAccessibleName")
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: object) -> None:
        """Called by Qt: as high as the words need at this width."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt's own event
        self._fit()

    def _fit(self) -> None:
        # A layout that is asked before it is shown remembers the heights of other fonts.
        self._inside.invalidate()
        self.setFixedHeight(self._inside.totalHeightForWidth(max(self.width(), 80)))


def _count(n: int) -> str:
    told = ngettext("{n} thing to look at", "{n} things to look at", n)
    return told.format(n=digits(n))
