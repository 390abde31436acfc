"""Commands at the door."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.door import AT, SESSION, Door, heading_of
from bootcamp_app.cli.queue import answer_each
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.people.views import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk


@click.command(cls=Command, help=N_("Check in by badge code; a refused code is kept too."))
@click.argument("codes", nargs=-1)
@SESSION
@AT
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
        if codes:
            raise click.UsageError(_("Give badge codes, or --stdin, but not both."))
        answer_each(door, is_exit=is_exit)
        return
    if not codes:
        raise click.UsageError(_("Give a badge code, or --stdin."))
    scans = door.take(codes, is_exit=is_exit)
    said = (*door.headings(scans), *map(door.sentence_of, scans))
    desk.give([door.document_of(scan) for scan in scans], *said)


@click.command(cls=Command, help=N_("Count who is there."))
@SESSION
@click.pass_obj
def attendance(desk: Desk, session: str | None) -> None:
    """Count who is there."""
    bootcamp, counted = Door(desk, session, None).place
    counts = asdict(desk.app.attendance.counts(bootcamp, counted))
    if desk.is_json:
        desk.give({**counts, "session": {"id": counted.id, "title": counted.title}})
        return
    rows = [{"": _(name), "#": counts[key]} for key, name in _COUNTED.items()]
    rows += [{"": f"  {_(WORDS[sex])}", "#": count} for sex, count in counts["by"]["sex"].items()]
    click.echo(heading_of(counted))
    desk.give_table(rows, "")


_COUNTED = {
    "registered": N_("registered"),
    "present": N_("present"),
    "late": N_("of them late"),
    "excused": N_("excused"),
    "absent": N_("not here"),
    "inside": N_("inside now"),
    "walk_ins": N_("walk-ins"),
}
