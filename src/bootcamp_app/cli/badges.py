"""Commands about badges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command, Group
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.badges.layouts import DEFAULT_LAYOUT
from bootcamp_app.features.badges.layouts import layout as find_layout
from bootcamp_app.features.badges.rules import spaced
from bootcamp_app.features.badges.service import ALL, CHANGED, MISSING, MOST_BLANK
from bootcamp_app.features.badges.sheets import SheetWish, must_be_possible, print_sheets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.badges.views import Badge, BlankBadge
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant


@click.command(cls=Command, help=N_("Print badge sheets; every code is read back first."))
@click.option("--out", type=FileToWrite(), required=True, help=N_("The PDF to write."))
@click.option(
    "--layout", default=DEFAULT_LAYOUT, help=N_("The layout of the sheet, or a file with one.")
)
@click.option(
    "--only",
    multiple=True,
    metavar="REF",
    help=N_("Only this person; “missing”: never printed; “changed”: not as printed."),
)
@click.option(
    "--start", type=click.IntRange(1), default=1, help=N_("The first free place of a used sheet.")
)
@click.option(
    "--two-sided", is_flag=True, help=N_("With backs, for paper turned at its long side.")
)
@click.option("--no-cut-marks", is_flag=True, help=N_("Without lines to cut along."))
@click.option(
    "--blank",
    type=click.IntRange(1, MOST_BLANK),
    help=N_("Print so many blank badges, to bind to people at the door."),
)
@BOOTCAMP
@click.pass_obj
def badges(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    /,
    out: Path,
    layout: str,
    only: Sequence[str],
    bootcamp: str | None,
    blank: int | None,
    **sheet: Any,  # noqa: ANN401 - what click read
) -> None:
    """Print badge sheets."""
    chosen = desk.app.bootcamps.find(bootcamp)
    logos = desk.app.logos.pictures(chosen)
    wish = SheetWish(layout, sheet["start"], not sheet["no_cut_marks"], sheet["two_sided"], logos)
    chosen_layout = find_layout(layout)
    must_be_possible(chosen_layout, wish)
    with desk.progress(_("Printing")) as progress:
        wanted = _wanted(desk, chosen, only, blank)
        printed = print_sheets(chosen, wanted, out, wish, progress)
    again = desk.app.badges.note_printed(wanted, chosen_layout.id).again
    desk.give(
        {"file": str(out), "pages": printed.pages, "badges": printed.badges},
        _("Badges: {badges}. Pages: {pages}. {file}").format(
            badges=printed.badges, pages=printed.pages, file=out
        ),
        *([_("Badges that were printed before: {count}.").format(count=again)] if again else []),
    )


@click.group(cls=Group, help=N_("Give somebody a blank badge, or a new one for a lost one."))
def badge() -> None:
    """Change which badge is whose."""


@badge.command(help=N_("Make a blank badge somebody's; the badge they had is replaced."))
@click.argument("code")
@click.argument("ref")
@BOOTCAMP
@click.pass_obj
def bind(desk: Desk, code: str, ref: str, bootcamp: str | None) -> None:
    """Bind a blank badge."""
    person = desk.person(desk.app.bootcamps.find(bootcamp), ref)
    _tell(desk, person, desk.app.badges.bind(person, code))


@badge.command(help=N_("Give a new code for a lost badge; the old one is refused from now on."))
@click.argument("ref")
@BOOTCAMP
@click.pass_obj
def replace(desk: Desk, ref: str, bootcamp: str | None) -> None:
    """Replace a lost badge."""
    person = desk.person(desk.app.bootcamps.find(bootcamp), ref)
    _tell(desk, person, desk.app.badges.replace(person))


def _tell(desk: Desk, person: Participant, code: str) -> None:
    desk.give(
        {"person_id": person.person_id, "badge_code": code},
        _("{name} has the badge {code}.").format(name=person.name, code=spaced(code)),
    )


def _wanted(
    desk: Desk, bootcamp: Bootcamp, only: Sequence[str], blank: int | None
) -> Sequence[Badge | BlankBadge]:
    if blank is not None:
        if only:
            raise Refusal("Blank badges are nobody's. Use either --blank or --only.")
        return desk.app.badges.blank(blank)
    which = next((ref for ref in only if ref in (MISSING, CHANGED)), ALL)
    found = [desk.person(bootcamp, ref) for ref in only if ref not in (MISSING, CHANGED)] or [
        one for one in desk.app.people.list(bootcamp) if one.is_expected
    ]
    return desk.app.badges.of(found, which)
