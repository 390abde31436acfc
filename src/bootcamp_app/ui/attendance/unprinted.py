"""Says that a badge was not printed, and prints it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.banner import Banner

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.attendance.badge_press import BadgePress, Wanted


class Unprinted(Banner):
    """Follows a press; hidden where nothing failed."""

    def __init__(self, press: BadgePress) -> None:
        super().__init__()
        self._press = press
        self._wanted: Wanted | None = None
        self.again = self.add_action(N_("Print again"), self._print_again)
        press.failed.connect(self._show)
        press.printed.connect(self._forget)

    def _show(self, wanted: Wanted, refusal: Refusal) -> None:
        self._wanted = wanted
        said = N_("{name} is registered, but the badge was not printed. {why}")
        self.show_text(
            lambda: _(said).format(name=wanted.person.name, why=refusal.sentence), "warning"
        )

    def _forget(self, wanted: Wanted) -> None:
        if wanted == self._wanted:
            self._wanted = None
            self.hide()

    def _print_again(self) -> None:
        if self._wanted is not None:
            self._press.print_badge(self._wanted)
