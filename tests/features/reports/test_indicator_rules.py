"""Who counts as what, told case by case."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.features.reports.indicator_rules import age_band, age_on, place
from bootcamp_app.features.reports.indicator_views import DIMENSIONS, TITLES, Scope, Tally
from bootcamp_app.features.reports.indicator_words import title_of
from bootcamp_app.features.reports.views import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desk import Desk

DAY = date(2026, 3, 2)


@pytest.fixture
def in_khmer() -> Iterator[None]:
    words.use("km")
    yield
    words.use("en")


@pytest.mark.parametrize(
    ("born", "year", "band"),
    [
        (date(2008, 3, 3), None, "under_18"),
        (date(2008, 3, 2), None, "18_30"),
        (date(1995, 3, 3), None, "18_30"),
        (date(1995, 3, 2), None, "31_45"),
        (date(1980, 2, 29), None, "46_60"),
        (date(1965, 3, 2), 1999, "over_60"),
        (None, 1996, "18_30"),
        (None, 1995, "31_45"),
        (None, None, "not_stated"),
        (date(2030, 1, 1), None, "not_stated"),
    ],
)
def test_age_is_that_on_the_first_day(born: date | None, year: int | None, band: str) -> None:
    assert age_band(age_on(DAY, born, year)) == band


def test_places_are_provinces_or_elsewhere() -> None:
    assert [place(text) for text in ("07", "កំពត", "Paris", "", "not_stated")] == [
        "07", "07", "other", "not_stated", "not_stated",
    ]  # fmt: skip


def test_who_only_left_or_was_excused_does_not_count(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    came, late, excused = (desk.walk_in(name) for name in ("Sok Dara", "Chan Nary", "Kim Sophea"))
    desk.walk_in("Nhem Vanna")
    desk.scan(came.badge)
    desk.mark(excused, "excused")
    desk.scan(late.badge, at=desk.at("09:30"))

    assert desk.app.indicators.count(Scope()).total == Tally(2, 2, 2, 6.0)


def test_two_who_were_merged_are_one_person(desk: Desk) -> None:
    first, second = desk.walk_in("Sok Dara"), desk.walk_in("Sok Daraa")
    desk.scan(first.badge)
    desk.scan(second.badge, desk.sessions[1], desk.at("14:00"))
    assert desk.app.indicators.count(Scope()).total.people == 2

    desk.app.twins.merge(first.participant.person_id, second.participant.person_id)

    assert desk.app.indicators.count(Scope()).total == Tally(1, 1, 1, 6.0)


def test_a_certificate_in_spite_of_the_rule_is_completed(sqlite_desk: Desk) -> None:
    desk, guest = sqlite_desk, sqlite_desk.walk_in("Sok Dara")
    desk.scan(guest.badge)
    before = desk.app.indicators.count(Scope()).breakdown("completed")

    desk.app.exceptions.make(desk.bootcamp, [guest.participant], "given", "Was ill")

    after = desk.app.indicators.count(Scope()).breakdown("completed")
    assert [one.tally and one.tally.people for one in before.figures] == [0, 1, 0]
    assert [one.tally and one.tally.people for one in after.figures] == [1, 0, 0]


@pytest.mark.usefixtures("in_khmer")
def test_every_figure_has_words_in_khmer(sqlite_desk: Desk) -> None:
    sqlite_desk.scan(sqlite_desk.walk_in("Sok Dara", province="Kampot").badge)
    counted = sqlite_desk.app.indicators.count(Scope())
    say = sqlite_desk.app.indicators.words()

    said = {one.key: say.with_titles(one.key) for of_one in counted.breakdowns
            for one in of_one.figures if not one.key.startswith(("bootcamp", "session",
                                                                 "programme"))}  # fmt: skip

    assert [key for key, text in said.items() if any("a" <= sign <= "z" for sign in text)] == []
    assert said["month=2026-03"] == "ខែ៖ មីនា ២០២៦"
    assert title_of("sector&sex") == "វិស័យ × ភេទ"
    assert (
        {one.id.split("&")[0] for one in counted.breakdowns} <= TITLES.keys() >= DIMENSIONS.keys()
    )


def test_behind_a_figure_stand_rules_and_names(sqlite_desk: Desk) -> None:
    guest = sqlite_desk.walk_in("Sok Dara", sex="male")
    sqlite_desk.scan(guest.badge)

    behind = sqlite_desk.app.indicators.behind(Scope(first=DAY), "sex=male")

    assert behind.title == "Sex: male"
    assert behind.rule[:2] == ("All bootcamps of this workspace.", "Sessions from 2 March 2026 on.")
    assert "Sex is as it is written down for the person today." in behind.rule
    (named,) = sqlite_desk.app.indicators.people_behind(Scope(first=DAY), "sex=male")
    assert named == guest.participant


@pytest.mark.parametrize("key", ["sex=dog", "sex", "", "name=x", "age=18_30&sex=male"])
def test_a_figure_that_there_is_not_is_refused(sqlite_desk: Desk, key: str) -> None:
    with pytest.raises(Refusal, match="There is no figure"):
        sqlite_desk.app.indicators.behind(Scope(), key)


def test_few_people_have_no_public_version(sqlite_desk: Desk) -> None:
    assert sqlite_desk.app.indicators.count(Scope(), is_public=True).total == Tally()
    sqlite_desk.scan(sqlite_desk.walk_in("Sok Dara").badge)

    with pytest.raises(Refusal, match="Fewer than 5 people were counted here"):
        sqlite_desk.app.indicators.count(Scope(), is_public=True)


def test_a_public_workbook_has_no_small_group_and_nobody_by_id(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    guests = [sqlite_desk.walk_in(f"Guest {n}", sex="female" if n < 9 else "male")
              for n in range(12)]  # fmt: skip
    for guest in guests:
        sqlite_desk.scan(guest.badge)
    public = Choice(options={"public": "yes"})

    report = sqlite_desk.app.reports.make("indicators", public)
    rows = {row[2]: row[3:] for row in report.sheets[0].rows}
    for form in ("json", "csv", "xlsx"):
        sqlite_desk.app.exports.write("indicators", public, tmp_path / f"f.{form}", form)

    assert rows["all"] == (12, 12, 12, 36.0, "")
    assert rows["sex=male"] == (None, None, None, None, "small")
    assert rows["sex=female"] == (None, None, None, None, "protects")
    with zipfile.ZipFile(tmp_path / "f.xlsx") as book:
        charts = [book.read(one).decode() for one in book.namelist() if "charts/chart" in one]
    (by_sex,) = (one for one in charts if "<c:v>female</c:v>" in one)
    # Of the four groups two are hidden: nothing is kept of their bars.
    assert by_sex.count("<c:numCache>") * 2 == by_sex.count("<c:v>0</c:v>")
    assert "evidence" not in {one.name for one in report.sheets}
    assert "Guest" not in (tmp_path / "f.json").read_text("utf-8")
    assert guests[0].participant.person_id not in (tmp_path / "f.json").read_text("utf-8")


def test_evidence_names_whom_was_counted_only_with_personal_data(sqlite_desk: Desk) -> None:
    guest = sqlite_desk.walk_in("Sok Dara", sex="male")
    sqlite_desk.scan(guest.badge)

    whole = sqlite_desk.app.reports.make("indicators", Choice())
    bare = sqlite_desk.app.reports.make("indicators", Choice(with_personal_data=False))

    (row,) = whole.sheets[-1].rows
    assert row[:3] == (guest.participant.person_id, "", "Sok Dara")
    assert [one.name for one in whole.sheets if one.name not in {s.name for s in bare.sheets}] == [
        "evidence"
    ]


def test_a_crossed_sheet_ends_with_what_its_lines_come_to(sqlite_desk: Desk) -> None:
    for name, sex, sector in (("A", "male", "government"), ("B", "female", "government"),
                              ("C", "female", "civil_society")):  # fmt: skip
        sqlite_desk.scan(sqlite_desk.walk_in(name, sex=sex, sector=sector).badge)

    report = sqlite_desk.app.reports.make("indicators", Choice())

    (sheet,) = (one for one in report.sheets if one.name == "by-sector-and-sex")
    rows = list(sheet.rows)
    assert rows[0] == ("government", 1, 1, 0, 0, 2)
    assert rows[-1] == ("Everybody", 2, 1, 0, 0, 3)


def test_that_they_add_up_to_more_is_said_only_where_they_do(sqlite_desk: Desk) -> None:
    guests = [sqlite_desk.walk_in(f"Guest {n}") for n in range(3)]
    for guest in guests:
        sqlite_desk.scan(guest.badge)
    figures = sqlite_desk.app.indicators.count(Scope())

    assert [one.id for one in figures.breakdowns if figures.is_more(one)] == []

    sqlite_desk.scan(guests[0].badge, sqlite_desk.sessions[1], sqlite_desk.at("14:00"))

    again = sqlite_desk.app.indicators.count(Scope())
    assert [one.id for one in again.breakdowns if again.is_more(one)] == ["session"]
