"""Commands about who has earned a certificate: the list, exceptions, corrections, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.tables import lines_of
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.certificates.evidence_words import STATE_WORDS, sessions_of, told
from bootcamp_app.features.certificates.reasons import excepted
from bootcamp_app.features.certificates.rules import is_serial
from bootcamp_app.features.certificates.standing import FILTERS, STATES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.certificates.standing import Standing


@click.command(
    "list", cls=Command, help=N_("Say who has earned a certificate, who has one, and why not.")
)
@BOOTCAMP
@click.option(
    "--filter",
    "wanted",
    type=click.Choice(list(FILTERS)),
    default="all",
    help=N_("Only those who stand so."),
)
@click.option("--without-personal-data", is_flag=True, help=N_("Without names and reasons."))
@click.pass_obj
def list_all(desk: Desk, bootcamp: str | None, wanted: str, *, without_personal_data: bool) -> None:
    """List how everybody stands."""
    chosen = desk.app.bootcamps.find(bootcamp)
    standings = [one for one in desk.app.certificates.standings(chosen) if FILTERS[wanted](one)]
    entries = [_entry(one, with_personal_data=not without_personal_data) for one in standings]
    table = [_row(one, with_personal_data=not without_personal_data) for one in standings]
    desk.give(entries, *(lines_of(table) or [_("Nobody stands so.")]))


@click.command(
    "except", cls=Command, help=N_("Give a certificate in spite of the rule, or withhold it.")
)
@click.argument("refs", metavar="REF", nargs=-1, required=True)
@BOOTCAMP
@click.option(
    "--give",
    "kinds",
    flag_value="given",
    multiple=True,
    help=N_("A certificate in spite of the rule."),
)
@click.option(
    "--withhold",
    "kinds",
    flag_value="withheld",
    multiple=True,
    help=N_("None in spite of the rule."),
)
@click.option(
    "--clear", "kinds", flag_value="clear", multiple=True, help=N_("Let the rule decide again.")
)
@click.option("--reason", default="", help=N_("Why; the reason is kept."))
@click.pass_obj
def make_exception(
    desk: Desk, refs: Sequence[str], bootcamp: str | None, kinds: Sequence[str], reason: str
) -> None:
    """Except somebody from the rule, or no longer."""
    if len(set(kinds)) != 1:
        raise Refusal("Say what is to hold, one of these: --give, --withhold, --clear.")
    kind = kinds[0]
    chosen = desk.app.bootcamps.find(bootcamp)
    people = [desk.person(chosen, ref) for ref in refs]
    if kind == "clear":
        desk.app.exceptions.clear(chosen, people)
    else:
        desk.app.exceptions.make(chosen, people, kind, reason)
    meant = {one.participation_id for one in people}
    standings = [one for one in desk.app.certificates.standings(chosen) if one.id in meant]
    desk.give(
        [_entry(one) for one in standings],
        _("Saved."),
        *(f"{one.person.name}: {_(STATES[one.state])} {_why(one)}".rstrip() for one in standings),
    )


@click.command(
    cls=Command, help=N_("Issue a certificate anew under its number, as things are now.")
)
@click.argument("serial", metavar="SERIAL|REF")
@BOOTCAMP
@click.option("--reason", required=True, help=N_("Why; the reason is kept."))
@click.pass_obj
def correct(desk: Desk, serial: str, bootcamp: str | None, reason: str) -> None:
    """Correct a certificate."""
    number = serial.strip().upper()
    if not is_serial(number):
        number = _serial_of(desk, bootcamp, serial)
    made = desk.app.corrections.correct(number, reason)
    desk.give(
        {"serial": made.serial, "revision": made.revision, "issued_on": made.issued_on.isoformat()},
        _("Certificate {serial} holds in revision {n} now. Print it, and take the old one back.")
        .format(serial=made.serial, n=made.revision),
    )  # fmt: skip


@click.command(cls=Command, help=N_("Say on what evidence a certificate was issued."))
@click.argument("serial")
@click.pass_obj
def evidence(desk: Desk, serial: str) -> None:
    """Give the evidence of a certificate."""
    certificate, kept = desk.app.certificates.evidence(serial)
    desk.give(
        {
            "serial": certificate.serial,
            "revision": certificate.revision,
            "issued_on": certificate.issued_on.isoformat(),
            "holds": certificate.holds,
            **kept,
        },
        *_told(kept),
    )


def _serial_of(desk: Desk, bootcamp: str | None, ref: str) -> str:
    chosen = desk.app.bootcamps.find(bootcamp)
    person = desk.person(chosen, ref)
    held = desk.app.certificates.issued(chosen, [person.participation_id])
    if not held:
        raise Refusal("{name} holds no certificate. Issue one first.", name=person.name)
    return held[-1].serial


def _entry(one: Standing, *, with_personal_data: bool = True) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "person_id": one.person.person_id,
        "state": one.state,
        "entitled": one.entitlement.is_entitled,
        "sessions_short": one.entitlement.short,
        "serial": one.serial or None,
        "revision": one.revision or None,
        "issued_on": one.certificate.issued_on.isoformat() if one.certificate else None,
        "exception": one.entitlement.exception and one.entitlement.exception.kind,
    }
    if with_personal_data:
        entry |= {
            "name_km": one.person.name_km,
            "name_en": one.person.name_en,
            "organisation": one.person.organisation,
            "why": _why(one),
            "differences": [found._asdict() for found in one.differences],
        }
    return entry


def _row(one: Standing, *, with_personal_data: bool) -> dict[str, Any]:
    """Give what people read of somebody in the list."""
    row = {"state": _(STATES[one.state]), "serial": one.serial, "revision": one.revision or ""}
    if not with_personal_data:
        return {**row, "id": one.person.person_id}
    return {"name": one.person.name, **row, "why": _why(one), "id": one.person.person_id}


def _why(one: Standing) -> str:
    """Give why somebody gets none, or in spite of what they get one."""
    exception = one.entitlement.exception
    if exception is not None and one.entitlement.is_entitled:
        return str(excepted(exception))
    if one.state == "revoked" and one.void_because:
        return _("Revoked: {reason}").format(reason=one.void_because)
    return str(one.entitlement.why or "")


def _told(kept: Mapping[str, Any]) -> list[str]:
    lines = [str(one) for one in told(kept)]
    for session, one in sessions_of(kept):
        hours = f"{session.starts_at:%Y-%m-%d %H:%M}–{session.ends_at:%H:%M}"
        state = _(STATE_WORDS[one["state"]])
        late = _("{n} minutes late").format(n=one["minutes_late"]) if one["minutes_late"] else ""
        lines.append(" · ".join(part for part in (hours, session.title, state, late) if part))
    return lines
