"""As whom this laptop signs certificates, and which organisation stands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.certificates.trusting import fingerprint, name_of
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.files import ask_open, files_with
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding
from bootcamp_app.ui.settings.organisation_dialogs import (
    EndorseDialog,
    NewOrganisationDialog,
    RecoveryDialog,
)
from bootcamp_app.ui.words import say, with_digits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.features.certificates.trusted import TrustList
    from bootcamp_app.features.certificates.trusting import Signing
    from bootcamp_app.features.certificates.views import Issuer
    from bootcamp_app.ui.desk import Desk

_KEYS = (".key", ".json")


class SigningCard(Card):
    """Says what there is, and opens the dialogs that make and use an organisation's key."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.own = Label(wraps=True)
        self.organisation = Label(wraps=True)
        self.others = Label(size="small", tone="muted", wraps=True)
        self.lists = Label(size="small", tone="muted", wraps=True)
        self.answer = Banner()
        self.new = button(N_("New organisation key…"), self.ask_for_new, icon_name="building")
        self.endorse = button(N_("Endorse with a key…"), self.ask_for_key, icon_name="shield")
        super().__init__(
            N_("Signing certificates"),
            self.own,
            self.organisation,
            self.others,
            self.lists,
            holding(Flow(self.new, self.endorse)),
            self.answer,
        )

    def look(self) -> None:
        """Show how it is now."""
        self._desk.tasks.read(self, self._desk.app.trust.signing, self._show, key="signing")

    def ask_for_new(self) -> None:
        """Ask for the names and the passphrase of an organisation."""
        dialog = NewOrganisationDialog(self, self._desk)
        dialog.made.connect(self._made)
        dialog.open()

    def ask_for_key(self) -> None:
        """Ask for the file of an organisation's key, then for its passphrase."""
        ask_open(self, N_("The organisation's key"), [files_with(_KEYS)], self.ask_passphrase)

    def ask_passphrase(self, file: Path) -> None:
        """Ask for the passphrase of a key, and endorse with it."""
        dialog = EndorseDialog(self, self._desk, file)
        dialog.endorsed.connect(self._endorsed)
        dialog.open()

    def _made(self, code: str, name: str) -> None:
        said = Sentence("The key of {name} was made. Endorse this laptop with it.", name=name)
        self.answer.show_text(said, "good")
        RecoveryDialog(self, code).open()

    def _endorsed(self, name: str, new: Sequence[Issuer]) -> None:
        letters = ", ".join(one.letter for one in new)
        self.answer.show_text(
            Sentence("{name} stands for: {letters}", name=name, letters=letters)
            if new
            else Sentence("{name} stands for all of them already.", name=name),
            "good",
        )
        self.look()

    def _show(self, signing: Signing) -> None:
        issuer, ours = signing.issuer, signing.organisation
        if issuer is None:
            say(self.own, N_("This laptop has signed nothing yet; its key is made then."))
        else:
            say(
                self.own,
                Sentence(
                    "Letter {letter}, fingerprint {fingerprint}",
                    letter=issuer.letter,
                    fingerprint=fingerprint(issuer.public_key),
                ),
            )
        if ours is None:
            say(
                self.organisation,
                N_(
                    "No organisation stands for this laptop. Its certificates can be verified all "
                    "the same, by its own trust list."
                ),
            )
        else:
            say(
                self.organisation,
                Sentence(
                    "{name} stands for this laptop. Fingerprint of its key: {fingerprint}",
                    name=ours.name,
                    fingerprint=fingerprint(ours.public_key),
                ),
            )
        self.others.setVisible(bool(signing.others))
        others = Sentence("Others that sign in this workspace: {count}", count=signing.others)
        say(self.others, lambda: with_digits(others))
        self.lists.setVisible(bool(signing.lists))
        say(self.lists, lambda: "\n".join(str(_taken_in(one)) for one in signing.lists))


def _taken_in(held: TrustList) -> Sentence:
    return Sentence(
        "Trusted as well: the list of {name}, made on {day}",
        name=name_of(held),
        day=days_in_words(held.made_at.astimezone().date()),
    )
