"""The figures for donors: who was reached, once and as often as they came, by what they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.reports.counting import names
from bootcamp_app.features.reports.indicator_paper import draw_indicators
from bootcamp_app.features.reports.indicator_sheets import charts, evidence_sheet, figure_sheets
from bootcamp_app.features.reports.indicator_told import told_of
from bootcamp_app.features.reports.indicator_views import MEASURES, TITLES, Scope
from bootcamp_app.features.reports.indicator_words import rule_behind, said_of
from bootcamp_app.features.reports.indicators import IndicatorCounts
from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.views import Fact, Option, Report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Programme
    from bootcamp_app.features.reports.indicator_rules import Counted
    from bootcamp_app.features.reports.indicator_views import Indicators
    from bootcamp_app.features.reports.indicator_words import Wording
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress

_PUBLIC = Option(
    "public",
    N_("Public version: hide small groups"),
    (("no", N_("No")), ("yes", N_("Yes"))),
)
_CROSSED = Option(
    "crossed",
    N_("Two things at once, such as sector and sex"),
    (("yes", N_("Yes")), ("no", N_("No"))),
)


def _tables(sources: Sources, choice: Choice, progress: Progress) -> Report:
    counts = IndicatorCounts(sources.database, sources.clock)
    scope = Scope(choice.bootcamps, choice.programme, choice.first, choice.last)
    is_public = _PUBLIC.of(choice) == "yes"
    progress(0, 0)
    counted = counts.counted(scope)
    progress(0, 0)
    indicators = counts.figures_of(scope, counted, is_public=is_public)
    wording = counts.words()
    with_crossed = _CROSSED.of(choice) == "yes"
    sheets = list(figure_sheets(indicators, counted, wording, with_crossed=with_crossed))
    if choice.with_personal_data and not is_public:
        with sources.database.read() as reader:
            by_person = names(reader, [one.id for one in counted.bootcamps])
        sheets.append(evidence_sheet(counted, wording, by_person))
    return Report(
        "indicators",
        _("Indicators"),
        tuple(sheets),
        facts=tuple(_facts(sources, indicators, counted)),
        charts=charts(indicators),
        notes=tuple(_rules(indicators, wording)),
    )


def _paper(sources: Sources, choice: Choice, target: Path, progress: Progress) -> int:
    counts = IndicatorCounts(sources.database, sources.clock)
    scope = Scope(choice.bootcamps, choice.programme, choice.first, choice.last)
    counted = counts.counted(scope)
    indicators = counts.figures_of(scope, counted, is_public=_PUBLIC.of(choice) == "yes")
    zone = counted.bootcamps[0].zone if counted.bootcamps else None
    made_at = indicators.counted_at.astimezone(zone)
    facts = _facts(sources, indicators, counted)
    told = told_of(indicators, facts, counts.words(), made_at)
    with_crossed = _CROSSED.of(choice) == "yes"
    return draw_indicators(indicators, replace(told, with_crossed=with_crossed), target, progress)


def _facts(sources: Sources, indicators: Indicators, counted: Counted) -> Iterator[Fact]:
    scope = indicators.scope
    if programme := _programme_of(sources, scope, counted):
        yield Fact("programme", _("Programme"), programme.title)
        yield Fact("code", _("Project code"), programme.code)
        yield Fact("donors", _("Donors"), ", ".join(programme.donors))
    if len(counted.bootcamps) == 1:
        yield Fact("bootcamp", _("Bootcamp"), counted.bootcamps[0].title)
    else:
        yield Fact("bootcamps", _("Number of bootcamps"), len(counted.bootcamps))
    yield Fact("sessions", _("Number of sessions"), len(counted.sessions))
    days = [one.starts_at.date() for one in counted.sessions]
    yield Fact("first", _("First day"), scope.first or min(days, default=None))
    yield Fact("last", _("Last day"), scope.last or max(days, default=None))
    total = indicators.total
    for name, title in MEASURES.items():
        yield Fact(name, _(title), getattr(total, name))
    zone = counted.bootcamps[0].zone if counted.bootcamps else None
    yield Fact("counted_at", _("Counted on"), indicators.counted_at.astimezone(zone))


def _programme_of(sources: Sources, scope: Scope, counted: Counted) -> Programme | None:
    """Give the one that was chosen, or the only one to which all that was counted belongs."""
    asked = {scope.programme} if scope.programme else set(counted.programmes.values())
    found = [one for one in sources.programmes.all() if one.id in asked]
    is_one = len(asked) == 1 and len(found) == 1
    return found[0] if is_one and (found[0].title or found[0].code or found[0].donors) else None


def _rules(indicators: Indicators, wording: Wording) -> Iterator[str]:
    yield from said_of(indicators.scope, wording)
    yield from rule_behind(list(TITLES), overlaps=True, is_public=indicators.is_public)


ENTRY = ReportKind(
    "indicators",
    N_("Indicators"),
    N_("People once and as often as they took part, days and hours, by sex, age, sector, province "
       "and more, with the rules by which they were counted."),
    place=20,
    scope="programme",
    tables=_tables,
    paper=_paper,
    options=(_PUBLIC, _CROSSED),
    left_out=N_("Leaves out the sheet that names everybody who was counted."),
    icon="chart",
)  # fmt: skip
