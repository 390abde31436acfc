"""Commands about the workspace itself: history, undo and its health."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.translated import Command
from bootcamp_app.cli.undone import told_undone
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _

if TYPE_CHECKING:
    from datetime import tzinfo

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.returning import Removed
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.history import Entry

_LONGEST = 80


@click.command(cls=Command, help=N_("Show what was ever written about one record."))
@click.argument("ref")
@click.pass_obj
def history(desk: Desk, ref: str) -> None:
    """Show the facts of one record."""
    entries = [replace(one, at=one.at.astimezone(_zone(desk))) for one in _told(desk, ref)]
    desk.give([_entry(one) for one in entries], *map(_line, entries))


@click.command(cls=Command, help=N_("Take back the last change, of one record or at all."))
@click.argument("ref", required=False)
@click.pass_obj
def undo(desk: Desk, ref: str | None) -> None:
    """Take back the last change."""
    with desk.progress(_("Taking back")) as progress:
        undone = desk.app.records.undo(ref, progress)
    stays = desk.app.people.staying(undone.kept)
    kept = [
        {"table": one.table, "id": one.row_id, "field": one.field, "why": list(map(_, one.why))}
        for one in undone.kept
    ]
    said = told_undone(desk.app, undone)
    people = sum(table == "participations" for table, _row in undone.gone)
    desk.give(
        {"undone": undone.rows, "people": people, "kept": kept, "told": said},
        _("Undone.") if undone.rows else _("Nothing was taken back."),
        *said,
        *([_("People taken back: {n}").format(n=people)] if people else []),
        *(_("Stays as it is: {name}").format(name=one) for one in stays),
    )


@click.command(cls=Command, help=N_("Examine the workspace: is it sound, and why not."))
@click.pass_obj
def doctor(desk: Desk) -> None:
    """Examine the workspace."""
    faults = [str(fault) for fault in desk.app.records.faults()]
    # What was recorded there is no fault: whoever removed a session may have meant it.
    gone = [] if faults else desk.app.removed_sessions.with_records()
    told: dict[str, Any] = {"sound": not faults, "faults": faults}
    if gone:
        told["removed_with_records"] = [
            {"id": one.id, "title": one.title, "removed_by": one.who,
             "present": one.recorded.people, "records": one.recorded.entries}
            for one in gone
        ]  # fmt: skip
    desk.give(told, *(faults or [_("The workspace is sound.")]), *map(_gone, gone))
    if faults:
        raise click.exceptions.Exit(1)


def _gone(one: Removed) -> str:
    return _(
        "{who} removed “{title}”, at which people are recorded ({people} present, {n} records). "
        "They count nowhere. "
        "“bootcamp undo {id}” on that laptop brings it back."
    ).format(
        who=one.who, title=one.title, people=one.recorded.people, n=one.recorded.entries, id=one.id
    )


def _told(desk: Desk, ref: str) -> list[Entry]:
    """Give the facts of a record; of a person meant by name or badge, also of their part in it."""
    try:
        return desk.app.records.history(ref)
    except Refusal:
        person = _person(desk, ref)
        if person is None:
            raise
    ids = (person.person_id, person.participation_id)
    return sorted(
        (entry for one in ids for entry in desk.app.records.history(one)), key=lambda one: one.at
    )


def _zone(desk: Desk) -> tzinfo:
    """Give in which zone a clock is read here: that of the newest bootcamp, if there is any."""
    try:
        return desk.app.bootcamps.find().zone
    except Refusal:
        return UTC


def _person(desk: Desk, ref: str) -> Participant | None:
    try:
        return desk.person(desk.app.bootcamps.find(), ref)
    except Refusal:
        return None


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "at": one.at.isoformat(),
        "who": one.who,
        "device": one.device,
        "act": one.act,
        "table": one.table,
        "id": one.row_id,
        "kind": one.kind,
        "changes": {name: list(values) for name, values in one.changes.items()},
    }


def _line(one: Entry) -> str:
    kinds = {
        "added": _("added"),
        "changed": _("changed"),
        "removed": _("removed"),
        "restored": _("restored"),
    }
    said = [f"{name}: {_cut(old)} → {_cut(new)}" for name, (old, new) in one.changes.items()]
    return f"{one.at.isoformat(' ', 'minutes')}  {one.who}  {kinds[one.kind]}  {'; '.join(said)}"


def _cut(value: object) -> str:
    """Give a value as a line of text can hold it; a picture is nothing to read."""
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
