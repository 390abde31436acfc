"""The tables about programmes, bootcamps, teams and frozen figures."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps.tables import BootcampRow, LogoRow, ProgrammeRow, SessionRow
from bootcamp_app.features.exports.database.described import (
    Table,
    document,
    fact,
    naming,
    personal,
    place,
    refers,
    text,
    title,
)
from bootcamp_app.features.reports.tables import IndicatorSnapshotRow
from bootcamp_app.features.teams.tables import TeamRow, WishRow

_EN, _KM = N_("Title in English"), N_("Title in Khmer")
_PLACE = N_("The place in the order, from the first on")

TABLES = (
    Table(
        ProgrammeRow,
        N_("What a donor pays for: several bootcamps under one agreement"),
        (
            text("title_en", _EN),
            text("title_km", _KM),
            title("donors", N_("The donors")),
            fact("code", N_("The project code of the donor")),
        ),
    ),
    Table(
        BootcampRow,
        N_("Bootcamps: one event in one place"),
        (
            refers("programme_id", "programmes"),
            fact("code", N_("The short code, as in the numbers of certificates")),
            text("title_en", _EN),
            text("title_km", _KM),
            text("venue", N_("Venue")),
            place("province", N_("The official code of the province")),
            fact("timezone", N_("The time zone in which its days begin")),
            fact("starts_on", N_("The first day")),
            fact("ends_on", N_("The last day")),
            fact(
                "certificate_percent",
                N_("What a certificate asks for, of all sessions"),
                N_("percent"),
            ),
            fact(
                "certificate_day_percent",
                N_("What a certificate asks for, of each day"),
                N_("percent"),
            ),
            fact("certificate_hours", N_("The least hours for a certificate"), N_("hours")),
            fact("excused_counts", N_("Whether excused counts as having been there")),
            fact("asked_at_door", N_("What has to be known before somebody is let in")),
            fact("indicator_code", N_("The donor's indicator to which its people are reported")),
        ),
    ),
    Table(
        SessionRow,
        N_("Sessions: stretches of time in which people are present or not"),
        (
            refers("bootcamp_id", "bootcamps"),
            text("title_en", _EN),
            text("title_km", _KM),
            fact("starts_at", N_("When it starts")),
            fact("ends_at", N_("When it ends")),
            fact("opens_before", N_("How long before it people may come in"), N_("Minutes")),
            fact("late_after", N_("How long after its start somebody is late"), N_("Minutes")),
            fact("is_mandatory", N_("Whether a certificate asks for it")),
            fact("counts", N_("Whether it counts for a certificate")),
            fact("is_locked", N_("Whether it is closed")),
            naming("facilitator", N_("Who leads it")),
            text("expects", N_("Whom it expects: everybody where empty, or a role or team")),
            fact("canvases", N_("The canvases on which teams work in it")),
        ),
    ),
    Table(
        LogoRow,
        N_("Logos of donors and partners"),
        (
            refers("bootcamp_id", "bootcamps"),
            title("title", N_("Title")),
            fact("png", N_("The picture"), N_("PNG in base64")),
            fact("place", _PLACE),
        ),
    ),
    Table(
        TeamRow,
        N_("Teams; who is in one stands in participations.team"),
        (
            refers("bootcamp_id", "bootcamps"),
            text("label", N_("The label of the team")),
            text("name_km", N_("Name in Khmer")),
            text("name_en", N_("Name in English")),
            fact("colour", N_("Colour")),
            fact("place", _PLACE),
        ),
    ),
    Table(
        WishRow,
        N_("What is heeded where teams are built"),
        (
            refers("bootcamp_id", "bootcamps"),
            fact("kind", N_("together, apart or fixed")),
            personal("participation_ids", N_("The ids of the participations that are meant")),
            text("team", N_("The label of the team")),
        ),
    ),
    Table(
        IndicatorSnapshotRow,
        N_("Figures that were frozen, and whom they were counted from"),
        (
            text("title", N_("Title")),
            fact("made_at", N_("When that was")),
            document("scope", N_("What was counted")),
            document("figures", N_("The figures")),
            fact("evidence", N_("The ids of those who were counted")),
            fact("checksum", N_("The checksum of what was frozen, SHA-256")),
        ),
    ),
)
