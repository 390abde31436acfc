"""Fast entry: lines as they are typed or pasted, and the notes that come of them."""

from __future__ import annotations

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.clipping import clipped, lines_of, unclipped
from bootcamp_app.features.canvases.entering import Entry, entered, read_entries
from bootcamp_app.features.canvases.views import Item
from tests.features.canvases.test_arranging import BOARD, apart, on_board

ZONES = BOARD.template.zones
SECOND, FOURTH = ZONES[1].id, ZONES[3].id


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("4 more bins", Entry(FOURTH, "more bins")),
        ("៤ ធុងសំរាម ៣", Entry(FOURTH, "ធុងសំរាម ៣")),
        ("  4.  more bins", Entry(FOURTH, "more bins")),
        ("4: 3 more bins", Entry(FOURTH, "3 more bins")),
        ("4g more bins", Entry(FOURTH, "more bins", "government")),
        ("4C more bins", Entry(FOURTH, "more bins", "civil_society")),
        ("4rp more bins", Entry(FOURTH, "more bins", "resident", "pink")),
        ("៤រ ធុងសំរាម", Entry(FOURTH, "ធុងសំរាម", "government")),
        ("៤ស ធុងសំរាម", Entry(FOURTH, "ធុងសំរាម", "civil_society")),
        ("4 g is a letter", Entry(FOURTH, "g is a letter")),
        ("4grass", Entry(FOURTH, "grass")),
        ("៤ធុង", Entry(FOURTH, "ធុង")),
    ],
)
def test_a_line_says_zone_text_side_and_colour(line: str, entry: Entry) -> None:
    assert read_entries(line, BOARD.template) == [entry]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("more bins", "Begin with the number of a zone"),
        ("4", "Write the note behind the number"),
        ("4g", "Write the note behind the number"),
        ("9" * 5000 + "\tmore bins", "There is no zone 9999…."),
        ("12 more bins", f"There is no zone 12. This board has the zones 1 to {len(ZONES)}."),
        ("0 more bins", "There is no zone 0."),
        ("nothing\tmore bins", "Begin with the number of a zone"),
    ],
)
def test_a_line_that_says_no_zone_is_told_how(line: str, told: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_entries(line, BOARD.template)

    assert told in str(refusal.value)


def test_many_lines_are_many_notes_and_one_without_a_number_goes_with_the_one_above() -> None:
    read = read_entries("2 one\n\n  two\n4 three\r\n", BOARD.template)

    assert read == [Entry(SECOND, "one"), Entry(SECOND, "two"), Entry(FOURTH, "three")]


def test_lines_of_a_spreadsheet_say_zone_text_side_and_author() -> None:
    title = ZONES[3].title.km
    read = read_entries(f"2\tone\tរដ្ឋ\tSok\n{title}\ttwo\tcivil society\t\n\tthree", BOARD.template)

    assert read == [
        Entry(SECOND, "one", "government", "", "Sok"),
        Entry(FOURTH, "two", "civil_society"),
        Entry(FOURTH, "three"),
    ]


def test_notes_take_what_was_chosen_beside_the_line_unless_the_line_says_otherwise() -> None:
    read = read_entries("4\tone\tg\tសុខ វិបុល\n4\ttwo", BOARD.template)

    added = entered(on_board(), read, {"សុខ វិបុល".replace(" ", ""): "p1", "សុខ វិបុល": "p1"},
                    "resident", "pink").added  # fmt: skip

    assert [(one.text, one.side, one.colour) for one in added] == [
        ("one", "government", "pink"),
        ("two", "resident", "pink"),
    ]
    assert [one.author for one in added] == ["p1", ""]
    assert {one.zone for one in added} == {FOURTH}
    assert apart(list(added))


def test_without_a_colour_a_note_has_that_of_its_zone() -> None:
    added = entered(on_board(), read_entries("1 one", BOARD.template), {}).added

    assert added[0].colour == ZONES[0].colour


def test_items_come_back_from_the_clipboard_without_their_authors() -> None:
    items = [
        Item("a", "note", "gov", 1.5, 2, 3, 4, text="ទឹក\nជំនន់", author="p1", is_hidden=True),
        Item("c", "connector", source="a", target="b", style={"ends": "arrow"}),
    ]

    back = unclipped(clipped(items))

    assert [one.author for one in back] == ["", ""]
    assert (back[0].text, back[0].x, back[0].is_hidden) == ("ទឹក\nជំនន់", 1.5, True)
    assert back[1] == items[1]
    assert lines_of(items) == "ទឹក ជំនន់"


@pytest.mark.parametrize(
    "data",
    [b"", b"no json", b"[]", b'{"items": 3}', b'{"items": [3, {"kind": "bomb"}]}'],
)
def test_what_is_no_item_is_left_on_the_clipboard(data: bytes) -> None:
    assert unclipped(data) == []


def test_values_of_a_wrong_kind_are_not_taken() -> None:
    (one,) = unclipped(b'{"items": [{"kind": "note", "x": "far", "text": 3, "width": true}]}')

    assert (one.x, one.text, one.width) == (0.0, "", 0.0)


def test_a_cell_of_thousands_of_digits_is_no_zone() -> None:
    with pytest.raises(Refusal, match=r"There is no zone 9999…"):
        read_entries("9" * 5000 + "\tmore bins", BOARD.template)
