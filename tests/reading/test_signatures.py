"""Signatures: the ink alone, whatever paper and light it was photographed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.signatures import signature, signature_of
from tests.logos import opened, packed
from tests.signatures import photo, scan

if TYPE_CHECKING:
    from pathlib import Path


def opaque(png: bytes) -> np.ndarray:
    return np.asarray(opened(png).convert("RGBA").getchannel("A"))


@pytest.mark.parametrize("made", [photo, scan])
def test_paper_is_see_through_and_ink_is_not(made: object) -> None:
    png = signature_of(made(), "one.jpg")  # type: ignore[operator]

    seen = opaque(png)
    assert (seen == 0).mean() > 0.8
    assert (seen > 200).mean() > 0.01
    corners = (seen[:12, :12], seen[-12:, -12:])
    assert [corner.max() for corner in corners] == [0, 0]


def test_what_is_around_the_ink_is_cut_off() -> None:
    picture = opened(signature_of(photo(), "one.jpg"))

    assert (abs(picture.width - 510) < 30, abs(picture.height - 170) < 30) == (True, True)


def test_a_signature_that_is_see_through_already_stays_as_it_is() -> None:
    drawn = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    ImageDraw.Draw(drawn).line([(20, 80), (150, 20), (280, 80)], fill=(0, 0, 90, 255), width=6)

    seen = opaque(signature_of(packed(drawn), "one.png"))

    assert (seen.min(), seen.max()) == (0, 255)


def test_paper_without_a_signature_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "empty.jpg"
    file.write_bytes(photo(is_written=False))

    with pytest.raises(Refusal, match=r"No signature is seen in empty\.jpg"):
        signature(file)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(Refusal, match="not a PNG or JPEG"):
        signature_of(b"hello", "one.txt")


def test_a_dark_picture_is_no_signature() -> None:
    with pytest.raises(Refusal, match="No signature"):
        signature_of(packed(Image.new("RGB", (300, 200), (40, 40, 40))), "dark.png")
