"""Reports: the figures of every session, and the way to all that is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.badges.views import BadgeReplaced
from bootcamp_app.features.people.views import PersonChanged
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.ui.pages import page_entry
from bootcamp_app.ui.reports.reports_page import FILES, SECTIONS, ReportsPage
from tests import desk as room

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests.clock import FakeClock

    Settle = Callable[[], None]


def press(inside: object, text: str) -> None:
    found = [
        one
        for one in inside.findChildren(QPushButton)  # type: ignore[attr-defined]
        if one.text() == text and one.isVisible()
    ]
    assert len(found) == 1
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def row(page: ReportsPage, number: int) -> list[str]:
    model = page.overview.table.model()
    return [str(model.index(number, at).data()) for at in range(model.columnCount())]


def test_a_session_is_shown_with_its_figures(page: ReportsPage) -> None:
    assert row(page, 0)[1:] == ["2 March", "9", "4", "0", "0", "5", "0"]
    assert page.subtitle.plain == "6 sessions, 1 attended so far"


def test_nobody_is_absent_from_a_session_whose_door_is_not_open_yet(page: ReportsPage) -> None:
    assert row(page, 1)[1:] == ["2 March", "9", "0", "0", "0", "–", "0"]


def test_a_scan_at_the_door_is_counted_at_once(
    page: ReportsPage, day: room.Desk, qtbot: QtBot
) -> None:
    late = day.guest(day.people()[5])

    day.scan(late.badge, at=day.at("09:10"))

    qtbot.waitUntil(lambda: row(page, 0)[3] == "5")
    assert row(page, 0)[4] == "1"


def test_who_is_excused_by_hand_is_counted_at_once(
    page: ReportsPage, day: room.Desk, qtbot: QtBot
) -> None:
    missing = day.people()[5].participation_id

    day.app.states.set(day.morning, [missing], Mark("excused", "sick"))

    qtbot.waitUntil(lambda: row(page, 0)[5] == "1")


def test_the_last_session_that_was_attended_is_broken_down(page: ReportsPage) -> None:
    shares = page.overview.shares
    parts = shares.bars["sex"].accessibleDescription()

    assert shares._session.plain == "Day 1 – Morning · 2 March 2026"
    assert "female" in parts
    assert "male" in parts


def test_a_session_that_nobody_attended_leads_to_the_door(page: ReportsPage) -> None:
    table = page.overview.table
    table.setCurrentIndex(table.model().index(1, 0))
    wanted: list[str] = []
    page.wanted.connect(wanted.append)

    press(page.overview.shares, "Open the door")

    assert wanted == ["attendance"]


def test_without_people_the_page_teaches_the_next_step(
    page: ReportsPage, desk: Desk, clock: FakeClock, settle: Settle
) -> None:
    desk.choose(room.Desk(desk.app, clock).bootcamp)
    settle()
    wanted: list[str] = []
    page.wanted.connect(wanted.append)

    press(page, "Import a list")

    assert wanted == ["people.import"]


def test_a_section_is_made_when_it_is_first_wanted_and_stands_alone(page: ReportsPage) -> None:
    assert list(page._made) == ["overview"]

    page._export.click()

    assert page.files.isVisible()
    assert not page.overview.isVisible()
    assert not page._export.isVisible()
    page.show_section("overview")
    assert page.overview.isVisible()
    assert not page.files.isVisible()


@pytest.mark.parametrize("kind", report_kinds())
def test_every_kind_of_report_is_an_act_that_opens_its_form(
    page: ReportsPage, kind: str, settle: Settle
) -> None:
    page.carry_out(kind)
    settle()

    assert page.files.shown is not None
    assert page.files.shown.offered.id == kind
    assert page.files.shown.isVisible()


def test_no_act_of_the_menus_leads_nowhere_and_no_kind_hides_a_section(page: ReportsPage) -> None:
    assert {act.id for act in page_entry("reports").acts} <= page.acts.keys()
    assert report_kinds().keys() & SECTIONS.keys() == set()


def test_the_page_that_is_asked_for_again_shows_all_files(
    page: ReportsPage, settle: Settle
) -> None:
    page.open_report("people")
    settle()

    page.return_home()

    assert page.files.gallery.isVisible()
    assert page._shown == FILES


def test_the_page_turns_with_the_language(
    page: ReportsPage, choices: Choices, settle: Settle
) -> None:
    choices.change(language="km")
    settle()

    assert page.title.plain == "របាយការណ៍"
    model = page.overview.table.model()
    assert model.headerData(3, Qt.Orientation.Horizontal) == "មានវត្តមាន"


def test_a_burst_of_facts_is_counted_a_few_times_only_and_strange_ones_never(
    page: ReportsPage, desk: Desk, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[int] = []
    monkeypatch.setattr(page.overview, "reload", lambda: reads.append(1))
    for _fact in range(5):
        desk.bridge.happened.emit(BadgeReplaced("x"))
    qtbot.wait(300)
    assert reads == []

    for _fact in range(20):
        desk.bridge.happened.emit(PersonChanged("x"))
    qtbot.wait(600)
    settle()

    assert 1 <= len(reads) <= 2


def test_a_khmer_day_follows_the_chosen_digits(
    page: ReportsPage, choices: Choices, settle: Settle
) -> None:
    shown = []
    for has_khmer in (False, True):
        choices.change(language="km", khmer_digits=has_khmer)
        settle()
        shown.append(row(page, 0)[1])

    assert shown == ["ថ្ងៃទី2 ខែមីនា", "ថ្ងៃទី២ ខែមីនា"]
