"""What parts of a certificate and the fields in their words are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.certificates.parts.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    Part = Mapping[str, Any]

KINDS = {
    "text": N_("Text"),
    "pair": N_("Khmer and English"),
    "paragraph": N_("Paragraph"),
    "image": N_("Picture"),
    "logos": N_("Logos"),
    "signatory": N_("Signature of one person"),
    "signatories": N_("Signatures of all"),
    "rule": N_("Line"),
    "border": N_("Border of the page"),
    "ground": N_("Colour of the page"),
    "diamond": N_("Diamond"),
    "box": N_("Coloured area"),
    "verify": N_("Code to verify"),
}
ICONS = {
    "text": "text-size", "pair": "language", "paragraph": "file-text", "image": "image",
    "logos": "building", "signatory": "edit", "signatories": "users", "rule": "menu",
    "border": "window", "ground": "sun", "diamond": "sparkles", "box": "stop",
    "verify": "qr-code",
}  # fmt: skip
FIELDS = {
    "name_first": N_("Name, in Khmer where there is one"),
    "name_second": N_("Name in Latin letters, below the Khmer one"),
    "name_km": N_("Name in Khmer"),
    "name_en": N_("Name in Latin letters"),
    "title_km": N_("Bootcamp, in Khmer"),
    "title_en": N_("Bootcamp, in English"),
    "hours_km": N_("Hours, in Khmer"),
    "hours_en": N_("Hours, in English"),
    "place_km": N_("Province, in Khmer"),
    "place_en": N_("Province, in English"),
    "venue": N_("Venue"),
    "dates_km": N_("Days, in Khmer"),
    "dates_en": N_("Days, in English"),
    "issued_km": N_("Date of issue, in Khmer"),
    "issued_en": N_("Date of issue, in English"),
    "issued_lunar_km": N_("Date of issue by the lunar calendar"),
    "role_km": N_("Role, in Khmer"),
    "role_en": N_("Role, in English"),
    "organisation_km": N_("Organisation, in Khmer"),
    "organisation_en": N_("Organisation, in English"),
    "position_km": N_("Position, in Khmer"),
    "position_en": N_("Position, in English"),
    "serial": N_("Number of the certificate"),
}
PAGES = {
    "A4-landscape": N_("A4, across"),
    "A4-portrait": N_("A4, upright"),
    "Letter-landscape": N_("Letter, across"),
    "Letter-portrait": N_("Letter, upright"),
}
DIGITS = {"khmer": N_("Khmer digits"), "latin": N_("Latin digits")}
_LONGEST = 48


def part_words(part: Part, values: Mapping[str, str]) -> str:
    """Give what a part is called in a list: its kind, and the beginning of its words."""
    kind = _(KINDS[part["kind"]])
    if part["kind"] == "signatory":
        return f"{kind} · {part['number']}"
    text = next((part[name] for name in ("km", "text", "en") if part.get(name)), "")
    said = " ".join(Words(text).filled(values).split()) or text
    if not said:
        return kind
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()}…"
