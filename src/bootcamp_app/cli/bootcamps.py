"""Commands about bootcamps and their sessions."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.bootcamps.places import province_in_english
from bootcamp_app.features.bootcamps.service import NewBootcamp

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session

DAY = click.DateTime(["%Y-%m-%d"])


@click.command(cls=Command, help=N_("Make a bootcamp with two sessions a day."))
@click.argument("title")
@click.option("--title-km", default="", help=N_("The title in Khmer."))
@click.option("--province", default="", help=N_("The province, in either script."))
@click.option("--venue", default="", help=N_("The venue."))
@click.option("--start", type=DAY, help=N_("The first day; today where it is not given."))
@click.option("--days", type=int, default=3, help=N_("How many days."))
@click.option(
    "--certificate-percent",
    type=click.IntRange(0, 100),
    default=80,
    help=N_("How much of the sessions earns a certificate."),
)
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
    day = start.date() if start else date.today()  # noqa: DTZ011 - the laptop's own day is meant
    bootcamp = desk.app.bootcamps.make(
        NewBootcamp(title_en=title, starts_on=day, asked_at_door=asked, **wanted)
    )
    sessions = [session_entry(one) for one in desk.app.bootcamps.sessions(bootcamp)]
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
@click.option("--bootcamp", metavar="REF", help=N_("The bootcamp; the newest where not given."))
@click.pass_obj
def sessions(desk: Desk, bootcamp: str | None) -> None:
    """List the sessions of a bootcamp."""
    found = desk.app.bootcamps.sessions(desk.app.bootcamps.find(bootcamp))
    desk.give_table([session_entry(one) for one in found], _("It has no sessions."))


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


def session_entry(session: Session) -> dict[str, str]:
    """Give a session as the command line lists it, in local time."""
    return {
        "id": session.id,
        "title": session.title,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
    }
