"""Figures by what people are, of one dimension or of two crossed. No database: values in and out.

A person of several bootcamps is described by the latest of them that they were at, so that the
people of a breakdown add up to all people. Where a breakdown is of the bootcamp and not of the
person, that holds within each bootcamp, venue, month or session alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING

from bootcamp_app.features.reports.hiding import Sum
from bootcamp_app.features.reports.indicator_rules import ELSEWHERE, HOUR, VALUES
from bootcamp_app.features.reports.indicator_views import (
    DIMENSIONS,
    NOT_STATED,
    Breakdown,
    Figure,
    Tally,
    TookPart,
)
from bootcamp_app.features.reports.indicator_words import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.reports.indicator_rules import Counted

OF_BOOTCAMP = ("venue_province", "bootcamp", "programme")
"""Dimensions in which a person of two bootcamps may be in two groups."""
CROSSED = (
    ("sector", "sex"),
    ("sector", "age"),
    ("sector", "province"),
    ("sector", "disability"),
    ("sector", "new"),
    ("sector", "completed"),
    ("sex", "age"),
    ("sex", "province"),
    ("sex", "disability"),
    ("sex", "new"),
    ("sex", "completed"),
    ("organisation_kind", "sex"),
    ("venue_province", "sector"),
    ("venue_province", "sex"),
    ("bootcamp", "sector"),
    ("bootcamp", "sex"),
)
"""The dimensions that are told apart by a second one, from those that donors ask for."""
BREAKDOWNS = (
    *DIMENSIONS,
    "programme",
    "bootcamp",
    "month",
    "session",
    *("&".join(pair) for pair in CROSSED),
)
"""The ids of all breakdowns, in their order."""


def breakdowns(counted: Counted) -> Iterator[Breakdown]:
    """Give every breakdown of those who were counted."""
    table = Table(counted)
    for one in (*DIMENSIONS, "programme", "bootcamp"):
        yield table.by(one)
    yield Breakdown("month", tuple(_by_month(counted)), overlaps=True)
    yield Breakdown("session", tuple(_by_session(counted)), overlaps=True)
    for pair in CROSSED:
        yield table.by(*pair)


def total(counted: Counted) -> Tally:
    """Give the tally of all who were counted."""
    return _tally(
        len({one.person_id for one in counted.parts}),
        len(counted.parts),
        sum(one.days for one in counted.stays),
        sum(one.microseconds for one in counted.stays),
    )


def figure_of(counted: Counted, key: str) -> Figure | None:
    """Give one figure by its key; None where there is no such group."""
    if key == ALL:
        return Figure(ALL, total(counted))
    dimensions = tuple(one.partition("=")[0] for one in key.split("&"))
    figures: Iterable[Figure] = ()
    if dimensions == ("month",):
        figures = _by_month(counted)
    elif dimensions == ("session",):
        figures = _by_session(counted)
    elif "&".join(dimensions) in BREAKDOWNS:
        figures = Table(counted).by(*dimensions).figures
    return next((one for one in figures if one.key == key), None)


def nested(counted: Counted) -> Iterator[Sum]:
    """Give what adds up between breakdowns: sessions, bootcamps, and what these are parts of."""
    parts: dict[str, list[str]] = defaultdict(list)
    held: dict[str, list[Session]] = defaultdict(list)
    for one in counted.sessions:
        held[f"bootcamp={one.bootcamp_id}"].append(one)
        held[f"month={one.starts_at:%Y-%m}"].append(one)
    for group, sessions in held.items():
        lengths = tuple(round(one.hours * HOUR) for one in sessions)
        yield Sum(group, tuple(f"session={one.id}" for one in sessions), lengths)
    for home in counted.bootcamps:
        venue, whole = f"venue_province={counted.venues[home.id]}", f"bootcamp={home.id}"
        parts[venue].append(whole)
        parts[f"programme={counted.programmes[home.id]}"].append(whole)
        for outer, inner in CROSSED:
            if outer == "bootcamp" and ("venue_province", inner) in CROSSED:
                for value in VALUES[inner]:
                    group = f"{inner}={value}"
                    parts[f"{venue}&{group}"].append(f"{whole}&{group}")
    yield from (Sum(whole, tuple(of_one)) for whole, of_one in parts.items())


def key_of(dimensions: Sequence[str], values: Sequence[str]) -> str:
    """Give the key of a figure."""
    return "&".join(f"{name}={value}" for name, value in zip(dimensions, values, strict=True))


def parts_of(counted: Counted, key: str) -> tuple[list[TookPart], list[TookPart]]:
    """Give of whom a figure was counted: people once, and everybody once a bootcamp."""
    parts = list(counted.parts)
    wanted = dict(one.split("=", 1) for one in key.split("&")) if key != ALL else {}
    if "session" in wanted:
        within = [one for one in parts if wanted["session"] in one.sessions]
        return list(_last(within).values()), within
    if "month" in wanted:
        within = [
            one
            for one, stay in zip(parts, counted.stays, strict=True)
            if any(name == wanted["month"] for name, *_ in stay.months)
        ]
        return list(_last(within).values()), within
    table = Table(counted)
    columns = [(table.column(name), value) for name, value in wanted.items()]
    outer = [(table.column(name), value) for name, value in wanted.items() if name in OF_BOOTCAMP]
    meant = [i for i in range(len(parts)) if all(column[i] == value for column, value in outer)]
    last = {parts[i].person_id: i for i in meant}

    def is_meant(i: int) -> bool:
        return all(column[i] == value for column, value in columns)

    people = [parts[i] for i in last.values() if is_meant(i)]
    return people, [parts[i] for i in range(len(parts)) if is_meant(i)]


class Table:
    """Everybody who was counted as columns, which count many times as fast as rows."""

    def __init__(self, counted: Counted) -> None:
        self._counted = counted
        self._people = [one.person_id for one in counted.parts]
        # Numbers in place of pairs: they are looked up a million times.
        pairs: dict[tuple[int, int], int] = {}
        self._lengths = [
            pairs.setdefault((one.days, one.microseconds), len(pairs)) for one in counted.stays
        ]
        self._pairs = list(pairs)
        self._columns: dict[str, list[str]] = {}
        self._described: dict[tuple[str, ...], list[str]] = {}
        self._places: dict[tuple[str, ...], list[int]] = {}

    def by(self, *dimensions: str) -> Breakdown:
        """Give the figures of one dimension, or of two crossed."""
        columns = [self.column(name) for name in dimensions]
        outer = tuple(name for name in dimensions if name in OF_BOOTCAMP)
        people = Counter(zip(*(self._latest(name, outer) for name in dimensions), strict=True))
        parts, days, lengths = (
            Counter[tuple[str, ...]](),
            Counter[tuple[str, ...]](),
            Counter[tuple[str, ...]](),
        )
        for (*values, pair), n in Counter(zip(*columns, self._lengths, strict=True)).items():
            group = tuple(values)
            day, length = self._pairs[pair]
            parts[group] += n
            days[group] += n * day
            lengths[group] += n * length
        figures = tuple(
            Figure(
                key_of(dimensions, group),
                _tally(people[group], parts[group], days[group], lengths[group]),
            )
            for group in product(*(self.values(name) for name in dimensions))
        )
        return Breakdown("&".join(dimensions), figures, overlaps=bool(outer))

    def column(self, name: str) -> list[str]:
        """Give the value of everybody in one dimension."""
        known = self._columns.get(name)
        if known is None:
            parts = self._counted.parts
            if name == "bootcamp":
                known = [one.bootcamp_id for one in parts]
            elif name == "programme":
                programmes = self._counted.programmes
                known = [programmes[one.bootcamp_id] for one in parts]
            else:
                known = [one.traits[name] for one in parts]
            self._columns[name] = known
        return known

    def values(self, name: str) -> Sequence[str]:
        """Give the groups of a dimension, in the order in which people read them."""
        if name in VALUES:
            return VALUES[name]
        if name == "bootcamp":
            return [one.id for one in self._counted.bootcamps]
        if name == "programme":
            return list(dict.fromkeys(self._counted.programmes.values()))
        found = set(self.column(name)) - {NOT_STATED, ELSEWHERE}
        elsewhere = [ELSEWHERE] if ELSEWHERE in self.column(name) else []
        return [*sorted(found), *elsewhere, NOT_STATED]

    def _latest(self, name: str, outer: tuple[str, ...]) -> list[str]:
        """Give the value of each person once: at their latest bootcamp within each outer group."""
        key = (name, *outer)
        if key not in self._described:
            column = self.column(name)
            self._described[key] = [column[i] for i in self._last(outer)]
        return self._described[key]

    def _last(self, outer: tuple[str, ...]) -> Sequence[int]:
        """Give the places of everybody's latest bootcamp within each outer group."""
        if "bootcamp" in outer:
            return range(len(self._people))
        if outer not in self._places:
            groups = zip(self._people, *map(self.column, outer), strict=True)
            last = dict(zip(groups, range(len(self._people)), strict=True))
            self._places[outer] = list(last.values())
        return self._places[outer]


def _by_month(counted: Counted) -> Iterator[Figure]:
    people: dict[str, set[str]] = defaultdict(set)
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for part, stay in zip(counted.parts, counted.stays, strict=True):
        for month, days, length in stay.months:
            people[month].add(part.person_id)
            of_month = sums[month]
            of_month[0] += 1
            of_month[1] += days
            of_month[2] += length
    for month in dict.fromkeys(f"{one.starts_at:%Y-%m}" for one in counted.sessions):
        yield Figure(key_of(["month"], [month]), _tally(len(people[month]), *sums[month]))


def _by_session(counted: Counted) -> Iterator[Figure]:
    came = Counter[str]()
    for sessions, n in Counter(one.sessions for one in counted.stays).items():
        came.update(dict.fromkeys(sessions, n))
    for one in counted.sessions:
        n = came[one.id]
        length = round(one.hours * HOUR)
        yield Figure(key_of(["session"], [one.id]), _tally(n, n, n, n * length))


def _tally(people: int, participations: int, days: int, microseconds: int) -> Tally:
    return Tally(people, participations, days, microseconds / HOUR)


def _last(parts: Iterable[TookPart]) -> Mapping[str, TookPart]:
    return {one.person_id: one for one in parts}
