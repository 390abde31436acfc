"""Commands about who is trusted: verifying, lists to hand over and take in, organisations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.passphrases import passphrase_from, passphrase_option
from bootcamp_app.cli.translated import Command, Group
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.certificates import organisation_keys, trust_reading
from bootcamp_app.features.certificates.keys import issuer_file
from bootcamp_app.features.certificates.shown import verify_shown
from bootcamp_app.features.certificates.trust_codes import is_code
from bootcamp_app.features.certificates.trust_paper import print_codes
from bootcamp_app.features.certificates.trusting import (
    TakenIn,
    Unconfirmed,
    fingerprint,
    name_of,
)
from bootcamp_app.features.certificates.verdicts import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.certificates.views import Verification

_OUT = click.option("--out", type=FileToWrite(), required=True, help=N_("The file to write."))
_ASKED_AS = N_("Passphrase of the organisation's key")


@click.command(cls=Command, help=N_("Check a certificate: its code's text, a photo or a PDF."))
@click.argument("shown", metavar="TEXT|IMAGE|PDF")
@click.option(
    "--issuers",
    "--trust",
    "list_file",
    type=click.Path(path_type=Path),
    help=N_("The trust list or list of issuers, where there is no workspace."),
)
@click.pass_obj
def verify(desk: Desk, shown: str, list_file: Path | None) -> None:
    """Check a certificate."""
    if list_file:
        from bootcamp_app.core.clock import SystemClock  # noqa: PLC0415 - no workspace is opened

        known = [trust_reading.list_in(list_file)]
        with desk.progress(_("Checking")) as progress:
            found = verify_shown(shown, known, SystemClock().now(), progress)
    else:
        with desk.progress(_("Checking")) as progress:
            found = desk.app.trust.verify(shown, progress)
    documents = [_verified(one) for one in found]
    desk.give(documents[0] if len(found) == 1 else documents, *map(_verdict, found))
    if not all(one.is_valid for one in found):
        raise click.exceptions.Exit(1)


@click.command(cls=Command, help=N_("Write the list of issuers that others need to verify."))
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


@click.command(
    cls=Command, help=N_("Write the signed trust list, with which others verify certificates.")
)
@_OUT
@click.pass_obj
def trust(desk: Desk, out: Path) -> None:
    """Write the trust list."""
    text = desk.app.trust.file()
    with whole_file(out) as part:
        part.write_text(text, "utf-8")
    _tell(desk, out, text, _("The trust list: {file}").format(file=out))


@click.command(
    "trust-code", cls=Command, help=N_("Write the trust list as a page of codes: PDF or PNG.")
)
@_OUT
@click.pass_obj
def trust_code(desk: Desk, out: Path) -> None:
    """Write the page of codes."""
    text = desk.app.trust.file()
    count = print_codes(text, out)
    told = _("The trust list in {count} codes: {file}").format(count=count, file=out)
    _tell(desk, out, text, told, codes=count)


@click.command(
    "import-trust",
    cls=Command,
    help=N_("Take in a trust list: a file, a picture or PDF of its codes, or their text."),
)
@click.argument("shown", metavar="FILE…|TEXT", nargs=-1, required=True)
@click.option("--accept", is_flag=True, help=N_("Yes, I trust whoever this list is of."))
@click.pass_obj
def import_trust(desk: Desk, shown: Sequence[str], *, accept: bool) -> None:
    """Take in a trust list."""
    lines = [line for one in shown for line in one.splitlines()]
    if all(map(is_code, lines)):
        text = trust_reading.text_of(lines)
    else:
        text = trust_reading.text_in(*map(Path, shown))
    try:
        taken = desk.app.trust.take_in(text, is_trusted=accept)
    except Unconfirmed as refusal:
        raise Refusal("{why} With --accept you say so.", why=refusal) from refusal
    desk.give(_taken(taken), _said_of(taken))


@click.group(cls=Group, help=N_("The organisation that stands for the laptops that sign."))
def organisation() -> None:
    """Make an organisation's key and endorse laptops with it."""


@organisation.command("new", help=N_("Make the organisation's key, closed with a passphrase."))
@click.option("--name-km", default="", help=N_("Its name in Khmer."))
@click.option("--name-en", default="", help=N_("Its name in English."))
@_OUT
@passphrase_option
@click.pass_obj
def new(desk: Desk, name_km: str, name_en: str, out: Path, passphrase_file: Path | None) -> None:
    """Make an organisation's key."""
    passphrase = passphrase_from(passphrase_file, _(_ASKED_AS), is_new=True)
    made, code = organisation_keys.make(name_km, name_en, passphrase, out)
    desk.give(
        {
            "file": str(out),
            "name_km": made.name_km,
            "name_en": made.name_en,
            "fingerprint": fingerprint(made.public_key),
            "recovery_code": code,
        },
        _("The key of {name}: {file}").format(name=made.name, file=out),
        _("Fingerprint: {fingerprint}").format(fingerprint=fingerprint(made.public_key)),
        _("Recovery code, shown only now: {code}").format(code=code),
        _("Write it on paper and keep it apart from the file. It opens the key as well."),
    )


@organisation.command(help=N_("Endorse the laptops that sign in this workspace."))
@click.option(
    "--key", type=click.Path(path_type=Path), required=True, help=N_("The organisation's key.")
)
@click.option("--letter", default="", help=N_("Only the laptop with this letter in serials."))
@passphrase_option
@click.pass_obj
def endorse(desk: Desk, key: Path, letter: str, passphrase_file: Path | None) -> None:
    """Endorse laptops."""
    opened = organisation_keys.unlock(key, passphrase_from(passphrase_file, _(_ASKED_AS)))
    endorsed = [one.letter for one in desk.app.trust.endorse(opened, letter)]
    name = opened.organisation.name
    told = _("{name} stands for: {letters}").format(name=name, letters=", ".join(endorsed))
    nothing = _("{name} stands for all of them already.").format(name=name)
    desk.give({"organisation": name, "endorsed": endorsed}, told if endorsed else nothing)


@organisation.command("show", help=N_("Say as whom this laptop signs and who stands for it."))
@click.pass_obj
def show(desk: Desk) -> None:
    """Say as whom this laptop signs."""
    signing = desk.app.trust.signing()
    issuer, ours = signing.issuer, signing.organisation
    document = {
        "letter": issuer and issuer.letter,
        "fingerprint": issuer and fingerprint(issuer.public_key),
        "organisation": ours and ours.name,
        "organisation_fingerprint": ours and fingerprint(ours.public_key),
        "others": signing.others,
    }
    if issuer is None:
        desk.give(document, _("This laptop has signed nothing yet; its key is made then."))
        return
    desk.give(
        document,
        _("Letter {letter}, fingerprint {fingerprint}").format(**document),
        _("{name} stands for this laptop.").format(name=ours.name)
        if ours
        else _("No organisation stands for this laptop."),
    )


def _tell(desk: Desk, out: Path, text: str, *told: str, **more: int) -> None:
    from bootcamp_app.features.certificates.trust import read  # noqa: PLC0415

    held = read(text)
    desk.give(
        {
            "file": str(out),
            "issuers": len(held.issuers),
            "organisation": held.organisation and held.organisation.name,
            "revoked": len(held.revoked),
            "superseded": len(held.superseded),
            "sequence": held.sequence,
            **more,
        },
        *told,
    )


def _taken(taken: TakenIn) -> dict[str, Any]:
    held = taken.list
    return {
        "new": taken.is_new,
        "name": name_of(held),
        "organisation": held.organisation and held.organisation.name,
        "issuers": len(held.issuers),
        "revoked": len(held.revoked),
        "superseded": len(held.superseded),
        "made_at": held.made_at.isoformat(),
        "sequence": held.sequence,
    }


def _said_of(taken: TakenIn) -> str:
    name, day = name_of(taken.list), taken.list.made_at.astimezone().date().isoformat()
    if taken.is_new:
        return _("The list of {name}, made on {day}, was taken in.").format(name=name, day=day)
    return _("The list of {name}, made on {day}, was here already.").format(name=name, day=day)


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
        "revision": record and record.revision,
        "superseded_by": one.by_revision or None,
        "issuer": one.letter or None,
        "organisation": one.organisation or None,
        "list_made_at": one.list_made_at and one.list_made_at.isoformat(),
        "list_days_old": one.days_old if one.list_made_at else None,
        "issued_after_list": one.is_after_list,
    }


def _verdict(one: Verification) -> str:
    told = "\n".join(map(str, sentences(one)))
    if one.record is None:
        return told
    record = one.record
    who = " · ".join(part for part in (record.name_km, record.name_en, record.title) if part)
    number = record.serial if record.revision == 1 else f"{record.serial} · {record.revision}"
    return f"{number} · {who} · {record.issued_on.isoformat()}\n{told}"
