"""What each section of “Teams & canvases” is: a part of the page that can be shown alone."""

from __future__ import annotations

from PySide6.QtCore import Signal

from bootcamp_app.ui.kit import section


class Section(section.Section):
    """One of the sections; it may have a board opened over them."""

    board_wanted = Signal(str)
    """The id of a board that is to be opened over the whole page."""
