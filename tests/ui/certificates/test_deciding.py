"""What is decided on the page of certificates: the rule, exceptions, corrections, what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from bootcamp_app.core.i18n import _
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.certificates.evidence_words import STATE_WORDS
from bootcamp_app.ui.certificates.correcting import CorrectDialog
from bootcamp_app.ui.certificates.evidence_dialog import EvidenceDialog
from bootcamp_app.ui.certificates.excepting import ExceptDialog
from bootcamp_app.ui.certificates.issuing import IssueDialog
from bootcamp_app.ui.certificates.rule_dialog import RuleDialog
from bootcamp_app.ui.kit.fields import NumberField
from bootcamp_app.ui.theme.current import theme
from tests import desk as room
from tests.ui.certificates.test_certificates_page import (
    ATTENDED,
    cells,
    choose,
    chosen,
    issue,
    press,
    toasts,
)
from tests.ui.certificates.test_certificates_page import camp as camp
from tests.ui.certificates.test_certificates_page import page as page

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from PySide6.QtWidgets import QDialog

    from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk

    Settle = Callable[[], None]
    Some = TypeVar("Some", bound=QDialog)


def dialog_of(page: CertificatesPage, kind: type[Some]) -> Some:
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def test_the_rule_is_said_and_changed_where_it_is_seen_who_has_earned(
    page: CertificatesPage, camp: room.Desk, desk: Desk, settle: Settle
) -> None:
    told = toasts(page)
    assert page.rule.plain.startswith("A certificate asks for 80 % of the sessions that count.")
    press(page, "Change the rule…")
    dialog = dialog_of(page, RuleDialog)

    hours = dialog.form.field("certificate_hours")
    assert hours.accessibleName() == "Least hours, 0 for none"
    assert isinstance(hours, NumberField)
    hours.setValue(40)
    QTest.qWait(300)
    settle()
    assert "At least 40 hours in all." in dialog.rule.rule.plain
    assert dialog.rule.earned.plain == "0 of 9 have earned a certificate"
    press(dialog, "Save")
    settle()
    desk.look_again()
    settle()

    assert camp.app.bootcamps.find().certificate_hours == 40
    assert told == ["The rule was changed."]
    assert "At least 40 hours in all." in page.rule.plain
    assert page.subtitle.plain.startswith("0 of 9 have earned a certificate")


def test_an_exception_is_made_with_a_reason_and_said_in_the_list(
    page: CertificatesPage, settle: Settle
) -> None:
    choose(page, "HENG Sophea")
    settle()
    press(page.side, "Exception…")
    dialog = dialog_of(page, ExceptDialog)

    press(dialog, "Save")
    settle()
    assert dialog.form.refusal("reason").startswith("Say why the rule does not hold here")
    QTest.keyClicks(dialog.form.field("reason"), "Led the group work")
    press(dialog, "Save")
    settle()

    assert chosen(page).state == "earned"
    assert page.side.why == "Given in spite of the rule: Led the group work"
    page.filters.choose("exceptions")
    assert cells(page, 1) == ["HENG Sophea"]


def test_it_is_issued_in_the_bootcamp_that_was_looked_at(
    page: CertificatesPage, camp: room.Desk, desk: Desk, settle: Settle
) -> None:
    first, other = camp.bootcamp, camp.app.bootcamps.make(NewBootcamp("Another", room.FIRST_DAY))
    page.issue()
    settle()
    dialog = dialog_of(page, IssueDialog)

    desk.choose(other)
    settle()
    dialog.main.click()
    settle()

    assert len(camp.app.certificates.issued(first)) == ATTENDED
    assert camp.app.certificates.issued(other) == []


def test_why_and_what_differs_are_told_apart(
    page: CertificatesPage, camp: room.Desk, settle: Settle, choices: Choices
) -> None:
    issue(page, settle)
    person = camp.person(cells(page, 1)[cells(page, 2).index("not earned")])
    camp.app.exceptions.make(camp.bootcamp, [person], "given", "Led the group work")
    camp.app.certificates.issue(camp.bootcamp)
    camp.app.people.change(person, name_en="Another Name")
    page.reload()
    settle()
    choose(page, "Another Name")
    settle()
    english = page.side.why
    choices.change(language="km")

    assert english.count(" · ") == 1
    assert page.side.why.startswith("ឈ្មោះ៖ ")
    assert ": " not in page.side.why


def test_the_button_that_issues_cannot_be_read_as_leaving(
    page: CertificatesPage, settle: Settle, choices: Choices
) -> None:
    choices.change(language="km")
    choose(page, "KHUN Piseth")
    page.issue()
    settle()

    assert dialog_of(page, IssueDialog).main.text() == "ចេញវិញ្ញាបនបត្រ"
    assert page.side.acts["issue"].text() == "ចេញវិញ្ញាបនបត្រ…"


def test_every_button_beside_the_list_has_an_icon(page: CertificatesPage) -> None:
    assert [name for name, one in page.side.acts.items() if one.icon().isNull()] == []


def test_the_state_of_a_session_has_room_for_its_words(
    page: CertificatesPage, settle: Settle, choices: Choices
) -> None:
    choices.change(language="km")
    page.issue()
    settle()
    dialog_of(page, IssueDialog).main.click()
    settle()
    dialog = EvidenceDialog(page, page._desk, page._standings.everybody[0].serial)
    dialog.show()
    settle()

    room = QFontMetrics(theme.font("small", 600)).horizontalAdvance(_(STATE_WORDS[""]))
    assert dialog.table.columnWidth(2) >= room + theme.px(62)


def test_why_has_room_for_a_sentence_and_the_number_is_near(
    page: CertificatesPage, choices: Choices
) -> None:
    choices.change(language="km")
    shown = page.table._model.columns
    before = sum(column.width for column in shown[:3])
    why = shown[3]

    assert why.has_two_lines
    assert before <= 380
    assert page.table.rowHeight(0) >= 2 * QFontMetrics(theme.font("small")).height()


def test_a_name_changed_since_is_said_to_differ_and_is_corrected(
    page: CertificatesPage, camp: room.Desk, settle: Settle
) -> None:
    issue(page, settle)
    choose(page, "KHUN Piseth")
    camp.app.people.change(camp.person("KHUN Piseth"), name_en="KHUN Pisethh")
    page.reload()
    settle()
    assert page.side.why == "Name: KHUN Piseth → KHUN Pisethh"
    told = toasts(page)

    press(page.side, "Correct…")
    dialog = dialog_of(page, CorrectDialog)
    assert dialog.differs.plain == "Name: KHUN Piseth → KHUN Pisethh"
    press(dialog, "Issue the correction")
    settle()
    assert dialog.form.refusal("reason").startswith("Say why the certificate is corrected")
    QTest.keyClicks(dialog.form.field("reason"), "Misspelt")
    press(dialog, "Issue the correction")
    settle()

    serial = chosen(page).serial
    assert told == [f"Certificate {serial} was corrected. Print revision 2."]
    assert (chosen(page).state, chosen(page).revision) == ("issued", 2)
    row = cells(page, 1).index("KHUN Pisethh")
    assert cells(page, 4)[row] == f"{serial} · 2"


def test_the_evidence_of_a_certificate_is_shown_session_by_session(
    page: CertificatesPage, settle: Settle
) -> None:
    issue(page, settle)
    choose(page, "KHUN Piseth")
    settle()

    press(page.side, "On what evidence")
    dialog = dialog_of(page, EvidenceDialog)
    settle()

    model = dialog.table.model()
    assert [model.index(row, 2).data() for row in range(model.rowCount())] == ["present"] * 6
    assert dialog.issued.plain == "Issued on 2 March 2026."


def test_only_marked_people_get_one_where_that_is_wanted(
    page: CertificatesPage, camp: room.Desk, settle: Settle
) -> None:
    choose(page, "KHUN Piseth")
    settle()
    press(page.side, "Issue…")
    settle()
    dialog = dialog_of(page, IssueDialog)
    assert dialog.count.plain == "1 certificate will be issued."

    dialog.main.click()
    settle()

    assert len(camp.app.certificates.issued(camp.bootcamp)) == 1
    assert page.filters.itemText(page.filters.findData("to_issue")) == (
        f"Earned, not issued yet ({ATTENDED - 1})"
    )


def test_people_of_one_name_and_names_no_paper_shows_are_seen_before_issuing(
    page: CertificatesPage, camp: room.Desk, settle: Settle
) -> None:
    earned = [one for one in camp.app.certificates.entitlements(camp.bootcamp) if one.is_entitled]
    first, second, third = (one.participant for one in earned[:3])
    for one in (first, second):
        camp.app.people.change(one, name_km="ខួន ពិសិដ្ឋ")
    camp.app.people.change(third, name_km="ក" * 90, name_en="k" * 90)

    page.issue()
    settle()
    dialog = dialog_of(page, IssueDialog)

    model = dialog.alike.model()
    names = [model.index(row, 2).data() for row in range(model.rowCount())]
    assert sorted(names) == sorted([first.name_en, second.name_en])
    assert dialog.bad.model().rowCount() == 1
    assert dialog.count.plain == f"{ATTENDED - 1} certificates will be issued."
    dialog.reject()
    assert camp.app.certificates.known(camp.bootcamp) == []
