"""What the zones of a board tell about a solution."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bootcamp_app.features.canvases.drafting import day_in, drafted, meaning_of
from bootcamp_app.features.canvases.views import (
    Board,
    BoardContents,
    Item,
    Template,
    Words,
    Zone,
)


def zone(zone_id: str, english: str = "", khmer: str = "") -> Zone:
    title = Words(english or zone_id, khmer)
    return Zone(zone_id, title, Words("", ""), "blue", "notes", 10, 40, 100, 60)


def contents(template_id: str, *notes: Item) -> BoardContents:
    zones = tuple(map(zone, dict.fromkeys(one.zone for one in notes)))
    words = Words("", "")
    template = Template(template_id, 1, "E", words, words, words, 30, zones)
    made_at = datetime(2026, 3, 2, tzinfo=UTC)
    board = Board("b", "camp", "100000001", template, "3", "", "", "A1", made_at)
    return BoardContents(board, notes)


def note(zone_id: str, text: str, top: float = 0, **values: object) -> Item:
    return Item(f"{zone_id}{top}", "note", zone_id, top=top, text=text, **values)  # type: ignore[arg-type]


def test_a_plan_of_actions_tells_the_first_step_and_its_day() -> None:
    draft = drafted(
        [contents("action-raci", note("goal", "Clean"), note("first", "Count bins ២០/០៣/២០២៦"))]
    )

    assert (draft.idea, draft.first_step, draft.due_on) == (
        "Clean",
        "Count bins ២០/០៣/២០២៦",
        date(2026, 3, 20),
    )


def test_a_poster_tells_title_and_targets() -> None:
    draft = drafted(
        [
            contents(
                "pitch-poster",
                note("title", "សំរាមស្អាត\nTeam 3"),
                note("sdg", "១១.៦ and 12,5; 99.9"),
                note("solution", "Bins"),
            )
        ]
    )

    assert (draft.title_km, draft.title_en) == ("សំរាមស្អាត", "")
    assert (draft.targets, draft.idea) == (("11.6", "12.5"), "Bins")


def test_the_owners_are_who_signed_on_either_side_and_no_name_is_an_office() -> None:
    signed = (
        note("sign", "Keo Dara\n012 345 678", 1, side="government"),
        note("sign", "Sreyneang", 2, side="civil_society", author="p7"),
    )

    draft = drafted([contents("co-ownership", *signed)])

    assert (draft.government_owner, draft.government_owner_name) == ("", "")
    assert (draft.civil_society_owner, draft.civil_society_owner_name) == ("p7", "")


def test_what_is_still_covered_becomes_no_text() -> None:
    notes = (note("solution", "told", 1), note("solution", "secret", 2, is_hidden=True))

    assert drafted([contents("co-ownership", *notes)]).idea == "told"


def test_notes_are_read_from_the_top_and_outside_of_zones_not() -> None:
    notes = (note("solution", "last", 9), note("solution", "first", 1), note("", "beside"))

    assert drafted([contents("co-ownership", *notes)]).idea == "first\nlast"


@pytest.mark.parametrize(
    ("english", "khmer", "meaning"),
    [
        ("The problem", "", "problem"),
        ("", "បញ្ហារបស់យើង", "problem"),
        ("Our solution", "", "idea"),
        ("First step", "", "first"),
        ("", "ជំហានដំបូង", "first"),
        ("Signatures", "", "who"),
        ("What we like", "អ្វីដែលយើងចូលចិត្ត", ""),
    ],
)
def test_zones_of_own_templates_are_known_by_what_they_are_called(
    english: str, khmer: str, meaning: str
) -> None:
    assert meaning_of("own-1", zone("z9", english, khmer)) == meaning


def test_a_day_is_read_in_either_order_and_digits() -> None:
    assert day_in("by 5.4.2026") == day_in("2026-04-05") == day_in("ថ្ងៃ ៥/៤/២០២៦")
    assert day_in("40/40/2026") is None
    assert day_in("11.6") is None
