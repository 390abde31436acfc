"""Commands at the door."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.translated import Command
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.attendance.views import RESULTS
from bootcamp_app.features.bootcamps.rules import session_at
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pictures import grey

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.attendance.views import Scan
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session

_SESSION = click.option(
    "--session", metavar="REF", help=N_("The session; the one open now where not given.")
)
_AT = click.option("--at", metavar="ISO-TIME", help=N_("The time; now where not given."))


@click.command(cls=Command, help=N_("Check in by badge code; a refused code is kept too."))
@click.argument("codes", nargs=-1)
@_SESSION
@_AT
@click.option("--exit", "is_exit", is_flag=True, help=N_("People are leaving, not coming."))
@click.option("--stdin", is_flag=True, help=N_("Read a code a line and answer a line at once."))
@click.pass_obj
def checkin(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    codes: Sequence[str],
    session: str | None,
    at: str | None,
    *,
    is_exit: bool,
    stdin: bool,
) -> None:
    """Check in by badge code."""
    door = Door(desk, session, at)
    if stdin:
        for code in _typed():
            # One line, flushed, and only after the check-in is on disk.
            click.echo(json.dumps(_document(door.take(code, is_exit=is_exit)), ensure_ascii=False))
        return
    scans = [door.take(code, is_exit=is_exit) for code in codes]
    desk.give([_document(scan) for scan in scans], *map(_sentence, scans))


@click.command(cls=Command, help=N_("Check in everybody whose badge is in the photos."))
@click.argument("images", nargs=-1, required=True, type=click.Path(path_type=Path))
@_SESSION
@_AT
@click.pass_obj
def scan(desk: Desk, images: Sequence[Path], session: str | None, at: str | None) -> None:
    """Check in from photos."""
    door = Door(desk, session, at)
    documents, sentences = [], []
    for image in images:
        for seen in codes_in(grey(image)):
            taken = door.take(seen.text, method="photo")
            documents.append({"image": str(image), **_document(taken)})
            sentences.append(f"{image.name}: {_sentence(taken)}")
    desk.give(documents, *(sentences or [_("No badge was seen in the photos.")]))


@click.command(cls=Command, help=N_("Count who is there."))
@_SESSION
@click.pass_obj
def attendance(desk: Desk, session: str | None) -> None:
    """Count who is there."""
    door = Door(desk, session, None)
    counts = asdict(desk.app.attendance.counts(*door.place))
    rows = [{"": _(name), "#": counts[key]} for key, name in _COUNTED.items()]
    if desk.is_json:
        desk.give(counts)
    else:
        desk.give_table(rows, "")


class Door:
    """Where and when people come in."""

    def __init__(self, desk: Desk, session: str | None, at: str | None) -> None:
        self._desk = desk
        self._at = at
        self._named = desk.app.bootcamps.find_session(session) if session else None
        self._bootcamp = self._named[0] if self._named else desk.app.bootcamps.find()
        self._sessions = desk.app.bootcamps.sessions(self._bootcamp)

    @property
    def place(self) -> tuple[Bootcamp, Session]:
        """The bootcamp and the session that is named, or else the one of this moment."""
        if self._named:
            return self._named
        session = session_at(self._moment(), self._sessions)
        if session is None:
            raise Refusal("This bootcamp has no sessions. Make one first.")
        return self._bootcamp, session

    def take(self, code: str, *, method: str = "code", is_exit: bool = False) -> Scan:
        """Check one code in; durable when this returns."""
        reading = Reading(code, method=method, at=self._moment(), is_exit=is_exit)
        return self._desk.app.attendance.record_scan(self.place[1], reading)

    def _moment(self) -> datetime:
        if self._at is None:
            return self._desk.app.clock.now().astimezone(self._bootcamp.zone)
        try:
            moment = datetime.fromisoformat(self._at)
        except ValueError as mistake:
            raise Refusal(
                "“{text}” is not a time. Write it as 2026-12-01T08:15.", text=self._at
            ) from mistake
        return moment if moment.tzinfo else moment.replace(tzinfo=self._bootcamp.zone)


def _typed() -> Iterator[str]:
    # Bytes that are no text are one malformed code, not the end of the queue.
    lines = (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
    return (line.strip() for line in lines if line.strip())


def _document(scan: Scan) -> dict[str, Any]:
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


def _sentence(scan: Scan) -> str:
    name = scan.participant.name if scan.participant else scan.code
    return f"{name}: {_(RESULTS[scan.result])}"


_COUNTED = {
    "registered": N_("registered"),
    "present": N_("present"),
    "late": N_("of them late"),
    "excused": N_("excused"),
    "absent": N_("not here"),
    "inside": N_("inside now"),
    "walk_ins": N_("walk-ins"),
}
