"""Boxes to tick, one for each choice of a question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.features.people.answering import PARTED, in_language
from bootcamp_app.ui.kit.fields import YesNoField
from bootcamp_app.ui.kit.layouts import column

if TYPE_CHECKING:
    from collections.abc import Sequence


class SeveralField(QWidget):
    """Boxes to tick, of which any number may be."""

    changed = Signal()

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        self.boxes = {one: YesNoField(partial(in_language, one), value=False) for one in choices}
        self.setLayout(column(*self.boxes.values(), gap=2))
        for box in self.boxes.values():
            box.toggled.connect(lambda _is_on: self.changed.emit())

    @property
    def text(self) -> str:
        """What is ticked, as an answer is kept."""
        return PARTED.join(one for one, box in self.boxes.items() if box.isChecked())

    def choose(self, chosen: Sequence[str]) -> None:
        """Tick these and no others."""
        for one, box in self.boxes.items():
            box.setChecked(one in chosen)
