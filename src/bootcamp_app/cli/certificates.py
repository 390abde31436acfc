"""Commands about certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.translated import Group
from bootcamp_app.core.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import IssueResult

_ONLY = click.option("--only", multiple=True, metavar="REF", help=N_("Only this person."))
_BOOTCAMP = click.option(
    "--bootcamp", metavar="REF", help=N_("The bootcamp; the newest where not given.")
)


_IN_OTHER_FILES = (
    "print=printing:print_all",
    "verify=trust:verify",
    "issuers=trust:issuers",
    "trust=trust:trust",
    "trust-code=trust:trust_code",
    "page=verify_page:page",
    "import-trust=trust:import_trust",
    "organisation=trust:organisation",
)


@click.group(cls=Group, lazy=_IN_OTHER_FILES, help=N_("Issue, print and verify certificates."))
def certificates() -> None:
    """Issue, print and verify certificates."""


@certificates.command(help=N_("Issue certificates to all who have earned one."))
@_ONLY
@_BOOTCAMP
@click.option("--dry-run", is_flag=True, help=N_("Say what would happen and change nothing."))
@click.pass_obj
def issue(desk: Desk, only: Sequence[str], bootcamp: str | None, *, dry_run: bool) -> None:
    """Issue certificates."""
    chosen = desk.app.bootcamps.find(bootcamp)
    meant = _meant(desk, chosen, only)
    result = desk.app.certificates.issue(chosen, meant, is_dry_run=dry_run)
    desk.give(_issued(result), *_sentences(result, is_dry_run=dry_run))


@certificates.command(help=N_("Declare a certificate void, with the reason."))
@click.argument("serial")
@click.option("--reason", required=True, help=N_("Why; the reason is kept."))
@click.pass_obj
def revoke(desk: Desk, serial: str, reason: str) -> None:
    """Declare a certificate void."""
    desk.app.certificates.revoke(serial, reason)
    desk.give(
        {"serial": serial, "revoked": True},
        _("Certificate {serial} no longer holds.").format(serial=serial),
    )


def _meant(desk: Desk, bootcamp: Bootcamp, only: Sequence[str]) -> list[str]:
    return [desk.person(bootcamp, ref).participation_id for ref in only]


def _issued(result: IssueResult) -> dict[str, Any]:
    return {
        "issued": result.issued,
        "already": result.already,
        "not_entitled": [
            {"person_id": one.participant.person_id, "why": str(one.why)}
            for one in result.not_entitled
        ],
    }


def _sentences(result: IssueResult, *, is_dry_run: bool) -> list[str]:
    heading = _("Nothing was changed. This is what would happen:") if is_dry_run else _("Done.")
    counts = _("{issued} issued, {already} had one, {others} have not earned one.").format(
        issued=result.issued, already=result.already, others=len(result.not_entitled)
    )
    return [heading, counts, *(f"{one.participant.name}: {one.why}" for one in result.not_entitled)]
