"""Which board a solution is begun from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.words import Text


class BoardChoice(Dialog):
    """Offers the boards of the bootcamp."""

    chosen = Signal(str)
    """The id of a board."""

    def __init__(self, parent: QWidget, boards: Sequence[tuple[str, Text]]) -> None:
        self.form = Form()
        self.board = self.form.add_choice("board", N_("Board"), boards)
        super().__init__(parent, N_("Begin a solution from a board"), self.form, N_("Go on"))
        self.confirmed.connect(self._take)

    def _take(self) -> None:
        self.accept()
        self.chosen.emit(self.board.key)
