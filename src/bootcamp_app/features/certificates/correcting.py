"""Correcting certificates: the next revision under the same serial, in place of the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.service import bootcamp_view
from bootcamp_app.features.bootcamps.tables import BootcampRow
from bootcamp_app.features.certificates.kept import certificate_view, held_under, revisions
from bootcamp_app.features.certificates.tables import CertificateRow
from bootcamp_app.features.certificates.views import CertificateCorrected, Entitlement
from bootcamp_app.features.people.listing import participants

if TYPE_CHECKING:
    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

_LAST = 255
"""A record has one byte for its revision."""


class Corrections:
    """Makes certificates say what is true, and keeps what they said."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def correct(self, serial: str, reason: str) -> Certificate:
        """Issue a certificate anew under its serial, as its holder and bootcamp are now.

        The one before no longer holds. What was earned, and on what evidence, stays.
        """
        if not reason.strip():
            raise Refusal("Say why the certificate is corrected; the reason is kept.")
        with self._database.write() as work:
            held = held_under(work, serial)
            row = self._anew(work, held, " ".join(reason.split()))
            work.add(row)
            work.announce(CertificateCorrected(row.serial, row.revision or 1))
        return certificate_view(row)

    def _anew(self, work: Work, held: CertificateRow, reason: str) -> CertificateRow:
        from bootcamp_app.features.certificates import differing, foreseeing, press  # noqa: PLC0415 - heavy

        people = participants(work, [held.participation_id])
        home = work.get(BootcampRow, held.bootcamp_id)
        if not people or home is None:
            raise Refusal(
                "The holder of {serial} is no longer in the list. Revoke it, or bring them back.",
                serial=held.serial,
            )
        bootcamp = bootcamp_view(home)
        moment = self._clock.now()
        today = moment.astimezone(bootcamp.zone).date()
        shown = Entitlement(people[0], is_entitled=True)
        for one in foreseeing.Foreseen(work, bootcamp, today).unprintable([shown]):
            raise Refusal("It cannot be corrected as it is. {reason}", reason=one.why)
        revision = max(row.revision or 1 for row in revisions(work, held.id)) + 1
        if revision > _LAST:
            raise Refusal(
                "{serial} was corrected too often. Revoke it and issue another one.",
                serial=held.serial,
            )
        evidence = {**held.evidence, "correction": {"reason": reason, "at": moment.isoformat()}}
        values = press.Press(work, bootcamp, today).revised(held, people[0], revision, evidence)
        row = CertificateRow(**values)
        is_of_one_design = held.design_id in {"", None, row.design_id}
        if is_of_one_design and not differing.differences(held.printed, row.printed):
            raise Refusal(
                "{serial} says already what is true now. Correct the name in People first.",
                serial=held.serial,
            )
        return row
