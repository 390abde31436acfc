"""What the values of a column say about it, where its header leaves something open."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key, is_khmer, latin_digits
from bootcamp_app.features.bootcamps.places import province_code
from bootcamp_app.features.people import values
from bootcamp_app.features.people.births import looks_like_a_date
from bootcamp_app.features.people.surnames import surnames

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"(?:\+?855|0)[1-9]\d{6,8}")
_PHONE_SIGNS = re.compile(r"[\s.()/-]+")
_SALUTATION = re.compile(
    r"(?:(?:h\.?e|dr|mr|ms|mrs|miss|prof|mx|oknha)\b\.?\s*|(?:ឯកឧត្តម|លោកជំទាវ|លោកស្រី|លោក|អ្នកស្រី|កញ្ញា)\s*)",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def share(texts: Sequence[str], is_such: Callable[[str], object]) -> float:
    """Say what part of the texts is such; nothing of no text."""
    return sum(bool(is_such(text)) for text in texts) / len(texts) if texts else 0.0


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


def is_sector(text: str) -> bool:
    """Say whether a text is a sector."""
    return _is_read(values.sector_of, text)


def is_organisation_kind(text: str) -> bool:
    """Say whether a text is a kind of organisation, or at least a sector."""
    return values.is_only_sector(text) or _is_read(values.organisation_kind_of, text)


def is_province(text: str) -> bool:
    """Say whether a text names a province, not only by its code."""
    return not latin_digits(text).strip().isdecimal() and province_code(text) is not None


def is_date(text: str) -> bool:
    """Say whether a text is a date or at least a year."""
    return looks_like_a_date(text)


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
