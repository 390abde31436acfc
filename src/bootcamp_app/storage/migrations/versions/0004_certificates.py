"""Certificates: the rule, exceptions, designs, fonts and pictures, signatories, trust."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bootcamp_app.storage.types import Instant, PlainText

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables and columns of the fourth version to those of the third."""
    _columns()
    _table(
        "certificate_exceptions",
        sa.Column("bootcamp_id", PlainText(), nullable=False),
        sa.Column("participation_id", PlainText(), nullable=False),
        sa.Column("kind", PlainText(), nullable=False),
        sa.Column("reason", PlainText(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        indexed=("bootcamp_id", "participation_id"),
    )
    _designs()
    _trust()


def _columns() -> None:
    op.add_column("bootcamps", sa.Column("certificate_day_percent", sa.BigInteger(), nullable=True))
    op.add_column("bootcamps", sa.Column("certificate_hours", sa.BigInteger(), nullable=True))
    op.add_column("bootcamps", sa.Column("excused_counts", sa.Boolean(), nullable=True))
    op.add_column("certificates", sa.Column("revision", sa.BigInteger(), nullable=True))
    op.add_column("certificates", sa.Column("replaces", PlainText(), nullable=True))
    op.add_column("certificates", sa.Column("design_id", PlainText(), nullable=True))
    op.add_column("certificate_events", sa.Column("copies", sa.BigInteger(), nullable=True))
    # What no fact says has the default of its column.
    false = "false" if op.get_bind().dialect.name == "postgresql" else "0"
    op.execute(
        "UPDATE bootcamps SET certificate_day_percent = 0, certificate_hours = 0, "
        f"excused_counts = {false}"
    )
    op.execute("UPDATE certificates SET revision = 1, replaces = '', design_id = ''")
    op.execute("UPDATE certificate_events SET copies = 0")


def _designs() -> None:
    _table(
        "certificate_layouts",
        sa.Column("bootcamp_id", PlainText(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("digits", PlainText(), nullable=False),
        indexed=("bootcamp_id",),
    )
    _table("certificate_designs", sa.Column("content", sa.JSON(), nullable=False))
    _table(
        "certificate_files",
        sa.Column("kind", PlainText(), nullable=False),
        sa.Column("title", PlainText(), nullable=False),
        sa.Column("data", PlainText(), nullable=False),
        sa.Column("is_offered", sa.Boolean(), nullable=False),
    )
    _table(
        "signatories",
        sa.Column("bootcamp_id", PlainText(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("name_km", PlainText(), nullable=False),
        sa.Column("name_en", PlainText(), nullable=False),
        sa.Column("title_km", PlainText(), nullable=False),
        sa.Column("title_en", PlainText(), nullable=False),
        sa.Column("file_id", PlainText(), nullable=False),
        indexed=("bootcamp_id",),
    )


def _trust() -> None:
    _table(
        "endorsements",
        sa.Column("public_key", PlainText(), nullable=False),
        sa.Column("letter", PlainText(), nullable=False),
        sa.Column("organisation_key", PlainText(), nullable=False),
        sa.Column("organisation_km", PlainText(), nullable=False),
        sa.Column("organisation_en", PlainText(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signature", PlainText(), nullable=False),
    )
    _table(
        "trust_lists",
        sa.Column("source", PlainText(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        indexed=("source",),
    )


def _table(name: str, *columns: sa.Column[Any], indexed: tuple[str, ...] = ()) -> None:
    op.create_table(
        name,
        sa.Column("id", PlainText(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
    for column in indexed:
        op.create_index(f"ix_{name}_{column}", name, [column])
