"""Public figures: small groups are hidden, and nobody can work them out from what is shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.features.bootcamps.views import Bootcamp, Session
from bootcamp_app.features.reports.breaking_down import breakdowns, nested, total
from bootcamp_app.features.reports.hiding import hidden, hide
from bootcamp_app.features.reports.indicator_rules import HOUR, VALUES, Counted, Stay
from bootcamp_app.features.reports.indicator_views import Breakdown, Figure, Tally, TookPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Equation = tuple[str, list[str]]
VENUES = ("07", "17")


def tally(people: int) -> Tally:
    return Tally(people, people, 2 * people, 6.0 * people)


def table(name: str, *groups: int) -> Breakdown:
    return Breakdown(name, tuple(Figure(f"{name}={n}", tally(g)) for n, g in enumerate(groups)))


def hidden_of(*groups: int) -> set[str]:
    return hidden(tally(sum(groups)), [table("sex", *groups)], [])


def test_a_small_group_takes_the_smallest_other_one_with_it() -> None:
    assert hidden_of(50, 3, 20) == {"sex=1", "sex=2"}


def test_nobody_and_five_are_shown() -> None:
    assert hidden_of(50, 0, 5) == set()


def test_two_that_are_few_together_take_a_third_with_them() -> None:
    assert hidden_of(50, 1, 2) == {"sex=0", "sex=1", "sex=2"}
    assert hidden_of(50, 2, 3) == {"sex=1", "sex=2"}


def test_groups_of_one_each_are_not_told_by_their_number() -> None:
    assert hidden_of(50, 1, 1, 1, 1, 1) == {f"sex={n}" for n in range(6)}


def test_all_measures_of_a_hidden_group_are_hidden() -> None:
    shown = hide([table("sex", 50, 3, 20)], hidden_of(50, 3, 20))

    assert [one.tally for one in next(shown).figures] == [tally(50), None, None]


def test_a_small_group_that_two_tables_show_is_hidden_in_both() -> None:
    crossed = Breakdown(
        "sex&new",
        tuple(Figure(f"sex={sex}&new={new}", tally(n))
              for sex, new, n in ((0, 0, 30), (0, 1, 9), (1, 0, 8), (1, 1, 3))),
    )  # fmt: skip
    margins = [table("sex", 39, 11), table("new", 38, 12)]

    assert hidden(tally(50), [*margins, crossed], []) == {one.key for one in crossed.figures}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.integers(5, 120), st.integers(1, 5))
def test_no_hidden_number_can_be_worked_out(seed: int, people: int, bootcamps: int) -> None:
    counted = invented(Random(seed), people, bootcamps)
    real = list(breakdowns(counted))
    shown = list(hide(real, hidden(total(counted), real, nested(counted))))

    numbers = {one.key: one.tally for of_one in real for one in of_one.figures if one.tally}
    unseen = {one.key for of_one in shown for one in of_one.figures if one.tally is None}
    assert {key for key, one in numbers.items() if 0 < one.people < 5} <= unseen
    numbers["all"] = total(counted)
    equations = list(known_sums(real, counted))
    assert solved(equations, unseen) == set()
    for measure in ("people", "participations"):
        values = {key: getattr(one, measure) for key, one in numbers.items()}
        assert narrowed(equations, unseen, values) == set()


def test_the_attack_finds_what_one_hidden_group_alone_would_tell() -> None:
    equations: list[Equation] = [("all", ["a", "b", "c"]), ("c", ["d", "e"]), ("a", ["d", "f"])]

    assert solved(equations, {"b"}) == {"b"}
    assert solved(equations, {"a", "b"}) == {"a", "b"}
    assert solved(equations, {"a", "b", "f"}) == set()
    assert solved(equations, {"a", "b", "d"}) == {"a", "b", "d"}
    assert narrowed([("all", ["a", "b"])], {"a", "b"}, {"all": 2, "a": 1, "b": 1}) == {"a", "b"}


def test_programmes_of_one_bootcamp_hide_what_is_in_it() -> None:
    counted = invented(Random(1), 40, 3)
    small = Counted(counted.parts[:3], counted.stays[:3], counted.bootcamps, counted.sessions)

    keys = hidden(total(small), list(breakdowns(small)), nested(small))

    assert f"bootcamp={counted.parts[0].bootcamp_id}" in keys


def invented(chance: Random, people: int, bootcamps: int) -> Counted:
    """Give people of few and many kinds, who were at sessions of some bootcamps."""
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)
    homes = [bootcamp(n, chance.choice(VENUES)) for n in range(bootcamps)]
    sessions = [session(home, n, start + timedelta(days=20 * n))
                for home in homes for n in range(2)]  # fmt: skip
    parts: list[tuple[TookPart, Stay]] = []
    kinds = {name: chance.sample(values, chance.randint(1, len(values)))
             for name, values in VALUES.items()}  # fmt: skip
    for n in range(people):
        for home in chance.sample(homes, min(len(homes), chance.choice((1, 1, 1, 2)))):
            own = [one for one in sessions if one.bootcamp_id == home.id]
            stay = stay_at(chance.sample(own, chance.randint(1, 2)))
            traits = {name: chance.choice(values[:2]) if chance.random() < 0.9 else
                      chance.choice(values) for name, values in kinds.items()}  # fmt: skip
            traits["province"] = chance.choice(VENUES)
            traits["venue_province"] = home.province
            took = TookPart(f"p{n}", f"t{n}{home.id}", home.id, traits, stay.days,
                            stay.microseconds / HOUR, stay.sessions)  # fmt: skip
            parts.append((took, stay))
    parts.sort(key=lambda one: (one[0].bootcamp_id, one[0].person_id))
    return Counted([one for one, _ in parts], [one for _, one in parts], homes, sessions)


def bootcamp(n: int, province: str) -> Bootcamp:
    day = date(2026, 3, 2)
    return Bootcamp(f"b{n}", "", f"B{n}", "", "", province, "UTC", day, day, 80, (),
                    programme_id=f"g{n % 2}")  # fmt: skip


def session(home: Bootcamp, n: int, start: datetime) -> Session:
    return Session(f"{home.id}s{n}", home.id, "", "", start, start + timedelta(hours=3), 60, 15,
                   is_mandatory=False, counts=True, is_locked=False)  # fmt: skip


def stay_at(sessions: Sequence[Session]) -> Stay:
    months = sorted(f"{one.starts_at:%Y-%m}" for one in sessions)
    by_month = {one: (one, months.count(one), 3 * HOUR * months.count(one)) for one in months}
    return Stay(frozenset(one.id for one in sessions), len(sessions), 3 * HOUR * len(sessions),
                tuple(by_month.values()))  # fmt: skip


def known_sums(real: Sequence[Breakdown], counted: Counted) -> Iterator[Equation]:
    """Give what everybody knows to add up, as a reader of the tables would."""
    for of_one in real:
        keys = [one.key for one in of_one.figures]
        if "&" not in of_one.id:
            yield "all", keys
            continue
        for side in (0, 1):
            for whole in {key.split("&")[side] for key in keys}:
                yield whole, [key for key in keys if key.split("&")[side] == whole]
    for one in counted.sessions:
        month = f"{one.starts_at:%Y-%m}"
        alike = [other for other in counted.sessions if f"{other.starts_at:%Y-%m}" == month]
        own = [other for other in counted.sessions if other.bootcamp_id == one.bootcamp_id]
        yield f"month={month}", [f"session={other.id}" for other in alike]
        yield f"bootcamp={one.bootcamp_id}", [f"session={other.id}" for other in own]
    homes = counted.bootcamps
    for home in homes:
        near = [other.id for other in homes if other.province == home.province]
        together = [other.id for other in homes if other.programme_id == home.programme_id]
        yield f"venue_province={home.province}", [f"bootcamp={other}" for other in near]
        yield f"programme={home.programme_id}", [f"bootcamp={other}" for other in together]
        for group in [f"{name}={value}" for name in ("sex", "sector") for value in VALUES[name]]:
            whole = f"venue_province={home.province}&{group}"
            yield whole, [f"bootcamp={other}&{group}" for other in near]


def solved(equations: Sequence[Equation], unseen: set[str]) -> set[str]:
    """Give the unseen numbers with one solution: no difference of two solutions has them."""
    places = {key: n for n, key in enumerate(sorted(unseen))}
    rows = np.zeros((len(equations) + 1, len(places) + 1))
    for row, (whole, parts) in zip(rows, equations, strict=False):
        for key in {*parts, whole} & unseen:
            row[places[key]] = -1 if key == whole else 1
    _left, sizes, right = np.linalg.svd(np.unique(rows, axis=0))
    free = right[(sizes > 1e-9).sum() :]
    return {key for key, n in places.items() if np.abs(free[:, n]).max(initial=0) < 1e-9}


def narrowed(
    equations: Sequence[Equation], unseen: set[str], values: Mapping[str, int]
) -> set[str]:
    """Give the unseen numbers that can be one thing only, as long as a hidden one is somebody's."""
    least = int(all(values[key] for key in unseen))
    low = {key: least if key in unseen else n for key, n in values.items()}
    high = {key: values["all"] if key in unseen else n for key, n in values.items()}
    true = [(whole, parts) for whole, parts in equations
            if sum(values[key] for key in parts) == values.get(whole)]  # fmt: skip
    for _round in range(12):
        for whole, parts in true:
            low[whole] = max(low[whole], sum(low[key] for key in parts))
            high[whole] = min(high[whole], sum(high[key] for key in parts))
            most, lowest = sum(high[key] for key in parts), sum(low[key] for key in parts)
            for key in unseen.intersection(parts):
                low[key], high[key] = (
                    max(low[key], low[whole] - most + high[key]),
                    min(high[key], high[whole] - lowest + low[key]),
                )
    return {key for key in unseen if low[key] == high[key]}
