"""The page that both sides sign: one a solution, with everything that it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped, unused-ignore]  # it brings no types
import pytest

from bootcamp_app.core.errors import Cancelled, Refusal
from tests.features.canvases.solving import KHMER, PROMISES, board, owners, wanted

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk import Desk


def texts(path: Path) -> list[str]:
    """Give the text of every page, without the ends of its lines."""
    document = pypdfium2.PdfDocument(path)
    try:
        raw = [one.get_textpage().get_text_range() for one in document]
        return ["".join(one.split()) for one in raw]
    finally:
        document.close()


def holds(page: str, *parts: str) -> list[str]:
    """Give the parts that do not stand on a page."""
    return [one for one in parts if "".join(one.split()) not in page]


def test_a_page_says_all_of_a_solution_and_who_signs(room: Desk, tmp_path: Path) -> None:
    official, citizen = owners(room)
    ours = board(room, "co-ownership", {"solution": ["Clean market"]})
    made = room.app.solutions.write(
        wanted(room, board_id=ours.id, team="3", government_owner=official,
               civil_society_owner=citizen)
    )  # fmt: skip
    target = tmp_path / "sign.pdf"

    pages = room.app.packs.sign_off(room.bootcamp).print([made], target, room.clock.now())

    [page] = texts(target)
    assert pages == 1
    assert holds(
        page,
        *("សំរាមស្អាត", "Clean market", KHMER, made.idea, made.first_step, ours.number, "Team 3"),
        *("កែវ ដារ៉ា", "Keo Dara", "Kampot Commune", "ចាន់ ស្រីនាង", "Chan Sreyneang"),
        *("11.6", "Cleaner air and better waste management in towns", "Less waste"),
        *(one.what for one in PROMISES),
        *("ថ្ងៃទី២០ ខែមីនា ឆ្នាំ២០២៦", "20 March 2026", "Signature", "Date"),
    ) == []  # fmt: skip
    assert page.index("សំរាមស្អាត") < page.index("Cleanmarket")


def test_each_solution_has_a_page_of_its_own_however_long(room: Desk, tmp_path: Path) -> None:
    long = {"problem": f"{KHMER} " * 24, "idea": f"{KHMER} " * 24, "commitments": PROMISES * 5}
    solutions = [room.app.solutions.write(wanted(room, **one)) for one in ({}, long)]
    target = tmp_path / "sign.pdf"

    printing = room.app.packs.sign_off(room.bootcamp)
    pages = printing.print(solutions, target, room.clock.now())

    assert pages == 2
    assert "".join(long["problem"].split()) in texts(target)[1]  # type: ignore[attr-defined]


def test_what_no_page_holds_is_refused_and_nothing_is_written(room: Desk, tmp_path: Path) -> None:
    promises = [replace(PROMISES[0], what=f"{KHMER} " * 30) for _one in range(8)]
    one = room.app.solutions.write(wanted(room, commitments=tuple(promises)))
    printing = room.app.packs.sign_off(room.bootcamp)

    with pytest.raises(Refusal, match="“Clean market” is too long for one page"):
        printing.print([one], tmp_path / "sign.pdf", room.clock.now())
    with pytest.raises(Refusal, match="There is no solution to sign"):
        printing.print([], tmp_path / "sign.pdf", room.clock.now())

    assert list(tmp_path.glob("*.pdf")) == []


def test_who_stops_gets_no_half_file(room: Desk, tmp_path: Path) -> None:
    solutions = [room.app.solutions.write(wanted(room)) for _one in range(3)]

    def stop(done: int, _of: int) -> None:
        if done == 2:
            raise Cancelled("Stopped. Nothing of it was kept.")

    printing = room.app.packs.sign_off(room.bootcamp)
    with pytest.raises(Cancelled):
        printing.print(solutions, tmp_path / "sign.pdf", room.clock.now(), stop)

    assert [
        one.name for one in tmp_path.iterdir() if "sign" in one.name or "part" in one.name
    ] == []
