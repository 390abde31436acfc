"""What a cell says. No database: texts in, values out, or a sentence about what is wrong."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key, latin_digits
from bootcamp_app.features.bootcamps.places import province_code, province_code_like

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOCAL_DIGITS = range(8, 10)
_LEAST_DIGITS = 6
_TWO_PHONES = re.compile(
    r"([+(]?[\d(][\d\s.()-]{6,}\d)\s*(?:[/,;|&]|\bor\b|\band\b|ឬ|និង)\s*[+(]?\d[\d\s.()-]{6,}"
)
_PHONES_PARTED = re.compile(r"[/,;]|\bor\b|ឬ")
_ONE_PHONE = re.compile(r"\+?[\d\s().-]+")
_PHONE_LENGTHS = range(8, 16)
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")
_PHONE_SPACING = re.compile(r"[\s.()/-]+")

_SEXES = {
    "female": "f female females woman women girl ms mrs miss lady femme féminin feminin fille fem "
    "mme madame mlle mademoiselle "
    "ស ស្រី ស្ត្រី នារី អ្នកស្រី លោកស្រី កញ្ញា លោកជំទាវ យុវតី "
    "ភេទស្រី ស្រ្តី",
    "male": "m male males man men boy mr gentleman h homme masculin garçon monsieur "
    "ប ប្រុស បុរស លោក ភេទប្រុស ឯកឧត្តម",
    "other": "other o x others nonbinary transgender trans third thirdgender "
    "lgbtq lgbt lgbtqi lgbtqi+ "
    "lgbtiq lgbtqia+ mx diverse intersex autre ផ្សេងទៀត ផ្សេង ផ្សេងៗ ភេទទី3 ភេទទីបី ភេទផ្សេង "
    "ភេទផ្សេងទៀត",
    "not_stated": "notstated n/a na none unknown prefernottosay prefernottoanswer "
    "prefernottodisclose prefernotsay prefernotanswer wouldrathernotsay rathernotsay "
    "iprefernottosay "
    "idprefernottosay donotwishtoanswer dontwanttosay donotwanttosay notspecified "
    "declinetostate declinedtoanswer declinetoanswer undisclosed unspecified noanswer refused "
    "nonprécisé nesouhaitepasrépondre nspp "
    "មិនបញ្ជាក់ មិនបានប្រាប់ មិនឆ្លើយ មិនចង់ប្រាប់ មិនចង់បញ្ជាក់ មិនចង់ឆ្លើយ មិនសូមបញ្ជាក់ មិនសូមឆ្លើយ មិនសូមប្រាប់ "
    "មិនមានចម្លើយ មិនដឹង សូមមិនបញ្ជាក់ សូមមិនឆ្លើយ មិនបានបញ្ជាក់ មិនចង់និយាយ មិនចង់បង្ហាញ",
}
_SECTORS = {
    "government": "government gov govt public state gouvernement secteurpublic civilservant "
    "civilservants official officials "
    "publicsector publicservice civilservice governmentofficial governmentofficials "
    "publicadministration administrationpublique administration publicbody governmentagency "
    "governmentinstitution publicinstitution stateinstitution រដ្ឋ រដ្ឋាភិបាល រាជរដ្ឋាភិបាល "
    "មន្ត្រី មន្ត្រីរាជការ មន្ត្រីរដ្ឋាភិបាល មន្ត្រីសាធារណៈ សាធារណៈ វិស័យសាធារណៈ វិស័យរដ្ឋ ស្ថាប័នរដ្ឋ",
    "civil_society": "civilsociety sociétécivile cso csos ngo ngos community csorepresentative "
    "csorepresentatives civilsocietyorganisation civilsocietyorganization "
    "civilsocietyorganisations civilsocietyorganizations nongovernment nongovernmental "
    "nongovernmentalorganization nongovernmentalorganisation សង្គមស៊ីវិល អង្គការសង្គមស៊ីវិល "
    "តំណាងសង្គមស៊ីវិល អង្គការក្រៅរដ្ឋាភិបាល ក្រៅរដ្ឋាភិបាល វិស័យសង្គមស៊ីវិល សហគមន៍",
    "other": "other others private academia media developmentpartner ផ្សេងៗ ផ្សេង ផ្សេងទៀត ឯកជន",
    "not_stated": "notstated n/a na none unknown មិនបញ្ជាក់ មិនបានប្រាប់",
}
_KINDS = {
    "national_government": "nationalgovernment national ministry ministries lineministry ministère "
    "nationallevel centralgovernment central ministry/institution generaldepartment ថ្នាក់ជាតិ ក្រសួង "
    "ក្រសួង/ស្ថាប័ន ក្រសួងស្ថាប័ន រដ្ឋបាលថ្នាក់ជាតិ",
    "subnational_government": "subnationalgovernment subnational subnationaladministration "
    "subnationallevel localgovernment localauthority localauthorities provincial district commune "
    "municipality municipal khan sangkat provincialadministration provincialgovernment "
    "provincialhall provincialdepartment linedepartment districtadministration "
    "municipaladministration communecouncil communeadministration ថ្នាក់ក្រោមជាតិ "
    "រដ្ឋបាលថ្នាក់ក្រោមជាតិ រដ្ឋបាលខេត្ត រដ្ឋបាលក្រុង រដ្ឋបាលស្រុក រដ្ឋបាលខណ្ឌ រដ្ឋបាលឃុំ រដ្ឋបាលសង្កាត់ "
    "មន្ទីរ មន្ទីរខេត្ត សាលាខេត្ត ខេត្ត ក្រុង ស្រុក ខណ្ឌ ឃុំ សង្កាត់ ក្រុមប្រឹក្សាឃុំ អាជ្ញាធរមូលដ្ឋាន",
    "cso": "cso csos ngo ngos ingo lngo localngo internationalngo nationalngo civilsociety "
    "association associations ong ongs nonprofit npo union youthorganisation youthorganization "
    "civilsocietyorganisation civilsocietyorganization nongovernmentalorganization "
    "csonetwork ngonetwork network networks cs federation coalition foundation localcso youthgroup "
    "youthnetwork womengroup opd dpo organisationofpersonswithdisabilities réseau fondation "
    "សម្ព័ន្ធ សហព័ន្ធ បណ្តាញ បណ្តាញសង្គមស៊ីវិល បណ្តាញអង្គការ មូលនិធិ អង្គការជនពិការ អង្គការក្នុងស្រុក "
    "អង្គការមិនមែនរដ្ឋាភិបាល អង្គការយុវជន បណ្តាញយុវជន "
    "nongovernmentalorganisation អង្គការ សមាគម សហជីព សង្គមស៊ីវិល អង្គការសង្គមស៊ីវិល "
    "អង្គការក្រៅរដ្ឋាភិបាល អង្គការជាតិ អង្គការអន្តរជាតិ",
    "community": "community cbo cbos communitybasedorganisation communitybasedorganization "
    "communitygroup grassroots cooperative agriculturalcooperative "
    "communityorganisation communityorganization localcommunity coopérative communauté "
    "សហគមន៍មូលដ្ឋាន អង្គការសហគមន៍ អង្គការសហគមន៍មូលដ្ឋាន អង្គការមូលដ្ឋាន សហគមន៍ សហគមន៍កសិកម្ម",
    "private": "private privatesector privatecompany secteurprivé entreprise company business "
    "enterprise sme startup "
    "ឯកជន វិស័យឯកជន ក្រុមហ៊ុន សហគ្រាស",
    "academia": "academia academic university université école school education student "
    "students researcher "
    "researchinstitute សាកលវិទ្យាល័យ គ្រឹះស្ថានសិក្សា គ្រឹះស្ថានឧត្តមសិក្សា សាលា និស្សិត",
    "development_partner": "developmentpartner developmentpartners donor donors embassy un "
    "unagency ដៃគូអភិវឌ្ឍន៍ ដៃគូអភិវឌ្ឍ ម្ចាស់ជំនួយ",
    "media": "media press journalist journalists សារព័ត៌មាន ប្រព័ន្ធផ្សព្វផ្សាយ អ្នកសារព័ត៌មាន",
    "other": "other others ផ្សេងៗ ផ្សេង ផ្សេងទៀត",
}
_STATUSES = {
    "confirmed": "confirmed approved accepted yes registered attending going coming selected "
    "willattend admitted enrolled active invited&confirmed confirmé confirmée accepté acceptée "
    "inscrit inscrite validé validée validation_status_approved "
    "បានបញ្ជាក់ បញ្ជាក់រួច បានបញ្ជាក់ចូលរួម យល់ព្រម "
    "បានយល់ព្រម អនុម័ត បានអនុម័ត អនុញ្ញាត បានអនុញ្ញាត ទទួលយក បានទទួលយក ជ្រើសរើស បានជ្រើសរើស ចូលរួម បានចុះឈ្មោះ "
    "ជាប់",
    "nominated": "nominated proposed pending waiting waitlist waitlisted waitinglist onwaitlist "
    "onwaitinglist onhold hold tentative invited submitted inreview underreview reviewing "
    "unconfirmed notconfirmed notyetconfirmed tobeconfirmed tbc awaiting awaitingconfirmation "
    "awaitingapproval pendingapproval pendingconfirmation notapproved notyetapproved unapproved "
    "rejected notselected notaccepted reserve standby shortlisted enattente refusé refusée "
    "validation_status_on_hold validation_status_not_approved រង់ចាំ កំពុងរង់ចាំ មិនទាន់បញ្ជាក់ "
    "មិនទាន់អនុម័ត មិនអនុម័ត មិនអនុញ្ញាត មិនទាន់អនុញ្ញាត បដិសេធ មិនយល់ព្រម បានស្នើ ស្នើឈ្មោះ បានស្នើឈ្មោះ បម្រុង "
    "កំពុងពិនិត្យ មិនជាប់ មិនជ្រើសរើស រង់ចាំការបញ្ជាក់ រង់ចាំការអនុម័ត",
    "withdrawn": "withdrawn withdrew cancelled canceled declined notattending notcoming notgoing "
    "cannotattend cantattend willnotattend unabletoattend droppedout dropout dropped annulé "
    "annulée désisté désistée "
    "ដកឈ្មោះ បានដកឈ្មោះ ដកខ្លួន បានដកខ្លួន បោះបង់ បានបោះបង់ លុបចោល បានលុបចោល មិនចូលរួម មិនមក "
    "មិនអាចចូលរួម",
    "substituted": "substituted replaced remplacé remplacée ជំនួស បានជំនួស ត្រូវបានជំនួស",
}
_DISABILITIES = {
    "yes": "y true 1 x disabled disability withdisability withdisabilities pwd "
    "personwithdisability បាទ ចាស បាទ/ចាស មាន ពិការ មានពិការភាព ជនមានពិការភាព ជនពិការ",
    "no": "n false 0 none nodisability withoutdisability notdisabled nondisabled ទេ អត់ គ្មាន មិនមាន "
    "មិនពិការ គ្មានពិការភាព មិនមានពិការភាព",
    "": "notstated n/a na unknown prefernottosay prefernottoanswer មិនបញ្ជាក់ មិនបានប្រាប់ មិនឆ្លើយ មិនដឹង",
}
_NUMBERED = re.compile(r"^\s*[\d០-៩]{1,2}\s*[.)=:៖-]*\s*(?=\D)")
_CODE = re.compile(r"[A-Za-z]{0,2}[\d០-៩]{1,2}(?:\.0)?")
_SPACING = re.compile(r"[\s_.'–-]+")
_PLACE_PARTS = re.compile(
    r"[\u1780-\u17ff\u200b][\u1780-\u17ff\u200b\s]*|[^\u1780-\u17ff\u200b/|()\[\],;]+"
)
_BILINGUAL = re.compile(r"[\u1780-\u17ff\u200b\s]+|[^\u1780-\u17ff\u200b/|()\[\]]+")


def sex_of(text: str) -> str:
    """Give a sex of any usual writing in either script, numbered or not."""
    if is_code(text):
        raise Refusal(
            "“{value}” may stand for either sex. Write “male” or “female” instead, or leave the "
            "column out.",
            value=text,
        )
    return _chosen(_NUMBERED.sub("", text), _sex_words())


def is_code(text: str) -> bool:
    """Say whether a form kept a number in place of an answer, as 1 or A2: nobody knows of which."""
    return bool(_CODE.fullmatch(text.strip()))


def sector_of(text: str) -> str:
    """Give a sector of any usual writing in either script."""
    return _chosen(text, _sector_words())


def organisation_kind_of(text: str) -> str:
    """Give the kind of an organisation of any usual writing in either script."""
    return _chosen(text, _kind_words())


def is_only_sector(text: str) -> bool:
    """Say whether a text names a sector but leaves the kind of organisation open."""
    return _key(text) in _sector_words() and _key(text) not in _kind_words()


def is_plain_sector(text: str) -> bool:
    """Say whether a text is one of the words for a sector itself."""
    return _key(text) in _words(_SECTORS)


def sector_of_kind(kind: str) -> str:
    """Give the sector to which a kind of organisation belongs."""
    if kind.endswith("government"):
        return "government"
    return "civil_society" if kind in {"cso", "community"} else "other"


def status_of(text: str) -> str:
    """Give the status of a participation of any usual writing in either script."""
    return _chosen(text, _status_words())


def disability_of(text: str) -> str:
    """Give `yes`, `no`, nothing where that is not stated, or the text that tells of what kind."""
    return _disability_words().get(_key(text), text.strip())


def phone_of(text: str) -> str:
    """Give a phone number as typed, in Latin digits, with the zero a spreadsheet took."""
    number = latin_digits(text).strip()
    bare = _PHONE_SPACING.sub("", number)
    if bare.isdecimal() and len(bare) in _LOCAL_DIGITS and bare[0] != "0":
        return f"0{number}"
    return number


def could_be_phone(text: str) -> bool:
    """Say whether all that somebody typed are numbers to call: of 8 to 15 digits, parted or not."""
    numbers = [part.strip() for part in _PHONES_PARTED.split(latin_digits(text))]
    return all(
        _ONE_PHONE.fullmatch(one) and sum(map(str.isdecimal, one)) in _PHONE_LENGTHS
        for one in numbers
    )


def could_be_email(text: str) -> bool:
    """Say whether a text is one e-mail address and nothing else."""
    return bool(_EMAIL.fullmatch(text.strip()))


def listed_phone_of(text: str) -> str:
    """Give a phone number of a list; a Refusal for words, and for digits that are too few."""
    number = phone_of(text)
    if "@" not in number and sum(map(str.isdecimal, number)) < _LEAST_DIGITS:
        raise Refusal("This is no phone number: it has too few digits. Correct it in the list.")
    return number


def phone_key(phone: str) -> str:
    """Give what two writings of one phone number share: the digits after the country code.

    Of two numbers in a cell the first counts.
    """
    number = latin_digits(phone)
    if match := _TWO_PHONES.match(number.strip()):
        number = match[1]
    digits = "".join(filter(str.isdecimal, number))
    return digits.removeprefix("00").removeprefix("855").lstrip("0")


def place_of(text: str) -> str:
    """Give a province's official code, also of a misspelt one, or the text where it is none."""
    return known_place(text) or province_code_like(text) or text.strip()


def known_place(text: str) -> str | None:
    """Give the code of the one province that a text names, be it in two scripts or in brackets."""
    if code := province_code(text):
        return code
    parts = [part.strip() for part in _PLACE_PARTS.findall(text)]
    found = {province_code(part) for part in parts if not part.isdecimal()} - {None}
    return found.pop() if len(found) == 1 else None


def _chosen(text: str, known: Mapping[str, str]) -> str:
    """Give the choice that a text names, once or in two languages."""
    whole = known.get(_key(text))
    parts = {known.get(key) for part in _BILINGUAL.findall(text) if (key := _key(part))}
    chosen = whole or (parts.pop() if len(parts) == 1 else None)
    if chosen is None:
        raise Refusal("“{value}” is not understood here. Correct it or leave it empty.", value=text)
    return chosen


def _key(text: str) -> str:
    return _SPACING.sub("", comparison_key(text))


def _words(choices: Mapping[str, str]) -> dict[str, str]:
    named = {_key(name): name for name in choices}
    return named | {_key(word): name for name, said in choices.items() for word in said.split()}


@cache
def _sex_words() -> dict[str, str]:
    return _words(_SEXES)


@cache
def _kind_words() -> dict[str, str]:
    return _words(_KINDS)


@cache
def _sector_words() -> dict[str, str]:
    by_kind = {word: sector_of_kind(kind) for word, kind in _kind_words().items()}
    return {**by_kind, **_words(_SECTORS)}


@cache
def _disability_words() -> dict[str, str]:
    return _words(_DISABILITIES)


@cache
def _status_words() -> dict[str, str]:
    return _words(_STATUSES)
