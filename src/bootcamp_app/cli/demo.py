"""The command that lives through a whole sample bootcamp."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bootcamp_app.bootstrap import App, build
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.demo.service import Demo, Services
from bootcamp_app.features.demo.views import FILES

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.demo.views import DemoResult

_MOST = 10_000


@click.command(cls=Command, help=N_("Live through a whole sample bootcamp, without a window."))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help=N_("The folder for its files; an earlier sample in it is made anew."),
)
@click.option("--people", type=click.IntRange(1, _MOST), default=60, help=N_("How many people."))
@click.pass_obj
def demo(desk: Desk, out: Path, people: int) -> None:
    """Live through a whole sample bootcamp."""
    place = out / FILES["workspace"]
    for ending in ("", "-wal", "-shm"):
        place.with_name(place.name + ending).unlink(missing_ok=True)
    app = build(place, SystemClock(), _("Sample"))
    try:
        with desk.progress(_("Sample bootcamp")) as progress:
            result = Demo(_rooms(app), out, people).run(progress)
    finally:
        app.database.close()
    desk.give(_document(result), *_sentences(result))


def _rooms(app: App) -> Services:
    return Services(**{field.name: getattr(app, field.name) for field in fields(Services)})


def _document(result: DemoResult) -> dict[str, object]:
    return {
        "workspace": str(result.workspace),
        "files": [str(file) for file in result.files],
        "people": result.people,
        "checked_in": result.checked_in,
        "certificates": result.certificates,
        "verified": result.verified,
    }


def _sentences(result: DemoResult) -> list[str]:
    return [
        _("A whole sample bootcamp: {people} people, {checked_in} checked in.").format(
            people=result.people, checked_in=result.checked_in
        ),
        _("{certificates} certificates, {verified} of them verified from the printed page.").format(
            certificates=result.certificates, verified=result.verified
        ),
        _("The files are in {folder}:").format(folder=result.workspace.parent.resolve()),
        *(f"  {file.name}" for file in result.files),
    ]
