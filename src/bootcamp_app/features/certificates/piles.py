"""Which certificates go into which file, and in what order. No database, no paper."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.file_names import file_names
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.core.khmer import latin_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.features.people.views import Participant

    People = Mapping[str, Participant]
    Key = tuple[object, ...]

ORDERS = {"serial": N_("Number"), "name": N_("Name"), "team": N_("Team")}
"""The orders in which certificates may lie, and what they are called."""

FILES = {
    "person": N_("One file for each person"),
    "team": N_("One file for each team"),
    "organisation": N_("One file for each organisation"),
}
"""What a file may hold where there are several."""

_NUMBERS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Pile:
    """Certificates that go into one file of this name."""

    name: str
    certificates: tuple[Certificate, ...]


def ordered(certificates: Sequence[Certificate], people: People, order: str) -> list[Certificate]:
    """Give certificates in an order of `ORDERS`; people are known by participation id."""
    before = _BEFORE_SERIAL[order]
    return sorted(
        certificates, key=lambda one: (*before(people.get(one.participation_id)), one.serial)
    )


def piles(certificates: Sequence[Certificate], people: People, by: str) -> list[Pile]:
    """Give the files that certificates go into, each in the order given; `by` is of `FILES`.

    A file of one person is named by its serial and never by a name. Those without a team or an
    organisation share a last one.
    """
    if by == "person":
        return [Pile(f"{one.serial}.pdf", (one,)) for one in certificates]
    named: dict[str, list[Certificate]] = defaultdict(list)
    for one in certificates:
        named[_title(people.get(one.participation_id), by)].append(one)
    titles = sorted(named, key=lambda title: (not title, _natural(title)))
    missing = {"team": _("Without a team"), "organisation": _("Without an organisation")}[by]
    names = file_names([title or missing for title in titles], ".pdf")
    return [Pile(name, tuple(named[title])) for name, title in zip(names, titles, strict=True)]


def _title(one: Participant | None, by: str) -> str:
    if one is None:
        return ""
    return " ".join((one.team if by == "team" else one.organisation).split())


def _by_name(one: Participant | None) -> Key:
    return (one.name_km or one.name_en, one.name_en) if one else ("", "")


def _by_team(one: Participant | None) -> Key:
    team = one.team if one else ""
    return (not team, _natural(team), *_by_name(one))


def _natural(title: str) -> Key:
    """Give a key by which the tenth team comes after the second."""
    parts = _NUMBERS.split(latin_digits(title).casefold())
    return tuple((part.zfill(12) if part.isdecimal() else part) for part in parts)


_BEFORE_SERIAL: dict[str, Callable[[Participant | None], Key]] = {
    "serial": lambda _one: (),
    "name": _by_name,
    "team": _by_team,
}
