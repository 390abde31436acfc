"""People in full: questions, consents, portraits, filters, headers; prints, logos, search."""

import sqlalchemy as sa
from alembic import op

from bootcamp_app.storage.engines import create_search_index
from bootcamp_app.storage.types import Instant, PlainText

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables of the second version to those of the first."""
    op.add_column("people", sa.Column("also_named", sa.JSON(), nullable=True))
    op.add_column("organisations", sa.Column("also_named", sa.JSON(), nullable=True))
    op.add_column("participations", sa.Column("in_place_of", PlainText(), nullable=True))
    # What no fact says has the default of its column.
    op.execute("UPDATE people SET also_named = '[]'")
    op.execute("UPDATE organisations SET also_named = '[]'")
    _asked()
    _consents()
    _lists()
    _merges()
    _badges()
    _search()


def _asked() -> None:
    op.create_table(
        "questions",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("bootcamp_id", PlainText(), nullable=False),
        sa.Column("name", PlainText(), nullable=False),
        sa.Column("label_en", PlainText(), nullable=False),
        sa.Column("label_km", PlainText(), nullable=False),
        sa.Column("kind", PlainText(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("is_asked_at_door", sa.Boolean(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
    op.create_index("ix_questions_bootcamp_id", "questions", ["bootcamp_id"])


def _consents() -> None:
    op.create_table(
        "notices",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("version", PlainText(), nullable=False),
        sa.Column("text_en", PlainText(), nullable=False),
        sa.Column("text_km", PlainText(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
    )
    op.create_table(
        "consents",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("person_id", PlainText(), nullable=False),
        sa.Column("purpose", PlainText(), nullable=False),
        sa.Column("is_given", sa.Boolean(), nullable=False),
        sa.Column("notice", PlainText(), nullable=False),
        sa.Column("language", PlainText(), nullable=False),
        sa.Column("how", PlainText(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("annuls", PlainText(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    op.create_index("ix_consents_person_id", "consents", ["person_id"])
    op.create_table(
        "photos",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("person_id", PlainText(), nullable=False),
        sa.Column("jpeg", PlainText(), nullable=False),
        sa.Column("taken_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_photos"),
    )
    op.create_index("ix_photos_person_id", "photos", ["person_id"])


def _lists() -> None:
    op.create_table(
        "saved_filters",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("bootcamp_id", PlainText(), nullable=False),
        sa.Column("name", PlainText(), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_filters"),
    )
    op.create_index("ix_saved_filters_bootcamp_id", "saved_filters", ["bootcamp_id"])
    op.create_table(
        "known_headers",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("headers", PlainText(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_known_headers"),
    )
    op.create_index("ix_known_headers_headers", "known_headers", ["headers"])


def _merges() -> None:
    op.create_table(
        "merges",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("kind", PlainText(), nullable=False),
        sa.Column("gone_id", PlainText(), nullable=False),
        sa.Column("kept_id", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_merges"),
    )
    op.create_index("ix_merges_gone_id", "merges", ["gone_id"])
    op.create_index("ix_merges_kept_id", "merges", ["kept_id"])
    op.create_table(
        "different_people",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("first_id", PlainText(), nullable=False),
        sa.Column("second_id", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_different_people"),
    )
    op.create_index("ix_different_people_first_id", "different_people", ["first_id"])
    op.create_index("ix_different_people_second_id", "different_people", ["second_id"])


def _badges() -> None:
    op.create_table(
        "badge_prints",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("badge_id", PlainText(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("layout", PlainText(), nullable=False),
        sa.Column("fingerprint", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_badge_prints"),
    )
    op.create_index("ix_badge_prints_badge_id", "badge_prints", ["badge_id"])
    op.create_table(
        "logos",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("bootcamp_id", PlainText(), nullable=False),
        sa.Column("title", PlainText(), nullable=False),
        sa.Column("png", PlainText(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_logos"),
    )
    op.create_index("ix_logos_bootcamp_id", "logos", ["bootcamp_id"])


def _search() -> None:
    # What it holds is made anew from the rows once they are as this version wants them.
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_trigrams")
    op.drop_table("search")
    row_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "search_places",
        sa.Column("id", row_number, autoincrement=False, nullable=False),
        sa.Column("table_name", PlainText(), nullable=False),
        sa.Column("within", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_places"),
    )
    op.create_index(
        "ix_search_places_table_name_within", "search_places", ["table_name", "within"], unique=True
    )
    op.create_table(
        "search",
        sa.Column("id", row_number, autoincrement=False, nullable=False),
        sa.Column("row_id", PlainText(), nullable=False),
        sa.Column("words", PlainText(), nullable=False),
        sa.Column("beside", PlainText(), nullable=False),
        sa.Column("order", PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search"),
    )
    op.create_index("ix_search_row_id", "search", ["row_id"])
    create_search_index(op.get_bind())
