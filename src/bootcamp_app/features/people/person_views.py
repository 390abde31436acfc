"""What others may see of one person: answers, consents, notices, bootcamps; and what changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, words

if TYPE_CHECKING:
    from bootcamp_app.core.i18n import Sentence

QUESTION_KINDS = ("text", "number", "choice", "choices", "date", "yes_no")
CHOOSING = ("choice", "choices")
PURPOSES = ("registration", "photo", "contact_later", "sharing")
HOWS = ("spoken", "signed", "form", "other")
PURPOSE_WORDS = {
    "registration": N_("Keep the registration data"),
    "photo": N_("Keep a photo"),
    "contact_later": N_("Be contacted later"),
    "sharing": N_("Share with partners and donors"),
}
HOW_WORDS = {
    "spoken": N_("said it"),
    "signed": N_("signed it on paper"),
    "form": N_("ticked it on a form"),
    "other": N_("in another way"),
}
KIND_WORDS = {
    "text": N_("Text"),
    "number": N_("Number"),
    "choice": N_("One of several"),
    "choices": N_("Several of several"),
    "date": N_("Date"),
    "yes_no": N_("Yes or no"),
}


def _in_words(english: str, khmer: str) -> str:
    return (khmer or english) if words.language == "km" else (english or khmer)


@dataclass(frozen=True)
class Question:
    """One more thing that a bootcamp asks of its people."""

    id: str
    bootcamp_id: str
    name: str
    label_en: str
    label_km: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    is_required: bool = False
    is_asked_at_door: bool = False

    @property
    def label(self) -> str:
        """The question in the language in use, or in the other."""
        return _in_words(self.label_en, self.label_km) or self.name

    @property
    def field(self) -> str:
        """Under which name `People.change` and `People.details` know the answer."""
        return f"custom:{self.name}"


@dataclass(frozen=True)
class Notice:
    """What people are told about their data, in both languages."""

    version: str
    text_en: str
    text_km: str
    made_at: datetime | None = None
    """None for the one that comes with the program."""

    @property
    def text(self) -> str:
        """The notice in the language in use."""
        return _in_words(self.text_en, self.text_km)

    @property
    def number(self) -> str:
        """What a person calls the version."""
        return self.version.partition("-")[0]


@dataclass(frozen=True)
class Consent:
    """What a person said last to one use of their data."""

    purpose: str
    is_given: bool
    at: datetime
    how: str
    notice: str
    language: str
    who: str
    """Who wrote it down."""


@dataclass(frozen=True)
class PartTaken:
    """A person in one bootcamp: what they were there, and what came of it."""

    person_id: str
    participation_id: str
    bootcamp_id: str
    title_en: str
    title_km: str
    starts_on: date | None
    role: str
    organisation_en: str
    organisation_km: str
    position: str
    status: str
    is_walk_in: bool
    came_for: tuple[str, str] | None = None
    """(Khmer, Latin) name of the colleague in whose place they came."""
    stood_in: tuple[str, str] | None = None
    """(Khmer, Latin) name of the colleague who came in their place."""
    facts: tuple[Sentence, ...] = field(default=(), compare=False)

    @property
    def title(self) -> str:
        """The bootcamp's title in the language in use, or in the other."""
        return _in_words(self.title_en, self.title_km)

    @property
    def organisation(self) -> str:
        """The organisation's name in the language in use, or in the other."""
        return _in_words(self.organisation_en, self.organisation_km)


@dataclass(frozen=True)
class Stays:
    """Somebody whom an undo left as they are, and why: messages of the catalogue."""

    name_km: str
    name_en: str
    why: tuple[str, ...]

    def __str__(self) -> str:
        name = _in_words(self.name_en, self.name_km) or _("Another record")
        why = ", ".join(_(one) for one in self.why)
        return f"{name} ({why})"


@dataclass(frozen=True)
class QuestionsChanged:
    """A bootcamp asks something else now."""

    bootcamp_id: str


@dataclass(frozen=True)
class ConsentRecorded:
    """A person said yes or no to a use of their data."""

    person_id: str


@dataclass(frozen=True)
class NoticeWritten:
    """There is a newer version of the notice."""

    version: str


@dataclass(frozen=True)
class PhotoChanged:
    """A person has another portrait, or none."""

    person_id: str


@dataclass(frozen=True)
class PersonSubstituted:
    """Somebody came in place of a colleague."""

    person_id: str
    participation_id: str
    """Of the one who came."""
    first_person_id: str


@dataclass(frozen=True)
class Alike:
    """Somebody who is known and may be the one who is being written down.

    `participation_id` is empty where they are known from other bootcamps only.
    """

    person_id: str
    participation_id: str
    name_km: str
    name_en: str
    organisation_km: str
    organisation_en: str
    phone: str
    status: str

    @property
    def organisation(self) -> str:
        """The organisation's name in the language in use, or in the other."""
        return _in_words(self.organisation_en, self.organisation_km)
