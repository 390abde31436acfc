"""What is wrong with a design for any of several people, each thing said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.certificates.linting import misfits, problems
from bootcamp_app.features.certificates.plates import plate_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.features.certificates.linting import Problem
    from bootcamp_app.features.certificates.views import Certificate, Design


def looked_over(
    design: Design, certificate: Certificate, others: Iterable[Certificate] = ()
) -> list[Problem]:
    """Say what is wrong with one certificate, and what of the others does not fit besides."""
    plate = plate_of(design)
    found = problems(design, plate.values(certificate))
    known = {(one.part_id, one.kind) for one in found}
    for other in others:
        for one in misfits(design, plate.values(other)):
            if (one.part_id, one.kind) not in known:
                known.add((one.part_id, one.kind))
                found.append(one)
    return found
