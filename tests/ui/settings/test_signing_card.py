"""Settings: as whom this laptop signs, and the organisation that stands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from bootcamp_app.features.certificates import organisation_keys
from bootcamp_app.features.certificates.trusting import fingerprint
from bootcamp_app.ui.settings.organisation_dialogs import (
    EndorseDialog,
    NewOrganisationDialog,
    RecoveryDialog,
)
from bootcamp_app.ui.settings.signing_card import SigningCard
from tests.features.certificates.trust_lists import (
    PASSPHRASE,
    cheap_keys,
    organisation,
    trust_list,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk

    Settle = Callable[[], None]


@pytest.fixture
def card(desk: Desk, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch) -> SigningCard:
    """The card in front of somebody whose laptop has signed nothing."""
    monkeypatch.setattr(organisation_keys, "_COST", cheap_keys())
    shown = SigningCard(desk)
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    shown.show()
    shown.look()
    settle()
    return shown


def filled(card: SigningCard, again: str = PASSPHRASE) -> NewOrganisationDialog:
    """Give the dialog with the names of a ministry and a passphrase typed twice."""
    card.ask_for_new()
    [dialog] = card.findChildren(NewOrganisationDialog)
    texts = {"name_en": "Ministry", "passphrase": PASSPHRASE, "again": again}
    for name, text in texts.items():
        QTest.keyClicks(dialog.form.field(name), text)
    return dialog


def test_a_laptop_that_signed_nothing_says_so_and_that_nobody_stands_for_it(
    card: SigningCard,
) -> None:
    assert card.own.plain == "This laptop has signed nothing yet; its key is made then."
    assert card.organisation.plain.startswith("No organisation stands for this laptop.")
    assert card.others.isHidden()


def test_lists_that_were_taken_in_are_named_with_their_day(
    card: SigningCard, settle: Settle, desk: Desk
) -> None:
    assert card.lists.isHidden()
    desk.app.trust.take_in(written(trust_list("A", by=organisation())), is_trusted=True)

    card.look()
    settle()

    told = "Trusted as well: the list of ក្រសួង · Ministry, made on 2 March 2026"
    assert (card.lists.isVisible(), card.lists.plain) == (True, told)


def test_days_and_numbers_are_written_as_chosen(
    card: SigningCard, settle: Settle, desk: Desk, choices: Choices
) -> None:
    desk.app.trust.take_in(written(trust_list("A", by=organisation())), is_trusted=True)
    choices.change(language="km", khmer_digits=True)

    card.look()
    settle()

    assert card.lists.plain.endswith("រៀបចំនៅថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៦")


def test_the_dialog_stays_until_the_recovery_code_can_be_shown(
    card: SigningCard, settle: Settle, tmp_path: Path
) -> None:
    dialog = filled(card)
    dialog.make(tmp_path / "ministry.key")

    for _time in range(3):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    still = dialog.isVisible(), dialog.cancel.isEnabled(), dialog.banner.plain
    settle()

    told = "The key is being made. Wait until its recovery code is shown."
    assert still == (True, False, told)
    assert len(card.findChildren(RecoveryDialog)) == 1
    assert (tmp_path / "ministry.key").exists()


def test_the_file_of_a_key_is_asked_for_in_words(
    card: SigningCard, choices: Choices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda _dialog: None)
    choices.change(language="km")

    card.ask_for_key()

    [asked] = card.findChildren(QFileDialog)
    assert asked.nameFilters() == ["ឯកសារ (*.key *.json)"]


def test_a_key_is_made_its_recovery_code_shown_once_and_the_laptop_endorsed_with_it(
    card: SigningCard, settle: Settle, tmp_path: Path, desk: Desk
) -> None:
    key = tmp_path / "ministry.key"
    filled(card).make(key)
    settle()
    [shown] = card.findChildren(RecoveryDialog)
    code = shown.code.plain
    shown.main.click()

    card.ask_passphrase(key)
    [dialog] = card.findChildren(EndorseDialog)
    QTest.keyClicks(dialog.form.field("passphrase"), code)
    dialog.main.click()
    settle()

    own = desk.app.trust.signing().issuer
    assert own is not None
    assert card.answer.plain == "Ministry stands for: A"
    assert card.own.plain == f"Letter A, fingerprint {fingerprint(own.public_key)}"
    assert card.organisation.plain.startswith("Ministry stands for this laptop.")


def test_a_recovery_code_is_not_lost_by_one_escape(card: SigningCard) -> None:
    dialog = RecoveryDialog(card, "ABCDE-FGHIJ")
    dialog.open()

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    after_one = dialog.isVisible(), dialog.banner.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert after_one == (True, True)
    assert not dialog.isVisible()


def test_a_wrong_passphrase_is_said_in_place_and_endorses_nobody(
    card: SigningCard, settle: Settle, tmp_path: Path, desk: Desk
) -> None:
    organisation_keys.make("", "Ministry", PASSPHRASE, tmp_path / "ministry.key")
    card.ask_passphrase(tmp_path / "ministry.key")
    [dialog] = card.findChildren(EndorseDialog)
    QTest.keyClicks(dialog.form.field("passphrase"), "another passphrase")

    dialog.main.click()
    settle()

    assert "does not open this key" in dialog.banner.plain
    assert dialog.main.isEnabled()
    assert desk.app.trust.signing().organisation is None


def test_two_passphrases_that_differ_make_no_key(card: SigningCard) -> None:
    dialog = filled(card, again=PASSPHRASE[:-1])

    dialog.main.click()

    assert dialog.form.refusal("again") == "This is not the same. Type both once more."


def test_a_short_passphrase_is_said_in_place(
    card: SigningCard, settle: Settle, tmp_path: Path
) -> None:
    card.ask_for_new()
    [dialog] = card.findChildren(NewOrganisationDialog)
    for name in ("name_en", "passphrase", "again"):
        QTest.keyClicks(dialog.form.field(name), "short")

    dialog.make(tmp_path / "k.key")
    settle()

    assert "at least 12 signs" in dialog.banner.plain
    assert not (tmp_path / "k.key").exists()


def test_nothing_that_is_typed_as_a_passphrase_can_be_seen(
    card: SigningCard, tmp_path: Path
) -> None:
    card.ask_for_new()
    card.ask_passphrase(tmp_path / "ministry.key")
    [new] = card.findChildren(NewOrganisationDialog)
    [endorse] = card.findChildren(EndorseDialog)

    fields = [new.form.field("passphrase"), new.form.field("again"),
              endorse.form.field("passphrase")]  # fmt: skip
    modes = [one.echoMode() for one in fields if isinstance(one, QLineEdit)]
    assert modes == [QLineEdit.EchoMode.Password] * 3
