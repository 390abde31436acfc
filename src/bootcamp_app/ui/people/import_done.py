"""Last step of taking in a list: what was taken in, and how to take it all back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.card import Figure
from bootcamp_app.ui.kit.layouts import GAP, Flow, column, holding
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import ImportResult
    from bootcamp_app.ui.words import Text

_FIGURE = 170
_UNDONE = N_("The whole import was taken back. The people are as they were before.")
_UNDONE_IN_PART = N_(
    "The import was taken back, except who was checked in or changed since. They stay in the list."
)


@dataclass(frozen=True)
class TakenIn:
    """A list that is in the workspace: its act, and the participations that it added."""

    act: str
    participation_ids: tuple[str, ...]
    result: ImportResult


class DoneStep(QWidget):
    """Says what is different now; one button takes the whole import back."""

    def __init__(self) -> None:
        super().__init__()
        self.told = Banner(may_close=False)
        self.created = Figure(N_("new people"), "good")
        self.updated = Figure(N_("people changed"), "info")
        self.unchanged = Figure(N_("people the same as before"))
        self.left_out = Figure(N_("rows left out"))
        self.rejected = Figure(N_("rows not taken"), "bad")
        self.undo = Button(N_("Undo the whole import"), icon_name="undo")
        self.badges = Button(N_("Print their badges"), icon_name="badge")
        self.another = Button(N_("Import another list"), icon_name="import")
        self._figures = (
            self.created, self.updated, self.unchanged, self.left_out, self.rejected,
        )  # fmt: skip
        figures = holding(Flow(*self._figures, gap=GAP))
        buttons = holding(Flow(self.badges, self.another, self.undo))
        self.setLayout(column(self.told, figures, buttons, 1, gap=16))
        theme.changed.connect(self._scale)
        self._scale()

    def show_taken(self, taken: TakenIn) -> None:
        """Show an import that holds."""
        result = taken.result
        left_out = sum(one.kind == "left_out" for one in result.outcomes)
        rejected = len({fault.row for fault in result.rejected})
        counts = (
            result.created, result.updated, result.unchanged - left_out, left_out, rejected,
        )  # fmt: skip
        for figure, count in zip(self._figures, counts, strict=True):
            say(figure.number, partial(digits, count))
        for figure in (self.created, self.updated, self.unchanged):
            figure.show()
        self.left_out.setVisible(left_out > 0)
        self.rejected.setVisible(rejected > 0)
        self.badges.setVisible(bool(taken.participation_ids))
        self.undo.setVisible(True)
        self.undo.setEnabled(True)
        n = result.created + result.updated
        self.told.show_text(partial(_taken_in, n), "good")

    def show_undone(self, *, is_whole: bool) -> None:
        """Say that the import was taken back, or all of it that nobody has used since."""
        for part in (self.undo, self.badges, *(self._figures if is_whole else ())):
            part.hide()
        self.told.show_text(_UNDONE if is_whole else _UNDONE_IN_PART, "info")

    def show_left(self, text: Text) -> None:
        """Say whom undo left, and why."""
        self.told.show_text(text, "info")

    def _scale(self) -> None:
        for figure in self._figures:
            figure.setFixedWidth(theme.px(_FIGURE))


def _taken_in(n: int) -> str:
    return ngettext("{n} person was taken in.", "{n} people were taken in.", n).format(n=digits(n))
