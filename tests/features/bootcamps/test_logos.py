"""Logos of partners: kept in their order, each once, and taken back like anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.rules import title_of_file
from bootcamp_app.features.bootcamps.views import MOST_LOGOS, LogosChanged
from tests.desk import Desk
from tests.logos import SHAPES, logo, opened
from tests.storage.desks import exchange, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Logo
    from tests.clock import FakeClock


def put_in(desk: Desk, shape: str, title: str = "") -> Logo:
    """Add a logo of a shape, which is called so unless said otherwise."""
    return desk.app.logos.add(desk.bootcamp, logo(shape), f"{shape}.png", title)


def titles(desk: Desk) -> list[str]:
    """Give what the logos are called, in their order."""
    return [one.title for one in desk.app.logos.of(desk.bootcamp)]


def last_act(desk: Desk) -> None:
    """Take the latest act back."""
    desk.app.records.undo()


def test_a_logo_is_kept_as_png_behind_those_that_are_there(desk: Desk) -> None:
    put_in(desk, "wide", "  Ministry of   Planning ")
    put_in(desk, "tall", "ក្រសួងផែនការ")

    first, second = desk.app.logos.of(desk.bootcamp)
    assert (first.title, second.title) == ("Ministry of Planning", "ក្រសួងផែនការ")
    assert [opened(one.png).size for one in (first, second)] == [SHAPES["wide"], SHAPES["tall"]]
    assert desk.app.logos.pictures(desk.bootcamp) == (first.png, second.png)


def test_without_a_title_a_logo_is_called_after_its_file(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ministry_of-planning.PNG"
    file.write_bytes(logo("wide"))

    assert desk.app.logos.add_file(desk.bootcamp, file).title == "ministry of planning"


@pytest.mark.parametrize(
    ("name", "title"), [("undp.png", "undp"), ("a.b_c.jpeg", "a.b c"), ("logo", "logo")]
)
def test_a_title_is_read_from_a_name(name: str, title: str) -> None:
    assert title_of_file(name) == title


def test_each_bootcamp_has_its_own_logos(desk: Desk) -> None:
    put_in(desk, "wide")
    other = desk.open_bootcamp("Kep bootcamp")

    desk.app.logos.add(other, logo("wide"), "wide.png")
    desk.app.logos.add(other, logo("tall"), "tall.png")

    assert titles(desk) == ["wide"]
    assert [one.title for one in desk.app.logos.of(other)] == ["wide", "tall"]


def test_the_same_picture_is_refused_and_named(desk: Desk) -> None:
    put_in(desk, "wide", "UNDP")

    with pytest.raises(Refusal, match="there already, as “UNDP”"):
        put_in(desk, "wide", "USAID")

    assert titles(desk) == ["UNDP"]


def test_a_seventh_logo_is_refused(desk: Desk) -> None:
    *six, seventh = SHAPES
    for shape in six:
        put_in(desk, shape)

    with pytest.raises(Refusal, match="room for 6 logos"):
        put_in(desk, seventh)

    assert titles(desk) == six
    assert len(six) == MOST_LOGOS


def test_what_is_no_picture_changes_nothing_and_tells_nobody(desk: Desk) -> None:
    told = desk.announced(LogosChanged)

    with pytest.raises(Refusal, match="is not a PNG or JPEG"):
        desk.app.logos.add(desk.bootcamp, b"a letter", "letter.docx")

    assert (titles(desk), told) == ([], [])


def test_logos_are_put_in_order_and_each_move_is_one_act(desk: Desk) -> None:
    first, second, third = (put_in(desk, shape) for shape in ("wide", "tall", "square"))

    desk.app.logos.move(third, -2)
    moved = titles(desk)
    desk.app.logos.move(first, 5)
    desk.app.logos.move(second, -9)

    assert moved == ["square", "wide", "tall"]
    assert titles(desk) == ["tall", "square", "wide"]
    for _ in range(3):
        last_act(desk)
    assert titles(desk) == ["wide", "tall", "square"]


def test_a_logo_is_renamed_and_its_name_taken_back(desk: Desk) -> None:
    made = put_in(desk, "wide")

    renamed = desk.app.logos.rename(made, " ក្រសួង  ផែនការ ")
    with pytest.raises(Refusal, match="Write whose logo"):
        desk.app.logos.rename(made, " \u00a0 ")

    assert (renamed.title, titles(desk)) == ("ក្រសួង ផែនការ", ["ក្រសួង ផែនការ"])
    last_act(desk)
    assert titles(desk) == ["wide"]


def test_a_logo_that_was_removed_comes_back_as_it_was(desk: Desk) -> None:
    made = put_in(desk, "wide", "UNDP")
    put_in(desk, "tall")

    desk.app.logos.remove(made)
    without = titles(desk)
    last_act(desk)

    assert without == ["tall"]
    assert desk.app.logos.of(desk.bootcamp)[0] == made
    assert desk.app.records.faults() == []


def test_a_logo_that_was_removed_can_be_put_in_again(desk: Desk) -> None:
    made = put_in(desk, "wide", "UNDP")
    desk.app.logos.remove(made)
    with pytest.raises(Refusal, match="was removed"):
        desk.app.logos.rename(made, "USAID")

    again = put_in(desk, "wide", "USAID")

    assert again.id == made.id
    assert titles(desk) == ["USAID"]
    assert desk.app.records.faults() == []


def test_every_change_is_told(desk: Desk) -> None:
    told = desk.announced(LogosChanged)

    made = put_in(desk, "wide")
    desk.app.logos.rename(made, "UNDP")
    desk.app.logos.move(made, 1)
    desk.app.logos.remove(made)

    assert told == [LogosChanged(desk.bootcamp.id)] * 4


def test_a_logo_is_found_by_id_beginning_or_title(desk: Desk) -> None:
    first, second = put_in(desk, "wide", "UNDP"), put_in(desk, "tall", "ក្រសួងផែនការ")
    find = desk.app.logos.find

    assert find(desk.bootcamp, first.id) == find(desk.bootcamp, "undp") == first
    assert find(desk.bootcamp, second.id[:8]) == find(desk.bootcamp, "ក្រសួងផែនការ") == second
    for ref in ("USAID", ""):
        with pytest.raises(Refusal, match="There is no logo"):
            find(desk.bootcamp, ref)
    desk.app.logos.rename(second, "UNDP")
    with pytest.raises(Refusal, match="means 2 logos"):
        find(desk.bootcamp, "UNDP")


@pytest.fixture
def laptops(tmp_path: Path, clock: FakeClock) -> Iterator[tuple[Desk, Desk]]:
    """Two laptops that know the same bootcamp."""
    apps = [build(str(tmp_path / name / "camp.bootcamp"), clock, name) for name in ("one", "two")]
    first, second = (Desk(app, clock) for app in apps)
    vars(second)["bootcamp"] = first.bootcamp
    meet(first, second)
    yield first, second
    for app in apps:
        app.database.close()


def meet(one: Desk, other: Desk) -> None:
    """Have both laptops know the same."""
    exchange(one.app.database, other.app.database)
    exchange(other.app.database, one.app.database)
    assert state_of(one.app.database) == state_of(other.app.database)
    assert one.app.records.faults() == other.app.records.faults() == []


def test_a_picture_that_two_laptops_put_in_is_there_once(laptops: tuple[Desk, Desk]) -> None:
    one, other = laptops
    put_in(one, "wide", "UNDP")
    put_in(one, "tall", "USAID")
    put_in(other, "tall", "USAID")

    meet(one, other)

    assert titles(one) == titles(other)
    assert sorted(titles(one)) == ["UNDP", "USAID"]


def test_of_more_than_six_from_two_laptops_all_are_listed_and_six_are_printed(
    laptops: tuple[Desk, Desk],
) -> None:
    one, other = laptops
    for shape in list(SHAPES)[:4]:
        put_in(one, shape)
    for shape in list(SHAPES)[3:]:
        put_in(other, shape)

    meet(one, other)

    assert sorted(titles(one)) == sorted(SHAPES)
    assert len(one.app.logos.pictures(one.bootcamp)) == MOST_LOGOS
    assert one.app.logos.pictures(one.bootcamp) == other.app.logos.pictures(one.bootcamp)


def test_a_logo_removed_here_and_renamed_there_ends_equal(laptops: tuple[Desk, Desk]) -> None:
    one, other = laptops
    made = put_in(one, "wide", "UNDP")
    meet(one, other)

    one.app.logos.remove(made)
    other.app.logos.rename(made, "USAID")
    meet(one, other)

    assert titles(one) == titles(other)
