"""Registering who is on no list, by key events on the real page and the real window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.core.errors import NotSaved, Refusal
from bootcamp_app.features.badges.layouts import layout
from bootcamp_app.features.badges.rules import new_code
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.features.people.questions import AskedQuestion
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered
from bootcamp_app.ui.attendance.attendance_page import AttendancePage
from bootcamp_app.ui.attendance.badge_press import LAYOUTS, PLACES
from bootcamp_app.ui.words import in_words
from tests.desk import FIRST_DAY
from tests.ui.attendance.conftest import Hands, press
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    outside,
    overlapping,
    place_in,
    sideways,
    tab_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.attendance.walk_in import WalkIn
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.ui.program import Running

ENTER = Qt.Key.Key_Return


class Keys:
    """Somebody who types wherever the focus is, and counts."""

    def __init__(self, page: AttendancePage, qtbot: QtBot, settle: Callable[[], None]) -> None:
        self.page = page
        self.count = 0
        self._qtbot = qtbot
        self._settle = settle

    @property
    def form(self) -> WalkIn:
        """The form at the door."""
        return self.page.door.walk_in

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for letter in text:
            self._press(Qt.Key.Key_unknown, letter)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys that type nothing."""
        for key in keys:
            self._press(key)

    def line(self, text: str) -> None:
        """Type a text and press Enter, as a person does and a scanner."""
        self.type(text)
        self.press(ENTER)

    def wait(self) -> None:
        """Wait until everything was asked and answered."""
        self._settle()

    def names(self, khmer: str, latin: str) -> None:
        """Type both names and wait until people called like that are known."""
        self.line(khmer)
        self.type(latin)
        self._qtbot.waitUntil(lambda: not self.form._rest.isActive())
        self.wait()
        self.press(ENTER)

    def _press(self, key: Qt.Key, text: str = "") -> None:
        self.count += 1
        focused = self.page.window().focusWidget()
        assert focused is not None
        press(focused, key, text)


@pytest.fixture
def keys(page: AttendancePage, qtbot: QtBot, settle: Callable[[], None]) -> Keys:
    """Somebody before the empty form, who gives badges later."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.carry_out("walk_in")
    settle()
    page.door.walk_in.badge.ways.choose("later")
    return Keys(page, qtbot, settle)


def way(keys: Keys, wanted: str) -> None:
    keys.form.badge.ways.choose(wanted)


def test_a_complete_walk_in_takes_few_keys_beside_the_words(running: Running, qtbot: QtBot) -> None:
    day = running.fill(0)
    [blank] = day.app.badges.blank(1)
    window = running.show("attendance")
    page = window.page("attendance")
    assert isinstance(page, AttendancePage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys = Keys(page, qtbot, running.settle)

    QTest.keyClick(page.door.entry, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.door.walk_in.fields.name_km)
    keys.line("ទេព បុប្ផា")
    keys.line("TEP Bopha")
    keys.type("f")
    keys.press(ENTER)
    keys.type("កំពត")
    qtbot.waitUntil(lambda: page.door.walk_in.fields.organisation.is_open)
    keys.press(Qt.Key.Key_Down, ENTER)
    keys.line(blank.code)
    running.settle()

    person = day.person("TEP Bopha")
    assert (person.name_km, person.sex, person.is_walk_in) == ("ទេព បុប្ផា", "female", True)
    assert "កំពត" in person.organisation_km
    assert day.guest(person).badge == blank.code
    assert day.presence(day.guest(person)) is not None
    assert page.door.answer.big.plain.startswith("Checked in · 08:00")
    assert QApplication.focusWidget() is page.door.entry
    words = len("ទេព បុប្ផា") + len("TEP Bopha") + len("កំពត") + len(blank.code)
    assert 1 + keys.count - words == 8


def test_ctrl_z_takes_the_whole_walk_in_back(running: Running, qtbot: QtBot) -> None:
    day = running.fill(0)
    before = len(day.rows(PersonRow)), len(day.rows(BadgeRow))
    window = running.show("attendance")
    page = window.page("attendance")
    assert isinstance(page, AttendancePage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(page.door.entry, Qt.Key.Key_F2)
    page.door.walk_in.badge.ways.choose("later")
    keys = Keys(page, qtbot, running.settle)
    keys.line("ទេព បុប្ផា")
    keys.press(ENTER, ENTER, ENTER)
    running.settle()
    assert day.counts().present == 1

    QTest.keyClick(page.door.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: day.counts().present == 0)
    running.settle()

    assert (len(day.rows(PersonRow)), len(day.rows(BadgeRow))) == before
    assert page.door.answer.big.plain.startswith("Taken back")


def test_the_last_scan_is_undone_with_the_person_and_only_once(
    keys: Keys, day: room.Desk, qtbot: QtBot
) -> None:
    keys.names("", "TEP Bopha")
    keys.press(ENTER, ENTER)
    keys.wait()
    recent = keys.page.door.recent
    qtbot.waitUntil(lambda: recent.whom.plain == "Takes back: TEP Bopha")

    recent.undo.click()
    keys.wait()

    assert "TEP Bopha" not in day.names()
    assert day.counts().present == 0


def test_green_is_shown_only_when_it_is_on_disk(keys: Keys, day: room.Desk) -> None:
    kept: list[bool] = []
    keys.page.door.answered.connect(lambda _answer: kept.append("TEP Bopha" in day.names()))

    keys.names("", "TEP Bopha")
    keys.press(ENTER, ENTER)
    keys.wait()

    assert kept == [True]


def test_what_could_not_be_saved_stays_in_the_form(
    keys: Keys, day: room.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys.names("", "TEP Bopha")
    with monkeypatch.context() as full:
        full.setattr(type(day.app.database), "write", full_disk)
        keys.press(ENTER, ENTER)
        keys.wait()

    assert keys.page.door.is_registering
    assert keys.form.banner.plain == "The disk is full."
    assert keys.form.fields.names == ("", "TEP Bopha")
    keys.press(ENTER)
    keys.wait()
    assert "TEP Bopha" in day.names()


def full_disk(_database: object, **_how: object) -> object:
    raise NotSaved("The disk is full.")


def test_a_name_that_nobody_has_is_taken_over_into_the_form(
    page: AttendancePage, hands: Hands, settle: Callable[[], None]
) -> None:
    hands.type("ទេព បុប្ផា")

    page.carry_out("walk_in")
    settle()

    assert page.door.walk_in.fields.names == ("ទេព បុប្ផា", "")
    assert page.door.entry.text() == ""


def test_nobody_is_registered_without_a_name(keys: Keys, day: room.Desk) -> None:
    before = day.names()

    keys.press(ENTER, ENTER, ENTER, ENTER)
    keys.wait()

    assert day.names() == before
    assert keys.form.fields.first_wrong is keys.form.fields.name_km
    assert keys.page.focusWidget() is keys.form.fields.name_km


def test_one_key_of_either_keyboard_chooses_the_sex(keys: Keys) -> None:
    keys.press(ENTER, ENTER)
    chosen = []

    for key in "fMoសបផ":
        keys.type(key)
        chosen.append(keys.form.fields.sex.key)

    assert chosen == ["female", "male", "other", "female", "male", "other"]


def test_a_badge_scanned_where_the_sex_is_chosen_is_a_scan(keys: Keys, day: room.Desk) -> None:
    guest = day.guest(day.person("SOK Vibol"))
    keys.press(ENTER, ENTER)
    keys.type("f")

    keys.line(guest.badge)
    keys.wait()

    assert day.presence(guest) is not None
    assert keys.form.fields.sex.key == "female"
    assert keys.page.focusWidget() is keys.form.fields.sex


def test_somebody_goes_on_to_be_registered_when_the_next_session_begins(
    keys: Keys, day: room.Desk
) -> None:
    keys.names("", "TEP Bopha")

    keys.page.sessions.activated.emit(1)
    keys.press(ENTER, ENTER)
    keys.wait()

    assert "TEP Bopha" in day.names()
    assert keys.page.door.answer.big.plain.startswith("Not open yet")


def test_an_organisation_that_is_taken_from_the_list_is_not_yet_a_registration(
    keys: Keys, day: room.Desk, qtbot: QtBot
) -> None:
    keys.names("", "TEP Bopha")
    keys.press(ENTER)
    keys.type("យុវជន")
    qtbot.waitUntil(lambda: keys.form.fields.organisation.is_open)

    keys.press(Qt.Key.Key_Down, ENTER)
    keys.wait()
    before = "TEP Bopha" in day.names()
    keys.press(ENTER)
    keys.wait()

    assert not before
    assert day.person("TEP Bopha").organisation_km == "អង្គការយុវជនសហគមន៍"


def test_a_badge_scanned_into_a_name_is_a_scan_and_the_name_stays(
    keys: Keys, day: room.Desk
) -> None:
    guest = day.guest(day.person("SOK Vibol"))
    keys.line("ទេព បុប្ផា")
    keys.type("TEP Bo")

    keys.line(guest.badge)
    keys.wait()

    assert day.presence(guest) is not None
    assert keys.page.door.is_registering
    assert keys.form.fields.names == ("ទេព បុប្ផា", "TEP Bo")
    assert keys.form.banner.plain == "Checked in · 08:00 · សុខ វិបុល"
    assert keys.page.focusWidget() is keys.form.fields.name_en


def test_a_blank_badge_scanned_into_a_name_becomes_the_badge_of_this_person(
    keys: Keys, day: room.Desk
) -> None:
    [blank] = day.app.badges.blank(1)

    keys.type("TEP Bopha")
    keys.line(blank.code)
    keys.wait()

    assert keys.form.badge.code == blank.code
    keys.press(ENTER, ENTER, ENTER, ENTER, ENTER)
    keys.wait()
    assert day.guest(day.person("TEP Bopha")).badge == blank.code


def test_a_badge_that_is_not_blank_is_refused_at_its_field(keys: Keys, day: room.Desk) -> None:
    taken = day.guest(day.person("SOK Vibol")).badge
    [blank] = day.app.badges.blank(1)
    way(keys, "blank")
    keys.names("", "TEP Bopha")
    keys.press(ENTER, ENTER)
    refusals = []
    for code in ("", "1234", new_code(), taken):
        keys.line(code)
        keys.wait()
        refusals.append(keys.form.badge._blank.refusal("blank"))
    nobody_yet = "TEP Bopha" not in day.names()

    keys.line(blank.code)
    keys.wait()

    assert refusals == [
        "Scan the blank badge, or choose another way to give one.",
        "This is not a badge. Scan the blank badge again.",
        "This badge was not made as a blank badge here. Take another one.",
        "This badge belongs to somebody already. Take a blank one.",
    ]
    assert nobody_yet
    assert day.guest(day.person("TEP Bopha")).badge == blank.code


def test_somebody_of_the_list_is_offered_and_taken_by_one_key(
    keys: Keys, day: room.Desk, qtbot: QtBot
) -> None:
    keys.press(ENTER)
    keys.type("SOK Vibul")
    qtbot.waitUntil(lambda: keys.form.alike.isVisible())
    assert keys.form.alike.lines[0].name.plain == "សុខ វិបុល · SOK Vibol"

    keys.press(Qt.Key.Key_F6)
    keys.wait()

    assert day.presence(day.guest(day.person("SOK Vibol"))) is not None
    assert len(day.names()) == 9
    assert not keys.page.door.is_registering


def test_the_second_and_the_third_have_keys_of_their_own(
    keys: Keys, day: room.Desk, qtbot: QtBot
) -> None:
    for name in ("CHEA Dara", "CHEA Darany", "CHEA Daravuth"):
        day.walk_in(name)
    keys.press(ENTER)
    keys.type("CHEA Dar")
    qtbot.waitUntil(lambda: len(keys.form.alike.people) == 3)
    third = keys.form.alike.people[2].name_en

    keys.press(Qt.Key.Key_F8)
    keys.wait()

    assert day.presence(day.guest(day.person(third))) is not None
    assert day.counts().present == 1


def test_somebody_of_another_bootcamp_comes_as_the_same_person_with_a_blank_badge(
    keys: Keys, day: room.Desk, qtbot: QtBot
) -> None:
    earlier = day.open_bootcamp("Kep bootcamp", province="Kep")
    day.app.people.add(earlier, nominee_from({"name_en": "MAO Sokly"}, FIRST_DAY))
    [blank] = day.app.badges.blank(1)
    persons = len(day.rows(PersonRow))
    way(keys, "blank")
    keys.press(ENTER)
    keys.type("MAO Sokly")
    qtbot.waitUntil(lambda: keys.form.alike.isVisible())

    keys.press(Qt.Key.Key_F6)
    keys.line(blank.code)
    keys.wait()

    assert len(day.rows(PersonRow)) == persons
    assert day.guest(day.person("MAO Sokly")).badge == blank.code
    assert day.counts().present == 1


def test_who_comes_in_place_of_an_absent_colleague_takes_the_seat(
    keys: Keys, day: room.Desk, qtbot: QtBot
) -> None:
    day.scan(day.guest(day.person("HENG Sophea")).badge)
    keys.names("", "TEP Bopha")

    keys.press(Qt.Key.Key_F9)
    keys.type("sop")
    keys.wait()
    of_those_here = keys.form.fields.seat.offered
    keys.form.fields.seat.setText("")
    keys.type("vibol")
    qtbot.waitUntil(lambda: keys.form.fields.seat.is_open)
    keys.press(Qt.Key.Key_Down, ENTER, ENTER, ENTER)
    keys.wait()

    assert of_those_here == ()
    came = day.person("TEP Bopha")
    assert (came.organisation_km, came.status) == ("រដ្ឋបាលខេត្តកំពត", "confirmed")
    assert day.person("SOK Vibol").status == "substituted"
    first = day.person("SOK Vibol").participation_id
    assert [row.in_place_of for row in day.rows(ParticipationRow)].count(first) == 1


def test_a_colleague_who_is_not_in_the_list_is_refused_at_the_field(
    keys: Keys, day: room.Desk
) -> None:
    keys.names("", "TEP Bopha")
    keys.press(Qt.Key.Key_F9)
    keys.line("Nobody")
    keys.press(ENTER, ENTER)
    keys.wait()

    assert keys.form.fields.first_wrong is keys.form.fields.seat
    assert "TEP Bopha" not in day.names()


def test_escape_warns_once_before_it_throws_away(keys: Keys, day: room.Desk) -> None:
    keys.type("TEP")

    keys.press(Qt.Key.Key_Escape)
    after_one = keys.page.door.is_registering, keys.form.banner.plain
    keys.type("x")
    keys.press(Qt.Key.Key_Escape)
    after_typing = keys.page.door.is_registering
    keys.press(Qt.Key.Key_Escape)

    assert after_one == (
        True,
        "Press Esc once more to go back. What you typed is thrown away.",
    )
    assert after_typing
    assert not keys.page.door.is_registering
    assert keys.page.focusWidget() is keys.page.door.entry
    assert len(day.names()) == 9


def test_escape_in_the_place_of_a_colleague_leaves_only_that(keys: Keys) -> None:
    keys.type("TEP")
    keys.press(Qt.Key.Key_F9)

    keys.press(Qt.Key.Key_Escape)

    assert keys.page.door.is_registering
    assert not keys.form.fields.seat.isVisible()
    assert not keys.form.banner.isVisible()


def test_tab_goes_as_the_fields_lie(keys: Keys) -> None:
    way(keys, "sheet")
    keys.press(Qt.Key.Key_F9)

    order = tab_order(keys.page)
    places = [place_in(keys.page, one) for one in order if keys.form.isAncestorOf(one)]

    lines = [(place.center().y() // 30, place.x()) for place in places]
    assert len(lines) >= 9
    assert lines == sorted(lines)


def test_escape_leaves_an_empty_form_at_once(keys: Keys) -> None:
    keys.press(Qt.Key.Key_Escape)

    assert not keys.page.door.is_registering


def test_another_page_in_between_leaves_the_form_as_it_is(keys: Keys) -> None:
    keys.line("ទេព បុប្ផា")
    keys.page.hide()
    keys.page.show()
    keys.page.came_to_front()
    keys.wait()

    assert keys.page.door.is_registering
    assert keys.form.fields.names == ("ទេព បុប្ផា", "")


def test_what_the_bootcamp_asks_at_its_door_is_asked_before_anybody_is_registered(
    desk: Desk, page: AttendancePage, day: room.Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    asking = day.open_bootcamp("Kep bootcamp", asked_at_door=("phone",))
    day.app.questions.add(asking, AskedQuestion("Meal", is_asked_at_door=True))
    desk.choose(asking)
    settle()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.carry_out("walk_in")
    settle()
    keys = Keys(page, qtbot, settle)
    way(keys, "later")
    keys.names("", "TEP Bopha")
    keys.press(ENTER, ENTER)

    keys.press(ENTER, ENTER)
    settle()
    lacking = [keys.form.fields.first_wrong, page.focusWidget()]
    keys.line("012 345 678")
    keys.line("Fish")
    settle()

    phone = lacking[0]
    assert phone is not None
    assert (phone.accessibleName(), lacking[1]) == ("Phone", phone)
    [came] = day.app.people.list(asking)
    details = day.app.people.details(came)
    assert (came.phone, details["custom:Meal"]) == ("012 345 678", "Fish")
    assert page.door.answer.big.plain.startswith("Checked in")


def test_a_session_that_is_over_says_that_the_person_is_registered_only(
    keys: Keys, day: room.Desk
) -> None:
    day.lock(day.morning)
    keys.names("", "TEP Bopha")
    answers: list[str] = []
    keys.page.door.answered.connect(lambda answer: answers.append(in_words(answer.detail)))

    keys.press(ENTER, ENTER)
    keys.wait()

    assert "TEP Bopha" in day.names()
    assert answers == [
        "Registered, but not checked in. The session is closed. Open it again in the list, or set "
        "there who was here."
    ]


@pytest.mark.parametrize("wanted", sorted(LAYOUTS))
def test_a_badge_is_printed_once_the_person_is_registered(
    keys: Keys, day: room.Desk, tmp_path: Path, wanted: str
) -> None:
    paper = tmp_path / "paper.pdf"
    keys.page.door.press.printer_called = partial(into, paper)
    way(keys, wanted)
    keys.names("", "TEP Bopha")

    keys.press(ENTER, ENTER)
    keys.wait()
    keys.wait()

    [page] = list(rendered(paper, 150))
    code = day.guest(day.person("TEP Bopha")).badge
    assert {one.text for one in codes_in(page, live=True)} == {code}
    assert not keys.page.door.unprinted.isVisible()


def into(file: Path, name: str) -> QPrinter:
    """Give the usual printer, whose paper is a file."""
    assert name == ""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def test_who_is_registered_stays_so_when_the_printer_fails_and_it_is_said(
    keys: Keys, day: room.Desk, tmp_path: Path
) -> None:
    keys.page.door.press.printer_called = no_printer
    way(keys, "label")
    keys.names("", "TEP Bopha")
    keys.press(ENTER, ENTER)
    keys.wait()
    keys.wait()
    said = keys.page.door.unprinted.plain
    present = day.counts().present

    keys.page.door.press.printer_called = partial(into, tmp_path / "paper.pdf")
    keys.page.door.unprinted.again.click()
    keys.wait()

    assert said == (
        "TEP Bopha is registered, but the badge was not printed. "
        "There is no printer here. Connect one, then print again."
    )
    assert present == 1
    assert keys.page.door.answer.big.plain.startswith("Checked in")
    assert not keys.page.door.unprinted.isVisible()


def no_printer(name: str) -> QPrinter:
    assert name == ""
    raise Refusal("There is no printer here. Connect one, then print again.")


def test_the_next_badge_goes_to_the_next_place_of_the_sheet(keys: Keys, tmp_path: Path) -> None:
    keys.page.door.press.printer_called = partial(into, tmp_path / "paper.pdf")
    way(keys, "sheet")
    keys.names("", "TEP Bopha")
    keys.press(ENTER, ENTER)
    keys.wait()

    keys.page.carry_out("walk_in")
    keys.wait()

    assert (keys.form.badge.way, keys.form.badge.places.value()) == ("sheet", 2)
    assert layout(LAYOUTS["sheet"]).per_page == PLACES


@pytest.mark.parametrize(("percent", "language"), [(100, "km"), (200, "en")])
def test_every_word_of_the_form_can_be_read_whole_in_both_languages(
    running: Running, qtbot: QtBot, percent: int, language: str
) -> None:
    running.choices.change(language=language, text_percent=percent)
    day = running.fill(0)
    window = running.show("attendance")
    window.resize(1366, 768)
    page = window.page("attendance")
    assert isinstance(page, AttendancePage)
    page.carry_out("walk_in")
    form = page.door.walk_in
    form.fields.name_en.setText("SOK Vibol")
    form.fields.show_seat(is_asked=True)
    form.badge.ways.choose("sheet")
    form.fields.refuse("sex", "This must be answered.")
    qtbot.waitUntil(form.alike.isVisible)
    running.settle()

    assert len(day.names()) == 9
    assert left_behind(form, language) == []
    assert [*clipped(form), *overlapping(form), *outside(form), *sideways(form)] == []
    assert [one for one in tab_order(form) if not name_of(one).strip()] == []
