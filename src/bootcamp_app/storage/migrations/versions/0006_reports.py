"""Reports: codes that donors know, and frozen figures with what they were counted from."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bootcamp_app.storage.types import Instant, PlainText

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the table and the columns of the sixth version to those of the fifth."""
    op.add_column("programmes", sa.Column("code", PlainText(), nullable=True))
    op.add_column("bootcamps", sa.Column("indicator_code", PlainText(), nullable=True))
    # What no fact says has the default of its column.
    op.execute("UPDATE programmes SET code = ''")
    op.execute("UPDATE bootcamps SET indicator_code = ''")
    _table(
        "indicator_snapshots",
        sa.Column("title", PlainText(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("scope", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("checksum", PlainText(), nullable=False),
    )


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("id", PlainText(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
