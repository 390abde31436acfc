"""What the gallery knows of a part, and the plain page that it stands on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bootcamp_app.ui.kit.layouts import column


@dataclass(frozen=True)
class Part:
    """One part: its name in the list, how it is made, and how high its picture is."""

    id: str
    title: str
    make: Callable[[], QWidget]
    height: int


class Stage(QWidget):
    """A plain page with one part on it."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.part = part.make()
        whole = column(self.part, margin=16)
        whole.addStretch(0)
        self.setLayout(whole)
