"""A preview stays where it is: renewed for what concerns it, and never taken from the hands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from bootcamp_app.features.attendance.views import ScanAnnulled
from bootcamp_app.features.people.views import PersonChanged
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.storage.backups import BackupKept
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.reports.files.concern import concerns
from tests.report_kinds import EVERYTHING, LONG
from tests.ui.reports.files.test_files import field, opened, seen
from tests.ui.reports.test_reports_page import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.report_panel import ReportPanel
    from bootcamp_app.ui.reports.reports_page import ReportsPage
    from tests import desk as room

    Settle = Callable[[], None]


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (EVERYTHING, LONG):
        monkeypatch.setitem(report_kinds(), kind.id, kind)


def test_only_what_changes_a_report_has_it_shown_anew() -> None:
    kept, scan = object.__new__(BackupKept), object.__new__(ScanAnnulled)
    person, undone = object.__new__(PersonChanged), object.__new__(RecordsUndone)

    assert [name for name in report_kinds() if concerns(name, kept)] == []
    assert all(concerns(name, undone) and concerns(name, person) for name in report_kinds())
    assert concerns("attendance", scan)
    assert not concerns("phone-list", scan)


def test_a_table_that_is_shown_anew_keeps_its_place_its_row_and_the_keys(
    page: ReportsPage, day: room.Desk, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "attendance", qtbot, settle)
    table = panel.preview.tables.table
    assert table is not None
    table.setCurrentIndex(table.model().index(6, 1))
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    page.activateWindow()
    table.setFocus()
    place = table.verticalScrollBar().value()

    with qtbot.waitSignal(panel.preview.ended):
        day.scan(day.guest(day.people()[7]).badge)
    settle()

    assert panel.preview.tables.table is table
    assert table.currentIndex().row() == 6
    assert table.verticalScrollBar().value() == place
    assert table.hasFocus()


def test_pages_that_are_shown_anew_stay_at_the_page_in_view(
    page: ReportsPage, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(page, "sign-in", qtbot, settle)
    panel.preview.paper.turn_to(2)
    settle()
    assert panel.preview.paper.page == 2

    panel._renew_if_seen()
    seen(panel, qtbot, settle)

    assert panel.preview.paper.page == 2


def test_a_preview_under_way_is_not_begun_again_and_one_that_was_stopped_can_be(
    page: ReportsPage, day: room.Desk, qtbot: QtBot, settle: Settle
) -> None:
    page.open_report("long")
    panel = cast("ReportPanel", page.files.shown)
    waiting = panel.preview.waiting
    qtbot.waitUntil(waiting.isVisible)
    task = waiting._task

    day.walk_in("MAO Sokly")
    panel._renew_if_seen()
    assert waiting._task is task
    waiting.stop.click()
    settle()

    assert panel.preview.banner.plain == "Stopped. Nothing of it was kept."
    panel._renew_if_seen()
    assert not panel.preview.is_busy, "who stopped it wants it no more"
    press(panel.preview, "Show the preview")
    qtbot.waitUntil(waiting.isVisible)
    assert not panel.preview.banner.isVisible()
    page.return_home()
    settle()


def test_papers_open_as_papers_and_ask_only_what_changes_something(
    page: ReportsPage, qtbot: QtBot, settle: Settle
) -> None:
    first = {}
    for kind in ("sign-in", "phone-list", "certificate-list", "indicators"):
        page.open_report(kind)
        settle()
        panel = cast("ReportPanel", page.files.shown)
        first[kind] = panel.form.wish.form
    assert set(first.items()) == {("sign-in", "pdf"), ("phone-list", "pdf"),
                                  ("certificate-list", "pdf"), ("indicators", "xlsx")}  # fmt: skip

    sign_in = opened(page, "sign-in", qtbot, settle)
    asked = [
        (
            form,
            field(sign_in, "option free_rows").isVisible(),
            field(sign_in, "without").isVisible(),
        )
        for form in ("pdf", "xlsx")
        if not field(sign_in, "form").choose(form)
    ]
    assert asked == [("pdf", True, False), ("xlsx", False, True)]
    field(sign_in, "without").setChecked(True)
    field(sign_in, "form").choose("pdf")
    assert sign_in.form.wish.choice.with_personal_data
    seen(sign_in, qtbot, settle)
    assert not opened(page, "phone-list", qtbot, settle).form.form.field("without").isVisible()


def test_of_a_bootcamp_without_people_the_way_to_its_list_is_shown(
    page: ReportsPage, day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    wanted: list[str] = []
    page.wanted.connect(wanted.append)
    desk.choose(day.open_bootcamp("Kep bootcamp", province="Kep"))
    panel = opened(page, "people", qtbot, settle)
    assert panel.nobody.isVisible()
    assert not panel.preview.isVisible()

    press(panel, "Import a list")
    assert wanted == ["people.import"]
    desk.choose(day.bootcamp)
    seen(panel, qtbot, settle)

    assert panel.preview.isVisible()
    assert not panel.nobody.isVisible()
