"""A file is handed over whole or not at all: saved, found again, attached to an e-mail draft."""

from __future__ import annotations

import csv
import email
import json
import re
from email import policy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QToolButton
from shiboken6 import isValid

from bootcamp_app.ui.activity import Activity
from bootcamp_app.ui.reports.reports_page import ReportsPage
from bootcamp_app.ui.words import in_words
from tests.storage.quick_age import closes_quickly
from tests.ui.looking import clipped, overlapping
from tests.ui.reports.test_reports_page import press
from tests.ui.sample import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from email.message import EmailMessage

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]

NAMES = [name for row in PEOPLE for name in (row[0], row[1])]


class Opener(QObject):
    """Stands for the programs of the system that open files and folders."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.places.append(Path(url.toLocalFile()))


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "take")  # type: ignore[arg-type] # PySide wants str
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system has nothing that opens such a file."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)


def panel_of(page: ReportsPage, name: str, settle: Settle) -> Any:  # noqa: ANN401 - any panel
    page.open_report(name)
    settle()
    return page.files.shown


def form_of(panel: Any) -> Any:  # noqa: ANN401 - any panel
    return getattr(panel.form, "form", panel.form)


def leave_out(panel: Any) -> None:  # noqa: ANN401 - any panel
    QTest.keyClick(form_of(panel).field("without"), Qt.Key.Key_Space)


def saved(panel: Any, path: Path, settle: Settle) -> bytes:  # noqa: ANN401 - any panel
    panel.delivery.save_to(path)
    settle()
    return path.read_bytes()


def draft_at(path: Path) -> EmailMessage:
    return email.message_from_bytes(path.read_bytes(), policy=policy.default)


def test_people_are_exported_with_their_names_unless_said_otherwise(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    panel = panel_of(page, "people", settle)
    form_of(panel).field("form").choose("json")

    text = saved(panel, tmp_path / "people.json", settle).decode("utf-8")

    assert [name for name in NAMES if name not in text] == []
    assert json.loads(text)


@pytest.mark.parametrize("kind", ["attendance", "people"])
def test_a_list_without_personal_data_has_no_name_and_no_phone(
    page: ReportsPage, kind: str, settle: Settle, tmp_path: Path
) -> None:
    panel = panel_of(page, kind, settle)
    form_of(panel).field("form").choose("csv")
    leave_out(panel)

    text = saved(panel, tmp_path / "list.csv", settle).decode("utf-8-sig")

    assert [name for name in NAMES if name in text] == []
    assert "012 345" not in text
    # An id may hold these digits by chance.
    assert re.search(r"(?<![0-9a-f-])\+?855", text) is None
    rows = list(csv.reader(text.splitlines()))
    assert len(rows) == 9 + 1  # of attendance: the session that has begun
    assert "Kampot" in text


def test_a_database_without_personal_data_has_no_name(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    panel = panel_of(page, "database", settle)
    leave_out(panel)

    held = saved(panel, tmp_path / "all.sqlite", settle)

    assert [name for name in NAMES if name.encode() in held] == []
    assert held.startswith(b"SQLite format 3")


def test_a_database_with_personal_data_has_the_names(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    held = saved(panel_of(page, "database", settle), tmp_path / "all.sqlite", settle)

    assert [name for name in NAMES if name.encode() not in held] == []


def test_a_copy_of_the_workspace_opens_in_this_program(
    page: ReportsPage, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    from bootcamp_app.bootstrap import build  # noqa: PLC0415 - as the next start does

    panel = panel_of(page, "copy", settle)

    saved(panel, tmp_path / "copy.bootcamp", settle)

    again = build(tmp_path / "copy.bootcamp", desk.app.clock, "Sokha")
    assert len(again.people.list(again.bootcamps.find())) == len(PEOPLE)
    again.database.close()


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        ("attendance", "Attendance ", ".xlsx"),
        ("database", "Whole database", ".sqlite"),
        ("copy", "camp 2026-03-02", ".bootcamp"),
    ],
)
def test_the_suggested_name_says_what_it_is_and_nobody_by_name(
    page: ReportsPage, settle: Settle, name: str, begins: str, ends: str
) -> None:
    panel_of(page, name, settle).delivery.ask()
    dialog = page.window().findChildren(QFileDialog)[0]

    suggested = [Path(name).name for name in dialog.selectedFiles()]

    assert len(suggested) == 1
    assert suggested[0].startswith(begins)
    assert suggested[0].endswith(ends)
    dialog.reject()


def test_a_file_chosen_in_the_dialog_is_written_told_and_its_folder_is_opened(
    page: ReportsPage, settle: Settle, tmp_path: Path, opener: Opener
) -> None:
    told: list[str] = []
    page.said.connect(lambda text, _act: told.append(in_words(text)))
    panel = panel_of(page, "people", settle)
    panel.delivery.ask()
    dialog = page.window().findChildren(QFileDialog)[0]

    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "list.xlsx"))
    dialog.accept()
    settle()

    assert (tmp_path / "list.xlsx").read_bytes().startswith(b"PK")
    assert told == ["Saved as “list.xlsx”."]
    assert panel.delivery.banner.plain == f"“list.xlsx” lies in {tmp_path}."
    press(panel, "Open folder")
    assert opener.places == [tmp_path]


def test_a_folder_that_takes_no_file_is_refused_where_it_was_asked(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    panel = panel_of(page, "people", settle)

    panel.delivery.save_to(tmp_path / "file" / "list.xlsx")
    settle()

    assert "“list.xlsx” could not be written." in panel.delivery.banner.plain
    assert panel.delivery.banner.isVisible()


def test_stopping_an_export_leaves_no_file(
    page: ReportsPage, desk: Desk, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    activity = Activity()
    qtbot.addWidget(activity)
    panel = panel_of(page, "database", settle)
    desk.tasks.began.connect(activity.show_task)
    desk.tasks.began.connect(
        lambda _task: QTest.mouseClick(
            activity.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton
        )
    )
    folder = tmp_path / "out"
    folder.mkdir()

    panel.delivery.save_to(folder / "all.sqlite")
    settle()

    assert list(folder.iterdir()) == []
    assert panel.delivery.banner.plain == "Stopped. Nothing of it was kept."


def test_a_page_that_is_closed_during_an_export_harms_nothing(
    day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    del day
    page = ReportsPage(desk)
    page.show()
    panel = panel_of(page, "people", settle)
    panel.delivery.save_to(tmp_path / "list.xlsx")

    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    settle()

    assert [one.suffix for one in tmp_path.glob("list*")] in ([], [".xlsx"])
    assert list(tmp_path.glob(".*.part")) == []


def test_before_names_go_into_an_e_mail_it_is_said_what_that_means(
    page: ReportsPage, settle: Settle, opener: Opener
) -> None:
    panel = panel_of(page, "people", settle)

    press(panel, "E-mail draft…")
    settle()
    asked = panel.delivery.banner.plain
    nothing_yet = list(opener.places)
    press(panel, "Attach it as it is")
    settle()

    assert asked.startswith("This file names people. An e-mail can be passed on")
    assert nothing_yet == []
    (draft,) = (draft_at(path) for path in opener.places)
    (attached,) = draft.iter_attachments()
    assert attached.get_filename() == f"{draft['Subject']}.xlsx"
    assert attached.get_content().startswith(b"PK")
    assert draft["To"] is None
    assert panel.delivery.banner.plain.startswith("The draft is open in your mail program.")


def test_personal_data_can_be_left_out_of_the_draft_in_one_press(
    page: ReportsPage, settle: Settle, opener: Opener, choices: Choices
) -> None:
    panel = panel_of(page, "people", settle)
    form_of(panel).field("form").choose("csv")
    choices.change(language="km")
    settle()

    panel.delivery.ask_draft()
    press(panel, "មិនដាក់ទិន្នន័យផ្ទាល់ខ្លួន")
    settle()

    draft = draft_at(opener.places[0])
    (attached,) = draft.iter_attachments()
    body = draft.get_body()
    assert not form_of(panel).field("without").isChecked(), "it was wanted of the draft only"
    assert body is not None
    assert "ឯកសារនេះមិនមានឈ្មោះនរណាទេ។" in body.get_content()
    assert str(draft["Subject"]).startswith("អ្នកចូលរួម ")
    assert [name for name in NAMES if name in attached.get_content()] == []


def test_where_no_program_opens_a_draft_it_can_be_saved(
    page: ReportsPage, settle: Settle, no_program: None, tmp_path: Path
) -> None:
    del no_program
    panel = panel_of(page, "people", settle)
    leave_out(panel)
    panel.delivery.ask_draft()
    settle()
    assert panel.delivery.banner.plain.startswith("No mail program opened the draft.")

    press(panel, "Save the draft…")
    dialog = page.window().findChildren(QFileDialog)[0]
    suggested = Path(dialog.selectedFiles()[0]).name
    dialog.reject()
    panel.delivery.save_draft_to(tmp_path / suggested)
    settle()

    assert suggested.endswith(".eml")
    assert draft_at(tmp_path / suggested)["X-Unsent"] == "1"
    panel.delivery.open_folder()
    assert str(tmp_path) in panel.delivery.banner.plain


@pytest.mark.parametrize("name", ["database", "copy"])
def test_what_holds_everything_is_protected_with_a_passphrase_typed_twice(
    page: ReportsPage,
    settle: Settle,
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    opener: Opener,
) -> None:
    closes_quickly(monkeypatch)
    panel = panel_of(page, name, settle)
    form = panel.form
    assert not form.field("passphrase").isVisible()

    form.field("protect").click()
    for once, again, said in (
        ("short", "short", "too short"),
        ("four words are enough", "four words are enuff", "not the same"),
    ):
        form.field("passphrase").setText(once)
        form.field("again").setText(again)
        panel.delivery.save.click()
        assert said in form.refusal("passphrase" if once == "short" else "again")
        assert not panel.delivery.banner.isVisible(), "it is said once"
        assert [*clipped(page), *overlapping(page)] == []
    form.field("again").setText("four words are enough")
    ending = ".sqlite.age" if name == "database" else ".bootcamp.age"
    held = saved(panel, tmp_path / f"all{ending}", settle)
    assert form.field("passphrase").text() == form.field("again").text() == ""
    for line in ("passphrase", "again"):
        form.field(line).setText("four words are enough")
    panel.delivery.ask_draft()
    settle()

    assert held.startswith(b"age-encryption.org/v1")
    (draft,) = opener.places
    letter = draft_at(draft)
    (attached,) = letter.iter_attachments()
    assert str(attached.get_filename()).endswith(ending)
    body = letter.get_body()
    assert body is not None
    assert "names people and is protected" in body.get_content()
    page._desk.memory._kept.sync()
    assert b"four words" not in Path(page._desk.memory._kept.fileName()).read_bytes()
    for leave in (lambda: page.show_section("overview"), lambda: form.field("protect").click()):
        form.field("passphrase").setText("four words are enough")
        leave()
        assert form.field("passphrase").text() == ""


def test_what_was_handed_over_of_one_bootcamp_is_not_offered_for_another(
    page: ReportsPage, day: room.Desk, desk: Desk, settle: Settle, no_program: None
) -> None:
    del no_program
    panel = panel_of(page, "people", settle)
    panel.delivery.ask_draft()
    settle()
    press(panel, "Attach it as it is")
    settle()
    assert panel.delivery.banner.isVisible()

    desk.choose(day.open_bootcamp("Kep bootcamp", province="Kep"))
    settle()

    assert not panel.delivery.banner.isVisible()
    assert panel.delivery._draft is None


def test_the_question_about_names_goes_when_something_else_is_chosen(
    page: ReportsPage, settle: Settle
) -> None:
    panel = panel_of(page, "people", settle)
    panel.delivery.ask_draft()
    assert panel.delivery.banner.isVisible()

    leave_out(panel)

    assert not panel.delivery.banner.isVisible()
