"""What a part of a certificate covers on paper, in millimetres: exact, for text is shaped first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.parts.kinds import made
from bootcamp_app.features.certificates.plates import plate_of

if TYPE_CHECKING:
    from bootcamp_app.features.certificates.parts.placed import Part, Values
    from bootcamp_app.features.certificates.views import Design
    from bootcamp_app.printing.shapes import Box


def bounds_of(part: Part, design: Design, values: Values) -> Box:
    """Give the box around what is drawn of a part of this design or of one like it.

    Of what is not seen, such as an empty place or a text that does not fit, it is the place.
    """
    plate = plate_of(design)
    placed = made(part, plate.stock)
    try:
        return placed.covers(plate.in_digits(values)) or placed.room()
    except Refusal:  # a text that does not fit, or a font that cannot be used
        return placed.room()
