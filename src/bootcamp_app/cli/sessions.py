"""Commands that change the agenda: sessions are added, changed and removed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.bootcamps import DAY, session_entry
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps import agenda
from bootcamp_app.features.bootcamps.agenda import Planned

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp, Recorded, Session

    Command = Callable[..., Any]

_MINUTE = timedelta(minutes=1)
_SAID = (
    click.option("--title-km", help=N_("The title in Khmer.")),
    click.option("--start", metavar="ISO-TIME", help=N_("When it begins: 2026-12-01T08:30.")),
    click.option("--end", metavar="ISO-TIME", help=N_("When it ends: 2026-12-01T11:30.")),
    click.option("--facilitator", help=N_("Who leads it.")),
    click.option(
        "--opens-before", type=int, metavar="N", help=N_("The door opens so many minutes before.")
    ),
    click.option(
        "--late-after",
        type=int,
        metavar="N",
        help=N_("Late is who comes so many minutes after the start."),
    ),
    click.option(
        "--expects", metavar="role:…|team:…", help=N_("Who is expected; everybody where empty.")
    ),
    click.option(
        "--canvas",
        "canvases",
        metavar="TEMPLATE",
        multiple=True,
        help=N_("A canvas that teams work on; may be given again, in their order."),
    ),
    click.option(
        "--repeat",
        "days",
        type=DAY,
        multiple=True,
        help=N_("Another day with the same hours; may be given again."),
    ),
    click.option(
        "--extend",
        "extends",
        is_flag=True,
        help=N_("Have the bootcamp last for these days as well."),
    ),
)


def _says(command: Command) -> Command:
    for say in reversed(_SAID):
        command = say(command)
    return command


@click.group(cls=Group, help=N_("The agenda: add, change and remove sessions."))
def session() -> None:
    """Work with the sessions of a bootcamp."""


@session.command(help=N_("Add a session, on one day or on several."))
@click.argument("title")
@BOOTCAMP
@_says
@click.option("--mandatory", "is_mandatory", is_flag=True, help=N_("Everybody has to be there."))
@click.option("--no-count", is_flag=True, help=N_("It does not count towards the certificate."))
@click.pass_obj
def add(desk: Desk, /, title: str, bootcamp: str | None, **said: Any) -> None:  # noqa: ANN401
    """Add a session."""
    chosen = desk.app.bootcamps.find(bootcamp)
    plan = _planned(title, _with_canvases(desk, said), chosen)
    before = desk.app.bootcamps.sessions(chosen)
    made = desk.app.agenda.add(chosen, plan, _days(said), extends=said["extends"])
    desk.give(
        [session_entry(one) for one in made],
        ngettext("{n} session was added.", "{n} sessions were added.", len(made)).format(
            n=len(made)
        ),
        *_warnings(desk, chosen.id, made, before),
    )


@session.command(help=N_("Change a session; what is not named stays."))
@click.argument("ref")
@click.option("--title", help=N_("The title in English."))
@_says
@click.option("--mandatory/--optional", "is_mandatory", default=None,
              help=N_("Whether everybody has to be there."))  # fmt: skip
@click.option("--count/--no-count", "counts", default=None,
              help=N_("Whether it counts towards the certificate."))  # fmt: skip
@click.option("--no-canvas", is_flag=True, help=N_("Teams work on no canvas in it."))
@click.option("--longer", type=int, metavar="N",
              help=N_("End so many minutes later; earlier where negative."))  # fmt: skip
@click.pass_obj
def change(desk: Desk, /, ref: str, longer: int | None, **said: Any) -> None:  # noqa: ANN401
    """Change a session."""
    home, found = desk.app.bootcamps.find_session(ref)
    given = _given(_with_canvases(desk, said), home)
    _refuse_far(longer or 0)
    days = _days(said)
    if not given and not days and longer is None:
        raise Refusal("Nothing is to be changed. Name what, such as --end 2026-12-01T12:00.")
    before = desk.app.bootcamps.sessions(home)
    changed = desk.app.agenda.change(
        found, given, days, longer=longer or 0, extends=said["extends"]
    )
    recorded = desk.app.agenda.recorded(changed)
    new = [one for one in desk.app.bootcamps.sessions(home) if one.id not in _ids(before)]
    moves = bool({"starts_at", "ends_at"} & set(given)) or longer is not None
    stays = [_stays(recorded)] if moves and recorded.entries else []
    desk.give(
        {**session_entry(changed), "records": recorded.entries, "present": recorded.people,
         "repeated": [session_entry(one) for one in new]},
        _("Saved."), *stays, *_warnings(desk, home.id, [changed, *new], before),
    )  # fmt: skip


@session.command(help=N_("Remove a session; what was recorded at it is kept, and counts nowhere."))
@click.argument("ref")
@click.option("--yes", "is_sure", is_flag=True,
              help=N_("Remove it although something is recorded."))  # fmt: skip
@click.pass_obj
def remove(desk: Desk, ref: str, *, is_sure: bool) -> None:
    """Remove a session."""
    _home, found = desk.app.bootcamps.find_session(ref)
    recorded = desk.app.agenda.recorded(found)
    if recorded.entries and not is_sure and not found.is_locked:
        raise Refusal(
            "Something is recorded at “{title}”: {people} present, {n} records. It is kept, but "
            "counts nowhere while the session is gone. To remove it all the same, add --yes.",
            title=found.title,
            n=recorded.entries,
            people=recorded.people,
        )
    desk.app.agenda.remove(found, None if is_sure else recorded)
    desk.give(
        {**session_entry(found), "records": recorded.entries, "present": recorded.people},
        _("“{title}” was removed. “bootcamp undo” brings it back.").format(title=found.title),
    )


def _planned(title: str, said: dict[str, Any], home: Bootcamp) -> Planned:
    given = _given({**said, "title": title}, home)
    if missing := [name for name in ("start", "end") if f"{name}s_at" not in given]:
        raise Refusal(
            "Say when the session begins and ends: --{name} 2026-12-01T08:30.", name=missing[0]
        )
    if "late_after" not in given and given["starts_at"] < given["ends_at"]:
        lasts = (given["ends_at"] - given["starts_at"]) // _MINUTE
        given["late_after"] = min(agenda.LATE_AFTER, lasts)
    return Planned(**{**given, "counts": not said["no_count"]})


def _given(said: dict[str, Any], home: Bootcamp) -> dict[str, Any]:
    """Give what was named, by the fields of a plan."""
    names = {"title": "title_en", "start": "starts_at", "end": "ends_at"}
    given = {names.get(name, name): value for name, value in said.items() if value is not None}
    for name in ("starts_at", "ends_at"):
        if name in given:
            given[name] = _moment(given[name], home)
    return {name: value for name, value in given.items() if name in agenda.FIELDS}


def _with_canvases(desk: Desk, said: dict[str, Any]) -> dict[str, Any]:
    """Give what was named with the ids of its canvases, or without any where none is named."""
    named = [desk.app.templates.find(one).id for one in said["canvases"]]
    if named and said.get("no_canvas"):
        raise Refusal("Name canvases, or say --no-canvas; not both.")
    is_named = bool(named) or said.get("no_canvas")
    return {**said, "canvases": tuple(named) if is_named else None}


def _moment(text: str, home: Bootcamp) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as mistake:
        raise Refusal(
            "“{text}” is not a time. Write it as 2026-12-01T08:15.", text=text
        ) from mistake
    agenda.check_day(moment.date())
    return moment.astimezone(home.zone) if moment.tzinfo else moment.replace(tzinfo=home.zone)


def _days(said: dict[str, Any]) -> list[Any]:
    return [day.date() for day in said["days"]]


def _refuse_far(minutes: int) -> None:
    if abs(minutes) > agenda.MOST_HOURS * 60:
        raise Refusal(
            "A session lasts {most} hours at most. Correct the hours, or make one for each day.",
            most=agenda.MOST_HOURS,
        )


def _stays(recorded: Recorded) -> str:
    return _(
        "What is recorded stays as it was judged ({people} present, {n} records): nobody becomes "
        "late or on time by this."
    ).format(n=recorded.entries, people=recorded.people)


def _warnings(
    desk: Desk, bootcamp_id: str, made: Sequence[Session], before: Sequence[Session]
) -> list[str]:
    home = desk.app.bootcamps.find(bootcamp_id)
    told = [
        _("“{title}” overlaps with “{other}”.").format(title=one.title, other=other.title)
        for one in made
        for other in agenda.overlapping_with(agenda.planned(one), before, besides=one.id)
    ]
    if any(agenda.is_outside(one.starts_at.date(), home) for one in made):
        told.append(_("It is on none of the bootcamp's days. Extend the bootcamp with --extend."))
    return told + _of_nobody(desk, home, made)


def _of_nobody(desk: Desk, home: Bootcamp, made: Sequence[Session]) -> list[str]:
    """Name groups that nobody is in, be it that one is misspelt."""
    groups = desk.app.people.groups(home)
    known = [f"{kind}:{name}" for kind, names in groups.items() for name in names]
    keys = set(map(comparison_key, known))
    strange = {one.expects: None for one in made if one.expects}
    told = [
        _("Nobody is in “{group}” as yet, so nobody can check in there.").format(group=group)
        for group in strange
        if comparison_key(group) not in keys
    ]
    if told and known:
        told.append(_("There are: {groups}.").format(groups=", ".join(known)))
    return told


def _ids(sessions: Sequence[Session]) -> set[str]:
    return {one.id for one in sessions}
