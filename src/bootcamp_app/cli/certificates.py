"""Commands about certificates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.certificates.keys import issuer_file, read_issuer_file
from bootcamp_app.features.certificates.printing import print_batch, print_each, verify_shown
from bootcamp_app.features.certificates.views import REASONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import IssueResult, Verification

_OUT = click.option("--out", type=FileToWrite(), required=True, help=N_("The file to write."))
_ONLY = click.option("--only", multiple=True, metavar="REF", help=N_("Only this person."))
_BOOTCAMP = click.option(
    "--bootcamp", metavar="REF", help=N_("The bootcamp; the newest where not given.")
)


@click.group(cls=Group, help=N_("Issue, print and verify certificates."))
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


@certificates.command("print", help=N_("Print the certificates that were issued."))
@_OUT
@_ONLY
@_BOOTCAMP
@click.option(
    "--separate",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=N_("One more file a person, named by serial, in this folder."),
)
@click.pass_obj
def print_all(
    desk: Desk, out: Path, only: Sequence[str], bootcamp: str | None, separate: Path | None
) -> None:
    """Print certificates."""
    chosen = desk.app.bootcamps.find(bootcamp)
    issued = desk.app.certificates.issued(chosen, _meant(desk, chosen, only))
    with desk.progress(_("Printing")) as progress:
        pages = print_batch(issued, chosen, out, progress)
        if separate:
            print_each(issued, chosen, separate, progress)
    desk.give(
        {"file": str(out), "pages": pages},
        _("Certificates: {pages}. {file}").format(pages=pages, file=out),
    )


@certificates.command(help=N_("Check a certificate: its code's text, a photo or a PDF."))
@click.argument("shown", metavar="TEXT|IMAGE|PDF")
@click.option(
    "--issuers",
    "issuer_list",
    type=click.Path(path_type=Path),
    help=N_("The list of issuers, where there is no workspace."),
)
@click.pass_obj
def verify(desk: Desk, shown: str, issuer_list: Path | None) -> None:
    """Check a certificate."""
    known, revoked = read_issuer_file(issuer_list) if issuer_list else desk.app.certificates.trust()
    found = verify_shown(shown, known, revoked)
    documents = [_verified(one) for one in found]
    desk.give(documents[0] if len(found) == 1 else documents, *map(_verdict, found))
    if not all(one.is_valid for one in found):
        raise click.exceptions.Exit(1)


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


@certificates.command(help=N_("Write the list of issuers that others need to verify."))
@_OUT
@click.pass_obj
def issuers(desk: Desk, out: Path) -> None:
    """Write the list of issuers."""
    known, revoked = desk.app.certificates.trust()
    with whole_file(out) as part:
        part.write_text(issuer_file(known, revoked), "utf-8")
    desk.give(
        {"file": str(out), "issuers": len(known)},
        _("The list of issuers: {file}").format(file=out),
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


def _verified(one: Verification) -> dict[str, Any]:
    record = one.record
    return {
        "valid": one.is_valid,
        "reason": one.reason,
        "serial": record and record.serial,
        "name_km": record and record.name_km,
        "name_en": record and record.name_en,
        "title": record and record.title,
        "issued_on": record and record.issued_on.isoformat(),
        "revoked": one.reason == "revoked",
    }


def _verdict(one: Verification) -> str:
    if one.record is None:
        return _(REASONS[one.reason])
    record = one.record
    who = " · ".join(part for part in (record.name_km, record.name_en, record.title) if part)
    return f"{record.serial} · {who} · {record.issued_on.isoformat()}\n{_(REASONS[one.reason])}"
