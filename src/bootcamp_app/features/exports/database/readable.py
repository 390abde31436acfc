"""What people ask the file first, as views with the names beside the ids; one line a column."""

from __future__ import annotations

from dataclasses import dataclass

from bootcamp_app.core.i18n import N_


@dataclass(frozen=True)
class ViewColumn:
    """One column of a view: `sql` is what it shows; where that is a column, it means the same."""

    name: str
    sql: str
    meaning: str = ""
    is_personal: bool = False


@dataclass(frozen=True)
class View:
    """A view by its name, what it shows as a message, its columns, and all from FROM on."""

    name: str
    meaning: str
    columns: tuple[ViewColumn, ...]
    source: str


def _same(*columns: str) -> tuple[ViewColumn, ...]:
    """Give columns as they stand in a table; `a.b` is called b, `a.b c` is called c."""
    found = []
    for column in columns:
        sql, _, name = column.partition(" ")
        found.append(ViewColumn(name or sql.partition(".")[2], sql))
    return tuple(found)


def _number(name: str, sql: str, meaning: str) -> tuple[ViewColumn, ...]:
    return (ViewColumn(name, sql, meaning),)


def _who(name: str, sql: str, meaning: str) -> tuple[ViewColumn, ...]:
    return (ViewColumn(name, sql, meaning, is_personal=True),)


def _states(*states: tuple[str, str]) -> tuple[ViewColumn, ...]:
    return tuple(
        ViewColumn(state, f"count(CASE WHEN attendance.state = '{state}' THEN 1 END)", meaning)
        for state, meaning in states
    )


_BOOTCAMP = _same("bootcamps.title_en bootcamp_en", "bootcamps.title_km bootcamp_km")
_SESSION = _same("sessions.title_en session_en", "sessions.title_km session_km")
_NAMES = _same("people.name_km", "people.name_en", "people.sex")
_ORGANISATION = _same(
    "organisations.name_en organisation_en",
    "organisations.name_km organisation_km",
    "organisations.kind organisation_kind",
)
_PRESENT = _number("present", "coalesce(sum(attendance.is_present), 0)",
                   N_("How many were present or late"))  # fmt: skip
_STATES = _states(
    ("late", N_("How many were late")),
    ("excused", N_("How many were excused")),
    ("absent", N_("How many were absent")),
    ("not_yet", N_("How many are expected and have not come yet")),
)
_PERSON = (
    "JOIN participations ON participations.id = {of}.participation_id\n"
    "LEFT JOIN people ON people.id = participations.person_id\n"
    "LEFT JOIN organisations ON organisations.id = participations.organisation_id"
)
_CERTIFICATE_STATE = (
    "CASE\n"
    "  WHEN EXISTS (SELECT 1 FROM certificate_events AS e JOIN certificates AS c"
    " ON c.id = e.certificate_id WHERE e.kind = 'revoked' AND c.serial = certificates.serial"
    " AND c.participation_id = certificates.participation_id) THEN 'revoked'\n"
    "  WHEN EXISTS (SELECT 1 FROM certificate_events AS e WHERE e.kind = 'taken_back'"
    " AND e.certificate_id = certificates.id) THEN 'taken_back'\n"
    "  WHEN EXISTS (SELECT 1 FROM certificates AS c WHERE c.serial = certificates.serial"
    " AND c.participation_id = certificates.participation_id"
    " AND (coalesce(c.revision, 1), c.issued_on, c.id)"
    " > (coalesce(certificates.revision, 1), certificates.issued_on, certificates.id)"
    " AND NOT EXISTS (SELECT 1 FROM certificate_events AS e WHERE e.kind = 'taken_back'"
    " AND e.certificate_id = c.id)) THEN 'replaced'\n"
    "  ELSE 'valid' END"
)
_NAME_OF = "coalesce(nullif({who}.name_en, ''), {who}.name_km)"

VIEWS = (
    View(
        "people_in_bootcamps",
        N_("Everybody in every bootcamp, with the organisation and the place"),
        (
            *_same("participations.id participation_id", "participations.person_id",
                   "participations.bootcamp_id"),
            *_BOOTCAMP,
            *_NAMES,
            *_same("people.birth_year"),
            *_ORGANISATION,
            *_same(
                "participations.position", "participations.sector", "participations.province",
                "participations.province_en", "participations.province_km",
                "participations.district", "people.phone", "people.email", "participations.role",
                "participations.team", "participations.status", "participations.is_walk_in",
            ),
        ),
        "FROM participations\n"
        "LEFT JOIN people ON people.id = participations.person_id\n"
        "JOIN bootcamps ON bootcamps.id = participations.bootcamp_id\n"
        "LEFT JOIN organisations ON organisations.id = participations.organisation_id",
    ),
    View(
        "attendance_list",
        N_("One row for each person and session that has begun: how they stand, and since when"),
        (
            *_same("attendance.session_id", "attendance.participation_id", "attendance.person_id"),
            *_BOOTCAMP,
            *_SESSION,
            *_same("sessions.starts_at"),
            *_NAMES,
            *_ORGANISATION,
            *_same("participations.sector", "participations.province_en",
                   "participations.province_km", "attendance.state", "attendance.at",
                   "attendance.minutes_late", "attendance.hours", "attendance_events.method",
                   "attendance_events.reason"),
        ),
        "FROM attendance\n"
        "JOIN sessions ON sessions.id = attendance.session_id\n"
        "JOIN bootcamps ON bootcamps.id = attendance.bootcamp_id\n"
        f"{_PERSON.format(of='attendance')}\n"
        "LEFT JOIN attendance_events ON attendance_events.id = attendance.event_id",
    ),
    View(
        "attendance_totals",
        N_("One row for each person in a bootcamp: how often they were there, and how long"),
        (
            *_same("attendance.participation_id", "attendance.person_id",
                   "attendance.bootcamp_id"),
            *_BOOTCAMP,
            *_NAMES,
            *_ORGANISATION,
            *_number("sessions", "count(*)", N_("How many sessions that have begun count them")),
            *_PRESENT,
            *_STATES,
            *_number("hours", "sum(attendance.hours)", N_("The hours that they were there")),
            *_number("percent_present", "round(100.0 * sum(attendance.is_present) / count(*), 1)",
                     N_("How many of these sessions they were at, in percent")),
        ),
        "FROM attendance\n"
        "JOIN bootcamps ON bootcamps.id = attendance.bootcamp_id\n"
        f"{_PERSON.format(of='attendance')}\n"
        "GROUP BY attendance.participation_id, attendance.bootcamp_id",
    ),
    View(
        "sessions_with_counts",
        N_("Every session with how many came; only one that has begun has numbers"),
        (
            *_same("sessions.id session_id", "sessions.bootcamp_id"),
            *_BOOTCAMP,
            *_SESSION,
            *_same("sessions.starts_at", "sessions.ends_at", "sessions.facilitator"),
            *_number("registered", "count(attendance.participation_id)",
                     N_("How many the session counts")),
            *_PRESENT,
            *_STATES,
        ),
        "FROM sessions\n"
        "LEFT JOIN bootcamps ON bootcamps.id = sessions.bootcamp_id\n"
        "LEFT JOIN attendance ON attendance.session_id = sessions.id\n"
        "GROUP BY sessions.id",
    ),
    View(
        "bootcamps_with_counts",
        N_("Every bootcamp with its programme, and how many registered and came"),
        (
            *_same("bootcamps.id bootcamp_id", "programmes.title_en programme_en",
                   "programmes.title_km programme_km"),
            *_BOOTCAMP,
            *_same("bootcamps.venue", "bootcamps.province_en", "bootcamps.province_km",
                   "bootcamps.starts_on", "bootcamps.ends_on"),
            *_number("sessions",
                     "(SELECT count(*) FROM sessions WHERE sessions.bootcamp_id = bootcamps.id)",
                     N_("How many sessions")),
            *_number("registered", "(SELECT count(*) FROM participations"
                     " WHERE participations.bootcamp_id = bootcamps.id)",
                     N_("How many registered, whatever became of it")),
            *_number("came", "(SELECT count(DISTINCT person_id) FROM attendance"
                     " WHERE attendance.bootcamp_id = bootcamps.id AND is_present)",
                     N_("How many people were present or late at one session or more")),
        ),
        "FROM bootcamps\nLEFT JOIN programmes ON programmes.id = bootcamps.programme_id",
    ),
    View(
        "certificates_given",
        N_("Every certificate, to whom it was given and whether it holds"),
        (
            *_same("certificates.id certificate_id", "certificates.serial",
                   "certificates.revision", "certificates.issued_on"),
            *_number("state", _CERTIFICATE_STATE, N_("valid, revoked, taken_back or replaced")),
            *_same("certificates.participation_id"),
            *_BOOTCAMP,
            *_NAMES,
            *_ORGANISATION,
        ),
        "FROM certificates\n"
        "LEFT JOIN bootcamps ON bootcamps.id = certificates.bootcamp_id\n"
        + "LEFT " + _PERSON.format(of="certificates"),
    ),
    View(
        "organisations_with_people",
        N_("Every organisation with how many people came from there"),
        (
            *_same("organisations.id organisation_id", "organisations.name_en",
                   "organisations.name_km", "organisations.kind", "organisations.province_en",
                   "organisations.province_km"),
            *_number("people", "count(DISTINCT participations.person_id)", N_("How many people")),
            *_number("participations", "count(participations.id)",
                     N_("How many participations: a person counts in every bootcamp")),
        ),
        "FROM organisations\n"
        "LEFT JOIN participations ON participations.organisation_id = organisations.id\n"
        "GROUP BY organisations.id",
    ),
    View(
        "board_notes",
        N_("Every note and text on the boards, with its dots"),
        (
            *_same("board_items.id item_id", "board_items.board_id"),
            *_BOOTCAMP,
            *_same("boards.template", "boards.title_en board_en", "boards.title_km board_km",
                   "boards.team", "board_items.zone", "board_items.text", "board_items.side",
                   "board_items.colour"),
            *_who("author_name", _NAME_OF.format(who="people"), N_("Who wrote it")),
            *_number("dots", "(SELECT coalesce(sum(votes.dots), 0) FROM votes"
                     " WHERE votes.item_id = board_items.id)", N_("How many dots")),
        ),
        "FROM board_items\n"
        "JOIN boards ON boards.id = board_items.board_id\n"
        "LEFT JOIN bootcamps ON bootcamps.id = boards.bootcamp_id\n"
        "{names}WHERE board_items.kind IN ('note', 'text')",
    ),
    View(
        "solutions_with_owners",
        N_("Every solution with its owners on both sides and what was promised"),
        (
            *_same("solutions.id solution_id"),
            *_BOOTCAMP,
            *_same("solutions.title_en", "solutions.title_km", "solutions.team",
                   "solutions.problem", "solutions.idea", "solutions.targets",
                   "solutions.first_step", "solutions.due_on", "solutions.agreed_on"),
            *_who("government_owner",
                  f"coalesce({_NAME_OF.format(who='g')}, solutions.government_owner_name)",
                  N_("Who owns it on the side of the government")),
            *_who("civil_society_owner",
                  f"coalesce({_NAME_OF.format(who='c')}, solutions.civil_society_owner_name)",
                  N_("Who owns it on the side of civil society")),
            *_number("commitments", "(SELECT count(*) FROM commitments"
                     " WHERE commitments.solution_id = solutions.id)",
                     N_("How many promises")),
        ),
        "FROM solutions\n"
        "LEFT JOIN bootcamps ON bootcamps.id = solutions.bootcamp_id\n{names}",
    ),
)  # fmt: skip
NAMED_THROUGH = {
    "board_notes": "LEFT JOIN participations ON participations.id = board_items.author\n"
    "LEFT JOIN people ON people.id = participations.person_id\n",
    "solutions_with_owners": "LEFT JOIN participations AS gp"
    " ON gp.id = solutions.government_owner\n"
    "LEFT JOIN people AS g ON g.id = gp.person_id\n"
    "LEFT JOIN participations AS cp ON cp.id = solutions.civil_society_owner\n"
    "LEFT JOIN people AS c ON c.id = cp.person_id\n",
}
"""What stands for {names} in a source: how names are found, where they are handed over."""
