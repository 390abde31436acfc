"""Boards that leave the workspace as files, and come back through the real service."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.tables import BoardRow, ItemRow, RoundRow, VoteRow
from bootcamp_app.features.canvases.views import Gesture, Item, NewBoard
from bootcamp_app.features.teams.tables import TeamRow
from tests.features.canvases.boards_made_up import ITEMS, PICTURE

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.views import Board
    from tests.desk import Desk


@pytest.fixture
def board(sqlite_desk: Desk) -> Board:
    app = sqlite_desk.app
    wish = NewBoard("co-ownership", "1", title_km="ទឹក", paper="A0")
    board = app.boards.make(sqlite_desk.bootcamp, wish)
    kept = app.boards.keep_picture("jpeg", (60, 40), PICTURE.data)
    items = [replace(one, picture=kept.id) if one.picture else one for one in ITEMS]
    app.boards.apply(board.id, Gesture(added=tuple(items)))
    return board


def plain(item: Item, names: dict[str, str]) -> Item:
    """Give an item with the ids of its board told by its order."""
    return replace(
        item,
        id=names[item.id],
        source=names.get(item.source, ""),
        target=names.get(item.target, ""),
        group_id="g" if item.group_id else "",
    )


def told(desk: Desk, board_id: str) -> list[Item]:
    items = desk.app.boards.contents(board_id).items
    names = {one.id: str(at) for at, one in enumerate(items)}
    return [plain(one, names) for one in items]


@pytest.mark.parametrize("form", ["jsoncanvas", "excalidraw"])
def test_a_board_comes_back_as_another_equal_one(
    sqlite_desk: Desk, board: Board, tmp_path: Path, form: str
) -> None:
    files = sqlite_desk.app.board_files
    path = tmp_path / {"jsoncanvas": "b.canvas", "excalidraw": "b.excalidraw"}[form]
    files.export(board.id, form, path)

    again = files.take_in(sqlite_desk.bootcamp, path)

    assert again.id != board.id
    assert (again.template, again.paper) == (board.template, "A0")
    assert again.title_km == "ទឹក (ច្បាប់ចម្លង)"
    assert told(sqlite_desk, again.id) == told(sqlite_desk, board.id)


def test_what_was_taken_in_is_taken_back_as_one(
    sqlite_desk: Desk, board: Board, tmp_path: Path
) -> None:
    app = sqlite_desk.app
    path = tmp_path / "b.canvas"
    app.board_files.export(board.id, "jsoncanvas", path)

    app.board_files.take_in(sqlite_desk.bootcamp, path, board.id)
    assert len(app.boards.contents(board.id).items) == 2 * len(ITEMS)
    app.board_history.undo(board.id)

    assert app.boards.contents(board.id).items == tuple(
        sorted(app.boards.contents(board.id).items, key=lambda one: one.place)
    )
    assert {one.id for one in app.boards.contents(board.id).items} == {one.id for one in ITEMS}
    assert app.records.faults() == []


def test_a_list_lands_in_the_zones_of_a_board(
    sqlite_desk: Desk, board: Board, tmp_path: Path
) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("Zone,Text\nCivil society brings,a\n2,b\nnowhere,c\n", "utf-8")

    sqlite_desk.app.board_files.take_in(sqlite_desk.bootcamp, path, board.id)

    items = {one.text: one for one in sqlite_desk.app.boards.contents(board.id).items}
    assert [items[text].zone for text in "abc"] == ["cso", "gov", ""]
    assert items["c"].x > 420


def test_a_broken_file_leaves_nothing_behind(sqlite_desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "b.canvas"
    path.write_text('{"nodes": [', "utf-8")

    with pytest.raises(Refusal):
        sqlite_desk.app.board_files.take_in(sqlite_desk.bootcamp, path)

    assert sqlite_desk.rows(BoardRow) == []


def test_no_board_of_another_bootcamp_takes_a_file(
    sqlite_desk: Desk, board: Board, tmp_path: Path
) -> None:
    path = tmp_path / "b.csv"
    path.write_text("Text\nx\n", "utf-8")
    other = sqlite_desk.open_bootcamp("Another")

    with pytest.raises(Refusal, match="no more"):
        sqlite_desk.app.board_files.take_in(other, path, board.id)

    assert len(sqlite_desk.rows(ItemRow)) == len(ITEMS)


def test_an_unknown_format_is_refused_with_those_that_there_are(
    sqlite_desk: Desk, board: Board, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match=r"as docx\. Choose one of: .*jsoncanvas"):
        sqlite_desk.app.board_files.export(board.id, "docx", tmp_path / "x")


def test_a_file_tells_authors_teams_and_the_dots_of_the_newest_round(
    sqlite_desk: Desk, board: Board
) -> None:
    app, now = sqlite_desk.app, sqlite_desk.clock.now()
    author = sqlite_desk.walk_in("Sok Dara").participant.participation_id
    app.boards.apply(board.id, Gesture(changed={"n1": {"author": author}}))
    common = {"board_id": board.id, "opened_at": now}
    sqlite_desk.write(
        TeamRow(bootcamp_id=sqlite_desk.bootcamp.id, label="1", name_en="Lotus"),
        RoundRow(id="r1", kind="side", closed_at=now, **common),
        VoteRow(board_id=board.id, round_id="r1", item_id="n1", side="resident", dots=2),
        VoteRow(board_id=board.id, round_id="r1", item_id="n1", side="resident", dots=1),
    )

    handed = app.board_files.handed(board.id)
    nameless = app.board_files.handed(board.id, with_names=False)

    assert handed.names == {author: "Sok Dara"}
    assert handed.team == "Lotus"
    assert handed.dots == {"n1": {"resident": 3}}
    assert nameless.names == {}
    assert {one.author for one in nameless.contents.items} == {""}


def test_what_people_signed_is_in_no_file_without_names(sqlite_desk: Desk, board: Board) -> None:
    app = sqlite_desk.app
    signed = Item("s", "note", "sign", 300, 250, 38, 20, 9, "Keo Dara 012 345 678")
    line = Item("l", "connector", place=10, source="s", target="n1")
    app.boards.apply(board.id, Gesture(added=(signed, line)))

    nameless = app.board_files.handed(board.id, with_names=False)

    assert {"s", "l"} <= {one.id for one in app.board_files.handed(board.id).contents.items}
    assert not {"s", "l"} & {one.id for one in nameless.contents.items}
    assert {"n1", "n2"} <= {one.id for one in nameless.contents.items}
    for with_names in (True, False):
        [noted] = app.board_files.noted(sqlite_desk.bootcamp, with_names)
        assert any("Keo Dara" in one.text for one in noted.lines) == with_names


def test_two_things_of_one_id_both_come_in(sqlite_desk: Desk, board: Board, tmp_path: Path) -> None:
    path = tmp_path / "twice.canvas"
    node = {"id": "a", "type": "text", "x": 0, "y": 0, "width": 90, "height": 90}
    nodes = [{**node, "text": "one"}, {**node, "text": "two"}]
    path.write_text(json.dumps({"nodes": nodes}), "utf-8")

    made = sqlite_desk.app.board_files.take_in(sqlite_desk.bootcamp, path)

    assert [one.text for one in sqlite_desk.app.boards.contents(made.id).items] == ["one", "two"]
    assert made.id != board.id
