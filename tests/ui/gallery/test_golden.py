"""Every part of the kit looks as it did, in both languages and three themes.

`RENEW_GOLDEN=1 .venv/bin/python -m pytest tests/ui/gallery/test_golden.py` draws the golden images
anew; look at what changed before you commit them. A test that fails leaves the new picture and the
difference beside each other and says where.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bootcamp_app.ui.gallery.parts import PARTS
from tests.ui.gallery.pictures import difference, keep, picture_of

if TYPE_CHECKING:
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.gallery.part import Part

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("en", "km")
THEMES = ("light", "dark", "contrast")
_MAY_DIFFER, _MOST_BYTES = 0.002, 2_000_000
_BY_ID = {part.id: part for part in PARTS}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.id)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_looks_as_it_did(
    part: Part, theme: str, language: str, choices: Choices, tmp_path: Path
) -> None:
    choices.change(language=language, theme=theme)
    golden = GOLDEN / f"{part.id}-{language}-{theme}.png"

    picture = picture_of(part)

    if os.environ.get("RENEW_GOLDEN"):
        keep(picture, golden)
        return
    share, marked = difference(picture, Image.open(golden).convert("RGB"))
    if share > _MAY_DIFFER:
        picture.save(tmp_path / "now.png")
        marked.save(tmp_path / "difference.png")
    assert share <= _MAY_DIFFER, f"{share:.2%} of {golden.name} differ: {tmp_path}/difference.png"


def test_golden_images_are_those_of_the_parts_and_stay_small() -> None:
    wanted = {
        f"{name}-{lang}-{theme}.png" for name in _BY_ID for lang in LANGUAGES for theme in THEMES
    }

    there = {file.name: file.stat().st_size for file in GOLDEN.glob("*.png")}

    assert set(there) == wanted
    assert sum(there.values()) < _MOST_BYTES


def test_another_look_is_noticed(choices: Choices) -> None:
    choices.change(theme="light")
    light = picture_of(_BY_ID["pills"])
    choices.change(language="km")

    share, _marked = difference(light, picture_of(_BY_ID["pills"]))

    assert share > _MAY_DIFFER
