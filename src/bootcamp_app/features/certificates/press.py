"""Making certificates: numbered, signed, drawn from one frozen design."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bootcamp_app.features.certificates import designs, keys, records
from bootcamp_app.features.certificates.evidence import frozen
from bootcamp_app.features.certificates.rules import serial
from bootcamp_app.features.certificates.tables import CertificateRow
from bootcamp_app.features.certificates.wording import (
    hours_values,
    personal_values,
    record_of,
    shared_values,
)
from bootcamp_app.features.certificates.working import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Entitlement
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.work import Work

    Progress = Callable[[int, int], None]


class Press:
    """Makes one certificate after the other, serials without a hole."""

    def __init__(self, work: Work, bootcamp: Bootcamp, today: date) -> None:
        self._bootcamp = bootcamp
        self._today = today
        self._issuer, self._key = keys.signing_key(work)
        self._design = designs.freeze(work, bootcamp)
        self._shared = shared_values(bootcamp, today)
        self._last = _last_number(work, f"{bootcamp.code}-{self._issuer.letter}-")

    def batch(self, wanted: Sequence[Entitlement], progress: Progress) -> list[dict[str, Any]]:
        """Give signed rows by column, one for each of these."""
        rows = []
        for done, one in enumerate(wanted, 1):
            rows.append(self._first(one, self._last + done))
            progress(done, len(wanted))
        return rows

    def revised(
        self,
        held: CertificateRow,
        participant: Participant,
        revision: int,
        evidence: dict[str, Any],
    ) -> dict[str, Any]:
        """Give a row by column under the same serial; what was earned stays as it was."""
        hours = {name: text for name, text in held.printed.items() if name.startswith("hours_")}
        values = self._values(participant, held.serial, revision, hours)
        return {**values, "evidence": evidence, "replaces": held.id}

    def _first(self, earned: Entitlement, number: int) -> dict[str, Any]:
        one = earned.participant
        code = serial(self._bootcamp.code, self._issuer.letter, number)
        hours = hours_values(earned.sessions)
        evidence = frozen(earned.stands, earned.exception) if earned.stands else {}
        return {**self._values(one, code, 1, hours), "evidence": evidence}

    def _values(
        self, one: Participant, code: str, revision: int, hours: dict[str, str]
    ) -> dict[str, Any]:
        record = record_of(one, self._bootcamp, self._today, code, revision)
        return {
            "serial": code,
            "bootcamp_id": self._bootcamp.id,
            "participation_id": one.participation_id,
            "issued_on": self._today,
            "layout": name_of(self._design.document),
            "layout_version": self._design.document["version"],
            "record": records.sign(record, self._key),
            "printed": {**personal_values(one), **self._shared, **hours},
            "revision": revision,
            "design_id": self._design.id,
        }


def _last_number(work: Work, begins: str) -> int:
    """Give the highest number that was ever used; of 100,000 and more the text is longer."""
    earlier = CertificateRow.serial.startswith(begins, autoescape=True)
    length = func.length(CertificateRow.serial)
    query = select(CertificateRow.serial).where(earlier)
    latest = work.scalars(query.order_by(length.desc(), CertificateRow.serial.desc())).first()
    return int(latest.removeprefix(begins).split("-")[0]) if latest else 0
