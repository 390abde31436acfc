"""Commands about copies of the workspace: make one, list them, go back to one."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.storage.backup import remove
from bootcamp_app.storage.backup_contents import COUNTED, contents_of
from bootcamp_app.storage.backup_names import BEFORE_RESTORE, BY_HAND, WHY
from bootcamp_app.storage.backup_restoring import (
    is_damaged,
    prepared,
    put_in_place,
    restore_as_new,
)
from bootcamp_app.storage.backups import compared

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.storage.backup_contents import GoingBack
    from bootcamp_app.storage.backup_names import Kept


@click.command(cls=Command, help=N_("Write a verified copy of the workspace."))
@click.option("--out", type=FileToWrite(), help=N_("The file to write; beside it where not given."))
@click.option(
    "--second",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=N_("From now on, bring each backup to this folder too, such as one on a stick."),
)
@click.option("--no-second", is_flag=True, help=N_("Bring backups to no second place any more."))
@click.pass_obj
def backup(desk: Desk, out: Path | None, second: Path | None, *, no_second: bool) -> None:
    """Write a verified copy."""
    backups = desk.app.backups
    if second is not None or no_second:
        backups.choose_second(second)
    with desk.progress(_("Backing up")) as progress:
        file = desk.app.database.back_up(out, progress) if out else backups.keep(BY_HAND, progress)
    brought = None if out else _bring(desk)
    desk.give(
        {
            "file": str(file),
            "bytes": file.stat().st_size,
            **({} if out else {"second": brought}),
        },
        _("A verified copy: {file}").format(file=file),
        *_told_of_second(brought),
    )


@click.command("backups", cls=Command, help=N_("List the backups of the workspace."))
@click.pass_obj
def list_all(desk: Desk) -> None:
    """List the backups."""
    found = [_entry(one) for one in desk.app.backups.known()]
    if not desk.is_json:
        for one in found:
            why = WHY.get(one["why"], "")
            one["why"] = _(why) if why else one["why"]
            one["at"] = datetime.fromisoformat(one["at"]).astimezone()
    desk.give_table(found, _("There is no backup yet."))


@click.command(cls=Command, help=N_("Go back to a backup; the present file is kept aside."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to", "to", type=FileToWrite(), help=N_("A new file to write, and leave the workspace alone.")
)
@click.option("--dry-run", is_flag=True, help=N_("Say what would change and change nothing."))
@click.pass_obj
def restore(desk: Desk, file: Path, to: Path | None, *, dry_run: bool) -> None:
    """Go back to a backup."""
    place = desk.file
    if not place:
        raise Refusal("A shared PostgreSQL workspace is restored with PostgreSQL's own tools.")
    if dry_run:
        told = compared(place, file)
        desk.give(_preview(told), *_sentences(told))
        return
    now = SystemClock().now()
    with desk.progress(_("Restoring")) as progress:
        if to is not None:
            made = restore_as_new(file, to, now, progress)
            desk.give({"file": str(made), "kept": None}, _("Restored: {file}").format(file=made))
            return
        part = prepared(file, place, now, progress)
        try:
            _keep_present(desk, place)
            aside = put_in_place(part, place, now)
        finally:
            remove(part)
    desk.give(
        {"file": str(place), "kept": str(aside) if aside else None},
        _("Restored: {file}").format(file=place),
        *([_("The file that was there is kept: {file}").format(file=aside)] if aside else []),
    )


def _keep_present(desk: Desk, place: Path) -> None:
    """Keep a copy of what is there now; what cannot be opened is kept aside as it is."""
    if place.exists() and not is_damaged(place):
        with suppress(Refusal):
            desk.app.backups.keep_if_changed(BEFORE_RESTORE)
    desk.let_go()


def _bring(desk: Desk) -> dict[str, Any] | None:
    second = desk.app.backups.second()
    if second is None:
        return None
    told = {"folder": str(second.folder), "there": second.is_there, "copied": 0}
    if second.is_there:
        told["copied"] = desk.app.backups.bring_to_second()
    return told


def _told_of_second(brought: dict[str, Any] | None) -> list[str]:
    if brought is None:
        return []
    if not brought["there"]:
        return [_("The second place is not there: {folder}").format(folder=brought["folder"])]
    return [_("It is in the second place too: {folder}").format(folder=brought["folder"])]


def _entry(one: Kept) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "at": one.at.isoformat(),
        "why": one.why,
        "second": one.is_second,
        "bytes": one.size,
        "people": None,
        "attendance_events": None,
        "file": str(one.path),
    }
    with suppress(Refusal):
        counts = contents_of(one.path).counts
        entry.update(people=counts["people"], attendance_events=counts["attendance_events"])
    return entry


def _preview(told: GoingBack) -> dict[str, Any]:
    return {
        "newest": told.contents.newest.isoformat() if told.contents.newest else None,
        "same_workspace": told.is_related,
        "entries_lost": told.unknown,
        "changes": {
            one.table: {"now": one.now, "then": one.then, "lost": one.lost, "back": one.back}
            for one in told.changes
        },
    }


def _sentences(told: GoingBack) -> list[str]:
    lines = []
    if not told.is_related:
        lines.append(_("This is a backup of another workspace."))
    for one in told.changes:
        what, then = _(COUNTED[one.table]), one.then
        if one.now is None:
            lines.append(_("{what}: {then} in the backup.").format(what=what, then=then))
        else:
            lines.append(
                _(
                    "{what}: {now} now, {then} in the backup; {lost} would be lost, {back} come "
                    "back."
                ).format(what=what, now=one.now, then=then, lost=one.lost, back=one.back)
            )
    if told.unknown is not None:
        lines.append(_("Entries made since: {n}").format(n=told.unknown))
    return lines
