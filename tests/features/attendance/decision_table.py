"""The decision order of the door as a table, and how its lines are read.

A line is: what is given | what happens at the door | how the person stands then | events kept.

Given is one person with a badge, confirmed, and a session on 2 March 2026 from 08:30 to 11:30 that
opens at 07:30 and counts as late after 08:45; then words that change this (see `arranging`).

At the door something is shown at a time (`3/00:30` is the 3rd of March), `out` when leaving; behind
the arrow stand the answer, the kind of event that is kept, its minutes late, and whose it is where
not the person's. `excused@13:00` is a state for that moment, `closing@08:30` one that closing set.
`since` is the first time that a duplicate is told, `echo` a scanner that fired
twice. `undo` takes the last scan back that was let in; `now` changes something in between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Phnom_Penh")


@dataclass(frozen=True)
class Step:
    """Something that happens at the door, and what must come of it."""

    verb: str
    """`show`, `undo` or `now`."""
    what: str = ""
    at: datetime | None = None
    is_exit: bool = False
    result: str = ""
    kind: str = ""
    minutes: int = 0
    whose: str = "person"
    since: datetime | None = None
    is_echo: bool = False


@dataclass(frozen=True)
class Case:
    """A line of the table."""

    line: str
    given: tuple[str, ...]
    steps: tuple[Step, ...] = field(repr=False)
    afterwards: str
    events: int


def moment(text: str) -> datetime:
    """Give a time of the first day, or of a named one, on the clock in the hall."""
    day, _, clock = text.rpartition("/")
    return datetime.fromisoformat(f"2026-03-{int(day or 2):02d}T{clock}").replace(tzinfo=ZONE)


def cases_in(table: str) -> list[Case]:
    """Read the lines of a table."""
    # What happens later stands below, behind a semicolon.
    lines = re.sub(r"\n *;", " ;", table).splitlines()
    return [_case(" ".join(line.split())) for line in lines if line]


def _case(line: str) -> Case:
    given, steps, afterwards, events = (part.strip() for part in line.split("|"))
    return Case(
        line,
        tuple(given.split()),
        tuple(_step(step.split()) for step in steps.split(";")),
        afterwards,
        int(events),
    )


def _step(words: list[str]) -> Step:
    if words[0] in {"undo", "now"}:
        return Step(words[0], " ".join(words[1:]))
    arrow = words.index("→")
    at, what, *out = words[:arrow]
    result, kind, minutes, *more = words[arrow + 1 :]
    since = more[more.index("since") + 1] if "since" in more else ""
    whose = {*more} - {"since", since, "echo"}
    return Step(
        "show",
        what,
        at=moment(at),
        is_exit=out == ["out"],
        result=result,
        kind=kind,
        minutes=int(minutes),
        whose=whose.pop() if whose else "person",
        since=moment(since) if since else None,
        is_echo="echo" in more,
    )


CODES = """
           | 08:00 badge → recorded entry 0                     | in | 1
           | 08:00 spaced → recorded entry 0                    | in | 1
           | 08:00 dashed → recorded entry 0                    | in | 1
           | 08:00 khmer → recorded entry 0                     | in | 1
           | 08:00 arabic → recorded entry 0                    | in | 1
           | 08:00 marked → recorded entry 0                    | in | 1
           | 08:00 short → malformed refusal 0 nobody           | -  | 1
           | 08:00 long → malformed refusal 0 nobody            | -  | 1
           | 08:00 wrong → malformed refusal 0 nobody           | -  | 1
           | 08:00 swapped → malformed refusal 0 nobody         | -  | 1
           | 08:00 foreign → malformed refusal 0 nobody         | -  | 1
           | 08:00 name → malformed refusal 0 nobody            | -  | 1
           | 08:00 nothing → malformed refusal 0 nobody         | -  | 1
           | 09:00 wrong → malformed refusal 30 nobody          | -  | 1
           | 08:00 stranger → unknown refusal 0 nobody          | -  | 1
           | 08:00 blank → unknown refusal 0 nobody             | -  | 1
           | 08:00 blank out → unknown refusal 0 nobody         | -  | 1
bound      | 08:00 blank → recorded entry 0                     | in | 1
bound      | 08:00 badge → replaced_badge refusal 0             | -  | 1
replaced   | 08:00 badge → replaced_badge refusal 0             | -  | 1
replaced   | 08:00 new → recorded entry 0                       | in | 1
replaced   | 08:00 new → recorded entry 0
           ; 08:05 badge → replaced_badge refusal 0 since 08:00 | in | 2
           | 08:00 badge → recorded entry 0
           ; now replaced
           ; 08:05 new → duplicate refusal 0 since 08:00        | in | 2
ambiguous  | 08:00 badge → ambiguous refusal 0 nobody           | -  | 1
ambiguous  | 08:00 badge out → ambiguous refusal 0 nobody       | -  | 1
shared-old | 08:00 badge → ambiguous refusal 0 nobody           | -  | 1
gone       | 08:00 badge → unknown refusal 0 nobody             | -  | 1
"""

PEOPLE = """
confirmed   | 08:00 badge → recorded entry 0                  | in | 1
nominated   | 08:00 badge → not_approved refusal 0            | -  | 1
nominated   | 08:00 badge out → not_approved refusal 0        | -  | 1
nominated   | 08:00 badge → not_approved refusal 0
            ; now confirmed
            ; 08:01 badge → recorded entry 0                  | in | 2
withdrawn   | 08:00 badge → withdrawn refusal 0               | -  | 1
withdrawn   | 08:00 badge out → withdrawn refusal 0           | -  | 1
withdrawn   | 08:00 badge → withdrawn refusal 0
            ; now confirmed
            ; 08:01 badge → recorded entry 0                  | in | 2
substituted | 08:00 badge → withdrawn refusal 0               | -  | 1
substitute  | 08:00 badge → recorded entry 0                  | in | 1
substitute  | 08:00 colleague → withdrawn refusal 0 colleague | -  | 1
substitute  | 08:00 colleague → withdrawn refusal 0 colleague
            ; 08:01 badge → recorded entry 0                  | in | 2
            | 08:00 badge → recorded entry 0
            ; now withdrawn
            ; 08:10 badge → withdrawn refusal 0 since 08:00   | in | 2
"""

TIMES = """
         | 07:29:59 badge → not_open refusal 0              | -       | 1
         | 07:30 badge → recorded entry 0                   | in      | 1
         | 07:30:01 badge → recorded entry 0                | in      | 1
         | 08:30 badge → recorded entry 0                   | in      | 1
         | 08:44:59 badge → recorded entry 0                | in      | 1
         | 08:45 badge → recorded entry 0                   | in      | 1
         | 08:45:01 badge → late entry 15                   | late in | 1
         | 08:59:59 badge → late entry 29                   | late in | 1
         | 09:00 badge → late entry 30                      | late in | 1
         | 11:29:59 badge → late entry 179                  | late in | 1
         | 11:30 badge → late entry 180                     | late in | 1
         | 11:30:01 badge → closed refusal 180              | -       | 1
         | 1/08:00 badge → not_open refusal 0               | -       | 1
         | 3/08:00 badge → closed refusal 1410              | -       | 1
         | 07:29:59 badge out → recorded exit 0             | -       | 1
         | 11:30:01 badge out → recorded exit 0             | -       | 1
strict   | 08:30 badge → recorded entry 0                   | in      | 1
strict   | 08:30:01 badge → late entry 1                    | late in | 1
strict   | 08:32 badge → late entry 2                       | late in | 1
midnight | 21:59:59 badge → not_open refusal 0              | -       | 1
midnight | 22:00 badge → recorded entry 0                   | in      | 1
midnight | 23:59:59 badge → late entry 59                   | late in | 1
midnight | 3/00:00 badge → late entry 60                    | late in | 1
midnight | 3/01:00 badge → late entry 120                   | late in | 1
midnight | 3/01:00:01 badge → closed refusal 120            | -       | 1
midnight | 22:30 badge → recorded entry 0
         ; 3/00:30 badge → duplicate refusal 90 since 22:30 | in      | 2
midnight | 22:30 badge → recorded entry 0
         ; 3/00:30 badge out → recorded exit 0 since 22:30  | out     | 2
early    | 3/04:59:59 badge → not_open refusal 0            | -       | 1
early    | 3/05:00 badge → recorded entry 0                 | in      | 1
early    | 3/06:15 badge → recorded entry 0                 | in      | 1
early    | 3/06:15:01 badge → late entry 15                 | late in | 1
early    | 3/06:59 badge → late entry 59                    | late in | 1
early    | 3/07:00 badge → late entry 60                    | late in | 1
early    | 3/07:00:01 badge → closed refusal 60             | -       | 1
early    | 06:00 badge → not_open refusal 0                 | -       | 1
"""

ENROLMENT = """
elsewhere                          | 08:00 badge → not_enrolled refusal 0     | -       | 1
elsewhere                          | 08:00 badge out → not_enrolled refusal 0 | -       | 1
for=role:trainer                   | 08:00 badge → not_enrolled refusal 0     | -       | 1
for=role:trainer                   | 09:00 badge → not_enrolled refusal 30    | -       | 1
for=role:trainer trainer           | 08:00 badge → recorded entry 0           | in      | 1
for=role:Trainer trainer           | 08:00 badge → recorded entry 0           | in      | 1
for=team:Blue                      | 08:00 badge → not_enrolled refusal 0     | -       | 1
for=team:Blue blue                 | 08:00 badge → recorded entry 0           | in      | 1
for=team:Blue trainer              | 08:00 badge → not_enrolled refusal 0     | -       | 1
for=team:Red blue                  | 08:00 badge → not_enrolled refusal 0     | -       | 1
for=team:Blue                      | 08:00 badge → not_enrolled refusal 0
                                   ; now blue
                                   ; 08:01 badge → recorded entry 0           | in      | 2
for=role:trainer elsewhere trainer | 08:00 badge → not_enrolled refusal 0     | -       | 1
asks                               | 08:00 badge → needs_answer refusal 0     | -       | 1
asks                               | 08:00 badge out → needs_answer refusal 0 | -       | 1
asks answered                      | 08:00 badge → recorded entry 0           | in      | 1
asks answered                      | 09:00 badge → late entry 30              | late in | 1
asks                               | 08:00 badge → needs_answer refusal 0
                                   ; now answered
                                   ; 08:01 badge → recorded entry 0           | in      | 2
"""

REPEATED = """
        | 08:00 badge → recorded entry 0
        ; 08:20 badge → duplicate refusal 0 since 08:00             | in         | 2
        | 08:00 badge → recorded entry 0
        ; 10:00 badge → duplicate refusal 90 since 08:00            | in         | 2
        | 08:50 badge → late entry 20
        ; 10:00 badge → duplicate refusal 90 since 08:50            | late in    | 2
        | 08:00 badge → recorded entry 0
        ; 08:00 badge → duplicate refusal 0 since 08:00 echo        | in         | 2
        | 08:00 badge → recorded entry 0
        ; 08:00:01 badge → duplicate refusal 0 since 08:00 echo     | in         | 2
        | 08:00 badge → recorded entry 0
        ; 08:00:02.999 khmer → duplicate refusal 0 since 08:00 echo | in         | 2
        | 08:00 badge → recorded entry 0
        ; 08:00:03 badge → duplicate refusal 0 since 08:00          | in         | 2
        | 08:45:01 badge → late entry 15
        ; 08:45:02 badge → duplicate refusal 15 since 08:45:01 echo | late in    | 2
        | 08:00 badge → recorded entry 0
        ; 08:00:01 badge → duplicate refusal 0 since 08:00 echo
        ; 08:00:02 badge → duplicate refusal 0 since 08:00 echo     | in         | 3
        | 08:00 short → malformed refusal 0 nobody
        ; 08:00:01 badge → recorded entry 0                         | in         | 2
        | 08:00 badge → recorded entry 0
        ; undo                                                      | -          | 2
        | 08:00 badge → recorded entry 0
        ; undo
        ; 08:10 badge → recorded entry 0                            | in         | 3
        | 08:00 badge → recorded entry 0
        ; undo
        ; 08:00:01 badge → recorded entry 0                         | in         | 3
        | 08:00 badge → recorded entry 0
        ; undo
        ; 09:00 badge → late entry 30                               | late in    | 3
        | 08:00 badge → recorded entry 0
        ; 09:00 badge out → recorded exit 0 since 08:00
        ; undo                                                      | in         | 3
        | 08:00 badge → recorded entry 0
        ; 08:10 badge → duplicate refusal 0 since 08:00
        ; undo                                                      | -          | 3
        | 08:00 badge out → recorded exit 0                         | -          | 1
        | 08:00 badge out → recorded exit 0
        ; 08:10 badge → recorded entry 0                            | in         | 2
        | 08:00 badge → recorded entry 0
        ; 09:00 badge out → recorded exit 0 since 08:00             | out        | 2
        | 08:00 badge → recorded entry 0
        ; 09:00 badge out → recorded exit 0 since 08:00
        ; 09:30 badge → duplicate entry 60 since 08:00              | in         | 3
        | 08:00 badge → recorded entry 0
        ; 09:00 badge out → recorded exit 0 since 08:00
        ; 09:30 badge → duplicate entry 60 since 08:00
        ; 09:30:01 badge → duplicate refusal 60 since 08:00 echo    | in         | 4
        | 08:00 badge → recorded entry 0
        ; 09:00 badge out → recorded exit 0 since 08:00
        ; 09:00:01 badge out → recorded exit 0 since 08:00          | out        | 3
        | 08:50 badge → late entry 20
        ; 11:45 badge out → recorded exit 0 since 08:50             | late out   | 2
        | 08:00 badge → recorded entry 0
        ; now absent
        ; 08:10 badge → recorded entry 0                            | in         | 3
        | 08:00 badge → recorded entry 0
        ; now excused                                               | excused in | 2
excused | 08:50 badge → late entry 20                               | late in    | 2
"""

# Who is let in is here, whatever was said before about a later moment: the session was moved
# forward, a time was given, or the clock was set back.
OVERRULED = """
excused@13:00          | 08:20 badge → recorded entry 0                     | in          | 3
excused@13:00          | 08:50 badge → late entry 20                        | late in     | 3
excused@08:20          | 08:20 badge → recorded entry 0                     | in          | 3
absent@08:25           | 08:20 badge → recorded entry 0
                       ; 08:21 badge → duplicate refusal 0 since 08:20      | in          | 4
absent@08:25           | 08:20 badge → recorded entry 0
                       ; now excused@08:22
                       ; 08:22 badge → recorded entry 0                     | in          | 6
excused@13:00          | 08:20 badge → recorded entry 0
                       ; undo                                               | excused out | 5
excused@13:00          | 08:20 badge → recorded entry 0
                       ; undo
                       ; 08:25 badge → recorded entry 0                     | in          | 7
excused@13:00          | 08:20 badge out → recorded exit 0                  | excused out | 2
excused@13:00          | 07:20 badge → not_open refusal 0                   | excused out | 2
closing@08:25          | 08:20 badge → recorded entry 0                     | in          | 2
closing@08:25          | 08:20 badge → recorded entry 0
                       ; undo                                               | absent out  | 3
closing@08:25 excused@13:00 | 08:20 badge → recorded entry 0                | in          | 4
"""

LOCKED = """
locked | 08:00 badge → locked refusal 0                 | -  | 1
locked | 08:00 badge out → locked refusal 0             | -  | 1
       | 08:00 badge → recorded entry 0
       ; now locked
       ; 08:10 badge → locked refusal 0 since 08:00     | in | 2
       | 08:00 badge → recorded entry 0
       ; now locked
       ; 11:00 badge out → locked refusal 0 since 08:00 | in | 2
locked | 08:00 badge → locked refusal 0
       ; now unlocked
       ; 08:10 badge → recorded entry 0                 | in | 2
"""

# Whatever comes first in the order is said, however much else is wrong.
ORDER = """
locked withdrawn ambiguous asks | 07:00 wrong → malformed refusal 0 nobody         | -  | 1
locked withdrawn asks           | 07:00 stranger → unknown refusal 0 nobody        | -  | 1
locked                          | 12:00 blank → unknown refusal 210 nobody         | -  | 1
replaced withdrawn              | 08:00 badge → replaced_badge refusal 0           | -  | 1
replaced nominated              | 08:00 badge → replaced_badge refusal 0           | -  | 1
replaced locked                 | 08:00 badge → replaced_badge refusal 0           | -  | 1
replaced elsewhere              | 07:00 badge → replaced_badge refusal 0           | -  | 1
replaced asks                   | 12:00 badge → replaced_badge refusal 210         | -  | 1
ambiguous withdrawn             | 08:00 badge → ambiguous refusal 0 nobody         | -  | 1
ambiguous nominated locked      | 08:00 badge → ambiguous refusal 0 nobody         | -  | 1
ambiguous elsewhere asks        | 07:00 badge → ambiguous refusal 0 nobody         | -  | 1
withdrawn locked                | 07:00 badge → withdrawn refusal 0                | -  | 1
withdrawn locked elsewhere      | 12:00 badge → withdrawn refusal 210              | -  | 1
withdrawn                       | 07:00 badge → withdrawn refusal 0                | -  | 1
withdrawn                       | 12:00 badge → withdrawn refusal 210              | -  | 1
withdrawn asks                  | 08:00 badge → withdrawn refusal 0                | -  | 1
substituted elsewhere           | 08:00 badge → withdrawn refusal 0                | -  | 1
withdrawn for=role:trainer      | 08:00 badge → withdrawn refusal 0                | -  | 1
nominated locked                | 08:00 badge → not_approved refusal 0             | -  | 1
nominated                       | 07:00 badge → not_approved refusal 0             | -  | 1
nominated elsewhere             | 12:00 badge → not_approved refusal 210           | -  | 1
nominated asks                  | 08:00 badge → not_approved refusal 0             | -  | 1
nominated for=team:Blue         | 09:00 badge → not_approved refusal 30            | -  | 1
locked                          | 07:00 badge → locked refusal 0                   | -  | 1
locked                          | 12:00 badge → locked refusal 210                 | -  | 1
locked elsewhere                | 08:00 badge → locked refusal 0                   | -  | 1
locked asks                     | 09:00 badge → locked refusal 30                  | -  | 1
locked for=team:Blue            | 08:00 badge → locked refusal 0                   | -  | 1
elsewhere                       | 07:00 badge → not_open refusal 0                 | -  | 1
elsewhere                       | 12:00 badge → closed refusal 210                 | -  | 1
for=role:trainer                | 07:00 badge → not_open refusal 0                 | -  | 1
for=role:trainer                | 12:00 badge → closed refusal 210                 | -  | 1
asks                            | 07:00 badge → not_open refusal 0                 | -  | 1
asks                            | 12:00 badge → closed refusal 210                 | -  | 1
                                | 08:00 badge → recorded entry 0
                                ; 12:00 badge → closed refusal 210 since 08:00     | in | 2
elsewhere asks                  | 08:00 badge → not_enrolled refusal 0             | -  | 1
for=team:Blue asks              | 09:00 badge → not_enrolled refusal 30            | -  | 1
blue for=team:Blue              | 08:00 badge → recorded entry 0
                                ; now red
                                ; 08:10 badge → duplicate refusal 0 since 08:00  | in | 2
blue for=team:Blue              | 08:00 badge → recorded entry 0
                                ; now red
                                ; 10:00 badge out → recorded exit 0 since 08:00  | out | 2
blue for=team:Blue              | 08:00 badge → recorded entry 0
                                ; now red
                                ; undo
                                ; 08:10 badge → not_enrolled refusal 0           | - | 3
asks answered                   | 08:00 badge → recorded entry 0
                                ; now unanswered
                                ; 08:10 badge → needs_answer refusal 0 since 08:00 | in | 2
"""

CASES = [
    case
    for table in (CODES, PEOPLE, TIMES, ENROLMENT, REPEATED, OVERRULED, LOCKED, ORDER)
    for case in cases_in(table)
]
