"""The reader inside `verify.html`: codes that are turned, bent, dim, small or mirrored."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageFilter, ImageOps

from bootcamp_app.printing.qr import smallest
from tests.features.certificates.page_lists import altered, code, key, public, trust
from tests.features.certificates.pages import OpenPage, open_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser import Browser

    Change = Callable[[Image.Image], Image.Image]

DOT = 6
PAPER, INK = 235, 25


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> OpenPage:
    """A page that knows who signed."""
    held = trust([public(key(1))], by=key(1))
    return open_page(browser, tmp_path_factory.mktemp("page"), held)


def drawn(text: str) -> Image.Image:
    """Give a code with its quiet zone."""
    modules = np.array(smallest(text, versions=range(8, 11), level="M", mask=3).modules)
    dots = np.where(np.pad(modules, 4), INK, PAPER).astype(np.uint8)
    return Image.fromarray(dots.repeat(DOT, 0).repeat(DOT, 1))


def turned(degrees: float) -> Change:
    return lambda image: image.rotate(
        degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER
    )


def bent(dots: float) -> Change:
    """Bend the paper: the middle of the code stands some of its dots higher than its sides."""

    def change(image: Image.Image) -> Image.Image:
        rows, columns = np.mgrid[: image.height, : image.width]
        lifted = rows + dots * DOT * np.sin(np.pi * columns / image.width)
        there = lifted.round().astype(int).clip(0, image.height - 1)
        return Image.fromarray(np.asarray(image)[there, columns])

    return change


def in_half_shadow(image: Image.Image) -> Image.Image:
    light = np.where(np.arange(image.width) < image.width * 0.55, 1.0, 0.35)
    return Image.fromarray((np.asarray(image) * light).astype(np.uint8))


def smaller(image: Image.Image) -> Image.Image:
    side = image.width * 2 // DOT
    return image.resize((side + 1, side + 1), Image.Resampling.LANCZOS)


def soft(image: Image.Image) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(DOT * 0.6))


def pale(image: Image.Image) -> Image.Image:
    return image.point(lambda value: 150 + value // 6)


def behind_a_stain(image: Image.Image) -> Image.Image:
    stained = image.copy()
    middle, reach = image.width // 2 + 20, image.width // 12
    stained.paste(PAPER, (middle - reach, middle - reach, middle + reach, middle + reach))
    return stained


@pytest.mark.parametrize(
    "change",
    [
        *map(turned, (0, 30, 45, 90, 137, 180, 290)),
        bent(1),
        bent(2.5),
        in_half_shadow,
        smaller,
        soft,
        pale,
        behind_a_stain,
        ImageOps.mirror,
    ],
)
def test_a_code_is_read_however_it_is_held(page: OpenPage, change: Change, tmp_path: Path) -> None:
    certificate = change(drawn(code(key(1))))
    scene = Image.new("L", (certificate.width + 300, certificate.height + 200), PAPER)
    scene.paste(certificate, (210, 80))
    scene.save(tmp_path / "photo.png")

    assert page.photo(tmp_path / "photo.png") == "valid"


def test_of_two_codes_in_a_photo_the_certificate_is_shown(page: OpenPage, tmp_path: Path) -> None:
    badge, certificate = drawn("A" * 150), drawn(altered(code(key(1))))
    scene = Image.new("L", (2 * badge.width + 100, badge.height + 50), PAPER)
    scene.paste(badge, (0, 0))
    scene.paste(certificate, (badge.width + 60, 20))
    scene.save(tmp_path / "photo.png")

    assert page.photo(tmp_path / "photo.png") == "altered"


@pytest.mark.parametrize(
    "gesture",
    [
        "new ClipboardEvent('paste', { clipboardData: held, bubbles: true })",
        "new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true })",
    ],
    ids=["paste", "drop"],
)
def test_a_picture_can_be_pasted_or_dropped(page: OpenPage, gesture: str, tmp_path: Path) -> None:
    drawn(code(key(1))).save(tmp_path / "photo.png")
    data = b64encode((tmp_path / "photo.png").read_bytes()).decode()
    page.text("nothing")
    assert page.state == "not_a_certificate"

    page.tab.run(f"""(() => {{
      const bytes = Uint8Array.from(atob("{data}"), (sign) => sign.charCodeAt(0));
      const held = new DataTransfer();
      held.items.add(new File([bytes], "photo.png", {{ type: "image/png" }}));
      document.body.dispatchEvent({gesture});
    }})()""")
    page.tab.wait("document.querySelector('.answer').dataset.state === 'valid'")

    assert page.state == "valid"


@pytest.mark.parametrize("language", ["km", "en"])
def test_every_control_has_a_name_and_is_reached_with_the_keyboard(
    page: OpenPage, language: str
) -> None:
    page.turn_to(language)
    page.tab.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    nodes = page.tab.call("Accessibility.getFullAXTree")["nodes"]
    controls = [
        node
        for node in nodes
        if node["role"]["value"] in {"button", "textbox", "DisclosureTriangle"}
        and not node.get("ignored")
    ]
    properties = [{one["name"]: one["value"] for one in node["properties"]} for node in controls]

    assert len(controls) >= 10
    assert [node for node in controls if not node["name"]["value"].strip()] == []
    assert all(found.get("focusable", {}).get("value") for found in properties)
