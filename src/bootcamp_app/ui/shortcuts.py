"""F1: every key of the program on one sheet."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.actions import share_actions
from bootcamp_app.ui.canvases.around.keys import BOARD_KEYS
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.key_caps import keys_line
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from bootcamp_app.ui.actions import Actions

_WIDTH, _HEIGHT, _COLUMNS = 1180, 640, 3
_EVERYWHERE = (
    (N_("To the next part"), "Tab"),
    (N_("To the part before"), "Shift+Tab"),
    (N_("Press what is marked"), "Space"),
    (N_("Confirm a form"), "Ctrl+Return"),
    (N_("Close a form or a list"), "Esc"),
)
"""Keys that are no action of the window."""

Group = tuple[Text, list[tuple[Text, str]]]


class ShortcutSheet(QDialog):
    """All keys, group by group, in columns."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        share_actions(self, window)
        say(self, N_("Keyboard shortcuts"), "setWindowTitle")
        title = Label(N_("Keyboard shortcuts"), size="title", wraps=True)
        drawn = [_column(groups) for groups in in_columns(groups_of(actions), _COLUMNS)]
        columns = SideBySide(*drawn, needed=900, gap=40)
        lines = column(columns, 1)
        lines.setContentsMargins(0, 0, 16, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(holding(lines))
        say(area, N_("Keyboard shortcuts"), "setAccessibleName")
        close = button(N_("Close"), self.accept, kind="main")
        self.setLayout(column(title, area, row(1, close), gap=20, margin=28))
        self.resize(
            min(theme.px(_WIDTH), max(window.width() - 48, 400)),
            min(theme.px(_HEIGHT), max(window.height() - 48, 400)),
        )
        close.setFocus()


def groups_of(actions: Actions) -> list[Group]:
    """Give the actions that have keys, group by group, and the keys that work everywhere."""
    with_keys = [doing for doing, _action in actions if doing.shortcut]
    known: dict[Text, list[tuple[Text, str]]] = {}
    for group, doings in groupby(with_keys, key=lambda one: one.group):
        known.setdefault(group, []).extend((one.text, one.shortcut) for one in doings)
    return [
        *known.items(),
        (N_("On a board"), list(BOARD_KEYS)),
        (N_("Everywhere"), list(_EVERYWHERE)),
    ]


def in_columns(groups: list[Group], most: int) -> list[list[Group]]:
    """Give columns of about the same length, in the order of reading."""
    sizes = [len(lines) + 2 for _group, lines in groups]
    share = sum(sizes) / most
    columns: list[list[Group]] = [[] for _ in range(most)]
    above = 0
    for group, size in zip(groups, sizes, strict=True):
        columns[min(int((above + size / 2) / share), most - 1)].append(group)
        above += size
    return [one for one in columns if one]


def _column(groups: list[Group]) -> QWidget:
    whole = column(gap=20)
    for group, lines in groups:
        heading = Label(group, size="heading", wraps=True)
        drawn = [keys_line(text, keys) for text, keys in lines]
        whole.addLayout(column(heading, *drawn, gap=6))
    whole.addStretch(1)
    return holding(whole)
