"""Teams in the window: built after a look, moved with mouse and keys, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.teams.building import Wanted
from bootcamp_app.features.teams.views import FIXED, TOGETHER
from bootcamp_app.ui.bootcamps.group_words import group_in_words
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.people.field_words import said
from bootcamp_app.ui.teams.move_dialog import SwapDialog
from bootcamp_app.ui.teams.team_board import ON_A_PAGE
from bootcamp_app.ui.teams.team_dialog import TeamDialog
from bootcamp_app.ui.teams.teams_section import TeamsSection
from bootcamp_app.ui.teams.wishes_dialog import WishesDialog
from tests import desk as room
from tests.ui.looking import clipped, left_behind, name_of, overlapping, settle_window, tab_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.teams.member_list import MemberList

    Settle = Callable[[], None]
Kind = TypeVar("Kind", bound=Dialog)


@pytest.fixture
def section(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> TeamsSection:
    """The section in front, of nine people without teams."""
    del day
    shown = TeamsSection(desk)
    qtbot.addWidget(shown)
    shown.resize(1300, 900)
    shown.show()
    shown.came_to_front()
    settle()
    return shown


@pytest.fixture
def built(section: TeamsSection, settle: Settle) -> TeamsSection:
    """The same with three teams."""
    section.show_preview(Wanted(teams=3))
    settle()
    section.keep()
    settle()
    return section


def sizes(section: TeamsSection) -> list[int]:
    return [card.list.count() for card in section.board.cards]


def drop(source: MemberList, target: MemberList) -> None:
    """Let go over one list what was taken in another, as the mouse would."""
    data = source.mimeData(source.selectedItems())
    _dropped(target, data)


def _dropped(target: MemberList, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    target.dropEvent(event)


def opened(section: TeamsSection, kind: type[Kind]) -> Kind:
    dialog = section.acts.dialog
    assert isinstance(dialog, kind)
    return dialog


def confirm(section: TeamsSection, settle: Settle) -> None:
    QTest.keyClick(opened(section, Dialog).main, Qt.Key.Key_Space)
    settle()


def test_teams_are_seen_before_anything_is_written_and_can_be_taken_back(
    section: TeamsSection, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    assert (section.empty.isVisible(), section.board.isVisible()) == (True, False)
    assert desk.bootcamp is not None
    section.build()
    confirm(section, settle)

    assert section.preview.isVisible()
    assert sizes(section) == [9]
    assert desk.app.teams.all(desk.bootcamp) == []
    section.discard()
    assert section.empty.isVisible()

    section.show_preview(Wanted(teams=3))
    settle()
    with qtbot.waitSignal(section.said) as told:
        section.keep()
    settle()
    assert sizes(section) == [3, 3, 3]
    desk.app.records.undo_act(told.args[1])
    settle()
    assert section.empty.isVisible()


def test_teams_of_one_bootcamp_are_never_kept_in_another(
    section: TeamsSection, desk: Desk, settle: Settle
) -> None:
    first = desk.bootcamp
    assert first is not None
    other = desk.app.bootcamps.make(NewBootcamp("Another", room.FIRST_DAY))
    section.show_preview(Wanted(teams=3))
    desk.choose(other)
    settle()

    assert (section.draft, section.preview.isVisible()) == (None, False)
    draft = desk.app.team_building.preview(first, Wanted(teams=3))
    with pytest.raises(Refusal, match="another bootcamp"):
        desk.app.team_building.keep(other, draft)
    assert desk.app.teams.all(other) == desk.app.teams.all(first) == []


def test_papers_are_left_with_their_bootcamp(
    built: TeamsSection, desk: Desk, settle: Settle
) -> None:
    built.want("lists", built.board.cards[0].team)
    settle()
    desk.choose(desk.app.bootcamps.make(NewBootcamp("Another", room.FIRST_DAY)))
    settle()

    assert (built.paper.isVisible(), built.empty.isVisible()) == (False, True)


def test_whoever_is_dropped_on_another_team_is_in_it(built: TeamsSection, settle: Settle) -> None:
    first, second = (card.list for card in built.board.cards[:2])
    middle = first.visualItemRect(first.item(1)).center()
    QTest.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    name = first.item(1).text()

    drop(first, second)
    settle()

    assert sizes(built) == [2, 4, 3]
    shown = built.board.cards[1].list
    assert name in [shown.item(row).text() for row in range(4)]
    assert shown.marked() == [str(shown.currentItem().data(Qt.ItemDataRole.UserRole))]


def test_keys_and_marks_stay_while_another_laptop_moves_somebody(
    built: TeamsSection, desk: Desk, settle: Settle
) -> None:
    roster = built.acts.roster
    assert desk.bootcamp is not None
    assert roster is not None
    first, second, third = roster.teams
    built.acts.put([one.id for one in roster.of(third)], None)
    settle()
    held, rest = built.board.cards[0].list, built.board.rest.list
    rest.setCurrentRow(2)
    held.setFocus()
    held.setCurrentRow(1)
    marks = held.marked() + rest.marked()

    gone, stays = roster.of(first)[0], roster.of(third)[0]
    desk.app.teams.put(desk.bootcamp, [gone.id], second)
    desk.app.teams.put(desk.bootcamp, [stays.id], second)
    settle()

    assert sizes(built) == [2, 5, 0]
    assert held is built.board.cards[0].list
    assert (held.hasFocus(), held.currentRow(), rest.currentRow()) == (True, 0, 1)
    assert held.marked() + rest.marked() == marks


def test_more_people_than_a_list_shows_are_told(section: TeamsSection) -> None:
    roster = section.acts.roster
    assert roster is not None
    section.board.rest.show_people(roster.mates * 30)

    assert section.board.rest.list.count() == 200
    assert section.board.rest.more.plain == "… and 70 more; search for them."
    section.board.rest.show_people(roster.mates)
    assert section.board.rest.more.isHidden()


def test_people_are_moved_with_the_keys(built: TeamsSection, settle: Settle) -> None:
    listed = built.board.cards[0].list
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    confirm(built, settle)

    assert sorted(sizes(built)) == [2, 3, 4]


def test_whoever_leaves_a_team_is_placed_again_and_two_change_places(
    built: TeamsSection, settle: Settle
) -> None:
    built.acts.put([built.acts.roster.mates[0].id] if built.acts.roster else [], None)
    settle()
    assert built.board.rest.isVisible()
    assert built.late.text() == "Place 1 late arrival"

    QTest.mouseClick(built.late, Qt.MouseButton.LeftButton)
    settle()

    assert not built.board.rest.isVisible()
    assert sizes(built) == [3, 3, 3]

    roster = built.acts.roster
    assert roster is not None
    one, other = (roster.of(team)[0] for team in roster.teams[:2])
    menu = built.acts.menu_for([one.id])
    assert menu is not None
    menu.actions()[1].trigger()
    dialog = opened(built, SwapDialog)
    dialog.confirmed.emit()  # nobody was chosen as yet
    assert dialog.isVisible()
    dialog.chosen.emit(other.id)
    settle()
    after = built.acts.roster
    assert after is not None
    assert (after.by_id[one.id].team, after.by_id[other.id].team) == (other.team, one.team)


def test_a_renamed_team_is_called_so_everywhere(
    built: TeamsSection, settle: Settle, choices: Choices
) -> None:
    built.acts.change(built.board.cards[0].team)
    form: Any = opened(built, TeamDialog).form
    form.field("name_km").setText("ទន្លេ")
    form.field("name_en").setText("River")
    confirm(built, settle)

    assert (said("team", "Rumdul"), group_in_words("team:Rumdul")) == ("River", "Team: River")
    choices.change(language="km")
    assert said("team", "Rumdul") == "ទន្លេ"
    assert built.board.cards[0].accessibleName() == "ក្រុម ទន្លេ"


def test_wishes_are_added_and_removed(built: TeamsSection, desk: Desk, settle: Settle) -> None:
    built.ask_wishes()
    dialog = opened(built, WishesDialog)
    roster = built.acts.roster
    assert roster is not None
    dialog.picked.extend(one.id for one in roster.mates[:2])
    dialog.add_wish()
    settle()

    assert desk.bootcamp is not None
    (wish,) = desk.app.team_wishes.all(desk.bootcamp)
    assert (wish.kind, wish.people) == (TOGETHER, tuple(one.id for one in roster.mates[:2]))
    assert built.wishes.text() == "1 wish…"
    dialog.remove_wish(wish)
    settle()
    assert desk.app.team_wishes.all(desk.bootcamp) == []


def test_enter_takes_who_is_meant_and_done_keeps_the_wish_that_is_begun(
    built: TeamsSection, desk: Desk, settle: Settle
) -> None:
    built.ask_wishes()
    dialog = opened(built, WishesDialog)
    roster = built.acts.roster
    assert roster is not None
    assert desk.bootcamp is not None
    first, second = roster.mates[:2]
    for mate in (first, second):
        dialog.field.setFocus()
        QTest.keyClicks(dialog.field, mate.name[:-1])
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.field.text() == ""
    assert dialog.isVisible()
    assert dialog.picked == [first.id, second.id]

    QTest.keyClicks(dialog.field, "nobody of this name")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "choose who is meant" in dialog.banner.plain
    dialog.field.clear()
    QTest.keyClick(dialog.main, Qt.Key.Key_Space)
    settle()

    (wish,) = desk.app.team_wishes.all(desk.bootcamp)
    assert wish.people == (first.id, second.id)
    assert not any(one.isVisible() for one in built.window().findChildren(WishesDialog))


def test_a_wish_that_is_begun_is_not_lost_with_the_first_escape(
    built: TeamsSection, desk: Desk, settle: Settle
) -> None:
    built.ask_wishes()
    dialog = opened(built, WishesDialog)
    roster = built.acts.roster
    assert roster is not None
    assert desk.bootcamp is not None
    for number in range(2):
        dialog.picked.extend(mate.id for mate in roster.mates[2 * number : 2 * number + 2])
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert "Press Done to keep it, or Esc once more" in dialog.banner.plain
        if number == 0:
            dialog.add_wish()
            settle()
            assert not dialog.banner.isVisible()

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert len(desk.app.team_wishes.all(desk.bootcamp)) == 1


def test_who_is_moved_against_a_wish_is_told(
    built: TeamsSection, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    assert desk.bootcamp is not None
    roster = desk.app.teams.roster(desk.bootcamp)
    here, there = roster.teams[:2]
    mate = roster.of(here)[0]
    desk.app.team_wishes.add(desk.bootcamp, FIXED, [mate.id], here)
    settle()

    with qtbot.waitSignal(built.said) as told:
        built.acts.put([mate.id], there)
    settle()
    with qtbot.waitSignal(built.said) as back:
        built.acts.put([mate.id], here)

    wish = f"A wish puts {mate.name} into team {here}."
    assert told.args is not None
    assert back.args is not None
    assert told.args[0]() == f"{mate.name}: now in team {there}. {wish}"
    assert str(back.args[0]) == f"{mate.name}: now in team {here}."


def test_many_teams_are_shown_a_page_at_a_time_and_found(
    built: TeamsSection, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    assert desk.bootcamp is not None
    for _n in range(ON_A_PAGE):
        desk.app.teams.add(desk.bootcamp)
    settle()
    qtbot.waitUntil(lambda: len(built.board.cards) == ON_A_PAGE)

    QTest.mouseClick(built.board.later, Qt.MouseButton.LeftButton)
    assert len(built.board.cards) == 3
    built.search.setText("ឈូក")
    QTest.keyClick(built.search, Qt.Key.Key_Return)

    assert [card.team.name_en for card in built.board.cards] == ["Lotus"]


def test_lists_are_shown_as_they_print_under_a_name_without_people(
    built: TeamsSection, settle: Settle
) -> None:
    built.want("lists", built.board.cards[1].team)
    settle()

    assert built.paper.isVisible()
    assert built.paper.paper.result == 1
    built.return_home()
    assert built.board.isVisible()


@pytest.mark.parametrize(("percent", "language"), [(100, "km"), (200, "en")])
def test_every_word_can_be_read_and_every_control_has_a_name(
    built: TeamsSection, choices: Choices, percent: int, language: str
) -> None:
    choices.change(language=language, text_percent=percent)
    built.acts.put([], None)
    settle_window(built)

    assert [*clipped(built), *overlapping(built)] == []
    assert left_behind(built, language) == []
    assert [type(one).__name__ for one in tab_order(built) if not name_of(one).strip()] == []
