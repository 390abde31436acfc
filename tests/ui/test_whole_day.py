"""The whole day by hand, in Khmer: from the first run to the files for the donor."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bootcamp_app.core.settings import Settings, load_settings
from bootcamp_app.reading.pages import text_of
from bootcamp_app.ui.certificates.issuing import IssueDialog
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.program import Program
from bootcamp_app.ui.welcome.new_bootcamp import NewBootcampDialog
from bootcamp_app.ui.welcome.welcome import Welcome
from tests.ui.looking import left_behind, settle_window
from tests.xvfb import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.kit.page import Page
    from tests.clock import FakeClock

PATIENCE = 30.0
LISTED = 12
CAME = 10
HEADERS = {"Name", "Tel"}
"""What the office called its columns; shown as it is."""
TITLE = "វគ្គនវានុវត្តន៍ កំពត"


class Facilitator:
    """Uses the program with mouse and keyboard and reads what it shows."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program = program
        self.window = program.windows[0]
        self.folder = folder

    def page(self, page_id: str) -> Any:  # noqa: ANN401 - each page has parts of its own
        """Go to a page by its place in the rail."""
        at = [button for button in self.window.rail.findChildren(QWidget) if button.isVisible()]
        entry = next(one for one in at if one.property("place") == page_id)
        self.press(entry)
        page: Page = self.window.page(page_id)
        assert page.isVisible()
        return page

    def press(self, widget: QWidget) -> None:
        """Click on something that can be seen, and wait for what it does."""
        assert widget.isVisible(), widget.accessibleName()
        assert widget.isEnabled(), widget.accessibleName()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.wait()

    def enter(self, widget: QWidget, text: str, end: Qt.Key | None = None) -> None:
        """Type into a field, key by key, then press a last key."""
        for key, letter in [*((Qt.Key.Key_unknown, one) for one in text), (end, "")]:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) if key else ():
                event = QKeyEvent(kind, key or 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(widget, event)

    def wait(self) -> None:
        """Let everything finish that is under way; every word shown must be Khmer then."""
        settle_window(self.window)
        end = time.monotonic() + PATIENCE
        while self.program.workspaces.tasks.is_busy:
            assert time.monotonic() < end
            QTest.qWait(5)
        settle_window(self.window)
        if load_settings().is_set_up:
            assert set(left_behind(self.window, "km")) <= HEADERS

    def dialog(self, kind: type[QWidget]) -> Any:  # noqa: ANN401 - as above
        """Give the dialog that is open."""
        return next(
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, kind) and one.isVisible()
        )


@pytest.fixture
def hands(choices: Choices, clock: FakeClock, tmp_path: Path) -> Iterator[Facilitator]:
    hook = sys.excepthook
    choices.now = Settings(theme="light")
    program = Program(choices, Memory(), "", clock)
    program.show_window()
    program.begin()
    yield Facilitator(program, tmp_path)
    for window in list(program.windows):
        window.close()
    program.close()
    sys.excepthook = hook


def nominees(folder: Path) -> Path:
    """Write the list of an office: twelve people, and a row without a name."""
    rows = [("ឈ្មោះ", "Name", "ភេទ", "Tel")]
    names = ("ចាន់", "សុខ", "ហេង", "លី", "គឹម", "នួន", "ឃុន", "យឹម", "ប៉ែន", "ម៉ៅ", "ហ៊ុន", "ទេព")
    for number, name in enumerate(names):
        rows.append((f"{name} សុភា", f"PERSON {chr(65 + number)}", "ស្រី", f"01234560{number:02d}"))
    rows.append(("", "", "ប្រុស", "012999999"))
    file = folder / "nominees.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows(rows)
    return file


def begin(hands: Facilitator) -> None:
    """Choose Khmer, then make a bootcamp of one day."""
    hands.wait()
    welcome = hands.window.findChildren(Welcome)[0]
    hands.press(welcome.languages.buttons["km"])
    hands.press(welcome.new)
    dialog = hands.dialog(NewBootcampDialog)
    hands.enter(dialog.form.field("title"), TITLE)
    dialog.form.field("days").setValue(1)
    hands.press(dialog.main)


def register(hands: Facilitator) -> None:
    """Take the list in, and print the badges."""
    people = hands.page("people")
    people.import_list()
    hands.wait()
    wizard = people.beside
    wizard.file.drop.chosen.emit(nominees(hands.folder))
    hands.wait()
    hands.press(wizard.main)
    hands.press(wizard.main)
    people.print_badges()
    hands.wait()
    badges = people.beside
    assert badges.paper.result[0].pages == 2
    badges.save(hands.folder / "badges.pdf")
    hands.wait()
    hands.press(badges.back)


def check_in(hands: Facilitator, clock: FakeClock) -> None:
    """Scan ten people in the morning and ten in the afternoon, and take the last one back."""
    desk = hands.program.workspaces.desk
    assert desk is not None
    assert desk.bootcamp is not None
    people = desk.app.people.list(desk.bootcamp)
    assert len(people) == LISTED
    codes = [badge.code for badge in desk.app.badges.of(people)][:CAME]
    for minutes in (0, 5.5 * 60):
        clock.forward(minutes=minutes)
        hands.page("today")
        door = hands.page("attendance").door
        for code in codes:
            hands.enter(door.entry, code, Qt.Key.Key_Return)
        hands.wait()
        QTest.qWait(400)  # the counts follow a moment later
        hands.wait()
        assert door.here.number.plain == "10"
    hands.press(door.recent.undo)
    QTest.qWait(400)
    hands.wait()
    assert door.here.number.plain == "9"


def close(hands: Facilitator) -> None:
    """Look at a canvas, issue the certificates, print them, and export everything."""
    gallery = hands.page("canvases").section("gallery")
    hands.wait()
    hands.press(gallery.cards[0])
    gallery.canvas.paper.save_to(hands.folder / "canvas.pdf")
    hands.wait()
    certificates = hands.page("certificates")
    certificates.issue()
    hands.wait()
    looked = certificates.findChild(IssueDialog)
    assert looked is not None
    hands.press(looked.main)
    certificates.print_all()
    hands.wait()
    certificates.batch.paper.save_to(hands.folder / "certificates.pdf")
    hands.wait()
    reports = hands.page("reports")
    for kind, name in (("workbook", "attendance.xlsx"), ("database", "everything.sqlite")):
        reports.open_report(kind)
        hands.wait()
        reports.files.panel(kind).delivery.save_to(hands.folder / name)
        hands.wait()


def test_a_facilitator_does_the_whole_day_in_khmer(hands: Facilitator, clock: FakeClock) -> None:
    begin(hands)
    register(hands)
    check_in(hands, clock)
    close(hands)

    assert load_settings().language == "km"
    texts = list(text_of(hands.folder / "certificates.pdf"))
    assert len(texts) == CAME - 1
    assert all(TITLE in text for text in texts)
    made = {file.name for file in hands.folder.iterdir() if file.is_file()}
    assert made == {
        "nominees.csv", "badges.pdf", "canvas.pdf", "certificates.pdf", "attendance.xlsx",
        "everything.sqlite",
    }  # fmt: skip


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed: dev.py installs it")
def test_the_same_day_on_a_real_window() -> None:
    same = f"{__file__}::{test_a_facilitator_does_the_whole_day_in_khmer.__name__}"
    with Screen() as screen:
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.display}
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", same],
            env=environment,
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    assert done.returncode == 0, done.stdout[-4000:]
    assert "1 passed" in done.stdout
