"""Commands about solutions: list, write, change, sign, and the targets that they serve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases import sdg
from bootcamp_app.features.canvases.drafting import empty
from bootcamp_app.features.canvases.readiness import STANDING_WORDS
from bootcamp_app.features.canvases.views import SIDES, Commitment

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.readiness import Standing
    from bootcamp_app.features.canvases.views import Solution

Command = TypeVar("Command", bound=Callable[..., object])
_DAY = click.DateTime(["%Y-%m-%d"])
_FIELDS = (
    click.option("--title-km", help=N_("The title in Khmer.")),
    click.option("--title-en", help=N_("The title in English.")),
    click.option("--problem", help=N_("The problem that it solves.")),
    click.option("--idea", help=N_("What is to be done.")),
    click.option(
        "--target", "targets", multiple=True, metavar="N.N", help=N_("A target by number.")
    ),
    click.option(
        "--government-owner", metavar="REF", help=N_("Who owns it, of those on the list.")
    ),
    click.option("--government-office", metavar="TEXT", help=N_("The office that owns it.")),
    click.option(
        "--civil-society-owner", metavar="REF", help=N_("Who owns it, of those on the list.")
    ),
    click.option("--civil-society-office", metavar="TEXT", help=N_("The group that owns it.")),
    click.option("--first-step", help=N_("The first step.")),
    click.option("--due", "due_on", type=_DAY, help=N_("The day of the first step.")),
    click.option("--team", metavar="REF", help=N_("The team whose it is.")),
    click.option(
        "--commitment",
        "commitments",
        multiple=True,
        metavar="SIDE=TEXT",
        help=N_("What a side promises: government, civil_society or resident."),
    ),
    BOOTCAMP,
)
_PLAIN = ("title_km", "title_en", "problem", "idea", "first_step", "team", "due_on", "agreed_on")
_OWNERS = {"government": "government", "civil_society": "civil_society"}


def _fields(command: Command) -> Command:
    for each in reversed(_FIELDS):
        command = each(command)
    return command


@click.group(cls=Group, help=N_("Solutions that both sides own."))
def solutions() -> None:
    """Work with solutions."""


@solutions.command("list", help=N_("List the solutions, and what each still lacks."))
@BOOTCAMP
@click.pass_obj
def list_all(desk: Desk, bootcamp: str | None) -> None:
    """List the solutions."""
    chosen = desk.app.bootcamps.find(bootcamp)
    standings = desk.app.solutions.standings(chosen)
    found = desk.app.solutions.all(chosen)
    if desk.is_json:
        desk.give([_entry(one, standings[one.id]) for one in found])
        return
    rows = [
        {"id": one.id, "title": one.title, "team": one.team, "state": _said(standings[one.id])}
        for one in found
    ]
    desk.give_table(rows, _("No solution was written as yet."))


@solutions.command(help=N_("Write a solution, or begin one from a board."))
@click.option("--board", metavar="REF", help=N_("A board, whose zones tell what is not given."))
@_fields
@click.pass_obj
def add(desk: Desk, /, board: str | None, bootcamp: str | None, **given: Any) -> None:  # noqa: ANN401
    """Write a solution."""
    chosen = desk.app.bootcamps.find(bootcamp)
    begun = desk.app.boards.find(chosen, board).id if board else ""
    draft = desk.app.solutions.drafted(begun) if begun else empty(chosen.id)
    made = desk.app.solutions.write(_with(desk, chosen, draft, given))
    _tell(desk, chosen, made, _("“{title}” was written.").format(title=made.title))


@solutions.command(help=N_("Change what is given of a solution; the rest stays."))
@click.argument("ref")
@_fields
@click.option("--agreed", "agreed_on", type=_DAY, help=N_("The day on which both sides signed."))
@click.pass_obj
def change(desk: Desk, /, ref: str, bootcamp: str | None, **given: Any) -> None:  # noqa: ANN401
    """Change a solution."""
    chosen = desk.app.bootcamps.find(bootcamp)
    before = desk.app.solutions.find(chosen, ref)
    after = desk.app.solutions.change(before, _with(desk, chosen, before, given))
    _tell(desk, chosen, after, _("“{title}” was changed.").format(title=after.title))


@solutions.command(help=N_("Remove a solution; undo brings it back."))
@click.argument("ref")
@BOOTCAMP
@click.pass_obj
def remove(desk: Desk, ref: str, bootcamp: str | None) -> None:
    """Remove a solution."""
    one = desk.app.solutions.find(desk.app.bootcamps.find(bootcamp), ref)
    desk.app.solutions.remove(one)
    said = _("“{title}” was removed.").format(title=one.title)
    desk.give({"id": one.id, "title": one.title}, said)


@solutions.command("sign-off", help=N_("Print the pages that both sides sign."))
@click.argument("refs", metavar="[REF]…", nargs=-1)
@click.option("--out", type=FileToWrite(), required=True, help=N_("The PDF to write."))
@BOOTCAMP
@click.pass_obj
def sign_off(desk: Desk, refs: tuple[str, ...], out: Path, bootcamp: str | None) -> None:
    """Print the pages that both sides sign."""
    chosen = desk.app.bootcamps.find(bootcamp)
    wanted = [desk.app.solutions.find(chosen, one) for one in refs]
    wanted = wanted or desk.app.solutions.all(chosen)
    printing = desk.app.packs.sign_off(chosen)
    with desk.progress(_("Pages")) as step:
        pages = printing.print(wanted, out, desk.app.clock.now(), step)
    desk.give({"file": str(out), "pages": pages}, _("Ready to print: {file}").format(file=out))


@solutions.command(help=N_("List the targets, or those that a number or words mean."))
@click.argument("words", nargs=-1)
@click.pass_obj
def targets(desk: Desk, words: tuple[str, ...]) -> None:
    """List the targets of the Sustainable Development Goals."""
    every = list(sdg.targets().values())
    found = sdg.found(" ".join(words), len(every)) if words else every
    rows = [{"number": one.number, "title": str(one.title)} for one in found]
    if desk.is_json:
        desk.give([_target(one) for one in found])
        return
    desk.give_table(rows, _("No target is called that."))


def _with(desk: Desk, bootcamp: Bootcamp, before: Solution, given: dict[str, Any]) -> Solution:
    """Give a solution with what was typed; what was not stays."""
    changes: dict[str, Any] = {
        name: _day(given[name]) for name in _PLAIN if given.get(name) is not None
    }
    if given["team"]:
        changes["team"] = desk.app.teams.find(bootcamp, given["team"]).label
    if given["targets"]:
        changes["targets"] = given["targets"]
    for side in _OWNERS:
        if given[f"{side}_owner"] is not None:
            ref = given[f"{side}_owner"]
            person = desk.person(bootcamp, ref).participation_id if ref else ""
            changes |= {f"{side}_owner": person, f"{side}_owner_name": ""}
        elif given[f"{side}_office"] is not None:
            changes |= {f"{side}_owner": "", f"{side}_owner_name": given[f"{side}_office"]}
    if given["commitments"]:
        changes["commitments"] = tuple(map(_commitment, given["commitments"]))
    return replace(before, **changes)


def _commitment(typed: str) -> Commitment:
    side, equals, what = typed.partition("=")
    if not equals or side not in SIDES:
        raise Refusal(
            "“{typed}” says no side. Write it as government=…, civil_society=… or resident=….",
            typed=typed,
        )
    return Commitment("", side, "", what.strip(), None)


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def _tell(desk: Desk, bootcamp: Bootcamp, one: Solution, sentence: str) -> None:
    standing = desk.app.solutions.standing(one, bootcamp.starts_on)
    desk.give(_entry(one, standing), sentence, *map(str, (*standing.missing, *standing.odd)))


def _said(standing: Standing) -> str:
    missing = " ".join(map(str, standing.missing))
    return f"{_(STANDING_WORDS[standing.kind])}. {missing}".strip(". ")


def _entry(one: Solution, standing: Standing) -> dict[str, Any]:
    return {
        "id": one.id,
        "title_km": one.title_km,
        "title_en": one.title_en,
        "team": one.team,
        "board": one.board_id,
        "problem": one.problem,
        "idea": one.idea,
        "targets": list(one.targets),
        "government_owner": one.government_owner,
        "government_office": one.government_owner_name,
        "civil_society_owner": one.civil_society_owner,
        "civil_society_office": one.civil_society_owner_name,
        "first_step": one.first_step,
        "due_on": _iso(one.due_on),
        "agreed_on": _iso(one.agreed_on),
        "commitments": [
            {"side": each.side, "who": each.who, "what": each.what, "due_on": _iso(each.due_on)}
            for each in one.commitments
        ],
        "state": standing.kind,
        "missing": list(map(str, standing.missing)),
        "odd": list(map(str, standing.odd)),
    }


def _target(one: sdg.Target) -> dict[str, str]:
    title = one.title
    return {"number": one.number, "goal": one.goal, "title_en": title.en, "title_km": title.km}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
