"""People on the clipboard, with the phones to call them: a line each, for a sheet or a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from bootcamp_app.core.i18n import ngettext
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.people.views import Participant


def copy_people(people: Sequence[Participant]) -> Callable[[], str]:
    """Put names and phones on the clipboard and give what to say about it."""
    QGuiApplication.clipboard().setText("\n".join(map(_line, people)))
    number = len(people)
    return lambda: _copied(number)


def _line(one: Participant) -> str:
    # Phones stay in the digits that a telephone takes.
    return "\t".join((one.name_km or one.name_en, one.name_en, one.phone))


def _copied(number: int) -> str:
    return ngettext("Copied: {n} person", "Copied: {n} people", number).format(n=digits(number))
