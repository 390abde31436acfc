"""The first page of a long list: the same people that the whole sorted list begins with."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.people import first_page
from bootcamp_app.features.people.filters import Filter, Look
from bootcamp_app.features.people.sorting import SORTED_BY

if TYPE_CHECKING:
    from tests.desk import Desk

FAMILIES = (("សុខ", "Sok"), ("ចាន់", "chan"), ("", "Ly"), ("កែវ", ""))
GIVEN = (("ដារ៉ា", "Dara"), ("ស្រីនាង", "sreyneang"), ("", "Heng"), ("ពិសី", ""))
BY_NAME = "name_km"
OFFICES = ("Department of Health", "", "NGO Forum")
SEARCHES = ("", "s", "so", "sok", "sok s", "ស", "health", "he so", "d zz", "1", "health 012")


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk with people who said their names in one script, the other or both."""
    rows = [["Khmer name", "Name", "Sex", "Phone", "Organisation", "Province", "Year of birth"]]
    for n, (family, given) in enumerate(itertools.product(FAMILIES, GIVEN)):
        km, en = (f"{family[at]} {given[at]}".strip() for at in (0, 1))
        phone = f"012 345 6{n:02d}" if n % 3 else ""
        year = str(1970 + n) if n % 2 else ""
        if km or en:
            rows.append([km, en, "FM"[n % 2], phone, OFFICES[n % 3], "Kampot", year])
    desk.import_rows(rows)
    return desk


@pytest.mark.parametrize("many", [0, 3])
def test_the_first_page_is_the_beginning_of_the_whole_list(
    full: Desk, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(first_page, "MANY", many)
    people = full.app.people
    sexes, up, down = Filter(sexes=("female",)), (BY_NAME, True), (BY_NAME, False)
    asked = [Look(search, Filter(), order) for search in SEARCHES for order in (up, down)]
    asked += [Look(search, sexes) for search in ("", "s", "sok")]
    asked += [Look("s", sexes, (field, field < "p")) for field in SORTED_BY]
    for look in asked:
        whole = people.ids(full.bootcamp, look.search, look.order, look.wanted)

        first = [one.participation_id for one in people.first(full.bootcamp, look, 5)]

        assert first == whole[:5], look
        assert people.number(full.bootcamp, look) == len(whole), look
