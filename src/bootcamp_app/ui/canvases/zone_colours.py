"""What zones are coloured, and what colours and kinds are called."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.teams import views as team_colours

ZONE_COLOURS = {
    "blue": "#1F4E9E",
    "green": "#176B3A",
    "yellow": "#7A5B00",
    "orange": "#A8480F",
    "pink": "#B0387A",
    "red": "#A32020",
    "neutral": "#5B6672",
}
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
