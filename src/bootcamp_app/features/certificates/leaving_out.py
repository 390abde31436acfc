"""Certificates that no paper can show as they should be: named before any page, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.features.certificates.drawing import must_be_printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeVar

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.certificates.views import Certificate, Design

    Answer = TypeVar("Answer")


@dataclass(frozen=True)
class LeftOut:
    """A certificate that is not printed, and why."""

    certificate: Certificate
    why: Sentence


def print_what_fits(
    certificates: Sequence[Certificate],
    designs: Mapping[str, Design],
    printing: Callable[[Sequence[Certificate]], Answer],
) -> tuple[Answer, list[LeftOut]]:
    """Print all, or, where some cannot be printed, all others; give those that were left out."""
    try:
        return printing(certificates), []
    except Cancelled:
        raise
    except Refusal:
        # Looked at one by one only now: it takes as long as printing, and hardly any is too long.
        left_out = not_printable(certificates, designs)
        names = {one.certificate.id for one in left_out}
        rest = [one for one in certificates if one.id not in names]
        if not left_out or not rest:
            raise
        return printing(rest), left_out


def not_printable(
    certificates: Sequence[Certificate], designs: Mapping[str, Design]
) -> list[LeftOut]:
    """Give every certificate that cannot be printed, in their order."""
    found = []
    for one in certificates:
        try:
            must_be_printable([one], designs)
        except Refusal as refusal:
            found.append(LeftOut(one, refusal.sentence))
    return found
