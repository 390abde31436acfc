"""Boards of the sample bootcamp: two canvases a team, notes of three sides, and a vote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.entering import Entry, entered
from bootcamp_app.features.canvases.views import NOTE, SIDES, NewBoard
from bootcamp_app.features.canvases.voting import NewRound

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.boards import Boards
    from bootcamp_app.features.canvases.views import Board
    from bootcamp_app.features.canvases.voting import Votes
    from bootcamp_app.features.teams.views import Team

_TEAMS = 3
_SIDE_COLOURS = {"government": "blue", "civil_society": "green", "resident": "yellow"}
_PROBLEM = {
    "issue": (
        ("resident", "ទឹកជំនន់លិចផ្លូវទៅសាលារៀន រៀងរាល់ខែតុលា"),
        ("government", "ប្រឡាយរំដោះទឹកកកស្ទះដោយសំរាម"),
        ("civil_society", "គ្រួសារក្រីក្រនៅតាមមាត់ទន្លេរងគ្រោះមុនគេ"),
    ),
    "who": (
        ("resident", "សិស្សបឋមសិក្សា និងអាជីវករផ្សារ"),
        ("civil_society", "ជនមានពិការភាពទៅមណ្ឌលសុខភាពមិនបាន"),
    ),
    "challenge": (
        ("government", "តើយើងអាចធ្វើដូចម្ដេចឱ្យប្រឡាយស្អាតមុនរដូវវស្សា?"),
        ("resident", "តើសហគមន៍អាចដឹងមុនថាទឹកនឹងឡើងដោយរបៀបណា?"),
    ),
}
_AGREEMENT = {
    "solution": (("civil_society", "ក្រុមថែទាំប្រឡាយរួមគ្នា និងប្រព័ន្ធជូនដំណឹងមុនទឹកឡើង"),),
    "gov": (
        ("government", "រថយន្តដឹកសំរាម និងថវិកាឃុំ ២ លានរៀល"),
        ("government", "មន្ត្រីបច្ចេកទេសម្នាក់រៀងរាល់ថ្ងៃសុក្រ"),
    ),
    "cso": (("civil_society", "បណ្ដុះបណ្ដាលអ្នកស្ម័គ្រចិត្ត ៣០ នាក់"),),
    "res": (
        ("resident", "សម្អាតប្រឡាយមុខផ្ទះរៀងរាល់សប្ដាហ៍"),
        ("resident", "អ្នកនាំសារ ៥ នាក់តាមភូមិ"),
    ),
    "decide": (("government", "គណៈកម្មការរួម ៦ រូប សម្រេចដោយឯកភាព"),),
}


@dataclass(frozen=True)
class Rooms:
    """Where boards are made and voted on."""

    boards: Boards
    votes: Votes


def work_on_boards(
    rooms: Rooms, bootcamp: Bootcamp, teams: Sequence[Team], chance: Random
) -> Board:
    """Have the first teams work on their canvases, and give the agreement of the first one."""
    agreements = []
    for label in [team.label for team in teams[:_TEAMS]] or [""]:
        problem = rooms.boards.make(bootcamp, NewBoard("problem-definition", label))
        _write(rooms, problem, _PROBLEM)
        _vote(rooms, problem, chance)
        agreement = rooms.boards.make(bootcamp, NewBoard("co-ownership", label))
        rooms.boards.carry(agreement)
        _write(rooms, agreement, _AGREEMENT)
        _vote(rooms, agreement, chance)
        agreements.append(agreement)
    return agreements[0]


def _write(rooms: Rooms, board: Board, said: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    entries = [
        Entry(zone, text, whose, _SIDE_COLOURS[whose])
        for zone, words in said.items()
        for whose, text in words
    ]
    contents = rooms.boards.contents(board.id)
    rooms.boards.apply(board.id, entered(contents, entries, {}))


def _vote(rooms: Rooms, board: Board, chance: Random) -> None:
    """Have each side stick three dots, as they are counted on the wall."""
    notes = [one for one in rooms.boards.contents(board.id).items if one.kind == NOTE]
    held = rooms.votes.open(board.id, NewRound("side", dots=0))
    for side in SIDES:
        for note in chance.sample(notes, min(3, len(notes))):
            rooms.votes.vote(held, note.id, side=side, dots=chance.randint(1, 5))
    rooms.votes.close(held)
