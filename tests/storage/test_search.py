"""Finding rows by a word, or a part of one, the same on both engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.storage.merging import rebuild
from bootcamp_app.storage.search import Hits, SearchRow, Sought, matching
from tests.storage.desks import add

if TYPE_CHECKING:
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Reader

PEOPLE = {
    "sreyneang": PersonRow(name_en="Chan Sreyneang", name_km="ចាន់ ស្រីនាង", phone="+855 12 345 678"),
    "dara": PersonRow(name_en="Sok Dara", name_km="សុខ តារា", email="50%_off@example.org"),
    "pisey": PersonRow(name_en="Keo Pisey", name_km="កែវ ពិសី", email="a\\b@example.org"),
}


@pytest.fixture
def people(database: Database) -> Database:
    """A bootcamp of three people, and an organisation of the same name as one of them."""
    with database.write() as work:
        for name, person in PEOPLE.items():
            work.add(PersonRow(**{**_fields(person), "id": name}))
            work.add(ParticipationRow(id=name, person_id=name, bootcamp_id="camp"))
        work.add(OrganisationRow(id="other", name_en="Dara and friends"))
    return database


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("sreyneang", {"sreyneang"}),
        ("eyn", {"sreyneang"}),
        ("ស្រីនាង", {"sreyneang"}),
        ("តារា", {"dara"}),
        ("345678", {"sreyneang"}),
        ("example.org", {"dara", "pisey"}),
        ("Sreyneang", {"sreyneang"}),
        ("nobody", set()),
        ("ey", {"sreyneang", "pisey"}),
        ("s", {"sreyneang", "dara", "pisey"}),
        ("k", {"dara", "pisey"}),
        ("ក", {"pisey"}),
        ("50%", {"dara"}),
        ("%", {"dara"}),
        ("_", {"dara"}),
        ("%_o", {"dara"}),
        ("a\\b", {"pisey"}),
        ("\\", {"pisey"}),
        ("e%g", set()),
        ("s_k", set()),
        ('so"k', set()),
        ("NOT dara", set()),
        ("", {"sreyneang", "dara", "pisey"}),
    ],
)
def test_a_word_finds_the_rows_that_contain_it_and_no_others(
    people: Database, word: str, found: set[str]
) -> None:
    assert _found(people, comparison_key(word)) == found


def test_a_row_is_found_by_its_new_name_and_no_longer_by_the_old_one(people: Database) -> None:
    with people.write() as work:
        work.get_one(PersonRow, "dara").name_en = "Sok Veasna"

    assert (_found(people, "veasna"), _found(people, "sokdara")) == ({"dara"}, set())


def test_each_row_is_found_by_the_words_of_its_own_table(people: Database) -> None:
    with people.read() as reader:
        found = reader.scalars(matching(reader.connection(), "organisations", "dara")).all()

    assert (found, _found(people, "and")) == (["other"], set())


def test_a_row_that_is_deleted_is_found_no_longer(people: Database) -> None:
    with people.write() as work:
        work.delete(work.get_one(PersonRow, "dara"))

    assert _found(people, "sokdara") == set()
    assert _found(people, "sreyneang") == {"sreyneang"}


def test_everything_is_found_after_a_rebuild(people: Database) -> None:
    with people.write() as work:
        rebuild(work)

    assert _found(people, "sokdara") == {"dara"}
    assert _found(people, "ey") == {"sreyneang", "pisey"}


def test_everything_is_found_in_a_file_that_was_packed_anew(sqlite_database: Database) -> None:
    for number in range(300):
        add(sqlite_database, PersonRow(id=f"{number}", name_en=f"Person N{number:04}"))
        part = ParticipationRow(id=f"{number}", person_id=f"{number}", bootcamp_id="camp")
        add(sqlite_database, part)
    with sqlite_database.write() as work:
        for number in range(0, 300, 2):
            work.delete(work.get_one(PersonRow, f"{number}"))

    raw = sqlite_database._engine.raw_connection()
    raw.cursor().execute("VACUUM")
    raw.close()

    assert _found(sqlite_database, "n0151") == {"151"}
    assert _found(sqlite_database, "n0150") == set()
    assert len(_found(sqlite_database, "person")) == 150


@pytest.mark.parametrize("word", ["sreyneang", "ey"])
def test_words_are_looked_up_in_the_index_and_the_first_not_sorted_for(
    people: Database, word: str
) -> None:
    with people.read() as reader:
        if reader.connection().dialect.name == "postgresql":
            return  # which finds its own way
        query = _hits(reader, word).ids()
        said = query.compile(reader.connection(), compile_kwargs={"literal_binds": True})
        plan = reader.execute(text(f"EXPLAIN QUERY PLAN {said}".replace(":", "\\:"))).all()

    steps = [row.detail for row in plan]
    assert steps == [
        "SCAN search_trigrams VIRTUAL TABLE INDEX 0:M2><",
        "SEARCH search USING INTEGER PRIMARY KEY (rowid=?)",
    ]


def test_the_index_holds_the_words_of_each_row_once(people: Database) -> None:
    with people.read() as reader:
        kept = list(reader.scalars(select(SearchRow.row_id)))

    assert sorted(kept) == ["dara", "other", "pisey", "sreyneang"]


def _found(database: Database, word: str) -> set[str]:
    with database.read() as reader:
        return set(reader.scalars(_hits(reader, word).ids()))


def _hits(reader: Reader, word: str) -> Hits:
    return Hits(reader.connection(), "participations", "camp", [Sought(word, word)])


def _fields(person: PersonRow) -> dict[str, str]:
    names = ("name_en", "name_km", "phone", "email")
    return {name: value for name in names if (value := getattr(person, name))}
