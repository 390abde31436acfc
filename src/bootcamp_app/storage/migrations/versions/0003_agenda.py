"""The agenda: who speaks, who is expected at a session; the team of everyone; lists on paper."""

import sqlalchemy as sa
from alembic import op

from bootcamp_app.storage.types import Instant, PlainText

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns of the third version to those of the second."""
    op.add_column("sessions", sa.Column("facilitator", PlainText(), nullable=True))
    op.add_column("sessions", sa.Column("expects", PlainText(), nullable=True))
    op.add_column("participations", sa.Column("team", PlainText(), nullable=True))
    # What no fact says has the default of its column.
    op.execute("UPDATE sessions SET facilitator = '', expects = ''")
    op.execute("UPDATE participations SET team = ''")
    op.create_table(
        "attendance_sheets",
        sa.Column("id", PlainText(), nullable=False),
        sa.Column("session_id", PlainText(), nullable=False),
        sa.Column("code", PlainText(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attendance_sheets"),
    )
    op.create_index("ix_attendance_sheets_session_id", "attendance_sheets", ["session_id"])
    op.create_index("ix_attendance_sheets_code", "attendance_sheets", ["code"])
