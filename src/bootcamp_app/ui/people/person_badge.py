"""The badge of a person."""

from __future__ import annotations

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.badges.rules import spaced
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding


class BadgeCard(Card):
    """The badge of somebody: its code, to print it, or to give a new one for a lost one."""

    replace_wanted = Signal()
    print_wanted = Signal()

    def __init__(self) -> None:
        self.code = Label(wraps=True)
        self.banner = Banner(may_close=False)
        self.replace = button(N_("New badge"), self._ask, icon_name="refresh")
        self.print = button(N_("Print this badge"), self._print, icon_name="printer")
        buttons = holding(Flow(self.print, self.replace))
        self.sure = button(N_("Yes, give a new badge"), self._give, kind="danger")
        self.keep = button(N_("Keep this badge"), self._keep)
        self._question = holding(Flow(self.sure, self.keep))
        super().__init__(N_("Badge code"), self.code, self.banner, self._question, buttons)
        self._buttons = buttons
        self._question.hide()

    def show_code(self, code: str) -> None:
        """Show the code that counts now."""
        self.code.show_data(spaced(code))

    def show_new(self, code: str) -> None:
        """Show a code that has just been given."""
        self.show_code(code)
        self._keep()
        self.banner.show_text(N_("A new badge is given. Print it before the next session."), "good")

    # Signals can be bound only after the parts above are handed to the card.
    def _print(self) -> None:
        self.print_wanted.emit()

    def _give(self) -> None:
        self.replace_wanted.emit()

    def _ask(self) -> None:
        self.banner.show_text(
            N_("Is the badge lost? The old one will be refused at the door from now on."),
            "warning",
        )
        self._question.show()
        self._buttons.hide()
        self.keep.setFocus()

    def _keep(self) -> None:
        self.banner.hide()
        self._question.hide()
        self._buttons.show()
        self.replace.setFocus()
