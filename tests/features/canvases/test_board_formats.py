"""Files of a board: what each of them says, and that it comes back as it was."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.features.canvases import own_data
from bootcamp_app.features.canvases.board_files import board_formats, read_board
from bootcamp_app.features.canvases.note_lines import lines
from bootcamp_app.features.canvases.views import CONNECTOR, Item
from bootcamp_app.reading.kept_pictures import kept_picture
from bootcamp_app.reading.sheets import read_table
from tests.features.canvases.boards_made_up import (
    BOARD,
    ITEMS,
    KHMER,
    PICTURE,
    cards,
    handed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed, TakenIn
    from bootcamp_app.reading.board_pictures import BoardPicture

WHOLE = ("jsoncanvas", "excalidraw")
LISTS = ("csv", "xlsx")
again = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.use("en")


def there_and_back(board: Handed, form: str, folder: Path) -> TakenIn:
    kind = board_formats()[form]
    path = folder / f"board{kind.ending}"
    kind.write(board, path)
    return read_board(path)


def as_read(items: Sequence[Item]) -> list[Item]:
    """Pictures go by the item that shows them."""
    return [replace(one, picture=one.id if one.kind == "picture" else "") for one in items]


@pytest.mark.parametrize("form", WHOLE)
def test_everything_on_a_board_comes_back(form: str, tmp_path: Path) -> None:
    taken = there_and_back(handed(), form, tmp_path)

    assert sorted(taken.items, key=lambda one: one.place) == as_read(ITEMS)
    assert taken.pictures["p"].data == PICTURE.data
    assert (taken.template_id, taken.title_km, taken.paper) == ("co-ownership", "ទឹក", "A1")
    assert taken.left_out == ()


@again
@given(items=cards)
@pytest.mark.parametrize("form", WHOLE)
def test_whatever_lies_on_a_board_comes_back(form: str, tmp_path: Path, items: list[Item]) -> None:
    """With connectors from each thing to the next; pictures that are not there stay without."""
    placed = [replace(one, place=float(at)) for at, one in enumerate(items)]
    joined = [
        Item(f"c{at}", CONNECTOR, place=100.0 + at, source=one.id, target=other.id)
        for at, (one, other) in enumerate(pairwise(placed))
    ]
    board = handed([*placed, *joined])

    taken = there_and_back(board, form, tmp_path)

    assert sorted(taken.items, key=lambda one: one.place) == as_read([*placed, *joined])


@pytest.mark.parametrize("form", LISTS)
@pytest.mark.parametrize("language", ["en", "km"])
def test_a_list_tells_zones_in_both_languages_with_votes_and_comes_back(
    form: str, language: str, tmp_path: Path
) -> None:
    words.use(language)
    noted = [replace(ITEMS[0], author="someone"), ITEMS[1], ITEMS[2]]
    board = handed(noted, dots={"n1": {"government": 2, "": 1}}, names={"someone": "Sok Dara"})

    taken = there_and_back(board, form, tmp_path)

    rows = read_table(tmp_path / f"board{board_formats()[form].ending}").rows
    gov = BOARD.template.zones[1]
    assert rows[1][:3] == [2, gov.title.km, gov.title.en] or rows[1][0] == "2"
    assert "Sok Dara" in rows[1]
    assert [str(cell) for cell in rows[1][-4:]] == ["3", "2", "0", "0"]
    assert taken.template_id == "co-ownership"
    first, second = taken.items
    assert (first.zone, first.side, first.colour) == (gov.title.km, "government", "blue")
    assert first.text == KHMER
    assert second.text == "=1+1"


def test_a_list_without_names_has_no_column_for_them(tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    board_formats()["csv"].write(handed([replace(ITEMS[0], author="someone")]), path)

    with path.open(encoding="utf-8-sig") as file:
        header, row = csv.reader(file)

    assert "Author" not in header
    assert "someone" not in row


def test_no_spreadsheet_runs_what_a_note_says(tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    texts = ["=HYPERLINK(1)", "+855 12 345 678", "-cmd", "@x", "'=x", "plain"]
    notes = [Item(str(n), "note", "gov", 0, n, 1, 1, n, text) for n, text in enumerate(texts)]

    board_formats()["csv"].write(handed(notes), path)

    with path.open(encoding="utf-8-sig") as file:
        told = [row[3] for row in csv.reader(file)][1:]
    assert told == ["'=HYPERLINK(1)", "+855 12 345 678", "'-cmd", "'@x", "''=x", "plain"]
    assert [one.text for one in read_board(path).items] == texts


def test_notes_of_a_list_stand_by_zone_then_by_place() -> None:
    notes = [
        Item("out", "note", "", 0, 0, text="out"),
        Item("low", "note", "gov", 0, 90, text="low"),
        Item("high", "note", "gov", 50, 80, text="high"),
        Item("first", "note", "solution", 300, 60, text="first"),
    ]

    assert [one.text for one in lines(handed(notes))] == ["first", "high", "low", "out"]


def test_json_canvas_is_whole_numbers_and_known_kinds(tmp_path: Path) -> None:
    path = tmp_path / "board.canvas"
    board_formats()["jsoncanvas"].write(handed(), path)

    document = json.loads(path.read_text("utf-8"))

    ids = {one["id"] for one in document["nodes"]}
    for node in document["nodes"]:
        assert all(type(node[side]) is int for side in ("x", "y", "width", "height"))
        assert node["type"] in {"text", "group"}
    assert all({one["fromNode"], one["toNode"]} <= ids for one in document["edges"])
    labels = [one["label"] for one in document["nodes"] if one["type"] == "group"]
    assert labels[0] == "ដំណោះស្រាយរបស់យើង · Our solution"


def test_a_note_that_was_moved_elsewhere_lies_where_it_was_moved(tmp_path: Path) -> None:
    for form, units in (("jsoncanvas", 10), ("excalidraw", 4)):
        kind = board_formats()[form]
        path = tmp_path / f"board{kind.ending}"
        kind.write(handed(ITEMS[:1]), path)
        document = json.loads(path.read_text("utf-8"))
        for one in document.get("nodes") or document["elements"]:
            if one["id"] == "n1":
                one["x"] = 200 * units

        path.write_text(json.dumps(document), "utf-8")

        assert read_board(path).items[0].x == 200


def node(key: str, kind: str, x: int, width: int, **more: str) -> dict[str, object]:
    """Give a node of a foreign canvas; groups are high, cards are not."""
    height = 900 if kind == "group" else 60
    return {"id": key, "type": kind, "x": x, "y": 0, "width": width, "height": height, **more}


FOREIGN_CANVAS = {
    "nodes": [
        node("g1", "group", -800, 700, label="Now"),
        node("g2", "group", 0, 700, label="Then"),
        node("a", "text", -700, 250, text="dust"),
        node("b", "link", 100, 250, url="https://a"),
        node("x", "file", 0, 9, file="../secret.md"),
    ],
    "edges": [
        {"id": "e", "fromNode": "a", "toNode": "b"},
        {"id": "f", "fromNode": "a", "toNode": "x"},
    ],
}


def test_a_foreign_canvas_becomes_notes_in_zones(tmp_path: Path) -> None:
    path = tmp_path / "Plan.canvas"
    path.write_text(json.dumps(FOREIGN_CANVAS), "utf-8")

    taken = read_board(path)

    assert taken.title_en == "Plan"
    assert [one.text for one in taken.items] == ["dust", "https://a", ""]
    assert (taken.items[2].source, taken.items[2].target) == ("a", "b")
    document = taken.template
    assert document is not None
    zones = document["zones"]
    assert isinstance(zones, list)
    assert [one["title"]["en"] for one in zones] == ["Now", "Then"]
    for one in taken.items[:2]:
        assert 10 <= one.x < one.x + one.width <= 410
        assert 42 <= one.top < one.top + one.height <= 287
    assert taken.left_out == ("2 things of the file were left out: a board cannot show them.",)


def test_a_foreign_list_without_headers_is_zone_and_text(tmp_path: Path) -> None:
    path = tmp_path / "wall.csv"
    path.write_text("Good,clean water\nGood,new road\nBad,dust\n", "utf-8")

    taken = read_board(path)

    assert [(one.zone, one.text) for one in taken.items][2] == ("Bad", "dust")
    assert taken.template is not None
    assert len(taken.template["zones"]) == 2  # type: ignore[arg-type]


ODD_IDS = {
    "ids.excalidraw": {
        "type": "excalidraw",
        "elements": [
            {"id": ["a"], "type": "rectangle", "x": 0, "y": 0, "width": 9, "height": 9},
            {"id": "b", "type": "rectangle", "x": 0, "y": 0, "width": 9, "height": 9},
            {"id": "c", "type": "text", "containerId": {"a": 1}, "text": "loose"}
            | {"x": 0, "y": 0, "width": 9, "height": 9},
        ],
    },
    "ids.canvas": {
        "nodes": [node("b", "text", 0, 9), node("c", "text", 0, 9, text="loose")],
        "edges": [{"id": "e", "fromNode": ["b"], "toNode": {"c": 1}}],
    },
}


@pytest.mark.parametrize("name", ODD_IDS)
def test_ids_that_are_none_do_no_harm(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(ODD_IDS[name]), "utf-8")

    taken = read_board(path)

    assert [one.text for one in taken.items] == ["", "loose"]
    assert taken.left_out == ("1 thing of the file was left out: a board cannot show it.",)


def test_a_picture_shown_often_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def kept(data: bytes, name: str) -> BoardPicture:
        read.append(name)
        return kept_picture(data, name)

    monkeypatch.setattr(own_data, "kept_picture", kept)
    shown = [replace(ITEMS[3], id=f"p{at}") for at in range(30)]
    for form in WHOLE:
        assert len(there_and_back(handed(shown), form, tmp_path).pictures) == 30

    assert len(read) == 2


def test_more_pictures_than_a_board_shows_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_data, "MOST_PICTURES", 0)

    with pytest.raises(Refusal, match="more than 0 pictures"):
        there_and_back(handed(), "excalidraw", tmp_path)


def test_many_frames_stay_frames_and_take_no_time(tmp_path: Path) -> None:
    path = tmp_path / "many.canvas"
    groups = [node(f"g{at}", "group", 900 * at, 700) for at in range(9_000)]
    path.write_text(json.dumps({"nodes": groups}), "utf-8")

    taken = read_board(path)

    assert {one.kind for one in taken.items} == {"frame"}
    assert len(taken.items) == 9_000


def test_what_is_covered_is_told_in_no_list() -> None:
    covered = replace(ITEMS[0], is_hidden=True)

    assert [one.text for one in lines(handed([covered]))] == [""]


HOSTILE = {
    "empty.canvas": b"",
    "no.canvas": b"{}",
    "list.canvas": b"[]",
    "half.canvas": b'{"nodes": [',
    "nan.canvas": b'{"nodes": [{"id": "a", "type": "text", "x": NaN}]}',
    "deep.canvas": b'{"nodes": ' + b"[" * 100_000,
    "nest.canvas": b'{"nodes": ' + b"[" * 200 + b"]" * 200 + b"}",
    "text.canvas": b'{"nodes": "all", "edges": []}',
    "many.canvas": b'{"nodes": [' + b"{}," * 40_000 + b"{}]}",
    "latin.canvas": '{"nodes": "é"}'.encode("latin-1"),
    "digits.canvas": b'{"nodes": [' + b"9" * 5000 + b"]}",
    "nothing.canvas": b'{"nodes": [], "edges": []}',
    "other.excalidraw": b'{"type": "drawing", "elements": []}',
    "elements.excalidraw": b'{"type": "excalidraw", "elements": {"a": 1}}',
    "base64.excalidraw": json.dumps(
        {
            "type": "excalidraw",
            "elements": [
                {"id": "i", "type": "image", "fileId": "f", "x": 0, "y": 0, "width": 9, "height": 9}
            ],
            "files": {"f": {"dataURL": "data:image/png;base64,%%%"}},
        }
    ).encode(),
    "picture.canvas": json.dumps(
        {
            "nodes": [
                {"id": "a", "type": "text", "x": 0, "y": 0, "width": 9, "height": 9}
                | {"text": "![](data:image/png;base64,aGVsbG8=)"}
            ]
        }
    ).encode(),
    "line.csv": b"\n",
    "broad.csv": b"a,b,c\n1,2,3\n",
    "zip.csv": b"PK\x03\x04\x00\x00",
    "zero.csv": b"\x00\x01\x02",
    "book.xlsx": b"PK\x03\x04 and no more",
    "board.pdf": b"%PDF-1.7",
    "board.bootcamp": b"SQLite format 3",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_broken_file_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])

    with pytest.raises(Refusal) as told:
        read_board(path)

    assert name in str(told.value)
    assert len(str(told.value)) < 250


def test_a_file_of_a_hundred_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.canvas"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    with pytest.raises(Refusal, match="larger than 48 MB"):
        read_board(path)


@pytest.mark.parametrize("form", WHOLE)
def test_odd_values_in_a_file_of_ours_do_no_harm(form: str, tmp_path: Path) -> None:
    kind = board_formats()[form]
    path = tmp_path / f"board{kind.ending}"
    kind.write(handed(ITEMS[:2]), path)
    said = path.read_text("utf-8")
    for old, new in (
        ('"side": "government"', '"side": ["king"]'),
        ('"is_hidden": true', '"is_hidden": 7'),
        ('"colour": "pink"', '"colour": "url(x)"'),
        ('"paper": "A1"', '"paper": {"a": 1}'),
    ):
        assert old in said
        said = said.replace(old, new)
    path.write_text(said, "utf-8")

    taken = read_board(path)

    assert [(one.side, one.is_hidden, one.colour) for one in taken.items] == [
        ("", False, "blue"),
        ("", False, ""),
    ]
    assert taken.paper == "A1"
