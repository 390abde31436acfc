"""Qt's own words are Khmer when the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QTreeView,
)

from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.ui.finding import in_language
from bootcamp_app.ui.qt_messages import QT_MESSAGES

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices


def words_of(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


def not_khmer(texts: list[str]) -> list[str]:
    return [text for text in texts if text and not is_khmer(text)]


def test_the_buttons_of_a_message_turn_with_the_language(choices: Choices, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(
        buttons.Yes | buttons.No | buttons.Cancel | buttons.Save | buttons.Discard | buttons.Retry
    )
    box.show()
    english = {made.text() for made in box.findChildren(QPushButton)}

    choices.change(language="km")
    qtbot.waitUntil(lambda: not not_khmer([one.text() for one in box.findChildren(QPushButton)]))

    assert "Cancel" in english
    assert {"បោះបង់", "រក្សាទុក"} <= {made.text() for made in box.findChildren(QPushButton)}


def test_the_menu_of_a_field_is_khmer(choices: Choices, qtbot: QtBot) -> None:
    field = QLineEdit("ឈ្មោះ")
    qtbot.addWidget(field)
    choices.change(language="km")

    menu = field.createStandardContextMenu()
    shown = words_of(menu)
    menu.deleteLater()

    assert len(shown) >= 7
    assert not_khmer(shown) == []


def test_the_menu_of_a_text_is_khmer(choices: Choices, qtbot: QtBot) -> None:
    text = QPlainTextEdit("ឈ្មោះ")
    qtbot.addWidget(text)
    choices.change(language="km")

    menu = text.createStandardContextMenu()
    shown = words_of(menu)
    menu.deleteLater()

    assert len(shown) >= 7
    assert not_khmer(shown) == []


def test_the_file_dialog_is_khmer(choices: Choices, qtbot: QtBot, tmp_path: Path) -> None:
    choices.change(language="km")
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()

    table = dialog.findChild(QTreeView)
    assert table is not None
    files = table.model()
    across = Qt.Orientation.Horizontal
    columns = [str(files.headerData(at, across)) for at in range(files.columnCount())]
    labels = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()]
    tips = [one.toolTip() for one in dialog.findChildren(QToolButton) if one.isVisible()]

    assert len(columns) == 4
    assert len(labels) >= 3
    assert len(tips) >= 5
    assert not_khmer(labels + buttons + tips + columns) == []


def test_a_question_with_a_name_in_it_keeps_the_name(choices: Choices) -> None:
    choices.change(language="km")

    asked = QCoreApplication.translate(
        "QFileDialog", "%1 already exists.\nDo you want to replace it?"
    )

    assert asked.replace("%1", "list.xlsx") == "មាន list.xlsx រួចហើយ។ តើចង់ជំនួសវាឬ?"


@pytest.mark.parametrize("message", QT_MESSAGES)
def test_every_message_keeps_what_qt_puts_into_it(message: str) -> None:
    khmer = in_language(message, "km")

    assert is_khmer(khmer) or any("\u1780" <= letter <= "\u17ff" for letter in khmer)
    for place in ("%1", "%2"):
        assert khmer.count(place) == message.count(place)


def test_keys_stay_as_they_are_printed_and_unknown_words_as_they_are(choices: Choices) -> None:
    choices.change(language="km")

    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Delete").toString(native) == "Ctrl+Del"
    assert QCoreApplication.translate("QFileDialog", "A word of tomorrow") == "A word of tomorrow"


def test_dates_follow_the_language(choices: Choices) -> None:
    day = QDate(2026, 12, 1)
    english = QLocale().toString(day, "d MMMM")

    choices.change(language="km")

    assert (english, QLocale().toString(day, "d MMMM")) == ("1 December", "1 ធ្នូ")
