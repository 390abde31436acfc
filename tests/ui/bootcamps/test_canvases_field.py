"""The canvases of a session: ticked by phase, in the order in which they were ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.phases import PHASES
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.ui.bootcamps.canvases_field import CanvasesField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot


def menus(field: CanvasesField) -> list[QMenu]:
    return [action.menu() for action in field.menu().actions()]  # type: ignore[misc]


def test_canvases_are_ticked_in_a_menu_of_their_phase(qtbot: QtBot) -> None:
    field = CanvasesField(["persona"])
    qtbot.addWidget(field)
    for _time in range(2):
        field.offer(tuple(templates().values()))

    field.ticks["co-ownership"].trigger()
    field.ticks["persona"].trigger()
    field.ticks["persona"].trigger()

    assert field.chosen == ["co-ownership", "persona"]
    assert [menu.title() for menu in menus(field)] == [str(one) for one in PHASES.values()]
    assert all(menu.accessibleName() == menu.title() for menu in menus(field))
    assert sum(len(menu.actions()) for menu in menus(field)) == len(templates())
