"""Finding people by words, in either script and any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.desk import Desk

LIST = [
    ["Khmer name", "Name", "Phone", "Organisation", "Email"],
    ["ចាន់ ស្រីនាង", "Chan Sreyneang", "012 345 678", "Department of Health", "chan@example.org"],
    ["សុខ ស៊ីថា", "Sok Sitha", "+855 97 111 2222", "NGO Forum", ""],
    ["សុខ ដារ៉ា", "Sok Dara", "០៨៨ ៩៩៩ ០០០", "មន្ទីរសុខាភិបាល", ""],
    ["លី ហេង", "Ly O'Heng", "", '100% Green_Kampot \\ "Eco"', ""],
    ["", "Sok", "", "", ""],
]
CHAN, SITHA, DARA, HENG, SOK = "Chan Sreyneang", "Sok Sitha", "Sok Dara", "Ly O'Heng", "Sok"
EVERYBODY = sorted([CHAN, SITHA, DARA, HENG, SOK])

SEARCHES = [
    ("", EVERYBODY),
    ("   ", EVERYBODY),
    ("\u200b", EVERYBODY),
    ("sreyneang", [CHAN]),
    ("SREY", [CHAN]),
    ("neang chan", [CHAN]),
    ("chan neang", [CHAN]),
    ("sok", [SOK, DARA, SITHA]),
    ("sok da", [DARA]),
    ("dara chan", []),
    ("so", [SOK, DARA, SITHA]),
    ("s", [CHAN, SOK, DARA, SITHA]),
    ("ស្រីនាង", [CHAN]),
    ("ស្រី\u200bនាង", [CHAN]),
    ("នាង ចាន់", [CHAN]),
    ("ចាន់ស្រី", [CHAN]),
    ("សុខ", [DARA, SITHA]),
    ("សុីថា", [SITHA]),
    ("ស៊ីថា", [SITHA]),
    ("ច", [CHAN]),
    ("ហេ", [HENG]),
    ("ស្រី chan", [CHAN]),
    ("678", [CHAN]),
    ("345678", [CHAN]),
    ("012345678", [CHAN]),
    ("012 345 678", [CHAN]),
    ("012-345-678", [CHAN]),
    ("+85512345678", [CHAN]),
    ("+855 12 345 678", [CHAN]),
    ("855 12 345", [CHAN]),
    ("00855 12 3", [CHAN]),
    ("+855 (0)12 345-678", [CHAN]),
    ("៨៥៥ ១២ ៣៤៥ ៦៧៨", [CHAN]),
    ("+855 12 345 678 chan", [CHAN]),
    ("sreyneang 855 12 345 678", [CHAN]),
    ("+855 12 345 678 sok", []),
    ("+855 97 111 2222", [SITHA]),
    ("+855 12 345 679", []),
    ("012 678", [CHAN]),
    ("៦៧៨", [CHAN]),
    ("0971112222", [SITHA]),
    ("2222", [SITHA]),
    ("088999000", [DARA]),
    ("(088)", [DARA]),
    ("health", [CHAN]),
    ("health chan", [CHAN]),
    ("health sok", []),
    ("forum", [SITHA]),
    ("មន្ទីរ", [DARA]),
    ("មន្ទីរ សុខ", [DARA]),
    ("chan@example", [CHAN]),
    ("%", [HENG]),
    ("100%", [HENG]),
    ("_", [HENG]),
    ("green_k", [HENG]),
    ("greenxk", []),
    ("\\", [HENG]),
    ("'", [HENG]),
    ("o'h", [HENG]),
    ("o’h", [HENG]),
    ('"', [HENG]),
    ('"eco"', [HENG]),
    ("%%", []),
    ("__", []),
    ("' OR 1=1 --", []),
    ("*", []),
    ("NEAR(sok dara)", []),
    ("\0", EVERYBODY),
    ("da\0ra", [DARA]),
    ("nobody", []),
    ("x" * 5000, []),
]


def test_words_find_who_has_all_of_them(desk: Desk) -> None:
    desk.import_rows(LIST)
    other = desk.open_bootcamp("Kep bootcamp")
    desk.import_rows([["Name"], ["Chan Elsewhere"]], bootcamp=other)

    found = {search: desk.names(search) for search, _ in SEARCHES}

    assert found == {search: sorted(names) for search, names in SEARCHES}


def test_people_come_by_name_and_no_more_than_asked_for(desk: Desk) -> None:
    desk.import_rows([["Name"], ["Ly Heng"], ["Chan Dara"], ["Sok Dara"]])

    assert [one.name_en for one in desk.people()] == ["Chan Dara", "Ly Heng", "Sok Dara"]
    assert [one.name_en for one in desk.people("dara", limit=1)] == ["Chan Dara"]


def test_a_changed_name_is_found_and_the_old_one_is_not(desk: Desk) -> None:
    desk.import_rows(LIST)

    desk.app.people.change(desk.person(CHAN), name_en="Chea Sreymom", phone="011 222 333")

    assert [desk.names(search) for search in ("sreymom", "sreyneang", "222333", "678")] == [
        ["Chea Sreymom"], [], ["Chea Sreymom"], [],
    ]  # fmt: skip


def test_a_list_taken_back_is_not_found_any_more(desk: Desk) -> None:
    desk.walk_in("Sok Kept")
    desk.import_rows(LIST)

    desk.app.records.undo()

    assert desk.names("sok") == ["Sok Kept"]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_every_piece_of_a_name_finds_it(sqlite_desk: Desk, size: int) -> None:
    name = "ចាន់ស្រីនាងរតនា"
    sqlite_desk.import_rows([["ឈ្មោះ"], [name], ["លីហេង"]])
    letters = [char for char in name if char.isalpha()]
    pieces = [piece for piece in ("ចាន់", "ស្រី", "នាង", "រតនា", name[:size], *letters) if piece]

    missed = [
        piece for piece in pieces if name not in [one.name_km for one in sqlite_desk.people(piece)]
    ]

    assert missed == []
