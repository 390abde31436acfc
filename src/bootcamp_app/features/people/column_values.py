"""What the values of a column say about it, where its header leaves something open."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key, is_khmer, latin_digits
from bootcamp_app.features.people import stamps, values
from bootcamp_app.features.people.births import looks_like_a_date, whole_years
from bootcamp_app.features.people.surnames import surnames

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Counted, so that a cell of a megabyte is not gone through from each of its letters.
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}\.[A-Za-z]{2,}")
_PHONE = re.compile(r"(?:\+?855|0)[1-9]\d{6,8}")
_PHONE_SIGNS = re.compile(r"[\s.()/-]+")
_SALUTATION = re.compile(
    r"(?:(?:h\.?e|dr|mr|ms|mrs|miss|prof|mx|oknha)\b\.?\s*|(?:ឯកឧត្តម|លោកជំទាវ|លោកស្រី|លោក|អ្នកស្រី|កញ្ញា)\s*)",
    re.IGNORECASE,
)
_MOST_WORDS = 5
_MOST_YEARS = 1000
_ORGANISATION = re.compile(
    r"\b(?:minist(?:ry|ère)|departments?|department of|association|organi[sz]ation"
    r"|universit(?:y|é)|institute|"
    r"institut|school|college|ngo|network|co\.?,? ?ltd|ltd|company|foundation|council"
    r"|committee|cooperative|"
    r"federation|union|centre|center|administration|secretariat|authority|embassy|bank|hospital)\b"
    r"|^(?:ក្រសួង|មន្ទីរ|អង្គការ|សមាគម|រដ្ឋបាល|សាកលវិទ្យាល័យ|វិទ្យាស្ថាន|វិទ្យាល័យ|នាយកដ្ឋាន|អគ្គនាយកដ្ឋាន|ក្រុមហ៊ុន"
    r"|សហគមន៍|បណ្តាញ|សាលា|ការិយាល័យ|អគ្គលេខាធិការដ្ឋាន|អាជ្ញាធរ|ក្រុមប្រឹក្សា|សហព័ន្ធ|សហជីព|មូលនិធិ|មជ្ឈមណ្ឌល)",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"(?:.*\b)?(?:officer|director|chief|manager|coordinator|assistant|teacher|lecturer|professor|staff|"
    r"head of|deputy|secretary|advis[eo]r|engineer|accountant|specialist|consultant|student"
    r"|volunteer|"
    r"governor|member|president|chair(?:person|man|woman)?|directeur|directrice|chargée? de"
    r"|responsable|"
    r"conseiller|conseillère|enseignante?|clerk|trainer|nurse|doctor|lawyer|intern|analyst|developer)s?\b"
    r"|(?:អនុ|អគ្គ|នាយ|រដ្ឋ)?(?:មន្ត្រី|ប្រធាន|នាយក|ទីប្រឹក្សា|ជំនួយការ|បុគ្គលិក|គ្រូ|លេខាធិការ|លេខា|អភិបាល|សមាជិក|និស្សិត"
    r"|សាស្ត្រាចារ្យ|អធិការ|អធិការរង|មេឃុំ|មេភូមិ|ជំទប់|ចៅសង្កាត់|ស្មៀន|ហេរញ្ញិក|គណនេយ្យករ|វេជ្ជបណ្ឌិត|វិស្វករ"
    r"|អ្នកសម្របសម្រួល|អ្នកស្ម័គ្រចិត្ត|អ្នកគ្រប់គ្រង|អ្នកជំនាញ|អ្នកបច្ចេកទេស|នាយិកា)",
    re.IGNORECASE,
)


LONGEST_VALUE = 300
"""So much of a cell is looked at to say what it is: nothing that is recognised is longer."""


def share(texts: Sequence[str], is_such: Callable[[str], object]) -> float:
    """Say what part of the texts is such; nothing of no text."""
    if not texts:
        return 0.0
    return sum(bool(is_such(text[:LONGEST_VALUE])) for text in texts) / len(texts)


def is_email(text: str) -> bool:
    """Say whether a text holds an e-mail address."""
    return bool(_EMAIL.search(text))


def is_phone(text: str) -> bool:
    """Say whether a text is a Cambodian phone number and nothing else."""
    return bool(_PHONE.fullmatch(_PHONE_SIGNS.sub("", latin_digits(text))))


def has_phone_digits(text: str) -> bool:
    """Say whether a text could be a way to call somebody: digits enough, or a name after @."""
    return text.startswith("@") or sum(map(str.isdecimal, latin_digits(text))) > _MOST_WORDS


def is_sex(text: str) -> bool:
    """Say whether a text is a sex."""
    return _is_read(values.sex_of, text)


def is_status(text: str) -> bool:
    """Say whether a text says how far somebody's registration is."""
    return _is_read(values.status_of, text)


def is_sector(text: str) -> bool:
    """Say whether a text is a sector."""
    return _is_read(values.sector_of, text)


def is_organisation_kind(text: str) -> bool:
    """Say whether a text is a kind of organisation, or at least a sector."""
    return values.is_only_sector(text) or _is_read(values.organisation_kind_of, text)


def is_province(text: str) -> bool:
    """Say whether a text names a province, not only by its code."""
    return not latin_digits(text).strip().isdecimal() and values.known_place(text) is not None


def is_date(text: str) -> bool:
    """Say whether a text is a date or at least a year."""
    return looks_like_a_date(text)


def is_code(text: str) -> bool:
    """Say whether a text is a form's number for an answer."""
    return values.is_code(text)


def is_stamp(text: str) -> bool:
    """Say whether a text is a day with its time."""
    return ":" in text and stamps.moment_of(text) is not None


def is_organisation(text: str) -> bool:
    """Say whether a text names an office, an association or a company by a word for it."""
    return bool(_ORGANISATION.search(text))


def is_position(text: str) -> bool:
    """Say whether a text names what somebody is at work."""
    return bool(_POSITION.match(text))


def is_age(text: str) -> bool:
    """Say whether a text is a number of years."""
    years = whole_years(text)
    return years is not None and years < _MOST_YEARS


def is_no_number(text: str) -> bool:
    """Say whether a text is no mere number: “Family members” may hold how many they are."""
    return not latin_digits(text).isdecimal()


def could_be_name(text: str) -> bool:
    """Say whether a text could be somebody's name: a few words of letters alone."""
    bare = _SALUTATION.sub("", text, count=1)
    has_letters = all(
        char.isalpha() or (not char.isalnum() and char not in "@#/:") for char in bare
    ) and any(map(str.isalpha, bare))
    return has_letters and 0 < len(bare.split()) <= _MOST_WORDS


def is_salutation(text: str) -> bool:
    """Say whether a text is a word before a name and no more."""
    return bool(_SALUTATION.fullmatch(text.strip() + " ") or _SALUTATION.fullmatch(text.strip()))


def without_salutation(text: str) -> str:
    """Give a name without the words before it, such as “Mr.” or “លោកស្រី”."""
    return _SALUTATION.sub("", text.strip(), count=1) if _SALUTATION.match(text.strip()) else text


def is_person(text: str) -> bool:
    """Say whether a text is surely a name: it begins or ends with a usual family name."""
    if not could_be_name(text):
        return False
    words = _SALUTATION.sub("", text, count=1).split()
    keys = [comparison_key(word.strip(",.")) for word in (words[0], words[-1])] if words else []
    is_long = len(words) > 1 or (is_khmer(text) and len(text) > _MOST_WORDS)
    return is_long and any(key in surnames() for key in keys)


def _is_read(reader: Callable[[str], str], text: str) -> bool:
    with suppress(Refusal):
        return bool(reader(text))
    return False
