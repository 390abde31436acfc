"""Logos on badges: on every layout, each held once, and seen when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.badges.layouts import layouts
from bootcamp_app.features.badges.service import CHANGED
from bootcamp_app.features.badges.sheets import SheetWish, print_sheets
from bootcamp_app.reading.pages import rendered
from tests.features.certificates.camps import Camp, camp_in, quietly
from tests.logos import SHAPES, logo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np

    from bootcamp_app.features.bootcamps.views import Logo
    from tests.clock import FakeClock
    from tests.desk import Desk

MM = 150 / 25.4
SIX = tuple(SHAPES)[:6]


@pytest.fixture
def camp(sqlite_place: str, clock: FakeClock) -> Iterator[Camp]:
    """A bootcamp with two people."""
    app = build(sqlite_place, clock, "Sokha")
    made = camp_in(app)
    made.add_all([("ចាន់ ស្រីនាង", "Chan Sreyneang"), ("សុខ ដារ៉ា", "Sok Dara")])
    yield made
    app.database.close()


def printed(camp: Camp, target: Path, name: str, shapes: tuple[str, ...]) -> bytes:
    """Print the badges with logos of these shapes; gives the PDF."""
    wish = SheetWish(name, logos=tuple(logo(shape) for shape in shapes))
    print_sheets(camp.bootcamp, camp.badges, target, wish, quietly)
    return target.read_bytes()


def first_page(file: Path) -> np.ndarray:
    """Give the first page as rows of grey pixels."""
    return next(iter(rendered(file, 150)))


@pytest.mark.parametrize("number", [1, 3, 6])
@pytest.mark.parametrize("name", list(layouts()))
def test_logos_stand_in_their_place_and_nowhere_else(
    name: str, number: int, camp: Camp, tmp_path: Path
) -> None:
    bare, dressed = tmp_path / "bare.pdf", tmp_path / "dressed.pdf"
    printed(camp, bare, name, ())
    printed(camp, dressed, name, SIX[:number])

    chosen = layouts()[name]
    face = chosen.cell(0)
    top = face.top + (face.height / 2 if chosen.is_folded else 0)
    [part] = [one for one in chosen.front if one["kind"] == "logos"]
    before, after = first_page(bare), first_page(dressed)
    differs = before != after
    left, right = (round((face.x + part["x"] + more) * MM) for more in (0, part["width"]))
    upper, lower = (round((top + part["top"] + more) * MM) for more in (0, part["height"]))
    assert (after[upper:lower, left:right] < 200).any()
    assert (before[upper:lower, left:right] > 240).all()
    differs[upper - 2 : lower + 2, left - 2 : right + 2] = False
    cell = differs[round(top * MM) : round((face.top + face.height) * MM), : round(face.width * MM)]
    assert not cell.any()


def test_a_batch_holds_each_logo_once(camp: Camp, tmp_path: Path) -> None:
    few = printed(camp, tmp_path / "few.pdf", "a4-8", SIX)
    camp.add_all([("", f"Person {number}") for number in range(38)])
    many = printed(camp, tmp_path / "many.pdf", "a4-8", SIX)

    images = [data.count(b"/Subtype /Image") for data in (few, many)]
    assert images == [12, 12]


def put_in(desk: Desk, shape: str) -> Logo:
    return desk.app.logos.add(desk.bootcamp, logo(shape), f"{shape}.png")


def test_another_logo_changes_every_badge_that_was_printed(desk: Desk) -> None:
    guests = [desk.walk_in(f"Person {number}").participant for number in range(3)]
    desk.app.badges.note_printed(desk.app.badges.of(guests[:2]), "a4-8")

    put_in(desk, "wide")

    found = desk.app.badges.of(guests, CHANGED)
    assert [one.participant for one in found] == guests[:2]


def test_another_order_of_logos_is_a_change_and_a_title_is_none(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang").participant
    first, _second = put_in(desk, "wide"), put_in(desk, "tall")
    desk.app.badges.note_printed(desk.app.badges.of([guest]), "a4-8")

    desk.app.logos.rename(first, "UNDP")
    with pytest.raises(Refusal, match="no such badge to print"):
        desk.app.badges.of([guest], CHANGED)
    desk.app.logos.move(first, 1)

    assert len(desk.app.badges.of([guest], CHANGED)) == 1


def test_a_logo_that_went_and_came_back_changes_nothing(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang").participant
    made = put_in(desk, "wide")
    desk.app.badges.note_printed(desk.app.badges.of([guest]), "a4-8")

    desk.app.logos.remove(made)
    assert len(desk.app.badges.of([guest], CHANGED)) == 1
    put_in(desk, "wide")

    with pytest.raises(Refusal, match="no such badge to print"):
        desk.app.badges.of([guest], CHANGED)


def test_logos_of_another_bootcamp_change_nothing(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang").participant
    desk.app.badges.note_printed(desk.app.badges.of([guest]), "a4-8")

    desk.app.logos.add(desk.open_bootcamp("Kep bootcamp"), logo("wide"), "wide.png")

    with pytest.raises(Refusal, match="no such badge to print"):
        desk.app.badges.of([guest], CHANGED)
