"""Files for others in both languages and at large text: all can be read, nothing is left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtTest import QTest

from bootcamp_app.core.i18n import LANGUAGES
from bootcamp_app.features.reports.service import report_kinds
from tests.report_kinds import EVERYTHING, SITTINGS
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    only_latin,
    outside,
    overlapping,
    settle_window,
    sideways,
    tab_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.reports.reports_page import ReportsPage

    Settle = Callable[[], None]

SHOWN = ("gallery", "everything", "sittings", "attendance", "database", "copy")


@pytest.fixture
def large(page: ReportsPage, monkeypatch: pytest.MonkeyPatch) -> ReportsPage:
    """The page as large as it is on a small laptop, with kinds that ask for everything."""
    for kind in (EVERYTHING, SITTINGS):
        monkeypatch.setitem(report_kinds(), kind.id, kind)
    page.resize(1142, 700)
    return page


def show(page: ReportsPage, what: str, settle: Settle) -> None:
    if what == "gallery":
        page.show_section("files")
        page.return_home()
    else:
        page.open_report(what)
        panel: Any = page.files.shown
        if what == "everything":
            panel.form.form.field("of").choose("some")
        if what == "attendance":
            panel.delivery.ask_draft()
    settle()
    QTest.qWait(180)
    settle()
    settle_window(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 200])
def test_every_word_can_be_read_whole_and_every_control_has_a_name(
    large: ReportsPage, choices: Choices, settle: Settle, language: str, percent: int
) -> None:
    choices.change(language=language, text_percent=percent)
    wrong = []
    for what in SHOWN:
        show(large, what, settle)
        found = [*clipped(large), *overlapping(large), *outside(large), *sideways(large)]
        wrong += [f"{what}: {one}" for one in found]
        nameless = [one for one in tab_order(large) if not name_of(one).strip()]
        wrong += [f"{what}: {type(one).__name__} has no name" for one in nameless]

    assert wrong == []


def test_switching_the_language_leaves_no_word_behind(
    large: ReportsPage, choices: Choices, settle: Settle
) -> None:
    for what in SHOWN:
        show(large, what, settle)
    behind = []
    for language in reversed(LANGUAGES):
        choices.change(language=language)
        for what in SHOWN:
            show(large, what, settle)
            behind += [f"{what}: {text}" for text in left_behind(large, language)]

    assert behind == []


def test_in_khmer_nothing_is_latin_but_names_and_kinds_of_files(
    large: ReportsPage, choices: Choices, settle: Settle
) -> None:
    choices.change(language="km")
    for what in ("gallery", "database", "copy"):
        show(large, what, settle)

        assert only_latin(large) - {"SQLite"} == set(), what
