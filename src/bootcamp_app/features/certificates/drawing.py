"""One certificate drawn on paper, as the design says that it was issued with."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.layouts import issued_with
from bootcamp_app.features.certificates.linting import misfits
from bootcamp_app.features.certificates.pages import page_named
from bootcamp_app.features.certificates.plates import plate_of
from bootcamp_app.features.certificates.views import NOT_WHOLE, Design

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.printing.paper import Paper
    from bootcamp_app.printing.units import PageSize

_FIRST_VERSION = 1
_NOT_HERE = N_(
    "The layout that it was issued with has not arrived on this laptop yet. Merge again with the "
    "laptop that issued it."
)


def page_size(design: Design) -> PageSize:
    """Give the paper of a design."""
    return page_named(design.document["page"])


def draw(paper: Paper, certificate: Certificate, design: Design) -> None:
    """Draw one certificate on the page in hand. Raises a Refusal that names it."""
    plate = plate_of(design)
    try:
        values = plate.values(certificate)
        plate.must_have_signs(values)
        plate.draw(paper, values)
    except Refusal as problem:
        raise _cannot_be_printed(certificate, problem) from problem


def design_of(certificate: Certificate, designs: Mapping[str, Design]) -> Design:
    """Give what a certificate is drawn from: its own design, or its layout as it once was.

    Raises a Refusal where that, or a font or picture of it, is not here as yet: the paper would
    not be what others have of the same certificate.
    """
    if not certificate.design_id:
        return _before_designs(certificate.layout)
    held = designs.get(certificate.design_id)
    if held is None:
        raise _cannot_be_printed(certificate, Refusal(_NOT_HERE))
    if not held.is_whole:
        raise _cannot_be_printed(certificate, Refusal(NOT_WHOLE))
    return held


@cache
def _before_designs(name: str) -> Design:
    return Design("", issued_with(name, _FIRST_VERSION))


def must_be_printable(certificates: Iterable[Certificate], designs: Mapping[str, Design]) -> None:
    """Raise a Refusal that names the first certificate that cannot be printed as it should be."""
    for certificate in certificates:
        design = design_of(certificate, designs)
        if found := misfits(design, plate_of(design).values(certificate)):
            sentence = found[0].sentence
            raise _cannot_be_printed(certificate, Refusal(sentence.message, **sentence.values))


def _cannot_be_printed(certificate: Certificate, reason: Refusal) -> Refusal:
    return Refusal(
        "Certificate {serial} cannot be printed. {reason}",
        serial=certificate.serial,
        reason=reason,
    )
