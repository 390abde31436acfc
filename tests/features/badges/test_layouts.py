"""Layouts of badges: every code is read, every name is whole, and a bad file is refused."""

from __future__ import annotations

import copy
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.catalogue import documents
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.badges.layouts import layout, layouts, understood
from bootcamp_app.features.badges.sheets import SheetWish, print_sheets
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered, text_of
from tests.features.certificates.camps import Camp, camp_in, quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.clock import FakeClock

DPI = 150
IDS = ("a4-10", "a4-4", "a4-8", "card-cr80", "label-62x100", "table-name")
NAMES = [
    ("ស", "O"),
    ("ចាន់ ស្រីនាង", "Chan Sreyneang"),
    ("ព្រះស៊ីសុវត្ថិ មុនីរ៉េត សុភាពរិទ្ធិ", "Sisowath Monireth Sopheaprith"),
    ("", "Wolfeschlegelsteinhausen Bergerdorff"),
    ("ឧត្តម វិចិត្រ ពិសិដ្ឋ", ""),
]


@pytest.fixture
def camp(sqlite_place: str, clock: FakeClock) -> Iterator[Camp]:
    """A bootcamp with people of short and long names."""
    app = build(sqlite_place, clock, "Sokha")
    camp = camp_in(app)
    camp.add_all(NAMES)
    yield camp
    app.database.close()


def places_of(sheet: Path, *, is_behind: bool = False) -> Iterator[list[tuple[str, int]]]:
    """Give the codes of each page with the place of the badge in which each was seen."""
    chosen = layout(sheet.stem)
    for page in rendered(sheet, DPI):
        found = []
        for seen in codes_in(page):
            x, y = (one * 25.4 / DPI for one in seen.centre)
            for place in range(chosen.per_page):
                cell = chosen.behind(place) if is_behind else chosen.cell(place)
                if cell.x < x < cell.x + cell.width and cell.top < y < cell.top + cell.height:
                    found.append((seen.text, place))
        yield found


def test_the_layouts_that_come_with_the_program_are_there() -> None:
    assert tuple(layouts()) == IDS


@pytest.mark.parametrize("name", IDS)
def test_each_badge_has_its_own_code_and_whole_names(name: str, camp: Camp, tmp_path: Path) -> None:
    target = tmp_path / f"{name}.pdf"

    print_sheets(camp.bootcamp, camp.badges, target, SheetWish(name), quietly)

    most = layouts()[name].per_page
    seen = [{(code, sheet * most + place) for code, place in page}
            for sheet, page in enumerate(places_of(target))]  # fmt: skip
    assert set().union(*seen) == {(one.code, number) for number, one in enumerate(camp.badges)}
    letters = Counter("".join("".join(text_of(target)).split()))
    wanted = Counter("".join("".join(khmer + latin for khmer, latin in NAMES).split()))
    assert wanted - letters == Counter()


@pytest.mark.slow
@pytest.mark.parametrize("name", IDS)
def test_every_badge_of_120_people_is_read(name: str, camp: Camp, tmp_path: Path) -> None:
    camp.add_all([(f"{khmer} {n}" if khmer else "", f"{latin} {n}")
                  for n in range(23) for khmer, latin in NAMES])  # fmt: skip
    target = tmp_path / f"{name}.pdf"

    print_sheets(camp.bootcamp, camp.badges, target, SheetWish(name), quietly)

    most = layouts()[name].per_page
    seen = {(code, sheet * most + place)
            for sheet, page in enumerate(places_of(target)) for code, place in page}  # fmt: skip
    assert seen == {(one.code, number) for number, one in enumerate(camp.badges)}
    assert len(seen) == 120


def test_backs_lie_behind_their_fronts_when_the_sheet_is_turned(camp: Camp, tmp_path: Path) -> None:
    target = tmp_path / "a4-8.pdf"
    wish = SheetWish("a4-8", start=2, is_two_sided=True)

    print_sheets(camp.bootcamp, camp.badges, target, wish, quietly)

    front, _back = places_of(target)
    _front, back = places_of(target, is_behind=True)
    wanted = {(one.code, number) for number, one in enumerate(camp.badges, 1)}
    assert set(front) == wanted
    assert set(back) == wanted
    assert layouts()["a4-8"].behind(0).x == 105


def test_a_folded_table_name_has_no_back(camp: Camp, tmp_path: Path) -> None:
    wish = SheetWish("table-name", is_two_sided=True)

    with pytest.raises(Refusal, match="both faces already"):
        print_sheets(camp.bootcamp, camp.badges, tmp_path / "t.pdf", wish, quietly)

    assert list(tmp_path.glob("*.pdf")) == []


def test_a_layout_of_ones_own_is_used_from_its_file(camp: Camp, tmp_path: Path) -> None:
    own = tmp_path / "mine.json"
    own.write_text(json.dumps({**documents("badges")["a4-8"], "rows": 3}), "utf-8")

    printed = print_sheets(
        camp.bootcamp, camp.badges, tmp_path / "mine.pdf", SheetWish(str(own)), quietly
    )

    assert (printed.pages, layout(str(own)).per_page) == (1, 6)


BAD: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda one: one.update(columns=3), "do not fit on the page"),
    (lambda one: one.update(rows=0), "“rows” is not a number"),
    (lambda one: one.update(page=[210]), "“page” is not two lengths"),
    (lambda one: one.update(page=[float("nan"), 297]), "“page” is not two lengths"),
    (lambda one: one.update(front="name"), "lists of parts"),
    (lambda one: one.update(front=[]), "needs a “qr” and a “name”"),
    (lambda one: one["front"].append({"kind": "photo"}), "no part “photo”"),
    (lambda one: one["front"][-2].update(side=24), "at least 25 mm"),
    (lambda one: one["front"][-2].update(x=90), "“qr” lies outside"),
    (lambda one: one["front"][3].update(width=60), "white border of the code"),
    (lambda one: one["front"][3].update(font="Arial"), "“name” has no “font”"),
    (lambda one: one["front"][3].update(colour="red"), "“colour” of “name” is not right"),
    (lambda one: one["front"][3].update(size=True), "“size” of “name” is not right"),
]


@pytest.mark.parametrize(("spoil", "why"), BAD)
def test_a_bad_layout_is_refused_with_what_is_wrong(
    spoil: Callable[[dict[str, Any]], object], why: str
) -> None:
    wanted = copy.deepcopy(documents("badges")["a4-8"])
    spoil(wanted)

    with pytest.raises(Refusal, match=why):
        understood("mine", wanted)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"[" * 100_000, b"[]", b"x" * 300_000])
def test_a_file_that_is_no_layout_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_bytes(data)

    with pytest.raises(Refusal, match="The badge layout “mine"):
        layout(str(tmp_path / "mine.json"))
