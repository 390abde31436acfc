"""Issuing certificates, revoking them, and giving them to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.designs import current, designs
from bootcamp_app.features.certificates.evidence import upgraded
from bootcamp_app.features.certificates.exceptions import exceptions
from bootcamp_app.features.certificates.issuing import Issuing, key_of
from bootcamp_app.features.certificates.kept import (
    held_under,
    issuers,
    known,
    revisions,
    revoked,
    revoked_because,
    revoked_before,
    sessions_of,
    valid,
)
from bootcamp_app.features.certificates.reasons import told_rule, told_unrecorded
from bootcamp_app.features.certificates.rules import entitlement, rule_of
from bootcamp_app.features.certificates.standing import Standing, held_by
from bootcamp_app.features.certificates.stories import story
from bootcamp_app.features.certificates.tables import REVOKED, CertificateEventRow, CertificateRow
from bootcamp_app.features.certificates.views import (
    Certificate,
    CertificateRevoked,
    CertificatesIssued,
    Entitlement,
    Issuer,
    IssueResult,
)
from bootcamp_app.features.people.listing import found, participants

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.attendance.service import Attendance
    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.certificates.differing import Differing
    from bootcamp_app.features.certificates.foreseeing import Foreseen
    from bootcamp_app.features.certificates.kept import Numbered
    from bootcamp_app.features.certificates.press import Press
    from bootcamp_app.features.certificates.stories import Told
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Progress = Callable[[int, int], None]


class Certificates:
    """The certificates of this workspace."""

    def __init__(self, database: Database, clock: Clock, attendance: Attendance) -> None:
        self._database = database
        self._clock = clock
        self._attendance = attendance

    def entitlements(
        self, bootcamp: Bootcamp, only: Sequence[str] | None = None
    ) -> list[Entitlement]:
        """Say of everybody, or of these, whether they have earned a certificate, and why not."""
        with self._database.read() as reader:
            ids = found(reader, bootcamp.id, "", None) if only is None else only
            people = participants(reader, ids)
            sessions = sessions_of(reader, bootcamp)
        return self._entitlements(bootcamp, people, sessions)

    def standings(self, bootcamp: Bootcamp, only: Sequence[str] | None = None) -> list[Standing]:
        """Say what people have earned, what they were given, and what differs now.

        Of everybody, or of these by participation id.
        """
        from bootcamp_app.features.certificates import differing  # noqa: PLC0415 - heavy: Babel

        with self._database.read() as reader:
            held = held_by(known(reader, bootcamp.id, only))
            because = revoked_because(reader)
            papers = {one.design_id for of_one in held.values() for one in of_one}
            differs = differing.Differing(
                bootcamp, self._today(bootcamp), differing.fields_shown(reader, papers)
            )
        return [
            _standing(one, held.get(key_of(one), ()), differs, because)
            for one in self.entitlements(bootcamp, only)
        ]

    def issue(
        self,
        bootcamp: Bootcamp,
        only: Sequence[str] = (),
        *,
        is_dry_run: bool = False,
        spares_revoked: bool = False,
        progress: Progress = lambda done, of: None,  # noqa: ARG005
    ) -> IssueResult:
        """Issue to all who are entitled, or to some of them by participation id.

        Whoever has one that holds gets no second one. Somebody whose certificate was revoked gets
        another one, or with `spares_revoked` none, with the reason. A name that no paper can show
        gets none either, with the reason, and holds nobody else up. All of them are issued, or
        none. A dry run gives the same answer and changes nothing, and so does a
        `progress(done, of)` that raises Cancelled.
        """
        everybody = self.entitlements(bootcamp)
        with self._database.read() as reader:
            holders = {one.participation_id for one in valid(reader, bootcamp.id)}
            void = revoked_before(reader, bootcamp.id)
            issuing = Issuing(everybody, frozenset(only), holders, void, spares_revoked)
            wanted = issuing.wanted
            foreseen = _foreseen(reader, bootcamp, self._today(bootcamp)) if wanted else None
        if foreseen is None:
            return issuing.result(0, [], [])
        steps = len(wanted) if is_dry_run else 2 * len(wanted)
        unprintable = foreseen.unprintable(wanted, lambda done, _of: progress(done, steps))
        now = issuing.but(unprintable)
        issued = (
            len(now)
            if is_dry_run
            else self._write(bootcamp, now, lambda done, of: progress(steps - of + done, steps))
        )
        return issuing.result(issued, unprintable, foreseen.problems(now))

    def issued(self, bootcamp: Bootcamp, only: Sequence[str] = ()) -> list[Certificate]:
        """Give the certificates that hold, in the order of their serials."""
        meant = frozenset(only)
        with self._database.read() as reader:
            holding = valid(reader, bootcamp.id)
        return [one for one in holding if not meant or one.participation_id in meant]

    def known(self, bootcamp: Bootcamp) -> list[Certificate]:
        """Give every certificate that was issued, also those that were revoked, by serial."""
        with self._database.read() as reader:
            return known(reader, bootcamp.id)

    def preview(self, bootcamp: Bootcamp, participation_id: str, target: Path) -> None:
        """Write one person's certificate as a PDF: the issued one, or what it would be today.

        What is not issued says so where the serial and the code will be, and is kept nowhere.
        """
        from bootcamp_app.features.certificates import sample  # noqa: PLC0415 - as the press

        with self._database.read() as reader:
            people = participants(reader, [participation_id])
            sessions = sessions_of(reader, bootcamp)
            held = valid(reader, bootcamp.id, [participation_id])
            design = (
                designs(reader, [held[-1].design_id]).get(held[-1].design_id)
                if held
                else current(reader, bootcamp)
            )
        if not held and not people:
            raise Refusal("This person is no longer in the list. Choose somebody else.")
        if held:
            sample.write(held[-1], bootcamp, target, design)
            return
        [as_it_stands] = self._entitlements(bootcamp, people, sessions)
        shown = sample.not_issued(as_it_stands, bootcamp, self._today(bootcamp), design)
        sample.write(shown, bootcamp, target, design)

    def evidence(self, serial: str) -> tuple[Certificate, dict[str, Any]]:
        """Give a certificate by its number, the revision that holds or did last, and its evidence.

        In the form of the present version, with what an earlier one did not keep left out.
        """
        with self._database.read() as reader:
            rows = revisions(reader, serial.strip())
            if not rows:
                raise Refusal("There is no certificate {serial}. Check the number.", serial=serial)
            views = known(reader, rows[-1].bootcamp_id, [rows[-1].participation_id])
            by_id = {row.id: row for row in rows}
            found = [one for one in views if one.id in by_id]
            last = next((one for one in reversed(found) if one.holds), found[-1])
            return last, upgraded(by_id[last.id].evidence)

    def story(self, bootcamp: Bootcamp, participation_id: str) -> list[Told]:
        """Give what became of somebody's certificates, the oldest first."""
        with self._database.read() as reader:
            return story(reader, participation_id, bootcamp.zone)

    def earned_under(self, bootcamp: Bootcamp) -> tuple[int, int]:
        """Count who has earned one of how many, by the rule that is given with the bootcamp.

        The rule need not be the one that is kept: so it is tried before it is changed.
        """
        judged = self.entitlements(bootcamp)
        return sum(one.is_entitled for one in judged), len(judged)

    def rule_in_words(self, bootcamp: Bootcamp) -> Sentence:
        """Say what a bootcamp asks for."""
        with self._database.read() as reader:
            return told_rule(rule_of(bootcamp, sessions_of(reader, bootcamp)))

    def unrecorded_in_words(self, bootcamp: Bootcamp) -> Sentence | None:
        """Say by which sessions all are judged though nobody recorded them; None where by none."""
        with self._database.read() as reader:
            sessions = sessions_of(reader, bootcamp)
        missing = self._attendance.unrecorded(sessions)
        return told_unrecorded(missing) if missing else None

    def revoke(self, serial_number: str, reason: str) -> None:
        """Declare a certificate void; it stays known with its reason."""
        if not reason.strip():
            raise Refusal("Say why the certificate is revoked; the reason is kept.")
        with self._database.write() as work:
            row = held_under(work, serial_number)
            work.add(
                CertificateEventRow(
                    certificate_id=row.id,
                    kind=REVOKED,
                    at=self._clock.now(),
                    reason=reason.strip(),
                )
            )
            work.announce(CertificateRevoked(row.serial))

    def trust(self) -> tuple[list[Issuer], list[str]]:
        """Give what is needed to verify: who signs here, and the revoked serials."""
        with self._database.read() as reader:
            void = revoked(reader)
            rows = reader.execute(select(CertificateRow.id, CertificateRow.serial))
            return issuers(reader), sorted(row.serial for row in rows if row.id in void)

    def _entitlements(
        self, bootcamp: Bootcamp, people: Sequence[Participant], sessions: Sequence[Session]
    ) -> list[Entitlement]:
        rule = rule_of(bootcamp, sessions)
        ids = [one.participation_id for one in people]
        by_person: dict[str, dict[str, Presence]] = {}
        for (session_id, key), presence in self._attendance.presences(sessions, ids).items():
            by_person.setdefault(key, {})[session_id] = presence
        with self._database.read() as reader:
            excepted = exceptions(reader, bootcamp.id)
        return [
            entitlement(
                one,
                rule,
                by_person.get(one.participation_id, {}),
                excepted.get(one.participation_id),
            )
            for one in people
        ]

    def _write(self, bootcamp: Bootcamp, wanted: Sequence[Entitlement], progress: Progress) -> int:
        if not wanted:
            return 0
        with self._database.write() as work:
            # Somebody else may have issued since this was foreseen.
            holders = {one.participation_id for one in valid(work, bootcamp.id)}
            left = [one for one in wanted if key_of(one) not in holders]
            if not left:
                return 0
            rows = _press(work, bootcamp, self._today(bootcamp)).batch(left, progress)
            work.add_in_bulk(CertificateRow, rows)
            work.announce(CertificatesIssued(bootcamp.id, len(rows)))
        return len(rows)

    def _today(self, bootcamp: Bootcamp) -> date:
        return self._clock.now().astimezone(bootcamp.zone).date()


def _standing(
    one: Entitlement,
    held: Sequence[Certificate],
    differs: Differing,
    because: Mapping[Numbered, str],
) -> Standing:
    if not held:
        return Standing(one)
    first, *others = held
    if not first.holds:
        return Standing(
            one, first, void_because=because.get((first.serial, first.participation_id), "")
        )
    found = tuple(differs.of(first, one.participant))
    more = tuple(other for other in others if other.holds)
    return Standing(one, first, found, others=more)


def _press(work: Work, bootcamp: Bootcamp, today: date) -> Press:
    from bootcamp_app.features.certificates import press  # noqa: PLC0415 - heavy: keys

    return press.Press(work, bootcamp, today)


def _foreseen(reading: Reading, bootcamp: Bootcamp, today: date) -> Foreseen:
    from bootcamp_app.features.certificates import foreseeing  # noqa: PLC0415 - heavy: paper

    return foreseeing.Foreseen(reading, bootcamp, today)
