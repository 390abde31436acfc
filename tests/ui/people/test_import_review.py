"""Deciding about the rows of a list before it is taken in, and what else the wizard takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from bootcamp_app.features.people.questions import AskedQuestion
from bootcamp_app.ui.people.import_page import ImportView
from bootcamp_app.ui.people.lists import read_list
from tests.ui.people.test_importing import cells, csv, press

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.ui.people.people_page import PeoplePage
    from tests import desk as room

    Check = Callable[[Sequence[Sequence[str]]], ImportView]

# Of the nine, LY Mary has the phone 012 345 604, SOK Vibol 012 345 602.
TWINS = (
    ("Name", "Phone", "Province"),
    ("LY Mary", "011 111 111", "Kep"),
    ("Sok Vibol", "011 222 222", "Kep"),
    ("Som Dara", "012 999 003", "Kep"),
    ("KIM Rattana", "012 345 605", "Kep"),
)


@pytest.fixture
def view(page: PeoplePage) -> ImportView:
    """The wizard, at its first step."""
    page.carry_out("import")
    assert isinstance(page.beside, ImportView)
    return page.beside


@pytest.fixture
def checked(view: ImportView, settle: Callable[[], None], tmp_path: Path) -> Check:
    """Brings a list as far as the review."""

    def check(rows: Sequence[Sequence[str]]) -> ImportView:
        view.file.drop.chosen.emit(csv(tmp_path, rows))
        settle()
        press(view.main)
        settle()
        return view

    return check


def kinds(view: ImportView) -> list[str]:
    """Give what happens to each row that is shown."""
    return [cells(view, row)[2] for row in range(view.review.table.model().rowCount())]


def key(view: ImportView, pressed: Qt.Key) -> None:
    """Press a key in the table of rows."""
    view.review.table.setFocus()
    QTest.keyClick(view.review.table, pressed)


def test_rows_in_doubt_come_first_and_are_shown_beside_the_person(
    checked: Check, settle: Callable[[], None]
) -> None:
    view = checked(TWINS)
    settle()

    assert view.review.kinds.group == "possible"
    assert kinds(view) == ["perhaps known", "perhaps known"]
    assert view.review.state.plain.startswith("2 rows may be somebody who is known here.")
    fields = view.review.detail.fields
    texts = [fields.itemAt(at).widget().text() for at in range(fields.count())]  # type: ignore[union-attr]
    assert "012 345 604" in texts
    assert "011 111 111" in texts


def test_a_double_is_decided_by_one_key_and_changes_the_person_instead_of_adding_one(
    checked: Check, day: room.Desk, settle: Callable[[], None]
) -> None:
    view = checked(TWINS)
    assert view.main.text() == "Take in 4 people"

    key(view, Qt.Key.Key_1)
    settle()
    assert kinds(view) == ["changed", "perhaps known"]
    key(view, Qt.Key.Key_Down)
    key(view, Qt.Key.Key_3)
    settle()
    assert kinds(view) == ["changed", "left out"]
    assert view.main.text() == "Take in 3 people"
    assert not view.review.state.isVisible()

    press(view.main)
    settle()

    assert [one.phone for one in day.people("LY Mary")] == ["011 111 111"]
    assert [one.phone for one in day.people("SOK Vibol")] == ["012 345 602"]
    assert view.done.left_out.number.plain == "1"


def test_all_marked_rows_are_decided_together_and_a_decision_is_taken_back(
    checked: Check, settle: Callable[[], None]
) -> None:
    view = checked(TWINS)
    view.review.table.selectAll()
    assert view.review.detail.heading.plain == "2 rows are marked"

    press(view.review.detail.buttons["as_new"])
    settle()
    assert kinds(view) == ["new", "new"]

    key(view, Qt.Key.Key_0)
    settle()
    assert kinds(view) == ["perhaps known", "perhaps known"]


def test_a_changed_row_says_what_is_known_and_what_the_list_says(
    checked: Check, settle: Callable[[], None]
) -> None:
    view = checked(TWINS)

    press(view.review.kinds.buttons["changed"])
    settle()

    assert cells(view)[1:] == ["KIM Rattana", "changed", "Province: Takeo → Kep"]


def test_any_row_may_be_left_out_and_comes_back(checked: Check, settle: Callable[[], None]) -> None:
    view = checked(TWINS)
    press(view.review.kinds.buttons["new"])
    settle()

    press(view.review.detail.buttons["leave_out"])
    settle()
    press(view.review.kinds.buttons["left_out"])
    settle()
    assert [row[1:3] for row in [cells(view)]] == [["Som Dara", "left out"]]

    press(view.review.detail.buttons[""])
    settle()
    assert view.main.text() == "Take in 4 people"


def test_the_person_of_a_row_who_is_gone_meanwhile_is_said_and_the_decision_is_not_kept(
    checked: Check, day: room.Desk, settle: Callable[[], None]
) -> None:
    view = checked((TWINS[0], TWINS[1], ("LY Mary", "011 333 333", "Kep")))
    view.review.table.selectAll()

    press(view.review.detail.buttons["same"])
    settle()

    assert view.banner.plain.startswith("Row 3: the person chosen for it is gone")
    assert kinds(view) == ["perhaps known", "perhaps known"]
    assert view.main.isEnabled()
    assert len(day.people()) == 9


def test_rejected_rows_are_saved_and_come_back_mended(
    checked: Check, settle: Callable[[], None], tmp_path: Path
) -> None:
    view = checked(
        (("Name", "Age", "Sex"), ("Ly Heng", "350", "F"), ("Som Dara", "41", "M"), ("", "", "M"))
    )
    target = tmp_path / "mend.xlsx"

    press(view.save)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    settle()

    assert view.banner.plain == "Saved: mend.xlsx"
    saved = read_list(target)
    assert saved.headers[:2] == ["Name", "Age"]
    assert [row[0] for row in saved.table.rows[1:]] == ["Ly Heng", None]
    assert view.review.isVisible()


def test_what_was_not_read_of_a_row_is_told_beside_it_and_under_to_check(
    checked: Check, settle: Callable[[], None]
) -> None:
    view = checked((("Name", "Sex"), ("Ly Heng", "banana"), ("Som Dara", "M")))
    assert [made.text() for made in view.review.kinds.buttons.values() if made.isVisible()] == [
        "All rows  2", "New  2", "To check  1",
    ]  # fmt: skip
    assert not view.review.fine.isVisible()

    press(view.review.kinds.buttons["to_check"])
    settle()

    told = (
        "Sex: “banana” was not read and left empty. “banana” is not understood here. Correct it "
        "or leave it empty."
    )
    assert cells(view) == ["2", "Ly Heng", "new", told]
    assert view.review.detail.reason.plain == told
    assert view.main.text() == "Take in 2 people"


def test_what_was_chosen_for_these_headers_is_offered_again_and_said(
    page: PeoplePage, view: ImportView, day: room.Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))
    settle()
    assert not view.columns.remembered.isVisible()
    view.columns.choice("Shoes").choose("custom:Shoes")
    for _step in ("check", "take in", "to the people"):
        press(view.main)
        settle()

    page.carry_out("import")
    again = page.beside
    assert isinstance(again, ImportView)
    again.file.drop.chosen.emit(csv(tmp_path))
    settle()

    assert again.columns.chosen["Shoes"] == "custom:Shoes"
    assert again.columns.remembered.plain.startswith("As you chose for the last list")
    assert day.app.people.details(day.person("Ly Heng"))["custom:Shoes"] == "39"


def test_a_column_that_answers_a_question_is_recognised_and_read_by_its_kind(
    view: ImportView, day: room.Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    day.app.questions.add(day.bootcamp, AskedQuestion("Needs a room", kind="yes_no"))
    rows = (("Name", "needs a room"), ("Ly Heng", "បាទ"), ("Som Dara", "perhaps"))
    view.file.drop.chosen.emit(csv(tmp_path, rows))
    settle()
    assert view.columns.choice("needs a room").currentText() == "Needs a room"

    press(view.main)
    settle()
    press(view.review.kinds.buttons["rejected"])
    settle()
    assert cells(view)[2:] == [
        "needs a room", "perhaps", "This is neither yes nor no. Write one of the two.",
    ]  # fmt: skip
    press(view.main)
    settle()

    assert day.app.people.details(day.person("Ly Heng"))["custom:Needs a room"] == "yes"


def test_another_row_of_headers_can_be_chosen(
    view: ImportView, settle: Callable[[], None], tmp_path: Path
) -> None:
    rows = (("Name", "Phone"), ("Participant", "Tel"), ("Ly Heng", "012 999 001"))
    view.file.drop.chosen.emit(csv(tmp_path, rows))
    settle()
    assert view.columns.top.value() == 1

    view.columns.top.setValue(2)

    assert list(view.columns.chosen) == ["Participant", "Tel"]
    press(view.main)
    settle()
    assert [cells(view, 0)[0:2]] == [["3", "Ly Heng"]]


def test_rows_that_were_copied_are_pasted(
    view: ImportView, day: room.Desk, settle: Callable[[], None]
) -> None:
    QGuiApplication.clipboard().setText("ឈ្មោះ\tភេទ\nហួត សុខា\tស្រី\n")

    QTest.keyClick(view.file.drop.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert view.columns.chosen == {"ឈ្មោះ": "name_km", "ភេទ": "sex"}
    for _step in ("check", "take in"):
        press(view.main)
        settle()

    assert [one.name_km for one in day.people("សុខា")] == ["ហួត សុខា"]


def test_a_file_that_was_copied_is_read(
    view: ImportView, settle: Callable[[], None], tmp_path: Path
) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(csv(tmp_path)))])
    QGuiApplication.clipboard().setMimeData(copied)

    press(view.file.paste)
    settle()

    assert list(view.columns.chosen) == ["Name", "Age", "Phone", "Shoes"]


def test_letters_of_an_old_kind_are_shown_as_they_may_read_and_chosen(
    view: ImportView, settle: Callable[[], None], tmp_path: Path
) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("Name,Organisation\nAndré Gérard,École supérieure\n".encode("cp1252"))
    view.file.drop.chosen.emit(file)
    settle()
    assert view.banner.plain.startswith("The letters in old.csv are saved in an old way")
    shown = view.file.previews["cp1252"]
    assert "André Gérard" in shown.text()
    assert view.file.isVisible()

    press(shown)
    settle()
    press(view.main)
    settle()

    assert cells(view)[1] == "André Gérard"


def test_reading_that_is_stopped_says_so_at_once_and_brings_nothing(
    view: ImportView, settle: Callable[[], None], tmp_path: Path
) -> None:
    view.file.drop.chosen.emit(csv(tmp_path))

    press(view.working.stop)

    assert view.banner.plain == "Stopped. Nothing of it was kept."
    assert view.file.drop.isEnabled()
    settle()
    assert view.file.isVisible()
    assert not view.columns.isVisible()
