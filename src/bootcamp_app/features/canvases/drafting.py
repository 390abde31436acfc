"""A solution begun from boards: what their zones say becomes its fields. Values in, answer out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import comparison_key, is_khmer, latin_digits
from bootcamp_app.features.canvases.readiness import OWNER_SIDES
from bootcamp_app.features.canvases.sdg import number_in, targets
from bootcamp_app.features.canvases.views import NOTE, SIDES, SIGN, TEXT, Commitment, Solution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bootcamp_app.features.canvases.views import BoardContents, Item, Zone

TITLE, PROBLEM, IDEA, FIRST, TARGETS, OWNERS = "title", "problem", "idea", "first", "targets", "who"
_MEANS = {
    "co-ownership": {
        "solution": IDEA,
        "gov": "government",
        "cso": "civil_society",
        "res": "resident",
        "sign": OWNERS,
    },
    "pitch-poster": {"title": TITLE, "problem": PROBLEM, "solution": IDEA, "sdg": TARGETS},
    "action-raci": {"goal": IDEA, "first": FIRST},
    "problem-definition": {"challenge": PROBLEM, "issue": PROBLEM},
    "problem-tree": {"core": PROBLEM},
    "five-whys": {"problem": PROBLEM},
    "sdg-local": {"issue": PROBLEM, "goal": TARGETS},
    "hmw": {"chosen": IDEA},
    "impact-effort": {"top": IDEA},
    "service-model": {"value": IDEA},
    "test-plan": {"next": FIRST},
}
_WORDS = {
    FIRST: ("firststep", "thisweek", "ជំហានដំបូង"),
    OWNERS: ("signature", "owner", "ហត្ថលេខា", "ម្ចាស់"),
    TARGETS: ("sdg", "goalandtarget", "គោលដៅអភិវឌ្ឍន៍"),
    PROBLEM: ("problem", "challenge", "បញ្ហា"),
    IDEA: ("solution", "ouridea", "ដំណោះស្រាយ", "គំនិត"),
    TITLE: ("titleandteam", "ចំណងជើង"),
}
"""What zones of own templates are called, by what it means, the narrowest first."""
_NUMBER = re.compile(r"\d{1,2}[.,](?:\d{1,2}|[a-d])\b", re.IGNORECASE)
_DAY = re.compile(r"\b(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})\b")
_LONGEST_TITLE = 120


def empty(bootcamp_id: str, board_id: str = "", team: str = "") -> Solution:
    """Give a solution of which nothing is written as yet."""
    return Solution(
        id="",
        bootcamp_id=bootcamp_id,
        board_id=board_id,
        team=team,
        title_km="",
        title_en="",
        problem="",
        idea="",
        targets=(),
        government_owner="",
        civil_society_owner="",
        government_owner_name="",
        civil_society_owner_name="",
        first_step="",
        due_on=None,
        agreed_on=None,
    )


def drafted(boards: Sequence[BoardContents]) -> Solution:
    """Give what the first board says, and where it says nothing what the later ones do."""
    first = boards[0].board
    draft = empty(first.bootcamp_id, first.id, first.team)
    for contents in boards:
        draft = _filled(draft, _said(contents))
    return draft


def meaning_of(template_id: str, zone: Zone) -> str:
    """Give what a zone tells about a solution, or nothing."""
    known = _MEANS.get(template_id)
    if known is not None:
        return known.get(zone.id, "")
    title = comparison_key(zone.title.en) + comparison_key(zone.title.km)
    keys = ((meaning, words) for meaning, words in _WORDS.items())
    return next(
        (meaning for meaning, words in keys if any(comparison_key(one) in title for one in words)),
        "",
    )


def _said(contents: BoardContents) -> dict[str, list[Item]]:
    """Give the notes by what their zone means, in the order in which they are read."""
    said: dict[str, list[Item]] = {}
    template = contents.board.template
    order = tuple(_MEANS.get(template.id, {}))
    zones = sorted(
        template.zones, key=lambda one: order.index(one.id) if one.id in order else len(order)
    )
    for zone in zones:
        meaning = meaning_of(template.id, zone)
        # Names and telephones stand where people sign; they become no text of a solution.
        if zone.kind == SIGN and meaning != OWNERS:
            continue
        notes = list(_notes(contents, zone.id))
        # The first zone that tells of a problem tells it: the challenge, then the issue.
        if meaning and notes and (meaning not in said or meaning in SIDES):
            said.setdefault(meaning, []).extend(notes)
    return said


def _notes(contents: BoardContents, zone_id: str) -> Iterator[Item]:
    """Give what a zone says to everybody: what is still covered is not told."""
    lie = (
        one
        for one in contents.items
        if one.kind in (NOTE, TEXT) and one.zone == zone_id and not one.is_hidden
    )
    return (one for one in sorted(lie, key=lambda one: (one.top, one.x)) if one.text.strip())


def _filled(draft: Solution, said: dict[str, list[Item]]) -> Solution:
    texts = {meaning: "\n".join(one.text.strip() for one in said[meaning]) for meaning in said}
    first_step = draft.first_step or texts.get(FIRST, "")
    title = _first_line(texts.get(TITLE, "")) or _first_line(texts.get(IDEA, ""))
    changes = {
        "problem": draft.problem or texts.get(PROBLEM, ""),
        "idea": draft.idea or texts.get(IDEA, ""),
        "first_step": first_step,
        "due_on": draft.due_on or day_in(texts.get(FIRST, "")),
        "targets": draft.targets or _targets_in(texts.get(TARGETS, "")),
        "commitments": draft.commitments or tuple(_promised(said)),
    }
    if title and not (draft.title_km or draft.title_en):
        changes["title_km" if is_khmer(title) else "title_en"] = title
    return replace(draft, **changes, **_owners(draft, said.get(OWNERS, [])))  # type: ignore[arg-type]


def _promised(said: dict[str, list[Item]]) -> Iterator[Commitment]:
    for side in SIDES:
        for place, note in enumerate(said.get(side, [])):
            yield Commitment("", side, "", note.text.strip(), day_in(note.text), place)


def _owners(draft: Solution, notes: Sequence[Item]) -> dict[str, str]:
    """Give who signed on the paper: the author of the first note of either side.

    What is written there is a name, a hand, a telephone: never the office that owns it.
    """
    owners: dict[str, str] = {}
    for side in OWNER_SIDES:
        if getattr(draft, f"{side}_owner") or getattr(draft, f"{side}_owner_name"):
            continue
        note = next((one for one in notes if one.side == side), None)
        if note is not None and note.author:
            owners[f"{side}_owner"] = note.author
    return owners


def _targets_in(text: str) -> tuple[str, ...]:
    written = {number_in(one) for one in _NUMBER.findall(latin_digits(text))}
    return tuple(number for number in targets() if number in written)


def day_in(text: str) -> date | None:
    """Give the first day that a text names as day/month/year or year-month-day."""
    for first, month, last in _DAY.findall(latin_digits(text)):
        year, day = (first, last) if len(first) == 4 else (last, first)
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            continue
        if found.year >= 1000:
            return found
    return None


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0].strip()[:_LONGEST_TITLE]
