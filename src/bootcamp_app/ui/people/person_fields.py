"""Fields of a person that are written when somebody leaves them; a wrong one says so in place."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.features.people.values import could_be_email, could_be_phone, disability_of
from bootcamp_app.ui.people.field_words import CHOSEN, TITLES, choices
from bootcamp_app.ui.people.kept_form import KeptForm
from bootcamp_app.ui.people.organisation_field import organisation_field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.desk import Desk

_CLEARED: dict[str, str | None] = {"birth_year": None, "birth_date": None}
_HINTS = {
    "birth_date": N_("Day, month and year, where it is known"),
    "birth_year": N_("Four digits"),
}
_MUST_BE: dict[str, tuple[Callable[[str], bool], str]] = {
    "phone": (
        could_be_phone,
        N_(
            "This is not a phone number. Write 8 to 15 digits, such as 012 345 678; between two "
            "numbers write /."
        ),
    ),
    "email": (
        could_be_email,
        N_("This is not an e-mail address. Write one such as sokha@example.org."),
    ),
}


class PersonFields(KeptForm):
    """Some fields of a person; `written` tells them as `People.change` takes them."""

    def __init__(self, desk: Desk, bootcamp: Bootcamp, names: Sequence[str]) -> None:
        super().__init__()
        self._desk = desk
        self._bootcamp = bootcamp
        self._names = tuple(names)

    def show_details(self, details: Mapping[str, Any]) -> None:
        """Show what is kept now, but where somebody is typing leave that."""
        for name in self._names:
            text = text_of_field(details.get(name))
            if name == "disability":
                text = disability_of(text)
            if name in self._fields:
                self.show_kept(name, text)
            else:
                self._add_one(name, text)

    def _add_one(self, name: str, text: str) -> None:
        if name in CHOSEN:
            self.keep_choice(name, TITLES[name], choices(name, text), text)
        elif name == "organisation":
            self._add_organisation(name, text)
        else:
            self.keep_text(name, TITLES[name], text, _HINTS.get(name, ""))

    def _add_organisation(self, name: str, text: str) -> None:
        line = organisation_field(self._desk, text)
        self.add_own(name, TITLES[name], line, line.text)
        self._kept[name] = text
        line.textChanged.connect(lambda _text: self._changed(name))
        line.taken.connect(lambda _taken: self._leave(name))
        line.editingFinished.connect(partial(self._leave, name))

    def _understood(self, name: str, text: str) -> dict[str, Any]:
        if name in CHOSEN:
            return {name: text}
        if not text:
            return {name: _CLEARED.get(name, "")}
        if name in _MUST_BE and any(map(str.isalnum, text)):
            could_be, sorry = _MUST_BE[name]
            if not could_be(text):
                raise Refusal(sorry)
        today = self._desk.app.clock.now().astimezone(self._bootcamp.zone).date()
        # “-” says nothing: then the field is emptied.
        return nominee_from({name: text}, today).fields or {name: _CLEARED.get(name, "")}


def text_of_field(value: object) -> str:
    """Give what a field shows of what is kept."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value).strip()
