"""The form of one person: what may be said of them, and what is wrong with it, in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.people.field_words import TITLES, choices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bootcamp_app.features.people.nominees import Nominee

_FIELDS = (
    "name_km", "name_en", "sex", "birth_year", "organisation", "position", "sector", "province",
    "phone", "email", "status",
)  # fmt: skip
_CHOSEN = ("sex", "sector", "province", "status")
_NEW = {"sex": "not_stated", "sector": "not_stated", "status": "confirmed"}


class PersonForm(Form):
    """Takes some fields of somebody new."""

    def __init__(self, fields: Sequence[str] = _FIELDS) -> None:
        super().__init__()
        for name in fields:
            value = _NEW.get(name, "")
            if name in _CHOSEN:
                self.add_choice(name, TITLES[name], choices(name, value), value)
            else:
                self.add_text(name, TITLES[name], value)

    def understood(self, today: date) -> Nominee | None:
        """Give what the form says; where something is wrong, say so at its field."""
        return self._read(self._texts(), today)

    def place(self, refusal: Refusal) -> bool:
        """Show a refusal of the service at the names, where there is none; say whether it was."""
        texts = self._texts()
        if texts["name_km"] or texts["name_en"]:
            return False
        self.refuse("name_km", refusal.sentence)
        return True

    def _texts(self) -> dict[str, str]:
        return {name: _text(value) for name, value in self.values().items()}

    def _read(self, texts: Mapping[str, str], today: date) -> Nominee | None:
        self.clear_refusals()
        is_right = True
        for name, text in texts.items():
            try:
                nominee_from({name: text}, today)
            except Refusal as refusal:
                self.refuse(name, refusal.sentence)
                is_right = False
        return nominee_from(texts, today) if is_right else None


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
