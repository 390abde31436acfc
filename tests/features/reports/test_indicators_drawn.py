"""The paper of the report “Indicators” and of frozen figures, from a workspace."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.i18n import LANGUAGES, words
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.core.numbers import written
from bootcamp_app.features.bootcamps.programmes import ProgrammeWish
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.reports.indicator_paper import draw_indicators
from bootcamp_app.features.reports.indicator_told import told_of_frozen
from bootcamp_app.features.reports.indicator_views import MEASURES, Scope, Tally
from bootcamp_app.features.reports.views import Choice, silent
from tests.printing.papers import lines_from_pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desk import Desk

SEXES = ("f", "f", "f", "m", "m", "m", "m", "")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.use("en")


@pytest.fixture
def told(sqlite_desk: Desk) -> Desk:
    """Eight people who came this morning."""
    rows = [[f"Person {n}", sex] for n, sex in enumerate(SEXES)]
    sqlite_desk.import_rows([["English name", "Sex"], *rows])
    for one in sqlite_desk.people():
        sqlite_desk.scan(sqlite_desk.guest(one).badge)
    return sqlite_desk


def lines(path: Path) -> list[str]:
    return [" ".join(latin_digits(one).split()) for one in lines_from_pdfium(path.read_bytes())]


def measures(tally: Tally) -> str:
    return " ".join(written(getattr(tally, measure)) for measure in MEASURES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_that_was_counted_stands_on_the_paper(
    told: Desk, tmp_path: Path, language: str
) -> None:
    words.use(language)

    told.app.reports.draw("indicators", Choice(), tmp_path / "made.pdf", silent)

    text, say = lines(tmp_path / "made.pdf"), told.app.indicators.words()
    assert not any("without a title" in one for one in text)
    for breakdown in told.app.indicators.count(Scope()).breakdowns:
        if breakdown.id == "programme":
            continue  # there is one
        for figure in breakdown.figures:
            assert figure.tally is not None
            if "&" in breakdown.id and not figure.tally.people:
                continue
            label = latin_digits(say(figure.key)).split(" – ")[0]
            assert [one for one in text if one.startswith(label[:12])
                    and one.endswith(measures(figure.tally))], figure.key  # fmt: skip


def test_the_public_paper_says_no_number_of_a_small_group(told: Desk, tmp_path: Path) -> None:
    choice = Choice(options={"public": "yes", "crossed": "no"})

    told.app.reports.draw("indicators", choice, tmp_path / "made.pdf", silent)

    text = lines(tmp_path / "made.pdf")
    assert "not stated <5 <5 <5 <5" in text
    assert not any(one.endswith(measures(Tally(1, 1, 1, 3.0))) for one in text)
    assert not any(" × " in one for one in text)


def test_frozen_figures_are_drawn_as_they_were(told: Desk, tmp_path: Path) -> None:
    app = told.app
    frozen = app.frozen_figures.freeze(Scope(bootcamps=(told.bootcamp.id,)), "Mid-term")
    told.scan(told.walk_in("Late Comer").badge)

    known = app.programmes.all(), app.bootcamps.all()
    said = told_of_frozen(frozen, app.indicators.words(), known)
    draw_indicators(frozen.indicators, said, tmp_path / "made.pdf", silent)

    text = lines(tmp_path / "made.pdf")
    assert "Kampot bootcamp" in text[:5]
    assert any("Mid-term" in one for one in text[:12])
    assert f"female {measures(Tally(3, 3, 3, 9.0))}" in text
    assert any(frozen.checksum in one for one in text)
    assert "Late Comer" not in "".join(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_of_the_cover_is_said_twice(told: Desk, language: str) -> None:
    def said() -> list[str]:
        words.use(language)
        return [fact.title for fact in told.app.reports.make("indicators", Choice()).facts]

    of_one = said()
    told.app.bootcamps.make(NewBootcamp("Second", date(2026, 5, 4), province="Takeo"))
    of_two = said()

    assert len(set(of_one)) == len(of_one)
    assert len(set(of_two)) == len(of_two)
    assert len(of_two) == len(of_one)


def test_the_programme_of_all_that_was_counted_is_named_without_being_chosen(told: Desk) -> None:
    def said() -> list[object]:
        facts = told.app.reports.make("indicators", Choice()).facts
        return [fact.value for fact in facts if fact.name in {"programme", "code", "donors"}]

    unnamed = said()
    first = told.app.programmes.all()[0]
    wish = ProgrammeWish("Citizens", code="EU-117", donors=("European Union", "UNDP"))
    told.app.programmes.change(first, wish)
    named = said()
    other = told.app.programmes.make(ProgrammeWish("Another"))
    second = told.app.bootcamps.make(NewBootcamp("Second", date(2026, 5, 4), province="Takeo"))
    told.app.programmes.give(other, [second])

    assert unnamed == []
    assert named == ["Citizens", "EU-117", "European Union, UNDP"]
    assert said() == []
