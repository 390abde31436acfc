"""Programmes: made, named, given bootcamps, and removed only when they have none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.programmes import ProgrammeWish
from bootcamp_app.features.bootcamps.service import NewBootcamp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from tests.clock import FakeClock

WISH = ProgrammeWish(
    "Civic  Bridges ", "ស្ពានពលរដ្ឋ", " EU-2024/117 ", ("European Union", "", " European Union ")
)


@pytest.fixture
def app(tmp_path: Path, clock: FakeClock) -> Iterator[App]:
    made = build(tmp_path / "w.bootcamp", clock)
    yield made
    made.database.close()


def new_bootcamp(app: App, title: str) -> str:
    return app.bootcamps.make(NewBootcamp(title, date(2026, 3, 2))).id


def test_a_programme_is_known_by_code_title_and_id_as_it_is_written(app: App) -> None:
    made = app.programmes.make(WISH)

    assert (made.title_en, made.code, made.donors) == (
        "Civic Bridges", "EU-2024/117", ("European Union",),
    )  # fmt: skip
    assert [app.programmes.find(ref) for ref in ("eu-2024/117", "civic bridges", made.id)] == [
        made, made, made,
    ]  # fmt: skip


def test_the_first_bootcamp_makes_its_programme_and_others_join_the_newest(app: App) -> None:
    new_bootcamp(app, "One")
    (first,) = app.programmes.all()
    second = app.programmes.make(WISH)
    app.programmes.give(second, [app.bootcamps.find("One")])
    new_bootcamp(app, "Two")

    assert app.programmes.of(app.bootcamps.find("Two")) == second
    assert app.programmes.bootcamps() == {second.id: 2}
    assert [one.id for one in app.programmes.all()] == [first.id, second.id]


def test_a_programme_with_bootcamps_is_not_removed(app: App) -> None:
    new_bootcamp(app, "One")
    (first,) = app.programmes.all()
    second = app.programmes.make(WISH)

    app.programmes.remove(second)
    with pytest.raises(Refusal, match="has bootcamps"):
        app.programmes.remove(first)

    assert app.programmes.all() == [first]


def test_a_programme_without_a_title_is_refused_and_nothing_is_written(app: App) -> None:
    with pytest.raises(Refusal, match="needs a title"):
        app.programmes.make(ProgrammeWish(code="X"))

    assert app.programmes.all() == []


def test_another_programme_is_refused_where_two_have_the_title(app: App) -> None:
    for code in ("A-1", "A-2"):
        app.programmes.make(ProgrammeWish("Bridges", code=code))

    with pytest.raises(Refusal, match="several programmes"):
        app.programmes.find("Bridges")
    with pytest.raises(Refusal, match="There is no programme"):
        app.programmes.find("Roads")


def test_giving_a_bootcamp_is_taken_back_by_one_undo(app: App) -> None:
    new_bootcamp(app, "One")
    (first,) = app.programmes.all()
    second = app.programmes.make(WISH)
    app.programmes.give(second, [app.bootcamps.find("One")])

    app.records.undo()

    assert app.programmes.of(app.bootcamps.find("One")) == first
