"""Handing the whole over: who may open the file, and opening one that was handed over."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.passphrases import passphrase_from, passphrase_option
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.exports.service import DATABASE_FORMAT
from bootcamp_app.storage.encrypted import ENDING, needs_passphrase, with_ending
from bootcamp_app.storage.encrypted import decrypt as decrypt_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.cli.desk import Desk

DATABASE, WORKSPACE = "database", "workspace"
HANDED_OVER = (DATABASE, WORKSPACE)
"""What `export` writes besides the reports: all of it, to be handed over."""


@dataclass(frozen=True)
class Closing:
    """By what a file that is written will be opened; as the options of the command say."""

    recipients: tuple[str, ...] = ()
    passphrase_file: Path | None = None
    asks: bool = False

    @classmethod
    def out_of(cls, options: dict[str, Any]) -> Closing:
        """Take what it needs out of the options of a command."""
        return cls(**{field.name: options.pop(field.name) for field in fields(cls)})

    @property
    def is_wanted(self) -> bool:
        """Whether the file is to be encrypted."""
        return bool(self.recipients or self.passphrase_file or self.asks)

    def refuse_for_reports(self) -> None:
        """Raise a Refusal where a report is to be encrypted: only what holds everything is."""
        if self.is_wanted:
            raise Refusal("Only the database and the workspace can be encrypted. Leave the key and "
                          "the passphrase out, or export one of these.")  # fmt: skip

    def passphrase(self) -> str:
        """Give the passphrase out of its file, or ask for it; empty where keys open the file."""
        if self.passphrase_file is not None:
            passphrase = passphrase_from(self.passphrase_file, "")
            if not passphrase:
                raise Refusal("There is no passphrase in that file. Write it in the first line.")
            return passphrase
        return passphrase_from(None, _("Passphrase"), is_new=True) if self.asks else ""


def closing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that `Closing` takes, in this order."""
    for adding in (
        click.option(
            "--ask-passphrase",
            "asks",
            is_flag=True,
            help=N_("Protect with a passphrase, which is asked for."),
        ),
        click.option(
            "--passphrase-file",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help=N_("Protect with the passphrase in the first line of a file."),
        ),
        click.option(
            "--encrypt-to",
            "recipients",
            metavar="KEY",
            multiple=True,
            help=N_("Protect so that the owner of this key opens it: age1… or ssh-ed25519 …"),
        ),
    ):
        command = adding(command)
    return command


def hand_over(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    subject: str,
    out: Path,
    form: str | None,
    closing: Closing,
    *,
    with_personal_data: bool,
) -> None:
    """Write the database or a copy of the workspace, and say what it became."""
    if out.suffix == ENDING and not closing.is_wanted:
        raise Refusal("A file that ends in .age is encrypted. Say by what: --ask-passphrase, "
                      "--passphrase-file or --encrypt-to.")  # fmt: skip
    plain = out.with_suffix("") if out.suffix == ENDING else out
    wanted = form or plain.suffix.lstrip(".")
    if subject == DATABASE and wanted not in {DATABASE_FORMAT, "db"}:
        raise Refusal("The database is written as sqlite. Say --format sqlite.")
    if subject == WORKSPACE and not with_personal_data:
        raise Refusal("A copy of the workspace has everything. To leave out personal data, export "
                      "the database instead.")  # fmt: skip
    target = with_ending(out) if closing.is_wanted else out
    passphrase = closing.passphrase()
    exports = desk.app.exports
    with desk.progress(_("Writing")) as progress:
        if subject == WORKSPACE:
            size = exports.write_workspace(
                target, passphrase=passphrase, recipients=closing.recipients, progress=progress
            )
            told, said = {"bytes": size}, _("A verified copy: {file}").format(file=target)
        else:
            rows = exports.write_database(
                target,
                with_personal_data=with_personal_data,
                passphrase=passphrase,
                recipients=closing.recipients,
                progress=progress,
            )
            told = {"rows": rows}
            said = _("Rows: {rows}. {file}").format(rows=rows, file=target)
    closed = {"encrypted": True} if closing.is_wanted else {}
    desk.give({"file": str(target), **told, **closed}, said)


@click.command(cls=Command, help=N_("Open an encrypted file that was handed over."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=FileToWrite(), required=True, help=N_("The file to write."))
@passphrase_option
@click.option(
    "--identity",
    "identities",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help=N_("A file with a private key of age or SSH."),
)
@click.pass_obj
def decrypt(
    desk: Desk, file: Path, out: Path, passphrase_file: Path | None, identities: tuple[Path, ...]
) -> None:
    """Open an encrypted file; no workspace is needed for it."""
    passphrase = ""
    if needs_passphrase(file):
        passphrase = passphrase_from(passphrase_file, _("Passphrase"))
    with desk.progress(_("Opening")) as progress:
        decrypt_file(file, out, passphrase, identities, progress)
    desk.give({"file": str(out)}, _("Opened: {file}").format(file=out))
