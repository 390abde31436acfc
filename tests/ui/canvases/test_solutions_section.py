"""Solutions in the window: written, begun from a board, put in order, printed, made into a pack."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bootcamp_app.ui.canvases.pack_dialog import BOTH, PackDialog, PackWish
from bootcamp_app.ui.canvases.solution_dialog import SolutionDialog
from bootcamp_app.ui.canvases.solutions_section import SolutionsSection
from tests.features.canvases.solving import PROMISES, board, wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.canvases.views import Solution
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]


@pytest.fixture
def section(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> SolutionsSection:
    """The section in front of the facilitator, with nothing in it as yet."""
    del day
    shown = SolutionsSection(desk)
    qtbot.addWidget(shown)
    shown.resize(1100, 900)
    shown.show()
    shown.came_to_front()
    settle()
    return shown


def dialog_of(section: SolutionsSection) -> SolutionDialog:
    assert isinstance(section.dialog, SolutionDialog)
    return section.dialog


def solutions(day: room.Desk) -> list[Solution]:
    return day.app.solutions.all(day.bootcamp)


def test_a_solution_is_written_by_keyboard_with_an_owner_of_the_list(
    section: SolutionsSection, day: room.Desk, settle: Settle
) -> None:
    official = day.people()[0]
    assert section.list.first.isVisible()
    section.list.first.setFocus()
    QTest.keyClick(section.list.first, Qt.Key.Key_Space)
    settle()
    form = dialog_of(section).form

    QTest.keyClicks(form.field("title_en"), "Clean market")
    QTest.keyClicks(form.targets.line, "11.6")
    QTest.keyClick(form.targets.line, Qt.Key.Key_Return)
    owner = form.owners["government"]
    owner.setFocus()
    QTest.keyClicks(owner, official.name_en)
    owner._look()
    settle()
    QTest.keyClicks(form.owners["civil_society"], "Market women")
    QTest.keyClicks(form.due_on, "20/3/2026")
    assert "The problem is not told." in form.lacks.plain
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    [made] = solutions(day)
    assert (made.title_en, made.targets) == ("Clean market", ("11.6",))
    assert made.government_owner == official.participation_id
    assert (made.civil_society_owner, made.civil_society_owner_name) == ("", "Market women")
    assert section.list.cards[0].state.accessibleName() == "not complete"


def test_what_is_no_target_or_no_day_is_said_under_its_field(
    section: SolutionsSection, day: room.Desk, settle: Settle
) -> None:
    section.write()
    settle()
    form = dialog_of(section).form
    form.targets.line.setText("18.1")
    form.due_on.setText("soon")

    dialog_of(section).main.click()
    settle()

    assert form.refusal("targets").startswith("There is no target “18.1”.")
    assert form.refusal("due_on") == "Write the day as day/month/year, or leave it empty."
    assert solutions(day) == []


def test_commitments_and_targets_are_added_and_removed(
    section: SolutionsSection, day: room.Desk, settle: Settle
) -> None:
    day.app.solutions.write(wanted(day))
    section.look()
    settle()
    section.list.cards[0].acts["edit"].click()
    settle()
    form = dialog_of(section).form

    form.promises.lines[0].gone.click()
    form.promises.adders["resident"].click()
    form.promises.lines[-1].what.setText("Bring rubbish on time")
    form.targets.buttons["12.5"].click()
    dialog_of(section).main.click()
    settle()

    [after] = solutions(day)
    assert [one.what for one in after.commitments] == [
        "Twenty volunteers on Saturdays",
        "Bring rubbish on time",
    ]
    assert after.targets == ("11.6",)


def test_a_solution_begins_from_what_a_board_says(
    section: SolutionsSection, day: room.Desk, settle: Settle
) -> None:
    board(day, "co-ownership", {"solution": ["Clean market"], "gov": ["Two bins"]})
    section.look()
    settle()

    section.list.first_from_board.action("0").trigger()
    settle()
    form = dialog_of(section).form

    assert form.idea.text == "Clean market"
    assert [one.what.text() for one in form.promises.lines] == ["Two bins"]


def test_a_board_that_tells_nothing_of_a_solution_says_so(
    section: SolutionsSection, day: room.Desk, settle: Settle
) -> None:
    told = board(day, "co-ownership", {"solution": ["Clean market"]}, title_en="told")
    made = board(day, "persona", {}, title_en="silent")
    section.look()
    settle()

    section.begin_from_board(made.id)
    settle()
    note = dialog_of(section).form.note
    assert note.isVisible()
    assert note.plain == "No zone of this board tells of a problem or an idea. Write them here."
    dialog_of(section).reject()

    section.begin_from_board(told.id)
    settle()
    assert not dialog_of(section).form.note.isVisible()


def test_enter_in_the_field_of_an_owner_takes_who_is_offered_and_never_saves(
    section: SolutionsSection, day: room.Desk, settle: Settle
) -> None:
    official = day.people()[0]
    section.write()
    settle()
    dialog = dialog_of(section)
    owner = dialog.form.owners["government"]
    owner.setFocus()

    QTest.keyClicks(owner, official.name_en[:-1])
    QTest.keyClick(owner, Qt.Key.Key_Return)
    settle()
    assert (owner.owner, dialog.isVisible()) == (None, True)
    owner._look()
    settle()
    QTest.keyClick(owner, Qt.Key.Key_Return)
    settle()

    assert owner.owner is not None
    assert owner.owner.participation_id == official.participation_id
    assert (dialog.isVisible(), solutions(day)) == (True, [])


def test_a_year_may_be_two_digits(section: SolutionsSection, settle: Settle) -> None:
    section.write()
    settle()
    day = dialog_of(section).form.due_on

    for written in ("15/1/27", "១៥/១/២៧", "15.1.2027", "15-01-27"):
        day.setText(written)
        assert day.day == date(2027, 1, 15)
    day.setText("15/1/2")
    assert not day.is_readable


def test_what_looks_odd_is_to_be_checked_before_it_is_signed(
    section: SolutionsSection, day: room.Desk, settle: Settle
) -> None:
    day.app.solutions.write(wanted(day, commitments=PROMISES[:1]))
    section.look()
    settle()

    assert section.list.cards[0].state.accessibleName() == "check before signing"


def test_solutions_are_put_in_order_and_removed_with_a_way_back(
    section: SolutionsSection, day: room.Desk, settle: Settle
) -> None:
    for title in ("First", "Second"):
        day.app.solutions.write(wanted(day, title_en=title, title_km=""))
    said: list[tuple[object, str]] = []
    section.said.connect(lambda text, act: said.append((str(text), act)))
    settle()

    section.list.cards[1].acts["up"].setFocus()
    section.list.cards[1].acts["up"].click()
    settle()
    assert [one.solution.title for one in section.list.cards] == ["Second", "First"]
    # At the top it can go no further up, so the keys are on what is beside it.
    assert section.list.cards[0].acts["edit"].hasFocus()
    section.list.cards[0].acts["remove"].click()
    settle()

    assert said[-1][0] == "“Second” was removed."
    day.app.records.undo_act(said[-1][1])
    section.look()
    settle()
    assert [one.solution.title for one in section.list.cards] == ["Second", "First"]


def test_pages_to_sign_are_shown_and_escape_leads_back(
    section: SolutionsSection, day: room.Desk, settle: Settle
) -> None:
    day.app.solutions.write(wanted(day))
    settle()

    section.list.print_all.click()
    settle()

    assert section.paper.paper.result == 1
    QTest.keyClick(section.paper.back, Qt.Key.Key_Escape)
    assert section.list.isVisible()
    assert not section.paper.isVisible()


def test_a_pack_is_made_without_names_unless_they_are_wanted(
    section: SolutionsSection, day: room.Desk, settle: Settle, tmp_path: Path
) -> None:
    day.app.solutions.write(wanted(day))
    settle()
    section.list.pack.click()
    dialog = section.dialog
    assert isinstance(dialog, PackDialog)
    wishes: list[PackWish] = []
    dialog.wished.disconnect()
    dialog.wished.connect(wishes.append)
    dialog.main.click()

    section.make_pack(wishes[0], tmp_path / "pack")
    settle()

    assert wishes == [PackWish(BOTH, with_names=False)]
    assert sorted(one.suffix for one in (tmp_path / "pack").iterdir()) == [".html", ".pdf"]
