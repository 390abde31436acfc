"""Badges as they will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered
from bootcamp_app.ui.people.badges_view import BadgesView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.people.people_page import PeoplePage
    from tests import desk as room
    from tests.ui.people.conftest import Said


@pytest.fixture
def view(page: PeoplePage) -> BadgesView:
    """The preview, while its sheets are being made."""
    page.carry_out("badges")
    assert isinstance(page.beside, BadgesView)
    return page.beside


def test_nine_people_fill_two_sheets_that_are_shown_and_can_be_saved(
    view: BadgesView, settle: Callable[[], None], said: Said, tmp_path: Path
) -> None:
    settle()
    assert view.counts.plain == "9 badges · 2 sheets of A4"
    assert len(list(rendered(view.paper.file, 30))) == 2 if view.paper.file else False

    target = tmp_path / "badges.pdf"
    view.save(target)
    settle()

    assert len(list(rendered(target, 30))) == 2
    assert [str(text) for text, _act in said] == ["Saved: badges.pdf"]


def test_one_person_alone_can_have_a_badge_printed(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    page.print_badges([day.person("LY Mary")])
    settle()

    assert isinstance(page.beside, BadgesView)
    assert page.beside.counts.plain == "1 badge · 1 sheet of A4"


def test_a_bootcamp_without_people_is_refused_in_place(
    desk: Desk, day: room.Desk, open_page: Callable[[], PeoplePage], settle: Callable[[], None]
) -> None:
    desk.choose(day.open_bootcamp("Kep bootcamp"))
    page = open_page()
    page.carry_out("badges")
    settle()

    assert isinstance(page.beside, BadgesView)
    assert page.beside.banner.plain.startswith("There is nobody to print a badge for.")


def test_a_folder_that_takes_no_file_is_said_in_place(
    view: BadgesView, settle: Callable[[], None], tmp_path: Path
) -> None:
    settle()
    (tmp_path / "file").write_text("in the way")
    view.save(tmp_path / "file" / "badges.pdf")
    settle()

    assert view.banner.plain.startswith("“badges.pdf” could not be written.")


def test_the_way_back_leaves_no_file_behind(
    page: PeoplePage, view: BadgesView, settle: Callable[[], None]
) -> None:
    settle()
    folder = view.folder
    assert folder is not None
    assert folder.is_dir()

    QTest.mouseClick(view.back, Qt.MouseButton.LeftButton)
    settle()

    assert page.list.isVisible()
    assert not folder.exists()


def test_a_page_that_is_closed_while_badges_are_made_does_no_harm(
    page: PeoplePage, view: BadgesView, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    assert view.paper.is_busy
    page.close()
    page.deleteLater()
    qtbot.wait(10)

    settle()


def test_a_saved_file_counts_as_printed_only_when_somebody_says_so(
    view: BadgesView, settle: Callable[[], None], tmp_path: Path
) -> None:
    settle()
    assert view.are_printed.isHidden()
    view.save(tmp_path / "badges.pdf")
    settle()
    view.choices.which.choose("missing")
    settle()

    assert view.counts.plain.startswith("9 badges")
    view.save(tmp_path / "again.pdf")
    settle()
    view.are_printed.click()
    settle()
    assert view.are_printed.isHidden()
    view.choices.which.choose("missing")
    view.choices.changed.emit()
    settle()
    assert view.banner.plain.startswith("There is no such badge to print")


def test_of_badges_that_were_printed_only_those_that_changed_are_printed_again(
    view: BadgesView, day: room.Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    settle()
    view.save(tmp_path / "badges.pdf")
    settle()
    view.are_printed.click()
    settle()
    view.choices.which.choose("missing")
    settle()
    assert view.banner.plain.startswith("There is no such badge to print")

    day.app.people.change(day.person("LY Mary"), name_en="LY Maria")
    view.choices.which.choose("changed")
    settle()
    assert view.counts.plain == "1 badge · 1 sheet of A4"

    view.save(tmp_path / "once more.pdf")
    settle()
    view.are_printed.click()
    settle()
    assert view.banner.plain.startswith("1 of these badges was printed before.")


def test_what_is_only_looked_at_counts_as_not_printed(
    view: BadgesView, settle: Callable[[], None]
) -> None:
    settle()

    view.choices.which.choose("missing")
    settle()

    assert view.counts.plain == "9 badges · 2 sheets of A4"


def test_labels_folded_names_and_used_sheets_are_chosen_and_remembered(
    page: PeoplePage, view: BadgesView, settle: Callable[[], None]
) -> None:
    settle()
    view.choices.start.setValue(8)
    settle()
    assert view.counts.plain == "9 badges · 2 sheets of A4"
    view.choices.two_sided.setChecked(True)
    settle()
    assert view.counts.plain == "9 badges · 2 sheets of A4"
    view.choices.layouts.choose("label-62x100")
    settle()
    assert view.counts.plain == "9 badges · 9 labels or cards"
    view.choices.layouts.choose("table-name")
    settle()
    assert not view.choices.two_sided.isEnabled()
    assert view.counts.plain.startswith("9 badges")

    page.print_badges()
    settle()

    assert isinstance(page.beside, BadgesView)
    assert page.beside.choices.layouts.key == "table-name"


def test_blank_badges_are_made_when_somebody_says_so_and_stay_the_same_in_each_layout(
    view: BadgesView, day: room.Desk, settle: Callable[[], None]
) -> None:
    settle()
    view.choices.which.choose("blank")
    settle()
    assert view.paper.file is None

    view.choices.number.setValue(3)
    QTest.mouseClick(view.choices.make, Qt.MouseButton.LeftButton)
    settle()
    assert view.counts.plain == "3 badges · 1 sheet of A4"
    view.choices.layouts.choose("a4-4")
    settle()

    stock = [row for row in day.rows(BadgeRow) if row.participation_id is None]
    assert len(stock) == 3
    assert view.paper.file is not None
    seen = {one.text for sheet in rendered(view.paper.file, 150) for one in codes_in(sheet)}
    assert seen == {row.code for row in stock}
