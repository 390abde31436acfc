"""Commands about teams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.bootcamps.places import province_in_english
from bootcamp_app.features.teams.building import Wanted
from bootcamp_app.features.teams.measuring import CHOICES
from bootcamp_app.features.teams.views import APART, COLOURS, FIXED, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.teams.measuring import Share
    from bootcamp_app.features.teams.roster import Mate, Roster
    from bootcamp_app.features.teams.views import Team

_KINDS = {
    TOGETHER: N_("Together: {people}"),
    APART: N_("Apart: {people}"),
    FIXED: N_("In team {team}: {people}"),
}
_SHOWN = ("side", "sector", "sex", "province")
_OFF = {
    "side": N_("the sides"),
    "sector": N_("the sectors"),
    "sex": N_("the sexes"),
}


@click.group(cls=Group, help=N_("Teams that mix people, and what they are called."))
def teams() -> None:
    """Teams that mix people."""


@teams.command("build", help=N_("Build balanced teams anew; wishes are heeded."))
@click.option("--size", type=click.IntRange(1), help=N_("About how many people are in a team."))
@click.option("--teams", "number", type=click.IntRange(1), help=N_("How many teams there are."))
@click.option(
    "--balance",
    "balanced",
    type=click.Choice(list(CHOICES)),
    multiple=True,
    help=N_("What is to be alike in all teams; everything where not given."),
)
@click.option("--seed", type=int, default=0, help=N_("Another number gives other teams."))
@click.option("--dry-run", is_flag=True, help=N_("Say what would happen and change nothing."))
@BOOTCAMP
@click.pass_obj
def build(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    size: int | None,
    number: int | None,
    balanced: Sequence[str],
    seed: int,
    bootcamp: str | None,
    *,
    dry_run: bool,
) -> None:
    """Build balanced teams anew."""
    if (size is None) == (number is None):
        raise click.UsageError(_("Say either --size or --teams."))
    chosen = desk.app.bootcamps.find(bootcamp)
    wanted = Wanted(number or 0, size or 0, tuple(balanced) or tuple(CHOICES), seed)
    with desk.progress(_("Building teams")) as progress:
        draft = desk.app.team_building.preview(chosen, wanted, progress)
    if not dry_run:
        desk.app.team_building.keep(chosen, draft)
    _give(desk, draft)


@teams.command("list", help=N_("List the teams, who is in them, and how balanced they are."))
@BOOTCAMP
@click.pass_obj
def list_teams(desk: Desk, bootcamp: str | None) -> None:
    """List the teams."""
    _give(desk, desk.app.teams.roster(desk.app.bootcamps.find(bootcamp)))


@teams.command("add", help=N_("Add an empty team; without a name it gets one that is free."))
@click.option("--name-km", default="", help=N_("The name in Khmer."))
@click.option("--name-en", default="", help=N_("The name in Latin letters."))
@click.option("--colour", type=click.Choice(COLOURS), default=None, help=N_("The colour."))
@BOOTCAMP
@click.pass_obj
def add(desk: Desk, name_km: str, name_en: str, colour: str | None, bootcamp: str | None) -> None:
    """Add an empty team."""
    chosen = desk.app.bootcamps.find(bootcamp)
    team = desk.app.teams.add(chosen, name_km, name_en, colour or "")
    desk.give(_team(team), _("Added: {team}").format(team=team.both))


@teams.command("rename", help=N_("Call or colour a team otherwise."))
@click.argument("ref", metavar="TEAM")
@click.option("--name-km", help=N_("The name in Khmer."))
@click.option("--name-en", help=N_("The name in Latin letters."))
@click.option("--colour", type=click.Choice(COLOURS), help=N_("The colour."))
@BOOTCAMP
@click.pass_obj
def rename(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    ref: str,
    name_km: str | None,
    name_en: str | None,
    colour: str | None,
    bootcamp: str | None,
) -> None:
    """Call or colour a team otherwise."""
    chosen = desk.app.bootcamps.find(bootcamp)
    team = desk.app.teams.find(chosen, ref)
    khmer = team.name_km if name_km is None else name_km
    latin = team.name_en if name_en is None else name_en
    desk.app.teams.change(chosen, team, khmer, latin, colour or team.colour)
    changed = desk.app.teams.find(chosen, team.label)
    desk.give(_team(changed), _("Now: {team}").format(team=changed.both))


@teams.command("remove", help=N_("Remove a team; its people are in none then."))
@click.argument("ref", metavar="TEAM")
@BOOTCAMP
@click.pass_obj
def remove(desk: Desk, ref: str, bootcamp: str | None) -> None:
    """Remove a team."""
    chosen = desk.app.bootcamps.find(bootcamp)
    team = desk.app.teams.find(chosen, ref)
    desk.app.teams.remove(chosen, team)
    desk.give(_team(team), _("Removed: {team}").format(team=team.both))


@teams.command("move", help=N_("Put people into a team, or with --out into none."))
@click.argument("refs", metavar="PERSON…", nargs=-1, required=True)
@click.option("--to", "ref", metavar="TEAM", help=N_("The team in which they are to be."))
@click.option("--out", "is_out", is_flag=True, help=N_("They are to be in no team."))
@BOOTCAMP
@click.pass_obj
def move(
    desk: Desk, refs: Sequence[str], ref: str | None, bootcamp: str | None, *, is_out: bool
) -> None:
    """Put people into a team."""
    if (ref is None) != is_out:
        raise click.UsageError(_("Say either --to TEAM or --out."))
    chosen = desk.app.bootcamps.find(bootcamp)
    team = desk.app.teams.find(chosen, ref) if ref else None
    people = [desk.person(chosen, one).participation_id for one in refs]
    desk.app.teams.put(chosen, people, team)
    told = ngettext("{n} person moved.", "{n} people moved.", len(people)).format(n=len(people))
    desk.give({"team": team.label if team else None, "people": len(people)}, told)


@teams.command("late", help=N_("Put everybody without a team where they balance best."))
@BOOTCAMP
@click.pass_obj
def late(desk: Desk, bootcamp: str | None) -> None:
    """Put everybody without a team where they balance best."""
    number, _act = desk.app.teams.place_late(desk.app.bootcamps.find(bootcamp))
    told = ngettext("{n} person placed.", "{n} people placed.", number).format(n=number)
    desk.give({"placed": number}, told)


@teams.group("wish", cls=Group, help=N_("Who is to be together, apart, or in which team."))
def wish() -> None:
    """Who is to be together, apart, or in which team."""


@wish.command("add", help=N_("Add a wish: together, apart, or fixed with --team."))
@click.argument("kind", type=click.Choice([TOGETHER, APART, FIXED]))
@click.argument("refs", metavar="PERSON…", nargs=-1, required=True)
@click.option("--team", "ref", metavar="TEAM", help=N_("The team in which they are to be."))
@BOOTCAMP
@click.pass_obj
def add_wish(
    desk: Desk, kind: str, refs: Sequence[str], ref: str | None, bootcamp: str | None
) -> None:
    """Add a wish."""
    chosen = desk.app.bootcamps.find(bootcamp)
    people = [desk.person(chosen, one).participation_id for one in refs]
    team = desk.app.teams.find(chosen, ref) if ref else None
    made = desk.app.team_wishes.add(chosen, kind, people, team)
    desk.give({"id": made.id}, _("Wish {id} is kept.").format(id=made.id))


@wish.command("list", help=N_("List the wishes."))
@BOOTCAMP
@click.pass_obj
def list_wishes(desk: Desk, bootcamp: str | None) -> None:
    """List the wishes."""
    roster = desk.app.teams.roster(desk.app.bootcamps.find(bootcamp))
    documents, told = [], []
    for one in roster.wishes:
        people = [roster.by_id[key] for key in one.people if key in roster.by_id]
        documents.append(
            {
                "id": one.id,
                "kind": one.kind,
                "team": one.team or None,
                "people": [{"id": mate.person_id, "name": mate.name} for mate in people],
            }
        )
        names = ", ".join(mate.name for mate in people)
        told.append(f"{one.id}  {Sentence(_KINDS[one.kind], people=names, team=one.team)}")
    desk.give(documents, *(told or [_("There are no wishes.")]))


@wish.command("remove", help=N_("Remove a wish."))
@click.argument("ref", metavar="ID")
@BOOTCAMP
@click.pass_obj
def remove_wish(desk: Desk, ref: str, bootcamp: str | None) -> None:
    """Remove a wish."""
    desk.app.team_wishes.remove(desk.app.bootcamps.find(bootcamp), ref)
    desk.give({"removed": ref}, _("The wish was removed."))


@teams.command("print", help=N_("Print lists for the wall, or signs for the tables."))
@click.argument("what", type=click.Choice(["lists", "signs"]))
@click.option("--out", type=FileToWrite(), required=True, help=N_("The PDF to write."))
@click.option("--only", metavar="TEAM", multiple=True, help=N_("Only these teams."))
@click.option("--flat", is_flag=True, help=N_("Signs on A5, not on A4 to be folded."))
@BOOTCAMP
@click.pass_obj
def print_teams(  # noqa: PLR0913 - the options of the command
    desk: Desk, what: str, out: Path, only: Sequence[str], bootcamp: str | None, *, flat: bool
) -> None:
    """Print lists or signs."""
    # Printing is heavy to import.
    from bootcamp_app.features.teams.paper import (  # noqa: PLC0415
        SIGNS,
        Printing,
        print_lists,
        print_signs,
    )

    chosen = desk.app.bootcamps.find(bootcamp)
    labels = [desk.app.teams.find(chosen, ref).label for ref in only]
    roster = desk.app.teams.roster(chosen)
    if not roster.teams:
        raise Refusal("There are no teams yet. Build them first.")
    wanted = Printing(chosen, roster, desk.app.clock.now().astimezone(chosen.zone), labels)
    with desk.progress(_("Printing")) as progress:
        if what == "lists":
            pages = print_lists(wanted, out, progress)
        else:
            pages = print_signs(wanted, out, SIGNS[flat], progress)
    desk.give({"file": str(out), "pages": pages}, _("Ready to print: {file}").format(file=out))


def _give(desk: Desk, roster: Roster) -> None:
    documents = [
        {
            **_team(team),
            "members": [_mate(one) for one in roster.of(team)],
            "balance": _balance(roster, team),
        }
        for team in roster.teams
    ]
    told = [line for team in roster.teams for line in _lines(roster, team)]
    if roster.without and roster.teams:
        rest = len(roster.without)
        told.append(
            ngettext("{n} person is in no team.", "{n} people are in no team.", rest).format(n=rest)
        )
    desk.give(documents, *(told or [_("There are no teams yet.")]))


def _team(team: Team) -> dict[str, Any]:
    return {
        "team": team.label,
        "id": team.id or None,
        "name_km": team.name_km,
        "name_en": team.name_en,
        "colour": team.colour or None,
    }


def _mate(mate: Mate) -> dict[str, Any]:
    return {
        "id": mate.person_id,
        "name_km": mate.name_km,
        "name_en": mate.name_en,
        "sex": mate.sex,
        "side": mate.side,
        "sector": mate.sector,
        "organisation": mate.organisation_en or mate.organisation_km,
        "province": province_in_english(mate.province),
    }


def _balance(roster: Roster, team: Team) -> dict[str, Any]:
    found = roster.balance(team)
    return {
        trait: {
            province_in_english(value) if trait == "province" else value: _share(share)
            for value, share in found.get(trait, {}).items()
        }
        for trait in _SHOWN
    }


def _share(share: Share) -> dict[str, Any]:
    return {"number": share.number, "ideal": round(share.ideal, 2), "off": share.is_off}


def _lines(roster: Roster, team: Team) -> list[str]:
    people = roster.of(team)
    balance = roster.balance(team)
    off = [
        _(words)
        for trait, words in _OFF.items()
        if any(share.is_off for share in balance.get(trait, {}).values())
    ]
    names = ", ".join(one.name for one in people)
    said = f"{team.both} ({len(people)}): {names}"
    return [said, *([f"  {_('Not balanced: {what}').format(what=', '.join(off))}"] if off else [])]
