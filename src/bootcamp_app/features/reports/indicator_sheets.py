"""Figures as sheets: all of them in one list, some by themselves, and who was counted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.reports.indicator_views import (
    DIMENSIONS,
    MEASURES,
    PROTECTS,
    SMALL,
    TITLES,
    Figure,
)
from bootcamp_app.features.reports.indicator_words import ALL, title_of
from bootcamp_app.features.reports.views import Chart, Column, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bootcamp_app.features.reports.indicator_rules import Counted
    from bootcamp_app.features.reports.indicator_views import Breakdown, Indicators
    from bootcamp_app.features.reports.indicator_words import Wording
    from bootcamp_app.features.reports.views import Cell, ColumnKind

_READABLE = (*DIMENSIONS, "month")
"""The breakdowns that have a sheet of their own besides bootcamps and sessions."""
_DRAWN = ("sex", "sector", "province", "bootcamp", "month")
_MOST_BARS = 40
_WHY = {
    SMALL: N_("hidden: a small group"),
    PROTECTS: N_("hidden: without it a small group could be worked out"),
}
_BOOTCAMPS, _SESSIONS = "bootcamps", "sessions"


def figure_sheets(
    indicators: Indicators, counted: Counted, wording: Wording, *, with_crossed: bool
) -> Iterator[Sheet]:
    """Give the sheet with every figure, then those for people."""
    yield _all_figures(indicators, wording)
    for name in _READABLE:
        breakdown = indicators.breakdown(name)
        rows = [(wording(one.key), *_measured(one)) for one in breakdown.figures]
        columns = (Column("group", _(TITLES[name])), *_measures())
        yield Sheet(title_of(name), columns, rows, len(rows), _sheet_name(name))
    yield _bootcamps(indicators, counted, wording)
    yield _sessions(indicators, counted, wording)
    for breakdown in indicators.breakdowns if with_crossed else ():
        if "&" in breakdown.id:
            yield _crossed(indicators, breakdown, wording)


def charts(indicators: Indicators) -> tuple[Chart, ...]:
    """Give the drawings: people and participations of the breakdowns that are asked for most.

    Where there are more bars than anybody compares, as of very many bootcamps, there is none.
    """
    return tuple(
        Chart(_(TITLES[name]), _sheet_name(name), "group", ("people", "participations"))
        for name in _DRAWN
        if len(indicators.breakdown(name).figures) <= _MOST_BARS
    )


def evidence_sheet(
    counted: Counted, wording: Wording, names: Mapping[str, tuple[str, str]]
) -> Sheet:
    """Give a row for everybody and bootcamp that was counted; Khmer and Latin names by person."""
    columns = (
        Column("person_id", _("Person id")),
        Column("name_km", _("Name in Khmer"), is_personal=True),
        Column("name_en", _("Name in Latin"), is_personal=True),
        Column("participation_id", _("Participation id")),
        Column("bootcamp_id", _("Bootcamp"), say=wording.title),
        *(Column(name, _(title), say=partial(wording.value, name))
          for name, title in DIMENSIONS.items()),
        Column("sessions", _("Sessions"), kind="number"),
        Column("person_days", _(MEASURES["person_days"]), kind="number"),
        Column("person_hours", _(MEASURES["person_hours"]), kind="hours"),
    )  # fmt: skip
    nobody = ("", "")
    rows: Iterable[tuple[Cell, ...]] = (
        (
            one.person_id,
            *names.get(one.person_id, nobody),
            one.participation_id,
            one.bootcamp_id,
            *(one.traits[name] for name in DIMENSIONS),
            len(one.sessions),
            one.days,
            one.hours,
        )
        for one in counted.parts
    )
    return Sheet(_("Who was counted"), columns, rows, len(counted.parts), "evidence")


def _all_figures(indicators: Indicators, wording: Wording) -> Sheet:
    whole = Figure(ALL, indicators.total)
    is_public = indicators.is_public
    rows: list[tuple[Cell, ...]] = [
        (of_one, one.key, one.key, *_measured(one), *((one.hidden,) if is_public else ()))
        for of_one, figures in (
            (ALL, (whole,)),
            *((breakdown.id, breakdown.figures) for breakdown in indicators.breakdowns),
        )
        for one in figures
    ]
    columns = (
        Column("breakdown", _("Breakdown"), say=_breakdown_in_words),
        Column("group", _("Group"), say=wording),
        Column("key", _("Key for programs")),
        *_measures(),
    )
    if indicators.is_public:
        columns += (Column("note", _("Note"), say=lambda why: _(_WHY[why]) if why else ""),)
    return Sheet(_("Figures"), columns, rows, len(rows), "figures")


def _breakdown_in_words(key: str) -> str:
    return _("Everybody") if key == ALL else title_of(key)


def _bootcamps(indicators: Indicators, counted: Counted, wording: Wording) -> Sheet:
    figures = _by_key(indicators.breakdown("bootcamp"))
    rows = [
        (
            wording.title(home.id),
            wording.value("venue_province", counted.venues[home.id]),
            home.starts_on,
            home.ends_on,
            home.indicator_code,
            *_measured(figures[f"bootcamp={home.id}"]),
        )
        for home in counted.bootcamps
    ]
    columns = (
        Column("group", _("Bootcamp")),
        Column("venue_province", _(TITLES["venue_province"])),
        Column("starts_on", _("First day")),
        Column("ends_on", _("Last day")),
        Column("indicator_code", _("Indicator code")),
        *_measures(),
    )
    return Sheet(_("Bootcamps"), columns, rows, len(rows), _BOOTCAMPS)


def _sessions(indicators: Indicators, counted: Counted, wording: Wording) -> Sheet:
    figures = _by_key(indicators.breakdown("session"))
    rows = [
        (
            wording.title(one.bootcamp_id),
            one.title,
            one.starts_at.date(),
            # With its length the hours of all sessions say more of a hidden one.
            one.hours if figure.tally else None,
            *_measured(figure),
        )
        for one in counted.sessions
        for figure in (figures[f"session={one.id}"],)
    ]
    columns = (
        Column("bootcamp", _("Bootcamp")),
        Column("group", _("Session")),
        Column("day", _("Day")),
        Column("hours", _("Hours"), kind="hours"),
        *_measures(),
    )
    return Sheet(_("Sessions"), columns, rows, len(rows), _SESSIONS)


def _crossed(indicators: Indicators, breakdown: Breakdown, wording: Wording) -> Sheet:
    """Give people of two dimensions: a row for each group of the first, a column of the second.

    At the end of each row, and below, stand the groups as they are counted by themselves.
    """
    first, second = breakdown.id.split("&")
    known = _by_key(indicators.breakdown(first)) | _by_key(indicators.breakdown(second))
    lines: dict[str, list[Cell]] = {}
    across: dict[str, None] = {}
    for one in breakdown.figures:
        row, column = one.key.split("&")
        lines.setdefault(row, []).append(_people(one))
        across[column] = None
    columns = (
        Column("group", title_of(breakdown.id)),
        *(Column(_column_name(key), wording(key), kind="number") for key in across),
        Column("all", wording(ALL), kind="number"),
    )
    rows = [(wording(key), *cells, _people(known[key])) for key, cells in lines.items()]
    below = (_people(known[key]) for key in across)
    rows.append((wording(ALL), *below, indicators.total.people))
    return Sheet(title_of(breakdown.id), columns, rows, len(rows), _sheet_name(breakdown.id))


def _people(figure: Figure) -> Cell:
    return figure.tally.people if figure.tally else None


def _measures() -> tuple[Column, ...]:
    kinds: dict[str, ColumnKind] = {"person_hours": "hours"}
    return tuple(
        Column(name, _(title), kind=kinds.get(name, "number")) for name, title in MEASURES.items()
    )


def _measured(figure: Figure) -> Sequence[Cell]:
    tally = figure.tally
    if tally is None:
        return (None,) * len(MEASURES)
    return (tally.people, tally.participations, tally.person_days, tally.person_hours)


def _by_key(breakdown: Breakdown) -> dict[str, Figure]:
    return {one.key: one for one in breakdown.figures}


def _sheet_name(breakdown_id: str) -> str:
    if breakdown_id == "bootcamp":
        return _BOOTCAMPS
    return "by-" + breakdown_id.replace("_", "-").replace("&", "-and-")


def _column_name(key: str) -> str:
    return key.replace("=", "_")
