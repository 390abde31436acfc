"""What the gallery tells of a solution and of a board, as pieces of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.features.canvases.pack.board_svg import board_svg
from bootcamp_app.features.canvases.pack.booklet_sides import AGREED_ON, MEMBERS, SHARES
from bootcamp_app.features.canvases.pack.markup import labels, pair, text, words
from bootcamp_app.features.canvases.readiness import (
    AGREED,
    MISSING,
    OWNER_SIDES,
    READY,
    STANDING_WORDS,
)
from bootcamp_app.features.canvases.sdg import targets
from bootcamp_app.features.canvases.solution_rows import (
    COMMITMENTS,
    FIRST_STEP,
    IDEA,
    PROBLEM,
    TARGETS,
    ink_on,
)
from bootcamp_app.features.canvases.views import NOTE, SIDE_COLOURS, TEXT
from bootcamp_app.features.teams.views import SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.pack.gathering import Entry
    from bootcamp_app.features.canvases.pack.owning import Measure
    from bootcamp_app.features.canvases.views import Item, Words

_ICONS = {
    AGREED: "M4 12.5l5 5 11-12",
    READY: "M4 20l1-5L16 4l4 4L9 19z",
    MISSING: "M12 4v10M12 18v1",
}
_NOTES, _OUTSIDE = N_("All notes of this board"), N_("Outside of all zones")
_NEARER, _FARTHER, _WHOLE = N_("Nearer"), N_("Farther"), N_("Whole board")
_BOARD = N_("Board {title}. The arrows move it, + and - bring it nearer and farther.")


def solution_part(entry: Entry, number: int) -> str:
    """Give everything about one solution, with its board."""
    solution = entry.solution
    parts = [
        _title(entry, number),
        _pills(entry),
        f'<div class="two">{"".join(_owners(entry))}</div>',
        *_told(PROBLEM, solution.problem),
        *_told(IDEA, solution.idea),
        *_targets(entry),
        *_first_step(entry),
        *_promises(entry),
        *_shares(entry),
        *_members(entry),
    ]
    if entry.board is not None:
        parts.append(board_part(entry.board, entry.team))
    return f'<article id="s{number}" data-part>{"".join(parts)}</article>'


def board_part(board: Handed, team: Words) -> str:
    """Give a board to look at from near, and all of its notes as text."""
    about = board.contents.board
    template = about.template.title
    title = pair(about.title_km or template.km, about.title_en or template.en)
    told = (title, pair(team.km, team.en), f"<span>{text(about.number)}</span>")
    caption = " · ".join(filter(None, told))
    tools = "".join(
        f'<button type="button" data-act="{act}" {labels(message)}>{sign}</button>'
        for act, message, sign in (
            ("farther", _FARTHER, "−"),
            ("whole", _WHOLE, "□"),
            ("nearer", _NEARER, "+"),
        )
    )
    called = labels(_BOARD, title=about.title_km or about.title_en or template.km)
    return (
        f'<figure><figcaption><span>{caption}</span><span class="tools" role="group">{tools}'
        f'</span></figcaption><div class="board" tabindex="0" role="group" {called}>'
        f"{board_svg(board)}</div>{_notes(board)}</figure>"
    )


def _title(entry: Entry, number: int) -> str:
    solution = entry.solution
    title = pair(solution.title_km, solution.title_en) or words(N_("Without a title"))
    return f"<h2>{number}. {title}</h2>"


def _pills(entry: Entry) -> str:
    kind = entry.standing.kind
    told = words(STANDING_WORDS[kind])
    if entry.solution.agreed_on is not None:
        told = _on_day(AGREED_ON, entry.solution.agreed_on)
    icon = f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[kind]}"/></svg>'
    team = pair(entry.team.km, entry.team.en)
    shown = f'<span class="pill">{team}</span>' if team else ""
    return f'<div class="pills"><span class="pill {kind}">{icon}{told}</span>{shown}</div>'


def _owners(entry: Entry) -> Iterator[str]:
    for side in OWNER_SIDES:
        owner = entry.owners[side]
        name = pair(owner.name_km, owner.name_en)
        office = pair(owner.office_km, owner.office_en)
        lines = f'<p class="owner-name">{name}</p>' if name else ""
        lines += f"<p>{office}</p>" if office else ""
        yield (
            f'<div class="owner {side}"><h4 class="{side}">{words(SIDE_WORDS[side])}</h4>'
            f"{lines or '<p>–</p>'}</div>"
        )


def _told(message: str, written: str) -> Iterator[str]:
    if written:
        yield f"<h3>{words(message)}</h3><p>{text(written)}</p>"


def _targets(entry: Entry) -> Iterator[str]:
    known = [targets()[one] for one in entry.solution.targets if one in targets()]
    if not known:
        return
    yield f'<h3>{words(TARGETS)}</h3><ul class="targets">'
    for one in known:
        yield (
            f'<li><svg viewBox="0 0 52 26" aria-hidden="true"><rect width="52" height="26" rx="4" '
            f'fill="{one.colour}"/><text x="26" y="18" font-size="15" font-weight="700" '
            f'text-anchor="middle" fill="{ink_on(one.colour)}">{one.number}</text></svg>'
            f'<span><span class="unseen">{one.number} </span>'
            f"{pair(one.title.km, one.title.en)}</span></li>"
        )
    yield "</ul>"


def _first_step(entry: Entry) -> Iterator[str]:
    solution = entry.solution
    yield from _told(FIRST_STEP, solution.first_step)
    if solution.due_on is not None:
        yield f'<p class="quiet">{_day(solution.due_on)}</p>'


def _promises(entry: Entry) -> Iterator[str]:
    promised = entry.solution.commitments
    if not promised:
        return
    yield f"<h3>{words(COMMITMENTS)}</h3>"
    for side, message in SIDE_WORDS.items():
        mine = [one for one in promised if one.side == side]
        if not mine:
            continue
        yield f'<h4 class="{side}">{words(message)}</h4><ul>'
        for one in mine:
            day = f' <span class="quiet">({_day(one.due_on)})</span>' if one.due_on else ""
            told = ": ".join(filter(None, (one.who, one.what)))
            yield f"<li>{text(told)}{day}</li>"
        yield "</ul>"


def _shares(entry: Entry) -> Iterator[str]:
    if entry.owned.measures:
        yield f"<h3>{words(SHARES)}</h3>"
    for one in entry.owned.measures:
        yield _measure(one)
    if entry.owned.reading:
        yield f'<p class="quiet">{words(entry.owned.reading)}</p>'


def _measure(one: Measure) -> str:
    bars, x = [], 0.0
    for side, count in one.by_side.items():
        share = 100 * count / one.total
        bars.append(
            f'<rect x="{x:.2f}" width="{share:.2f}" height="6" fill="{SIDE_COLOURS[side]}"/>'
        )
        x += share
    key = "".join(
        f'<span><svg viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" '
        f'fill="{SIDE_COLOURS[side]}"/></svg>{words(SIDE_WORDS[side])}: {count}</span>'
        for side, count in one.by_side.items()
    )
    return (
        f'<div class="shares"><h4>{words(one.title)}</h4><svg viewBox="0 0 100 6" '
        f'preserveAspectRatio="none" aria-hidden="true">{"".join(bars)}</svg>'
        f'<div class="key">{key}</div></div>'
    )


def _members(entry: Entry) -> Iterator[str]:
    if entry.members:
        names = "".join(f"<li>{text(one)}</li>" for one in entry.members)
        yield f"<h3>{words(MEMBERS)}</h3><ul>{names}</ul>"


def _notes(board: Handed) -> str:
    zones = board.contents.board.template.zones
    lines = []
    for zone_id, title in (
        *((zone.id, pair(zone.title.km, zone.title.en)) for zone in zones),
        ("", words(_OUTSIDE)),
    ):
        mine = [one for one in board.contents.items if one.zone == zone_id and _is_told(one)]
        if mine:
            mine.sort(key=lambda one: (one.top, one.x))
            notes = "".join(f"<li data-note>{_note(one, board)}</li>" for one in mine)
            lines.append(f"<h4>{title}</h4><ul>{notes}</ul>")
    if not lines:
        return ""
    return f"<details><summary>{words(_NOTES)}</summary>{''.join(lines)}</details>"


def _note(one: Item, board: Handed) -> str:
    author = board.names.get(one.author, "")
    return text(f"{one.text.strip()} ({author})" if author else one.text.strip())


def _is_told(one: Item) -> bool:
    # What is covered on the board is not told beside it either.
    return one.kind in (NOTE, TEXT) and not one.is_hidden and bool(one.text.strip())


def _on_day(message: str, day: date) -> str:
    khmer = in_language(message, "km").format(day=in_khmer(day))
    return pair(khmer, message.format(day=in_english(day)))


def _day(day: date) -> str:
    return pair(in_khmer(day), in_english(day))
