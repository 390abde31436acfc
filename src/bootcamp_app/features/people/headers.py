"""Which field a column holds, by its header. No database: texts in, answer out.

Fields are named as on the command line: `name_km`, `sex`, `organisation` and so on. The
pseudo fields `name`, `family_name` and `given_name` leave the script to the values.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import comparison_key, is_khmer

if TYPE_CHECKING:
    from collections.abc import Sequence

FIELDS = (
    "name_km", "name_en", "family_name_km", "given_name_km", "family_name_en",
    "given_name_en", "sex", "birth_year", "birth_date", "age", "phone", "email",
    "organisation", "organisation_kind", "position", "sector", "province", "district",
    "role", "disability", "external_id", "registered_at", "note",
)  # fmt: skip
CUSTOM = "custom:"
_NAMES = {"name", "family_name", "given_name", *FIELDS[:6]}
_MOST_TITLE_ROWS = 20

_ALIASES = {
    "name_km": "khmer name; name in khmer; name (khmer); name khmer; name kh; name km; khmer; "
    "full name in khmer; ឈ្មោះជាភាសាខ្មែរ; ឈ្មោះជាអក្សរខ្មែរ; ឈ្មោះខ្មែរ; ឈ្មោះភាសាខ្មែរ; "
    "នាមត្រកូល និងនាមខ្លួន; គោត្តនាម និងនាម; គោត្តនាម-នាម; អក្សរខ្មែរ; គោត្តនាមនិងនាមជាអក្សរខ្មែរ",
    "name_en": "english name; name in english; name (english); name english; name en; latin name; "
    "name in latin; name (latin); name latin; full name in english; full name in latin; "
    "romanized name; ឈ្មោះជាអក្សរឡាតាំង; ឈ្មោះឡាតាំង; ឈ្មោះអង់គ្លេស; ឈ្មោះជាភាសាអង់គ្លេស; "
    "អក្សរឡាតាំង; ឡាតាំង; គោត្តនាមនិងនាមជាអក្សរឡាតាំង",
    "name": "name; full name; fullname; names; participant; participant name; name of participant; "
    "participants; nominee; your name; your full name; what is your name; ឈ្មោះ; ឈ្មោះពេញ; "
    "នាមពេញ; ឈ្មោះអ្នកចូលរួម; ឈ្មោះសិក្ខាកាម; អ្នកចូលរួម",
    "family_name": "family name; last name; lastname; surname; family; នាមត្រកូល; គោត្តនាម; ត្រកូល",
    "given_name": "given name; first name; firstname; given; forename; នាមខ្លួន; នាម; នាមផ្ទាល់",
    "sex": "sex; gender; m/f; f/m; male/female; sex (m/f); ភេទ",
    "birth_year": "birth year; year of birth; yob; born; ឆ្នាំកំណើត",
    "birth_date": "date of birth; birth date; birthdate; birthday; dob; ថ្ងៃខែឆ្នាំកំណើត; "
    "ថ្ងៃ ខែ ឆ្នាំកំណើត; ថ្ងៃកំណើត",
    "age": "age; age (years); អាយុ",
    "phone": "phone; phone number; phone no; telephone; telephone number; tel; tel no; mobile; "
    "mobile phone; mobile number; cell; cell phone; contact; contact number; phone contact; "
    "លេខទូរស័ព្ទ; ទូរស័ព្ទ; ទូរសព្ទ; លេខទូរសព្ទ; លេខទំនាក់ទំនង; ទំនាក់ទំនង",
    "email": "email; e-mail; email address; e-mail address; mail; អ៊ីមែល; អ៊ីម៉ែល; សារអេឡិចត្រូនិក",
    "organisation": "organisation; organization; org; institution; ministry; company; employer; "
    "organisation name; organization name; institution/organisation; institution/organization; "
    "ministry/institution; workplace; affiliation; agency; department; unit; ngo; cso; "
    "name of organisation; name of organization; អង្គភាព; ស្ថាប័ន; អង្គការ; "
    "ក្រសួង; ក្រសួង/ស្ថាប័ន; ក្រសួងស្ថាប័ន; អង្គភាព/ស្ថាប័ន; មន្ទីរ; កន្លែងធ្វើការ; ស្ថាប័ន/អង្គភាព",
    "organisation_kind": "organisation kind; organisation type; organization type; "
    "type of organisation; type of organization; type of institution; ប្រភេទអង្គភាព; ប្រភេទស្ថាប័ន",
    "position": "position; job title; title; job; function; post; designation; occupation; rank; "
    "តួនាទី; មុខតំណែង; មុខងារ; តួនាទី/មុខតំណែង",
    "sector": "sector; group; stakeholder; stakeholder group; វិស័យ",
    "province": "province; province/city; province/capital; city/province; province name; ខេត្ត; "
    "រាជធានី-ខេត្ត; រាជធានី/ខេត្ត; រាជធានីខេត្ត; ខេត្ត/រាជធានី; ខេត្ត-រាជធានី",
    "district": "district; khan; district/khan; district/municipality; ស្រុក; ស្រុក/ខណ្ឌ; "
    "ក្រុង/ស្រុក/ខណ្ឌ; ក្រុង-ស្រុក-ខណ្ឌ; ខណ្ឌ",
    "role": "role; role in bootcamp; participant type; តួនាទីក្នុងវគ្គ",
    "disability": "disability; person with disability; pwd; disabled; ពិការភាព; ជនមានពិការភាព",
    "external_id": "id; external id; participant id; person id; reference; ref; _uuid; _id; uuid; "
    "attendee #; order #; លេខសម្គាល់; អត្តលេខ",
    "registered_at": "timestamp; registered at; registration date; submission time; order date; "
    "_submission_time; កាលបរិច្ឆេទចុះឈ្មោះ; ត្រាពេលវេលា",
    "note": "note; notes; remark; remarks; comment; comments; other; others; ផ្សេងៗ; សម្គាល់; "
    "កំណត់សម្គាល់; កំណត់ចំណាំ",
}  # fmt: skip
_PUNCTUATION = re.compile(r"[\s\u200b._:;,*?!\"'’“”()\[\]-]+")
_NUMBERING = re.compile(r"^\s*[\d០-៩]+\s*[.)/-]\s*")


def field_of(header: str) -> str | None:
    """Give the field that a header names, in English or Khmer; None where it names none."""
    for candidate in _readings(header):
        if candidate in _KNOWN:
            return _KNOWN[candidate]
    return None


def header_row(rows: Sequence[Sequence[object]]) -> int | None:
    """Give the index of the row of headers, below title rows; None where no row names a name."""
    best, most = None, 0
    for index, row in enumerate(rows[:_MOST_TITLE_ROWS]):
        fields = {field_of(str(cell)) for cell in row if cell not in (None, "")} - {None}
        if fields & _NAMES and len(fields) > most:
            best, most = index, len(fields)
    return best


def script_of(values: Sequence[str]) -> str:
    """Say whether a column of names is written in Khmer (`km`) or Latin (`en`) letters."""
    khmer = sum(is_khmer(value) for value in values)
    return "km" if 2 * khmer > len(values) else "en"


def is_field(name: str) -> bool:
    """Say whether this is the name of a field, or of a custom one."""
    return name in FIELDS or (name.startswith(CUSTOM) and len(name) > len(CUSTOM))


def _readings(header: str) -> list[str]:
    """Give the ways to read a header: whole, without numbering, its group and its bracket."""
    text = _NUMBERING.sub("", header)
    bare = re.sub(r"[(\[].*?[)\]]", " ", text)
    parts = [header, text, bare, text.rpartition("/")[2], *re.split(r"[/\n|]", text)]
    return [key for part in parts if (key := _key(part))]


def _key(text: str) -> str:
    return _PUNCTUATION.sub("", comparison_key(text))


_KNOWN = {
    **{_key(name): name for name in FIELDS},
    **{_key(alias): name for name, aliases in _ALIASES.items() for alias in aliases.split(";")},
}
