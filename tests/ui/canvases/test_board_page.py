"""The page of a board: fast entry, zones, list, clipboard and commands, by real mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from bootcamp_app.bootstrap import build
from bootcamp_app.core.settings import Settings
from bootcamp_app.features.canvases.views import Gesture, Item
from bootcamp_app.ui.canvases.around.note_dialog import NoteDialog
from bootcamp_app.ui.canvases.around.zone_panel import ZoneLine
from bootcamp_app.ui.choices import Choices
from bootcamp_app.ui.desk import Desk
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.tasks import Tasks
from tests import desk as room
from tests.clock import FakeClock
from tests.ui.canvases.board_work import CONTROL, SHIFT, BoardWork, in_front, write
from tests.ui.sample import HEADERS, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def shared(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardWork]:
    """One page for all: making it takes far longer than what is asked of it."""
    del qapp
    clock = FakeClock()
    place = tmp_path_factory.mktemp("boards") / "a.bootcamp"
    desk = Desk(build(place, clock, "Sokha"), Tasks(), Choices(Settings(theme="light")), Memory())
    day = room.Desk(desk.app, clock)
    day.import_rows([HEADERS, *PEOPLE])
    desk.choose(day.bootcamp)
    made = BoardWork(desk)
    yield made
    made.page.close()
    made.page.deleteLater()
    desk.close()


@pytest.fixture
def work(shared: BoardWork, choices: Choices) -> BoardWork:
    """The page with an empty board."""
    del choices
    shared.open_new()
    QGuiApplication.clipboard().clear()
    return shared


def test_what_the_wall_says_is_typed_line_by_line(work: BoardWork) -> None:
    work.enter("4 more bins", "៤g ថវិកា", "2r ធុងសំរាម ៣")

    assert work.notes == [(4, "more bins"), (4, "ថវិកា"), (2, "ធុងសំរាម ៣")]
    assert [one.side for one in work.kept] == ["", "government", "resident"]
    assert work.shown == ["more bins", "ថវិកា", "ធុងសំរាម ៣"]
    assert work.page.entry.field.text() == ""
    assert "3 notes" in work.page.head.subtitle.plain


def test_a_wrong_number_is_said_in_place_and_the_line_stays(work: BoardWork) -> None:
    work.enter("12 more bins")

    assert "no zone 12" in work.page.entry.said.plain
    assert work.page.entry.field.text() == "12 more bins"
    assert work.notes == []
    write(work.page.entry.field, "x")
    assert not work.page.entry.said.isVisible()


def test_the_side_chosen_beside_the_line_is_that_of_new_notes(work: BoardWork) -> None:
    work.page.entry.side.menu().actions()[1].trigger()
    work.enter("1 one", "1c two")

    assert [one.side for one in work.kept] == ["government", "civil_society"]
    assert work.page.rail.side.key == "government"


def test_lines_of_a_spreadsheet_are_pasted_into_the_entry(work: BoardWork) -> None:
    QGuiApplication.clipboard().setText("2\tone\tរដ្ឋ\tCHAN Sreyneang\n3\ttwo\n\tthree")
    work.page.entry.field.setFocus()

    work.key(Qt.Key.Key_V, CONTROL)

    assert work.notes == [(2, "one"), (3, "two"), (3, "three")]
    author = work.kept[0].author
    assert work.page.people.names[author] == "CHAN Sreyneang"


def test_ctrl_z_takes_back_and_ctrl_y_does_again(work: BoardWork) -> None:
    work.enter("1 one", "1 two")

    work.key(Qt.Key.Key_Z, CONTROL)
    after_undo = work.notes, list(work.shown)
    work.key(Qt.Key.Key_Z, CONTROL | SHIFT)

    assert after_undo == ([(1, "one")], ["one"])
    assert work.notes == [(1, "one"), (1, "two")]
    QTest.mouseClick(work.page.rail.undo, LEFT)
    assert work.notes == [(1, "one")]
    work.key(Qt.Key.Key_Y, CONTROL)
    assert work.notes == [(1, "one"), (1, "two")]


def test_what_others_do_shows_at_once_and_what_is_chosen_stays(work: BoardWork) -> None:
    work.enter("1 one", "2 two")
    work.choose("two")
    first = work.kept[0]

    gesture = Gesture((Item("other", "note", text="three"),), {first.id: {"text": "changed"}})
    work.desk.app.boards.apply(work.board.id, gesture)
    work.settle()
    work.settle()

    assert sorted(work.shown) == ["changed", "three", "two"]
    assert [one.text for one in work.kept if one.id in work.page.chosen()] == ["two"]


def test_a_text_in_the_panel_is_kept_when_it_is_left_and_others_do_not_disturb_it(
    work: BoardWork,
) -> None:
    work.enter("1 one")
    work.choose("one")
    field = work.page.panel.inspector.text
    field.setFocus()
    write(field, "!")
    work.desk.app.boards.apply(work.board.id, Gesture((Item("another", "note", text="two"),)))
    work.settle()

    assert field.text() == "!one"
    work.page.view.setFocus()
    assert (1, "!one") in work.notes


def test_a_refused_write_is_told_and_the_board_is_shown_as_it_is(work: BoardWork) -> None:
    work.enter("1 one")
    kept = work.kept[0]

    work.page.carry_out(Gesture(changed={kept.id: {"text": "x" * 6000}}))
    work.settle()
    work.settle()

    assert len(work.told) == 1
    assert work.shown == ["one"]
    # The words are in hand again, to be made shorter.
    assert work.page.panel.inspector.text.text() == "x" * 6000
    work.page.panel.inspector.write("short")
    work.page.view.setFocus()
    assert work.notes == [(1, "short")]


def test_a_removed_board_is_left(work: BoardWork) -> None:
    work.desk.app.boards.remove(work.board)
    work.settle()
    work.settle()

    assert work.left == [True]
    assert "no more" in work.told[0]


def test_the_panel_counts_the_notes_of_each_zone_and_shows_one_large(work: BoardWork) -> None:
    work.enter("1 one", "3 two", "3 three")
    lines = work.page.panel.zones.lines
    before = work.page.view.scale_of_view

    QTest.mouseClick(lines[2], LEFT)

    counts = [line.accessibleName() for line in lines[:3]]
    assert [told.split(", ")[-1] for told in counts] == ["1 note", "0 notes", "2 notes"]
    assert work.page.view.scale_of_view > 1.5 * before
    work.page.view.setFocus()
    work.key(Qt.Key.Key_0)
    assert work.page.view.scale_of_view == pytest.approx(before)


def test_the_panel_turns_to_what_is_chosen(work: BoardWork) -> None:
    work.enter("1 one", "2 two")
    line = work.page.panel.zones.lines[0]
    assert line.isVisible()

    work.choose("one", "two")
    QTest.mouseClick(work.page.panel.inspector.colours.button("pink"), LEFT)
    work.settle()

    assert not line.isVisible()
    assert {one.colour for one in work.kept} == {"pink"}
    work.key(Qt.Key.Key_Escape)
    assert line.isVisible()


def test_escape_leaves_the_chosen_and_then_the_board(work: BoardWork) -> None:
    work.enter("1 one")
    work.choose("one")

    work.key(Qt.Key.Key_Escape)
    after_one = list(work.left)
    work.key(Qt.Key.Key_Escape)

    assert (after_one, work.left) == ([], [True])


def test_letters_change_the_tool_and_the_rail_shows_it(work: BoardWork) -> None:
    work.page.view.setFocus()
    for letter, tool in (("n", "note"), ("l", "connector"), ("v", "select")):
        work.key(Qt.Key[f"Key_{letter.upper()}"])
        assert work.page.rail.tool(tool).isChecked()
    work.key(Qt.Key.Key_E)

    assert QApplication.focusWidget() is work.page.entry.field


def test_a_note_that_is_laid_by_hand_has_the_colour_of_its_zone(work: BoardWork) -> None:
    zone = work.board.template.zones[5]
    QTest.mouseClick(work.page.rail.tool("note"), LEFT)
    at = work.page.view.mapFromScene(zone.x + zone.width / 2, zone.top + zone.height / 2)
    QTest.mouseClick(work.page.view.viewport(), LEFT, pos=at)
    field = QApplication.focusWidget()
    assert field is not None
    write(field, "សំរាម")
    work.key(Qt.Key.Key_Escape)

    (one,) = work.kept
    assert (one.text, one.zone, one.colour) == ("សំរាម", zone.id, zone.colour)


def test_chosen_notes_are_put_in_line_grouped_and_taken_away_by_keys(work: BoardWork) -> None:
    work.enter("2 one", "3 two", "5 three")
    work.choose("one", "two", "three")

    work.key(Qt.Key.Key_Left, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert len({one.x for one in work.kept}) == 1
    work.key(Qt.Key.Key_G, CONTROL)
    assert len({one.group_id for one in work.kept} - {""}) == 1
    work.key(Qt.Key.Key_Delete)
    assert work.kept == []
    work.key(Qt.Key.Key_Z, CONTROL)
    assert len(work.kept) == 3


def test_the_menu_offers_what_is_possible_with_what_is_chosen(work: BoardWork) -> None:
    work.enter("2 one", "2 two")
    work.choose("one")
    menu = work.page.commands.menu(QPoint(0, 0))
    offered = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    line = next(one for one in menu.findChildren(QMenu))

    assert offered["Duplicate"]
    assert not offered["Make one group"]
    assert [one.isEnabled() for one in line.actions()] == [False] * 9
    menu.close()


def test_a_zone_is_tidied_and_all_alike_are_chosen(work: BoardWork) -> None:
    work.enter(*(f"5 note {n}" for n in range(6)))
    work.choose("note 5")

    work.page.commands.carry_out("tidy")
    work.page.commands.carry_out("of_zone")

    boxes = [(one.x, one.top, one.x + one.width, one.top + one.height) for one in work.kept]
    assert len(work.page.chosen()) == 6
    assert not any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for at, a in enumerate(boxes)
        for b in boxes[at + 1 :]
    )


def test_notes_are_copied_to_another_board_as_new_ones(work: BoardWork) -> None:
    work.enter("2g one", "3 two")
    work.choose("one", "two")
    work.key(Qt.Key.Key_C, CONTROL)
    first = {one.id for one in work.kept}
    work.open_new()

    work.page.view.setFocus()
    work.key(Qt.Key.Key_V, CONTROL)

    assert [text for _zone, text in work.notes] == ["one", "two"]
    assert work.kept[0].side == "government"
    assert {one.id for one in work.kept}.isdisjoint(first)
    assert set(work.page.chosen()) == {one.id for one in work.kept}
    assert QGuiApplication.clipboard().text() == "one\ntwo"


def test_cut_notes_lie_where_they_lay_when_they_are_laid_back(work: BoardWork) -> None:
    work.enter("2 one")
    work.choose("one")
    before = work.kept[0].x

    work.key(Qt.Key.Key_X, CONTROL)
    gone = work.kept
    work.key(Qt.Key.Key_V, CONTROL)

    assert gone == []
    assert [one.x for one in work.kept] == [before]


def test_plain_lines_are_pasted_into_the_zone_that_is_worked_in(work: BoardWork) -> None:
    work.enter("5 one")
    work.choose("one")
    QGuiApplication.clipboard().setText("two\n\nthree three")

    work.key(Qt.Key.Key_V, CONTROL)

    assert work.notes == [(5, "one"), (5, "two"), (5, "three three")]
    assert work.told == ["2 notes were added."]


def test_a_picture_from_the_clipboard_is_kept_small(work: BoardWork) -> None:
    image = QImage(3000, 1500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    work.page.view.setFocus()

    work.key(Qt.Key.Key_V, CONTROL)

    (one,) = work.kept
    picture = work.desk.app.boards.pictures([one.picture])[one.picture]
    assert (picture.width, picture.height) == (2048, 1024)
    assert one.width == pytest.approx(2 * one.height)


def test_pictures_that_are_dropped_are_laid_there_and_broken_ones_are_told(
    work: BoardWork, tmp_path: Path
) -> None:
    Image.new("RGB", (40, 30), "red").save(tmp_path / "good.png")
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("broken.jpg", "good.png")])
    QGuiApplication.clipboard().setMimeData(mime)
    work.page.view.setFocus()

    work.key(Qt.Key.Key_V, CONTROL)

    assert [one.kind for one in work.kept] == ["picture"]
    assert len(work.told) == 1
    assert "broken.jpg" in work.told[0]


def test_an_empty_clipboard_is_said(work: BoardWork) -> None:
    work.page.view.setFocus()

    work.key(Qt.Key.Key_V, CONTROL)

    assert work.told == ["There is nothing on the clipboard that a board can show."]


def test_the_list_says_the_same_as_the_paper_and_moves_notes_by_keys(work: BoardWork) -> None:
    work.enter("2c one", "3 two")
    work.page.show_list(is_shown=True)
    work.settle()
    table = work.page.list.table

    def told() -> list[list[str]]:
        model = table.model()
        return [
            [str(model.index(line, column).data()) for column in range(3)]
            for line in range(model.rowCount())
        ]

    titles = [f"{at} {zone.title.en}" for at, zone in enumerate(work.board.template.zones, 1)]
    assert told() == [[titles[1], "one", "Civil society side"], [titles[2], "two", ""]]
    QTest.keyClick(table, Qt.Key.Key_Down, CONTROL)
    work.settle()
    assert told() == [[titles[2], "one", "Civil society side"], [titles[2], "two", ""]] or (
        told() == [[titles[2], "two", ""], [titles[2], "one", "Civil society side"]]
    )
    assert work.notes == [(3, "one"), (3, "two")]


def test_a_note_is_written_and_changed_in_the_list_without_a_mouse(work: BoardWork) -> None:
    work.page.show_list(is_shown=True)
    work.page.list.edit_wanted.emit(None)
    dialog = work.page.findChildren(NoteDialog)[-1]
    in_front(dialog)
    write(dialog.text, "one")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return, CONTROL)
    work.settle()
    assert work.notes == [(1, "one")]

    work.page.list.table.setFocus()
    QTest.keyClick(work.page.list.table, Qt.Key.Key_Return)
    again = work.page.findChildren(NoteDialog)[-1]
    in_front(again)
    again.form.field("zone").setCurrentIndex(3)  # type: ignore[attr-defined] # a choice
    QTest.keyClick(again, Qt.Key.Key_Return, CONTROL)

    assert work.notes == [(4, "one")]


def test_a_note_without_words_is_refused_in_the_dialog(work: BoardWork) -> None:
    work.page.list.edit_wanted.emit(None)
    dialog = work.page.findChildren(NoteDialog)[-1]

    QTest.mouseClick(dialog.main, LEFT)

    assert dialog.form.refusal("text") == "Write what the note says."
    assert work.notes == []
    dialog.done(0)


def test_a_board_is_written_as_a_file_without_names_and_brought_in_again(
    work: BoardWork, tmp_path: Path
) -> None:
    author = work.page.people.people[0]
    work.enter("2 one")
    work.choose("one")
    work.page.notes.give(work.page.chosen(), {"author": author.participation_id})
    work.settle()

    work.page.menu.write("csv", tmp_path / "wall.csv")
    work.settle()
    work.page.menu.write("jsoncanvas", tmp_path / "wall.canvas")
    work.settle()
    work.page.menu.take_in(tmp_path / "wall.canvas")
    work.settle()

    assert author.name_en not in (tmp_path / "wall.csv").read_text("utf-8")
    assert [text for _zone, text in work.notes] == ["one", "one"]
    assert work.told[0] == "Saved as “wall.csv”."


def test_the_board_is_shown_as_it_prints_and_escape_leads_back(work: BoardWork) -> None:
    work.enter("2 one")

    QTest.mouseClick(work.page.head.print, LEFT)
    work.settle()

    assert work.page.paper.paper.file is not None
    work.key(Qt.Key.Key_Escape)
    assert work.page.paper.paper.file is None
    assert work.page.view.isVisible()


def test_every_zone_is_named_with_what_lies_in_it_in_both_languages(
    work: BoardWork, choices: Choices
) -> None:
    work.enter("1 one")
    line = work.page.findChildren(ZoneLine)[0]
    english = line.accessibleName()

    choices.change(language="km")

    assert english == f"Zone 1: {line.zone.title.en}, 1 note"
    assert line.accessibleName() == f"តំបន់ ១៖ {line.zone.title.km}, 1 សន្លឹក"


def test_words_on_the_paper_are_kept_when_the_board_closes(work: BoardWork) -> None:
    work.enter("1 one")
    (one,) = work.kept
    work.page.view.edit(one.id)
    write(written(work), "!")

    work.page.close_board()

    assert work.notes == [(1, "one!")]


def test_words_on_the_paper_are_kept_when_another_board_opens_or_the_window_closes(
    work: BoardWork,
) -> None:
    work.enter("1 one")
    (one,) = work.kept
    first = work.board
    work.page.view.edit(one.id)
    write(written(work), "!")
    work.open_new()
    other = work.kept
    work.board = first
    work.page.open(first.id)
    work.settle()
    work.page.view.edit(one.id)
    write(written(work), "?")
    QApplication.sendEvent(work.page, QHideEvent())

    assert other == []
    assert work.notes == [(1, "one!?")]


def test_a_field_that_nobody_typed_in_follows_what_others_write(work: BoardWork) -> None:
    work.enter("1 one")
    work.choose("one")
    (one,) = work.kept
    field = work.page.panel.inspector.text
    field.setFocus()

    work.desk.app.boards.apply(work.board.id, Gesture(changed={one.id: {"text": "theirs"}}))
    work.settle()

    assert field.text() == "theirs"
    work.page.view.setFocus()
    assert work.notes == [(1, "theirs")]


def test_what_was_taken_back_from_within_the_field_stays_so(work: BoardWork) -> None:
    work.enter("1 one")
    work.choose("one")
    work.page.notes.give(work.page.chosen(), {"text": "two"})
    work.settle()
    work.page.panel.inspector.text.setFocus()

    work.key(Qt.Key.Key_Z, CONTROL)
    work.page.view.setFocus()

    assert work.notes == [(1, "one")]


def test_what_was_read_before_an_own_note_does_not_take_it_away(
    work: BoardWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.enter("1 one")
    late: list[Callable[[], object]] = []
    read = work.desk.tasks.read

    def slowly(owner: object, what: object, done: Callable[[object], object], **more: Any) -> None:  # noqa: ANN401
        held = what() if callable(what) else None
        late.append(lambda: done(held))
        del owner, more

    monkeypatch.setattr(work.desk.tasks, "read", slowly)
    work.page.reload()
    monkeypatch.setattr(work.desk.tasks, "read", read)
    work.enter("1 two")
    late[0]()

    assert work.shown == ["one", "two"]
    work.settle()
    assert work.shown == ["one", "two"]


def test_words_in_the_panel_outlive_their_note(work: BoardWork) -> None:
    work.enter("1 one", "2 two")
    work.choose("one")
    field = work.page.panel.inspector.text
    field.setFocus()
    write(field, "!")

    gone = work.kept[0].id
    work.desk.app.boards.apply(work.board.id, Gesture(removed=(gone,)))
    work.settle()

    assert sorted(work.notes) == [(1, "!one"), (2, "two")]


def test_a_line_that_cannot_be_kept_is_in_the_entry_again(work: BoardWork) -> None:
    line = "1 " + "x" * 6000
    work.page.entry.take(line)
    work.settle()

    assert work.page.entry.field.text() == line
    assert work.page.entry.said.isVisible()
    assert work.shown == []


def test_a_dialog_changes_only_what_was_changed_in_it_as_one_step(work: BoardWork) -> None:
    work.enter("1 one")
    (one,) = work.kept
    work.page.show_list(is_shown=True)
    work.page.list.table.setFocus()
    QTest.keyClick(work.page.list.table, Qt.Key.Key_Return)
    dialog = work.page.findChildren(NoteDialog)[-1]
    work.desk.app.boards.apply(work.board.id, Gesture(changed={one.id: {"text": "theirs"}}))
    work.settle()
    dialog.form.field("zone").setCurrentIndex(3)  # type: ignore[attr-defined] # a choice
    dialog.form.field("side").setCurrentIndex(1)  # type: ignore[attr-defined] # a choice
    QTest.mouseClick(dialog.main, LEFT)

    assert work.notes == [(4, "theirs")]
    assert work.kept[0].side == "government"
    work.page.steps.undo()
    assert work.notes == [(1, "theirs")]
    assert work.kept[0].side == ""


def test_the_panel_offers_no_zone_that_it_cannot_give(work: BoardWork) -> None:
    work.enter("1 one")
    work.choose("one")
    zone = work.page.panel.inspector.zone

    assert zone.count() == len(work.board.template.zones)
    work.key(Qt.Key.Key_Escape)
    work.page.panel.parts.chosen.emit("note")
    assert work.page.panel.inspector.heading.plain == "Choose a note first."
    assert not zone.isVisible()


def test_an_author_who_is_nobody_here_is_told(work: BoardWork) -> None:
    work.enter("1 one")
    work.choose("one")
    inspector = work.page.panel.inspector
    inspector.author.setFocus()
    write(inspector.author, "Nobody Known")
    work.settle()
    work.key(Qt.Key.Key_Return)

    assert inspector.unknown.isVisible()
    inspector.author.clear()
    work.key(Qt.Key.Key_Return)
    assert not inspector.unknown.isVisible()


def test_in_a_low_window_with_large_type_the_paper_is_in_sight(
    work: BoardWork, choices: Choices
) -> None:
    choices.change(text_percent=200)
    work.settle()
    page = work.page
    low = page.minimumSizeHint().height()
    panel, vote = page.panel.isVisible(), page.head.print.text()
    side = next(one for one in page.findChildren(IconButton) if one.isCheckable() and
                one.accessibleName() == "Beside the board")  # fmt: skip
    QTest.mouseClick(side, LEFT)
    panel_when_asked = page.panel.isVisible()
    QTest.mouseClick(side, LEFT)
    choices.change(text_percent=100)
    work.settle()

    assert low < page.height()
    assert (panel, panel_when_asked, page.panel.isVisible()) == (False, True, True)
    assert (vote, page.head.print.text()) == ("", "Print")
    assert page.head.print.accessibleName() == "Print"
    assert not side.isVisible()


def written(work: BoardWork) -> QWidget:
    """The field over the item that is written in."""
    field = work.page.view.writing.field
    assert field is not None
    return field
