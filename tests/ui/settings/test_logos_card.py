"""Logos on the settings page: put in, named, put in order and removed, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from bootcamp_app.core.i18n import LANGUAGES
from bootcamp_app.ui.people.badges_view import BadgesView
from bootcamp_app.ui.settings.logos_card import LogosCard
from tests.logos import SHAPES, logo
from tests.ui.looking import clipped, left_behind, name_of, outside, settle_window, tab_order

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

SIX = list(SHAPES)[:6]


@pytest.fixture
def card(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Callable[[], None]) -> LogosCard:
    """The card of a bootcamp without logos."""
    del day
    made = LogosCard(desk)
    qtbot.addWidget(made)
    made.resize(420, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle()
    return made


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A file of each shape, and one that is no picture."""
    found = [tmp_path / f"{shape}.png" for shape in SHAPES]
    for file in found:
        file.write_bytes(logo(file.stem))
    (tmp_path / "letter.png").write_text("Dear partner", "utf-8")
    return [*found, tmp_path / "letter.png"]


def put_in(day: room.Desk, *shapes: str) -> None:
    for shape in shapes:
        day.app.logos.add(day.bootcamp, logo(shape), f"{shape}.png")


def titles(card: LogosCard) -> list[str]:
    return [line.logo.title for line in card.lines]


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def drop(card: LogosCard, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    card.drop.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_logo_that_is_chosen_is_shown_and_can_be_taken_back(
    card: LogosCard, day: room.Desk, files: list[Path], settle: Callable[[], None]
) -> None:
    said: list[tuple[str, str]] = []
    card.said.connect(lambda text, act: said.append((str(text), act)))
    click(card.drop.choose)
    dialog = card.window().findChild(QFileDialog)
    assert dialog is not None
    assert "*.png *.jpg *.jpeg" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(files[0]))
    dialog.reject()
    settle()

    [line] = card.lines
    assert (line.logo.title, line.view.accessibleName()) == ("wide", "Logo: wide")
    [(text, act)] = said
    assert text == "“wide” was added."
    day.app.records.undo_act(act)
    settle()
    assert card.lines == []


def test_several_files_that_are_dropped_are_put_in_and_what_is_none_is_refused(
    card: LogosCard, files: list[Path], settle: Callable[[], None]
) -> None:
    drop(card, files[0], files[-1], files[1])
    settle()
    settle()

    assert titles(card) == ["wide", "tall"]
    assert card.banner.plain.startswith("letter.png is not a PNG or JPEG picture.")
    drop(card, files[2])
    settle()
    assert titles(card) == ["wide", "tall", "square"]
    assert card.banner.isHidden()


def test_six_logos_leave_no_place_for_more(
    card: LogosCard, day: room.Desk, settle: Callable[[], None]
) -> None:
    put_in(day, *SIX)
    settle()
    full = card.drop.isHidden(), card.told.plain

    click(card.lines[0].acts["remove"])
    settle()

    assert full[0]
    assert "Only the first 6 are printed." in full[1]
    assert not card.drop.isHidden()
    assert "Only the first" not in card.told.plain


def test_logos_are_moved_by_keys_and_the_keys_stay_with_the_logo(
    card: LogosCard, day: room.Desk, settle: Callable[[], None]
) -> None:
    put_in(day, "wide", "tall", "square")
    settle()
    card.lines[0].acts["down"].setFocus()

    for _ in range(2):
        held = QApplication.focusWidget()
        assert held is not None
        assert held.accessibleName() == "Show it later: wide"
        QTest.keyClick(held, Qt.Key.Key_Space)
        settle()

    assert titles(card) == ["tall", "square", "wide"]
    assert [line.acts["up"].isEnabled() for line in card.lines] == [False, True, True]
    assert [line.acts["down"].isEnabled() for line in card.lines] == [True, True, False]
    last = QApplication.focusWidget()
    assert last is not None
    assert last.accessibleName() == "Name this logo: wide"


def test_a_logo_is_named_in_a_dialog_that_wants_a_name(
    card: LogosCard, day: room.Desk, settle: Callable[[], None]
) -> None:
    put_in(day, "wide")
    settle()
    click(card.lines[0].acts["name"])
    dialog = card.dialog
    assert dialog is not None
    dialog.title.setText("  ")
    click(dialog.main)
    settle()
    refused = dialog.banner.plain
    dialog.title.setText("ក្រសួងផែនការ")
    click(dialog.main)
    settle()

    assert refused.startswith("Write whose logo this is")
    assert titles(card) == ["ក្រសួងផែនការ"]


def test_a_logo_that_is_removed_is_said_and_can_be_taken_back(
    card: LogosCard, day: room.Desk, settle: Callable[[], None]
) -> None:
    put_in(day, "wide", "tall")
    settle()
    said: list[tuple[str, str]] = []
    card.said.connect(lambda text, act: said.append((str(text), act)))
    click(card.lines[0].acts["remove"])
    settle()
    left = titles(card)
    day.app.records.undo_act(said[0][1])
    settle()

    assert (left, said[0][0]) == (["tall"], "“wide” was removed.")
    assert titles(card) == ["wide", "tall"]


def test_each_bootcamp_shows_its_own_logos(
    card: LogosCard, day: room.Desk, desk: Desk, settle: Callable[[], None]
) -> None:
    put_in(day, "wide")
    settle()
    other = day.open_bootcamp("Kep bootcamp")
    desk.choose(other)
    settle()
    of_other = titles(card), card.told.plain
    desk.choose(None)
    settle()

    assert of_other[0] == []
    assert "“Kep bootcamp”" in of_other[1]
    assert card.told.plain.startswith("Open a bootcamp first.")
    assert card.drop.isHidden()


def test_a_logo_is_shown_on_white_and_not_distorted_in_the_dark(
    card: LogosCard, day: room.Desk, choices: Choices, settle: Callable[[], None]
) -> None:
    choices.change(theme="dark")
    put_in(day, "banner")
    settle()

    seen = card.lines[0].view.grab().toImage()

    blue = [
        (x, y)
        for x in range(seen.width())
        for y in range(seen.height())
        if seen.pixelColor(x, y).blue() - seen.pixelColor(x, y).red() > 60
    ]
    across, down = (max(one) - min(one) + 1 for one in zip(*blue, strict=True))
    assert seen.pixelColor(seen.width() // 2, seen.height() // 5) == QColor("white")
    assert across / down == pytest.approx(10, rel=0.3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 200])
def test_six_logos_with_long_names_can_be_read_and_reached(
    card: LogosCard,
    day: room.Desk,
    choices: Choices,
    settle: Callable[[], None],
    language: str,
    percent: int,
) -> None:
    put_in(day, *SIX)
    first = day.app.logos.of(day.bootcamp)[0]
    day.app.logos.rename(first, "ក្រសួងការងារ និងបណ្ដុះបណ្ដាលវិជ្ជាជីវៈ និងអង្គការ UNDP")
    choices.change(language=language, text_percent=percent)
    settle()
    card.resize(420 * percent // 100, 1400 * percent // 100)
    settle_window(card)

    assert [*clipped(card), *outside(card), *left_behind(card, language)] == []
    names = [name_of(one) for one in tab_order(card)]
    assert len(names) == len(set(names)) == 6 * 4 - 2
    assert all("wide" not in name for name in names)


def test_badges_that_are_shown_are_made_anew_with_other_logos(
    day: room.Desk, desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    view = BadgesView(desk, day.bootcamp)
    qtbot.addWidget(view)
    view.show()
    settle()
    before = view.paper.file.read_bytes() if view.paper.file else b""

    put_in(day, "wide")
    settle()
    settle()

    after = view.paper.file.read_bytes() if view.paper.file else b""
    assert (before.count(b"/Subtype /Image"), after.count(b"/Subtype /Image")) == (0, 2)
    day.app.records.undo()
    settle()
    settle()
    again = view.paper.file.read_bytes() if view.paper.file else b""
    assert again.count(b"/Subtype /Image") == 0
