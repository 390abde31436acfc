"""Sessions name the canvases that teams work on in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bootcamp_app.features.bootcamps import agenda

if TYPE_CHECKING:
    from bootcamp_app.features.bootcamps.views import Session
    from tests.desk import Desk

NAMED = ("persona", "journey")


def with_canvases(desk: Desk) -> Session:
    return desk.app.agenda.change(desk.sessions[0], {"canvases": NAMED})


def test_a_session_keeps_its_canvases_in_order_and_each_once(desk: Desk) -> None:
    changed = desk.app.agenda.change(desk.sessions[0], {"canvases": [*NAMED, "persona"]})

    assert changed.canvases == NAMED
    assert desk.sessions[0].canvases == NAMED


def test_a_session_that_is_edited_or_repeated_keeps_them(sqlite_desk: Desk) -> None:
    session = with_canvases(sqlite_desk)
    day = date(2026, 3, 5)

    sqlite_desk.app.agenda.change(session, {"title_en": "Field visit"}, [day], extends=True)

    found = [one.canvases for one in sqlite_desk.sessions if one.title_en.endswith("Field visit")]
    assert found == [NAMED, NAMED]


def test_a_new_session_has_those_of_its_plan(sqlite_desk: Desk) -> None:
    plan = replace(agenda.planned(sqlite_desk.sessions[1]), canvases=NAMED, title_en="Evening")

    (made,) = sqlite_desk.app.agenda.add(sqlite_desk.bootcamp, plan)

    assert made.canvases == NAMED


def test_a_change_of_them_is_taken_back_alone(sqlite_desk: Desk) -> None:
    with_canvases(sqlite_desk)

    sqlite_desk.app.records.undo()

    assert sqlite_desk.sessions[0].canvases == ()


def test_a_removed_session_comes_back_with_them(sqlite_desk: Desk) -> None:
    sqlite_desk.app.agenda.remove(with_canvases(sqlite_desk))

    sqlite_desk.app.records.undo()

    assert sqlite_desk.sessions[0].canvases == NAMED
