"""Badge sheets: every code in its person's cell, and nothing written that would be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.badges.layouts import layouts
from bootcamp_app.features.badges.rules import spaced
from bootcamp_app.features.badges.sheets import SheetWish, print_sheets
from bootcamp_app.features.badges.views import PrintedBadges
from bootcamp_app.printing.units import A4
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered, text_of
from tests.features.certificates.camps import NAMES, Camp, camp_in, quietly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clock import FakeClock

SHEET = "a4-8"
DPI = 150
KHMER = ("ស", "ចាន់ ស្រីនាង", "ឧត្តម វិចិត្រ ពិសិដ្ឋ", "ព្រះស៊ីសុវត្ថិ មុនីរ៉េត សុភាពរិទ្ធិ")
LATIN = ("O", "Chan Sreyneang", "Sisowath Monireth Sopheaprith", "")


@pytest.fixture
def camp(sqlite_place: str, clock: FakeClock) -> Iterator[Camp]:
    """A bootcamp in a workspace file."""
    app = build(sqlite_place, clock, "Sokha")
    yield camp_in(app)
    app.database.close()


def printed(camp: Camp, target: Path) -> PrintedBadges:
    return print_sheets(camp.bootcamp, camp.badges, target, SheetWish(SHEET), quietly)


def cells_of(sheet: Path) -> Iterator[list[str]]:
    """Give the codes of each page by the cell that they were seen in."""
    layout = layouts()[SHEET]
    for page in rendered(sheet, DPI):
        cells = [""] * layout.per_page
        for seen in codes_in(page):
            x, y = (place * 25.4 / DPI for place in seen.centre)
            column = int(x * layout.columns / A4.width)
            row = int(y * layout.rows / A4.height)
            assert cells[row * layout.columns + column] == ""
            cells[row * layout.columns + column] = seen.text
        yield cells


def test_every_code_of_120_people_is_read_back_in_its_own_cell(camp: Camp, tmp_path: Path) -> None:
    names = [(khmer, latin) for khmer in KHMER for latin in LATIN]
    camp.add_all([(f"{khmer} {n}", f"{latin} {n}" if latin else "")
                  for n in range(8) for khmer, latin in names[:15]])  # fmt: skip
    badges = camp.badges
    assert len(badges) == 120

    result = printed(camp, tmp_path / "badges.pdf")

    assert result == PrintedBadges(pages=15, badges=120)
    assert [code for cells in cells_of(tmp_path / "badges.pdf") for code in cells] == [
        badge.code for badge in badges
    ]


def test_each_badge_says_both_names_and_the_code_for_people(camp: Camp, tmp_path: Path) -> None:
    camp.add_all(NAMES)

    printed(camp, tmp_path / "badges.pdf")

    (page,) = text_of(tmp_path / "badges.pdf")
    lines = page.split("\n")
    for badge in camp.badges:
        assert badge.participant.name_km in lines
        assert badge.participant.name_en in lines
        assert spaced(badge.code) in page


def test_a_badge_says_no_phone_and_no_address(camp: Camp, tmp_path: Path) -> None:
    camp.add(*NAMES[0], phone="012 345 678", email="nary@example.org")

    printed(camp, tmp_path / "badges.pdf")

    (page,) = text_of(tmp_path / "badges.pdf")
    assert "345 678" not in page
    assert "example.org" not in page


def test_the_last_sheet_is_left_empty_where_nobody_is_left(camp: Camp, tmp_path: Path) -> None:
    camp.add_all([("", f"Person {number}") for number in range(9)])

    printed(camp, tmp_path / "badges.pdf")

    first, second = cells_of(tmp_path / "badges.pdf")
    assert "" not in first
    assert second[1:] == [""] * 7


def test_the_same_badges_print_to_the_same_bytes(camp: Camp, tmp_path: Path) -> None:
    camp.add_all(NAMES)

    printed(camp, tmp_path / "first.pdf")
    printed(camp, tmp_path / "second.pdf")

    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (("", "Wwwwwwwwwwww" * 8), "is too long to print"),
        (("ខ្ញុំ" * 60, ""), "is too long to print"),
        (("សុខ", "Wwwwwwwwwwww" * 8), "is too long to print"),
        (("", "Li 小龙"), "characters that no font has: 小 龙"),
    ],
)
def test_a_name_that_cannot_be_shown_is_refused_by_its_badge_and_the_old_sheet_stays(
    name: tuple[str, str], told: str, camp: Camp, tmp_path: Path
) -> None:
    camp.add(*NAMES[0])
    person = camp.add(*name)
    (tmp_path / "badges.pdf").write_bytes(b"old")
    (badge,) = camp.app.badges.of([person])

    with pytest.raises(Refusal, match=f"The name with badge {badge.code} .*{told}"):
        printed(camp, tmp_path / "badges.pdf")

    assert (tmp_path / "badges.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob("badges*")] == ["badges.pdf"]


def test_a_very_long_title_is_shortened_and_hinders_nobody(
    sqlite_place: str, clock: FakeClock, tmp_path: Path
) -> None:
    app = build(sqlite_place, clock)
    camp = camp_in(app, title_km="វគ្គបំប៉ននវានុវត្តន៍ពលរដ្ឋ " * 12)
    camp.add(*NAMES[0])

    printed(camp, tmp_path / "badges.pdf")
    app.database.close()

    (page,) = text_of(tmp_path / "badges.pdf")
    assert NAMES[0][0] in page.split("\n")
    assert "…" in page


def test_nobody_to_print_for_is_refused(camp: Camp, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="nobody to print a badge for"):
        printed(camp, tmp_path / "badges.pdf")

    assert not (tmp_path / "badges.pdf").exists()


def test_an_unknown_layout_is_refused_with_those_that_there_are(camp: Camp, tmp_path: Path) -> None:
    camp.add(*NAMES[0])

    with pytest.raises(Refusal, match=r"no layout “b5”\. Choose one of: .*a4-8"):
        print_sheets(camp.bootcamp, camp.badges, tmp_path / "badges.pdf", SheetWish("b5"), quietly)
