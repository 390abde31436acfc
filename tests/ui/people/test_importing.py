"""A list taken in step by step, by hand-like events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from xlsxwriter import Workbook

from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.people.badges_view import BadgesView
from bootcamp_app.ui.people.import_page import ImportView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.people.people_page import PeoplePage
    from tests import desk as room

ROWS = (
    ("Name", "Age", "Phone", "Shoes"),
    ("Ly Heng", "35", "012 999 001", "39"),
    ("Keo Pisey", "350", "012 999 002", "40"),
    ("Som Dara", "41", "012 999 003", "41"),
)


def csv(folder: Path, rows: Sequence[Sequence[str]] = ROWS) -> Path:
    """Write a list as text."""
    file = folder / "list.csv"
    file.write_text("\n".join(",".join(row) for row in rows), "utf-8")
    return file


def xlsx(folder: Path) -> Path:
    """Write the list as a workbook whose second sheet holds it."""
    file = folder / "list.xlsx"
    with Workbook(str(file)) as book:
        book.add_worksheet("Notes").write_row(0, 0, ("Name", "Tel"))
        sheet = book.add_worksheet("People")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    return file


@pytest.fixture
def view(page: PeoplePage) -> ImportView:
    """The wizard, at its first step."""
    page.carry_out("import")
    assert isinstance(page.beside, ImportView)
    return page.beside


def press(widget: QWidget) -> None:
    """Press a button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def cells(view: ImportView, row: int = 0) -> list[str]:
    """Give the shown cells of a row of the review."""
    table = view.review.table
    shown = [at for at in range(table.model().columnCount()) if not table.isColumnHidden(at)]
    return [str(table.model().index(row, at).data()) for at in shown]


def test_a_list_is_taken_in_and_wrong_rows_are_said_with_row_column_value_and_reason(
    page: PeoplePage,
    view: ImportView,
    day: room.Desk,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    assert view.columns.chosen == {"Name": "name_en", "Age": "age", "Phone": "phone", "Shoes": ""}

    press(view.main)
    settle()
    assert [made.text() for made in view.review.kinds.buttons.values() if made.isVisible()] == [
        "All rows  3", "New  2", "Not taken in  1",
    ]  # fmt: skip
    press(view.review.kinds.buttons["rejected"])
    settle()
    assert cells(view) == [
        "3", "Keo Pisey", "Age", "350",
        "This is not an age. Write whole years, such as 34.",
    ]  # fmt: skip
    assert view.review.detail.heading.plain == "Row 3: Keo Pisey"
    assert len(day.people()) == 9
    assert view.main.text() == "Take in 2 people"

    press(view.main)
    settle()
    assert day.names("0129990") == ["Ly Heng", "Som Dara"]
    assert view.done.told.plain == "2 people were taken in."
    assert view.main.text() == "Go to people"

    press(view.main)
    settle()
    assert page.beside is None
    assert page.list.table.model().rowCount() == 11


def test_the_whole_import_is_taken_back_with_one_button(
    view: ImportView, day: room.Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    for _step in ("check", "take in"):
        press(view.main)
        settle()
    assert len(day.people()) == 11

    press(view.done.undo)
    settle()

    assert len(day.people()) == 9
    assert view.done.told.plain.startswith("The whole import was taken back.")
    assert not view.done.undo.isVisible()
    assert not view.done.badges.isVisible()


def test_the_badges_of_those_who_came_with_the_list_can_be_printed(
    page: PeoplePage, view: ImportView, settle: Callable[[], None], tmp_path: Path
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    for _step in ("check", "take in"):
        press(view.main)
        settle()

    press(view.done.badges)
    settle()

    assert isinstance(page.beside, BadgesView)
    assert page.beside.counts.plain.startswith("2 badges")


def test_another_sheet_of_a_workbook_can_be_chosen_and_a_column_put_right(
    view: ImportView,
    day: room.Desk,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    view.file.drop.chosen.emit(xlsx(tmp_path))
    settle()
    sheet = view.columns.findChildren(ChoiceField, "sheet")[-1]
    sheet.choose("Notes")
    settle()
    assert list(view.columns.chosen) == ["Name", "Tel"]
    sheet = view.columns.findChildren(ChoiceField, "sheet")[-1]
    sheet.choose("People")
    settle()
    view.columns.choice("Shoes").choose("custom:Shoes")
    view.columns.choice("Phone").choose("")
    for _step in ("check", "take in"):
        press(view.main)
        settle()

    people = day.people("Ly Heng")

    assert [(one.name_en, one.phone) for one in people] == [("Ly Heng", "")]
    assert day.app.people.details(people[0])["custom:Shoes"] == "39"


@pytest.mark.parametrize(
    ("name", "content", "begin"),
    [
        ("broken.xlsx", b"PK\x03\x04 and no more", "broken.xlsx is damaged or not complete."),
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "photo.csv is a picture."),
        ("none.csv", b"", "none.csv is empty."),
    ],
)
def test_a_bad_file_is_refused_in_place_and_another_may_be_chosen(
    view: ImportView, settle: Callable[[], None], tmp_path: Path, name: str, content: bytes,
    begin: str,
) -> None:  # fmt: skip
    file = tmp_path / name
    file.write_bytes(content)

    view.file.drop.chosen.emit(file)
    settle()
    assert view.banner.isVisible()
    assert view.banner.plain.startswith(begin)
    assert view.file.drop.isEnabled()

    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    assert view.columns.isVisible()
    assert not view.banner.isVisible()


def test_two_columns_that_are_one_field_are_refused_in_place(
    view: ImportView, settle: Callable[[], None], tmp_path: Path
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    view.columns.choice("Shoes").choose("phone")

    press(view.main)
    settle()

    assert view.banner.plain.startswith("The columns “Phone” and “Shoes”")
    assert view.columns.isVisible()


def test_a_stopped_import_leaves_nothing(
    view: ImportView, day: room.Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    many = [("Name", "Phone"), *((f"Person {n}", f"0{n:08d}") for n in range(3000))]
    view.file.drop.chosen.emit(csv(tmp_path, many))
    settle()
    press(view.main)
    settle()

    press(view.main)
    press(view.working.stop)
    settle()

    assert view.banner.plain == "Stopped. Nothing of it was kept."
    assert len(day.people()) == 9
    assert view.main.isEnabled()


def test_going_back_leads_through_the_steps_and_out(
    page: PeoplePage, view: ImportView, settle: Callable[[], None], tmp_path: Path
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    press(view.back)
    assert view.file.drop.isVisible()

    press(view.back)

    assert page.beside is None
    assert page.list.isVisible()
    assert page.title.plain == "People"


def test_a_list_of_known_people_has_nothing_to_take_in(
    view: ImportView, settle: Callable[[], None], tmp_path: Path
) -> None:
    known = (("Name", "Phone"), ("LY Mary", "012 345 604"))
    view.file.drop.chosen.emit(csv(tmp_path, known))
    settle()

    press(view.main)
    settle()

    assert cells(view)[2] == "no change"
    assert view.review.fine.plain == "Everybody in this list is here already."
    assert not view.main.isEnabled()


def test_the_wizard_turns_with_the_language_and_its_digits(
    view: ImportView,
    choices: Choices,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    press(view.main)
    settle()
    press(view.review.kinds.buttons["rejected"])

    choices.change(language="km", khmer_digits=True)
    settle()

    assert cells(view)[4].startswith("នេះមិនមែនជាអាយុទេ")
    assert view.columns.choice("Age").currentText() == "អាយុ"
    assert view.columns.chosen["Age"] == "age"
    assert view.review.kinds.buttons["new"].text().endswith("២")
    assert "៣" in view.review.detail.heading.plain
    assert "3" not in view.review.detail.heading.plain


def test_a_page_that_is_closed_while_a_list_is_read_does_no_harm(
    page: PeoplePage, view: ImportView, day: room.Desk, qtbot: QtBot, settle: Callable[[], None],
    tmp_path: Path,
) -> None:  # fmt: skip
    view.file.drop.chosen.emit(csv(tmp_path))
    page.close()
    page.deleteLater()
    qtbot.wait(10)
    settle()

    assert len(day.people()) == 9


@pytest.mark.parametrize("act", ["search", "badges"])
def test_a_list_in_hand_is_not_thrown_away_by_another_act(
    page: PeoplePage, view: ImportView, settle: Callable[[], None], tmp_path: Path, act: str
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()

    page.carry_out(act)

    assert page.beside is view
    assert view.columns.isVisible()
    assert view.banner.plain == "A list is in hand here. Take it in or go back first."


def test_a_list_in_hand_stays_when_another_bootcamp_is_chosen_and_says_where_it_goes(
    page: PeoplePage, view: ImportView, desk: Desk, day: room.Desk, settle: Callable[[], None],
    tmp_path: Path,
) -> None:  # fmt: skip
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    first = day.bootcamp
    desk.choose(day.open_bootcamp("Kep bootcamp"))
    settle()
    assert view.banner.plain.startswith("This list goes into the bootcamp where you began it")
    assert page.subtitle.plain == first.title

    for _step in ("check", "take in"):
        press(view.main)
        settle()

    assert [one.name_en for one in desk.app.people.list(first, "0129990")] == [
        "Ly Heng", "Som Dara",
    ]  # fmt: skip
    press(view.main)
    settle()
    assert page.list.empty["nobody"].isVisible()


def test_what_is_being_taken_in_ends_with_its_answer_whatever_else_is_wanted(
    page: PeoplePage, view: ImportView, desk: Desk, day: room.Desk, settle: Callable[[], None],
    tmp_path: Path,
) -> None:  # fmt: skip
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    press(view.main)
    settle()
    other = day.open_bootcamp("Kep bootcamp")

    press(view.main)
    desk.choose(other)
    page.carry_out("search")
    page.carry_out("badges")
    settle()

    assert view.done.told.plain == "2 people were taken in."
    assert page.beside is view


def test_an_empty_wizard_gives_way(page: PeoplePage, view: ImportView) -> None:
    assert view.file.drop.isVisible()

    page.carry_out("search")

    assert page.beside is None


def test_who_was_checked_in_since_stays_when_the_import_is_taken_back_and_is_named(
    view: ImportView, day: room.Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    for _step in ("check", "take in"):
        press(view.main)
        settle()
    day.scan(day.guest(day.person("Ly Heng")).badge)

    press(view.done.undo)
    settle()

    assert len(day.people()) == 10
    assert view.done.told.plain == (
        "1 person was taken back. 1 stays as it is: Ly Heng (was checked in or marked)"
    )
    assert not view.done.undo.isVisible()
