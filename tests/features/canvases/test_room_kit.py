"""A room kit: from the agenda, for each session a page of what it needs and a canvas a team."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.features.canvases.kit_parts import KitWish
from tests.features.canvases.pages import pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk import Desk

A3 = KitWish(size="A3")


@pytest.fixture
def camp(sqlite_desk: Desk) -> Desk:
    """A morning with two canvases, an afternoon with one, the next day with none."""
    first, second, *_rest = sqlite_desk.sessions
    agenda = sqlite_desk.app.agenda
    agenda.change(first, {"canvases": ["journey", "persona"], "facilitator": "Sok Dara"})
    agenda.change(second, {"canvases": ["hmw", "gone"]})
    return sqlite_desk


def silently(_done: int, _of: int) -> None:
    """Nobody looks."""


def texts(desk: Desk, wish: KitWish, folder: Path) -> list[str]:
    pages = desk.app.room_kits.print(desk.bootcamp, wish, folder / "kit.pdf", silently)
    found = pages_of(folder / "kit.pdf")
    assert len(found) == pages
    return [page.text for page in found]


def test_each_session_has_a_page_of_its_needs_and_then_its_canvases_in_order(
    camp: Desk, tmp_path: Path
) -> None:
    cover, one, two, cover_two, last = texts(camp, A3, tmp_path)

    assert "Sok Dara" in cover
    assert "85" in cover  # minutes of both canvases
    assert "2 sheets of A3" in cover
    assert ("Citizen journey map" in one, "Person card" in two) == (True, True)
    assert ("How might we" in cover_two, "How might we" in last) == (True, True)


def test_each_team_has_every_canvas_with_its_name_on_it(camp: Desk, tmp_path: Path) -> None:
    for name in ("Lotus", "Mekong"):
        camp.app.teams.add(camp.bootcamp, name_en=name)
    session = camp.sessions[0].id

    cover, *canvases = texts(camp, replace(A3, session=session), tmp_path)

    assert ("Lotus" in cover, "Mekong" in cover) == (True, True)
    assert [
        ("Lotus" in text, "Mekong" in text, "Person card" in text) for text in canvases
    ] == [
        (True, False, False), (True, False, True), (False, True, False), (False, True, True),
    ]  # fmt: skip


def test_a_session_of_one_team_has_the_canvases_of_that_team(camp: Desk) -> None:
    made = [camp.app.teams.add(camp.bootcamp, name_en=name) for name in ("Lotus", "Mekong")]
    camp.app.agenda.change(camp.sessions[0], {"expects": f"team:{made[1].label}"})

    first, second = camp.app.room_kits.parts(camp.bootcamp, A3)

    assert first.teams == (str(made[1]),)
    assert second.teams == (str(made[0]), str(made[1]))


def test_without_teams_there_are_as_many_copies_as_were_asked_for(camp: Desk) -> None:
    (part, _other) = camp.app.room_kits.parts(camp.bootcamp, replace(A3, copies=3))

    assert (part.sheets, part.teams) == (6, ("", "", ""))


def test_a_canvas_may_lie_on_several_sheets(camp: Desk, tmp_path: Path) -> None:
    wish = KitWish(session=camp.sessions[1].id, size="A2", tile="A4")

    cover, *sheets = texts(camp, wish, tmp_path)

    assert f"1 canvases of A2, each on {len(sheets)} sheets of A4" in cover
    assert len(sheets) > 4


def test_only_one_day_is_printed_and_a_day_without_canvases_is_refused(camp: Desk) -> None:
    first, other = camp.sessions[0].starts_at.date(), camp.sessions[-1].starts_at.date()

    assert len(camp.app.room_kits.parts(camp.bootcamp, replace(A3, day=first))) == 2
    with pytest.raises(Refusal, match="No session here names a canvas"):
        camp.app.room_kits.parts(camp.bootcamp, replace(A3, day=other))


@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_kit_that_is_stopped_leaves_no_file(camp: Desk, tmp_path: Path, at: int) -> None:
    def stop(done: int, _of: int) -> None:
        if done == at:
            raise Cancelled("Stopped. Nothing of it was kept.")

    with pytest.raises(Cancelled):
        camp.app.room_kits.print(camp.bootcamp, A3, tmp_path / "kit.pdf", stop)

    assert list(tmp_path.glob("*.pdf*")) == []


def test_too_many_copies_are_refused(camp: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="1 to 60 copies"):
        camp.app.room_kits.print(
            camp.bootcamp, replace(A3, copies=61), tmp_path / "kit.pdf", silently
        )
