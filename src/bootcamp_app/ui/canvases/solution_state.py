"""How far a solution is, as a pill says it: a colour, an icon and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.readiness import AGREED, MISSING, READY, STANDING_WORDS

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.readiness import Standing
    from bootcamp_app.ui.words import Text

_MEANINGS = {MISSING: ("warning", "alert"), READY: ("info", "edit"), AGREED: ("good", "check")}


def state_of(standing: Standing) -> tuple[Text, str, str]:
    """Give words, meaning and icon of a standing; what looks odd is to be looked at first."""
    if standing.kind == READY and standing.odd:
        return (N_("check before signing"), "warning", "eye")
    return (STANDING_WORDS[standing.kind], *_MEANINGS[standing.kind])
