"""Government, civil society, or resident."""

import pytest

from bootcamp_app.features.teams.rules import side_of


@pytest.mark.parametrize(
    ("sector", "kind", "side"),
    [
        ("government", "", "government"),
        ("civil_society", "private", "civil_society"),
        ("not_stated", "subnational_government", "government"),
        ("other", "national_government", "government"),
        ("", "community", "civil_society"),
        ("not_stated", "cso", "civil_society"),
        ("other", "private", "resident"),
        ("not_stated", "", "resident"),
    ],
)
def test_a_person_says_the_side_or_else_the_organisation_does(
    sector: str, kind: str, side: str
) -> None:
    assert side_of(sector, kind) == side
