"""A workspace in which every column of every table says something that nobody else may know."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, Float

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.exports.database.chosen import TABLES
from bootcamp_app.storage.types import Instant

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.sql.elements import ColumnElement

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.exports.database.described import Column, Table

MOMENT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
NAME_EN, NAME_KM = "Qzoriel Vhantrup", "ឆ្លឹង ហ្វូរ៉ាណុ"
PHONE, EMAIL = "+855 12 908 7713", "Qzoriel.V@Example.org"
NAMED = f"Talk with {NAME_EN.upper()} ({NAME_KM}), 0129087713 or {EMAIL.lower()}"
"""A text that names somebody who is known, in other forms than those that are kept."""
ASKED, LEFT = f"{NAMED}; ask Qzoriel", "Talk with … (…), … or …; ask …"

_KNOWN = {
    ("people", "name_en"): NAME_EN,
    ("people", "name_km"): NAME_KM,
    ("people", "phone"): PHONE,
    ("people", "email"): EMAIL,
    ("organisations", "name_en"): NAME_EN,
    ("bootcamps", "timezone"): "Asia/Phnom_Penh",
    ("attendance_events", "kind"): "entry",
    ("attendance_events", "state"): "",
    ("board_items", "kind"): "note",
    ("participations", "status"): "confirmed",
    ("board_items", "author"): None,
    ("votes", "voter"): None,
}
_NOT_TO_ITSELF = ("annuls", "in_place_of", "replaces")


def fill(app: App) -> list[str]:
    """Add one row to every table that is handed over; give all that must not leave."""
    ids = {table.name: new_id() for table in TABLES}
    secrets = [NAME_EN, NAME_KM, "908 7713", "9087713", EMAIL, "Qzoriel"]
    with app.database.write() as work:
        for table in TABLES:
            values = {column.name: _value(table, column, ids, secrets) for column in table.columns}
            work.add(table.row(id=ids[table.name], **values))
    return secrets


def leaks(data: bytes, secrets: list[str]) -> list[str]:
    """Give the secrets that stand anywhere in bytes, however written."""
    folded = data.decode("utf-8", "replace").casefold()
    lowered = data.lower()
    return [
        one
        for one in secrets
        if one.casefold() in folded
        or any(one.lower().encode(form) in lowered for form in ("utf-16-le", "utf-16-be"))
        or json.dumps(one).strip('"').encode() in data
    ]


def asked(path: Path, query: str) -> list[dict[str, Any]]:
    """Give what Debian's sqlite3 says to a query."""
    told = subprocess.run(
        ["sqlite3", "-json", "-readonly", path, query], check=True, capture_output=True
    )
    return list(json.loads(told.stdout or "[]"))


def _value(table: Table, column: Column, ids: dict[str, str], secrets: list[str]) -> Any:  # noqa: ANN401 - of any type
    if (table.name, column.name) in _KNOWN:
        return _KNOWN[table.name, column.name]
    if column.refers:
        return None if column.name in _NOT_TO_ITSELF else ids[column.refers]
    kept = table.row.__table__.columns[column.name]
    plain = _plain(kept, len(secrets))
    if plain is not None:
        if column.is_personal and isinstance(plain, date):
            secrets.append(plain.isoformat())
        return plain
    text = _text(column, table.name, secrets)
    if not isinstance(kept.type, JSON):
        return text
    is_list = "list" in str(table.row.__annotations__[column.name])
    return [text] if is_list else {"said": text}


def _plain(kept: ColumnElement[Any], number: int) -> Any:  # noqa: ANN401 - of any type
    if isinstance(kept.type, Instant):
        return MOMENT
    if isinstance(kept.type, Date):
        return date(1900 + number, 5, 17)
    if isinstance(kept.type, Boolean):
        return False
    if isinstance(kept.type, BigInteger):
        return number
    return 1.5 if isinstance(kept.type, Float) else None


def _text(column: Column, table: str, secrets: list[str]) -> str:
    if column.is_personal:
        secrets.append(f"Xw{len(secrets)}kept ឋិ{len(secrets)}ង of {table}")
        return secrets[-1]
    if column.kind == "place":
        return "07"
    texts = {"text": ASKED, "title": NAMED, "document": NAMED}
    return texts.get(column.kind, "fact")
