"""Which tables of the workspace are handed over, in which order, and which stay and why."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.exports.database import (
    of_boards,
    of_bootcamps,
    of_certificates,
    of_people,
)

TABLES = (*of_bootcamps.TABLES, *of_people.TABLES, *of_certificates.TABLES, *of_boards.TABLES)

_WINDOW = N_("How somebody looks at lists on this laptop; it says nothing of a bootcamp.")
_COPIES = N_("Needed to merge and to undo; a copy of the whole workspace has it.")
_SEARCH = N_("Made anew from the people whenever it is needed.")

LEFT_OUT = {
    "saved_filters": _WINDOW,
    "known_headers": _WINDOW,
    "journal": _COPIES,
    "local_device": _COPIES,
    "seen": _COPIES,
    "search": _SEARCH,
    "search_places": _SEARCH,
    "signing_keys": N_("With it others could sign certificates. It never leaves its laptop."),
}
"""Tables that stay in the workspace, and why; messages of the catalogue."""
