"""Rows of certificates and of the keys that sign them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.core.i18n import N_
from bootcamp_app.storage.base import Base, Mergeable, Reference


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

    def inverse(self, moment: datetime) -> CertificateEventRow:
        """Give the revocation of this certificate: its serial is never used again."""
        return CertificateEventRow(
            certificate_id=self.id, kind="revoked", at=moment, reason="issue undone"
        )


class CertificateEventRow(Mergeable):
    """What became of a certificate: revoked with a reason, or printed."""

    __tablename__ = "certificate_events"
    is_append_only: ClassVar[bool] = True

    certificate_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")


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
