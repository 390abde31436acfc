"""What goes on paper: chosen from what was issued, put in order, and written down once printed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.designs import designs
from bootcamp_app.features.certificates.kept import valid
from bootcamp_app.features.certificates.piles import ordered
from bootcamp_app.features.certificates.tables import CertificateEventRow
from bootcamp_app.features.certificates.views import CertificatesPrinted
from bootcamp_app.features.people.listing import participants
from bootcamp_app.features.teams.service import names_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Certificate, Design
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database

PRINTED = "printed"
_FEW = 500
"""So many are asked for by name; of more, all are read and the others left out."""


@dataclass(frozen=True)
class Wish:
    """Which certificates are wanted, by participation ids or all, and in which order."""

    only: Collection[str] = ()
    order: str = "serial"
    not_printed: bool = False


@dataclass(frozen=True)
class Papers:
    """Certificates in their order, what they are drawn from, and whose they are."""

    bootcamp: Bootcamp
    certificates: Sequence[Certificate]
    designs: Mapping[str, Design] = field(repr=False)
    people: Mapping[str, Participant] = field(repr=False)


@dataclass(frozen=True)
class Printing:
    """How often a certificate was put on paper, how many sheets that made, and when last."""

    times: int
    copies: int
    last_at: datetime


class Prints:
    """Chooses certificates to print, and keeps which were."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def papers(self, bootcamp: Bootcamp, wish: Wish) -> Papers:
        """Give the certificates that hold and are wanted; none left is refused in words."""
        meant = frozenset(wish.only)
        with self._database.read() as reader:
            holding = [
                one
                for one in valid(reader, bootcamp.id)
                if not meant or one.participation_id in meant
            ]
            done = printings(reader, [one.id for one in holding]) if wish.not_printed else {}
            wanted = [one for one in holding if one.id not in done]
            people = participants(reader, [one.participation_id for one in wanted])
            teams = names_of(reader, bootcamp.id)
            drawn_from = designs(reader, {one.design_id for one in wanted})
        if not holding:
            raise Refusal("There is no certificate to print yet. Issue them first.")
        if not wanted:
            raise Refusal(
                "All of these certificates were printed before. To print them again, choose all."
            )
        by_id = {one.participation_id: replace(one, team=teams.name(one.team)) for one in people}
        return Papers(bootcamp, ordered(wanted, by_id, wish.order), drawn_from, by_id)

    def printing(self, certificate_id: str) -> Printing | None:
        """Give how often one certificate was put on paper; None where it never was."""
        with self._database.read() as reader:
            return printings(reader, [certificate_id]).get(certificate_id)

    def note_printed(self, certificates: Sequence[Certificate], copies: int = 1) -> int:
        """Write down that certificates were put on paper; gives how many had been before."""
        ids = [one.id for one in certificates]
        with self._database.write() as work:
            before = len(printings(work, ids))
            now = self._clock.now()
            work.add_all(
                CertificateEventRow(certificate_id=one, kind=PRINTED, at=now, copies=copies)
                for one in ids
            )
            work.announce(CertificatesPrinted(len(ids), before))
        return before


def printings(reading: Reading, ids: Sequence[str] | None = None) -> dict[str, Printing]:
    """Give how often certificates were printed, by id; all of the workspace, or these."""
    query = (
        select(
            CertificateEventRow.certificate_id,
            func.count(),
            func.sum(func.coalesce(CertificateEventRow.copies, 0)),
            func.max(CertificateEventRow.at),
        )
        .where(CertificateEventRow.kind == PRINTED)
        .group_by(CertificateEventRow.certificate_id)
    )
    wanted = None if ids is None else frozenset(ids)
    if wanted is not None and len(wanted) <= _FEW:
        query = query.where(CertificateEventRow.certificate_id.in_(wanted))
    return {
        key: Printing(times, int(copies), at)
        for key, times, copies, at in reading.execute(query)
        if wanted is None or key in wanted
    }
