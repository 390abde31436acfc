"""What the commands at the door share: where and when people come in, and how it is answered."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.bootcamps.rules import (
    EARLIEST,
    LATEST,
    last_begun,
    open_at,
    session_at,
)
from bootcamp_app.features.teams.views import TeamNames
from bootcamp_app.storage.database import WritingWaits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.attendance.views import Scan
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session

SESSION = click.option(
    "--session", metavar="REF", help=N_("The session; the one open now where not given.")
)
AT = click.option("--at", metavar="ISO-TIME", help=N_("The time; now where not given."))


class Door:
    """Where and when people come in."""

    def __init__(self, desk: Desk, session: str | None, at: str | None) -> None:
        self._desk = desk
        self._at = at
        self._named = desk.app.bootcamps.find_session(session) if session else None
        self._bootcamp = self._named[0] if self._named else desk.app.bootcamps.find()
        self._teams = TeamNames()
        desk.app.changes.subscribe(WritingWaits, _say_it_waits)

    @property
    def place(self) -> tuple[Bootcamp, Session]:
        """The bootcamp and the session that is named, or else the one of this moment."""
        return self._bootcamp, self._session_at(self._moment())

    def take(
        self, codes: Sequence[str], *, method: str = "code", is_exit: bool = False
    ) -> list[Scan]:
        """Check codes in that came together; all are durable when this returns, or none is.

        Where several sessions are open and none is named, each person comes to the one that
        expects them.
        """
        moment = self._moment()
        readings = [Reading(code, method=method, at=moment, is_exit=is_exit) for code in codes]
        scans = self._desk.app.attendance.record_scans_among(self._sessions_at(moment), readings)
        if any(scan.participant and scan.participant.team for scan in scans):
            self._teams = self._desk.app.teams.names(self._bootcamp.id)
        return scans

    def document_of(self, scan: Scan) -> dict[str, Any]:
        """Give what came of a scan, for programs."""
        label = scan.participant.team if scan.participant else ""
        team = self._teams.team(label)
        named = {"name_km": team.name_km, "name_en": team.name_en} if team else {}
        return {**document_of(scan), **({"team": {"team": label, **named}} if label else {})}

    def sentence_of(self, scan: Scan) -> str:
        """Give what came of a scan, for people; whoever may come in learns the team."""
        told = sentence_of(scan)
        label = scan.participant.team if scan.participant and scan.is_accepted else ""
        if not label or scan.is_exit:
            return told
        return f"{told} {_('Team {name}').format(name=self._teams.both(label))}."

    def headings(self, scans: Sequence[Scan]) -> list[str]:
        """Give to which sessions people came, or would have come, for people."""
        met = {scan.session_id for scan in scans}
        sessions = [self._named[1]] if self._named else self._agenda()
        return [heading_of(one) for one in sessions if one.id in met] or [heading_of(self.place[1])]

    def last_begun(self, *, is_locked: bool) -> Session:
        """Give the session that is named, or else the one that began last."""
        moment = self._moment()
        found = last_begun(moment, self._agenda(), is_locked=is_locked)
        return found if found and not self._named else self._session_at(moment)

    def _session_at(self, moment: datetime) -> Session:
        return self._sessions_at(moment)[0]

    def _sessions_at(self, moment: datetime) -> list[Session]:
        """Give the sessions that may be meant: the named one, those open, or the nearest."""
        if self._named:
            return [self._named[1]]
        agenda = self._agenda()
        nearest = session_at(moment, agenda)
        if nearest is None:
            raise Refusal("This bootcamp has no sessions. Make one first.")
        return open_at(moment, agenda) or [nearest]

    def _agenda(self) -> Sequence[Session]:
        """Give the sessions as they are by now: a queue may stay open for days."""
        return self._desk.app.bootcamps.sessions(self._bootcamp)

    @property
    def given_time(self) -> datetime | None:
        """The time that was given; none where now is meant."""
        return None if self._at is None else self._moment()

    def _moment(self) -> datetime:
        if self._at is None:
            return self._desk.app.clock.now().astimezone(self._bootcamp.zone)
        try:
            moment = datetime.fromisoformat(self._at)
        except ValueError as mistake:
            raise Refusal(
                "“{text}” is not a time. Write it as 2026-12-01T08:15.", text=self._at
            ) from mistake
        if not EARLIEST <= moment.year <= LATEST:
            raise Refusal("The year {year} cannot be right. Correct the day.", year=moment.year)
        return moment if moment.tzinfo else moment.replace(tzinfo=self._bootcamp.zone)


def _say_it_waits(_fact: WritingWaits) -> None:
    click.echo(
        _("Not saved yet: somebody is writing a lot right now. It is tried again."), err=True
    )


def document_of(scan: Scan) -> dict[str, Any]:
    """Give what came of a scan, for programs."""
    person = scan.participant
    return {
        "code": scan.code,
        "result": scan.result,
        "person": person
        and {"id": person.person_id, "name_km": person.name_km, "name_en": person.name_en},
        "at": scan.at.isoformat(),
        "first_at": scan.first_at.astimezone(scan.at.tzinfo).isoformat() if scan.first_at else None,
        "minutes_late": scan.minutes_late,
        **({"questions": list(scan.questions)} if scan.questions else {}),
    }


def sentence_of(scan: Scan) -> str:
    """Give what came of a scan, for people."""
    name = scan.participant.name if scan.participant else scan.code
    if scan.is_exit and scan.result == "recorded":
        left = _("Left.")  # within an f-string nobody would find it to translate it
        return f"{name}: {left}"
    said = [str(scan.told)]
    if scan.result == "duplicate" and scan.first_at:
        first = scan.first_at.astimezone(scan.at.tzinfo)
        said.append(_("First at {time}.").format(time=f"{first:%H:%M}"))
    if scan.questions:
        said.append(_("Asked: {fields}.").format(fields=", ".join(scan.questions)))
    return f"{name}: {' '.join(said)}"


def heading_of(session: Session) -> str:
    """Give which session is meant, for people."""
    return f"{session.title} ({session.starts_at:%Y-%m-%d %H:%M}–{session.ends_at:%H:%M})"
