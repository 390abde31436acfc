"""The tables about people, badges and attendance."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.attendance.tables import AttendanceEventRow, AttendanceSheetRow
from bootcamp_app.features.badges.tables import BadgePrintRow, BadgeRow
from bootcamp_app.features.exports.database.described import (
    Table,
    fact,
    naming,
    personal,
    place,
    refers,
    text,
    title,
)
from bootcamp_app.features.people.tables import (
    ConsentRow,
    DifferentPeopleRow,
    MergeRow,
    NoticeRow,
    OrganisationRow,
    ParticipationRow,
    PersonRow,
    PhotoRow,
    QuestionRow,
)

_MOMENT = N_("When that was")
_PLACE = N_("The place in the order, from the first on")
_NAME_KM, _NAME_EN = N_("Name in Khmer"), N_("Name in Latin letters")
_OTHER_NAMES = N_("Names under which it was known before it was merged")
_VERSION = N_("The version of the notice")

TABLES = (
    Table(
        OrganisationRow,
        N_("Organisations from which people come"),
        (
            title("name_en", N_("Name in English")),
            title("name_km", _NAME_KM),
            fact("kind", N_("The kind of organisation")),
            place("province", N_("The official code of the province")),
            title("also_named", _OTHER_NAMES),
        ),
    ),
    Table(
        PersonRow,
        N_("People, each human being once, whatever bootcamps they come to"),
        (
            naming("name_km", _NAME_KM),
            naming("name_en", _NAME_EN),
            fact("sex", N_("female, male, other or not_stated")),
            personal("birth_year", N_("Year of birth"), N_("year")),
            personal("birth_date", N_("Date of birth")),
            naming("phone", N_("Phone")),
            naming("email", N_("E-mail")),
            personal("disability", N_("Disability, in the person's own words")),
            naming("also_named", _OTHER_NAMES),
        ),
    ),
    Table(
        ParticipationRow,
        N_("A person in a bootcamp, with everything as it was at that time"),
        (
            refers("person_id", "people"),
            refers("bootcamp_id", "bootcamps"),
            refers("organisation_id", "organisations"),
            fact("role", N_("Role in the bootcamp")),
            personal("position", N_("Position")),
            fact("sector", N_("Sector")),
            place("province", N_("The official code of the province")),
            personal("district", N_("District")),
            fact("status", N_("nominated, confirmed, withdrawn or substituted")),
            fact("is_walk_in", N_("Whether the person was registered at the door")),
            personal("external_id", N_("The number in the list from which the person came")),
            fact("registered_at", N_("When the person registered")),
            personal("note", N_("Note")),
            personal("answers", N_("Answers by the name of the question")),
            refers(
                "in_place_of", "participations", N_("The colleague in whose place the person came")
            ),
            text("team", N_("The label of the team")),
        ),
    ),
    Table(
        QuestionRow,
        N_("What a bootcamp asks its people besides"),
        (
            refers("bootcamp_id", "bootcamps"),
            text("name", N_("The name under which the answers stand")),
            text("label_en", N_("The question in English")),
            text("label_km", N_("The question in Khmer")),
            fact("kind", N_("The kind of answer")),
            text("choices", N_("The answers among which one chooses")),
            fact("is_required", N_("Whether there has to be an answer")),
            fact("is_asked_at_door", N_("Whether it is asked at the door")),
            fact("place", _PLACE),
        ),
    ),
    Table(
        NoticeRow,
        N_("What people are told about their data"),
        (
            fact("version", _VERSION),
            text("text_en", N_("Text in English")),
            text("text_km", N_("Text in Khmer")),
            fact("made_at", _MOMENT),
        ),
    ),
    Table(
        ConsentRow,
        N_("What people said to a use of their data; the latest that is not annulled counts"),
        (
            refers("person_id", "people"),
            fact("purpose", N_("The use that was asked about")),
            fact("is_given", N_("Whether the answer was yes")),
            fact("notice", _VERSION),
            fact("language", N_("The language of the notice: km or en")),
            fact("how", N_("How the answer was given")),
            fact("at", _MOMENT),
            refers("annuls", "consents", N_("The row that is taken back by this one")),
        ),
    ),
    Table(
        PhotoRow,
        N_("Portraits; of several of a person the newest counts"),
        (
            refers("person_id", "people"),
            personal("jpeg", N_("The picture"), N_("JPEG in base64")),
            fact("taken_at", _MOMENT),
        ),
        is_personal=True,
    ),
    Table(
        MergeRow,
        N_("Who or what turned out to be there twice; the kept one holds everything since"),
        (
            fact("kind", N_("person, participation or organisation")),
            fact("gone_id", N_("The id that is no longer in use")),
            fact("kept_id", N_("The id that stays")),
        ),
    ),
    Table(
        DifferentPeopleRow,
        N_("Two people who look alike and were found to be two"),
        (
            refers("first_id", "people", N_("One of the two")),
            refers("second_id", "people", N_("The other of the two")),
        ),
    ),
    Table(
        BadgeRow,
        N_("Badges; one that was replaced stays known"),
        (
            naming("code", N_("The number in the code")),
            refers("participation_id", "participations"),
            fact("replaced_at", N_("When it was replaced")),
        ),
    ),
    Table(
        BadgePrintRow,
        N_("Badges that were printed"),
        (
            refers("badge_id", "badges"),
            fact("at", _MOMENT),
            fact("layout", N_("The layout")),
            personal("fingerprint", N_("A digest of what stood on it")),
        ),
    ),
    Table(
        AttendanceEventRow,
        N_("Entries, exits, states set by hand and what was taken back; nothing is ever deleted"),
        (
            fact("kind", N_("entry, exit, state, annulment, closing, opening or refusal")),
            refers("session_id", "sessions"),
            refers("participation_id", "participations"),
            fact("at", _MOMENT),
            fact("result", N_("What came of the scan")),
            personal("code", N_("What was read")),
            fact("method", N_("How: code, camera, photo, name, hand, paper or closing")),
            fact("state", N_("present, late, excused or absent, where it was set by hand")),
            personal("reason", N_("Reason")),
            fact("minutes_late", N_("How late the person came"), N_("Minutes")),
            refers("annuls", "attendance_events", N_("The row that is taken back by this one")),
        ),
    ),
    Table(
        AttendanceSheetRow,
        N_("Lists that were printed to be signed"),
        (
            refers("session_id", "sessions"),
            fact("code", N_("The code of the list")),
            fact("at", _MOMENT),
            fact("people", N_("The ids of the participations, from row 1 on")),
        ),
    ),
)
