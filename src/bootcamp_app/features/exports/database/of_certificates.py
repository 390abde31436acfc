"""The tables about certificates and who signs them; no private key is among them."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.tables import (
    CertificateEventRow,
    CertificateRow,
    DesignRow,
    EndorsementRow,
    ExceptionRow,
    FileRow,
    IssuerRow,
    LayoutRow,
    SignatoryRow,
    TrustListRow,
)
from bootcamp_app.features.exports.database.described import (
    Table,
    fact,
    naming,
    personal,
    refers,
    title,
)

_MOMENT = N_("When that was")
_REASON = N_("Reason")
_KEY = N_("The public key of who signs")
_LETTER = N_("The letter of the laptop in the numbers")
_NAME_KM, _NAME_EN = N_("Name in Khmer"), N_("Name in Latin letters")

TABLES = (
    Table(
        CertificateRow,
        N_("Certificates with everything that stands on them"),
        (
            fact("serial", N_("The number")),
            refers("bootcamp_id", "bootcamps"),
            refers("participation_id", "participations"),
            fact("issued_on", N_("The day of issue")),
            fact("layout", N_("The layout")),
            fact("layout_version", N_("The version of the layout")),
            personal("record", N_("The signed record in its code")),
            personal("printed", N_("Everything that is printed on it")),
            personal("evidence", N_("By which attendance it was earned")),
            fact("revision", N_("The revision, from 1 on")),
            refers("replaces", "certificates", N_("The certificate that this one corrects")),
            refers("design_id", "certificate_designs", N_("What it is drawn from")),
        ),
    ),
    Table(
        CertificateEventRow,
        N_("What became of certificates"),
        (
            refers("certificate_id", "certificates"),
            fact("kind", N_("revoked, taken_back or printed")),
            fact("at", _MOMENT),
            personal("reason", _REASON),
            fact("copies", N_("How many copies")),
        ),
    ),
    Table(
        ExceptionRow,
        N_("People who get a certificate in spite of the rule, or none"),
        (
            refers("bootcamp_id", "bootcamps"),
            refers("participation_id", "participations"),
            fact("kind", N_("given or withheld")),
            personal("reason", _REASON),
            fact("at", _MOMENT),
        ),
    ),
    Table(
        LayoutRow,
        N_("How the certificates of a bootcamp look from now on"),
        (
            refers("bootcamp_id", "bootcamps"),
            personal("document", N_("The layout, as it is drawn")),
            fact("digits", N_("khmer or latin digits")),
        ),
    ),
    Table(
        DesignRow,
        N_("What certificates were drawn from, besides their own values"),
        (personal("content", N_("The layout, its texts and who signs")),),
    ),
    Table(
        FileRow,
        N_("Fonts and pictures on certificates"),
        (
            fact("kind", N_("font, picture, signature or logo")),
            personal("title", N_("Title")),
            personal("data", N_("The file"), N_("base64")),
            fact("is_offered", N_("Whether it is offered for new certificates")),
        ),
    ),
    Table(
        SignatoryRow,
        N_("Who signs certificates by hand"),
        (
            refers("bootcamp_id", "bootcamps"),
            fact("place", N_("The place in the order, from the first on")),
            naming("name_km", _NAME_KM),
            naming("name_en", _NAME_EN),
            personal("title_km", N_("Position in Khmer")),
            personal("title_en", N_("Position in English")),
            refers("file_id", "certificate_files", N_("The picture that it shows")),
        ),
    ),
    Table(
        EndorsementRow,
        N_("The word of organisations that a key signs for them"),
        (
            fact("public_key", _KEY),
            fact("letter", _LETTER),
            fact("organisation_key", N_("The public key of the organisation")),
            title("organisation_km", N_("Name in Khmer")),
            title("organisation_en", N_("Name in English")),
            fact("signed_on", N_("The day on which it was signed")),
            fact("signature", N_("Signature")),
        ),
    ),
    Table(
        TrustListRow,
        N_("Lists of keys and void certificates"),
        (
            fact("source", N_("The public key of who made the list")),
            fact("sequence", N_("The number of the list; the greatest is the newest")),
            fact("made_at", _MOMENT),
            personal("document", N_("The list, with its signature")),
        ),
    ),
    Table(
        IssuerRow,
        N_("Laptops that sign certificates; their private keys are not in this file"),
        (
            fact("device", N_("The id of the laptop's copy of the workspace")),
            fact("letter", _LETTER),
            fact("public_key", _KEY),
        ),
    ),
)
