"""The catalogue of canvases: one JSON file each in `resources/canvases`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.catalogue import documents
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.views import Template, Words, Zone

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def templates() -> dict[str, Template]:
    """Give every template by its id, in the order in which a bootcamp comes to them."""
    found = (template_from(name, held) for name, held in documents("canvases").items())
    return {one.id: one for one in sorted(found, key=lambda one: (one.phase, one.place, one.id))}


def template(name: str) -> Template:
    """Give one template, or refuse with the names of those that there are."""
    if name not in templates():
        raise Refusal(
            "There is no canvas “{name}”. Choose one of: {names}.",
            name=name,
            names=", ".join(sorted(templates())),
        )
    return templates()[name]


def document_of(name: str) -> dict[str, Any]:
    """Give a template as its file has it; raises a Refusal where there is none."""
    return documents("canvases")[template(name).id]


def template_from(name: str, held: Mapping[str, Any]) -> Template:
    """Give the template that a document of `resources/canvases` or of a board says."""
    return Template(
        id=name,
        version=held["version"],
        phase=held["phase"],
        title=Words(**held["title"]),
        purpose=Words(**held["purpose"]),
        credit=Words(**held["credit"]),
        minutes=held["minutes"],
        zones=tuple(_zone(zone) for zone in held["zones"]),
        place=held.get("place", 0),
    )


def own_template(name: str, held: Mapping[str, Any]) -> Template:
    """Give the template that a document which somebody made here says."""
    return replace(template_from(name, held), is_own=True)


def document_from(template: Template) -> dict[str, Any]:
    """Give the document of a template, as its file would have it."""
    return {
        "version": template.version,
        "phase": template.phase,
        "minutes": template.minutes,
        "title": vars(template.title),
        "purpose": vars(template.purpose),
        "credit": vars(template.credit),
        "zones": [_held(zone) for zone in template.zones],
    }


def _held(zone: Zone) -> dict[str, Any]:
    carried = {"from": zone.source} if zone.source else {}
    return {
        "id": zone.id,
        "title": vars(zone.title),
        "prompt": vars(zone.prompt),
        "kind": zone.kind,
        "colour": zone.colour,
        "rect": [zone.x, zone.top, zone.width, zone.height],
        **carried,
    }


def _zone(held: Mapping[str, Any]) -> Zone:
    x, top, width, height = held["rect"]
    return Zone(
        id=held["id"],
        title=Words(**held["title"]),
        prompt=Words(**held["prompt"]),
        colour=held["colour"],
        kind=held["kind"],
        x=x,
        top=top,
        width=width,
        height=height,
        source=held.get("from", ""),
    )
