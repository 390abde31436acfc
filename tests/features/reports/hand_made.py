"""Indicators made by hand: what a page or a paper shows of them can be told beforehand."""

from __future__ import annotations

from datetime import UTC, datetime

from bootcamp_app.features.reports.indicator_views import (
    SMALL,
    Breakdown,
    Figure,
    Indicators,
    Scope,
    Tally,
)

COUNTED_AT = datetime(2026, 12, 4, 2, 30, tzinfo=UTC)
GROUPS = {
    "sex": {"female": 811, "male": 617, "other": 0, "not_stated": 5},
    "age": {"under_18": 0, "18_30": 640, "31_45": 533, "46_60": 212, "over_60": 41,
            "not_stated": 7},
    "sector": {"government": 340, "civil_society": 1082, "other": 0, "not_stated": 11},
    "organisation_kind": {"national_government": 120, "subnational_government": 220, "cso": 930,
                          "community": 152, "other": 0, "not_stated": 11},
    "province": {"07": 420, "23": 3, "21": 610, "18": 400, "not_stated": 0},
    "disability": {"yes": 61, "no": 1300, "not_stated": 72},
    "new": {"new": 1180, "returning": 253, "not_stated": 0},
    "completed": {"completed": 1204, "not_completed": 229, "not_stated": 0},
}  # fmt: skip
SAID = {
    "07": "Kampot", "23": "Kep", "21": "Takeo", "18": "Preah Sihanouk",
    "a": "Kampot bootcamp", "b": "វគ្គនវានុវត្តន៍ស្ដីពីការចូលរួមរបស់ប្រជាពលរដ្ឋក្នុងការអភិវឌ្ឍមូលដ្ឋាន ខេត្តព្រះសីហនុ",
}  # fmt: skip


def tally(people: int) -> Tally:
    """Give a tally whose other measures follow from the people."""
    return Tally(people, people + people // 10, people * 2, people * 7.5)


def indicators(*, is_public: bool = False) -> Indicators:
    """Give figures of 1,433 people in two bootcamps, told apart in every way and by sex."""
    made = [_breakdown(name, groups) for name, groups in GROUPS.items()]
    crossed = [_by_sex("sector"), _by_sex("age")]
    camps = Figure("bootcamp=a", tally(900)), Figure("bootcamp=b", tally(640))
    small = Figure("province=23", None, SMALL)
    if is_public:
        figures = tuple(small if one.key == small.key else one for one in made[4].figures)
        made[4] = Breakdown("province", figures)
    all_of_them = (*made, Breakdown("bootcamp", camps, overlaps=True), *crossed)
    return Indicators(Scope(), COUNTED_AT, tally(1433), all_of_them, is_public)


def say(key: str) -> str:
    """Give words for a key."""
    values = [part.partition("=")[2] for part in key.split("&")]
    return " · ".join(SAID.get(value, value.replace("_", " ")) for value in values)


def _breakdown(name: str, groups: dict[str, int]) -> Breakdown:
    return Breakdown(name, tuple(Figure(f"{name}={key}", tally(n)) for key, n in groups.items()))


def _by_sex(name: str) -> Breakdown:
    figures = []
    for key, number in GROUPS[name].items():
        women = number * 6 // 10
        parts = {"female": women, "male": number - women, "other": 0, "not_stated": 0}
        figures += [Figure(f"{name}={key}&sex={sex}", tally(n)) for sex, n in parts.items()]
    return Breakdown(f"{name}&sex", tuple(figures))
