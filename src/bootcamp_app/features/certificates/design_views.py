"""What others may see of how certificates are to look, and what is announced of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.certificates.views import Certificate, Design

MOST_SIGNATORIES = 4
DIGITS = ("khmer", "latin")


@dataclass(frozen=True, eq=False)
class Working:
    """How a bootcamp's certificates look from now on, and the offered layout this came from."""

    design: Design
    name: str
    is_changed: bool
    """Whether it is otherwise than the layout as it came."""

    @property
    def document(self) -> Mapping[str, Any]:
        """The layout with all that was changed in it."""
        return self.design.document


@dataclass(frozen=True)
class SignatoryAt:
    """Who signs in one of the places from 1 to 4; `png` is the signature, or empty."""

    place: int
    name_km: str = ""
    name_en: str = ""
    title_km: str = ""
    title_en: str = ""
    file: str = ""
    png: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True)
class StoredFile:
    """A font or a picture of the workspace."""

    id: str
    kind: str
    title: str
    data: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, eq=False)
class Sample:
    """A certificate to look at while a layout is changed: whose, and why it is worth a look."""

    certificate: Certificate
    why: str = ""
    """`longest`, `longest_latin`, `shortest`, `no_latin`, `no_khmer`, or empty."""


@dataclass(frozen=True)
class LayoutChanged:
    """A bootcamp's certificates look otherwise from now on."""

    bootcamp_id: str


@dataclass(frozen=True)
class SignatoriesChanged:
    """Others sign a bootcamp's certificates by hand, or are told otherwise."""

    bootcamp_id: str


@dataclass(frozen=True)
class FilesChanged:
    """Another font or picture is offered, or one is no more."""

    file_id: str
