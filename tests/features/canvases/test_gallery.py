"""The gallery in a real browser: both languages, no network, nothing runs, boards from near."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageFilter

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Cancelled
from bootcamp_app.features.canvases.pack.gallery import gallery_page, write_gallery
from bootcamp_app.features.canvases.views import Gesture, Item
from tests.browser import Look
from tests.clock import FakeClock
from tests.desk import Desk
from tests.features.canvases.packing import EVIL, fill
from tests.features.canvases.solving import KHMER, board

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser import Browser, Tab

ZOOM = "document.querySelector('.board svg').getAttribute('viewBox')"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A bootcamp that is only looked at."""
    place = tmp_path_factory.mktemp("gallery") / "camp.bootcamp"
    app = build(str(place), FakeClock(), "Sokha")
    room = Desk(app, FakeClock())
    fill(room)
    yield room
    app.database.close()


@pytest.fixture(scope="module")
def file(told: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("page") / "gallery.html"
    write_gallery(told.app.packs.gathered(told.bootcamp), target)
    return target


@pytest.fixture
def tab(file: Path, browser: Browser) -> Tab:
    return browser.open(file, Look())


def shown(tab: Tab) -> str:
    return str(tab.run("document.body.innerText"))


def test_it_is_read_in_both_languages_and_asks_for_nothing(tab: Tab) -> None:
    english = shown(tab)
    tab.run("document.querySelector('[data-language=km]').click()")
    khmer = shown(tab)

    assert "Cleaner air and better waste management in towns" in english
    assert "ខ្យល់ស្អាត" not in english
    assert "ខ្យល់ស្អាត" in khmer
    assert "Cleaner air" not in khmer
    assert tab.run("document.documentElement.lang") == "km"
    assert tab.run("document.querySelector('.board').getAttribute('aria-label')").startswith("ផ្ទាំង")
    assert (tab.asked_for, tab.complaints) == ([], [])


def test_what_notes_and_titles_bring_along_stays_text(tab: Tab, file: Path) -> None:
    whole = file.read_text("utf-8")

    assert tab.run("document.querySelectorAll('script').length") == 1
    assert tab.run("document.querySelectorAll('img[src=x], [onerror]').length") == 0
    assert EVIL in tab.run("document.querySelector('#s2 h2').textContent")
    assert EVIL in tab.run("document.querySelector('#s1 details').textContent")
    assert tab.run("typeof boom") == "undefined"
    # Nothing but what is named by its hash may run, and nothing may be fetched.
    assert re.search(
        r"default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:;",
        whole,
    )
    assert re.search(r"(src|href)=.?https?:", whole) is None
    assert 'style="' not in whole


def test_the_letters_come_along(tab: Tab) -> None:
    families = tab.run(
        "document.fonts.ready.then(() => [...document.fonts]"
        ".filter((one) => one.status === 'loaded').map((one) => one.family))"
    )

    assert {one.strip('"') for one in families} == {"Gallery Khmer", "Gallery Latin"}


def test_words_of_notes_are_found_and_marked(tab: Tab) -> None:
    tab.run(
        "{const f = document.getElementById('sought'); f.value = 'VOLUNTEERS twenty';"
        " f.dispatchEvent(new Event('input'));}"
    )

    parts = tab.run("[...document.querySelectorAll('[data-part]')].map((one) => one.hidden)")
    assert parts == [False, False, True]
    assert tab.run("document.getElementById('found').textContent") == "Found: 2"
    assert tab.run("document.querySelector('#s1 details').open") is True
    assert tab.run("document.querySelector('#s1 mark').textContent") == "volunteers"


def test_a_board_comes_nearer_by_keys_and_buttons_and_goes_back(tab: Tab) -> None:
    def press(key: str) -> None:
        tab.run(
            f"document.querySelector('.board').dispatchEvent("
            f"new KeyboardEvent('keydown', {{key: '{key}', bubbles: true}}))"
        )

    press("+")
    tab.run("document.querySelector('[data-act=nearer]').click()")
    near = [float(one) for one in tab.run(ZOOM).split()]
    press("ArrowRight")
    moved = [float(one) for one in tab.run(ZOOM).split()]
    press("0")

    assert near[2] == pytest.approx(420 / 2.25, abs=0.01)
    assert moved[0] > near[0]
    assert tab.run(ZOOM) == "0.000 0.000 420.000 297.000"


def test_it_fits_a_phone_and_every_control_has_a_name(file: Path, browser: Browser) -> None:
    tab = browser.open(file, Look(size=(360, 740), is_phone=True, is_dark=True))

    assert tab.run("document.documentElement.scrollWidth") == 360
    assert tab.run(
        "[...document.querySelectorAll('button, input, [tabindex=\"0\"]')].every((one) =>"
        " one.getAttribute('aria-label') || one.textContent.trim() || (one.labels || []).length)"
    )


def test_notes_of_a_board_are_told_as_text_and_drawn(tab: Tab) -> None:
    notes = tab.run("[...document.querySelectorAll('#s1 [data-note]')].map((o) => o.textContent)")
    drawn = tab.run("document.querySelector('#s1 .board svg').textContent").replace("\u200b", "")

    assert notes == [KHMER, "Two bins", EVIL, "Twenty volunteers"]
    assert "Two bins" in drawn
    assert KHMER in drawn


def test_names_are_told_only_where_they_are_wanted(told: Desk) -> None:
    without = gallery_page(told.app.packs.gathered(told.bootcamp))
    named = gallery_page(told.app.packs.gathered(told.bootcamp, with_names=True))

    for name in ("Keo Dara", "កែវ ដារ៉ា", "Chan Sreyneang"):
        assert name not in without
        assert name in named
    assert "Two bins (Keo Dara)" in named
    assert "Kampot Commune" in without


def test_who_stops_gets_no_half_page(told: Desk, tmp_path: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled("Stopped. Nothing of it was kept.")

    with pytest.raises(Cancelled):
        write_gallery(told.app.packs.gathered(told.bootcamp), tmp_path / "gallery.html", stop)

    assert list(tmp_path.iterdir()) == []


def test_a_picture_comes_along_smaller_and_a_broken_one_breaks_nothing(
    room: Desk,
) -> None:
    ours = board(room, "co-ownership", {"solution": ["Clean market"]})
    pictures = [photo(1600), b"\xff\xd8\xff broken"]
    kept = [room.app.boards.keep_picture("jpeg", (1600, 1200), one) for one in pictures]
    items = [
        Item(f"p{at}", "picture", picture=one.id, x=20, top=80, width=80, height=60)
        for at, one in enumerate(kept)
    ]
    room.app.boards.apply(ours.id, Gesture(added=tuple(items)))

    page = gallery_page(room.app.packs.gathered(room.bootcamp))

    [held] = re.findall(r'<image [^>]*href="data:image/jpeg;base64,([^"]+)"', page)
    with Image.open(BytesIO(b64decode(held))) as shown:
        assert max(shown.size) == 1000


def test_a_covered_note_is_told_nowhere(room: Desk) -> None:
    ours = board(room, "co-ownership", {"gov": ["Said to all", "Kept for the vote"]})
    last = room.app.boards.contents(ours.id).items[-1]
    room.app.boards.apply(ours.id, Gesture(changed={last.id: {"is_hidden": True}}))

    page = gallery_page(room.app.packs.gathered(room.bootcamp))

    assert "Said to all" in page
    assert "Kept for the vote" not in page


@pytest.mark.slow
def test_forty_boards_with_pictures_stay_below_ten_million_bytes(room: Desk) -> None:
    picture = photo(2048)
    for number in range(40):
        notes = {"solution": [KHMER], "gov": [f"{KHMER} {number}"] * 20, "cso": [KHMER] * 20}
        ours = board(room, "co-ownership", notes)
        kept = room.app.boards.keep_picture("jpeg", (2048, 1536), picture + bytes([number]))
        one = Item(f"{ours.id}-p", "picture", picture=kept.id, x=20, top=80, width=80, height=60)
        room.app.boards.apply(ours.id, Gesture(added=(one,)))

    assert len(gallery_page(room.app.packs.gathered(room.bootcamp)).encode()) < 10_000_000


def photo(width: int) -> bytes:
    """Give a JPEG that packs as badly as a photo of a market does."""
    fine = Image.effect_noise((width, width * 3 // 4), 60).convert("RGB")
    packed = BytesIO()
    fine.filter(ImageFilter.GaussianBlur(2)).save(packed, "JPEG", quality=85)
    return packed.getvalue()
