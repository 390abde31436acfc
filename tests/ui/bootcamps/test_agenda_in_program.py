"""The agenda in the whole program: ways to it, words in it, and what follows from a change."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.i18n import LANGUAGES
from bootcamp_app.features.bootcamps.agenda import Planned, moved
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    outside,
    overlapping,
    settle_window,
    sideways,
    tab_order,
)

if TYPE_CHECKING:
    from tests import desk as room
    from tests.ui.program import Running

SIZES = ((1280, 720), (1920, 1080))
PERCENTS = (100, 150, 200)


@pytest.fixture
def day(running: Running) -> room.Desk:
    """An agenda in which something is particular about many sessions, in front."""
    told = running.fill(scans=1)
    running.clock.forward(minutes=45)
    agenda = told.app.agenda
    agenda.change(told.morning, {"facilitator": "សុខ ដារ៉ា", "is_mandatory": True})
    plan = Planned(
        told.at("09:00"), told.at("10:00"), "Budget workshop", "សិក្ខាសាលាថវិកា",
        facilitator="CHAN Sreyneang", counts=False, expects="role:facilitator",
    )  # fmt: skip
    agenda.add(told.bootcamp, plan)
    agenda.add(told.bootcamp, moved(plan, 4))
    told.lock(told.sessions[-1])
    running.settle()
    running.window.go("attendance.agenda")
    running.settle()
    return told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("day")
def test_every_word_of_the_agenda_can_be_read_whole(running: Running, language: str) -> None:
    running.choices.change(language=language)
    wrong = []
    for percent, size in product(PERCENTS, SIZES):
        running.choices.change(text_percent=percent)
        running.window.resize(*size)
        running.settle()
        wrong += [
            f"{percent} % on {size}: {fault}"
            for look in (clipped, overlapping, outside, sideways)
            for fault in look(running.window)
        ]

    assert wrong == []


@pytest.mark.usefixtures("day")
def test_the_agenda_turns_with_the_language_and_every_control_has_a_name(running: Running) -> None:
    for language in reversed(LANGUAGES):
        running.choices.change(language=language)
        settle_window(running.window)

        assert left_behind(running.window, language) == []
        assert [type(one) for one in tab_order(running.window) if not name_of(one).strip()] == []


@pytest.mark.usefixtures("day")
def test_today_leads_to_the_agenda(running: Running) -> None:
    page: Any = running.window.page("attendance")
    page.carry_out("type")
    today: Any = running.show("today").page("today")
    today.agenda.edit.click()
    running.settle()

    assert running.window.page_id == "attendance"
    assert page.agenda.isVisible()


def test_what_is_changed_of_the_bootcamp_is_said_at_the_top_and_undo_takes_it_back(
    running: Running, day: room.Desk
) -> None:
    chooser = running.window.rail.chooser
    day.app.agenda.change_bootcamp(day.bootcamp, {"title_en": "Takeo bootcamp"})
    running.settle()
    changed = chooser.accessibleName()
    running.window.undo_wanted.emit("")
    running.settle()

    assert changed == "Bootcamp: Takeo bootcamp"
    assert chooser.accessibleName() == "Bootcamp: Kampot bootcamp"


def test_a_session_made_longer_is_longer_on_today_too(running: Running, day: room.Desk) -> None:
    running.show("today")
    day.app.agenda.change(day.morning, {"ends_at": day.at("11:30") + timedelta(minutes=15)})
    running.settle()
    running.qtbot.waitUntil(
        lambda: running.window.page("today").subtitle.plain == "Day 1 – Morning · 08:30–11:45"
    )
