"""Indicators on the page: counted beside the window, opened, hidden, frozen and compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.reports.indicator_views import Figure, Scope
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.date_field import DateField
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.people.person_page import PersonView
from bootcamp_app.ui.reports.indicators.behind_dialog import BehindDialog
from bootcamp_app.ui.reports.indicators.breakdown_card import MOST_BARS, fewer
from bootcamp_app.ui.reports.indicators.compare_dialog import CompareDialog
from bootcamp_app.ui.reports.indicators.freeze_dialog import FreezeDialog
from bootcamp_app.ui.reports.indicators.said import in_chosen_digits
from bootcamp_app.ui.reports.indicators.section import IndicatorsSection
from bootcamp_app.ui.reports.reports_page import ReportsPage
from bootcamp_app.ui.words import tongue
from tests.features.reports.hand_made import tally
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    outside,
    overlapping,
    sideways,
    tab_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.table import Table
    from bootcamp_app.ui.reports.files.report_panel import ReportPanel
    from tests import desk as room
    from tests.ui.program import Running

    Settle = Callable[[], None]


@pytest.fixture
def section(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> IndicatorsSection:
    """The section, with seven of nine people in the room this morning."""
    for one in day.people()[:7]:
        day.scan(day.guest(one).badge)
    shown = IndicatorsSection(desk)
    qtbot.addWidget(shown)
    shown.resize(1100, 900)
    shown.show()
    shown.came_to_front()
    settle()
    return shown


def dialog(section: IndicatorsSection, kind: type[QWidget], settle: Settle) -> QWidget:
    settle()
    (found,) = (one for one in section.findChildren(kind) if one.isVisible())
    return found


def rows(table: Table) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(at, column).data()) for column in range(model.columnCount())]
        for at in range(model.rowCount())
    ]


def press(inside: QWidget, text: str) -> None:
    (found,) = (
        one for one in inside.findChildren(QPushButton) if one.text() == text and one.isVisible()
    )
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_every_figure_is_shown_as_it_was_counted(section: IndicatorsSection, desk: Desk) -> None:
    counted = desk.app.indicators.count(Scope())
    shown = section.figures.figures

    assert counted.total.people == 7
    assert shown["people"].number.plain == shown["participations"].number.plain == "7"
    assert shown["person_hours"].number.plain == "21"
    for breakdown in counted.breakdowns:
        if "&" in breakdown.id or breakdown.id == "programme":
            continue
        bars = {bar.key: bar for bar in section.breakdowns.cards[breakdown.id].chart.bars}
        for figure in breakdown.figures:
            if figure.key in bars:
                assert figure.tally is not None
                assert bars[figure.key].number == figure.tally.people
                parts = bars[figure.key].parts
                assert not parts or sum(one.number or 0 for one in parts) == figure.tally.people


def test_one_way_leads_to_everybody_and_cards_stand_in_pairs_of_what_is_shown(
    section: IndicatorsSection,
) -> None:
    """The programme is not shown where there is only one: its neighbour is no wider for that."""
    ways = [one for one in section.findChildren(QPushButton) if one.text() == "Who and how"]
    cards = [one for one in section.breakdowns.cards.values() if one.isVisible()]
    lefts = {one.mapTo(section, one.rect().topLeft()).x() for one in cards}

    assert len(ways) == 1
    assert not section.breakdowns.cards["programme"].isVisible()
    widths = [one.width() for one in cards]
    assert max(widths) - min(widths) <= 1
    assert len(lefts) == 2


def test_a_session_is_called_by_what_tells_it_from_others_first(day: room.Desk, desk: Desk) -> None:
    session = day.app.bootcamps.sessions(day.bootcamp)[0]
    alone = desk.app.indicators.words().title(session.id)
    day.app.bootcamps.make(NewBootcamp("Another", day.bootcamp.starts_on))
    beside = desk.app.indicators.words().title(session.id)

    assert alone == session.title
    assert beside == f"{session.title} – {day.bootcamp.title}"


def test_the_bootcamp_in_front_is_counted_until_somebody_chooses_something_else(
    section: IndicatorsSection, day: room.Desk, desk: Desk, settle: Settle
) -> None:
    first = section.scope.scope.bootcamps
    other = day.app.bootcamps.make(NewBootcamp("Another", day.bootcamp.starts_on))
    desk.choose(other)
    settle()
    turned = section.scope.scope.bootcamps
    field = section.scope.form.field("what")
    assert isinstance(field, ChoiceField)
    field.choose("all")
    desk.choose(day.bootcamp)
    settle()

    assert first == (day.bootcamp.id,)
    assert turned == (other.id,)
    assert section.scope.scope.bootcamps == ()


def test_a_bar_opens_the_people_behind_it_and_one_of_them_is_opened(
    section: IndicatorsSection, desk: Desk, settle: Settle
) -> None:
    wanted: list[Participant] = []
    desk.person_wanted.connect(wanted.append)
    chart = section.breakdowns.cards["sex"].chart

    QTest.keyClick(chart, Qt.Key.Key_Return)
    shown = dialog(section, BehindDialog, settle)

    assert isinstance(shown, BehindDialog)
    women = section.breakdowns.cards["sex"].chart.bars[0].number
    assert len(rows(shown.table)) == women
    assert shown.counted.plain.startswith(f"Sex: female: {women:.0f} unique people")
    assert "present or late" in shown.rule.plain
    assert rows(shown.table)[0][3:] == ["1", "1", "3"]
    shown.table.setCurrentIndex(shown.table.model().index(0, 0))
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert [one.name_en for one in wanted] == [rows(shown.table)[0][0]]


def test_the_public_version_hides_small_groups_and_opens_none_of_them(
    section: IndicatorsSection, settle: Settle
) -> None:
    QTest.keyClick(section.scope.form.field("public"), Qt.Key.Key_Space)
    settle()

    hidden = [bar for bar in section.breakdowns.cards["province"].chart.bars if bar.number is None]
    assert [bar.told for bar in hidden] == ["<5"] * len(hidden) != []

    section.open_figure(hidden[0].key)

    assert "hidden in the public version" in section.banner.plain
    assert section.findChildren(BehindDialog) == []


def test_counting_anew_leaves_the_keyboard_where_it_is(
    section: IndicatorsSection, day: room.Desk, qtbot: QtBot
) -> None:
    chart = section.breakdowns.cards["sector"].chart
    section.activateWindow()
    chart.setFocus()
    before = section.figures.figures["people"].number.plain

    day.scan(day.guest(day.people()[8]).badge)

    qtbot.waitUntil(lambda: section.figures.figures["people"].number.plain != before)
    assert section.figures.figures["people"].number.plain == "8"
    assert chart.hasFocus()


def test_who_is_marked_present_by_hand_is_counted_at_once(
    section: IndicatorsSection, day: room.Desk, qtbot: QtBot
) -> None:
    missing = day.people()[8].participation_id

    day.app.states.set(day.morning, [missing], Mark("present"))

    qtbot.waitUntil(lambda: section.figures.figures["people"].number.plain == "8")


def test_days_on_which_nobody_came_teach_what_to_do(
    section: IndicatorsSection, settle: Settle
) -> None:
    wanted: list[str] = []
    section.wanted.connect(wanted.append)
    days = section.scope.form.field("when")
    assert isinstance(days, ChoiceField)

    for name in ("first", "last"):
        field = section.scope.form.field(name)
        assert isinstance(field, DateField)
        field.show_day(date(2020, 1, 1))
    days.choose("some")
    settle()

    press(section, "Open the door")

    assert wanted == ["attendance"]


def test_a_table_says_all_four_measures_also_of_two_things_at_once(
    section: IndicatorsSection, qtbot: QtBot
) -> None:
    section.breakdowns.show_view("table")
    qtbot.waitUntil(lambda: "sector&sex" in section.breakdowns.cards)

    table = section.breakdowns.cards["sector&sex"].table
    assert table.isVisible()
    assert not section.breakdowns.cards["sex"].chart.isVisible()
    people = [int(row[1]) for row in rows(table)]
    assert sum(people) == 7
    assert all(len(row) == 5 for row in rows(table))


def test_figures_are_frozen_saved_and_compared_with_today(
    section: IndicatorsSection, day: room.Desk, settle: Settle, tmp_path: Path
) -> None:
    section.freeze()
    asked = dialog(section, FreezeDialog, settle)
    assert isinstance(asked, FreezeDialog)
    asked.main.click()
    assert "Write a title" in asked.form.refusal("title")
    asked.form.field("title").setText("Mid-term")  # type: ignore[attr-defined]
    asked.main.click()
    settle()
    QApplication.processEvents()
    settle()

    (listed,) = rows(section.frozen.table)
    assert listed[0] == "Mid-term"
    assert listed[3:] == ["7", "intact"]
    frozen = section.frozen.table.current()
    section.frozen.save_to(frozen, tmp_path / "frozen")
    settle()
    page = pypdfium2.PdfDocument(tmp_path / "frozen.pdf")[0]
    assert frozen.checksum[:16] in page.get_textpage().get_text_range()

    late = day.people()[8]
    day.scan(day.guest(late).badge)
    section.frozen.compare.click()
    shown = dialog(section, CompareDialog, settle)
    assert isinstance(shown, CompareDialog)
    assert rows(shown.figures)[0] == ["Everybody", "7", "8", "+1"]
    press(shown.measures, "Person-hours")
    assert rows(shown.figures)[0] == ["Everybody", "21", "24", "+3"]
    assert [row[0] for row in rows(shown.came)] == [late.name_en]
    assert rows(shown.left) == []


def test_a_person_behind_a_figure_is_opened_with_their_bootcamp_in_front(running: Running) -> None:
    day = running.fill(scans=0)
    person = day.people()[3]
    other = day.open_bootcamp("Kep bootcamp", province="Kep")
    running.desk.choose(other)

    running.desk.person_wanted.emit(person)
    running.settle()

    assert running.desk.bootcamp == day.bootcamp
    assert running.window.page_id == "people"
    (shown,) = running.window.findChildren(PersonView)
    assert shown.person.person_id == person.person_id


def test_the_section_can_be_read_whole_in_both_languages_and_with_large_type(
    running: Running,
) -> None:
    day = running.fill(scans=7)
    day.app.agenda.change_bootcamp(day.bootcamp, {"title_km": "វគ្គកំពត"})
    running.desk.app.frozen_figures.freeze(Scope(), "Mid-term")
    running.window.resize(1366, 768)
    window = running.show("reports.figures")

    # It begins in English at the usual size.
    for language, percent in (("km", 100), ("km", 200), ("en", 200)):
        running.choices.change(language=language, text_percent=percent)
        running.settle()
        looks = (clipped, overlapping, outside, sideways)
        assert [fault for look in looks for fault in look(window)] == []
        assert left_behind(window, language) == []
    assert [type(one).__name__ for one in tab_order(window) if not name_of(one).strip()] == []


def test_the_files_of_the_indicators_are_one_press_away(running: Running) -> None:
    running.fill(scans=7)
    window = running.show("reports.figures")

    press(window, "Files of the indicators")
    running.settle()

    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    assert page.files.isVisible()
    assert not page.section("figures").isVisible()


def test_the_files_of_the_indicators_are_of_what_the_page_shows(
    page: ReportsPage, day: room.Desk, settle: Settle
) -> None:
    for one in day.people()[4:]:
        day.scan(day.guest(one).badge)
    page.show_section("figures")
    settle()
    section = cast("IndicatorsSection", page.section("figures"))
    form = section.scope.form
    cast("ChoiceField", form.field("what")).choose("all")
    QTest.keyClick(form.field("public"), Qt.Key.Key_Space)
    for name, chosen in (("first", date(2026, 3, 1)), ("last", date(2026, 3, 2))):
        cast("DateField", form.field(name)).show_day(chosen)
    cast("ChoiceField", form.field("when")).choose("some")
    settle()

    press(section, "Files of the indicators")
    settle()

    wish = cast("ReportPanel", page.files.shown).form.wish
    assert wish.choice.bootcamps == ()
    assert (wish.choice.first, wish.choice.last) == (date(2026, 3, 1), date(2026, 3, 2))
    assert wish.choice.options["public"] == "yes"
    assert not wish.choice.with_personal_data
    assert not page._desk.memory.kept("report/indicators", "")


def test_freezing_from_the_public_version_says_that_all_is_frozen(
    section: IndicatorsSection, settle: Settle
) -> None:
    QTest.keyClick(section.scope.form.field("public"), Qt.Key.Key_Space)
    settle()

    section.freeze()

    asked = dialog(section, FreezeDialog, settle)
    (said,) = (one for one in asked.findChildren(Banner) if one.isVisible())
    assert "also those of small groups" in said.plain


def test_of_many_groups_those_who_said_nothing_are_never_left_out() -> None:
    many = [Figure(f"province={n}", tally(n)) for n in range(25)]
    silent = Figure("province=not_stated", tally(0))

    assert fewer([*many, silent]) == [*many[:MOST_BARS], silent]
    assert fewer(many[: MOST_BARS + 1]) == many[: MOST_BARS + 1]


def test_days_begin_with_those_of_the_bootcamps_and_are_not_turned_round(
    section: IndicatorsSection, day: room.Desk, settle: Settle
) -> None:
    form = section.scope.form
    cast("ChoiceField", form.field("when")).choose("some")
    settle()
    whole = section.scope.scope
    assert (whole.first, whole.last) == (day.bootcamp.starts_on, day.bootcamp.ends_on)
    assert section.figures.figures["people"].number.plain == "7"

    cast("DateField", form.field("last")).show_day(date(2020, 1, 1))
    settle()

    assert "before the first day" in form.refusal("last")
    assert section.scope.scope == whole


@pytest.mark.parametrize(("has_khmer_digits", "said"), [(True, "ធ្នូ ២០២៦"), (False, "ធ្នូ 2026")])
def test_a_month_is_written_in_the_digits_that_were_chosen(
    monkeypatch: pytest.MonkeyPatch, *, has_khmer_digits: bool, said: str
) -> None:
    monkeypatch.setattr(tongue, "has_khmer_digits", has_khmer_digits)

    assert in_chosen_digits("month=2026-12", "ធ្នូ ២០២៦") == said
    assert in_chosen_digits("bootcamp=1", "វគ្គទី២") == "វគ្គទី២"
