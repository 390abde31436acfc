"""Which certificates are wanted on paper, and in what order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.piles import FILES, ORDERS
from bootcamp_app.features.certificates.prints import Wish
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.kit.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Collection

    from bootcamp_app.ui.words import Text

ALL, CHOSEN, NOT_PRINTED = "all", "chosen", "not_printed"
_WHICH: dict[str, Text] = {
    ALL: N_("All certificates"),
    NOT_PRINTED: N_("Not printed yet"),
}
_NEEDED = 620


class PrintChoices(QWidget):
    """Offers which, in what order, and several files instead of one."""

    changed = Signal()
    files_wanted = Signal(str)
    """Several files are wanted, each for one of `FILES`."""

    def __init__(self) -> None:
        super().__init__()
        self._only: Collection[str] = ()
        first, second, third = Form(), Form(), Form()
        self.which = first.add_choice("which", N_("Which certificates"), list(_WHICH.items()))
        self.order = second.add_choice("order", N_("In the order of"), list(ORDERS.items()))
        self.files = MenuButton(N_("Save as several files"), "save")
        for key, text in FILES.items():
            self.files.offer(key, text, partial(self.files_wanted.emit, key))
        third.add_own("files", N_("To hand on"), self.files, lambda: None)
        self.setLayout(row(SideBySide(first, second, third, needed=_NEEDED)))
        for form in (first, second):
            form.changed.connect(self.changed)

    def begin(self, only: Collection[str]) -> None:
        """Offer these people first, by participation id, where there are any."""
        self._only = only
        chosen: list[tuple[str, Text]] = [(CHOSEN, N_("The people who were marked"))]
        self.which.offer([*(chosen if only else []), *_WHICH.items()], CHOSEN if only else ALL)

    @property
    def wish(self) -> Wish:
        """What is wanted now."""
        which = self.which.key
        only = self._only if which == CHOSEN else ()
        return Wish(only, self.order.key, not_printed=which == NOT_PRINTED)
