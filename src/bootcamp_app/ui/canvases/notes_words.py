"""How many notes fit into the zones of a canvas, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _, ngettext
from bootcamp_app.features.canvases.capacity import capacities, least_paper
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Template


def notes_sentence(template: Template, size: str) -> str:
    """Say how many notes of 76 mm each zone holds on a paper; those that hold as many together."""
    held = capacities(template, size)
    if not held:
        return _("This canvas is for drawing and writing; it needs no notes.")
    if not any(held.values()):
        needed = least_paper(template)
        none = _("At {size} no zone has room for a note of 76 mm.").format(size=size)
        return f"{none} {_on(needed)}" if needed else none
    told = [_zones(template, number, [one for one in held if held[one] == number])
            for number in sorted(set(held.values()), reverse=True)]  # fmt: skip
    begins = _("Notes of 76 mm that fit at {size}:").format(size=size)
    return f"{begins} {' · '.join(told)}"


def _on(paper: str) -> str:
    return _("On {size} each one has.").format(size=paper)


def _zones(template: Template, notes: int, ids: list[str]) -> str:
    """Say of several zones that each holds so many notes."""
    numbers = [digits(at) for at, zone in enumerate(template.zones, 1) if zone.id in ids]
    holds = ngettext("{n} note", "{n} notes", notes).format(n=digits(notes))
    many = ngettext("zone {zones} holds {notes}", "zones {zones} hold {notes} each", len(numbers))
    return many.format(zones=", ".join(numbers), notes=holds)
