"""Team lists and table signs: a page a team, both scripts, in the colour of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest

from bootcamp_app.features.teams.building import Wanted
from bootcamp_app.features.teams.paper import Printing, print_lists, print_signs
from tests.printing.papers import lines_from_pdftotext

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk import Desk


def unseen(_done: int, _of: int) -> None:
    """Nobody looks how far it is."""


@pytest.fixture
def wanted(sqlite_desk: Desk) -> Printing:
    rows = [["ចាន់ សុខា", "Chan Sokha", "f"], ["លី ហេង", "Ly Heng", "m"], ["", "Kim Nary", "f"]]
    sqlite_desk.import_rows([["Khmer name", "English name", "Sex"], *rows])
    building, bootcamp = sqlite_desk.app.team_building, sqlite_desk.bootcamp
    building.keep(bootcamp, building.preview(bootcamp, Wanted(teams=2)))
    roster = sqlite_desk.app.teams.roster(bootcamp)
    return Printing(bootcamp, roster, sqlite_desk.clock.now().astimezone(bootcamp.zone))


def told(path: Path) -> str:
    return "\n".join(lines_from_pdftotext(path.read_bytes(), path.parent))


def test_each_team_has_a_list_with_its_people_in_both_scripts(
    wanted: Printing, tmp_path: Path
) -> None:
    target = tmp_path / "lists.pdf"

    assert print_lists(wanted, target, unseen) == 2

    first, _name, second = told(target).partition("ឈូក")
    for team, text in zip(wanted.roster.teams, (first, second), strict=True):
        assert team.name_en in text
        for mate in wanted.roster.mates:
            assert (mate.name_en in text) == (mate.team == team.label)
    assert "រំដួល" in first
    assert "ចាន់ សុខា" in first + second


@pytest.mark.parametrize(
    ("how", "times", "size"), [("folded", 2, (210, 297)), ("A5", 1, (210, 148))]
)
def test_a_sign_is_read_from_where_it_stands(
    wanted: Printing, tmp_path: Path, how: str, times: int, size: tuple[int, int]
) -> None:
    target = tmp_path / "signs.pdf"
    only = Printing(wanted.bootcamp, wanted.roster, wanted.made_at, ["Lotus"])

    assert print_signs(only, target, how, unseen) == 1

    text = told(target)
    assert text.count("Lotus") == times
    document = pypdfium2.PdfDocument(target)
    shown = tuple(round(side / 72 * 25.4) for side in document.get_page_size(0))
    document.close()
    assert shown == size
    assert "Sokha" not in text
