"""The rail at the left of a board: what the mouse does, how new notes look, one step back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.around.choosing_button import ChoosingButton
from bootcamp_app.ui.canvases.around.note_words import COLOURS, SIDES, colour_icon, side_icon
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.words import Text, in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable

TOOLS: dict[str, tuple[Text, str, str]] = {
    "select": (N_("Choose and move"), "pointer", "V"),
    "note": (N_("Write a note"), "note", "N"),
    "text": (N_("Write text without a note"), "type", "T"),
    "connector": (N_("Connect two notes"), "connector", "L"),
    "frame": (N_("Draw a frame"), "frame", "F"),
    "pan": (N_("Move the paper"), "hand", "H"),
}
"""Tool → what it does, its icon, and the key for it while the board has the keys."""
OF_ZONE = N_("As its zone")


class ToolRail(QFrame):
    """Buttons one under the other; the one that is in use is marked."""

    tool_chosen = Signal(str)
    picture_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tools")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        say(self, N_("Tools"), "setAccessibleName")
        self._tools = {name: _button(*how) for name, how in TOOLS.items()}
        self._together = QButtonGroup(self)
        for name, made in self._tools.items():
            made.setCheckable(True)
            made.clicked.connect(lambda _on=False, one=name: self.tool_chosen.emit(one))
            self._together.addButton(made)
        self.picture = _button(N_("Bring a picture in"), "image", "P")
        self.colour = ChoosingButton(
            N_("Colour of new notes"), {"": OF_ZONE, **COLOURS}, colour_icon
        )
        self.side = ChoosingButton(N_("Side of new notes"), SIDES, side_icon)
        self.undo = _button(N_("Undo on this board"), "undo", "Ctrl+Z")
        self.redo = _button(N_("Do it again on this board"), "redo", "Ctrl+Y")
        self.picture.clicked.connect(self.picture_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        before = [self._tools[name] for name in ("select", "note", "text", "connector")]
        after = [self._tools["frame"], self._tools["pan"]]
        lines = column(*before, self.picture, *after, _line(), self.colour, self.side, _line(),
                       self.undo, self.redo, 1, gap=2)  # fmt: skip
        lines.setContentsMargins(4, 6, 4, 6)
        self.setLayout(lines)
        self.show_tool("select")
        self.show_steps(may_undo=False, may_redo=False)

    def show_tool(self, name: str) -> None:
        """Mark the tool that is in use now."""
        if name in self._tools:
            self._tools[name].setChecked(True)

    def tool(self, name: str) -> IconButton:
        """Give the button of a tool."""
        return self._tools[name]

    def show_steps(self, *, may_undo: bool, may_redo: bool) -> None:
        """Say whether there is a step to take back, and one to do again."""
        self.undo.setEnabled(may_undo)
        self.redo.setEnabled(may_redo)


def _button(text: Text, icon_name: str, keys: str) -> IconButton:
    made = IconButton(text, icon_name)
    say(made, _with_keys(text, keys), "setToolTip")
    return made


def _with_keys(text: Text, keys: str) -> Callable[[], str]:
    return lambda: f"{in_words(text)} ({keys})"


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("line", "below")
    line.setFixedHeight(5)
    return line
