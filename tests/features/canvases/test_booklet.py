"""The booklet: a spread for each solution, its text real, names only where they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.features.canvases.pack.booklet import print_booklet
from bootcamp_app.features.canvases.views import NewBoard
from bootcamp_app.features.teams.tables import TeamRow
from tests.features.canvases.packing import EVIL, fill
from tests.features.canvases.solving import KHMER, wanted
from tests.features.canvases.test_sign_off import holds, texts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk import Desk

NAMES = ("Keo Dara", "កែវ ដារ៉ា", "Chan Sreyneang", "ចាន់ ស្រីនាង")


def booklet(room: Desk, tmp_path: Path, *, with_names: bool = False) -> list[str]:
    target = tmp_path / "booklet.pdf"
    pack = room.app.packs.gathered(room.bootcamp, with_names=with_names)
    pages = print_booklet(pack, target)
    found = texts(target)
    assert pages == len(found)
    return found


def test_a_solution_lies_on_a_spread_with_its_board_beside_it(room: Desk, tmp_path: Path) -> None:
    fill(room)

    pages = booklet(room, tmp_path)

    first, second = room.app.solutions.all(room.bootcamp)
    assert holds(pages[0], "Kampot bootcamp", "2–4 March 2026") == []
    assert holds(pages[1], "សំរាមស្អាត", "៤ · 4", "៦ · 6") == []
    assert holds(pages[2], "Sustainable cities and communities", "4, 6") == []
    assert holds(pages[3], *("សំរាមស្អាត", KHMER, first.idea, first.first_step, "11.6")) == []
    assert holds(pages[3], *(one.what for one in first.commitments), "Kampot Commune") == []
    assert holds(pages[4], *(KHMER, "Two bins", "Twenty volunteers", "Government side: 2")) == []
    assert holds(pages[5], EVIL, second.idea, "Head of the commune office") == []
    assert holds(pages[7], "Waste in the river", "Team 4") == []


def test_nobody_is_named_where_personal_data_is_left_out(room: Desk, tmp_path: Path) -> None:
    fill(room)

    without = "".join(booklet(room, tmp_path))
    named = booklet(room, tmp_path, with_names=True)

    assert holds(without, *NAMES) == list(NAMES)
    assert holds(named[3], *NAMES) == []
    assert holds(named[4], "Keo Dara", "Chan Sreyneang") == []


def test_a_team_is_told_however_a_list_calls_it_and_no_empty_board(
    room: Desk, tmp_path: Path
) -> None:
    fill(room)
    room.write(TeamRow(bootcamp_id=room.bootcamp.id, label="3", name_en="Lotus"))
    for one in room.app.people.list(room.bootcamp):
        room.app.people.change(one, team="lotus")
    before = len(booklet(room, tmp_path, with_names=True))
    room.app.boards.make(room.bootcamp, NewBoard("persona"))

    named = booklet(room, tmp_path, with_names=True)

    assert holds(named[4], "Keo Dara", "Chan Sreyneang") == []
    assert len(named) == before


def test_long_texts_go_on_and_the_next_solution_begins_on_the_left(
    room: Desk, tmp_path: Path
) -> None:
    parts = dict.fromkeys(("problem", "idea", "first_step"), f"{KHMER}។ " * 38)
    room.app.solutions.write(wanted(room, **parts))
    room.app.solutions.write(wanted(room, title_en="The second"))

    pages = booklet(room, tmp_path)

    whole = "".join(pages)
    numbers = [at + 1 for at, page in enumerate(pages) if "Thesecond" in page]
    assert whole.count("".join(KHMER.split())) >= 3 * 36
    assert numbers[0] == 2
    assert numbers[1] % 2 == 0


def test_forty_solutions_are_told_by_the_pages_on_which_they_begin(
    room: Desk, tmp_path: Path
) -> None:
    for number in range(40):
        room.app.solutions.write(wanted(room, title_en=f"Solution no {number}", title_km=""))

    pages = booklet(room, tmp_path)

    begin = next(at for at, page in enumerate(pages) if page.startswith("Solutionno0"))
    contents = "".join(pages[1:begin])
    for number in range(40):
        page = begin + 1 + 2 * number
        assert f"Solutionno{number}" in pages[page - 1]
        assert f"·{page}" in contents
    assert "".join(f"{begin + 1 + 2 * number}," for number in range(39)) in contents


def test_a_bootcamp_without_solutions_has_a_booklet_that_says_so(
    room: Desk, tmp_path: Path
) -> None:
    assert len(booklet(room, tmp_path)) == 2


def test_who_stops_gets_no_half_booklet(room: Desk, tmp_path: Path) -> None:
    fill(room)
    pack = room.app.packs.gathered(room.bootcamp)

    def stop(done: int, _of: int) -> None:
        if done == 3:
            raise Cancelled("Stopped. Nothing of it was kept.")

    with pytest.raises(Cancelled):
        print_booklet(pack, tmp_path / "booklet.pdf", stop)

    assert list(tmp_path.glob("*.pdf")) + list(tmp_path.glob(".*.part")) == []
