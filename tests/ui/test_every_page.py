"""Every page, in both languages and every text size: nothing left behind, clipped or lost."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from bootcamp_app.core.i18n import LANGUAGES
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    only_latin,
    outside,
    overlapping,
    sideways,
    tab_order,
    texts_of,
)
from tests.ui.program import PAGE_IDS
from tests.ui.sample import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.choices import Choices
    from tests.ui.program import Running

SIZES = ((1366, 768), (1920, 1080))
PERCENTS = (100, 150, 200)
TURNS = len(PAGE_IDS) + 1
"""Each page is in front once while the language turns, and behind it both ways."""


@pytest.fixture
def whole(running: Running) -> Running:
    """The program on a day under way, every page made."""
    running.fill()
    for page_id in PAGE_IDS:
        running.show(page_id)
    return running


def test_switching_the_language_leaves_no_word_behind(whole: Running) -> None:
    """Every page has been shown once, so all of them have words to turn, in front or behind."""
    window = whole.window
    pages = [window.page(page_id) for page_id in PAGE_IDS]

    for turn in range(TURNS):
        language = LANGUAGES[(turn + 1) % 2]
        whole.choices.change(language=language)
        whole.show(PAGE_IDS[turn % len(PAGE_IDS)])
        for shown in (window, *pages):
            assert len(list(texts_of(shown))) > 5
            assert left_behind(shown, language) == []

    whole.choices.change(language="km")
    window.rail.status.setText("No bootcamp yet")
    assert left_behind(window, "km") == ["No bootcamp yet"], "one that is left is not recognised"


def test_in_khmer_nothing_is_latin_but_names_and_places(whole: Running) -> None:
    whole.choices.change(language="km")
    data = {name for _khmer, name, *_rest in PEOPLE} | {"Kampot bootcamp", "Bootcamp Desk"}
    data |= {"English", str(whole.desk.app.database.path)}

    latin = {page_id: only_latin(whole.show(page_id)) - data for page_id in PAGE_IDS}

    assert latin == {key: set() for key in PAGE_IDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name_and_a_role_and_every_word_can_be_read_whole(
    whole: Running, language: str
) -> None:
    whole.choices.change(language=language)
    controls = {page_id: tab_order(whole.show(page_id)) for page_id in PAGE_IDS}
    nameless = [
        f"{type(part).__name__} in {type(part.parentWidget()).__name__} of {page_id}"
        for page_id, parts in controls.items()
        for part in parts
        if not name_of(part).strip() or role_of(part) in (None, QAccessible.Role.NoRole)
    ]
    wrong = [
        f"{page_id} at {percent} % on {size}: {fault}"
        for percent, size in product(PERCENTS, SIZES)
        for page_id, fault in faults(whole, percent, size)
    ]

    assert min(map(len, controls.values())) > 8
    assert nameless == []
    assert wrong == []


def faults(whole: Running, percent: int, size: tuple[int, int]) -> Iterator[tuple[str, str]]:
    whole.choices.change(text_percent=percent)
    whole.window.resize(*size)
    for page_id in PAGE_IDS:
        window = whole.show(page_id)
        for look in (clipped, overlapping, outside, sideways):
            for fault in look(window):
                yield page_id, fault


def test_tab_goes_round_through_the_rail_and_then_down_the_page(whole: Running) -> None:
    for page_id in PAGE_IDS:
        window = whole.show(page_id)
        page = window.page(page_id)
        order = tab_order(window)
        rail = [at for at, part in enumerate(order) if window.rail.isAncestorOf(part)]
        shown = [at for at, part in enumerate(order) if page.isAncestorOf(part)]

        assert rail, page_id
        assert shown, page_id
        assert max(rail) < min(shown) or max(shown) < min(rail), page_id


def role_of(part: QWidget) -> QAccessible.Role | None:
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.role() if interface else None


def test_a_second_window_on_the_workspace_stays_in_step(whole: Running) -> None:
    other = whole.program.show_window()
    whole.settle()
    other.go("people")
    whole.settle()

    whole.choices.change(language="km")
    whole.settle()

    assert left_behind(other, "km") == []
    assert other.rail.chooser.accessibleName() == whole.window.rail.chooser.accessibleName()


def test_the_last_page_is_shown_at_the_next_start(whole: Running, choices: Choices) -> None:
    whole.show("reports")
    del choices

    later = whole.program.show_window()
    whole.settle()

    assert later.page_id == "reports"
