"""Two people who may be one: why, field by field, and what can be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.people.merge_fields import MergeFields
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from bootcamp_app.features.people.comparing import Comparison
    from bootcamp_app.features.people.likeness import Likeness

STRENGTHS = {"strong": N_("Very likely"), "likely": N_("Likely"), "weak": N_("Perhaps")}
MEANINGS = {"strong": "good", "likely": "info", "weak": ""}


class MergeCard(Card):
    """Shows a comparison and lets a person decide."""

    merge_wanted = Signal()
    apart_wanted = Signal()
    later_wanted = Signal()

    def __init__(self) -> None:
        self.strength = Pill()
        self.reasons = Label(tone="muted", wraps=True)
        self.fields = MergeFields()
        why = row(self.strength, self.reasons, gap=12)
        why.setStretch(1, 1)
        self.merge = button(
            N_("They are one person: merge"), lambda: self.merge_wanted.emit(), kind="main",
            icon_name="users",
        )  # fmt: skip
        self.apart = button(N_("They are two people"), lambda: self.apart_wanted.emit())
        self.later = button(N_("Decide later"), lambda: self.later_wanted.emit(), kind="quiet")
        self._buttons = (self.merge, self.apart, self.later)
        # Above the fields, so that they are in sight however much is known of the two.
        super().__init__("", why, holding(Flow(*self._buttons)), self.fields, gap=16)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show two others; who may not be merged as they are cannot be."""
        self.fields.show_comparison(comparison)
        self._show_likeness(comparison.likeness)
        self.wait(is_waiting=False)
        self.merge.setEnabled(comparison.obstacle is None)

    def wait(self, *, is_waiting: bool) -> None:
        """Take no decision while the last one is being written."""
        for made in self._buttons:
            made.setEnabled(not is_waiting)

    def _show_likeness(self, likeness: Likeness | None) -> None:
        self.strength.setVisible(likeness is not None)
        if likeness is None:
            say(self.reasons, N_("Nothing says that these two are one. Look closely."))
            return
        self.strength.show_state(STRENGTHS[likeness.strength], MEANINGS[likeness.strength])
        say(self.reasons, lambda: why_of(likeness))


def why_of(likeness: Likeness) -> str:
    """Give what speaks for and against it, in a line."""
    return " · ".join(map(str, likeness.reasons))
