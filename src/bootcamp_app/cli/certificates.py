"""Commands about certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import IssueResult
    from bootcamp_app.features.people.views import Participant

_ONLY = click.option("--only", multiple=True, metavar="REF", help=N_("Only this person."))


_IN_OTHER_FILES = (
    "print=printing:print_all",
    "list=earned:list_all",
    "except=earned:make_exception",
    "correct=earned:correct",
    "evidence=earned:evidence",
    "verify=trust:verify",
    "issuers=trust:issuers",
    "trust=trust:trust",
    "trust-code=trust:trust_code",
    "page=verify_page:page",
    "import-trust=trust:import_trust",
    "organisation=trust:organisation",
    "credentials=credentials:credentials",
    "layouts=designs:layouts",
    "layout=designs:layout",
    "layout-export=designs:layout_export",
    "layout-import=designs:layout_import",
    "signatory=designs:signatory",
    "font=designs:font",
    "lint=designs:lint",
)


@click.group(cls=Group, lazy=_IN_OTHER_FILES, help=N_("Issue, print and verify certificates."))
def certificates() -> None:
    """Issue, print and verify certificates."""


@certificates.command(help=N_("Issue certificates to all who have earned one."))
@_ONLY
@BOOTCAMP
@click.option("--dry-run", is_flag=True, help=N_("Say what would happen and change nothing."))
@click.pass_obj
def issue(desk: Desk, only: Sequence[str], bootcamp: str | None, *, dry_run: bool) -> None:
    """Issue certificates."""
    chosen = desk.app.bootcamps.find(bootcamp)
    meant = _meant(desk, chosen, only)
    result = desk.app.certificates.issue(chosen, meant, is_dry_run=dry_run)
    document = _issued(result) | (_foreseen(result) if dry_run else {})
    desk.give(document, *_sentences(result, is_dry_run=dry_run))


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


def _foreseen(result: IssueResult) -> dict[str, Any]:
    """Give what is said before issuing: who bear one name, and whom no paper can show."""
    return {
        "same_names": [
            [
                {"person_id": one.person_id, "name_km": one.name_km, "name_en": one.name_en,
                 "organisation": one.organisation}
                for one in group
            ]
            for group in result.same_names
        ],
        "unprintable": [one.participant.person_id for one in result.unprintable],
        "layout_problems": list(map(str, result.problems)),
        "revoked_before": [one.person_id for one in result.revoked_before],
    }  # fmt: skip


def _sentences(result: IssueResult, *, is_dry_run: bool) -> list[str]:
    heading = _("Nothing was changed. This is what would happen:") if is_dry_run else _("Done.")
    counts = _("{issued} issued, {already} had one, {others} have not earned one.").format(
        issued=result.issued, already=result.already, others=len(result.not_entitled)
    )
    whys = [f"{one.participant.name}: {one.why}" for one in result.not_entitled]
    alike = map(_alike, result.same_names)
    again = [
        _("{name} gets another one, although theirs was revoked.").format(name=one.name)
        for one in result.revoked_before
    ]
    return [heading, counts, *whys, *again, *alike, *map(str, result.problems)]


def _alike(group: Sequence[Participant]) -> str:
    people = ", ".join(f"{one.name} ({one.organisation or one.person_id})" for one in group)
    return _("They bear one name, so look whose paper it is: {people}.").format(people=people)
