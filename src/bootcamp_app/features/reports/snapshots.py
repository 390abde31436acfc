"""Figures that were frozen: kept with what proves that nobody changed them."""

from __future__ import annotations

import json
from dataclasses import asdict, astuple
from datetime import UTC, date, datetime
from hashlib import sha256
from math import isfinite
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.ids import new_id
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.reports.indicator_views import (
    Breakdown,
    Compared,
    Difference,
    Figure,
    FiguresFrozen,
    Indicators,
    Scope,
    Snapshot,
    Tally,
)
from bootcamp_app.features.reports.indicator_words import ALL
from bootcamp_app.features.reports.tables import IndicatorSnapshotRow
from bootcamp_app.storage.journal import JournalRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.reports.indicator_rules import Counted
    from bootcamp_app.features.reports.indicators import IndicatorCounts
    from bootcamp_app.storage.database import Database

    Document = Mapping[str, Any]
    Evidence = tuple[tuple[str, str], ...]


class Snapshots:
    """The frozen figures of this workspace."""

    def __init__(self, database: Database, clock: Clock, indicators: IndicatorCounts) -> None:
        self._database = database
        self._clock = clock
        self._indicators = indicators

    def count(self) -> int:
        """Give how many there are."""
        with self._database.read() as reader:
            return reader.scalar(select(func.count()).select_from(IndicatorSnapshotRow)) or 0

    def freeze(self, scope: Scope, title: str) -> Snapshot:
        """Keep the figures of a scope as they are now, with whom they were counted from."""
        named = " ".join(title.split())
        if not named:
            raise Refusal("Give the frozen figures a title by which they are found again.")
        counted = self._indicators.counted(scope)
        figures = written(self._indicators.figures_of(scope, counted))
        row = IndicatorSnapshotRow(
            id=new_id(),
            title=named,
            made_at=self._clock.now(),
            scope=_scope(scope),
            figures=figures,
            evidence={"counted": [list(one) for one in _evidence(counted)]},
        )
        row.checksum = checksum(row)
        with self._database.write() as work:
            work.add(row)
            work.announce(FiguresFrozen(row.id))
        return self.find(row.id)

    def all(self) -> list[Snapshot]:
        """Give all frozen figures, the newest first."""
        with self._database.read() as reader:
            newest = (IndicatorSnapshotRow.made_at.desc(), IndicatorSnapshotRow.id.desc())
            rows = reader.scalars(select(IndicatorSnapshotRow).order_by(*newest)).all()
            who = _who(reader, [row.id for row in rows])
            return [_view(row, who.get(row.id, "")) for row in rows]

    def find(self, ref: str) -> Snapshot:
        """Give the frozen figures meant by an id, the beginning of one, or a title."""
        known = self.all()
        key = comparison_key(ref)
        exact = [one for one in known if one.id == ref or comparison_key(one.title) == key]
        meant = exact or [one for one in known if ref and one.id.startswith(ref.lower())]
        if not meant:
            raise Refusal("There are no frozen figures “{ref}”. List what there is, then use its "
                          "id.", ref=ref)  # fmt: skip
        if len(meant) > 1:
            raise Refusal("“{ref}” means {count} things. Use the id.", ref=ref, count=len(meant))
        return meant[0]

    def compare(self, snapshot: Snapshot) -> Compared:
        """Say what is otherwise now, and who came into the count or left it."""
        scope = snapshot.indicators.scope
        counted = self._indicators.counted(scope)
        now = self._indicators.figures_of(scope, counted)
        then, today = _tallies(snapshot.indicators), _tallies(now)
        # A group that is not listed, as a province from which nobody came, has nobody.
        both = ((key, then.get(key, Tally()), today.get(key, Tally())) for key in today | then)
        differences = tuple(Difference(*one) for one in both if one[1] != one[2])
        before, after = set(snapshot.evidence), set(_evidence(counted))
        return Compared(
            snapshot,
            now,
            differences,
            came=tuple(sorted(after - before)),
            left=tuple(sorted(before - after)),
        )


def checksum(row: IndicatorSnapshotRow) -> str:
    """Give the SHA-256 of id, title, date, scope, figures and evidence as canonical JSON.

    It proves nothing by itself, as whoever alters the figures can work out another: it is to be
    compared with the one on a paper that somebody else has.
    """
    kept = {
        "id": row.id,
        "title": row.title,
        "made_at": row.made_at.astimezone(UTC).isoformat(),
        "scope": row.scope,
        "figures": row.figures,
        "evidence": row.evidence,
    }
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def written(indicators: Indicators) -> dict[str, Any]:
    """Give figures as JSON keeps them: a group is its key and its four measures."""
    return {
        "counted_at": indicators.counted_at.isoformat(),
        "total": asdict(indicators.total),
        "breakdowns": [
            {
                "id": one.id,
                "overlaps": one.overlaps,
                "figures": [
                    [figure.key, *(astuple(figure.tally) if figure.tally else ())]
                    for figure in one.figures
                ],
            }
            for one in indicators.breakdowns
        ],
    }


def _read(scope: Scope, figures: Document) -> Indicators:
    return Indicators(
        scope,
        datetime.fromisoformat(figures["counted_at"]),
        Tally(**{name: _number(value) for name, value in figures["total"].items()}),
        tuple(
            Breakdown(
                one["id"],
                tuple(
                    Figure(str(key), Tally(*map(_number, measures)) if measures else None)
                    for key, *measures in one["figures"]
                ),
                one["overlaps"],
            )
            for one in figures["breakdowns"]
        ),
    )


def _number(value: object) -> Any:  # noqa: ANN401 - whole ones, but for hours
    if not isinstance(value, (int, float)) or not isfinite(value):
        raise TypeError(value)
    return value


def _view(row: IndicatorSnapshotRow, who: str) -> Snapshot:
    try:
        is_intact = checksum(row) == row.checksum
        indicators = _read(_scope_of(row.scope), row.figures)
        evidence = tuple((one[0], one[1]) for one in row.evidence.get("counted", ()))
    except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError):
        # Another program wrote what these are not: nothing is left of them, and that is said.
        indicators, evidence, is_intact = Indicators(Scope(), row.made_at, Tally(), ()), (), False
    return Snapshot(
        id=row.id,
        title=row.title,
        made_at=row.made_at,
        who=who,
        indicators=indicators,
        evidence=evidence,
        checksum=row.checksum,
        is_intact=is_intact,
    )


def _who(reading: Reading, ids: Sequence[str]) -> dict[str, str]:
    query = select(JournalRow.row_id, JournalRow.who).where(
        JournalRow.table_name == IndicatorSnapshotRow.__tablename__, JournalRow.row_id.in_(ids)
    )
    return dict(reading.execute(query).tuples().all())


def _evidence(counted: Counted) -> Evidence:
    return tuple(sorted((one.person_id, one.participation_id) for one in counted.parts))


def _tallies(indicators: Indicators) -> dict[str, Tally | None]:
    figures = (one for of_one in indicators.breakdowns for one in of_one.figures)
    return {ALL: indicators.total, **{one.key: one.tally for one in figures}}


def _scope(scope: Scope) -> dict[str, Any]:
    return {
        "bootcamps": list(scope.bootcamps),
        "programme": scope.programme,
        "first": scope.first.isoformat() if scope.first else None,
        "last": scope.last.isoformat() if scope.last else None,
    }


def _scope_of(kept: Document) -> Scope:
    first, last = kept.get("first"), kept.get("last")
    return Scope(
        tuple(kept.get("bootcamps", ())),
        kept.get("programme", ""),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )
