"""The first tables: journal and devices, then the rooms in the order of the data."""

import sqlalchemy as sa
from alembic import op

from bootcamp_app.storage.types import Instant, PlainText

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first version."""
    _storage()
    _bootcamps()
    _people()
    _badges()
    _attendance()
    _certificates()
    _search()


def _storage() -> None:
    op.create_table(
        "journal",
        sa.Column("device", PlainText(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("clock", sa.BigInteger(), nullable=False),
        sa.Column("act", PlainText(), nullable=False),
        sa.Column("who", PlainText(), nullable=False),
        sa.Column("table_name", PlainText(), nullable=False),
        sa.Column("row_id", PlainText(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("device", "seq", name="pk_journal"),
    )
    op.create_index("ix_journal_act", "journal", ["act"])
    op.create_index("ix_journal_table_name_row_id", "journal", ["table_name", "row_id"])
    op.create_table(
        "local_device",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("home", PlainText(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("clock", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_local_device"),
    )
    op.create_table(
        "seen",
        sa.Column("device", PlainText(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device", name="pk_seen"),
    )
    op.create_table(
        "search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("table_name", PlainText(), nullable=False),
        sa.Column("row_id", PlainText(), nullable=False),
        sa.Column("words", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search"),
    )
    op.create_index("ix_search_table_name_row_id", "search", ["table_name", "row_id"], unique=True)


def _bootcamps() -> None:
    op.create_table(
        "programmes",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("title_en", PlainText(), nullable=False),
        sa.Column("title_km", PlainText(), nullable=False),
        sa.Column("donors", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_programmes"),
    )
    op.create_table(
        "bootcamps",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("programme_id", PlainText(), nullable=True),
        sa.Column("code", PlainText(), nullable=False),
        sa.Column("title_en", PlainText(), nullable=False),
        sa.Column("title_km", PlainText(), nullable=False),
        sa.Column("venue", PlainText(), nullable=False),
        sa.Column("province", PlainText(), nullable=False),
        sa.Column("timezone", PlainText(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("certificate_percent", sa.BigInteger(), nullable=False),
        sa.Column("asked_at_door", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_bootcamps"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("bootcamp_id", PlainText(), nullable=False),
        sa.Column("title_en", PlainText(), nullable=False),
        sa.Column("title_km", PlainText(), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("opens_before", sa.BigInteger(), nullable=False),
        sa.Column("late_after", sa.BigInteger(), nullable=False),
        sa.Column("is_mandatory", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("is_locked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
    )
    op.create_index("ix_sessions_bootcamp_id", "sessions", ["bootcamp_id"])


def _people() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("name_en", PlainText(), nullable=False),
        sa.Column("name_km", PlainText(), nullable=False),
        sa.Column("kind", PlainText(), nullable=False),
        sa.Column("province", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisations"),
    )
    op.create_table(
        "people",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("name_km", PlainText(), nullable=False),
        sa.Column("name_en", PlainText(), nullable=False),
        sa.Column("sex", PlainText(), nullable=False),
        sa.Column("birth_year", sa.BigInteger(), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("phone", PlainText(), nullable=False),
        sa.Column("email", PlainText(), nullable=False),
        sa.Column("disability", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "participations",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("person_id", PlainText(), nullable=False),
        sa.Column("bootcamp_id", PlainText(), nullable=False),
        sa.Column("organisation_id", PlainText(), nullable=True),
        sa.Column("role", PlainText(), nullable=False),
        sa.Column("position", PlainText(), nullable=False),
        sa.Column("sector", PlainText(), nullable=False),
        sa.Column("province", PlainText(), nullable=False),
        sa.Column("district", PlainText(), nullable=False),
        sa.Column("status", PlainText(), nullable=False),
        sa.Column("is_walk_in", sa.Boolean(), nullable=False),
        sa.Column("external_id", PlainText(), nullable=False),
        sa.Column("registered_at", Instant(), nullable=True),
        sa.Column("note", PlainText(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_participations"),
    )
    op.create_index("ix_participations_bootcamp_id", "participations", ["bootcamp_id"])
    op.create_index("ix_participations_organisation_id", "participations", ["organisation_id"])
    op.create_index("ix_participations_person_id", "participations", ["person_id"])


def _badges() -> None:
    op.create_table(
        "badges",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("code", PlainText(), nullable=False),
        sa.Column("participation_id", PlainText(), nullable=True),
        sa.Column("replaced_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_badges"),
    )
    op.create_index("ix_badges_code", "badges", ["code"])
    op.create_index("ix_badges_participation_id", "badges", ["participation_id"])


def _attendance() -> None:
    op.create_table(
        "attendance_events",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("kind", PlainText(), nullable=False),
        sa.Column("session_id", PlainText(), nullable=True),
        sa.Column("participation_id", PlainText(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("result", PlainText(), nullable=False),
        sa.Column("code", PlainText(), nullable=False),
        sa.Column("method", PlainText(), nullable=False),
        sa.Column("state", PlainText(), nullable=False),
        sa.Column("reason", PlainText(), nullable=False),
        sa.Column("minutes_late", sa.BigInteger(), nullable=False),
        sa.Column("annuls", PlainText(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_attendance_events"),
    )
    op.create_index(
        "ix_attendance_events_participation_id", "attendance_events", ["participation_id"]
    )
    op.create_index(
        "ix_attendance_events_session_id_participation_id",
        "attendance_events",
        ["session_id", "participation_id"],
    )


def _certificates() -> None:
    op.create_table(
        "certificates",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("serial", PlainText(), nullable=False),
        sa.Column("bootcamp_id", PlainText(), nullable=False),
        sa.Column("participation_id", PlainText(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("layout", PlainText(), nullable=False),
        sa.Column("layout_version", sa.BigInteger(), nullable=False),
        sa.Column("record", PlainText(), nullable=False),
        sa.Column("printed", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_certificates"),
    )
    op.create_index("ix_certificates_bootcamp_id", "certificates", ["bootcamp_id"])
    op.create_index("ix_certificates_participation_id", "certificates", ["participation_id"])
    op.create_index("ix_certificates_serial", "certificates", ["serial"])
    op.create_table(
        "certificate_events",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("certificate_id", PlainText(), nullable=False),
        sa.Column("kind", PlainText(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("reason", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_certificate_events"),
    )
    op.create_index(
        "ix_certificate_events_certificate_id", "certificate_events", ["certificate_id"]
    )
    op.create_table(
        "issuers",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("device", PlainText(), nullable=False),
        sa.Column("letter", PlainText(), nullable=False),
        sa.Column("public_key", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_issuers"),
    )
    op.create_table(
        "signing_keys",
        sa.Column("issuer_id", PlainText(), nullable=False),
        sa.Column("private_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("issuer_id", name="pk_signing_keys"),
    )


def _search() -> None:
    on_server = op.get_bind().dialect.name == "postgresql"
    for statement in _POSTGRESQL_SEARCH if on_server else _SQLITE_SEARCH:
        op.execute(statement)


_SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE search_trigrams USING fts5("
    "words, content='search', content_rowid='id', tokenize='trigram', detail='none')",
    "CREATE TRIGGER search_added AFTER INSERT ON search BEGIN "
    "INSERT INTO search_trigrams(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN "
    "INSERT INTO search_trigrams(search_trigrams, rowid, words) "
    "VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER search_changed AFTER UPDATE ON search BEGIN "
    "INSERT INTO search_trigrams(search_trigrams, rowid, words) "
    "VALUES ('delete', old.id, old.words); "
    "INSERT INTO search_trigrams(rowid, words) VALUES (new.id, new.words); END",
)
_POSTGRESQL_SEARCH = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX ix_search_words ON search USING gin (words gin_trgm_ops)",
)
