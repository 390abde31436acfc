"""The list: searching, sorting, staying in step, staying in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bootcamp_app.core.errors import Refusal
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.people.people_page import PeoplePage
    from tests import desk as room
    from tests.ui.people.conftest import Hands


def column(page: PeoplePage, number: int) -> list[str]:
    """Give what a column of the table shows."""
    model = page.list.table.model()
    return [str(model.index(at, number).data()) for at in range(model.rowCount())]


def test_people_are_listed_and_counted(page: PeoplePage) -> None:
    assert column(page, 1)[:2] == ["KIM Rattana", "KHUN Piseth"]
    assert column(page, 5)[0] == "Takeo"
    assert page.subtitle.plain == "9 people"


def test_who_lacks_sex_or_province_is_counted_below_the_title(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.walk_in("Ly Heng")
    settle()

    assert page.subtitle.plain == "10 people · 1 lacks sex or province"


def test_a_khmer_word_finds_a_person(
    page: PeoplePage, hands: Hands, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page.carry_out("search")
    hands("ស្រី")
    qtbot.waitUntil(lambda: page.list.table.model().rowCount() < 9)
    settle()

    assert column(page, 1) == ["CHAN Sreyneang", "PEN Sreymom"]


def test_what_comes_after_the_next_key_is_not_shown(
    page: PeoplePage, settle: Callable[[], None]
) -> None:
    model, search = page.list.table.model(), page.list.search
    seen: list[int] = []
    model.modelReset.connect(lambda: seen.append(model.rowCount()))

    for text in ("s", "sok", "ស្រី"):
        search.searched.emit(text)
    settle()

    assert set(seen) == {2}
    assert column(page, 1) == ["CHAN Sreyneang", "PEN Sreymom"]


def test_where_nobody_is_found_one_press_shows_everybody(
    page: PeoplePage, hands: Hands, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page.carry_out("search")
    hands("zzz")
    qtbot.waitUntil(lambda: page.list.empty["nothing_found"].isVisible())
    settle()
    page.list.search.clear()
    qtbot.waitUntil(lambda: page.list.table.isVisible())

    assert len(column(page, 1)) == 9


def test_a_click_on_a_header_sorts_and_a_second_one_turns_it(
    page: PeoplePage, settle: Callable[[], None]
) -> None:
    header = page.list.table.horizontalHeader()
    where = Qt.MouseButton.LeftButton
    point = header.viewport().rect().topLeft()
    point.setX(header.sectionViewportPosition(1) + 20)
    point.setY(header.height() // 2)
    firsts = []
    for _click in range(2):
        QTest.mouseClick(header.viewport(), where, pos=point)
        settle()
        firsts.append(column(page, 1)[0])

    assert firsts == ["CHAN Sreyneang", "YIM Sovannarith"]


def test_a_change_elsewhere_is_shown_and_the_current_person_stays(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    table = page.list.table
    names = column(page, 1)
    table.setCurrentIndex(table.model().index(names.index("LY Mary"), 0))
    day.app.people.change(day.person("LY Mary"), name_km="កក ម៉ារី")
    settle()

    current = table.current()

    assert column(page, 0)[0] == "កក ម៉ារី"
    assert current is not None
    assert (current.name_en, current.name_km) == ("LY Mary", "កក ម៉ារី")


def test_a_language_that_turns_turns_headers_and_cells(
    page: PeoplePage, choices: Choices, settle: Callable[[], None]
) -> None:
    choices.change(language="km")
    settle()

    model = page.list.table.model()

    assert model.headerData(2, Qt.Orientation.Horizontal) == "ភេទ"
    assert column(page, 2)[0] in {"ស្រី", "ប្រុស"}
    assert page.title.plain == "អ្នកចូលរួម"


def test_a_bootcamp_without_people_teaches_the_next_step(
    desk: Desk, day: room.Desk, open_page: Callable[[], PeoplePage], settle: Callable[[], None]
) -> None:
    desk.choose(day.open_bootcamp("Kep bootcamp"))
    page = open_page()

    assert page.list.empty["nobody"].isVisible()
    assert not page.list.table.isVisible()

    day.app.people.add(desk.bootcamp, _nominee("Ly Heng"))  # type: ignore[arg-type]
    settle()

    assert column(page, 1) == ["Ly Heng"]


def test_without_a_bootcamp_the_page_says_what_to_do(
    desk: Desk, open_page: Callable[[], PeoplePage]
) -> None:
    page = open_page()

    assert desk.bootcamp is None
    assert page.list.empty["no_bootcamp"].isVisible()
    assert not page.add_button.isEnabled()


def test_an_act_without_a_bootcamp_does_no_harm(open_page: Callable[[], PeoplePage]) -> None:
    page = open_page()
    for act in ("add", "import", "badges", "search"):
        page.carry_out(act)

    assert page.dialog is None
    assert page.beside is None


def _nominee(name: str) -> object:
    from bootcamp_app.features.people.nominees import nominee_from  # noqa: PLC0415 - one test

    return nominee_from({"name_en": name}, FIRST_DAY)


def test_after_a_refused_look_the_next_change_is_shown(
    page: PeoplePage, desk: Desk, day: room.Desk, settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr(desk.app.people, "ids", _refuse)
        patch.setattr(desk.app.people, "first", _refuse)
        page.list.refresh()
        settle()
    day.walk_in("Ly Heng")
    settle()

    assert "Ly Heng" in column(page, 1)


def test_rows_that_could_not_be_read_are_asked_for_again(
    page: PeoplePage, desk: Desk, day: room.Desk, settle: Callable[[], None], qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr(desk.app.people, "some", _refuse)
        day.app.people.change(day.person("LY Mary"), name_en="LY Marie")
        settle()
        assert "LY Mary" in column(page, 1)

    qtbot.waitUntil(lambda: "LY Marie" in column(page, 1), timeout=5000)


def _refuse(*_asked: object) -> None:
    raise Refusal("The database is busy.")
