"""Programmes on the settings page: made, changed, and chosen for the bootcamp in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from bootcamp_app.features.bootcamps.programmes import ProgrammeWish
from bootcamp_app.ui.settings.programmes_card import ProgrammesCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room


def test_a_programme_is_made_and_the_bootcamp_given_to_it(
    day: room.Desk, desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    card = ProgrammesCard(desk)
    qtbot.addWidget(card)
    card.show()
    settle()
    card.add.click()
    dialog = card.dialog
    assert dialog is not None
    dialog.main.click()
    refused = dialog.form.refusal("title_km")
    for name, text in (("title_en", "Bridges"), ("donors", "EU / SIDA")):
        field = dialog.form.field(name)
        assert isinstance(field, QLineEdit)
        field.setText(text)
    dialog.main.click()
    settle()
    made = day.app.programmes.find("Bridges")
    card.choice.choose(made.id)
    settle()

    assert refused.startswith("Write the title")
    assert made.donors == ("EU", "SIDA")
    assert day.app.programmes.of(day.app.bootcamps.find()) == made
    assert [line.remove.isEnabled() for line in card.lines] == [True, False]


def test_with_one_programme_there_is_nothing_to_choose(
    day: room.Desk, desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    card = ProgrammesCard(desk)
    qtbot.addWidget(card)
    card.show()
    settle()
    alone = card.form.isVisible()
    day.app.programmes.make(ProgrammeWish("Bridges"))
    settle()

    assert (alone, card.form.isVisible()) == (False, True)


def test_the_keys_stay_where_they_were_when_the_lines_are_shown_anew(
    day: room.Desk, desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    day.app.programmes.make(ProgrammeWish("Bridges"))
    card = ProgrammesCard(desk)
    qtbot.addWidget(card)
    card.show()
    settle()
    own, bridges = card.lines
    own.edit.setFocus()
    day.app.programmes.change(own.programme, ProgrammeWish("Civic"))
    settle()
    after_change = card.focusWidget()
    line, bridges = card.lines
    bridges.remove.setFocus()
    bridges.remove.click()
    settle()

    assert after_change is line.edit
    assert card.focusWidget() is card.add
    assert card.lines[0].remove.toolTip() == "It has 1 bootcamp, so it cannot be removed."
