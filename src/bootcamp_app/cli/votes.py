"""Commands about what is facilitated on a board: votes, snapshots, and whose it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bootcamp_app.cli.board_refs import board_of, item_of, snapshot_of, zone_of
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command, Group
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.comparing import KIND_WORDS, compared
from bootcamp_app.features.canvases.dots import (
    PERSON,
    ROUND_KINDS,
    is_of_people,
    ranking,
    tally,
    totals,
)
from bootcamp_app.features.canvases.ownership import READINGS, SAID, percents
from bootcamp_app.features.canvases.views import SIDES
from bootcamp_app.features.canvases.voting import NewRound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.canvases.comparing import Compared
    from bootcamp_app.features.canvases.views import Board, Item, Round

_Command = TypeVar("_Command", bound=Callable[..., object])
_BOARD_NAMED = click.argument("board", metavar="BOARD")


def _of_board(command: _Command) -> _Command:
    """Have a command take a board, and the bootcamp in which it is."""
    return _BOARD_NAMED(BOOTCAMP(command))


@click.command("votes", cls=Command, help=N_("List the rounds of votes on a board, ranked."))
@_of_board
@click.pass_obj
def votes(desk: Desk, board: str, bootcamp: str | None) -> None:
    """List the rounds of a board."""
    found = board_of(desk, board, bootcamp)
    items = {one.id: one for one in desk.app.boards.contents(found.id).items}
    rounds = [_round(desk, one, items) for one in desk.app.votes.rounds(found.id)]
    desk.give(rounds, *(_told(rounds) or [_("Nobody voted on this board yet.")]))


@click.group("vote", cls=Group, help=N_("Vote on a board with dots or by a show of hands."))
def vote() -> None:
    """Vote on a board."""


@vote.command("open", help=N_("Open a round."))
@_of_board
@click.option("--kind", type=click.Choice(list(ROUND_KINDS)), default=PERSON, help=N_("Who votes."))
@click.option("--dots", type=int, default=3, help=N_("How many each has; 0 for sides is no limit."))
@click.option("--title", default="", help=N_("What the round asks."))
@click.option("--zone", "zones", multiple=True, help=N_("Only notes in this zone; repeatable."))
@click.option("--secret", is_flag=True, help=N_("Show the dots only once the round is closed."))
@click.pass_obj
def open_round(desk: Desk, /, board: str, bootcamp: str | None, **wanted: Any) -> None:  # noqa: ANN401 - what click read
    """Open a round."""
    found = board_of(desk, board, bootcamp)
    zones = tuple(dict.fromkeys(zone_of(found.template, one).id for one in wanted["zones"]))
    new = NewRound(wanted["kind"], wanted["dots"], wanted["title"], zones, wanted["secret"])
    held = desk.app.votes.open(found.id, new)
    desk.give(_facts(held), _("The round is open."))


@vote.command("give", help=N_("Set how many dots somebody gives to a note; 0 takes them back."))
@_of_board
@click.argument("note", metavar="NOTE")
@click.option("--person", metavar="REF", help=N_("Who votes: an id, a name or a badge code."))
@click.option("--side", type=click.Choice(SIDES), help=N_("The side whose dots or hands it is."))
@click.option("--dots", type=int, default=1, help=N_("How many."))
@click.pass_obj
def give(desk: Desk, /, board: str, bootcamp: str | None, note: str, **who: Any) -> None:  # noqa: ANN401 - what click read
    """Set how many dots somebody gives to a note."""
    found = board_of(desk, board, bootcamp)
    held, item = _newest(desk, found), item_of(desk, found, note)
    voter = _voter(desk, held, bootcamp, who["person"])
    desk.app.votes.vote(held, item.id, voter=voter, side=who["side"] or "", dots=who["dots"])
    counted = totals(tally(desk.app.votes.votes(held)))
    told = {"round": held.id, "item": item.id, "dots": who["dots"]}
    if not held.is_secret:
        told["total"] = counted.get(item.id, 0)
    desk.give(told, _("Noted: {n} for “{note}”.").format(n=who["dots"], note=_line(item)))


@vote.command("close", help=N_("Close the open round and show what came of it."))
@_of_board
@click.pass_obj
def close(desk: Desk, board: str, bootcamp: str | None) -> None:
    """Close the open round."""
    found = board_of(desk, board, bootcamp)
    held = _newest(desk, found)
    desk.app.votes.close(held)
    items = {one.id: one for one in desk.app.boards.contents(found.id).items}
    closed = _round(desk, _newest(desk, found), items)
    desk.give(closed, *_told([closed]))


@vote.command("reopen", help=N_("Open the last round again."))
@_of_board
@click.pass_obj
def reopen(desk: Desk, board: str, bootcamp: str | None) -> None:
    """Open the last round again."""
    found = board_of(desk, board, bootcamp)
    desk.app.votes.reopen(_newest(desk, found))
    desk.give(_facts(_newest(desk, found)), _("The round is open again."))


@click.command("snapshot", cls=Command, help=N_("Keep a board as it is now."))
@_of_board
@click.option("--title", default="", help=N_("What it is called; the day where not given."))
@click.pass_obj
def snapshot(desk: Desk, board: str, title: str, bootcamp: str | None) -> None:
    """Keep a board as it is now."""
    chosen = desk.app.bootcamps.find(bootcamp)
    kept = desk.app.snapshots.keep(desk.app.boards.find(chosen, board).id, title)
    at = kept.at.astimezone(chosen.zone).isoformat()
    desk.give(
        {"id": kept.id, "title": kept.title, "at": at},
        _("Kept as “{title}”.").format(title=kept.title),
    )


@click.command("snapshots", cls=Command, help=N_("List the snapshots of a board."))
@_of_board
@click.option("--since", metavar="REF", help=N_("Tell what became different since this one."))
@click.option("--until", metavar="REF", help=N_("And until this one; now where not given."))
@click.pass_obj
def snapshots(
    desk: Desk, board: str, since: str | None, until: str | None, bootcamp: str | None
) -> None:
    """List the snapshots of a board, or tell what is different."""
    chosen = desk.app.bootcamps.find(bootcamp)
    found = desk.app.boards.find(chosen, board)
    if since is None:
        rows = [
            {
                "id": one.id,
                "title": one.title,
                "at": one.at.astimezone(chosen.zone).isoformat(),
                "items": len(one.contents.items),
            }
            for one in desk.app.snapshots.all(found.id)
        ]
        desk.give_table(rows, _("No snapshot of this board was kept yet."))
        return
    before = snapshot_of(desk, found, since).contents
    after = snapshot_of(desk, found, until).contents if until else None
    now = after or desk.app.boards.contents(found.id)
    _give_differences(desk, compared(before.items, now.items))


@click.command("ownership", cls=Command, help=N_("Say how much of a board is of each side."))
@_of_board
@click.pass_obj
def ownership(desk: Desk, board: str, bootcamp: str | None) -> None:
    """Say how much of a board comes from each side."""
    shares = desk.app.ownership.of(board_of(desk, board, bootcamp).id)
    parts = percents(shares.sides)
    document = {
        "percent": parts,
        "balance": shares.balance,
        "reading": shares.reading,
        "not_said": shares.unsaid,
        "of": {kind: _by_side(one.by_side) for kind, one in shares.of.items()},
        "zones": {zone: _by_side(one.by_side) for zone, one in shares.zones.items()},
    }
    lines = [] if shares.balance is None else [f"{_(SAID[s])}: {parts[s]} %" for s in SIDES]
    if shares.unsaid:
        lines.append(f"{_(SAID[''])}: {shares.unsaid}")
    desk.give(document, *lines, _(READINGS[shares.reading]))


def _newest(desk: Desk, board: Board) -> Round:
    held = desk.app.votes.newest(board.id)
    if held is None:
        raise Refusal("There is no round on this board. Open one first.")
    return held


def _voter(desk: Desk, held: Round, bootcamp: str | None, ref: str | None) -> str:
    if not is_of_people(held.kind):
        return ""
    if not ref:
        raise Refusal("In this round people vote. Say who with --person.")
    return desk.person(desk.app.bootcamps.find(bootcamp), ref).participation_id


def _facts(held: Round) -> dict[str, Any]:
    return {
        "id": held.id,
        "title": held.title,
        "kind": held.kind,
        "dots": held.dots,
        "zones": list(held.zones),
        "secret": held.is_secret,
        "opened_at": held.opened_at.isoformat(),
        "closed_at": held.closed_at.isoformat() if held.closed_at else None,
    }


def _round(desk: Desk, held: Round, items: dict[str, Item]) -> dict[str, Any]:
    """Give a round with its ranking; that of a secret one only once it is closed."""
    is_covered = held.is_secret and held.closed_at is None
    counted = {} if is_covered else tally(desk.app.votes.votes(held))
    results = [
        {
            "place": one.place,
            "item": one.item_id,
            "text": items[one.item_id].text if one.item_id in items else "",
            "dots": one.dots,
            "by_side": _by_side(counted[one.item_id]),
            "tied": one.is_tied,
        }
        for one in ranking(totals(counted))
    ]
    return {**_facts(held), "results": results}


def _by_side(counted: Any) -> dict[str, int]:  # noqa: ANN401 - of any mapping
    return {side or "not_said": counted[side] for side in (*SIDES, "") if counted.get(side)}


def _told(rounds: Sequence[dict[str, Any]]) -> list[str]:
    lines = []
    for one in rounds:
        state = _("still open") if one["closed_at"] is None else _("closed")
        lines.append(f"{one['title'] or _(ROUND_KINDS[one['kind']])} · {state}")
        lines += [
            f"  {row['place']}. {' '.join(row['text'].split())}: {row['dots']}"
            + (f" ({_('tied')})" if row["tied"] else "")
            for row in one["results"]
        ]
    return lines


def _give_differences(desk: Desk, found: Compared) -> None:
    rows = [
        {
            "kind": one.kind,
            "item": one.item.id,
            "text": one.item.text,
            "before": one.before.text if one.before else None,
            "zone": one.item.zone,
            "zone_before": one.before.zone if one.before else None,
        }
        for one in found.differences
    ]
    lines = [str(Sentence(KIND_WORDS[one.kind], note=_line(one.item))) for one in found.differences]
    desk.give(rows, *(lines or [_("Nothing is different.")]))


def _line(item: Item) -> str:
    return " ".join(item.text.split()) or item.id
