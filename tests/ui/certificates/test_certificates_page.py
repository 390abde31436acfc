"""Certificates: issued, looked at, printed, revoked and checked on their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from shiboken6 import isValid

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.badges.views import BadgeReplaced
from bootcamp_app.features.certificates.views import CertificatesIssued
from bootcamp_app.ui.activity import Activity
from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
from bootcamp_app.ui.certificates.issuing import IssueDialog
from bootcamp_app.ui.certificates.revoking import RevokeDialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import in_words
from tests import desk as room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.certificates.standing import Standing
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests.clock import FakeClock

    Settle = Callable[[], None]

ATTENDED = 6


@pytest.fixture
def camp(day: room.Desk) -> room.Desk:
    """The bootcamp when it is over: six of nine people came to every session."""
    guests = [day.guest(one) for one in day.people()]
    for session in day.sessions:
        for guest in guests[:ATTENDED]:
            day.scan(guest.badge, session, session.starts_at)
    return day


@pytest.fixture
def page(camp: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> CertificatesPage:
    """The page in front of the facilitator."""
    del camp
    shown = CertificatesPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 900)
    shown.show()
    shown.came_to_front()
    settle()
    return shown


def test_a_session_without_a_record_is_named_beside_the_rule(
    day: room.Desk, desk: Desk, clock: FakeClock, qtbot: QtBot, settle: Settle
) -> None:
    first, second, *_later = day.sessions
    day.scan(day.guest(day.people()[0]).badge, first, first.starts_at)
    clock.forward(days=(second.ends_at.date() - first.starts_at.date()).days, minutes=12 * 60)
    page = CertificatesPage(desk)
    qtbot.addWidget(page)
    page.came_to_front()
    settle()
    before = page.rule.text()

    day.app.agenda.change(second, {"counts": False})
    page.reload()
    settle()

    assert f"Nobody is recorded at “{second.title}”" in before
    assert "Nobody is recorded" not in page.rule.text()


def press(inside: object, text: str) -> None:
    found = [one for one in inside.findChildren(QPushButton) if one.text() == text]  # type: ignore[attr-defined]
    assert len(found) == 1
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def issue(page: CertificatesPage, settle: Settle) -> None:
    """Issue to everybody who has earned one, after the look at what that does."""
    page.issue()
    settle()
    dialog = page.findChild(IssueDialog)
    assert dialog is not None
    dialog.main.click()
    settle()


def cells(page: CertificatesPage, column: int) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def choose(page: CertificatesPage, name: str) -> None:
    row = cells(page, 1).index(name)
    page.table.setCurrentIndex(page.table.model().index(row, 0))


def chosen(page: CertificatesPage) -> Standing:
    assert page.side.standing is not None
    return page.side.standing


def toasts(page: CertificatesPage) -> list[str]:
    told: list[str] = []
    page.said.connect(lambda text, _act: told.append(in_words(text)))
    return told


def words_in(path: Path | None) -> str:
    assert path is not None
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    finally:
        document.close()


def pages_of(path: Path | None) -> int:
    assert path is not None
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_who_is_marked_present_by_hand_has_earned_one_at_once(
    page: CertificatesPage, camp: room.Desk, qtbot: QtBot
) -> None:
    missing = camp.people()[ATTENDED].participation_id
    before = page.subtitle.plain

    for session in camp.sessions:
        camp.app.states.set(session, [missing], Mark("present"))

    qtbot.waitUntil(lambda: page.subtitle.plain == before.replace("6 of 9", "7 of 9"))
    assert page.subtitle.plain != before


def test_everybody_is_listed_with_what_they_have_earned(page: CertificatesPage) -> None:
    assert sorted(cells(page, 2)) == ["earned"] * 6 + ["not earned"] * 3
    assert page.subtitle.plain == "6 of 9 have earned a certificate · 0 issued"


def test_whoever_has_not_earned_one_is_told_why(page: CertificatesPage) -> None:
    whys = cells(page, 3)

    assert sorted(set(whys)) == ["", "Attended 0 of 6 sessions; at least 5 needed."]


def test_issuing_says_how_many_were_issued_and_how_many_have_not_earned_one(
    page: CertificatesPage, settle: Settle
) -> None:
    told = toasts(page)

    issue(page, settle)

    assert told == ["6 certificates were issued. 3 people have not earned one."]
    assert sorted(cells(page, 2)) == ["issued"] * 6 + ["not earned"] * 3


def test_issuing_twice_issues_nothing_more(
    page: CertificatesPage, camp: room.Desk, settle: Settle
) -> None:
    issue(page, settle)
    press(page, "Issue certificates")
    settle()

    (again,) = [one for one in page.findChildren(IssueDialog) if one.isVisible()]
    assert again.count.plain == "Nobody gets a certificate now."
    assert not again.main.isEnabled()
    assert len(camp.app.certificates.known(camp.bootcamp)) == ATTENDED


def test_issued_certificates_are_printed_one_page_each(
    page: CertificatesPage, settle: Settle
) -> None:
    issue(page, settle)
    press(page, "Print certificates")
    settle()

    assert pages_of(page.batch.paper.file) == ATTENDED


def test_what_is_saved_is_what_was_shown(
    page: CertificatesPage, settle: Settle, tmp_path: Path
) -> None:
    issue(page, settle)
    page.print_all()
    settle()
    told = toasts(page)

    page.batch.paper.save_to(tmp_path / "all")
    settle()

    shown = page.batch.paper.file
    assert shown is not None
    assert (tmp_path / "all.pdf").read_bytes() == shown.read_bytes()
    assert told == ["Saved as “all.pdf”."]


def test_where_none_was_issued_the_preview_says_so_in_place(
    page: CertificatesPage, settle: Settle
) -> None:
    press(page, "Print certificates")
    settle()

    assert page.batch.paper.file is None
    assert (
        page.batch.paper.banner.plain == "There is no certificate to print yet. Issue them first."
    )


def test_a_folder_that_takes_no_file_is_refused_in_place(
    page: CertificatesPage, settle: Settle, tmp_path: Path
) -> None:
    issue(page, settle)
    page.print_all()
    settle()
    (tmp_path / "file").write_text("no folder")

    page.batch.paper.save_to(tmp_path / "file" / "all.pdf")
    settle()

    assert page.batch.paper.banner.isVisible()
    assert "“all.pdf” could not be written." in page.batch.paper.banner.plain


def test_stopping_the_issuing_issues_nothing(
    page: CertificatesPage, camp: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    activity = Activity()
    qtbot.addWidget(activity)
    desk.tasks.began.connect(activity.show_task)
    desk.tasks.began.connect(
        lambda _task: QTest.mouseClick(
            activity.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton
        )
    )
    told = toasts(page)

    issue(page, settle)

    assert camp.app.certificates.known(camp.bootcamp) == []
    assert told == ["Stopped. Nothing of it was kept."]


def test_choosing_a_person_shows_the_real_page_with_its_number(
    page: CertificatesPage, settle: Settle
) -> None:
    issue(page, settle)
    choose(page, "KHUN Piseth")
    settle()

    standing = chosen(page)
    shown = words_in(page.side.paper.file)

    assert standing.person.name_en == "KHUN Piseth"
    assert "KHUN Piseth" in shown
    assert standing.serial in shown


def test_the_preview_of_somebody_who_has_not_earned_one_says_why(
    page: CertificatesPage, settle: Settle
) -> None:
    choose(page, "HENG Sophea")
    settle()

    assert page.side.why == "Attended 0 of 6 sessions; at least 5 needed."
    assert "Not issued yet" in words_in(page.side.paper.file)


def test_the_latest_choice_is_the_one_that_is_shown(page: CertificatesPage, settle: Settle) -> None:
    for name in ("HENG Sophea", "KHUN Piseth", "LY Mary"):
        choose(page, name)
    settle()

    assert "LY Mary" in words_in(page.side.paper.file)


def test_a_filter_shows_only_those_it_names(page: CertificatesPage) -> None:
    page.filters.choose("not_entitled")

    assert cells(page, 2) == ["not earned"] * 3
    assert page.count.plain == "3 shown"
    assert page.filters.currentText() == "Not earned (3)"


def test_the_search_finds_by_the_beginning_of_a_latin_name(
    page: CertificatesPage, settle: Settle
) -> None:
    page.search.searched.emit("sreym")
    settle()

    assert cells(page, 1) == ["PEN Sreymom"]


def revoking(page: CertificatesPage, settle: Settle) -> RevokeDialog:
    issue(page, settle)
    choose(page, "KHUN Piseth")
    settle()
    press(page.side, "Revoke…")
    dialog = page.findChild(RevokeDialog)
    assert dialog is not None
    return dialog


def test_revoking_without_a_reason_is_refused_in_place(
    page: CertificatesPage, camp: room.Desk, settle: Settle
) -> None:
    dialog = revoking(page, settle)

    press(dialog, "Revoke")
    settle()

    assert dialog.isVisible()
    told = [label.plain for label in dialog.findChildren(Label) if label.isVisible()]
    assert "Say why the certificate is revoked; the reason is kept." in told
    assert len(camp.app.certificates.issued(camp.bootcamp)) == ATTENDED
    dialog.reject()


def test_revoking_with_a_reason_is_told_and_shown(
    page: CertificatesPage, camp: room.Desk, settle: Settle
) -> None:
    told = toasts(page)
    dialog = revoking(page, settle)
    serial = chosen(page).serial
    page.window().activateWindow()
    page.side.acts["revoke"].setFocus()

    QTest.keyClicks(dialog.form.field("reason"), "Wrong name")
    press(dialog, "Revoke")
    page.window().activateWindow()
    settle()

    assert told[-1] == f"Certificate {serial} no longer holds."
    assert chosen(page).state == "revoked"
    assert page.side.acts["issue"].hasFocus()
    assert serial not in [one.serial for one in camp.app.certificates.issued(camp.bootcamp)]


def test_a_genuine_code_is_called_genuine_and_an_altered_one_is_not(
    page: CertificatesPage, camp: room.Desk, settle: Settle
) -> None:
    issue(page, settle)
    text = camp.app.certificates.issued(camp.bootcamp)[0].record

    verdicts = []
    for shown in (text, text[:-8] + "0" * 8):
        page.verify.field.setText(shown)
        press(page.verify, "Check")
        settle()
        verdicts.append([one.state.word for one in page.verify.verdicts])

    assert verdicts == [["Genuine"], ["Altered: do not accept"]]


def test_a_verdict_below_the_edge_of_the_page_is_brought_into_view(
    page: CertificatesPage, camp: room.Desk, settle: Settle, qtbot: QtBot
) -> None:
    issue(page, settle)
    page.resize(1100, 600)

    page.verify.check_text(camp.app.certificates.issued(camp.bootcamp)[0].record)
    settle()

    answer = page.verify.verdicts[0].answer
    qtbot.waitUntil(lambda: page.rect().contains(answer.mapTo(page, answer.rect().bottomLeft())))


def test_a_printed_certificate_is_verified_from_its_file(
    page: CertificatesPage, settle: Settle, tmp_path: Path
) -> None:
    issue(page, settle)
    choose(page, "KHUN Piseth")
    settle()
    page.side.paper.save_to(tmp_path / "one.pdf")
    settle()

    page.verify.drop.chosen.emit(tmp_path / "one.pdf")
    settle()

    [panel] = page.verify.verdicts
    assert "The certificate is genuine: it is as it was signed." in panel.answer.plain
    assert "KHUN Piseth" in [value.plain for value in panel.values]


def test_the_bare_number_is_refused_in_place_and_nobody_is_called_a_forger(
    page: CertificatesPage, settle: Settle
) -> None:
    issue(page, settle)
    page.verify.field.setText(page._standings.everybody[0].serial)
    QTest.keyClick(page.verify.field, Qt.Key.Key_Return)
    settle()

    assert "is only the number" in page.verify.banner.plain
    assert [pill for pill in page.verify.findChildren(Pill) if pill.isVisible()] == []


def test_the_language_turns_while_a_preview_is_open(
    page: CertificatesPage, choices: Choices, settle: Settle
) -> None:
    choose(page, "HENG Sophea")
    settle()
    before = page.side.paper.file

    choices.change(language="km")
    settle()

    assert page.title.plain == "វិញ្ញាបនបត្រ"
    assert page.side.why.startswith("បានចូលរួម")
    assert cells(page, 3)[-1].startswith("បានចូលរួម")
    assert page.side.paper.file == before


def test_a_page_that_is_closed_during_its_work_harms_nothing(
    camp: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    page = CertificatesPage(desk)
    page.show()
    page.came_to_front()
    page.doings._issue(camp.bootcamp, [])
    page.print_all()

    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    settle()

    assert len(camp.app.certificates.known(camp.bootcamp)) in {0, ATTENDED}


def test_an_empty_list_teaches_the_next_step(
    desk: Desk, clock: FakeClock, qtbot: QtBot, settle: Settle
) -> None:
    desk.choose(room.Desk(desk.app, clock).bootcamp)
    page = CertificatesPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.came_to_front()
    settle()
    wanted: list[str] = []
    page.wanted.connect(wanted.append)
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    mains = [one.text() for one in buttons if one.property("kind") == "main"]

    press(page, "Import a list")

    assert wanted == ["people.import"]
    assert mains == ["Import a list"]


def test_a_refusal_of_issuing_is_shown_on_the_page(page: CertificatesPage) -> None:
    page.doings.not_issued(Refusal("This session is gone. Choose another one."))

    assert page.banner.plain == "This session is gone. Choose another one."


def test_the_chosen_person_stays_chosen_when_somebody_above_leaves_the_list(
    page: CertificatesPage, settle: Settle
) -> None:
    names = cells(page, 1)
    choose(page, names[0])
    gone = chosen(page)
    choose(page, names[2])
    settle()

    page._standings.everybody.remove(gone)
    page._show_rows()

    assert cells(page, 1) == names[1:]
    assert page.table.current().person.name_en == names[2]
    assert chosen(page).person.name_en == names[2]


def test_a_burst_of_facts_is_read_a_few_times_only_and_strange_ones_never(
    page: CertificatesPage, desk: Desk, qtbot: QtBot, settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    reads: list[int] = []
    monkeypatch.setattr(page, "reload", lambda: reads.append(1))
    for _fact in range(5):
        desk.bridge.happened.emit(BadgeReplaced("x"))
    qtbot.wait(300)
    assert reads == []

    for _fact in range(20):
        desk.bridge.happened.emit(CertificatesIssued("x", 1))
    qtbot.wait(600)
    settle()

    assert 1 <= len(reads) <= 2


def test_beside_the_list_stands_how_often_a_certificate_was_printed(
    page: CertificatesPage, camp: room.Desk, choices: Choices, settle: Settle
) -> None:
    issue(page, settle)
    first, second, *_ = camp.app.certificates.issued(camp.bootcamp)
    page.side.show_standing(
        camp.app.certificates.standings(camp.bootcamp, [first.participation_id])[0]
    )
    settle()
    assert page.side.printed == ""

    camp.app.prints.note_printed([first])
    settle()
    assert page.side.printed == "Printed 2 March 2026, 1 copy"
    camp.app.prints.note_printed([first], copies=2)
    settle()
    assert page.side.printed == "Printed 2 March 2026, 3 copies"
    choices.change(language="km", khmer_digits=True)
    assert page.side.printed == "បានបោះពុម្ពនៅថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៦ ចំនួន ៣ ច្បាប់"

    page.side.show_standing(
        camp.app.certificates.standings(camp.bootcamp, [second.participation_id])[0]
    )
    settle()
    assert page.side.printed == ""


def test_the_day_of_a_checked_certificate_follows_the_chosen_digits(
    page: CertificatesPage, camp: room.Desk, choices: Choices, settle: Settle
) -> None:
    issue(page, settle)
    page.verify.field.setText(camp.app.certificates.issued(camp.bootcamp)[0].record)
    press(page.verify, "Check")
    settle()

    for has_khmer, shown in ((False, "ឆ្នាំ2026"), (True, "ឆ្នាំ២០២៦")):
        choices.change(language="km", khmer_digits=has_khmer)

        told = [label.plain for label in page.verify.findChildren(Label)]
        assert len([one for one in told if one.endswith(shown)]) == 1
