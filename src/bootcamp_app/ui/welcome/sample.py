"""A strip above all pages of the sample: what it is, and the one action that removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.label import restyle

if TYPE_CHECKING:
    from bootcamp_app.ui.workspaces import Workspaces


class SampleBanner(Banner):
    """Asks once, in place, before the sample goes."""

    def __init__(self, workspaces: Workspaces) -> None:
        super().__init__(may_close=False)
        self._workspaces = workspaces
        self.keep = self.add_action(N_("Keep the sample"), self._tell)
        self.remove = self.add_action(N_("Remove the sample"), self._ask)
        self.confirm = self.add_action(N_("Remove everything in it"), self._remove)
        restyle(self.confirm, "kind", "danger")
        self._tell()

    def _tell(self) -> None:
        self.show_text(N_("This is sample data. Try everything: the people are invented."), "info")
        self._offer(is_asking=False)

    def _ask(self) -> None:
        self.show_text(
            N_(
                "Remove the sample with everything in it, also what you added? Your own "
                "bootcamps are other files and stay."
            ),
            "warning",
        )
        self._offer(is_asking=True)
        self.keep.setFocus()

    def _offer(self, *, is_asking: bool) -> None:
        self.remove.setVisible(not is_asking)
        self.keep.setVisible(is_asking)
        self.confirm.setVisible(is_asking)

    def _remove(self) -> None:
        self.hide()
        self._workspaces.remove_sample()
