"""Column types that mean the same on SQLite and PostgreSQL, and in a journaled fact."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, DateTime, String, TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, Dialect
    from sqlalchemy.types import TypeEngine


class PlainText(TypeDecorator[str]):
    """Text without NUL, which PostgreSQL cannot hold."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Give what both engines can store."""
        return None if value is None else value.replace("\0", "")


class Json(str):
    """JSON that is written already; a column of JSON keeps it as it is."""

    __slots__ = ()


class Instant(TypeDecorator[datetime]):
    """A moment: aware UTC in Python, sortable ISO text in SQLite, timestamptz in PostgreSQL."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column's type for the engine."""
        kind = DateTime(timezone=True) if dialect.name == "postgresql" else String()
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Turn a moment into what the engine stores."""
        if value is None:
            return None
        return value.astimezone(UTC) if dialect.name == "postgresql" else _iso(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        """Turn what the engine stored back into a moment in UTC."""
        if value is None:
            return None
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        return moment.astimezone(UTC)


def to_fact(value: Any) -> Any:  # noqa: ANN401 - a column's value of any kind
    """Give a column's value as JSON keeps it in a fact."""
    # Texts first: an import of 100,000 people turns three million values, most of them texts.
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, datetime):
        return _iso(value)
    return value.isoformat() if isinstance(value, date) else value


def texts_to_facts(values: Sequence[str | None]) -> Sequence[str | None]:
    """Give what `to_fact` gives for each text; nearly always these texts themselves."""
    return values if "\0" not in "".join(filter(None, values)) else list(map(to_fact, values))


def from_fact(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - a column's value of any kind
    """Give a fact's value as its column holds it."""
    if value is None:
        return None
    if isinstance(column.type, Instant):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(column.type, Date) else value


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
