"""What each section of “Reports” is: a part of the page that can be shown alone."""

from __future__ import annotations

from PySide6.QtCore import Signal

from bootcamp_app.ui.kit import section


class Section(section.Section):
    """One of the sections; it may want the room of the page's head, a file, or another page."""

    all_wanted = Signal(bool)
    """Whether it has its own head now and wants the room of the page's."""
    report_wanted = Signal(str, object)
    """(The id of a report, a Choice) that somebody wants as a file."""
    wanted = Signal(str)
    """The id of another page, or of an action, that somebody asked for."""
