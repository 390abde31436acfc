"""What the colours and kinds of zones are called."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.views import ZONE_COLOURS
from bootcamp_app.features.teams import views as team_colours

COLOUR_WORDS = {**{key: team_colours.COLOUR_WORDS.get(key, key) for key in ZONE_COLOURS},
                "neutral": N_("No colour")}  # fmt: skip
KIND_WORDS = {
    "notes": N_("Notes"),
    "single": N_("One sentence"),
    "draw": N_("A drawing"),
    "cluster": N_("A group of notes with a name"),
    "score": N_("Marks"),
    "table": N_("A table"),
    "sign": N_("Signatures"),
}
