"""What others may see of certificates, and what this room announces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.certificates.rules import Tally
    from bootcamp_app.features.people.views import Participant

REASONS = {
    "valid": N_("The certificate is genuine: it is as it was signed."),
    "valid_old_list": N_(
        "The certificate is genuine, but by an old list: it may have been revoked since."
    ),
    "superseded": N_(
        "The certificate was corrected: another one was issued in its place. Ask for that one."
    ),
    "revoked": N_("The certificate was revoked by those who issued it."),
    "unknown_issuer": N_("It is signed by somebody who is not on the list of issuers."),
    "altered": N_("The certificate was altered after it was signed."),
    "not_a_certificate": N_("This is not a certificate of this program."),
    "not_readable": N_("No code could be read. Take a sharper, closer photo."),
}
"""Every outcome of a verification, and what it means."""
NOT_WHOLE = N_(
    "A font or picture of the layout is not on this laptop yet. Merge again with the laptop that "
    "has it, or choose it anew in the layout."
)
NAMING_FILES = ("file", "font", "font_en")
"""By which keys the parts of a layout name fonts and pictures."""


@dataclass(frozen=True)
class Exempt:
    """Somebody who gets a certificate in spite of the rule, or none in spite of it."""

    kind: str
    """`given` or `withheld`."""
    reason: str
    at: datetime


@dataclass(frozen=True)
class Entitlement:
    """Whether somebody has earned a certificate, why not, and what it was judged by."""

    participant: Participant
    is_entitled: bool
    why: Sentence | None = field(default=None, compare=False)
    """Every reason why not, the first that matters first, and how far off they are."""
    sessions: tuple[Session, ...] = ()
    """The counting sessions that ask for this person; their hours stand on the certificate."""
    short: int = 0
    """So many further sessions would have been enough; 0 where none would."""
    enough: tuple[Session, ...] = ()
    """Where one session is short: each of them alone would have been enough."""
    exception: Exempt | None = None
    stands: Tally | None = field(default=None, compare=False, repr=False)
    """How they stand to the rule, of which the evidence is made when one is issued."""

    @property
    def is_one_short(self) -> bool:
        """Whether being at one session more would have earned it."""
        return self.short == 1


@dataclass(frozen=True)
class Record:
    """What a certificate's code says and its signature covers."""

    serial: str
    name_km: str
    name_en: str
    title: str
    issued_on: date
    revision: int = 1


@dataclass(frozen=True)
class Issuer:
    """Who signs: the letter in serials and the public key (32 bytes)."""

    letter: str
    public_key: bytes


@dataclass(frozen=True)
class Verification:
    """What a certificate turned out to be.

    Where it is unknown_issuer or altered, the record is what its code says and nobody signed.
    """

    reason: str
    record: Record | None = None
    mark: str = ""
    letter: str = ""
    """The letter of who signed it; empty where nobody is known to have."""
    organisation: str = ""
    """The names of the organisation that stands for who signed it; empty where none does."""
    list_made_at: datetime | None = None
    """When the newest list that knows who signed it was made; none where no list says."""
    days_old: int = 0
    by_revision: int = 0
    """The revision that was issued in its place, where it is superseded."""
    is_after_list: bool = False
    """Whether it was issued after the list was made, which then cannot know of it."""
    is_badge: bool = False
    """Whether it is no certificate and the code of a badge."""

    @property
    def is_valid(self) -> bool:
        """Whether it is genuine and still holds, as far as the list knows."""
        return self.reason in {"valid", "valid_old_list"}


@dataclass(frozen=True)
class Certificate:
    """One issued certificate, with all that is printed on it."""

    id: str
    serial: str
    participation_id: str
    issued_on: date
    layout: str
    record: str
    printed: dict[str, Any] = field(hash=False)
    is_revoked: bool = False
    revision: int = 1
    design_id: str = ""
    """What it was drawn from; empty for those of the first version of the program."""
    is_superseded: bool = False
    """Whether a later revision of the same serial holds in its place."""

    @property
    def holds(self) -> bool:
        """Whether it counts: neither void nor corrected."""
        return not (self.is_revoked or self.is_superseded)


@dataclass(frozen=True, eq=False)
class Design:
    """All that certificates are drawn from besides their own values; one object a design.

    The document is a layout's; files are fonts and pictures by id; `logos` are ids of files.
    """

    id: str
    document: Mapping[str, Any]
    signatories: tuple[Signatory, ...] = ()
    logos: tuple[str, ...] = ()
    digits: str = "khmer"
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def is_whole(self) -> bool:
        """Whether every font and picture that it names is here."""
        return (
            all(one.file in self.files for one in self.signatories if one.file)
            and all(one in self.files for one in self.logos)
            and files_in(self.document) <= self.files.keys()
        )


def files_in(document: Mapping[str, Any]) -> set[str]:
    """Give the ids of fonts and pictures that a layout's parts name."""
    return {part[name] for part in document["parts"] for name in NAMING_FILES if part.get(name)}


@dataclass(frozen=True)
class Signatory:
    """Who signs by hand, as printed; `file` is the id of the picture of the signature, or empty."""

    name_km: str = ""
    name_en: str = ""
    title_km: str = ""
    title_en: str = ""
    file: str = ""


@dataclass(frozen=True)
class IssueResult:
    """What issuing did, or would do."""

    issued: int
    already: int
    not_entitled: list[Entitlement]
    unprintable: list[Entitlement] = field(default_factory=list)
    """Those of them who would get one if their names could be printed."""
    same_names: list[list[Participant]] = field(default_factory=list)
    """People of one name, of whom at least one gets a certificate now."""
    problems: list[Sentence] = field(default_factory=list, compare=False)
    """What is wrong with the layout, whoever's name stands on it."""
    revoked_before: list[Participant] = field(default_factory=list)
    """Those who get another one although theirs was revoked."""
    spared: list[Participant] = field(default_factory=list)
    """Those who get none because theirs was revoked."""


@dataclass(frozen=True)
class CertificatesIssued:
    """Certificates now exist."""

    bootcamp_id: str
    count: int


@dataclass(frozen=True)
class CertificateRevoked:
    """A certificate no longer holds."""

    serial: str


@dataclass(frozen=True)
class TrustChanged:
    """Somebody was endorsed, or a list of others was taken in."""


@dataclass(frozen=True)
class CertificatesPrinted:
    """Certificates were put on paper, some of them not for the first time."""

    count: int
    again: int


@dataclass(frozen=True)
class CertificateCorrected:
    """A certificate holds in another revision now."""

    serial: str
    revision: int


@dataclass(frozen=True)
class ExceptionsChanged:
    """Somebody is excepted from the rule of a bootcamp now, or no longer."""

    bootcamp_id: str
