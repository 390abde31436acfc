"""A part of a page that can be shown alone, made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from bootcamp_app.ui.desk import Desk


class Section(QWidget):
    """One of the sections of a page; it tells the page what it wants."""

    said = Signal(object, str)
    """(Text, act) for a toast; an act that may be undone, or empty."""
    refused = Signal(object)
    """A Refusal, to be shown in place at the top of the page."""
    section_wanted = Signal(str)
    """The name of another section that somebody asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def came_to_front(self) -> None:
        """Called each time the section is shown."""

    def return_home(self) -> None:
        """Called when the page is asked for while it is shown; sections with a way back go it."""
