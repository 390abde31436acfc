"""Commands about bootcamps and their sessions."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.tables import lines_of
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.bootcamps.agenda import is_outside
from bootcamp_app.features.bootcamps.details import MOST_HOURS
from bootcamp_app.features.bootcamps.places import province_in_english
from bootcamp_app.features.bootcamps.service import NewBootcamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session

    Said = Callable[..., Any]

_HOURS = ("id", "title", "starts_at", "ends_at")
_SHORT = (*_HOURS, "facilitator")
"""What people read of a session in a list."""
DAY = click.DateTime(["%Y-%m-%d"])
_RULE = (
    click.option("--certificate-percent", type=click.IntRange(0, 100),
                 help=N_("How much of the sessions earns a certificate.")),
    click.option("--certificate-day-percent", type=click.IntRange(0, 100),
                 help=N_("How much of each day's sessions it asks for as well.")),
    click.option("--certificate-hours", type=click.IntRange(0, MOST_HOURS),
                 help=N_("How many hours it asks for as well.")),
    click.option("--excused-counts/--excused-does-not-count", "excused_counts", default=None,
                 help=N_("Whether being excused is taken as having been there.")),
)  # fmt: skip


def _says_rule(command: Said) -> Said:
    for say in reversed(_RULE):
        command = say(command)
    return command


@click.command(cls=Command, help=N_("Make a bootcamp with two sessions a day."))
@click.argument("title")
@click.option("--title-km", default="", help=N_("The title in Khmer."))
@click.option("--province", default="", help=N_("The province, in either script."))
@click.option("--venue", default="", help=N_("The venue."))
@click.option("--start", type=DAY, help=N_("The first day; today where it is not given."))
@click.option("--days", type=int, default=3, help=N_("How many days."))
@_says_rule
@click.option(
    "--ask-at-door",
    multiple=True,
    metavar="FIELD",
    help=N_("A field that must be known at check-in, such as phone."),
)
@click.pass_obj
def new(desk: Desk, /, title: str, start: datetime | None, **wanted: Any) -> None:  # noqa: ANN401
    """Make a bootcamp."""
    asked = wanted.pop("ask_at_door")
    said = {name: value for name, value in wanted.items() if value is not None}
    day = start.date() if start else date.today()  # noqa: DTZ011 - the laptop's own day is meant
    bootcamp = desk.app.bootcamps.make(
        NewBootcamp(title_en=title, starts_on=day, asked_at_door=asked, **said)
    )
    sessions = [
        {name: session_entry(one)[name] for name in _HOURS}
        for one in desk.app.bootcamps.sessions(bootcamp)
    ]
    desk.give(
        {"id": bootcamp.id, "sessions": sessions},
        _("“{title}” is ready, with {count} sessions.").format(
            title=bootcamp.title, count=len(sessions)
        ),
    )


@click.command("list", cls=Command, help=N_("List the bootcamps."))
@click.pass_obj
def list_all(desk: Desk) -> None:
    """List the bootcamps."""
    rows = [bootcamp_entry(one) for one in desk.app.bootcamps.all()]
    desk.give_table(rows, _('There is no bootcamp yet. Make one first: bootcamp new "Title".'))


@click.command(cls=Command, help=N_("List the sessions of a bootcamp."))
@BOOTCAMP
@click.pass_obj
def sessions(desk: Desk, bootcamp: str | None) -> None:
    """List the sessions of a bootcamp."""
    found = desk.app.bootcamps.sessions(desk.app.bootcamps.find(bootcamp))
    rows = [session_entry(one) for one in found]
    short = [{name: row[name] for name in _SHORT} for row in rows]
    desk.give(rows, *(lines_of(short) or [_("It has no sessions.")]))


@click.command(cls=Command, help=N_("Change a bootcamp; what is not named stays."))
@BOOTCAMP
@click.option("--title", "title_en", help=N_("The title in English."))
@click.option("--title-km", help=N_("The title in Khmer."))
@click.option("--province", help=N_("The province, in either script."))
@click.option("--venue", help=N_("The venue."))
@click.option("--indicator-code", help=N_("The donor's code of the indicator."))
@click.option("--start", "starts_on", type=DAY, help=N_("The first day."))
@click.option("--end", "ends_on", type=DAY, help=N_("The last day."))
@_says_rule
@click.option(
    "--move-sessions", is_flag=True, help=N_("Move the sessions along with the first day.")
)
@click.option("--fill-days", is_flag=True, help=N_("Give further days a morning and an afternoon."))
@click.pass_obj
def change(
    desk: Desk,
    /,
    bootcamp: str | None,
    *,
    move_sessions: bool,
    fill_days: bool,
    **said: Any,  # noqa: ANN401
) -> None:
    """Change a bootcamp."""
    chosen = desk.app.bootcamps.find(bootcamp)
    given = {
        name: value.date() if isinstance(value, datetime) else value
        for name, value in said.items()
        if value is not None
    }
    if not given and not fill_days:
        raise Refusal("Nothing is to be changed. Name what, such as --venue or --end.")
    before = {one.id for one in desk.app.bootcamps.sessions(chosen)}
    changed = desk.app.agenda.change_bootcamp(
        chosen, given, moves_sessions=move_sessions, fills_days=fill_days
    )
    found = desk.app.bootcamps.sessions(changed)
    outside = [one for one in found if is_outside(one.starts_at.date(), changed)]
    desk.give(
        {
            **bootcamp_entry(changed),
            "title_en": changed.title_en,
            "venue": changed.venue,
            "indicator_code": changed.indicator_code,
            "certificate_percent": changed.certificate_percent,
            "certificate_day_percent": changed.certificate_day_percent,
            "certificate_hours": changed.certificate_hours,
            "excused_counts": changed.excused_counts,
            "sessions_outside": [one.id for one in outside],
        },
        _("Saved."),
        *([_added(sum(one.id not in before for one in found))] if fill_days else []),
        *([_outside(len(outside))] if outside else []),
    )


def _added(n: int) -> str:
    return ngettext("{n} session was added.", "{n} sessions were added.", n).format(n=n)


def _outside(n: int) -> str:
    return ngettext(
        "{n} session is on none of its days now. Move it, or change the days.",
        "{n} sessions are on none of its days now. Move them, or change the days.",
        n,
    ).format(n=n)


def bootcamp_entry(bootcamp: Bootcamp) -> dict[str, str]:
    """Give a bootcamp as the command line lists it."""
    return {
        "id": bootcamp.id,
        "title": bootcamp.title,
        "title_km": bootcamp.title_km,
        "province": province_in_english(bootcamp.province),
        "starts_on": bootcamp.starts_on.isoformat(),
        "ends_on": bootcamp.ends_on.isoformat(),
    }


def session_entry(session: Session) -> dict[str, Any]:
    """Give a session as the command line lists it, in local time."""
    return {
        "id": session.id,
        "title": session.title,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "title_km": session.title_km,
        "opens_at": session.opens_at.isoformat(),
        "late_from": session.late_from.isoformat(),
        "facilitator": session.facilitator,
        "mandatory": session.is_mandatory,
        "counts": session.counts,
        "expects": session.expects,
        "locked": session.is_locked,
        "canvases": list(session.canvases),
    }
