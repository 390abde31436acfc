"""What was typed: a code, or somebody's name or number."""

from __future__ import annotations

import pytest

from bootcamp_app.features.badges.rules import spaced
from bootcamp_app.ui.attendance.typed import is_meant_as_code, may_search


@pytest.mark.parametrize(
    "text",
    [
        "77807288161422585",
        spaced("77807288161422585"),
        "៧១២៣៤៥៦៧៨៩០១២៣៤៥៦",
        "71234567890123456",
        "https://example.org/a",
        "x" * 61,
    ],
)
def test_what_a_badge_or_another_print_holds_is_a_code(text: str) -> None:
    assert is_meant_as_code(text)
    assert not may_search(text)


@pytest.mark.parametrize("text", ["Sok", "សុខ", "012 345 601", "+855 12 345 601", "០១២"])
def test_a_name_or_a_phone_number_is_searched_while_it_is_typed(text: str) -> None:
    assert not is_meant_as_code(text)
    assert may_search(text)


@pytest.mark.parametrize("text", ["", "  ", "S", "01", "០១"])
def test_too_little_is_not_searched_yet(text: str) -> None:
    assert not may_search(text)
