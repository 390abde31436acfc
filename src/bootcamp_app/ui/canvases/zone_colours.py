"""What zones are coloured, and what colours and kinds are called."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_

ZONE_COLOURS = {
    "blue": "#1F4E9E",
    "green": "#176B3A",
    "yellow": "#7A5B00",
    "orange": "#A8480F",
    "pink": "#B0387A",
    "red": "#A32020",
    "neutral": "#5B6672",
}
COLOUR_WORDS = {
    "blue": N_("blue"),
    "green": N_("green"),
    "yellow": N_("yellow"),
    "orange": N_("orange"),
    "pink": N_("pink"),
    "red": N_("red"),
    "neutral": N_("grey"),
}
KIND_WORDS = {
    "notes": N_("Notes"),
    "single": N_("One sentence"),
    "draw": N_("A drawing"),
    "cluster": N_("A group of notes with a name"),
    "score": N_("Marks"),
    "table": N_("A table"),
    "sign": N_("Signatures"),
}
