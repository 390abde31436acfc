"""The Sustainable Development Goals: 17 goals and 169 targets by number, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bootcamp_app.core.catalogue import documents
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key, latin_digits
from bootcamp_app.features.canvases.views import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_OFFERED = 8


@dataclass(frozen=True)
class Target:
    """One target, such as 11.6, in words of our own."""

    number: str
    goal: str
    """The number of its goal."""
    title: Words
    colour: str
    """That of its goal."""


@dataclass(frozen=True)
class Goal:
    """One goal with its targets."""

    number: str
    title: Words
    colour: str
    targets: tuple[Target, ...]


@cache
def goals() -> tuple[Goal, ...]:
    """Give the goals in their order."""
    return tuple(
        Goal(
            held["number"],
            Words(**held["title"]),
            held["colour"],
            tuple(
                Target(one["number"], held["number"], Words(**one["title"]), held["colour"])
                for one in held["targets"]
            ),
        )
        for held in documents("sdg")["goals"]["goals"]
    )


@cache
def targets() -> dict[str, Target]:
    """Give every target by its number, in their order."""
    return {one.number: one for goal in goals() for one in goal.targets}


def target(written: str) -> Target:
    """Give a target by its number in any digits; what is none is refused with what there is."""
    number = number_in(written)
    if number in targets():
        return targets()[number]
    beside = next((one for one in goals() if one.number == number.partition(".")[0]), None)
    if beside is not None:
        raise Refusal(
            "There is no target “{number}”. Goal {goal} has these: {names}.",
            number=written.strip(),
            goal=beside.number,
            names=", ".join(one.number for one in beside.targets),
        )
    raise Refusal(
        "There is no target “{number}”. Targets have numbers from 1.1 to 17.19, such as 11.6.",
        number=written.strip(),
    )


def numbers_of(written: Iterable[str]) -> tuple[str, ...]:
    """Give the numbers of targets, each once and in their order; refuses what is none."""
    wanted = {target(one).number for one in written if one.strip()}
    return tuple(number for number in targets() if number in wanted)


def found(written: str, most: int = MOST_OFFERED) -> list[Target]:
    """Give the targets that a number or words in either language may mean, the likeliest first."""
    number = number_in(written)
    by_number = [one for one in targets().values() if _begins(one.number, number)]
    if by_number or not written.strip():
        return by_number[:most]
    keys = [comparison_key(word) for word in written.split()]
    own = [one for one in targets().values() if _has(one.title, keys)]
    of_goal = [one for goal in goals() if _has(goal.title, keys) for one in goal.targets]
    return list(dict.fromkeys([*own, *of_goal]))[:most]


def number_in(written: str) -> str:
    """Give a number as targets have it, whatever digits and stops somebody wrote."""
    return latin_digits(written).strip().lower().replace(",", ".").removeprefix("sdg").strip()


def _begins(number: str, written: str) -> bool:
    if not written[:1].isdecimal():
        return False
    return number == written or number.startswith(written if "." in written else f"{written}.")


def _has(title: Words, keys: Sequence[str]) -> bool:
    return any(all(key in comparison_key(text) for key in keys) for text in (title.en, title.km))
