"""What can be done with one canvas: a board, a copy of one's own, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.layouts import SMALL, Flow

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Template


class CanvasActs(QWidget):
    """Buttons, of which those that only one's own canvases know are hidden for others."""

    board_wanted = Signal()
    copy_wanted = Signal()
    change_wanted = Signal()
    file_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.board = Button(N_("Make a board from it"), kind="main", icon_name="plus")
        self.change = Button(N_("Change it"), icon_name="edit")
        self.copy = Button(N_("Copy and change it"), icon_name="copy")
        self.file = Button(N_("Save as a file…"), kind="quiet", icon_name="download")
        self.remove = Button(N_("Remove it"), kind="danger", icon_name="trash")
        for made, wanted in (
            (self.board, self.board_wanted),
            (self.change, self.change_wanted),
            (self.copy, self.copy_wanted),
            (self.file, self.file_wanted),
            (self.remove, self.removal_wanted),
        ):
            made.clicked.connect(wanted)
        self.setLayout(Flow(self.board, self.change, self.copy, self.file, self.remove, gap=SMALL))

    def show_for(self, template: Template) -> None:
        """Offer what can be done with this one."""
        self.change.setVisible(template.is_own)
        self.remove.setVisible(template.is_own)
