"""What can be written of a template, and of one zone of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.checking import (
    BOTTOM,
    LEAST_HEIGHT,
    LEAST_MINUTES,
    LEAST_WIDTH,
    LEFT,
    MOST_MINUTES,
    RIGHT,
    TOP,
)
from bootcamp_app.features.canvases.phases import PHASES
from bootcamp_app.features.canvases.views import Words
from bootcamp_app.ui.canvases.zone_colours import COLOUR_WORDS, KIND_WORDS
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Template, Zone

_PLACES = {
    "x": (N_("From the left, mm"), LEFT, RIGHT),
    "top": (N_("From above, mm"), TOP, BOTTOM),
    "width": (N_("Width, mm"), LEAST_WIDTH, RIGHT - LEFT),
    "height": (N_("Height, mm"), LEAST_HEIGHT, BOTTOM - TOP),
}


class TemplateForm(Form):
    """The words of a template, its phase and how long it takes."""

    def __init__(self, template: Template) -> None:
        super().__init__()
        self.add_text("title_km", N_("Title in Khmer"), template.title.km)
        self.add_text("title_en", N_("Title in English"), template.title.en)
        self.add_text("purpose_km", N_("What it is for, in Khmer"), template.purpose.km)
        self.add_text("purpose_en", N_("What it is for, in English"), template.purpose.en)
        with self.one_line():
            phases = [(key, partial(_phase, key)) for key in PHASES]
            self.add_choice("phase", N_("Phase"), phases, template.phase)
            self.add_number("minutes", N_("Minutes"), template.minutes, LEAST_MINUTES, MOST_MINUTES)

    def written(self, template: Template) -> Template:
        """Give a template with what is written."""
        held = self.values()
        return replace(
            template,
            title=Words(held["title_en"].strip(), held["title_km"].strip()),
            purpose=Words(held["purpose_en"].strip(), held["purpose_km"].strip()),
            phase=held["phase"],
            minutes=held["minutes"],
        )


class ZoneForm(Form):
    """The words of a zone, what it is for, and where it lies."""

    def __init__(self, zone: Zone) -> None:
        super().__init__()
        self._zone = zone
        self.add_text("title_km", N_("Zone title in Khmer"), zone.title.km)
        self.add_text("title_en", N_("Zone title in English"), zone.title.en)
        self.add_text("prompt_km", N_("What it asks, in Khmer"), zone.prompt.km)
        self.add_text("prompt_en", N_("What it asks, in English"), zone.prompt.en)
        with self.one_line():
            self.add_choice("kind", N_("What goes in"), list(KIND_WORDS.items()), zone.kind)
            self.add_choice("colour", N_("Colour"), list(COLOUR_WORDS.items()), zone.colour)
        for pair in (("x", "top"), ("width", "height")):
            with self.one_line():
                for name in pair:
                    label, least, most = _PLACES[name]
                    place = round(getattr(zone, name))
                    self.add_number(name, label, place, int(least), int(most))
        self._before = self.values()

    def written(self, zone: Zone) -> Zone:
        """Give a zone with what is written; a place that nobody touched stays as it is."""
        held = self.values()
        touched = (name for name in _PLACES if held[name] != self._before[name])
        places: dict[str, Any] = {name: float(held[name]) for name in touched}
        return replace(
            zone,
            title=Words(held["title_en"].strip(), held["title_km"].strip()),
            prompt=Words(held["prompt_en"].strip(), held["prompt_km"].strip()),
            kind=held["kind"],
            colour=held["colour"],
            **places,
        )


def _phase(key: str) -> str:
    return str(PHASES[key])
