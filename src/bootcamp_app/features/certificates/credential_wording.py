"""The words of a digital badge, each in Khmer and in English, from what was frozen at the issue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bootcamp_app.core.khmer import khmer_digits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Both = tuple[str, str]

HOURS = ("ម៉ោង", "Hours")
ISSUED_BY = ("ចេញដោយកុំព្យូទ័រ {letter}", "issued on laptop {letter}")
_AT_LEAST = (
    "ចូលរួមយ៉ាងតិច {percent} ភាគរយនៃវគ្គទាំងអស់ដែលគិតសម្រាប់វិញ្ញាបនបត្រ",
    "Attended at least {percent} % of the sessions that count for the certificate",
)
_EACH_DAY = ("យ៉ាងតិច {day_percent} ភាគរយក្នុងថ្ងៃនីមួយៗ", "at least {day_percent} % of each day's")
_LEAST_HOURS = ("យ៉ាងតិច {hours} ម៉ោង", "at least {hours} hours")
_MANDATORY = ("គ្រប់វគ្គដែលតម្រូវឱ្យចូលរួម", "every mandatory session")
_EXCUSED = (
    "អវត្តមានដែលមានច្បាប់ត្រូវបានរាប់ជាវត្តមាន។",
    "Being excused counts as being present.",
)
_OR_DECIDED = (
    "អ្នករៀបចំអាចសម្រេចផ្សេងពីនេះ ដោយមានហេតុផលដែលបានកត់ត្រាទុក។",
    "The organisers may decide otherwise for a reason that is kept.",
)


def completed(printed: Mapping[str, Any]) -> Both:
    """Give what somebody did, as the paper says it."""
    khmer = "បានបញ្ចប់ដោយជោគជ័យនូវ{title_km} រយៈពេល {hours_km} ម៉ោង {place_km} {dates_km}"
    english = "Has completed the {hours_en}-hour {title_en} {place_en}, {dates_en}."
    return _spaced(khmer.format(**printed)), _spaced(english.format(**printed))


def what(printed: Mapping[str, Any]) -> Both:
    """Give what it was: title, place and days."""
    khmer = "{title_km} {place_km} {dates_km}".format(**printed)
    english = "{title_en} {place_en}, {dates_en}".format(**printed)
    return _spaced(khmer), _spaced(english)


def criteria(evidence: Mapping[str, Any]) -> Both:
    """Give the rule by which it was earned, as it stood at the issue."""
    rule = evidence.get("rule") or {"percent": evidence.get("percent_needed", 0)}
    asked = [_AT_LEAST]
    asked += [_EACH_DAY] if rule.get("day_percent") else []
    asked += [_LEAST_HOURS] if rule.get("hours") else []
    asked += [_MANDATORY] if any(map(_is_mandatory, evidence.get("sessions", ()))) else []
    excused = _EXCUSED if rule.get("excused_counts") else ("", "")
    values = {name: f"{value:g}" for name, value in rule.items()}
    in_khmer = {name: khmer_digits(value) for name, value in values.items()}
    khmer = _listed([one[0] for one in asked], " និង").format(**in_khmer) + "។"
    english = _listed([one[1] for one in asked], " and ").format(**values) + "."
    return (
        _spaced(" ".join([khmer, excused[0], _OR_DECIDED[0]])),
        _spaced(" ".join([english, excused[1], _OR_DECIDED[1]])),
    )


def joined(khmer: str | None, english: str | None) -> str:
    """Give both languages in one line; a text that there is only once stands once."""
    return " · ".join(dict.fromkeys(text for text in (khmer, english) if text))


def paragraphs(both: Both) -> str:
    """Give both languages as paragraphs of Markdown, as the standard has it."""
    return "\n\n".join(both)


def _is_mandatory(session: object) -> bool:
    # The first version kept only the ids of sessions.
    return isinstance(session, dict) and bool(session.get("mandatory"))


def _listed(parts: Sequence[str], last: str) -> str:
    return last.join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _spaced(text: str) -> str:
    """Give the text without the gap that a field without a value leaves, and its comma."""
    return " ".join(text.split()).replace(" ,", ",")
