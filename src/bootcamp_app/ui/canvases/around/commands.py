"""Everything that can be done to what is chosen: for the menu, the keys and the palette."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases import arranging
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.canvases.views import Gesture
    from bootcamp_app.ui.canvases.board_page import BoardPage


@dataclass(frozen=True)
class Command:
    """One thing that can be done: its words, icon and keys, and how many must be chosen."""

    text: Text
    icon: str = ""
    keys: tuple[str, ...] = ()
    least: int = 1
    group: str = ""


_ARRANGE = N_("Put in line")
_CHOOSE = N_("Choose all")
COMMANDS: dict[str, Command] = {
    "edit": Command(N_("Change the text"), "edit", ("F2",)),
    "cut": Command(N_("Cut"), "", ("Ctrl+X",)),
    "copy": Command(N_("Copy"), "copy", ("Ctrl+C",)),
    "paste": Command(N_("Paste"), "paste", ("Ctrl+V",), 0),
    "duplicate": Command(N_("Duplicate"), "duplicate", ("Ctrl+D",)),
    "remove": Command(N_("Remove"), "trash", ("Delete", "Backspace")),
    "left": Command(N_("Left edges"), "align", ("Ctrl+Alt+Left",), 2, _ARRANGE),
    "centre": Command(N_("Centres, one below the other"), "", (), 2, _ARRANGE),
    "right": Command(N_("Right edges"), "", ("Ctrl+Alt+Right",), 2, _ARRANGE),
    "top": Command(N_("Upper edges"), "", ("Ctrl+Alt+Up",), 2, _ARRANGE),
    "middle": Command(N_("Centres, side by side"), "", (), 2, _ARRANGE),
    "bottom": Command(N_("Lower edges"), "", ("Ctrl+Alt+Down",), 2, _ARRANGE),
    "across": Command(N_("Same gaps across"), "", ("Ctrl+Alt+H",), 3, _ARRANGE),
    "down": Command(N_("Same gaps down"), "", ("Ctrl+Alt+V",), 3, _ARRANGE),
    "same_size": Command(N_("Same size as the first"), "", (), 2, _ARRANGE),
    "tidy": Command(N_("Tidy the zone into a grid"), "grid", ("Ctrl+Shift+T",), 0),
    "group": Command(N_("Make one group"), "group", ("Ctrl+G",), 2),
    "ungroup": Command(N_("Undo the group"), "", ("Ctrl+Shift+G",)),
    "front": Command(N_("Lay on top"), "", ("Ctrl+]",)),
    "back": Command(N_("Lay below all"), "", ("Ctrl+[",)),
    "all": Command(N_("Everything"), "", ("Ctrl+A",), 0, _CHOOSE),
    "of_zone": Command(N_("Of the same zone"), "", (), 1, _CHOOSE),
    "of_colour": Command(N_("Of the same colour"), "", (), 1, _CHOOSE),
    "of_side": Command(N_("Of the same side"), "", (), 1, _CHOOSE),
}


class Commands(QObject):
    """Carries commands out on the board of a page."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._page = page
        self._how: dict[str, Callable[[], object]] = {
            "edit": self._edit,
            "cut": page.clipboard.cut,
            "copy": page.clipboard.copy,
            "paste": page.clipboard.paste,
            "tidy": self._tidy,
            **{edge: partial(self._do, partial(arranging.align, edge=edge))
               for edge in arranging.EDGES},
            **{name: partial(self._do, how) for name, how in _GESTURES.items()},
            **{name: partial(self._choose_alike, name.removeprefix("of_"))
               for name in ("of_zone", "of_colour", "of_side")},
            "all": self._choose_all,
        }  # fmt: skip

    def carry_out(self, name: str) -> None:
        """Do one of `COMMANDS` where enough is chosen for it."""
        if len(self._page.chosen()) >= COMMANDS[name].least:
            self._how[name]()
        elif COMMANDS[name].least > 1:
            self._page.said.emit(N_("Choose more notes first; Shift adds one to the others."), "")
        else:
            self._page.said.emit(N_("Choose a note first."), "")

    def meant(self, event: QKeyEvent) -> str:
        """Give the command that keys mean, or nothing."""
        pressed = QKeySequence(event.keyCombination())
        return _BY_KEYS.get(pressed.toString(QKeySequence.SequenceFormat.PortableText), "")

    def menu(self, at: QPoint) -> QMenu:
        """Open the menu of what can be done to what is chosen."""
        menu = QMenu(self._page)
        menu.setObjectName("board commands")
        groups: dict[str, QMenu] = {}
        many = len(self._page.chosen())
        for name, command in COMMANDS.items():
            place = menu
            if command.group:
                if command.group not in groups:
                    groups[command.group] = menu.addMenu("")
                    say(groups[command.group], command.group, "setTitle")
                place = groups[command.group]
            action = QAction(menu)
            say(action, command.text)
            if command.icon:
                action.setIcon(icon(command.icon))
            for keys in command.keys[:1]:
                action.setShortcut(QKeySequence(keys))
            action.setEnabled(many >= command.least)
            action.triggered.connect(lambda _on=False, one=name: self.carry_out(one))
            place.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        return menu

    def _do(self, how: Callable[..., Gesture]) -> None:
        if self._page.contents is None:
            return
        gesture = how(self._page.contents, self._page.chosen())
        if gesture:
            self._page.carry_out(gesture)
        if gesture.added:
            self._page.choose(tuple(one.id for one in gesture.added))

    def _tidy(self) -> None:
        if self._page.contents is not None:
            gesture = arranging.tidy(self._page.contents, self._page.zone_in_hand())
            if gesture:
                self._page.carry_out(gesture)

    def _edit(self) -> None:
        self._page.view.edit(self._page.chosen()[0])

    def _choose_all(self) -> None:
        if self._page.contents is not None:
            self._page.choose(tuple(one.id for one in self._page.contents.items))

    def _choose_alike(self, field: str) -> None:
        contents = self._page.contents
        first = next(iter(self._page.chosen()), "")
        for one in contents.items if contents is not None else ():
            if one.id == first and contents is not None:
                self._page.choose(arranging.alike(contents, field, getattr(one, field)))


_GESTURES: dict[str, Callable[..., Gesture]] = {
    "duplicate": arranging.duplicated,
    "remove": arranging.removed,
    "across": arranging.distribute,
    "down": partial(arranging.distribute, is_down=True),
    "same_size": arranging.same_size,
    "group": arranging.grouped,
    "ungroup": arranging.ungrouped,
    "front": arranging.in_front,
    "back": partial(arranging.in_front, is_back=True),
}
_BY_KEYS = {keys: name for name, command in COMMANDS.items() for keys in command.keys} | {
    "Del": "remove",
}
