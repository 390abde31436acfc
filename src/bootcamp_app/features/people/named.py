"""People by their names in both scripts, so that only those who may be meant are looked at."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bootcamp_app.features.people.compared import Compared
    from bootcamp_app.features.people.known import Known

_CROWD = 12
"""Of more people of one name, only those who share something more are looked at."""
_LOOKED_AT = 64
"""Of still more, the first: who is one of a hundred namesakes in one office nobody can say."""


class Line:
    """People in a row, of whom those who stand first are taken first."""

    __slots__ = ("_people", "_start")

    def __init__(self, people: list[Known]) -> None:
        self._people = people
        self._start = 0

    def add(self, known: Known) -> None:
        """Have somebody stand last."""
        self._people.append(known)

    def without(self, taken: Collection[str]) -> list[Known]:
        """Give the first of those who are not taken; who is taken once is so for good."""
        people, start = self._people, self._start
        while start < len(people) and people[start].person_id in taken:
            start += 1
        self._start = start
        return [one for one in people[start : start + _LOOKED_AT] if one.person_id not in taken]


class Namesakes:
    """Those whose names agree; a crowd of them stands in lines of those who share more."""

    __slots__ = ("_everybody", "_lines")

    def __init__(self, people: list[Known]) -> None:
        self._everybody = [Line(people)]
        self._lines: dict[tuple[str, object], Line] | None = None
        if len(people) > _CROWD:
            self._lines = {}
            for known in people:
                for key in _shared(known.compared, known.organisations):
                    if key in self._lines:
                        self._lines[key].add(known)
                    else:
                        self._lines[key] = Line([known])

    def with_phone(self, phone: str) -> Sequence[Line]:
        """Give where those stand who may have this telephone."""
        return self._everybody if self._lines is None else self._found(("phone", phone))

    def sharing(self, sought: Compared, organisation: str) -> Sequence[Line]:
        """Give where those stand who may share something more with a row, if it says more."""
        offices = (organisation,) if organisation else ()
        keys = _shared(sought, offices)
        if self._lines is None or not keys:
            return self._everybody
        if sought.is_by_age:
            keys += [("year", sought.year - 1), ("year", sought.year + 1)]
        return self._found(*keys)

    def _found(self, *keys: tuple[str, object]) -> list[Line]:
        lines = self._lines or {}
        return [lines[key] for key in keys if key in lines]


_NOBODY = Namesakes([])


class Named:
    """People under the names that they bear."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._by_both: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._with_km: dict[str, dict[str, None]] = defaultdict(dict)
        self._with_en: dict[str, dict[str, None]] = defaultdict(dict)
        self._found: dict[tuple[str, str], Namesakes] = {}
        for known in people:
            km, en = known.compared.name_km, known.compared.name_en
            self._by_both[km, en].append(known)
            self._with_km[km][en] = None
            self._with_en[en][km] = None

    def namesakes(self, sought: Compared) -> Namesakes:
        """Give those of whom no script has another name, and some script has the same."""
        names = (sought.name_km, sought.name_en)
        if names not in self._found:
            people = [one for pair in self._pairs(*names) for one in self._by_both.get(pair, ())]
            self._found[names] = Namesakes(people) if people else _NOBODY
        return self._found[names]

    def _pairs(self, km: str, en: str) -> list[tuple[str, str]]:
        if km and en:
            return [(km, en), (km, ""), ("", en)]
        if km:
            return [(km, other) for other in self._with_km.get(km, ())]
        return [(other, en) for other in self._with_en.get(en, ())] if en else []


def _shared(said: Compared, organisations: Collection[str]) -> list[tuple[str, object]]:
    keys: list[tuple[str, object]] = [("office", one) for one in organisations]
    if said.phone:
        keys.append(("phone", said.phone))
    if said.external_id:
        keys.append(("id", said.id_key))
    if said.year:
        keys.append(("year", said.year))
    return keys
