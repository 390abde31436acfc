"""The command that prints certificates: into one file, or into several in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.certificates.leaving_out import print_what_fits
from bootcamp_app.features.certificates.piles import FILES, ORDERS, piles
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.certificates.prints import Wish
from bootcamp_app.features.certificates.separate import print_piles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.certificates.leaving_out import LeftOut
    from bootcamp_app.features.certificates.prints import Papers
    from bootcamp_app.features.certificates.separate import Separate
    from bootcamp_app.features.certificates.views import Certificate

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command("print", cls=Command, help=N_("Print the certificates that were issued."))
@click.option("--out", type=FileToWrite(), help=N_("The file to write."))
@click.option("--only", multiple=True, metavar="REF", help=N_("Only this person."))
@BOOTCAMP
@click.option(
    "--separate",
    type=_FOLDER,
    metavar="DIR",
    help=N_("One more file a person, named by serial, in this folder."),
)
@click.option(
    "--by", type=click.Choice(list(FILES)), help=N_("What each file in the folder holds.")
)
@click.option(
    "--folder",
    type=_FOLDER,
    metavar="DIR",
    help=N_("Several files in this folder; those that lie there already are kept."),
)
@click.option(
    "--order",
    type=click.Choice(list(ORDERS)),
    default="serial",
    help=N_("The order of the pages: by number, name or team."),
)
@click.option("--not-printed", is_flag=True, help=N_("Only those that were not printed before."))
@click.option("--note-printed", is_flag=True, help=N_("Write down that they are printed now."))
@click.pass_obj
def print_all(desk: Desk, /, **typed: Any) -> None:  # noqa: ANN401 - as click gives them
    """Print certificates."""
    asked = _Asked(**typed)
    asked.must_be_clear()
    chosen = desk.app.bootcamps.find(asked.bootcamp)
    only = [desk.person(chosen, ref).participation_id for ref in asked.only]
    papers = desk.app.prints.papers(chosen, Wish(only, asked.order, asked.not_printed))
    with desk.progress(_("Printing")) as progress:
        printed, left_out = print_what_fits(
            papers.certificates,
            papers.designs,
            lambda wanted: _print(asked, papers, wanted, progress),
        )
    if asked.note_printed:
        lost = {one.certificate.id for one in left_out}
        desk.app.prints.note_printed([one for one in papers.certificates if one.id not in lost])
    desk.give(_document(asked, printed, left_out), *_sentences(asked, printed, left_out, papers))


@dataclass(frozen=True)
class _Asked:
    """What was typed."""

    out: Path | None
    only: Sequence[str]
    bootcamp: str | None
    separate: Path | None
    by: str | None
    folder: Path | None
    order: str
    not_printed: bool
    note_printed: bool

    def must_be_clear(self) -> None:
        """Say what is wrong where nothing, or nothing clear, is to be written."""
        if self.by and not self.folder:
            raise click.UsageError(_("Several files need a folder. Name it with --folder."))
        if not self.out and not self.folder:
            raise click.UsageError(
                _("Say where to write: --out for one file, --folder for several.")
            )


@dataclass(frozen=True)
class _Printed:
    """What was written."""

    pages: int
    separate: Separate | None


def _print(
    asked: _Asked,
    papers: Papers,
    wanted: Sequence[Certificate],
    progress: Any,  # noqa: ANN401
) -> _Printed:
    pages, made = 0, None
    if asked.out:
        pages = print_batch(wanted, papers.bootcamp, asked.out, progress, papers.designs)
    for folder, by in ((asked.separate, "person"), (asked.folder, asked.by or "person")):
        if folder:
            files = piles(wanted, papers.people, by)
            made = print_piles(files, papers.bootcamp, folder, progress, papers.designs)
    return _Printed(pages or (made.pages if made else 0), made)


def _document(asked: _Asked, printed: _Printed, left_out: Sequence[LeftOut]) -> dict[str, Any]:
    told: dict[str, Any] = {"file": str(asked.out) if asked.out else None, "pages": printed.pages}
    if asked.folder and printed.separate:
        told["folder"] = str(asked.folder)
        told["written"], told["kept"] = printed.separate.written, printed.separate.kept
    if left_out:
        told["left_out"] = [
            {"serial": one.certificate.serial, "why": str(one.why)} for one in left_out
        ]
    return told


def _sentences(
    asked: _Asked, printed: _Printed, left_out: Sequence[LeftOut], papers: Papers
) -> list[str]:
    lines = [f"{_name(papers, one.certificate)}: {one.why}" for one in left_out]
    place = asked.out or asked.folder
    lines.append(_("Certificates: {pages}. {file}").format(pages=printed.pages, file=place))
    if asked.folder and printed.separate:
        written, kept = printed.separate.written, printed.separate.kept
        told = ngettext("{n} file written.", "{n} files written.", written).format(n=written)
        lay = ngettext("{n} lay there already.", "{n} lay there already.", kept).format(n=kept)
        lines.append(f"{told} {lay}" if kept else told)
    return lines


def _name(papers: Papers, certificate: Certificate) -> str:
    whose = papers.people.get(certificate.participation_id)
    return whose.name if whose else certificate.serial
