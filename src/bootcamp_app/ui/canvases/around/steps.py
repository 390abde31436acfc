"""Undo and redo of the board in front, without limit and across restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.desk import Desk


class Steps(QObject):
    """Takes this laptop's gestures on a board back, one by one."""

    turned = Signal(bool, bool)
    """(may undo, may redo)."""
    said = Signal(object, str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board = ""

    def follow(self, board_id: str) -> None:
        """Be about another board."""
        self._board = board_id
        self.look()

    def look(self) -> None:
        """Learn whether there is a step to take back now."""
        board, history = self._board, self._desk.app.board_history
        if board:
            self._desk.tasks.read(
                self, lambda: history.state(board), lambda may: self.turned.emit(*may), key="steps"
            )

    def undo(self) -> None:
        """Take the latest step back."""
        board, history = self._board, self._desk.app.board_history
        self._desk.tasks.write(self, lambda: history.undo(board), self._tell, self._refuse)

    def redo(self) -> None:
        """Do again what was taken back last."""
        board, history = self._board, self._desk.app.board_history
        self._desk.tasks.write(self, lambda: history.redo(board), self._tell, self._refuse)

    def _tell(self, said: str) -> None:
        self.said.emit(lambda: said, "")
        self.look()

    def _refuse(self, refusal: Refusal) -> None:
        self.said.emit(refusal.sentence, "")
        self.look()
