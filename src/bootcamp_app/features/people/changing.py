"""The same written of many people at once, as one act that one undo takes back."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.features.people.filling import never_empty
from bootcamp_app.features.people.nominees import Nominee
from bootcamp_app.features.people.registrar import Registrar
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.views import ManyChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from bootcamp_app.storage.work import Work

MANY_FIELDS = ("organisation", "role", "position", "sector", "province", "district", "team",
               "status", "sex", "note")  # fmt: skip
"""What several people may have in common, and so may be given at once."""
_BATCH = 500


def change_all(
    work: Work,
    ids: Sequence[str],
    fields: Mapping[str, Any],
    now: datetime,
    progress: Callable[[int, int], None],
) -> int:
    """Write fields of these participations, and give how many there are still."""
    if strange := [name for name in fields if name not in MANY_FIELDS]:
        raise ValueError(strange)
    fields = never_empty(fields)
    registrars: dict[str, Registrar] = {}
    written: dict[str, list[str]] = {}
    for done, (person, row) in enumerate(_rows(work, ids)):
        if done % _BATCH == 0:
            progress(done, len(ids))
        home = row.bootcamp_id
        if home not in registrars:
            registrars[home] = Registrar(work, home, now)
        registrars[home].rewrite(person, row, Nominee(0, dict(fields)), fields)
        written.setdefault(home, []).append(row.id)
    for home, changed in written.items():
        work.announce(ManyChanged(home, changed))
    return sum(map(len, written.values()))


def seat(work: Work, teams: Mapping[str, str]) -> None:
    """Write the team of each of these participations inside somebody's transaction."""
    written: dict[str, list[str]] = {}
    for _person, row in _rows(work, list(teams)):
        if (row.team or "") != teams[row.id]:
            row.team = teams[row.id]
            written.setdefault(row.bootcamp_id, []).append(row.id)
    for home, changed in written.items():
        work.announce(ManyChanged(home, changed))


def _rows(work: Work, ids: Sequence[str]) -> Iterator[tuple[PersonRow, ParticipationRow]]:
    rest = iter(ids)
    while part := list(islice(rest, _BATCH)):
        query = (
            select(PersonRow, ParticipationRow)
            .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
            .where(ParticipationRow.id.in_(part))
        )
        yield from work.execute(query).tuples().all()
