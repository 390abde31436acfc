"""Small parts of the settings: a control under its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.words import Text, digits, say

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtWidgets import QWidget


def under(text: Text, *controls: QWidget) -> QWidget:
    """Give controls under the words that name them."""
    label = Label(text, wraps=True)
    label.setProperty("weight", "bold")
    return holding(column(label, *controls, gap=6))


def named(control: QWidget, text: Text) -> None:
    """Give a control its accessible name."""
    say(control, text, "setAccessibleName")


def moment(at: datetime, zone: tzinfo | None = None) -> str:
    """Give a day and a time in a zone or else the laptop's, in the digits that were chosen."""
    return digits(f"{at.astimezone(zone):%d/%m/%Y %H:%M}")
