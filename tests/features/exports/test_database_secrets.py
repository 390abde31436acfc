"""Without personal data nothing of anybody is in any byte of the database handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.exports.database.chosen import TABLES
from bootcamp_app.features.exports.database.masking import Masks
from tests.features.exports.filled import ASKED, LEFT, NAME_EN, NAME_KM, asked, fill, leaks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from tests.clock import FakeClock


@pytest.fixture
def app(place: str, clock: FakeClock) -> Iterator[App]:
    built = build(place, clock)
    yield built
    built.database.close()


def columns_of(path: Path) -> set[tuple[str, str]]:
    """Give every table of a file with every column of it."""
    query = "SELECT m.name, c.name AS of FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
    rows = asked(path, f"{query} WHERE m.type = 'table' AND m.name NOT IN ('README', 'attendance')")
    return {(row["name"], row["of"]) for row in rows}


def expected() -> set[tuple[str, str]]:
    """Give what is there without personal data."""
    found = set()
    for table in TABLES:
        if not table.is_personal:
            kept = [column for column in table.columns if not column.is_personal]
            found |= {(table.name, name) for name in ("id", *(one.name for one in kept))}
            places = [one.name for one in kept if one.kind == "place"]
            found |= {(table.name, f"{name}_{end}") for name in places for end in ("en", "km")}
    return found


def test_no_secret_of_any_column_is_in_the_file_and_each_could_have_leaked(
    app: App, tmp_path: Path
) -> None:
    secrets = fill(app)
    whole, bare = tmp_path / "whole.sqlite", tmp_path / "bare.sqlite"

    app.exports.write_database(whole, with_personal_data=True)
    app.exports.write_database(bare, with_personal_data=False)

    assert len(secrets) > 40
    assert leaks(whole.read_bytes(), secrets) == secrets
    assert leaks(bare.read_bytes(), secrets) == []
    assert asked(bare, "SELECT title_en FROM sessions") == [{"title_en": LEFT}]
    assert asked(bare, "SELECT name_en FROM organisations") == [{"name_en": "…"}]
    assert asked(bare, "PRAGMA freelist_count") == [{"freelist_count": 0}]
    assert columns_of(bare) == expected()
    for path in (whole, bare):
        assert asked(path, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
        assert asked(path, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize(
    ("text", "kind", "left"),
    [
        (ASKED, "text", LEFT),
        (f"The house of {NAME_EN} in Kampot", "title", "The house of … in Kampot"),
        ("Ask Qzoriel about Qzorielo", "text", "Ask … about Qzorielo"),
        ("Qzoriel Farmers' Union", "title", "Qzoriel Farmers' Union"),
        (f"ជំនួប{NAME_KM}នៅកំពត", "text", "ជំនួប…នៅកំពត"),
        ("write to somebody@example.com", "text", "write to …"),
        ("Tel. ០១២ ៩០៨ ៧៧១៣", "text", "Tel. …"),
        ("From 2026-03-02 to 2026-03-04", "text", "From 2026-03-02 to 2026-03-04"),
        ("ស្រុកសុខភាព", "text", "ស្រុកសុខភាព"),
        ("a long way", "text", "a … way"),
        ("a way so long", "title", "a way so long"),
        ("Qzoriel, QZORIEL or qzoriel", "text", "…, … or …"),
        ("ring 099 887 766", "title", "ring …"),
        ("ring 099-887-7661/015 999888", "text", "ring …/…"),
        ("2026-03-02 0998877665", "text", "2026-03-02 …"),
        ("+855 99 887 766, (855) 99887766, ០៩៩ ៨៨៧ ៧៦៦", "text", "…, (…, …"),
        ("+66 81 234 5678", "text", "…"),
        ("Donor 0123-45, 02/03/2026, 1000000", "text", "Donor 0123-45, 02/03/2026, 1000000"),
    ],
)
def test_who_is_named_is_taken_out_and_the_rest_stays(text: str, kind: str, left: str) -> None:
    masks = Masks([NAME_EN, NAME_KM, "+855 12 908 7713", "Qzoriel.V@Example.org", "សុខ", "Long"])

    assert masks.masked(text, kind) == left


def test_a_text_in_which_nobody_is_named_stays_as_it_is() -> None:
    masks = Masks(["", "ស", "X", "Kim Sophea"])

    for text in ("", "Straße", "İstanbul and Kimchi", "x", "ស"):
        assert masks.masked(text, "text") == text
