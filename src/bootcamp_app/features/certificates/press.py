"""Making certificates: numbered, signed, and only what paper can show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.certificates import keys, records
from bootcamp_app.features.certificates.drawing import must_be_printable
from bootcamp_app.features.certificates.kept import certificate_view
from bootcamp_app.features.certificates.layouts import DEFAULT_LAYOUT, layout
from bootcamp_app.features.certificates.rules import serial
from bootcamp_app.features.certificates.tables import CertificateRow
from bootcamp_app.features.certificates.views import Record
from bootcamp_app.features.certificates.wording import printed_values

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Entitlement
    from bootcamp_app.storage.work import Work

    Progress = Callable[[int, int], None]

_UNPRINTABLE = Sentence(
    "The name is too long for a certificate, or has signs that no font has. Correct the name, "
    "then issue again."
)


@dataclass(frozen=True)
class Batch:
    """Rows to be kept, and those who get none because of their names."""

    rows: list[CertificateRow]
    unprintable: list[Entitlement]


class Press:
    """Makes one certificate after the other, serials without a hole."""

    def __init__(self, work: Work, bootcamp: Bootcamp, today: date) -> None:
        self._bootcamp = bootcamp
        self._today = today
        self._issuer, self._key = keys.signing_key(work)
        begins = f"{bootcamp.code}-{self._issuer.letter}-"
        earlier = CertificateRow.serial.startswith(begins, autoescape=True)
        latest = work.scalar(select(func.max(CertificateRow.serial)).where(earlier))
        self._number = int(latest.split("-")[2]) if latest else 0

    def batch(self, wanted: Sequence[Entitlement], progress: Progress) -> Batch:
        """Give signed rows, and those whose names no paper can show."""
        batch = Batch([], [])
        for done, one in enumerate(wanted):
            progress(done, len(wanted))
            try:
                row = self._certificate(one)
                must_be_printable([certificate_view(row)])
            except Refusal:
                batch.unprintable.append(replace(one, is_entitled=False, why=_UNPRINTABLE))
            else:
                # A serial is never used again, so only what can be printed takes one.
                self._number += 1
                batch.rows.append(row)
        progress(len(wanted), len(wanted))
        return batch

    def _certificate(self, earned: Entitlement) -> CertificateRow:
        one = earned.participant
        number = serial(self._bootcamp.code, self._issuer.letter, self._number + 1)
        title = self._bootcamp.title_en or self._bootcamp.title_km
        record = Record(number, one.name_km, one.name_en, title, self._today)
        return CertificateRow(
            serial=number,
            bootcamp_id=self._bootcamp.id,
            participation_id=one.participation_id,
            issued_on=self._today,
            layout=DEFAULT_LAYOUT,
            layout_version=layout(DEFAULT_LAYOUT)["version"],
            record=records.sign(record, self._key),
            printed=printed_values(one, self._bootcamp, earned.sessions, self._today),
            evidence=earned.evidence,
        )
