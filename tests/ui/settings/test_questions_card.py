"""What a bootcamp asks, and what people are told: written on the settings page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from bootcamp_app.features.people.questions import AskedQuestion
from bootcamp_app.ui.people.person_consents import NoticeDialog
from bootcamp_app.ui.settings.notice_card import NoticeCard
from bootcamp_app.ui.settings.questions_card import QuestionsCard
from tests.ui.looking import settle_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.settings.question_dialog import QuestionDialog
    from tests import desk as room

Part = TypeVar("Part", bound="QuestionsCard | NoticeCard")


@pytest.fixture
def card(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Callable[[], None]) -> QuestionsCard:
    """The card of a bootcamp that asks nothing yet."""
    del day
    return shown(QuestionsCard(desk), qtbot, settle)


@pytest.fixture
def notice(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Callable[[], None]) -> NoticeCard:
    """The card with the notice that comes with the program."""
    del day
    return shown(NoticeCard(desk), qtbot, settle)


def shown(made: Part, qtbot: QtBot, settle: Callable[[], None]) -> Part:
    """Show a card and wait until it is filled."""
    qtbot.addWidget(made)
    made.resize(520, 700)
    made.show()
    settle()
    return made


def click(button: QWidget) -> None:
    """Press a button."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(card: QuestionsCard) -> QuestionDialog:
    """Give the dialog that is open."""
    assert card.dialog is not None
    return card.dialog


def write(dialog: QuestionDialog, name: str, text: str) -> None:
    """Put a text into a line of a dialog."""
    field = dialog.form.field(name)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def ask(card: QuestionsCard, khmer: str, english: str, kind: str = "text") -> QuestionDialog:
    """Begin to ask something more."""
    click(card.add)
    dialog = opened(card)
    write(dialog, "label_km", khmer)
    write(dialog, "label_en", english)
    field = dialog.form.field("kind")
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData(kind))
    return dialog


def test_a_question_with_answers_to_choose_from_is_asked_and_taken_back(
    card: QuestionsCard, day: room.Desk, settle: Callable[[], None]
) -> None:
    said: list[tuple[str, str]] = []
    card.said.connect(lambda text, act: said.append((str(text), act)))
    dialog = ask(card, "ទំហំអាវ", "Shirt", "choice")
    assert dialog.choices.isVisible()
    click(dialog.main)
    settle()
    assert "two or more answers" in dialog.banner.plain
    dialog.choices.setPlainText("S | តូច\nL | ធំ\n")
    for name in ("is_required", "is_asked_at_door"):
        QTest.keyClick(dialog.form.field(name), Qt.Key.Key_Space)
    click(dialog.main)
    settle()

    (asked,) = day.app.questions.of(day.bootcamp)
    assert (asked.label_km, asked.label_en, asked.kind) == ("ទំហំអាវ", "Shirt", "choice")
    assert asked.choices == ("S | តូច", "L | ធំ")
    assert (asked.is_required, asked.is_asked_at_door) == (True, True)
    assert [line.question for line in card.lines] == [asked]
    ((text, act),) = said
    day.app.records.undo_act(act)
    settle()
    assert text == "The question is kept."
    assert card.lines == []


def test_what_is_asked_already_is_refused_in_the_dialog(
    card: QuestionsCard, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.app.questions.add(day.bootcamp, AskedQuestion("Diet"))
    dialog = ask(card, "", "diet")
    assert not dialog.choices.isVisible()
    click(dialog.main)
    settle()

    assert "is asked already" in dialog.banner.plain
    assert len(card.lines) == 1
    dialog.reject()
    dialog.reject()


def test_questions_are_changed_put_in_order_and_retired(
    card: QuestionsCard, day: room.Desk, settle: Callable[[], None]
) -> None:
    for label in ("One", "Two"):
        day.app.questions.add(day.bootcamp, AskedQuestion(label))
    settle()
    assert not card.lines[0].up.isEnabled()
    click(card.lines[0].down)
    settle()
    order = [line.question.label for line in card.lines]
    click(card.lines[1].edit)
    dialog = opened(card)
    write(dialog, "label_en", "First")
    click(dialog.main)
    settle()
    click(card.lines[0].retire)
    settle()

    assert order == ["Two", "One"]
    (left,) = day.app.questions.of(day.bootcamp)
    assert (left.label, left.name) == ("First", "One")


def test_a_column_that_a_list_had_can_be_asked(
    card: QuestionsCard, desk: Desk, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.app.people.change(day.person("SOK Vibol"), **{"custom:Diet": "no meat"})
    card.look()
    settle()
    ask_this = card.columns["Diet"].findChildren(type(card.add))[0]
    click(ask_this)
    dialog = opened(card)
    write(dialog, "label_en", "What do you eat?")
    click(dialog.main)
    settle()

    (asked,) = day.app.questions.of(day.bootcamp)
    assert (asked.name, asked.label_en) == ("Diet", "What do you eat?")
    assert card.columns == {}
    desk.choose(None)
    assert not card.add.isEnabled()
    assert card.lines == []
    assert card.told.plain.startswith("Open a bootcamp first.")


def test_a_notice_that_is_written_anew_is_a_version_of_its_own(
    notice: NoticeCard, day: room.Desk, settle: Callable[[], None]
) -> None:
    first = day.app.notices.current()
    assert notice.current.plain == "Version 1, as it comes with the program"
    assert not notice.keep.isEnabled()
    notice.english.setPlainText("We keep less.")
    click(notice.keep)
    settle()
    notice.khmer.setPlainText("")
    click(notice.keep)
    settle()
    assert notice.banner.plain.startswith("Write the notice in Khmer and in English")
    notice.khmer.setPlainText("យើងរក្សាទុកតិច។")
    click(notice.keep)
    settle()

    now = day.app.notices.current()
    assert (now.text_en, now.text_km, now.number) == ("We keep less.", "យើងរក្សាទុកតិច។", "3")
    # The time at the place of the bootcamp, where the clock of the hall shows eight.
    assert notice.current.plain == "Version 3, of 02/03/2026 08:00"
    assert day.app.notices.all()[-1] == first
    assert not notice.keep.isEnabled()
    assert len(notice.versions) == 2
    click(notice.versions[1].findChildren(type(notice.keep))[0])
    dialog = notice.window().findChild(NoticeDialog)
    assert dialog is not None
    assert dialog.text.plain == first.text_en
    dialog.accept()


def test_what_somebody_is_writing_is_not_thrown_away_by_a_change_elsewhere(
    notice: NoticeCard, day: room.Desk, settle: Callable[[], None]
) -> None:
    notice.english.setPlainText("Half a")
    day.app.notices.write("We keep less.", "យើងរក្សាទុកតិច។")
    settle()

    assert notice.english.toPlainText() == "Half a"
    assert notice.keep.isEnabled()


def test_the_notice_shows_as_many_lines_at_any_size_of_the_text(
    notice: NoticeCard, choices: Choices, settle: Callable[[], None]
) -> None:
    lines = []
    for percent in (100, 200):
        choices.change(text_percent=percent)
        settle()
        notice.resize(1100, 2400)
        settle_window(notice)
        lines.append(notice.khmer.height() / notice.khmer.fontMetrics().height())

    assert lines[0] > 7
    assert lines[1] == pytest.approx(lines[0], 0.1)
