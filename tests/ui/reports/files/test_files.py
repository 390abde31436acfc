"""Files for others: every kind is offered, chosen, seen before it is saved, and remembered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bootcamp_app.features.bootcamps.programmes import ProgrammeWish
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.ui.reports.files.report_form import WITH_NAMES
from bootcamp_app.ui.reports.reports_page import ReportsPage
from tests.report_kinds import EVERYTHING, LONG, ROWS, SITTINGS, asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.report_panel import ReportPanel
    from tests import desk as room

    Settle = Callable[[], None]


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """There are kinds that ask for everything, besides the real ones."""
    asked.clear()
    for kind in (EVERYTHING, SITTINGS, LONG):
        monkeypatch.setitem(report_kinds(), kind.id, kind)


def opened(page: ReportsPage, kind: str, qtbot: QtBot, settle: Settle) -> ReportPanel:
    page.open_report(kind)
    panel = cast("ReportPanel", page.files.shown)
    seen(panel, qtbot, settle)
    return panel


def seen(panel: ReportPanel, qtbot: QtBot, settle: Settle) -> None:
    """Wait until what is chosen is shown."""
    settle()
    qtbot.waitUntil(lambda: not panel.preview.is_busy, timeout=10_000)
    settle()


def field(panel: ReportPanel, name: str) -> Any:  # noqa: ANN401 - any kind of field
    return panel.form.form.field(name)


def tabs(panel: ReportPanel) -> list[str]:
    shown = panel.preview.tables.tabs
    return [shown.tabText(at) for at in range(shown.count())]


def cells(panel: ReportPanel, row: int) -> list[str]:
    table = panel.preview.tables.table
    assert table is not None
    model = table.model()
    return [str(model.index(row, at).data()) for at in range(model.columnCount())]


def test_the_gallery_offers_every_kind_that_there_is_and_the_whole_workspace(
    page: ReportsPage,
) -> None:
    page.show_section("files")

    cards = page.files.gallery.cards
    assert list(cards) == [*report_kinds(), "database", "copy"]
    assert cards["people"].accessibleName() == "People"
    assert cards["people"].accessibleDescription().startswith("One row for each person")


def test_a_card_opens_its_form_with_the_keys_and_escape_comes_back_to_it(
    page: ReportsPage, settle: Settle
) -> None:
    page.activateWindow()
    page.show_section("files")
    card = page.files.gallery.cards["people"]
    card.setFocus()

    QTest.keyClick(card, Qt.Key.Key_Space)
    settle()
    panel = page.files.shown
    assert panel is not None
    assert panel.isVisible()
    assert panel.first.hasFocus()
    QTest.keyClick(panel.first, Qt.Key.Key_Escape)

    assert page.files.gallery.isVisible()
    assert card.hasFocus()


def test_tables_are_seen_before_they_are_saved(
    page: ReportsPage, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "everything", qtbot, settle)

    assert tabs(panel) == ["Cover", "Many", "Zero"]
    assert panel.preview.tables._cover.plain == "Rule: all of it\n\nCounted once."
    panel.preview.tables.tabs.setCurrentIndex(1)
    assert cells(panel, 0) == ["SOK Dara", "late", "50 %", "2026-03-02"]
    assert panel.preview.tables._says.plain == f"The first 50 of {ROWS} rows"
    panel.preview.tables.tabs.setCurrentIndex(2)
    assert panel.preview.tables.table is None
    assert panel.preview.tables._empty.isVisible()


def test_pages_are_seen_as_they_print(page: ReportsPage, qtbot: QtBot, settle: Settle) -> None:
    panel = opened(page, "everything", qtbot, settle)

    field(panel, "form").choose("pdf")
    seen(panel, qtbot, settle)

    shown = panel.preview.paper._preview
    assert shown is not None
    assert shown.pages == 2
    assert shown.print.isEnabled()
    assert panel.preview.paper.isVisible()
    assert not panel.preview.tables.isVisible()


def test_what_is_chosen_is_what_is_made(
    page: ReportsPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    programme = desk.app.programmes.make(ProgrammeWish("Innovation", "", "INN-1"))
    panel = opened(page, "everything", qtbot, settle)
    assert desk.bootcamp is not None
    assert asked[-1].bootcamps == (desk.bootcamp.id,)

    field(panel, "of").choose(f"programme:{programme.id}")
    field(panel, "first").setText("02/03/2026")
    field(panel, "first").editingFinished.emit()
    field(panel, "option order").choose("team")
    field(panel, "option signs").click()
    field(panel, "without").click()
    seen(panel, qtbot, settle)

    choice = asked[-1]
    assert (choice.bootcamps, choice.programme) == ((), programme.id)
    assert (str(choice.first), choice.last) == ("2026-03-02", None)
    assert choice.options == {"order": "team", "signs": "yes"}
    assert not choice.with_personal_data
    panel.preview.tables.tabs.setCurrentIndex(1)
    assert cells(panel, 0) == ["late", "50 %", "2026-03-02"]
    assert panel.form.wish.file_name == "Attendance INN-1.xlsx"


def test_some_bootcamps_are_ticked_one_at_least(
    page: ReportsPage, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "everything", qtbot, settle)
    assert not field(panel, "some").isVisible()

    field(panel, "of").choose("some")
    assert field(panel, "some").isVisible()
    assert field(panel, "some").accessibleName() == "Bootcamps: None ticked yet"
    assert panel.form.form.refusal("some") == "Tick one bootcamp or more."
    field(panel, "some").tick(asked[-1].bootcamps)
    seen(panel, qtbot, settle)
    assert len(asked[-1].bootcamps) == 1
    assert panel.form.form.refusal("some") == ""
    assert panel.form.wish.file_name == "Attendance.xlsx"


def test_a_day_that_is_none_is_refused_under_its_field_and_shows_nothing(
    page: ReportsPage, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "everything", qtbot, settle)

    field(panel, "last").setText("tomorrow")
    field(panel, "last").editingFinished.emit()
    seen(panel, qtbot, settle)

    assert "day/month/year" in panel.form.form.refusal("last")
    assert not panel.preview.tables.isVisible()
    for text, refusal in (("01/03/2026", ""), ("", "")):
        field(panel, "last").setText(text)
        field(panel, "last").editingFinished.emit()
        assert panel.form.form.refusal("last") == refusal


def test_days_turned_round_are_refused_under_the_later_one(
    page: ReportsPage, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "everything", qtbot, settle)

    for name, text in (("first", "02/03/2026"), ("last", "01/03/2026")):
        field(panel, name).setText(text)
        field(panel, name).editingFinished.emit()

    assert "before the first day" in panel.form.form.refusal("last")
    panel.delivery.save.click()
    assert not panel.delivery.banner.isVisible()


def test_sessions_are_ticked_and_none_ticked_means_all(
    page: ReportsPage, day: room.Desk, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "sittings", qtbot, settle)
    assert asked[-1].sessions == ()
    assert panel.whom.plain == "For “Kampot bootcamp”"

    some = [day.sessions[0].id, day.sessions[3].id]
    field(panel, "sessions").tick(some)
    seen(panel, qtbot, settle)

    assert asked[-1].sessions == tuple(some)
    assert field(panel, "sessions").accessibleName() == "Sessions: 2 of 6"
    field(panel, "sessions").tick(day.sessions[0].id)
    assert field(panel, "sessions").text() == "Day 1 – Morning · 2 March 2026 08:30"


def test_what_was_chosen_is_remembered_for_each_kind(
    page: ReportsPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "everything", qtbot, settle)
    field(panel, "form").choose("csv")
    field(panel, "of").choose("every")
    field(panel, "option order").choose("team")
    field(panel, "without").click()
    opened(page, "people", qtbot, settle)

    later = ReportsPage(desk)
    qtbot.addWidget(later)
    later.show()
    again = opened(later, "everything", qtbot, settle)

    wish = again.form.wish
    assert (wish.form, wish.choice.bootcamps) == ("csv", ())
    assert wish.choice.options["order"] == "team"
    assert not wish.choice.with_personal_data
    assert opened(later, "people", qtbot, settle).form.wish.form == "xlsx"


@pytest.mark.parametrize("kept", ["[]", "{", json.dumps({"form": "docx", "of": 5, "some": None})])
def test_a_memory_that_makes_no_sense_is_looked_past(
    page: ReportsPage, desk: Desk, kept: str, qtbot: QtBot, settle: Settle
) -> None:
    desk.memory.keep("report/everything", kept)

    assert opened(page, "everything", qtbot, settle).form.wish.form == "xlsx"


def test_what_takes_long_can_be_stopped_and_is_dropped_when_it_is_left(
    page: ReportsPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    page.open_report("long")
    panel = cast("ReportPanel", page.files.shown)
    waiting = panel.preview.waiting
    qtbot.waitUntil(waiting.isVisible)

    waiting.stop.click()
    settle()

    assert panel.preview.banner.plain == "Stopped. Nothing of it was kept."
    panel._renew()
    qtbot.waitUntil(waiting.isVisible)
    page.return_home()
    settle()
    assert not desk.tasks.is_busy


def test_the_preview_speaks_the_language_that_is_chosen(
    page: ReportsPage, choices: Choices, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "attendance", qtbot, settle)
    assert "Name in Khmer" in panel.preview.tables._shown.sheets[0].columns[0].title

    choices.change(language="km")
    seen(panel, qtbot, settle)

    assert panel.preview.tables._shown.sheets[0].columns[0].title == "ឈ្មោះជាអក្សរខ្មែរ"


def test_without_a_bootcamp_the_form_says_what_to_do(
    page: ReportsPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "people", qtbot, settle)

    desk.choose(None)
    seen(panel, qtbot, settle)

    assert panel.preview.banner.plain.startswith("This file is about a bootcamp.")
    panel.delivery.save.click()
    assert panel.delivery.banner.plain.startswith("This file is about a bootcamp.")


def test_a_change_in_the_workspace_is_seen_in_the_preview(
    page: ReportsPage, day: room.Desk, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "people", qtbot, settle)
    assert panel.preview.tables._says.plain == "9 rows"

    day.walk_in("MAO Sokly")

    qtbot.waitUntil(lambda: panel.preview.tables._says.plain == "10 rows")


def test_the_words_say_what_leaving_personal_data_out_means(
    page: ReportsPage, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "people", qtbot, settle)
    before = panel.form._says.plain

    field(panel, "without").click()

    assert before == WITH_NAMES
    assert panel.form._says.plain.startswith("Leaves out names, positions, phones, e-mails")
