"""Co-design: teams, boards with what lies on them, votes, snapshots and solutions."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bootcamp_app.storage.types import Instant, PlainText

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables and the column of the fifth version to those of the fourth."""
    op.add_column("sessions", sa.Column("canvases", sa.JSON(), nullable=True))
    # What no fact says has the default of its column.
    op.execute("UPDATE sessions SET canvases = '[]'")
    _teams()
    _boards()
    _votes()
    _solutions()


def _teams() -> None:
    _table(
        "teams",
        _text("bootcamp_id"),
        _text("label"),
        _text("name_km"),
        _text("name_en"),
        _text("colour"),
        _number("place"),
        indexed=("bootcamp_id",),
    )
    _table(
        "team_wishes",
        _text("bootcamp_id"),
        _text("kind"),
        _json("participation_ids"),
        _text("team"),
        indexed=("bootcamp_id",),
    )


def _boards() -> None:
    _table("own_templates", _json("document"), _text("based_on"))
    _table(
        "boards",
        _text("bootcamp_id"),
        _text("number"),
        _text("template"),
        _json("document"),
        _text("team"),
        _text("title_km"),
        _text("title_en"),
        _text("paper"),
        _moment("made_at"),
        indexed=("bootcamp_id",),
    )
    _table(
        "board_items",
        *(_text(name) for name in ("board_id", "kind", "zone")),
        *(_length(name) for name in ("x", "top", "width", "height", "place")),
        *(_text(name) for name in ("text", "colour", "side", "author", "group_id")),
        *(_text(name) for name in ("source", "target", "picture", "carried_from")),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        _json("style"),
        indexed=("board_id",),
    )
    _table("board_pictures", _text("kind"), _number("width"), _number("height"), _text("data"))
    _table(
        "board_snapshots",
        _text("board_id"),
        _text("title"),
        _moment("at"),
        _json("content"),
        indexed=("board_id",),
    )


def _votes() -> None:
    _table(
        "vote_rounds",
        _text("board_id"),
        _text("title"),
        _text("kind"),
        _number("dots"),
        _json("zones"),
        sa.Column("is_secret", sa.Boolean(), nullable=False),
        _moment("opened_at"),
        sa.Column("closed_at", Instant(), nullable=True),
        indexed=("board_id",),
    )
    _table(
        "votes",
        _text("board_id"),
        _text("round_id"),
        _text("item_id"),
        _text("voter"),
        _text("side"),
        _number("dots"),
        indexed=("board_id", "round_id"),
    )


def _solutions() -> None:
    texts = (
        *("bootcamp_id", "board_id", "team", "title_km", "title_en", "problem", "idea"),
        *("government_owner", "civil_society_owner"),
        *("government_owner_name", "civil_society_owner_name", "first_step"),
    )
    _table(
        "solutions",
        *(_text(name) for name in texts),
        _json("targets"),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        _number("place"),
        indexed=("bootcamp_id",),
    )
    _table(
        "commitments",
        _text("solution_id"),
        _text("side"),
        _text("who"),
        _text("what"),
        sa.Column("due_on", sa.Date(), nullable=True),
        _number("place"),
        indexed=("solution_id",),
    )


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, PlainText(), nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _length(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Float(), nullable=False)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, Instant(), nullable=False)


def _table(name: str, *columns: sa.Column[Any], indexed: tuple[str, ...] = ()) -> None:
    op.create_table(
        name,
        sa.Column("id", PlainText(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
    for column in indexed:
        op.create_index(f"ix_{name}_{column}", name, [column])
