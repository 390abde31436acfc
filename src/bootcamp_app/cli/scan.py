"""The command that checks in from photos; apart, because only it needs the picture libraries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.door import AT, SESSION, Door
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pictures import grey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk


@click.command(cls=Command, help=N_("Check in everybody whose badge is in the photos."))
@click.argument("images", nargs=-1, required=True, type=click.Path(path_type=Path))
@SESSION
@AT
@click.pass_obj
def scan(desk: Desk, images: Sequence[Path], session: str | None, at: str | None) -> None:
    """Check in from photos."""
    door = Door(desk, session, at)
    documents, sentences, scans = [], [], []
    # All of them are read first: one that cannot be read stops before anybody is let in.
    read = [(image, codes_in(grey(image))) for image in images]
    for image, seen in read:
        if not seen:
            sentences.append(f"{image.name}: {_('No badge was seen in this photo.')}")
        for taken in door.take([one.text for one in seen], method="photo") if seen else ():
            scans.append(taken)
            documents.append({"image": str(image), **door.document_of(taken)})
            sentences.append(f"{image.name}: {door.sentence_of(taken)}")
    desk.give(documents, *door.headings(scans), *sentences)
