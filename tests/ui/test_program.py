"""The program as a whole: welcome, other workspaces, several windows, and what is taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.ui.people.people_page import PeoplePage
from bootcamp_app.ui.welcome.new_bootcamp import NewBootcampDialog
from bootcamp_app.ui.welcome.welcome import Welcome
from tests.desk import FIRST_DAY
from tests.ui.looking import settle_window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.main_window import MainWindow
    from tests.ui.program import Running


def is_welcoming(window: MainWindow) -> bool:
    return isinstance(window.stack.currentWidget(), Welcome)


def dialogs(window: MainWindow) -> list[NewBootcampDialog]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [one for one in window.findChildren(NewBootcampDialog) if one.isVisible()]


def ask_for_bootcamp(running: Running) -> Any:  # noqa: ANN401 - a dialog with a form
    running.window.new_bootcamp_wanted.emit()
    (dialog,) = dialogs(running.window)
    field: Any = dialog.form.field("title")
    field.setText("Kampot bootcamp")
    return dialog


def other_file(running: Running, name: str = "other.bootcamp") -> str:
    return str(Path(str(running.desk.app.database.path)).with_name(name))


def open_file(running: Running, place: str) -> None:
    running.program.workspaces.open(place)
    tasks = running.program.workspaces.tasks
    running.qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)
    settle_window(running.window)


def test_without_a_bootcamp_every_window_welcomes_and_no_page_can_be_shown(
    running: Running,
) -> None:
    running.settle()
    other = running.program.show_window()
    running.settle()

    running.window.go("people")

    assert is_welcoming(running.window)
    assert is_welcoming(other)


def test_a_new_bootcamp_leads_every_window_out_of_the_welcome(running: Running) -> None:
    running.settle()
    other = running.program.show_window()

    ask_for_bootcamp(running).main.click()
    running.settle()

    for window in (running.window, other):
        assert window.page_id == "today"
        assert window.rail.chooser.isEnabled()
    assert dialogs(running.window) == []


def test_two_presses_make_one_bootcamp(running: Running) -> None:
    running.settle()
    dialog = ask_for_bootcamp(running)

    dialog.main.click()
    dialog.main.click()
    running.settle()

    assert running.desk.app.bootcamps.count() == 1


def test_a_bootcamp_is_asked_for_once_at_a_time(running: Running) -> None:
    running.settle()

    running.window.new_bootcamp_wanted.emit()
    running.window.new_bootcamp_wanted.emit()

    assert len(dialogs(running.window)) == 1


def test_a_bootcamp_that_is_taken_back_is_left(running: Running) -> None:
    running.settle()
    ask_for_bootcamp(running).main.click()
    running.settle()

    running.window.undo_wanted.emit("")
    running.settle()

    assert running.desk.bootcamp is None
    assert is_welcoming(running.window)


def test_another_workspace_closes_the_dialogs_of_the_one_before(running: Running) -> None:
    running.settle()
    before = running.desk.app
    ask_for_bootcamp(running)

    open_file(running, other_file(running))

    assert dialogs(running.window) == []
    with pytest.raises(Refusal, match="was closed"):
        before.bootcamps.make(NewBootcamp("Too late", FIRST_DAY))


def test_a_bootcamp_that_is_changed_is_shown_anew_and_loses_no_search(running: Running) -> None:
    day = running.fill()
    agenda = running.show("attendance.agenda").page("attendance")
    people = running.show("people").page("people")
    assert isinstance(people, PeoplePage)
    people.list.search.setText("SOK")
    people.list.search.searched.emit("SOK")
    running.settle()
    heard: list[object] = []
    running.desk.bootcamp_chosen.connect(heard.append)

    day.app.agenda.change_bootcamp(day.bootcamp, {"venue": "Teuk Chhou Hall"})
    running.settle()

    assert running.desk.bootcamp is not None
    assert running.desk.bootcamp.venue == "Teuk Chhou Hall"
    assert heard == []
    assert people.list.search.text() == "SOK"
    assert people.list.table.model().rowCount() == len(day.people("SOK"))
    assert "Teuk Chhou Hall" in agenda.subtitle.plain


def test_the_rail_is_beside_every_page_but_one_that_fills_the_screen(running: Running) -> None:
    running.fill()
    window = running.show("today")
    seen = [window.rail.isVisible()]

    window.turn_whole()
    seen.append(window.rail.isVisible())
    window.go("people")
    seen.append(window.rail.isVisible())
    # As the system does it, by its own keys.
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
    seen.append(window.rail.isVisible())

    assert seen == [True, False, False, True]


def test_the_welcome_has_no_rail_however_large_it_is(running: Running) -> None:
    running.settle()
    seen = [running.window.rail.isVisible()]

    for _time in range(2):
        running.window.turn_whole()
        seen.append(running.window.rail.isVisible())

    assert is_welcoming(running.window)
    assert seen == [False] * 3


def test_a_file_that_is_refused_leaves_everything_as_it_was(
    running: Running, tmp_path: Path
) -> None:
    running.fill()
    page = running.show("people").page("people")
    strange = tmp_path / "strange.bootcamp"
    strange.write_text("no database", "utf-8")

    open_file(running, str(strange))

    assert running.window.page("people") is page
    assert page.banner.isVisible()
    assert running.window.page_id == "people"


def test_of_two_files_that_are_opened_at_once_the_later_counts(running: Running) -> None:
    running.settle()
    first, second = other_file(running, "a.bootcamp"), other_file(running, "b.bootcamp")

    running.program.workspaces.open(first)
    open_file(running, second)

    assert str(running.desk.app.database.path) == second


def test_what_kept_a_workspace_goes_with_it(running: Running) -> None:
    running.fill()
    behind = running.program._behind
    assert behind is not None
    earlier = behind._keeping
    assert earlier is not None

    open_file(running, other_file(running))
    running.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not isValid(earlier)


def test_a_window_that_is_closed_while_work_is_under_way_does_no_harm(
    running: Running, qtbot: QtBot
) -> None:
    running.fill()
    other = running.program.show_window()
    running.settle()
    other.go("certificates.issue")

    other.close()
    running.settle()
    QTest.qWait(50)

    assert running.program.windows == [running.window]
    assert running.desk.app.certificates.issued(running.desk.bootcamp) == []  # type: ignore[arg-type]
    del qtbot


def test_closed_while_a_workspace_is_being_opened_it_leaves_one_whole_file(
    running: Running, sqlite_place: str
) -> None:
    place = Path(sqlite_place)
    running.desk.app.database.checkpoint()
    running.program.workspaces.open(sqlite_place)

    running.program.workspaces.end()

    assert [one.name for one in place.parent.glob(f"{place.name}*")] == [place.name]


def test_removing_the_sample_brings_back_the_file_before_it(running: Running) -> None:
    running.fill()
    mine = str(running.desk.app.database.path)
    running.program.workspaces.open_sample()
    tasks = running.program.workspaces.tasks
    running.qtbot.waitUntil(lambda: running.desk.is_sample and not tasks.is_busy, timeout=60_000)
    sample = Path(str(running.desk.app.database.path))

    running.program.workspaces.remove_sample()
    running.qtbot.waitUntil(
        lambda: not tasks.is_busy and running.program.workspaces.desk is not None, timeout=20_000
    )

    assert not sample.parent.exists()
    assert str(running.desk.app.database.path) == mine
    assert running.desk.app.people.count(running.desk.bootcamp) == 9  # type: ignore[arg-type]
