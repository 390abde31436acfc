"""What the fields of a certificate are called where it is said which of them differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, _

if TYPE_CHECKING:
    from bootcamp_app.features.certificates.differing import Difference

_NAMES = {
    "name": N_("Name"),
    "title": N_("Title"),
    "place": N_("Province"),
    "venue": N_("Venue"),
    "dates": N_("Dates"),
    "role": N_("Role"),
    "organisation": N_("Organisation"),
    "position": N_("Position"),
}


def named(difference: Difference) -> str:
    """Give a field's name, whichever script it is for."""
    begins = difference.field.partition("_")[0]
    return _(_NAMES[begins]) if begins in _NAMES else difference.field


def told(difference: Difference) -> str:
    """Say what was printed and what it would be now."""
    return str(
        Sentence(
            "{field}: {old} → {new}",
            field=named(difference),
            old=difference.old or "–",
            new=difference.new or "–",
        )
    )
