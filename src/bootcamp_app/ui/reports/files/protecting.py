"""Whether a file that holds everything is protected, and the passphrase that opens it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from bootcamp_app.core.errors import FieldRefusal
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.storage.encrypted import ENDING, SHORTEST
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from bootcamp_app.ui.kit.form import Form

_PROTECT, _ONCE, _AGAIN = "protect", "passphrase", "again"


class Protecting:
    """Fields of a form: a box to tick, and the passphrase twice, which nothing remembers."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._box = form.add_yes_no(_PROTECT, N_("Protect with a passphrase"), value=False)
        once = form.add_text(
            _ONCE,
            N_("Passphrase"),
            hint=lambda: str(
                Sentence(
                    "At least {count} signs, such as four words. Who forgets it cannot open the "
                    "file; tell it by phone, never in the same e-mail.",
                    count=digits(SHORTEST),
                )
            ),
        )
        again = form.add_text(_AGAIN, N_("The same passphrase once more"))
        self._lines = (once, again)
        for line in self._lines:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        form.changed.connect(self._show)
        self._show()

    @property
    def is_wanted(self) -> bool:
        """Whether the file is to be protected."""
        return self._box.isChecked()

    @property
    def ending(self) -> str:
        """What is added to the name of the file."""
        return ENDING if self.is_wanted else ""

    def passphrase(self) -> str:
        """Give the passphrase, empty where none is wanted; raises a Refusal where it cannot be."""
        if not self.is_wanted:
            return ""
        values = self._form.values()
        if len(values[_ONCE]) < SHORTEST:
            raise self._refused(
                _ONCE,
                FieldRefusal("The passphrase is too short. Take at least {count} signs, such as "
                             "four words.", count=SHORTEST),
            )  # fmt: skip
        if values[_ONCE] != values[_AGAIN]:
            raise self._refused(
                _AGAIN, FieldRefusal("The two passphrases are not the same. Type both once more.")
            )
        return str(values[_ONCE])

    def forget(self) -> None:
        """Leave nothing in the fields."""
        for line in self._lines:
            line.clear()

    def _refused(self, name: str, refusal: FieldRefusal) -> FieldRefusal:
        self._form.refuse(name, refusal.sentence)
        self._form.field(name).setFocus()
        return refusal

    def _show(self) -> None:
        if not self.is_wanted and any(line.text() for line in self._lines):
            self.forget()
        for name in (_ONCE, _AGAIN):
            self._form.show_field(name, is_shown=self.is_wanted)
