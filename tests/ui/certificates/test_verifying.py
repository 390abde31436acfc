"""Verifying in the window: by camera, from files, pasted, and with the lists of others."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton

from bootcamp_app.core.i18n import LANGUAGES
from bootcamp_app.features.badges.rules import new_code
from bootcamp_app.features.certificates import trust
from bootcamp_app.features.certificates.checking import check
from bootcamp_app.features.certificates.trust_codes import codes
from bootcamp_app.features.certificates.views import REASONS, Record, Verification
from bootcamp_app.ui.certificates.verdict_panel import STATES, VerdictLine, VerdictPanel, number_of
from bootcamp_app.ui.certificates.verify_lists import TrustDialog
from bootcamp_app.ui.certificates.verify_words import VERIFY
from bootcamp_app.ui.certificates.verifying import VerifyCard
from bootcamp_app.ui.kit.camera_words import Condition
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.words import in_words, tongue
from tests.features.certificates.trust_lists import (
    MADE_AT,
    code,
    organisation,
    picture_of,
    record,
    revoking,
    superseding,
    trust_list,
    written,
)
from tests.ui.camera_source import Shelf, frame_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.camera_reader import Seen

    Settle = Callable[[], None]

LIST = trust_list("A", by=organisation())


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> VerifyCard:
    """The card, in a workspace that trusts the laptop A of a ministry."""
    desk.app.trust.take_in(written(LIST), is_trusted=True)
    shown = VerifyCard(desk)
    qtbot.addWidget(shown)
    shown.resize(1000, 800)
    shown.show()
    return shown


@pytest.fixture
def shelf(card: VerifyCard, settle: Settle) -> Shelf:
    """A camera that is in use."""
    made = Shelf("USB Camera")
    card.camera.camera.load = lambda: made  # type: ignore[assignment,return-value]
    card.camera.switch.setChecked(True)
    settle()
    return made


@pytest.fixture
def hold_up(shelf: Shelf, card: VerifyCard, qtbot: QtBot, settle: Settle) -> Callable[[str], None]:
    """Holds a code into the camera and waits until it was looked at."""
    seen: list[Seen] = []
    card.camera.camera.seen.connect(seen.append)

    def hold(text: str) -> None:
        before = len(seen)
        shelf.made[0].show(frame_of(picture_of(text)))
        qtbot.waitUntil(lambda: len(seen) > before)
        settle()

    return hold


def shown_reasons(card: VerifyCard) -> list[str]:
    return [one.verification.reason for one in card.verdicts]


def values(card: VerifyCard) -> list[str]:
    [panel] = card.verdicts
    return [one.plain for one in panel.values]


def test_a_code_held_into_the_camera_is_verified(
    card: VerifyCard, hold_up: Callable[[str], None]
) -> None:
    hold_up(code())

    assert shown_reasons(card) == ["valid"]
    assert values(card) == [
        "ចាន់ ស្រីនាង",
        "Chan Sreyneang",
        "Civic Bootcamp",
        "1 March 2026",
        "KMP26-A-00001-K",
    ]
    assert "ក្រសួង · Ministry" in card.verdicts[0].answer.plain


def test_what_nobody_is_known_to_have_signed_is_said_by_the_code_only(card: VerifyCard) -> None:
    told = {}
    for reason in ("valid", "altered", "unknown_issuer"):
        line = VerdictLine(Verification(reason, record()))
        told[reason] = [one.plain for one in line.findChildren(Label)][-1]

    del card
    assert not told["valid"].startswith("The code says:")
    assert told["altered"].startswith("The code says: ចាន់ ស្រីនាង")
    assert told["unknown_issuer"] == told["altered"]


def test_only_one_button_of_the_page_is_a_main_one(card: VerifyCard) -> None:
    mains = [one for one in card.findChildren(QPushButton) if one.property("kind") == "main"]

    assert mains == []


def test_camera_and_paste_stand_on_one_line(card: VerifyCard, settle: Settle) -> None:
    settle()
    spans = [
        (one.geometry().top(), one.geometry().bottom()) for one in (card.camera.switch, card.paste)
    ]

    assert spans[0] == spans[1]


def test_a_list_that_names_one_laptop_says_so_in_the_singular(
    card: VerifyCard, choices: Choices
) -> None:
    dialog = TrustDialog(card, trust_list("A", by=organisation()))
    texts = [one.plain for one in dialog.findChildren(Label)]
    choices.change(language="km", khmer_digits=True)
    khmer = [one.plain for one in dialog.findChildren(Label)]

    assert "Made on 2 March 2026; it names 1 laptop that signs." in texts
    (made,) = [one for one in khmer if "រៀបចំនៅថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៦" in one]
    assert "ចំនួន ១" in made


def test_another_code_in_the_camera_is_said_to_be_none(
    card: VerifyCard, hold_up: Callable[[str], None]
) -> None:
    hold_up("https://example.org")

    assert card.verdicts == []
    assert card.camera.words.plain == "This code is no certificate's."


def test_a_list_of_several_codes_is_taken_in_by_camera_after_a_person_agreed(
    card: VerifyCard, hold_up: Callable[[str], None], settle: Settle, desk: Desk
) -> None:
    held = trust_list("C", "D", by=organisation("Council"))
    parts = codes(written(revoking(held, *(code("C", at) for at in range(9))), "C"))
    assert len(parts) > 1

    for part in parts:
        hold_up(part)
    asked = card.lists.asked
    assert asked is not None
    assert desk.app.trust.check(code("C", 20)).reason == "unknown_issuer"
    asked.main.click()
    settle()

    assert card.banner.plain == "The list of ក្រសួង · Council, made on 2 March 2026, was taken in."
    assert desk.app.trust.check(code("C", 20)).reason == "valid"


def test_without_its_part_for_cameras_the_card_says_to_use_a_photo(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "bootcamp_app.ui.kit.cameras", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)

    told = VERIFY.load()

    assert isinstance(told, Condition)
    assert in_words(told.text).endswith("Install the program again, or use a photo.")


def test_a_pasted_text_a_picture_and_a_file_are_verified(
    card: VerifyCard, settle: Settle, tmp_path: Path
) -> None:
    Image.fromarray(picture_of(code())).save(tmp_path / "photo.png")
    pixels = picture_of(code())
    image = QImage(pixels.tobytes(), 1280, 720, 1280, QImage.Format.Format_Grayscale8)
    file = QMimeData()
    file.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.png"))])
    clipboard = QGuiApplication.clipboard()

    copies: list[Callable[[], object]] = [
        lambda: clipboard.setText(f" {code()}\n"),
        lambda: clipboard.setImage(image.copy()),
        lambda: clipboard.setMimeData(file),
    ]

    for copy in copies:
        copy()
        card.paste.click()
        settle()
        assert shown_reasons(card) == ["valid"]
        card.check_text("hello")
        settle()


def test_with_nothing_copied_it_is_said_what_to_copy(card: VerifyCard) -> None:
    QGuiApplication.clipboard().setText(" ")

    card.paste.click()

    assert "Nothing that can be checked was copied" in card.banner.plain


def test_a_photo_of_a_trust_list_is_no_certificate_and_says_where_it_belongs(
    card: VerifyCard, settle: Settle, tmp_path: Path
) -> None:
    Image.fromarray(picture_of(codes(written(trust_list("A")))[0])).save(tmp_path / "list.png")

    card.check_file(tmp_path / "list.png")
    settle()

    assert card.verdicts == []
    assert "This is a trust list" in card.banner.plain


def test_a_list_is_saved_and_taken_in_again_as_a_file_and_as_a_page(
    card: VerifyCard, settle: Settle, tmp_path: Path, desk: Desk
) -> None:
    for target, save in ((tmp_path / "l.json", card.lists.save),
                         (tmp_path / "l.pdf", card.lists.print_codes)):  # fmt: skip
        save(target)
        settle()
        assert card.banner.plain == f"Saved as “{target.name}”."
        card.lists.take_in_file(target)
        settle()
        assert card.lists.asked is None
        assert "The list of A, made on 2 March 2026" in card.banner.plain
    assert len(desk.app.trust.lists()) == 3


def test_the_verification_page_is_made_with_the_list_inside(
    card: VerifyCard, settle: Settle, tmp_path: Path, desk: Desk
) -> None:
    card.handing.action("page").trigger()
    dialog = card.window().findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "html"
    dialog.fileSelected.emit(str(tmp_path / "verify.html"))
    settle()

    assert card.banner.plain == "Saved as “verify.html”."
    page = (tmp_path / "verify.html").read_text("utf-8")
    [inside] = re.findall(r'<script[^>]*id="trust-data"[^>]*>(.*?)</script>', page, re.DOTALL)
    held = trust.read(inside)
    own = desk.app.trust.signing().issuer
    assert own is not None
    assert [one.issuer for one in held.issuers] == [own]


def test_the_verification_page_where_nothing_can_lie_is_refused_in_place(
    card: VerifyCard, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    card.lists.make_page(tmp_path / "file" / "verify.html")
    settle()

    assert "“verify.html” could not be written" in card.banner.plain


def test_a_badge_that_a_scanner_types_is_said_to_be_none(card: VerifyCard, settle: Settle) -> None:
    card.field.setText(new_code())
    card.field.returnPressed.emit()
    settle()

    assert shown_reasons(card) == ["not_a_certificate"]
    assert "It is a badge: it says who somebody is" in card.verdicts[0].answer.plain


def test_below_a_verdict_days_are_words_and_turn_with_the_language(card: VerifyCard) -> None:
    later = replace(superseding(LIST, code(number=2), 2), made_at=MADE_AT - timedelta(days=14))
    old = check(code(), [trust.read(written(later))], MADE_AT + timedelta(days=50))
    panel = VerdictPanel(old)
    card._results.addWidget(panel)

    assert "The list is 64 days old, made on 16 February 2026." in panel.answer.plain
    tongue.has_khmer_digits = True
    tongue.turn("km")
    assert "អាយុ ៦៤ ថ្ងៃ រៀបចំនៅថ្ងៃទី១៦ ខែកុម្ភៈ ឆ្នាំ២០២៦។" in panel.answer.plain


def test_a_list_that_was_taken_in_is_named_with_its_day_in_words(
    card: VerifyCard, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "list.json").write_text(written(replace(LIST, sequence=2)), "utf-8")
    card.lists.take_in_file(tmp_path / "list.json")
    settle()

    assert "made on 2 March 2026, was taken in." in card.banner.plain
    tongue.turn("km")
    assert "រៀបចំនៅថ្ងៃទី2 ខែមីនា ឆ្នាំ2026។" in card.banner.plain


def test_a_file_that_is_no_list_is_refused_in_place(
    card: VerifyCard, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "other.json").write_text("{}", "utf-8")

    card.check_file(tmp_path / "other.json")
    settle()

    assert "This is no trust list" in card.banner.plain


def test_many_certificates_are_counted_and_those_that_do_not_hold_come_first(
    card: VerifyCard, settle: Settle
) -> None:
    bad = Verification("altered", record(9))
    card._show([Verification("valid", record(at)) for at in range(50)] + [bad])
    settle()

    told = [one.plain for one in card.findChildren(Label)]
    lines = card.findChildren(VerdictLine)
    assert "50 of 51 certificates are genuine." in told
    assert len(lines) == 40
    assert record(9).serial in lines[0].findChildren(Label)[-1].plain
    assert "… and 11 more that are genuine or alike" in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS)
def test_every_state_has_colour_icon_and_words_of_its_own(
    qtbot: QtBot, reason: str, language: str
) -> None:
    tongue.turn(language)
    panel = VerdictPanel(Verification(reason, record(revision=2), by_revision=3))
    qtbot.addWidget(panel)

    assert panel.answer.property("meaning") == STATES[reason].meaning
    assert panel.answer.plain
    assert panel.advice.plain
    assert len({(state.meaning, state.icon) for state in STATES.values()}) == len(REASONS)


@pytest.mark.parametrize("reason", ["altered", "unknown_issuer"])
def test_what_nobody_signed_is_shown_as_a_claim_and_never_large(qtbot: QtBot, reason: str) -> None:
    panel = VerdictPanel(Verification(reason, record()))
    qtbot.addWidget(panel)

    assert panel.values == []
    assert "Chan Sreyneang" not in panel.answer.plain
    assert any(
        one.plain.startswith("The code says: ") and "Chan Sreyneang" in one.plain
        for one in panel.findChildren(Label)
    )


def test_a_corrected_and_a_revoked_certificate_say_so(
    card: VerifyCard, desk: Desk, settle: Settle
) -> None:
    later = superseding(replace(revoking(LIST, code(number=2)), sequence=5), code(), 2)
    desk.app.trust.take_in(written(later))

    for text, reason in ((code(), "superseded"), (code(number=2), "revoked")):
        card.check_text(text)
        settle()
        assert shown_reasons(card) == [reason]


def test_a_later_revision_shows_its_number_as_it_is_printed() -> None:
    assert number_of(record(revision=2)) == "KMP26-A-00001-K · 2"
    assert number_of(Record("K", "", "", "", record().issued_on)) == "K"
