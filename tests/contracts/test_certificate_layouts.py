"""What holds for every certificate layout in resources/certificates, also for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.certificates.layouts import DEFAULT_LAYOUT, layouts
from bootcamp_app.features.certificates.pages import PAGES
from bootcamp_app.features.certificates.parts.kinds import IN_EVERY_PART, KINDS, NEEDED

if TYPE_CHECKING:
    from collections.abc import Mapping

each_layout = pytest.mark.parametrize("name", sorted(layouts()))


def needed(keys: Mapping[str, object]) -> set[str]:
    return {key for key, value in keys.items() if value is NEEDED}


def test_the_layout_that_is_used_exists() -> None:
    assert DEFAULT_LAYOUT in layouts()


@each_layout
def test_a_layout_says_its_version_its_page_and_its_name_in_both_languages(name: str) -> None:
    held = layouts()[name]

    assert held.keys() == {"version", "title", "page", "parts"}
    assert held["version"] >= 1
    assert held["page"] in PAGES
    assert held["title"].keys() == {"en", "km"}


@each_layout
def test_every_part_is_of_a_known_kind_with_all_it_needs_and_nothing_unknown(name: str) -> None:
    for part in layouts()[name]["parts"]:
        keys = {**KINDS[part["kind"]].keys, **IN_EVERY_PART}
        assert needed(keys) <= part.keys() <= keys.keys()
