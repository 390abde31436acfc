"""Rows of headers as ministries, associations and forms write them, each over a few people.

In the file each header stands before `=` and the field that it names; `-` is none of them and `?`
where either is right. The rows were written after the words and rules stood, and measured first.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.people.nominees import understand
from tests.features.people.lists import TODAY

if TYPE_CHECKING:
    from bootcamp_app.features.people.nominees import Understood

NONE, EITHER = "-", "?"
VALUES = {
    "name_en": "Sok Dara; Leng Maly; Keo Mony; Chan Vuthy",
    "name_km": "សុខ ដារ៉ា; ឡេង ម៉ាលី; កែវ មុន្នី; ចាន់ វុទ្ធី",
    "family_name_en": "Sok; Leng; Keo; Chan",
    "given_name_en": "Dara; Maly; Mony; Vuthy",
    "family_name_km": "សុខ; ឡេង; កែវ; ចាន់",
    "given_name_km": "ដារ៉ា; ម៉ាលី; មុន្នី; វុទ្ធី",
    "sex": "M; F; F; M",
    "birth_date": "14/02/1985; 30/07/1997; 01/12/1990; 05/05/1988",
    "birth_year": "1985; 1997; 1990; 1988",
    "age": "34; 28; 41; 22",
    "phone": "012 345 678; 012 345 679; 097 345 6781; 088 345 6782",
    "email": "d@example.org; m@example.org; k@example.org; v@example.org",
    "organisation": "CCC; Ministry of Planning; API; RUPP",
    "organisation_kind": "NGO; Ministry; NGO; University",
    "position": "Officer; Director; Trainer; Analyst",
    "sector": "Government; CSO; CSO; Government",
    "province": "Kampot; Takeo; Kandal; Pursat",
    "district": "Chhuk; Samraong; Kien Svay; Bakan",
    "role": "Participant; Speaker; Participant; Participant",
    "disability": "No; No; Yes; No",
    "external_id": "E-12; E-15; E-19; E-20",
    "registered_at": "2026-02-01 10:11; 2026-02-01 11:12; 2026-02-02 10:11; 2026-02-03 10:11",
    "note": "late; ; comes on day 2; ",
    EITHER: "q; r; s; t",
}
# What stands below a header that is nothing of the person's: the likeliest to be mistaken.
OF_OTHERS = {
    "name nom ឈ្មោះ owner chef": "Prak Sovan; Nhem Srey; Prak Sovan; Tep Rith",
    "phone tel tél contact cell ទូរស័ព្ទ": "011 222 333; 011 222 334; 011 222 335; 011 222 336",
    "mail": "a@example.com; b@example.com; c@example.com; d@example.com",
    "កំណើត naissance": "Kampot; Takeo; Kandal; Pursat",
    "date": "2020-01-02; 2021-03-04; 2019-01-02; 2018-01-01",
    "": "x1; y; x2; z",
}
ROWS = [
    [tuple(cell.strip().rsplit("=", 1)) for cell in line.split(" | ")]
    for line in Path(__file__).with_name("header_rows.txt").read_text("utf-8").splitlines()
    if line
]


def values_of(header: str, field: str) -> list[str]:
    if header == "Civilité":
        return ["M.", "Mme", "Mme", "M."]
    if field != NONE:
        return VALUES[field].split(";")
    words = next(words for words in OF_OTHERS if any(
        word in header.lower() for word in words.split() or [""]
    ))  # fmt: skip
    return OF_OTHERS[words].split(";")


def read(row: list[tuple[str, str]]) -> Understood:
    columns = [values_of(header, field) for header, field in row]
    body = [[cell.strip() or None for cell in cells] for cells in zip(*columns, strict=True)]
    return understand([[header for header, _ in row], *body], {}, TODAY)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][0])
def test_a_row_of_headers_is_understood_and_everybody_below_it_taken(
    row: list[tuple[str, str]],
) -> None:
    found = read(row)

    fields = {header: field for header, field in row if field != EITHER}
    assert {header: found.mapping[header] or NONE for header in fields} == fields
    assert (len(found.nominees), found.rejected) == (4, [])


def test_enough_rows_are_kept() -> None:
    assert len(ROWS) >= 70
