"""A certificate to look at before it is issued: no serial, no code, kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.designs import must_be_whole
from bootcamp_app.features.certificates.drawing import must_be_printable
from bootcamp_app.features.certificates.foreseeing import must_hold
from bootcamp_app.features.certificates.layouts import DEFAULT_LAYOUT
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.certificates.records import NamesTooLong, must_fit
from bootcamp_app.features.certificates.views import Certificate
from bootcamp_app.features.certificates.wording import NOT_ISSUED, printed_values, record_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Design, Entitlement


def not_issued(
    as_it_stands: Entitlement, bootcamp: Bootcamp, today: date, design: Design | None = None
) -> Certificate:
    """Give a certificate as it would be issued, with words instead of a serial and no code."""
    participant = as_it_stands.participant
    shown = Certificate(
        id="",
        serial=NOT_ISSUED,
        participation_id=participant.participation_id,
        issued_on=today,
        layout=DEFAULT_LAYOUT,
        record="",
        printed=printed_values(participant, bootcamp, as_it_stands.sessions, today),
        design_id=design.id if design else "",
    )
    if design:
        must_be_whole(design)
        must_hold(design, shown.printed)
    try:
        must_fit(record_of(participant, bootcamp, today))
        must_be_printable([shown], {design.id: design} if design else {})
    except NamesTooLong:
        raise
    except Refusal as problem:
        raise Refusal(
            "This certificate cannot be shown: the name is too long, or has signs that no font "
            "has. Correct the name in People."
        ) from problem
    return shown


def write(
    certificate: Certificate, bootcamp: Bootcamp, target: Path, design: Design | None = None
) -> None:
    """Write one certificate as a PDF, issued or not."""
    designs = {design.id: design} if design else {}
    print_batch([certificate], bootcamp, target, lambda done, of: None, designs)  # noqa: ARG005
