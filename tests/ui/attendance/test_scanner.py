"""A USB scanner anywhere in the window: every badge is a scan, and no field sees a digit of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QWidget

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.badges.rules import new_code
from bootcamp_app.ui.attendance.attendance_page import AttendancePage
from bootcamp_app.ui.attendance.photos import PhotoLine, PhotosRead
from bootcamp_app.ui.attendance.photos_result import PhotosResult
from bootcamp_app.ui.attendance.scanner import Scanner
from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
from bootcamp_app.ui.kit.code_field import TAKES_CODES
from bootcamp_app.ui.kit.date_field import DateField
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.people.people_page import PeoplePage
from bootcamp_app.ui.people.person_page import PersonView
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.welcome.new_bootcamp import NewBootcampDialog
from tests.features.certificates.trust_lists import code as certificate
from tests.features.certificates.trust_lists import trust_list, written
from tests.ui.attendance.keyboard import ENTER, LAYOUTS, NOTHING, TAB, Keyboard
from tests.ui.looking import left_behind

if TYPE_CHECKING:
    from tests import desk as room
    from tests.ui.program import Running


def badge(day: room.Desk, name: str) -> str:
    return day.guest(day.person(name)).badge


def recorded(day: room.Desk) -> list[str]:
    """The names of those who were let in, in the order of their scans."""
    kept = day.app.attendance.recent(day.morning, 1000)
    return [
        one.participant.name_en
        for one in reversed(kept)
        if one.participant is not None and one.result in ("recorded", "late")
    ]


def opened(running: Running, page_id: str, scans: int = 0) -> room.Desk:
    day = running.fill(scans)
    running.show(page_id)
    running.window.activateWindow()
    running.qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    return day


def focus(running: Running, widget: QWidget) -> None:
    widget.setFocus()
    running.qtbot.waitUntil(lambda: QApplication.focusWidget() is widget)


def person_page(running: Running, day: room.Desk, name: str) -> PersonView:
    page = running.show("people").page("people")
    assert isinstance(page, PeoplePage)
    page.show_person(day.person(name))
    running.settle()
    assert isinstance(page.beside, PersonView)
    return page.beside


def door_of(running: Running) -> AttendancePage:
    page = running.window.page("attendance")
    assert isinstance(page, AttendancePage)
    return page


def pause(running: Running) -> None:
    """Wait until every burst is over, and every key that was held has gone on."""
    (scanner,) = running.program.findChildren(Scanner)
    running.qtbot.waitUntil(lambda: not scanner._rest.isActive())


def answered(running: Running) -> str:
    """Wait for the answer in the corner; give it."""
    pause(running)
    running.settle()
    return running.window.toast.plain


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_name_that_is_being_changed_never_sees_a_digit(running: Running, layout: str) -> None:
    day = opened(running, "people")
    view = person_page(running, day, "CHAN Sreyneang")
    name = view.form.field("name_en")
    assert isinstance(name, QLineEdit)
    focus(running, name)
    name.setSelection(0, 4)
    written: list[object] = []
    view.form.written.connect(written.append)
    keyboard = Keyboard(layout)

    said: list[str] = []
    for guest, ends_with in zip(("SOK Vibol", "LY Mary"), (ENTER, TAB), strict=True):
        keyboard.scan(badge(day, guest), ends_with)
        said.append(answered(running))
    keyboard.scan(badge(day, "SOK Vibol"), NOTHING)
    said.append(answered(running))

    assert [text.rpartition(" · ")[2] for text in said] == ["SOK Vibol", "LY Mary", "SOK Vibol"]
    assert recorded(day) == ["SOK Vibol", "LY Mary"]
    assert (name.text(), name.selectedText()) == ("CHAN Sreyneang", "CHAN")
    assert QApplication.focusWidget() is name
    assert written == []
    assert day.person("CHAN Sreyneang").name_en == "CHAN Sreyneang"
    assert view.isVisible()


def test_a_name_that_is_half_typed_goes_on_after_the_scan(running: Running) -> None:
    day = opened(running, "people")
    view = person_page(running, day, "CHAN Sreyneang")
    name = view.form.field("name_en")
    assert isinstance(name, QLineEdit)
    focus(running, name)
    name.selectAll()
    keyboard = Keyboard()

    keyboard.type("CHAN So")
    keyboard.scan(badge(day, "SOK Vibol"))
    keyboard.type("phea")
    pause(running)
    keyboard.press("", key=ENTER)
    running.settle()

    assert name.text() == "CHAN Sophea"
    assert day.person("CHAN Sophea").name_en == "CHAN Sophea"
    assert recorded(day) == ["SOK Vibol"]


def test_a_choice_that_is_kept_at_once_is_not_turned(running: Running) -> None:
    day = opened(running, "people")
    view = person_page(running, day, "CHAN Sreyneang")
    sex = view.form.field("sex")
    assert isinstance(sex, QComboBox)
    sex.addItem("7 answers", "seven")
    focus(running, sex)
    before = sex.currentIndex()
    keyboard = Keyboard()

    keyboard.scan(badge(day, "SOK Vibol"))

    assert "SOK Vibol" in answered(running)
    assert sex.currentIndex() == before


def test_in_the_list_of_people_no_row_is_moved_to_and_none_opened(running: Running) -> None:
    day = opened(running, "people")
    page = running.window.page("people")
    assert isinstance(page, PeoplePage)
    table = page.list.table
    focus(running, table)
    table.setCurrentIndex(table.model().index(2, 0))
    keyboard = Keyboard()

    for name in ("SOK Vibol", "LY Mary"):
        keyboard.scan(badge(day, name))
    pause(running)
    running.settle()

    assert recorded(day) == ["SOK Vibol", "LY Mary"]
    assert table.currentIndex().row() == 2
    assert page.beside is None
    assert "LY Mary" in running.window.toast.plain


@pytest.mark.parametrize("page_id", ["today", "attendance", "certificates", "reports", "settings"])
def test_without_any_field_a_badge_is_recorded_on_every_page(
    running: Running, page_id: str
) -> None:
    day = opened(running, page_id)
    held = QApplication.focusWidget()
    if held is not None:
        held.clearFocus()
    keyboard = Keyboard()

    keyboard.scan(badge(day, "SOK Vibol"))
    pause(running)
    running.settle()

    assert recorded(day) == ["SOK Vibol"]
    assert running.window.page_id == page_id


def test_at_the_door_the_large_answer_is_enough(running: Running) -> None:
    day = opened(running, "attendance")
    door = door_of(running).door
    keyboard = Keyboard()

    keyboard.scan(badge(day, "SOK Vibol"), NOTHING)
    pause(running)
    running.settle()

    assert "SOK Vibol" in door.answer.big.plain
    assert door.entry.text() == ""
    assert not running.window.toast.isVisible()


def test_what_lies_over_the_door_and_lets_one_go_on_says_what_came_of_a_scan(
    running: Running,
) -> None:
    day = opened(running, "attendance")
    read = PhotosRead((PhotoLine("a.jpg", "in", "Checked in", "good"),), 1)
    over = PhotosResult(running.window, read)
    over.show()
    over.activateWindow()
    running.qtbot.waitUntil(lambda: QApplication.activeWindow() is over)
    keyboard = Keyboard()

    keyboard.scan(badge(day, "SOK Vibol"))
    said = answered(running)

    assert "SOK Vibol" in said
    assert running.window.toast.isVisible()
    assert over.banner.plain == "Checked in · 08:00 · សុខ វិបុល"
    over.close()


def test_in_the_list_of_a_session_a_scan_is_answered_in_the_corner_and_can_be_undone(
    running: Running,
) -> None:
    day = opened(running, "attendance")
    page = door_of(running)
    page.show_list()
    focus(running, page.who.table)
    keyboard = Keyboard()

    keyboard.scan(badge(day, "SOK Vibol"))
    said = answered(running)
    toast = running.window.toast
    meaning = toast.property("meaning")
    QTest.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    running.settle()

    assert said == "Checked in · 08:00 · សុខ វិបុល · SOK Vibol"
    assert meaning == "good"
    assert toast.plain == "Taken back · សុខ វិបុល · SOK Vibol"
    assert day.app.attendance.presences([day.morning]) == {}
    assert page.who.isVisible()


def test_a_second_scan_and_a_refusal_say_so_in_their_colours(running: Running) -> None:
    day = opened(running, "today")
    keyboard = Keyboard()
    said: list[tuple[str, str]] = []

    for code in (badge(day, "SOK Vibol"), badge(day, "SOK Vibol"), new_code()):
        keyboard.scan(code)
        text = answered(running)
        said.append((str(running.window.toast.property("meaning")), text))
        running.clock.forward(minutes=1)

    assert [meaning for meaning, _text in said] == ["good", "info", "bad"]
    assert said[1][1].startswith("Already checked in at 08:00")
    assert "This code is not on the list of this bootcamp" in said[2][1]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("4006381333931", "Not a badge"),
        ("https://example.org/x", "Not a badge"),
        ("71234567890123456", "Not a badge"),
        ("81234567890011091", "Code of a canvas"),
    ],
)
def test_a_burst_that_is_no_badge_says_so_and_never_searches(
    running: Running, text: str, headline: str
) -> None:
    day = opened(running, "people")
    page = running.window.page("people")
    assert isinstance(page, PeoplePage)
    focus(running, page.list.search)
    searched: list[str] = []
    page.list.search.searched.connect(searched.append)
    keyboard = Keyboard()

    keyboard.type(text, gap=8)
    keyboard.press("", key=ENTER)

    assert answered(running).startswith(headline)
    assert page.list.search.text() == ""
    assert set(searched) <= {""}
    assert day.rows(AttendanceEventRow) == []


def test_a_number_and_a_day_keep_what_they_held(running: Running) -> None:
    day = opened(running, "today")
    form = Form()
    form.add_number("n", "Number", 3, 1, 999)
    dialog = Dialog(running.window, "Fields", form, "OK")
    date = DateField(day.morning.starts_at.date())
    form.layout().addWidget(date)  # type: ignore[union-attr]
    dialog.open()
    number = form.field("n")
    assert isinstance(number, QSpinBox)
    keyboard = Keyboard()
    turned: list[int] = []
    number.valueChanged.connect(turned.append)

    for field in (number, date):
        focus(running, field)
        keyboard.scan(badge(day, "SOK Vibol"))
        pause(running)
    running.settle()

    assert (number.value(), turned) == (3, [])
    assert date.day == day.morning.starts_at.date()
    assert date.text() == "02/03/2026"
    assert dialog.isVisible()
    dialog.done(0)


def test_over_a_dialog_a_scan_is_recorded_and_presses_no_button(running: Running) -> None:
    day = opened(running, "attendance")
    running.window.new_bootcamp_wanted.emit()
    (dialog,) = running.window.findChildren(NewBootcampDialog)
    title = dialog.form.field("title")
    assert isinstance(title, QLineEdit)
    focus(running, title)
    confirmed: list[int] = []
    dialog.confirmed.connect(lambda: confirmed.append(1))
    keyboard = Keyboard()

    keyboard.type("Kampot")
    keyboard.scan(badge(day, "SOK Vibol"))

    assert answered(running) == "Checked in · 08:00 · សុខ វិបុល · SOK Vibol"
    assert dialog.banner.plain == "Checked in · 08:00 · សុខ វិបុល"
    keyboard.scan(badge(day, "LY Mary"))
    answered(running)
    assert dialog.banner.plain == "Checked in · 08:00 · លី ម៉ារី"
    assert recorded(day) == ["SOK Vibol", "LY Mary"]
    assert (title.text(), confirmed, dialog.isVisible()) == ("Kampot", [], True)
    dialog.done(0)


def test_a_field_that_wants_a_code_gets_it_wherever_the_keys_are(running: Running) -> None:
    day = opened(running, "today")
    form = Form()
    form.add_text("name", "Name")
    code = form.add_text("code", "Badge")
    code.setProperty(TAKES_CODES, True)  # noqa: FBT003 - Qt's own order
    dialog = Dialog(running.window, "Bind a blank badge", form, "OK")
    dialog.open()
    name = form.field("name")
    focus(running, name)
    keyboard = Keyboard(LAYOUTS["kh"])
    wanted = new_code()

    keyboard.scan(wanted, NOTHING)
    pause(running)

    assert code.text() == wanted
    assert form.values()["name"] == ""
    assert day.rows(AttendanceEventRow) == []
    dialog.done(0)


def test_a_certificate_that_a_scanner_types_into_the_field_for_it_is_verified(
    running: Running,
) -> None:
    opened(running, "certificates")
    page = running.window.page("certificates")
    assert isinstance(page, CertificatesPage)
    running.desk.app.trust.take_in(written(trust_list("A")), is_trusted=True)
    focus(running, page.verify.field)
    keyboard = Keyboard()

    keyboard.type(certificate(), gap=8)
    keyboard.press("", key=ENTER)
    pause(running)
    running.qtbot.waitUntil(lambda: bool(page.verify.verdicts))

    assert page.verify.verdicts[0].verification.reason == "valid"
    assert running.window.toast.plain == ""


def test_a_blank_badge_becomes_that_of_who_is_being_written_down(running: Running) -> None:
    day = opened(running, "attendance")
    [blank] = day.app.badges.blank(1)
    page = door_of(running)
    page.register()
    walk_in = page.door.walk_in
    name = walk_in.fields.name_en
    focus(running, name)
    keyboard = Keyboard()

    keyboard.type("Prak Dara")
    keyboard.scan(blank.code)
    pause(running)
    running.settle()

    assert name.text() == "Prak Dara"
    assert walk_in.badge.code == blank.code
    assert page.door.is_registering


def test_slow_typing_into_every_kind_of_field_is_typing(running: Running) -> None:
    day = opened(running, "people")
    page = running.window.page("people")
    assert isinstance(page, PeoplePage)
    focus(running, page.list.search)
    keyboard = Keyboard()
    code = new_code()

    for n, digit in enumerate(code, start=1):
        keyboard.type(digit)
        assert page.list.search.text() == code[:n]
    pause(running)

    assert page.list.search.text() == code
    assert day.rows(AttendanceEventRow) == []


def test_a_number_typed_by_hand_arrives_after_a_moment(running: Running) -> None:
    opened(running, "today")
    form = Form()
    form.add_number("n", "Number", 3, 1, 99_999)
    dialog = Dialog(running.window, "Fields", form, "OK")
    dialog.open()
    number = form.field("n")
    assert isinstance(number, QSpinBox)
    focus(running, number)
    number.selectAll()
    keyboard = Keyboard()

    keyboard.type("2026")
    pause(running)

    assert number.value() == 2026
    dialog.done(0)


def test_held_keys_are_no_scan(running: Running) -> None:
    opened(running, "people")
    page = running.window.page("people")
    assert isinstance(page, PeoplePage)
    focus(running, page.list.search)
    window = QGuiApplication.focusWindow()
    assert window is not None

    for n in range(20):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7", n > 0
        )
        event.setTimestamp(5000 + 33 * n)
        QCoreApplication.sendEvent(window, event)

    assert page.list.search.text() == "7" * 20


def test_twenty_badges_a_second_are_all_recorded(running: Running) -> None:
    day = opened(running, "people")
    guests = [day.walk_in(f"Guest {n:02}") for n in range(20)]
    page = running.window.page("people")
    assert isinstance(page, PeoplePage)
    focus(running, page.list.search)
    keyboard = Keyboard()

    for guest in guests:
        keyboard.scan(guest.badge, gap=2)
        QTest.qWait(16)
    pause(running)
    running.settle()

    assert recorded(day) == [guest.participant.name_en for guest in guests]
    assert page.list.search.text() == ""


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_sixty_badges_in_sixty_seconds_are_all_recorded(running: Running, layout: str) -> None:
    day = opened(running, "people")
    guests = [day.walk_in(f"Guest {n:02}") for n in range(60)]
    view = person_page(running, day, "CHAN Sreyneang")
    name = view.form.field("name_en")
    focus(running, name)
    keyboard = Keyboard(layout)

    for n, guest in enumerate(guests):
        keyboard.scan(guest.badge, (ENTER, TAB, NOTHING)[n % 3])
        QTest.qWait(1000)
    running.settle()

    assert recorded(day) == [guest.participant.name_en for guest in guests]
    assert day.person("CHAN Sreyneang").name_en == "CHAN Sreyneang"


def test_the_answer_in_the_corner_can_be_read_in_every_theme_and_language(
    running: Running,
) -> None:
    day = opened(running, "today")
    keyboard = Keyboard()
    seen: list[tuple[str, list[str]]] = []

    for look, language in (("dark", "km"), ("light", "en"), ("dark", "en")):
        running.choices.change(theme=look, language=language)
        keyboard.scan(badge(day, "SOK Vibol"))
        answered(running)
        toast = running.window.toast
        inks = {label.palette().windowText().color().name() for label in toast.findChildren(Label)}
        seen.append((look, left_behind(toast, language)))
        assert inks == {theme.colour("ink").name()}

    assert seen == [("dark", []), ("light", []), ("dark", [])]
