"""Cards: white paper with a hairline, on which what belongs together lies."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.words import Text, say


class Card(QFrame):
    """A card with an optional heading; parts are added below it."""

    def __init__(self, heading: Text = "", *parts: Any, gap: int = 12) -> None:  # noqa: ANN401
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = [Label(heading, size="heading")] if heading else []
        self.body: QVBoxLayout = column(*head, *parts, gap=gap, margin=20)
        self.setLayout(self.body)


class Figure(Card):
    """One number, large, with the words that say what it counts."""

    def __init__(self, text: Text, meaning: str = "") -> None:
        self.number = Label(size="figure")
        self.number.setText("–")
        self.number.setProperty("meaning", meaning)
        self.words = Label(text, size="small", tone="muted", wraps=True)
        super().__init__("", self.number, self.words, gap=0)
        self.body.setContentsMargins(20, 12, 20, 16)
        say(self, text, "setAccessibleName")

    def show_number(self, number: str) -> None:
        """Show a number, written as the person wants digits."""
        self.number.show_data(number)
