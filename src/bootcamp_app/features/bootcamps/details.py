"""What a bootcamp's own title, place and days may be. No database: values in, answers out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.agenda import check_day
from bootcamp_app.features.bootcamps.places import province_code
from bootcamp_app.features.bootcamps.rules import LONGEST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bootcamp_app.features.bootcamps.views import Bootcamp

FIELDS = ("title_en", "title_km", "venue", "province", "starts_on", "ends_on",
          "certificate_percent", "certificate_day_percent", "certificate_hours",
          "excused_counts", "indicator_code")  # fmt: skip
"""What may be changed of a bootcamp once it exists; the code in its serials stays."""
MOST_HOURS = 999
"""So many hours a certificate may ask for at most."""
_RULE = ("certificate_percent", "certificate_day_percent", "certificate_hours")
_TEXTS = ("title_en", "title_km", "venue", "indicator_code")


def checked_details(bootcamp: Bootcamp, given: Mapping[str, Any]) -> dict[str, Any]:
    """Give what is different of a bootcamp, in order; raises a Refusal where it cannot be so."""
    if strange := [name for name in given if name not in FIELDS]:
        raise ValueError(strange)
    tidy = {name: " ".join(value.split()) if name in _TEXTS else value
            for name, value in given.items()}  # fmt: skip
    if "province" in tidy:
        tidy["province"] = checked_province(tidy["province"])
    whole = {name: tidy.get(name, getattr(bootcamp, name)) for name in FIELDS}
    check_title(whole["title_en"], whole["title_km"])
    check_days(whole["starts_on"], whole["ends_on"])
    check_rule(*(whole[name] for name in _RULE))
    return {name: value for name, value in tidy.items() if value != getattr(bootcamp, name)}


def check_rule(percent: int, day_percent: int, hours: int) -> None:
    """Raise a Refusal for a rule that no certificate can have."""
    if not (0 <= percent <= 100 and 0 <= day_percent <= 100):
        raise Refusal("A certificate asks for 0 to 100 percent. Correct the number.")
    if not 0 <= hours <= MOST_HOURS:
        raise Refusal(
            "A certificate asks for 0 to {most} hours. Correct the number.", most=MOST_HOURS
        )


def check_title(title_en: str, title_km: str) -> None:
    """Raise a Refusal where there is no title in either language."""
    if not title_en.strip() and not title_km.strip():
        raise Refusal("A bootcamp needs a title. Give one in Khmer, in English or in both.")


def check_days(first: date, last: date) -> None:
    """Raise a Refusal where a bootcamp cannot last from one day to another."""
    for day in (first, last):
        check_day(day)
    if last < first:
        raise Refusal("A bootcamp ends on its first day or later. Correct the days.")
    check_length((last - first).days + 1)


def check_length(days: int) -> None:
    """Raise a Refusal for a number of days that no bootcamp has."""
    if not 1 <= days <= LONGEST:
        raise Refusal("A bootcamp lasts from 1 to {most} days. Correct the days.", most=LONGEST)


def checked_province(name: str) -> str:
    """Give the official code of a province that was written in either script; empty for none."""
    code = province_code(name) if name else ""
    if code is None:
        raise Refusal(
            "“{name}” is not a province. Write it as on the official list, in either script.",
            name=name,
        )
    return code
