"""Today: the day as it stands, and as it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.ui.attendance.closing_dialog import CloseDialog
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.today import today_page
from bootcamp_app.ui.today.day import Day, read_day
from bootcamp_app.ui.today.room_card import parts_of
from bootcamp_app.ui.today.today_page import TodayPage
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.clock import FakeClock


@pytest.fixture
def page(desk: Desk, day: room.Desk, qtbot: QtBot, settle: Callable[[], None]) -> TodayPage:
    del day
    return shown(desk, qtbot, settle)


def shown(desk: Desk, qtbot: QtBot, settle: Callable[[], None]) -> TodayPage:
    made = TodayPage(desk)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    made.show()
    settle()
    return made


def visible_buttons(page: TodayPage) -> list[QPushButton]:
    return [made for made in page.findChildren(QPushButton) if made.isVisible()]


def visible_labels(page: TodayPage) -> list[QLabel]:
    return [made for made in page.findChildren(QLabel) if made.isVisible()]


def numbers(page: TodayPage) -> list[str]:
    figures = (page.present, page.late, page.excused, page.not_here)
    return [figure.number.plain for figure in figures]


def test_the_day_and_its_session_are_said(page: TodayPage) -> None:
    assert page.title.plain == "Today, day 1 of 3"
    assert page.subtitle.plain == "Day 1 – Morning · 08:30–11:30"
    assert numbers(page) == ["0", "0", "0", "9"]
    assert page.next.text() == "Open the door"


def test_the_figures_follow_the_door(
    page: TodayPage, day: room.Desk, clock: FakeClock, qtbot: QtBot
) -> None:
    day.scan(day.guest(day.person("SOK Vibol")).badge)
    clock.forward(minutes=60)
    day.scan(day.guest(day.person("LY Mary")).badge)

    qtbot.waitUntil(lambda: numbers(page) == ["2", "1", "0", "7"])
    assert page.present.words.plain == "present of 9"
    assert page.late.words.plain == "of them late, 30 min on average"


def test_a_scan_taken_back_leaves_the_figures(
    page: TodayPage, day: room.Desk, qtbot: QtBot
) -> None:
    scan = day.scan(day.guest(day.person("SOK Vibol")).badge)
    qtbot.waitUntil(lambda: numbers(page)[0] == "1")

    day.app.attendance.undo_scan(scan.event_id)

    qtbot.waitUntil(lambda: numbers(page)[0] == "0")


def test_many_scans_are_shown_at_most_four_times_a_second(
    page: TodayPage, day: room.Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shows: list[Day] = []

    def show(told: Day) -> None:
        shows.append(told)
        TodayPage.show_day(page, told)

    monkeypatch.setattr(page, "show_day", show)
    codes = [day.guest(person).badge for person in day.people()]

    for code in codes:
        day.scan(code)
        qtbot.wait(5)
    qtbot.waitUntil(lambda: numbers(page)[0] == "9")

    assert len(shows) <= 3


def test_after_a_day_that_could_not_be_read_the_next_change_is_shown(
    page: TodayPage, day: room.Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
    settle: Callable[[], None],
) -> None:  # fmt: skip
    def refuse(*_of: object) -> Day:
        raise Refusal("The file is busy. Try again.")

    with monkeypatch.context() as busy:
        busy.setattr(today_page, "read_day", refuse)
        page.refresh()
        settle()
    told = page.banner.plain

    day.scan(day.guest(day.person("SOK Vibol")).badge)

    qtbot.waitUntil(lambda: numbers(page)[0] == "1")
    assert told == "The file is busy. Try again."


def test_the_main_button_leads_to_what_is_next(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wanted) as asked:
        page.next.click()

    assert asked.args == ["attendance"]


def test_a_list_without_anybody_teaches_the_next_step(
    desk: Desk, page: TodayPage, day: room.Desk, settle: Callable[[], None]
) -> None:
    desk.choose(day.open_bootcamp("Kep bootcamp"))
    settle()

    assert page.present.isVisible() is False
    assert page.next.isVisible() is False
    assert "Import a list" in [button.text() for button in visible_buttons(page)]


def test_without_a_bootcamp_the_page_says_how_to_get_one(
    desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page = shown(desk, qtbot, settle)

    assert page.title.plain == "Today"
    assert "No bootcamp is open" in [label.text() for label in visible_labels(page)]


@pytest.mark.parametrize(
    ("days", "title", "subtitle", "step"),
    [
        (-7, "Before the bootcamp", "2–4 March 2026", "Print badges"),
        (1, "Today, day 2 of 3", "Day 2 – Morning · 08:30–11:30", "Open the door"),
        (9, "After the bootcamp", "2–4 March 2026", "Issue certificates"),
    ],
)
def test_before_and_after_the_dates_are_said(
    page: TodayPage,
    clock: FakeClock,
    settle: Callable[[], None],
    days: int,
    title: str,
    subtitle: str,
    step: str,
) -> None:
    clock.forward(days=days)
    page.came_to_front()
    settle()

    assert (page.title.plain, page.subtitle.plain) == (title, subtitle)
    assert page.next.text() == step


def test_the_agenda_knows_what_is_over_now_and_next(
    desk: Desk, day: room.Desk, clock: FakeClock
) -> None:
    day.scan(day.guest(day.person("SOK Vibol")).badge)
    in_the_morning = read_day(desk.app, day.bootcamp)
    clock.forward(minutes=4 * 60)
    at_noon = read_day(desk.app, day.bootcamp)

    assert [(item.state, item.came) for item in in_the_morning.agenda] == [("now", 1), ("next", 0)]
    assert [(item.state, item.came) for item in at_noon.agenda] == [("over", 1), ("next", 0)]


def test_every_word_turns_with_the_language(page: TodayPage, choices: Choices) -> None:
    choices.change(language="km", khmer_digits=True)

    assert "១" in page.title.plain
    assert numbers(page)[3] == "៩"
    assert page.subtitle.plain == "ថ្ងៃទី១ – ព្រឹក · ០៨:៣០–១១:៣០"


def test_dates_in_khmer_have_the_digits_that_were_chosen(
    page: TodayPage, choices: Choices, clock: FakeClock, settle: Callable[[], None]
) -> None:
    clock.forward(days=-7)
    page.came_to_front()
    settle()

    choices.change(language="km", khmer_digits=False)

    assert page.subtitle.plain == "ថ្ងៃទី2 ដល់ថ្ងៃទី4 ខែមីនា ឆ្នាំ2026"


def test_the_smallest_parts_of_a_bar_stand_together() -> None:
    counted = {"Kampot": 5, "Kep": 2, "Takeo": 2, "Pailin": 1, "Kandal": 1, "not_stated": 3}

    shown_parts = [(in_words(text), count) for text, count in parts_of(counted)]

    assert shown_parts == [
        ("Kampot", 5),
        ("not stated", 3),
        ("Kep", 2),
        ("Takeo", 2),
        ("elsewhere", 2),
    ]


def test_who_is_missing_stands_there_with_the_phone_and_is_copied(
    page: TodayPage, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    for person in day.people()[2:]:
        day.scan(day.guest(person).badge)
    card = page.who_is_missing
    qtbot.waitUntil(lambda: card.number.plain == "2 people are missing")
    said: list[object] = []
    page.said.connect(lambda text, _act: said.append(in_words(text)))

    card.copy.click()
    settle()

    missing = day.figures().missing
    lines = [f"{one.name_km}\t{one.name_en}\t{one.phone}" for one in missing]
    assert QGuiApplication.clipboard().text() == "\n".join(lines)
    assert said == ["Copied: 2 people"]


def test_nobody_is_missing_when_everybody_came(
    page: TodayPage, day: room.Desk, qtbot: QtBot
) -> None:
    for person in day.people():
        day.scan(day.guest(person).badge)

    qtbot.waitUntil(lambda: page.who_is_missing.number.plain == "Nobody is missing")
    assert page.who_is_missing.copy.isEnabled() is False
    assert page.who_is_missing.table.isVisible() is False


def test_a_session_that_is_over_is_closed_from_here_after_a_look(
    page: TodayPage, day: room.Desk, clock: FakeClock, settle: Callable[[], None], qtbot: QtBot
) -> None:
    before = page.to_close.isVisible()
    clock.forward(minutes=4 * 60)
    page.refresh()
    settle()
    said = page.to_close.plain
    page.to_close.findChildren(Button)[0].click()
    settle()
    dialog = next(one for one in page.findChildren(CloseDialog))

    dialog.main.click()
    settle()

    assert before is False
    assert said == "Day 1 – Morning is over. Close it, and who has not come is marked absent."
    assert day.morning.is_locked
    qtbot.waitUntil(lambda: page.to_close.isVisible() is False)


def test_states_set_elsewhere_reach_the_figures(
    page: TodayPage, day: room.Desk, qtbot: QtBot
) -> None:
    ids = [one.participation_id for one in day.people()]

    day.app.states.set(day.morning, ids[:2], Mark("excused", "sick"))

    qtbot.waitUntil(lambda: numbers(page) == ["0", "0", "2", "7"])
