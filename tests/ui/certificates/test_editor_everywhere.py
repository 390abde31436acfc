"""The editor in both languages, at every size of text and window: words whole, controls named."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.i18n import LANGUAGES
from bootcamp_app.ui.theme.current import theme
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    outside,
    overlapping,
    sideways,
    tab_order,
)

if TYPE_CHECKING:
    from bootcamp_app.ui.certificates.editor.editor_view import EditorView
    from tests.ui.program import Running

SEEN_AT = ((100, (1366, 768)), (100, (1920, 1080)), (150, (1366, 768)), (200, (1366, 768)))
ON_PAPER = {"វិញ្ញាបនបត្រ"}
"""Words of the certificate itself, which are words of the program as well."""
EDITOR = "bootcamp_app.ui.certificates.editor.editor_view"
CHOSEN = ("", "pair", "paragraph", "logos", "verify")


def opened(running: Running) -> EditorView:
    """Open the editor in the whole program, on a day under way."""
    running.fill()
    window = running.show("certificates")
    window.go("certificates.layout")
    running.settle()
    view = window.page("certificates").editor.view  # type: ignore[attr-defined] # this page has one
    running.qtbot.waitUntil(lambda: view.is_current, timeout=20_000)
    running.settle()
    return view  # type: ignore[no-any-return]


def choose(running: Running, view: EditorView, kind: str) -> None:
    """Choose the first part of a kind, or none."""
    parts = view.draft.document["parts"]
    view.draft.choose(next((one["id"] for one in parts if one["kind"] == kind), ""))
    running.settle()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_editor_can_be_read_whole(running: Running, language: str) -> None:
    running.choices.change(language=language)
    view = opened(running)
    wrong = []
    # Also the page around the editor must not be scrolled sideways.
    looks = [*((look, view) for look in (clipped, overlapping, outside)),
             (sideways, running.window)]  # fmt: skip
    for percent, size in SEEN_AT:
        running.choices.change(text_percent=percent)
        running.window.resize(*size)
        for kind in CHOSEN:
            choose(running, view, kind)
            wrong += [
                f"{kind} at {percent} % on {size}: {fault}"
                for look, where in looks
                for fault in look(where)
            ]

    assert wrong == []


def test_switching_the_language_leaves_no_word_behind(running: Running) -> None:
    view = opened(running)

    for turn, kind in enumerate(CHOSEN):
        language = LANGUAGES[(turn + 1) % 2]
        choose(running, view, kind)
        running.choices.change(language=language)
        running.settle()
        assert set(left_behind(view, language)) - ON_PAPER == set()


def test_every_control_of_the_editor_has_a_name_and_is_reached_by_tab(running: Running) -> None:
    view = opened(running)
    for kind in CHOSEN:
        choose(running, view, kind)

        reached = [one for one in tab_order(running.window) if view.isAncestorOf(one)]

        nameless = [type(one).__name__ for one in reached if not name_of(one).strip()]
        assert nameless == []
        assert {view.back, view.parts, view.area.canvas, view.acts.add} <= set(reached)


def test_what_is_wrong_with_the_page_is_read_whole_and_the_page_stands_out(
    running: Running,
) -> None:
    view = opened(running)
    running.window.resize(1366, 768)
    code = next(one for one in view.draft.document["parts"] if one["kind"] == "verify")

    view.draft.put({**view.draft.document, "parts": [code]})
    view.draft.keep()
    running.settle()
    running.qtbot.waitUntil(lambda: view.is_current, timeout=20_000)
    running.settle()

    assert [one.kind for one in view.shown.problems] == ["no_name"] if view.shown else False
    assert outside(view) == []
    around = view.area.viewport().grab().toImage().pixelColor(2, 2)
    assert around == theme.colour("sunken")


def test_the_editor_is_ready_before_it_is_wanted(running: Running) -> None:
    running.fill()
    sys.modules.pop(EDITOR, None)

    running.show("certificates")
    running.qtbot.waitUntil(lambda: EDITOR in sys.modules, timeout=20_000)
    running.settle()

    assert running.window.page("certificates").editor.view is None  # type: ignore[attr-defined] # this page has one
