"""Whatever list is taken in: twice changes nothing, the figures add up, nobody is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bootcamp_app.core.khmer import comparison_key

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import ImportResult
    from tests.desk import Desk

HEADERS = [
    "Khmer name", "English name", "Sex", "Phone", "Organisation", "Organisation type", "Sector",
    "Birth year", "Age", "DOB", "_uuid", "Position", "Province",
]  # fmt: skip
CELLS = [
    ["", "", "សុខ ដារ៉ា", "សុខ\u200bដារ៉ា", "សុខ តារា", "\u200b", "ច"],
    ["", "Sok Dara", "SOK DARA", "Dara Sok", "Ly Heng", "-", "N/A"],
    ["", "M", "ស្រី", "x?x"],
    ["", "012345678", "12345678", "+855 12 345 678", "097111222", "none"],
    ["", "NGO Forum", "ngo forum", "មន្ទីរ", "\u200b", "-"],
    ["", "NGO", "Ministry", "Government", "Private"],
    ["", "CSO", "n/a", "រដ្ឋាភិបាល"],
    ["", "1985", "២៥២៨", "12"],
    ["", "40", "41"],
    ["", "1985", "31/12/1985", "1/1/2528", "31/31/1985"],
    ["", "u-1", "u-2"],
    ["", "Clerk", "មន្ត្រី", "a\0b"],
    ["", "Kampot", "កំពត", "Bangkok"],
]
ROW = st.tuples(*(st.sampled_from(cells) for cells in CELLS)).map(list)
ANY_TEXT = st.text(max_size=6)
WILD_ROW = st.tuples(
    *(ANY_TEXT if index in {0, 1, 3, 4, 10, 11} else st.just("") for index in range(13))
).map(list)
LISTS = st.lists(ROW, max_size=8) | st.lists(WILD_ROW, max_size=4)
ONE_WORKSPACE = settings(
    max_examples=60,
    deadline=None,
    # every example opens a bootcamp of its own
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def adds_up(result: ImportResult, rows: int) -> bool:
    rejected = {fault.row for fault in result.rejected}
    taken = result.created + result.updated + result.unchanged
    return result.rows == rows == taken + len(rejected)


def faults(result: ImportResult) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.value) for one in result.rejected]


def shown(row: list[str]) -> bool:
    return any(comparison_key(cell) for cell in row)


@ONE_WORKSPACE
@given(LISTS)
def test_a_list_taken_in_twice_changes_nothing_the_second_time(
    sqlite_desk: Desk, rows: list[list[str]]
) -> None:
    bootcamp = sqlite_desk.open_bootcamp("Camp", days=1)
    said = [row for row in rows if shown(row)]

    first = sqlite_desk.import_rows([HEADERS, *rows], bootcamp=bootcamp)
    people = sqlite_desk.app.people.list(bootcamp)
    again = sqlite_desk.import_rows([HEADERS, *rows], bootcamp=bootcamp)

    assert adds_up(first, len(said))
    assert (first.updated, first.unchanged, first.created) == (0, 0, len(people))
    assert (again.created, again.updated, again.unchanged) == (0, 0, first.created)
    assert sqlite_desk.app.people.list(bootcamp) == people
    assert faults(again) == faults(first)


@ONE_WORKSPACE
@given(LISTS, LISTS)
def test_two_lists_lose_nobody_and_merge_nobody_of_one_list(
    sqlite_desk: Desk, one: list[list[str]], other: list[list[str]]
) -> None:
    bootcamp = sqlite_desk.open_bootcamp("Camp", days=1)

    first = sqlite_desk.import_rows([HEADERS, *one], bootcamp=bootcamp)
    second = sqlite_desk.import_rows([HEADERS, *other], bootcamp=bootcamp)

    people = sqlite_desk.app.people.list(bootcamp)
    assert adds_up(second, len([row for row in other if shown(row)]))
    assert len(people) == first.created + second.created
    assert second.updated + second.unchanged <= first.created
    assert len({badge.code for badge in sqlite_desk.app.badges.of(people)}) == len(people)


@ONE_WORKSPACE
@given(LISTS, LISTS)
def test_a_dry_run_says_exactly_what_the_run_then_does(
    sqlite_desk: Desk, known: list[list[str]], rows: list[list[str]]
) -> None:
    bootcamp = sqlite_desk.open_bootcamp("Camp", days=1)
    sqlite_desk.import_rows([HEADERS, *known], bootcamp=bootcamp)
    before = sqlite_desk.app.people.list(bootcamp)

    said = sqlite_desk.import_rows([HEADERS, *rows], bootcamp=bootcamp, is_dry_run=True)
    unchanged = sqlite_desk.app.people.list(bootcamp) == before
    done = sqlite_desk.import_rows([HEADERS, *rows], bootcamp=bootcamp)

    assert unchanged
    figures = [(one.rows, one.created, one.updated, one.unchanged) for one in (said, done)]
    assert figures[0] == figures[1]
    assert len(said.possible_duplicates) == len(done.possible_duplicates)
