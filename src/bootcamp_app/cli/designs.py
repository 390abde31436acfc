"""Commands about how certificates look: layouts, who signs, fonts, and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command, Group
from bootcamp_app.core.i18n import N_, _, ngettext, words
from bootcamp_app.features.certificates.design_views import DIGITS, MOST_SIGNATORIES, SignatoryAt
from bootcamp_app.features.certificates.layouts import layouts as offered

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.design_views import StoredFile

_PLACE = click.argument("place", type=click.IntRange(1, MOST_SIGNATORIES))
_FILE = click.argument("file", type=click.Path(path_type=Path))
_PAGES = ("A4-landscape", "A4-portrait", "Letter-landscape", "Letter-portrait")


@click.command(cls=Command, help=N_("List the layouts of certificates that there are."))
@BOOTCAMP
@click.pass_obj
def layouts(desk: Desk, bootcamp: str | None) -> None:
    """List the layouts."""
    used = desk.app.working_layouts.of(desk.app.bootcamps.find(bootcamp))
    rows = [
        {
            "layout": name,
            "title": held["title"][words.language],
            "page": used.document["page"] if name == used.name else held["page"],
            "used": name == used.name,
            "changed": name == used.name and used.is_changed,
        }
        for name, held in offered().items()
    ]
    desk.give_table(rows, "")


@click.command(cls=Command, help=N_("Choose how certificates look from now on."))
@click.argument("name", default="")
@click.option("--page", type=click.Choice(_PAGES), help=N_("The paper, and how it lies."))
@click.option("--digits", type=click.Choice(DIGITS), help=N_("Digits in the Khmer words."))
@BOOTCAMP
@click.pass_obj
def layout(
    desk: Desk, name: str, page: str | None, digits: str | None, bootcamp: str | None
) -> None:
    """Choose a layout."""
    chosen, app = desk.app.bootcamps.find(bootcamp), desk.app
    if name:
        app.working_layouts.choose(chosen, name, page or "")
    elif page:
        app.working_layouts.turn(chosen, page)
    if digits:
        app.working_layouts.write_digits(chosen, digits)
    _tell_layout(desk, chosen)


@click.command(cls=Command, help=N_("Write the layout into a file, for another laptop."))
@click.argument("file", type=FileToWrite())
@BOOTCAMP
@click.pass_obj
def layout_export(desk: Desk, file: Path, bootcamp: str | None) -> None:
    """Write the layout into a file."""
    desk.app.working_layouts.save(desk.app.bootcamps.find(bootcamp), file)
    desk.give({"file": str(file)}, _("The layout: {file}").format(file=file))


@click.command(cls=Command, help=N_("Take the layout of a file."))
@_FILE
@BOOTCAMP
@click.pass_obj
def layout_import(desk: Desk, file: Path, bootcamp: str | None) -> None:
    """Take the layout of a file."""
    chosen = desk.app.bootcamps.find(bootcamp)
    desk.app.working_layouts.take_in(chosen, file)
    _tell_layout(desk, chosen)


@click.group(cls=Group, help=N_("Who signs certificates by hand: set, list, remove."))
def signatory() -> None:
    """Work with those who sign by hand."""


@signatory.command("set", help=N_("Have somebody sign in a place, from 1 to 4."))
@_PLACE
@click.option("--name-km", help=N_("The name in Khmer."))
@click.option("--name-en", help=N_("The name in Latin letters."))
@click.option("--title-km", help=N_("The position in Khmer."))
@click.option("--title-en", help=N_("The position in English."))
@click.option(
    "--signature",
    type=click.Path(path_type=Path),
    help=N_("A PNG or JPEG picture of the signature on white paper."),
)
@BOOTCAMP
@click.pass_obj
def set_one(  # noqa: PLR0913 - one for each option
    desk: Desk,
    place: int,
    name_km: str | None,
    name_en: str | None,
    title_km: str | None,
    title_en: str | None,
    signature: Path | None,
    bootcamp: str | None,
) -> None:
    """Have somebody sign in a place; what is not named stays as it is."""
    texts = {"name_km": name_km, "name_en": name_en, "title_km": title_km, "title_en": title_en}
    chosen, signatories = desk.app.bootcamps.find(bootcamp), desk.app.signatories
    there = next((one for one in signatories.of(chosen) if one.place == place), SignatoryAt(place))
    given: dict[str, Any] = {name: text for name, text in texts.items() if text is not None}
    kept = signatories.put(chosen, replace(there, **given), signature)
    name = kept.name_km or kept.name_en
    desk.give(_signatory(kept), _("{name} signs in place {place}.").format(name=name, place=place))


@signatory.command("list", help=N_("List who signs."))
@BOOTCAMP
@click.pass_obj
def list_signatories(desk: Desk, bootcamp: str | None) -> None:
    """List who signs."""
    found = desk.app.signatories.of(desk.app.bootcamps.find(bootcamp))
    desk.give_table([_signatory(one) for one in found], _("Nobody signs."))


@signatory.command("remove", help=N_("Have nobody sign in a place."))
@_PLACE
@BOOTCAMP
@click.pass_obj
def remove_signatory(desk: Desk, place: int, bootcamp: str | None) -> None:
    """Have nobody sign in a place."""
    desk.app.signatories.remove(desk.app.bootcamps.find(bootcamp), place)
    desk.give({"place": place}, _("Nobody signs in place {place} any more.").format(place=place))


@click.group(cls=Group, help=N_("An institution's own fonts: add, list, remove."))
def font() -> None:
    """Work with an institution's own fonts."""


@font.command("add", help=N_("Add the font of a TrueType file (.ttf)."))
@_FILE
@click.pass_obj
def add_font(desk: Desk, file: Path) -> None:
    """Add a font."""
    kept = desk.app.design_files.add_font(file)
    desk.give(_font(kept), _("The font “{title}” was added.").format(title=kept.title))


@font.command("list", help=N_("List the fonts that were added."))
@click.pass_obj
def list_fonts(desk: Desk) -> None:
    """List the fonts."""
    found = desk.app.design_files.offered("font")
    desk.give_table([_font(one) for one in found], _("No font was added."))


@font.command("remove", help=N_("Offer a font no more; what was made with it stays as it is."))
@click.argument("ref")
@click.pass_obj
def remove_font(desk: Desk, ref: str) -> None:
    """Offer a font no more."""
    found = desk.app.design_files.find("font", ref)
    desk.app.design_files.remove(found)
    desk.give(
        {"id": found.id, "title": found.title},
        _("The font “{title}” is offered no more.").format(title=found.title),
    )


@click.command(cls=Command, help=N_("Say what is wrong with the layout, with everybody's name."))
@BOOTCAMP
@click.pass_obj
def lint(desk: Desk, bootcamp: str | None) -> None:
    """Say what is wrong with the layout; nothing else is done."""
    from bootcamp_app.features.certificates.looking_over import (  # noqa: PLC0415 - knows paper
        looked_over,
    )

    chosen, app = desk.app.bootcamps.find(bootcamp), desk.app
    first, *others = [one.certificate for one in app.samples.of(chosen)]
    found = looked_over(app.working_layouts.of(chosen).design, first, others)
    n = len(found)
    count = ngettext("{n} thing is wrong:", "{n} things are wrong:", n).format(n=n)
    desk.give(
        [{"part": one.part_id, "kind": one.kind, "sentence": str(one.sentence)} for one in found],
        count if found else _("Nothing is wrong with the layout."),
        *(f"{one.part_id}: {one.sentence}" if one.part_id else str(one.sentence) for one in found),
    )
    if found:
        raise click.exceptions.Exit(1)


def _tell_layout(desk: Desk, bootcamp: Bootcamp) -> None:
    now = desk.app.working_layouts.of(bootcamp)
    document = now.document
    desk.give(
        {
            "layout": now.name,
            "page": document["page"],
            "digits": now.design.digits,
            "changed": now.is_changed,
        },
        _("Certificates look like “{title}” from now on.").format(
            title=document["title"][words.language] or now.name
        ),
    )


def _signatory(one: SignatoryAt) -> dict[str, Any]:
    return {
        "place": one.place,
        "name_km": one.name_km,
        "name_en": one.name_en,
        "title_km": one.title_km,
        "title_en": one.title_en,
        "has_signature": bool(one.file),
    }


def _font(one: StoredFile) -> dict[str, Any]:
    return {"id": one.id, "title": one.title, "bytes": len(one.data)}
