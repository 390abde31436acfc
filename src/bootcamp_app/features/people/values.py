"""What a cell says. No database: texts in, values out, or a sentence about what is wrong."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key, latin_digits
from bootcamp_app.features.bootcamps.places import province_code

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOCAL_DIGITS = range(8, 10)
_PHONE_SPACING = re.compile(r"[\s.()/-]+")

_SEXES = {
    "female": "f female woman girl ms mrs miss ស ស្រី ស្ត្រី នារី អ្នកស្រី កញ្ញា",
    "male": "m male man boy mr ប ប្រុស បុរស លោក",
    "other": "other o x non-binary nonbinary ផ្សេងទៀត ផ្សេង",
    "not_stated": "not_stated notstated n/a na - ? prefernottosay មិនបញ្ជាក់",
}
_SECTORS = {
    "government": "government gov govt public state civilservant civilservants official officials "
    "publicsector រដ្ឋ រដ្ឋាភិបាល មន្ត្រីរាជការ សាធារណៈ",
    "civil_society": "civil_society civilsociety cso csos ngo ngos community "
    "civilsocietyorganisation civilsocietyorganization សង្គមស៊ីវិល អង្គការសង្គមស៊ីវិល សហគមន៍",
    "other": "other private academia media developmentpartner ផ្សេងៗ ផ្សេង ឯកជន",
    "not_stated": "not_stated notstated n/a na - មិនបញ្ជាក់",
}
_KINDS = {
    "national_government": "national_government nationalgovernment national ministry ថ្នាក់ជាតិ ក្រសួង",
    "subnational_government": "subnational_government subnationalgovernment sub-national "
    "subnational provincial district commune ថ្នាក់ក្រោមជាតិ រដ្ឋបាលថ្នាក់ក្រោមជាតិ",
    "cso": "cso ngo civilsociety association អង្គការ សមាគម សង្គមស៊ីវិល អង្គការសង្គមស៊ីវិល",
    "community": "community cbo សហគមន៍",
    "private": "private privatesector company business ឯកជន វិស័យឯកជន",
    "academia": "academia university school education សាកលវិទ្យាល័យ គ្រឹះស្ថានសិក្សា",
    "development_partner": "development_partner developmentpartner donor ដៃគូអភិវឌ្ឍន៍",
    "media": "media press សារព័ត៌មាន",
    "other": "other ផ្សេងៗ ផ្សេង",
}
_STATUSES = {
    "confirmed": "confirmed approved yes បានបញ្ជាក់ យល់ព្រម",
    "nominated": "nominated pending waiting រង់ចាំ",
    "withdrawn": "withdrawn cancelled canceled declined ដកឈ្មោះ",
}


def sex_of(text: str) -> str:
    """Give a sex of any usual writing in either script."""
    return _chosen(text, _SEX_WORDS)


def sector_of(text: str) -> str:
    """Give a sector of any usual writing in either script."""
    return _chosen(text, _SECTOR_WORDS)


def organisation_kind_of(text: str) -> str:
    """Give the kind of an organisation of any usual writing in either script."""
    return _chosen(text, _KIND_WORDS)


def sector_of_kind(kind: str) -> str:
    """Give the sector to which a kind of organisation belongs."""
    if kind.endswith("government"):
        return "government"
    return "civil_society" if kind in {"cso", "community"} else "other"


def status_of(text: str) -> str:
    """Give the status of a participation of any usual writing in either script."""
    return _chosen(text, _STATUS_WORDS)


def phone_of(text: str) -> str:
    """Give a phone number as typed, in Latin digits, with the zero a spreadsheet took."""
    number = latin_digits(text).strip()
    bare = _PHONE_SPACING.sub("", number)
    if bare.isdecimal() and len(bare) in _LOCAL_DIGITS and bare[0] != "0":
        return f"0{number}"
    return number


def phone_key(phone: str) -> str:
    """Give what two writings of one phone number share: the digits after the country code."""
    digits = "".join(filter(str.isdecimal, latin_digits(phone)))
    return digits.removeprefix("00").removeprefix("855").lstrip("0")


def moment_of(text: str) -> datetime | None:
    """Give the moment of a time stamp where it is written as ISO; None where it is not."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def place_of(text: str) -> str:
    """Give a province's official code, or the text where it is no province."""
    return province_code(text) or text.strip()


def _chosen(text: str, known: Mapping[str, str]) -> str:
    key = comparison_key(text).strip(".")
    if key not in known:
        raise Refusal("“{value}” is not understood here. Correct it or leave it empty.", value=text)
    return known[key]


def _words(choices: Mapping[str, str]) -> dict[str, str]:
    return {
        comparison_key(word): name for name, written in choices.items() for word in written.split()
    }


_SEX_WORDS = _words(_SEXES)
_SECTOR_WORDS = _words(_SECTORS)
_KIND_WORDS = _words(_KINDS)
_STATUS_WORDS = _words(_STATUSES)
