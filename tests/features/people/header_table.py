"""Headers as they stand in real lists, and the field that each names."""

from __future__ import annotations

# A field, then headers of it, parted by bars.
_NAMING = r"""
name_km:
    Name in Khmer | Khmer Name | Full Name (Khmer) | ឈ្មោះជាភាសាខ្មែរ | ឈ្មោះ (ខ្មែរ)
    គោត្តនាម និងនាម | ឈ្មោះអក្សរខ្មែរ | What is your name in Khmer? | group_info/full_name_khmer
    name_km
name_en:
    Name in English | English name | Full name (English) | Latin Name | Name (Latin)
    ឈ្មោះជាអក្សរឡាតាំង | ឈ្មោះ (អក្សរឡាតាំង) | ឡាតាំង | name_en
name:
    Name | NAME | Full Name | Participant's name | Name of participant | Your full name
    1. Name | ឈ្មោះ | ឈ្មោះ Name | Name / ឈ្មោះ | នាម-គោត្តនាម | ឈ្មោះអ្នកចូលរួម
    What is your full name?* | group_a/name | ឈ្មោះ\u200b
family_name:
    Last Name | Surname | Family name | នាមត្រកូល | គោត្តនាម
given_name:
    First Name | Given name | នាមខ្លួន | នាម
sex:
    Sex | Gender | M/F | m / f | Sex (M/F) | ភេទ | ភេទ (ប្រុស/ស្រី) | Sex ភេទ | What is your gender?
    Q1. Gender | ៣. ភេទ | 1.1 Sex
birth_year:
    Year of birth | Birth year | ឆ្នាំកំណើត
birth_date:
    Date of Birth | DOB | Date of Birth (DD/MM/YYYY) | ថ្ងៃខែឆ្នាំកំណើត | ថ្ងៃ ខែ ឆ្នាំ កំណើត
    Birth Date
age:
    Age | Age (years) | អាយុ | How old are you?
phone:
    Tel | Tel. | Phone | Phone No. | Phone number (Telegram) | Mobile Phone | Cell Phone
    Contact | Contact number | លេខទូរស័ព្ទ | ទូរសព្ទ | លេខ\u200bទូរស័ព្ទ | Telegram | H/P
    Phone\nលេខទូរស័ព្ទ
email:
    Email | E-mail | E-mail: | Email Address | អ៊ីមែល
organisation:
    Org. | Organization | Organisation | Institution | Ministry/Institution | Company
    Name of your organization | Which organization do you work for? | A2. Organisation | អង្គភាព
    ស្ថាប័ន | ក្រសួង/ស្ថាប័ន | ក្រសួង ស្ថាប័ន | អង្គការ | មន្ទីរ | Institution / អង្គភាព
organisation_kind:
    Type of organization | Organisation type | ប្រភេទស្ថាប័ន
position:
    Position | Position/ Title | Job Title | Title | តួនាទី | មុខតំណែង | តួនាទី/មុខតំណែង
sector:
    Sector | Group | វិស័យ | Stakeholder group
province:
    Province | Province/City | ខេត្ត | រាជធានី-ខេត្ត | ខេត្ត/ក្រុង | Which province are you from?
    Home City
district:
    District | ស្រុក/ខណ្ឌ | ក្រុង/ស្រុក/ខណ្ឌ
role:
    Role | Type of participant
disability:
    Disability | Do you have a disability? | ពិការភាព
external_id:
    ID | _id | _uuid | Attendee # | Order # | external_id | លេខសម្គាល់
registered_at:
    Timestamp | _submission_time | Order Date | Registration date
note:
    Note | Remarks | Other | ផ្សេងៗ | សម្គាល់
"""
_NAMING_NONE = """
    ល.រ | លរ | No | No. | N° | # | S/N | លេខរៀង | Signature | ហត្ថលេខា | Photo | Day 1 | Status
    Attendee Status | Prefix | Suffix | Ticket Type | Order Type | Quantity | Total Paid
    Currency | Website | start | end | deviceid | __version__ | _index | _tags | _submitted_by
    _validation_status | Village | ភូមិ | ឃុំ/សង្កាត់ | Commune | Consent | Dietary requirements
    Number of participants | Marital status | Nationality | Years of experience | T-shirt size
    Why do you want to join? | What do you expect from the bootcamp? | Name of spouse
    Emergency contact | 1 | 2026 | - | ? | () | /
"""


def _headers(line: str) -> list[str]:
    written = line.strip().replace(r"\n", "\n").replace(r"\u200b", "\u200b")
    return written.split(" | ")


def _table() -> list[tuple[str, str]]:
    table, field = [], ""
    for line in _NAMING.strip().split("\n"):
        if line.endswith(":") and not line.startswith(" "):
            field = line.removesuffix(":")
        else:
            table += [(header, field) for header in _headers(line)]
    return table


TABLE = _table()
NONE = [header for line in _NAMING_NONE.strip().split("\n") for header in _headers(line)]
