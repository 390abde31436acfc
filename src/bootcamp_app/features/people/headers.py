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
    "full name in khmer; full name (khmer); khmer full name; name in khmer script; kh name; "
    "គោត្តនាម និងនាមខ្លួន; នាមត្រកូល-នាមខ្លួន; នាមត្រកូលនិងនាម; ឈ្មោះ (ខ្មែរ); ឈ្មោះអក្សរខ្មែរ; "
    "នាមនិងគោត្តនាម; នាម និងគោត្តនាម; ឈ្មោះជាខ្មែរ; ឈ្មោះជាភាសាខ្មែរ; ឈ្មោះជាអក្សរខ្មែរ; ឈ្មោះខ្មែរ; ឈ្មោះភាសាខ្មែរ; "
    "នាមត្រកូល និងនាមខ្លួន; គោត្តនាម និងនាម; គោត្តនាម-នាម; អក្សរខ្មែរ; គោត្តនាមនិងនាមជាអក្សរខ្មែរ",
    "name_en": "english name; name in english; name (english); name english; name en; latin name; "
    "name in latin; name (latin); name latin; full name in english; full name in latin; "
    "full name (english); full name (latin); english full name; name in english letters; "
    "name in latin letters; name in latin script; latin; english; name eng; name (eng); en name; "
    "name as in passport; ឈ្មោះអក្សរឡាតាំង; ឈ្មោះជាឡាតាំង; ឈ្មោះ (ឡាតាំង); ឈ្មោះ (អង់គ្លេស); "
    "ឈ្មោះជាអក្សរអង់គ្លេស; ឈ្មោះអក្សរអង់គ្លេស; អក្សរអង់គ្លេស; "
    "romanized name; romanised name; ឈ្មោះជាអក្សរឡាតាំង; ឈ្មោះឡាតាំង; ឈ្មោះអង់គ្លេស; ឈ្មោះជាភាសាអង់គ្លេស; "
    "អក្សរឡាតាំង; ឡាតាំង; គោត្តនាមនិងនាមជាអក្សរឡាតាំង",
    "name": "name; full name; fullname; names; participant; participant name; name of participant; "
    "participants; nominee; nominee name; name of nominee; name and surname; surname and name; "
    "name-surname; attendee; attendee name; name of attendee; trainee; trainee name; "
    "name of trainee; respondent name; name of respondent; complete name; participants name; "
    "names of participants; list of participants; family and given name; family name and given name; "
    "last name and first name; first and last name; ឈ្មោះ; ឈ្មោះពេញ; នាម-គោត្តនាម; "
    "ឈ្មោះបេក្ខជន; បេក្ខជន; ឈ្មោះមន្ត្រី; ឈ្មោះសមាជិក; សិក្ខាកាម; ឈ្មោះអ្នកឆ្លើយ; ឈ្មោះរបស់អ្នក; នាមពេញ; ឈ្មោះអ្នកចូលរួម; ឈ្មោះសិក្ខាកាម; អ្នកចូលរួម",
    "family_name": "family name; last name; lastname; surname; family; fam name; attendee last name; "
    "buyer last name; នាមត្រកូល; គោត្តនាម; ត្រកូល; ឈ្មោះត្រកូល",
    "given_name": "given name; first name; firstname; given; forename; given names; first names; "
    "attendee first name; buyer first name; នាមខ្លួន; នាម; នាមផ្ទាល់; ឈ្មោះខ្លួន",
    "sex": "sex; gender; m/f; f/m; m / f; male/female; female/male; sex (m/f); gender (m/f); "
    "gender identity; sex of participant; gender of participant; ភេទ; ភេទ (ប/ស); ស/ប; ប/ស; "
    "ស្រី/ប្រុស; ប្រុស/ស្រី; យេនឌ័រ",
    "birth_year": "birth year; year of birth; yob; born; birthyear; born in; ឆ្នាំកំណើត",
    "birth_date": "date of birth; birth date; birthdate; birthday; dob; d.o.b.; date of birth (dd/mm/yyyy); "
    "born on; ថ្ងៃខែឆ្នាំកំណើត; ថ្ងៃ-ខែ-ឆ្នាំកំណើត; ថ្ងៃ/ខែ/ឆ្នាំកំណើត; ថ្ងៃកំណើត; ថ្ងៃខែកំណើត",
    "age": "age; age (years); age in years; age of participant; how old are you; អាយុ; អាយុ (ឆ្នាំ)",
    "phone": "phone; phone number; phone no; telephone; telephone number; tel; tel no; mobile; "
    "mobile phone; mobile number; cell; cell phone; cellphone; contact; contact number; phone contact; "
    "contact phone; contact no; contact details; contact information; mobile no; phone #; tel #; ph; "
    "h/p; hp; hand phone; handphone; telegram; telegram number; whatsapp; telephone no; tel number; "
    "home phone; work phone; phone/telegram; លេខទូរសព្ទទំនាក់ទំនង; លេខទូរស័ព្ទទំនាក់ទំនង; លេខទូរស័ព្ទដៃ; "
    "ទូរស័ព្ទលេខ; លេខតេឡេក្រាម; តេឡេក្រាម; លេខ ទូរស័ព្ទ; ទូរស័ព្ទដៃ; លេខទូរស័ព្ទ; ទូរស័ព្ទ; ទូរសព្ទ; លេខទូរសព្ទ; លេខទំនាក់ទំនង; ទំនាក់ទំនង",
    "email": "email; e-mail; email address; e-mail address; mail; email id; username; attendee email; "
    "buyer email; contact email; អាសយដ្ឋានអ៊ីមែល; អ៊ីម៉ែល; អ៊ីមែល; អ៊ីម៉ែល; សារអេឡិចត្រូនិក",
    "organisation": "organisation; organization; org; institution; ministry; company; employer; "
    "organisation name; organization name; name of institution; name of ministry; ministries; "
    "institutions; institute; organisation/institution; organization/institution; "
    "organisation/company; company name; name of company; name of ngo; name of cso; ngo name; "
    "cso name; ngo/cso; cso/ngo; association; network; school; university; office; "
    "ministry/department; department/office; current organization; current organisation; "
    "place of work; where do you work; affiliated organization; from; commune council; "
    "ក្រសួង-ស្ថាប័ន; ឈ្មោះអង្គភាព; ឈ្មោះស្ថាប័ន; ឈ្មោះអង្គការ; សមាគម; អង្គការ/សមាគម; អង្គការ-សមាគម; "
    "អង្គភាព-ស្ថាប័ន; មន្ទីរ/អង្គភាព; មន្ទីរ-អង្គភាព; មន្ទីរ/ស្ថាប័ន; អគ្គនាយកដ្ឋាន; នាយកដ្ឋាន; "
    "នាយកដ្ឋាន/អង្គភាព; ការិយាល័យ; រដ្ឋបាល; ទីកន្លែងធ្វើការ; កន្លែងបម្រើការងារ; មកពី; មកពីអង្គភាព; "
    "មកពីស្ថាប័ន; អង្គភាពសាមី; សាលា; សាកលវិទ្យាល័យ; អង្គការសង្គមស៊ីវិល; "
    "institution/organisation; institution/organization; "
    "ministry/institution; workplace; affiliation; agency; department; unit; ngo; cso; "
    "name of organisation; name of organization; អង្គភាព; ស្ថាប័ន; អង្គការ; "
    "ក្រសួង; ក្រសួង/ស្ថាប័ន; ក្រសួងស្ថាប័ន; អង្គភាព/ស្ថាប័ន; មន្ទីរ; កន្លែងធ្វើការ; ស្ថាប័ន/អង្គភាព",
    "organisation_kind": "organisation kind; organisation type; organization type; "
    "type of organisation; type of organization; type of institution; institution type; "
    "kind of organisation; kind of organization; organisation category; organization category; "
    "ប្រភេទអង្គការ;  ប្រភេទអង្គភាព; ប្រភេទស្ថាប័ន",
    "position": "position; job title; title; job; function; post; designation; occupation; rank; "
    "position title; position/title; title/position; job position; current position; position held; "
    "profession; role/position; position/role; តួនាទី-មុខតំណែង; តួនាទីបច្ចុប្បន្ន; ឋានៈ; មុខរបរ; "
    "ឋានន្តរស័ក្តិ; តំណែង; មុខងារ/តួនាទី; តួនាទី; មុខតំណែង; មុខងារ; តួនាទី/មុខតំណែង",
    "sector": "sector; group; stakeholder; stakeholder group; type of stakeholder; stakeholder type; "
    "participant group; target group; sector/group; វិស័យ; ក្រុមគោលដៅ; ប្រភេទអ្នកចូលរួម",
    "province": "province; province/city; province/capital; city/province; province name; provinces; capital/province; "
    "province/municipality; province of work; province of residence; home province; current province; "
    "which province are you from; city; region; state/province; work province; "
    "home state; work state; home city; work city; "
    "មកពីខេត្ត; ខេត្ត/ក្រុង; ក្រុង/ខេត្ត; ខេត្ត-ក្រុង; ខេត្ត ក្រុង; ឈ្មោះខេត្ត; ខេត្ត; "
    "រាជធានី-ខេត្ត; រាជធានី/ខេត្ត; រាជធានីខេត្ត; ខេត្ត/រាជធានី; ខេត្ត-រាជធានី",
    "district": "district; khan; district/khan; district/municipality; district name; municipality/district; "
    "city/district/khan; district/city; ក្រុង/ស្រុក; ស្រុក/ក្រុង; ស្រុក-ខណ្ឌ; ស្រុក/ក្រុង/ខណ្ឌ; ស្រុក; ស្រុក/ខណ្ឌ; "
    "ក្រុង/ស្រុក/ខណ្ឌ; ក្រុង-ស្រុក-ខណ្ឌ; ខណ្ឌ",
    "role": "role; role in bootcamp; participant type; type of participant;  តួនាទីក្នុងវគ្គ",
    "disability": "disability; person with disability; pwd; disabled; "
    "disability status; do you have a disability; people with disabilities; "
    "person with disabilities; living with disability; disability (yes/no); ពិការ; មានពិការភាព; ពិការភាព; ជនមានពិការភាព",
    "external_id": "id; external id; participant id; person id; reference; ref; ref no; "
    "staff id; employee id; id number; id no; national id; code; participant code; barcode; "
    "attendee id; registration id; registration no; response id; record id; meta/instanceid; "
    "instanceid; __id; លេខកូដ; _uuid; _id; uuid; "
    "attendee #; order #; លេខសម្គាល់; អត្តលេខ",
    "registered_at": "timestamp; registered at; registration date; submission time; order date; "
    "date registered; registered on; date of registration; submission date; date submitted; "
    "submitted at; ថ្ងៃចុះឈ្មោះ; "
    "_submission_time; កាលបរិច្ឆេទចុះឈ្មោះ; ត្រាពេលវេលា",
    "note": "note; notes; remark; remarks; comment; comments; other; others; "
    "other information; additional information; ចំណាំ; យោបល់; ផ្សេង ៗ; ផ្សេងៗ; សម្គាល់; "
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
