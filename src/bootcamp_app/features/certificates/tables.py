"""Rows of certificates and of the keys that sign them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.core.i18n import N_
from bootcamp_app.storage.base import Base, Mergeable, Reference

REVOKED = "revoked"
"""The kind of event that voids a serial, every revision of it."""
TAKEN_BACK = "taken_back"
"""The kind of event that voids one revision: it was issued by mistake."""
ISSUE_UNDONE = "issue undone"
"""Why a certificate is void whose issue was taken back, as it is kept."""


class CertificateRow(Mergeable):
    """One issued certificate with everything that is printed on it, and its signed record."""

    __tablename__ = "certificates"
    is_append_only: ClassVar[bool] = True
    refers: ClassVar[Sequence[Reference]] = (
        Reference("participation_id", "participations", N_("holds a certificate"), is_part=True),
    )

    serial: Mapped[str] = mapped_column(index=True)
    bootcamp_id: Mapped[str] = mapped_column(index=True)
    participation_id: Mapped[str] = mapped_column(index=True)
    issued_on: Mapped[date]
    layout: Mapped[str]
    layout_version: Mapped[int]
    record: Mapped[str]
    printed: Mapped[dict[str, Any]]
    evidence: Mapped[dict[str, Any]]
    revision: Mapped[int | None] = mapped_column(default=1)
    replaces: Mapped[str | None] = mapped_column(default="")
    """The id of the certificate that this one corrects, under the same serial."""
    design_id: Mapped[str | None] = mapped_column(default="")

    def inverse(self, moment: datetime) -> CertificateEventRow:
        """Give the revocation of this certificate: its serial is never used again.

        A correction that is taken back voids only itself, so that what it corrected holds again.
        """
        kind = TAKEN_BACK if self.replaces else REVOKED
        return CertificateEventRow(
            certificate_id=self.id, kind=kind, at=moment, reason=ISSUE_UNDONE
        )


class CertificateEventRow(Mergeable):
    """What became of a certificate: revoked with a reason, or printed."""

    __tablename__ = "certificate_events"
    is_append_only: ClassVar[bool] = True

    certificate_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")
    copies: Mapped[int | None] = mapped_column(default=0)


class ExceptionRow(Mergeable):
    """Somebody who gets a certificate in spite of the rule, or none in spite of it."""

    __tablename__ = "certificate_exceptions"
    refers: ClassVar[Sequence[Reference]] = (
        Reference("participation_id", "participations", N_("has an exception"), is_part=True),
    )

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    participation_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    """`given` or `withheld`."""
    reason: Mapped[str]
    at: Mapped[datetime]


class LayoutRow(Mergeable):
    """How a bootcamp's certificates look from now on; there is at most one of a bootcamp."""

    __tablename__ = "certificate_layouts"

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    document: Mapped[dict[str, Any]]
    digits: Mapped[str] = mapped_column(default="khmer")


class DesignRow(Mergeable):
    """All that certificates were drawn from besides their own values; its id is its content's."""

    __tablename__ = "certificate_designs"
    is_append_only: ClassVar[bool] = True

    content: Mapped[dict[str, Any]]


class FileRow(Mergeable):
    """A font or a picture that designs name; its id is its content's, and it is never removed."""

    __tablename__ = "certificate_files"
    stays: ClassVar[bool] = True

    kind: Mapped[str]
    """`font`, `picture`, `signature` or `logo`."""
    title: Mapped[str]
    data: Mapped[str]
    """The file in base64, which facts can hold."""
    is_offered: Mapped[bool] = mapped_column(default=True)

    def inverse(self, moment: datetime) -> None:
        """Offer it no more: what was drawn from it must be drawn again as it was."""
        del moment
        self.is_offered = False


class SignatoryRow(Mergeable):
    """Who signs a bootcamp's certificates by hand, in one of up to four places."""

    __tablename__ = "signatories"

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    place: Mapped[int]
    name_km: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")
    title_km: Mapped[str] = mapped_column(default="")
    title_en: Mapped[str] = mapped_column(default="")
    file_id: Mapped[str] = mapped_column(default="")


class EndorsementRow(Mergeable):
    """An organisation's word that a key signs for it."""

    __tablename__ = "endorsements"
    is_append_only: ClassVar[bool] = True

    public_key: Mapped[str]
    letter: Mapped[str]
    organisation_key: Mapped[str]
    organisation_km: Mapped[str] = mapped_column(default="")
    organisation_en: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[date]
    signature: Mapped[str]


class TrustListRow(Mergeable):
    """The newest list of keys and void certificates of one source, ours or taken in."""

    __tablename__ = "trust_lists"

    source: Mapped[str] = mapped_column(index=True)
    """The public key of the organisation, or of the issuer where there is none, in base64."""
    sequence: Mapped[int]
    made_at: Mapped[datetime]
    document: Mapped[dict[str, Any]]


class IssuerRow(Mergeable):
    """A device that signs: its letter in serials and its public key.

    Taking the first issue back must leave it: what it signed is still out there.
    """

    __tablename__ = "issuers"
    is_append_only: ClassVar[bool] = True

    device: Mapped[str]
    letter: Mapped[str]
    public_key: Mapped[str]


class SigningKeyRow(Base):
    """The private key of this device. It stays here: neither journaled nor merged."""

    __tablename__ = "signing_keys"

    issuer_id: Mapped[str] = mapped_column(primary_key=True)
    private_key: Mapped[bytes] = mapped_column(LargeBinary)
