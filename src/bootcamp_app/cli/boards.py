"""Commands about boards: made, listed, shown, and written on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.board_refs import board_of, zone_of
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.canvases.entering import Entry, entered
from bootcamp_app.features.canvases.note_lines import COLOUR_WORDS, zone_lines
from bootcamp_app.features.canvases.views import SCALES, SIDES, NewBoard
from bootcamp_app.features.teams.views import SIDE_WORDS

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.canvases.views import Board


@click.command("new", cls=Command, help=N_("Make a board from a canvas, empty but for answers."))
@click.argument("template", metavar="TEMPLATE")
@click.option("--team", metavar="REF", help=N_("The team whose board it is."))
@click.option("--title", default="", help=N_("A name of its own."))
@click.option("--title-km", default="", help=N_("The name in Khmer."))
@click.option("--paper", type=click.Choice(list(SCALES)), default="A1", help=N_("The paper."))
@BOOTCAMP
@click.pass_obj
def new(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    template: str,
    team: str | None,
    title: str,
    title_km: str,
    paper: str,
    bootcamp: str | None,
) -> None:
    """Make a board; what its zones ask from the team's earlier boards is carried over."""
    chosen = desk.app.bootcamps.find(bootcamp)
    label = desk.app.teams.find(chosen, team).label if team else ""
    wish = NewBoard(template, label, title_km, title, paper)
    board = desk.app.boards.make(chosen, wish)
    carried = desk.app.boards.carry(board)
    more = ngettext(
        "{n} answer came from an earlier canvas.",
        "{n} answers came from earlier canvases.",
        carried,
    )
    desk.give(
        {**board_entry(board), "carried": carried},
        _("Board {number}: {title}").format(number=board.number, title=board.title),
        *([more.format(n=carried)] if carried else []),
    )


@click.command("list", cls=Command, help=N_("List the boards that there are."))
@BOOTCAMP
@click.pass_obj
def list_boards(desk: Desk, bootcamp: str | None) -> None:
    """List the boards of a bootcamp."""
    chosen = desk.app.bootcamps.find(bootcamp)
    boards, counted = desk.app.boards.all(chosen), desk.app.boards.counts(chosen)
    rows = [
        {
            **board_entry(board),
            "notes": count.notes,
            "changed_at": count.changed_at.astimezone(chosen.zone).isoformat(),
        }
        for board in boards
        # One that was removed on another laptop between the two looks is no more.
        if (count := counted.get(board.id)) is not None
    ]
    desk.give_table(rows, _("There are no boards as yet."))


@click.command("show", cls=Command, help=N_("Show the notes of a board by zone."))
@click.argument("ref", metavar="REF")
@BOOTCAMP
@click.pass_obj
def show(desk: Desk, ref: str, bootcamp: str | None) -> None:
    """Show the notes of a board, zone by zone, with their votes."""
    board = board_of(desk, ref, bootcamp)
    told = zone_lines(desk.app.board_files.handed(board.id))
    zones = [
        {
            "number": number,
            "id": zone.id if zone else "",
            "title_km": zone.title.km if zone else "",
            "title_en": zone.title.en if zone else "",
            "notes": [
                {"text": one.text, "side": one.side, "author": one.author, "votes": one.votes}
                for one in lines
            ],
        }
        for number, zone, lines in told
    ]
    sentences = [f"{board.title} ({board.number})"]
    for number, zone, lines in told:
        sentences.append(f"{number}  {zone.title}" if zone else _("Outside of all zones"))
        for one in lines:
            beside = [_(SIDE_WORDS[one.side])] if one.side else []
            beside += [ngettext("{n} dot", "{n} dots", one.votes).format(n=one.votes)] * bool(
                one.votes
            )
            text = one.text.replace("\n", " ")
            sentences.append(f"   – {text}" + (f" ({', '.join(beside)})" if beside else ""))
    desk.give({**board_entry(board), "zones": zones}, *sentences)


@click.command("note", cls=Command, help=N_("Write notes into a zone of a board."))
@click.argument("ref", metavar="REF")
@click.argument("zone", metavar="ZONE")
@click.argument("texts", metavar="TEXT…", nargs=-1, required=True)
@click.option("--side", type=click.Choice(SIDES), default=None, help=N_("Whose word it is."))
@click.option(
    "--colour",
    type=click.Choice(list(COLOUR_WORDS)),
    help=N_("The colour; that of the zone where not given."),
)
@BOOTCAMP
@click.pass_obj
def note(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    ref: str,
    zone: str,
    texts: tuple[str, ...],
    side: str | None,
    colour: str | None,
    bootcamp: str | None,
) -> None:
    """Write a note for each text; all of them are one act."""
    board = board_of(desk, ref, bootcamp)
    zone_meant = zone_of(board.template, zone)
    entries = [Entry(zone_meant.id, text) for text in texts]
    contents = desk.app.boards.contents(board.id)
    gesture = entered(contents, entries, {}, side or "", colour or "")
    desk.app.boards.apply(board.id, gesture)
    notes = gesture.added
    said = ngettext("{n} note written: {zone}", "{n} notes written: {zone}", len(notes))
    desk.give(
        [{"id": one.id, "zone": one.zone, "text": one.text, "colour": one.colour} for one in notes],
        said.format(n=len(notes), zone=zone_meant.title),
    )


def board_entry(board: Board) -> dict[str, Any]:
    """Give a board as the command line tells it."""
    return {
        "id": board.id,
        "number": board.number,
        "title": board.title,
        "template": board.template.id,
        "team": board.team,
        "paper": board.paper,
    }
