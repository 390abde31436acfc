"""Templates of one's own: copied, changed, taken back, handed on as a file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.own_templates import write_template
from bootcamp_app.features.canvases.templates import document_from, templates
from bootcamp_app.features.canvases.views import NewBoard, OwnTemplatesChanged, Words

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.views import Template
    from tests.desk import Desk

OURS = Words("Our market", "ផ្សាររបស់យើង")


def copied(desk: Desk) -> Template:
    return desk.app.own_templates.copy("persona", OURS)


def test_a_copy_is_found_beside_the_others_by_its_id_and_its_title(desk: Desk) -> None:
    made = copied(desk)

    assert list(desk.app.templates.all()) == [*templates(), made.id]
    assert desk.app.templates.find(made.id) == made
    assert desk.app.templates.find("our MARKET") == made
    assert (made.zones, made.is_own) == (templates()["persona"].zones, True)


def test_a_board_is_made_from_a_copy_and_stays_when_it_goes(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    made = copied(desk)

    board = desk.app.boards.make(desk.bootcamp, NewBoard(made.id))
    desk.app.own_templates.remove(made)

    (kept,) = desk.app.boards.all(desk.bootcamp)
    assert kept.template.title == OURS
    assert kept.id == board.id
    assert made.id not in desk.app.templates.all()


def test_each_change_counts_up_and_is_taken_back_as_one(desk: Desk) -> None:
    made = copied(desk)

    first = desk.app.own_templates.change(replace(made, minutes=35))
    desk.app.own_templates.change(replace(made, minutes=50))

    assert desk.app.templates.find(made.id).minutes == 50
    assert desk.app.templates.find(made.id).version == 3
    desk.app.records.undo()
    assert desk.app.templates.find(made.id).minutes == 35
    assert first != ""
    assert desk.app.records.faults() == []


def test_what_changes_nothing_is_no_act(sqlite_desk: Desk) -> None:
    made = copied(sqlite_desk)

    assert sqlite_desk.app.own_templates.change(made) == ""


def test_a_change_that_cannot_be_printed_is_refused_and_nothing_is_kept(sqlite_desk: Desk) -> None:
    made = copied(sqlite_desk)
    wrong = replace(made, zones=(made.zones[0], replace(made.zones[1], x=12)))

    with pytest.raises(Refusal, match="Zones 1 and 2 lie on each other"):
        sqlite_desk.app.own_templates.change(wrong)

    assert sqlite_desk.app.templates.find(made.id) == made


def test_a_file_brings_the_same_canvas_to_another_laptop_and_twice_is_once(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    write_template(copied(sqlite_desk), tmp_path / "ours.json")
    before = len(sqlite_desk.app.templates.own())

    same = sqlite_desk.app.own_templates.take_in(tmp_path / "ours.json")
    write_template(templates()["hmw"], tmp_path / "hmw.json")
    new = sqlite_desk.app.own_templates.take_in(tmp_path / "hmw.json")

    assert same.title == OURS
    assert new.zones == templates()["hmw"].zones
    assert len(sqlite_desk.app.templates.own()) == before + 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "“ours.json” is not a canvas"),
        (b"\xff\xfe\x00", "“ours.json” is not a canvas"),
        (b"[" * 100_000, "“ours.json” is not a canvas"),
        (b"{}", "This is not a canvas"),
        (b" " * 1_000_001, "“ours.json” is not a canvas"),
    ],
)
def test_a_file_that_is_no_canvas_is_refused(
    sqlite_desk: Desk, tmp_path: Path, content: bytes, sentence: str
) -> None:
    (tmp_path / "ours.json").write_bytes(content)

    with pytest.raises(Refusal, match=sentence):
        sqlite_desk.app.own_templates.take_in(tmp_path / "ours.json")

    assert sqlite_desk.app.templates.own() == {}


def test_a_file_that_is_gone_is_refused(sqlite_desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be read"):
        sqlite_desk.app.own_templates.take_in(tmp_path / "none.json")


def test_what_is_written_is_what_the_files_of_the_program_hold(tmp_path: Path) -> None:
    write_template(templates()["east"], tmp_path / "east.json")

    assert json.loads((tmp_path / "east.json").read_text("utf-8")) == document_from(
        templates()["east"]
    )


def test_others_hear_of_it(sqlite_desk: Desk) -> None:
    heard: list[object] = []
    sqlite_desk.app.changes.subscribe(OwnTemplatesChanged, heard.append)

    copied(sqlite_desk)

    assert heard == [OwnTemplatesChanged()]


def test_one_that_is_gone_is_not_changed(sqlite_desk: Desk) -> None:
    made = copied(sqlite_desk)
    sqlite_desk.app.own_templates.remove(made)

    with pytest.raises(Refusal, match="is no more"):
        sqlite_desk.app.own_templates.change(replace(made, minutes=35))
    assert sqlite_desk.app.own_templates.remove(made) == ""
