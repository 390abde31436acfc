"""Commands about the figures for donors: counting, who stands behind them, freezing, comparing."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.bootcamps import DAY
from bootcamp_app.cli.tables import lines_of
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.reports.indicator_views import MEASURES, Scope, Tally
from bootcamp_app.features.reports.indicator_words import ALL, in_place_of, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.indicator_views import (
        Behind,
        Breakdown,
        Indicators,
        Snapshot,
        TookPart,
    )
    from bootcamp_app.features.reports.indicator_words import Wording

    Said = Callable[..., Any]

_INTACT = N_("The frozen figures are as they were kept.")
_ALTERED = N_("The frozen figures were altered after they were kept: do not trust them.")
_SCOPE = (
    click.option("--programme", metavar="REF", help=N_("Only the bootcamps of this programme.")),
    click.option(
        "--bootcamp", "bootcamps", metavar="REF", multiple=True,
        help=N_("Only this bootcamp; may be given several times. All where none is given."),
    ),
    click.option("--from", "first", type=DAY, help=N_("Only sessions from this day on.")),
    click.option("--to", "last", type=DAY, help=N_("Only sessions up to this day.")),
)  # fmt: skip


def _with_scope(command: Said) -> Said:
    for one in reversed(_SCOPE):
        command = one(command)
    return command


@click.group(cls=Group, help=N_("Figures for donors: show, people, freeze, snapshots, compare."))
def indicators() -> None:
    """Work with figures for donors."""


@indicators.command(help=N_("Count people, participations, days and hours, by what people are."))
@_with_scope
@click.option("--public", "is_public", is_flag=True, help=N_("Hide groups of fewer than 5 people."))
@click.pass_obj
def show(desk: Desk, /, *, is_public: bool, **said: Any) -> None:  # noqa: ANN401 - as click gives them
    """Count and show."""
    counted = desk.app.indicators.count(_scope(desk, said), is_public=is_public)
    wording = desk.app.indicators.words()
    desk.give(_document(counted, wording), *_tables(counted, wording))


@indicators.command(help=N_("Say whom a figure was counted from, and by which rule."))
@click.argument("key", metavar="KEY", default=ALL)
@_with_scope
@click.pass_obj
def people(desk: Desk, /, key: str, **said: Any) -> None:  # noqa: ANN401 - as click gives them
    """Say whom a figure was counted from."""
    scope = _scope(desk, said)
    behind = desk.app.indicators.behind(scope, key)
    known = {one.participation_id: one for one in desk.app.indicators.named(behind)}
    wording = desk.app.indicators.words()
    who = [_who(one, known, wording) for one in behind.participations]
    total = str(Sentence("{people} people, {participations} participations",
                         people=len(behind.people), participations=len(who)))  # fmt: skip
    desk.give(
        {**_behind(behind), "who": who}, behind.title, total, *behind.rule, "", *lines_of(who)
    )


@indicators.command(help=N_("Keep the figures as they are now, to be compared later."))
@click.argument("title")
@_with_scope
@click.pass_obj
def freeze(desk: Desk, /, title: str, **said: Any) -> None:  # noqa: ANN401 - as click gives them
    """Keep the figures as they are now."""
    kept = desk.app.frozen_figures.freeze(_scope(desk, said), title)
    frozen = Sentence("Frozen: {title}. Checksum {sum}", title=kept.title, sum=kept.checksum)
    desk.give(_snapshot(kept), str(frozen))


@indicators.command(help=N_("List the frozen figures, the newest first."))
@click.pass_obj
def snapshots(desk: Desk) -> None:
    """List the frozen figures."""
    found = desk.app.frozen_figures.all()
    rows = [_snapshot(one) for one in found]
    if not desk.is_json:
        for row, one in zip(rows, found, strict=True):
            row["at"] = one.made_at.astimezone()
    desk.give_table(rows, _("No figures are frozen yet."))


@indicators.command(help=N_("Say what is otherwise today than in frozen figures."))
@click.argument("ref")
@click.option("--crossed", "is_all", is_flag=True, help=N_("Tell of two things at once, too."))
@click.pass_obj
def compare(desk: Desk, ref: str, *, is_all: bool) -> None:
    """Compare frozen figures with today's."""
    compared = desk.app.frozen_figures.compare(desk.app.frozen_figures.find(ref))
    wording = desk.app.indicators.words()
    snapshot = compared.snapshot
    trust = _INTACT if snapshot.is_intact else _ALTERED
    rows = [
        {"key": one.key, "group": wording.with_titles(one.key), "then": _measures(one.then),
         "now": _measures(one.now)}
        for one in compared.differences
    ]  # fmt: skip
    told = [one for one in compared.differences if is_all or "&" not in one.key]
    more = Sentence("{count} more figures of two things at once differ: --crossed tells them.",
                    count=len(rows) - len(told))  # fmt: skip
    desk.give(
        {**_snapshot(snapshot), "differences": rows, "came": compared.came, "left": compared.left},
        snapshot.title,
        _(trust),
        *(_changed(one.key, one.then, one.now, wording) for one in told),
        *([str(more)] if len(rows) > len(told) else []),
        *([] if rows else [_("Nothing is different today.")]),
        str(Sentence("Came into the count: {came}. Left it: {left}.", came=len(compared.came),
                     left=len(compared.left))),
    )  # fmt: skip


def _scope(desk: Desk, said: Mapping[str, Any]) -> Scope:
    programme = said["programme"]
    first, last = _day(said["first"]), _day(said["last"])
    if first and last and first > last:
        raise Refusal("The first day comes after the last. Give the earlier one with --from.")
    return Scope(
        tuple(desk.app.bootcamps.find(ref).id for ref in said["bootcamps"]),
        desk.app.programmes.find(programme).id if programme else "",
        first,
        last,
    )


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _document(counted: Indicators, wording: Wording) -> dict[str, Any]:
    return {
        "counted_at": counted.counted_at.isoformat(),
        "is_public": counted.is_public,
        "total": asdict(counted.total),
        "breakdowns": {
            one.id: [
                {
                    "key": figure.key,
                    "group": wording(figure.key),
                    **_measures(figure.tally),
                    **({"hidden": figure.hidden} if counted.is_public else {}),
                }
                for figure in one.figures
            ]
            for one in counted.breakdowns
        },
    }


def _tables(counted: Indicators, wording: Wording) -> Iterator[str]:
    for name, title in MEASURES.items():
        yield f"{_(title)}: {_number(getattr(counted.total, name))}"
    for breakdown in counted.breakdowns:
        if "&" not in breakdown.id:
            yield ""
            yield from lines_of(_lines(breakdown, wording))


def _lines(breakdown: Breakdown, wording: Wording) -> Sequence[dict[str, Any]]:
    return [
        {
            title_of(breakdown.id): wording(one.key),
            **{
                _(MEASURES[name]): in_place_of(one.hidden) if n is None else _number(n)
                for name, n in _measures(one.tally).items()
            },
            "key": one.key,
        }
        for one in breakdown.figures
    ]


def _measures(tally: Tally | None) -> dict[str, float | None]:
    return asdict(tally) if tally else dict.fromkeys(MEASURES)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.10g}"


def _behind(behind: Behind) -> dict[str, Any]:
    return {
        "key": behind.figure.key,
        "title": behind.title,
        "rule": behind.rule,
        **_measures(behind.figure.tally),
    }


def _who(one: TookPart, known: Mapping[str, Participant], wording: Wording) -> dict[str, Any]:
    person = known.get(one.participation_id)
    return {
        "person_id": one.person_id,
        "participation_id": one.participation_id,
        "name_km": person.name_km if person else "",
        "name_en": person.name_en if person else "",
        "bootcamp": wording.title(one.bootcamp_id),
        "days": one.days,
        "hours": one.hours,
    }


def _snapshot(one: Snapshot) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "at": one.made_at.isoformat(),
        "who": one.who,
        "people": one.indicators.total.people,
        "participations": one.indicators.total.participations,
        "checksum": one.checksum,
        "is_intact": one.is_intact,
    }


def _changed(key: str, then: Tally | None, now: Tally | None, wording: Wording) -> str:
    before, after = _measures(then), _measures(now)
    parts = [
        f"{_(MEASURES[name])} {_number(before[name])} → {_number(after[name])}"
        for name in MEASURES
        if before[name] != after[name]
    ]
    return f"{wording.with_titles(key)}: {', '.join(parts)}"
