"""Commands about how people stand to a session: states by hand, closing, and lists on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.door import SESSION, Door, heading_of
from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.sittings import hour_at, is_hour, told_closing
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.marking import must_be_on_the_list, spaced_code
from bootcamp_app.features.attendance.state_views import HAND, PAPER, STATE_WORDS, STATES, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.attendance.state_views import Closing, Marked
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import Participant

_BEGUN = click.option(
    "--session", metavar="REF", help=N_("The session; the one that began last where not given.")
)
_DRY = click.option("--dry-run", is_flag=True, help=N_("Only say what would be done."))
_SAID = {
    False: N_("{state}: {marked} marked, {already} already, {left} left as they are."),
    True: N_("{state}: {marked} would be marked, {already} already, {left} left as they are."),
}
_RESULTS = {
    "marked": N_("marked"),
    "already": N_("stands so already"),
    "withdrawn": N_("withdrawn"),
    "not_enrolled": N_("not expected at this session"),
}


@click.command(
    cls=Command, help=N_("Set by hand how people stand: present, late, excused, absent.")
)
@click.argument("state", type=click.Choice(STATES))
@click.argument("refs", nargs=-1, metavar="[REF]…")
@SESSION
@click.option(
    "--at",
    metavar="TIME",
    help=N_("When they came, such as 09:10; the start of the session where not given."),
)
@click.option("--reason", default="", help=N_("Why; the reason is kept."))
@click.option("--rows", metavar="“1-14, 17”", help=N_("Rows of a printed list, with --sheet."))
@click.option("--sheet", metavar="CODE", help=N_("The number at the foot of the printed list."))
@click.option("--all-missing", is_flag=True, help=N_("All who are expected and are not here."))
@_DRY
@click.pass_obj
def mark(
    desk: Desk,
    /,
    state: str,
    refs: Sequence[str],
    session: str | None,
    **how: Any,  # noqa: ANN401 - what click read
) -> None:
    """Set how people stand to a session."""
    if session is None and how["sheet"]:
        session = desk.app.paper_lists.session_of(how["sheet"])
    at = how["at"]
    if at and is_hour(at):
        at = hour_at(at, Door(desk, session, None).place[1]).isoformat()
    door = Door(desk, session, at)
    bootcamp, chosen = door.place
    meant = _meant(desk, (bootcamp, chosen), refs, how)
    code = meant.code
    method = PAPER if code else HAND
    reason, only_missing = how["reason"], how["all_missing"]
    wanted = Mark(state, reason, door.given_time, method, code, only_missing)
    act = desk.app.states.look if how["dry_run"] else desk.app.states.set
    done = act(chosen, meant.ids, wanted)
    desk.give(
        {**_marked(done), "dry_run": how["dry_run"], "notes": meant.notes},
        heading_of(chosen),
        *meant.notes,
        *(f"{one.name}: {_result(word, is_dry_run=how['dry_run'])}" for word, one in done.results),
        _(_SAID[how["dry_run"]]).format(
            state=_(STATE_WORDS[state]),
            marked=len(done.people),
            already=len(done.already),
            left=len(done.withdrawn) + len(done.not_expected),
        ),
    )


@click.command(cls=Command, help=N_("Close a session: who has not come is absent, scans end."))
@_BEGUN
@_DRY
@click.pass_obj
def close(desk: Desk, session: str | None, *, dry_run: bool) -> None:
    """Close a session."""
    chosen = Door(desk, session, None).last_begun(is_locked=False)
    done = (desk.app.sittings.look if dry_run else desk.app.sittings.close)(chosen)
    desk.give(
        {**_closed(chosen, done), "dry_run": dry_run},
        told_closing(done, is_dry_run=dry_run),
        heading_of(chosen),
        *(f"{one.name}  {one.phone}".strip() for one in done.missing),
        _("Nothing was changed.") if dry_run else _("The session is closed."),
    )


@click.command(cls=Command, help=N_("Open a closed session again; the reason is kept."))
@_BEGUN
@click.option("--reason", required=True, help=N_("Why; the reason is kept."))
@click.pass_obj
def reopen(desk: Desk, session: str | None, reason: str) -> None:
    """Open a closed session again."""
    chosen = Door(desk, session, None).last_begun(is_locked=True)
    desk.app.sittings.reopen(chosen, reason)
    desk.give(
        {"session": {"id": chosen.id, "title": chosen.title}, "locked": False},
        heading_of(chosen),
        _("The session is open again."),
    )


@click.command(cls=Command, help=N_("Print the list to be signed, with numbers that stay."))
@click.option("--out", type=FileToWrite(), required=True, help=N_("The PDF to write."))
@SESSION
@click.option("--without-personal-data", is_flag=True, help=N_("Without sex, position and phone."))
@click.pass_obj
def signin(desk: Desk, out: Path, session: str | None, *, without_personal_data: bool) -> None:
    """Print the list to be signed."""
    # Printing is heavy to import.
    from bootcamp_app.features.attendance.signin_sheet import (  # noqa: PLC0415
        SheetWish,
        print_sheet,
    )

    bootcamp, chosen = Door(desk, session, None).place
    sheet = desk.app.paper_lists.make(chosen)
    wish = SheetWish(not without_personal_data, desk.app.logos.pictures(bootcamp))
    with desk.progress(_("Printing")) as progress:
        printed = print_sheet((bootcamp, chosen), sheet, out, wish, progress)
    desk.give(
        {"file": str(out), "sheet": sheet.code, "rows": printed.rows, "pages": printed.pages},
        heading_of(chosen),
        _("List no. {code}. Rows: {rows}. Pages: {pages}. {file}").format(
            code=spaced_code(sheet.code), rows=printed.rows, pages=printed.pages, file=out
        ),
    )


class _Meant:
    """Whom a line means, what there is to say about it, and from which list it was read."""

    def __init__(self, ids: Sequence[str], notes: Sequence[str] = (), code: str = "") -> None:
        self.ids = list(ids)
        self.notes = list(notes)
        self.code = code


def _meant(
    desk: Desk, place: tuple[Bootcamp, Session], refs: Sequence[str], how: dict[str, Any]
) -> _Meant:
    bootcamp, session = place
    ways = [bool(refs), how["rows"] is not None, how["all_missing"]]
    if sum(ways) != 1:
        raise click.UsageError(
            _("Say who is meant: people, --rows with --sheet, or --all-missing.")
        )
    if how["all_missing"]:
        return _Meant(desk.app.paper_lists.missing(session))
    if refs:
        return _Meant([desk.person(bootcamp, ref).participation_id for ref in refs])
    if how["sheet"] is None:
        raise click.UsageError(
            _("Give the number of the list with --sheet; it stands at its foot.")
        )
    sheet = desk.app.paper_lists.find(session, how["sheet"])
    rows, ids = sheet.meant(how["rows"])
    if not how["dry_run"]:
        must_be_on_the_list(rows)
    gone = [number for number in rows.rows if sheet.lines[number - 1].participant is None]
    notes = [*map(str, rows.notes)]
    if gone:
        notes.append(_("Not on the list of people any more: rows {rows}.").format(
            rows=", ".join(map(str, gone))))  # fmt: skip
    return _Meant(ids, notes, sheet.code)


def _result(word: str, *, is_dry_run: bool) -> str:
    return _("would be marked") if is_dry_run and word == "marked" else _(_RESULTS[word])


def _marked(done: Marked) -> dict[str, Any]:
    return {
        "state": done.mark.state,
        "marked": len(done.people),
        "already": len(done.already),
        "withdrawn": len(done.withdrawn),
        "not_enrolled": len(done.not_expected),
        "people": [{**_person(one), "result": word} for word, one in done.results],
    }


def _closed(session: Session, done: Closing) -> dict[str, Any]:
    return {
        "session": {"id": session.id, "title": session.title},
        "present": done.here,
        "late": done.late,
        "excused": done.excused,
        "absent": done.absent,
        "marked_absent": len(done.missing),
        "people": [{**_person(one), "phone": one.phone} for one in done.missing],
    }


def _person(one: Participant) -> dict[str, Any]:
    return {"id": one.person_id, "name_km": one.name_km, "name_en": one.name_en}
