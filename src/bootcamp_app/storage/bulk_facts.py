"""Facts about very many rows that were added, written field by field: what is equal only once."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect

from bootcamp_app.storage.engines import to_json
from bootcamp_app.storage.facts import ALIVE
from bootcamp_app.storage.types import Instant, Json, PlainText, texts_to_facts, to_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.types import TypeEngine

    from bootcamp_app.storage.base import Mergeable


def inserted_in_bulk(kind: type[Mergeable], columns: Mapping[str, Sequence[Any]]) -> list[Json]:
    """Give what `journal.inserted` says of each row, as the journal keeps it.

    The rows are given field by field, each field of the table with equally many values.
    """
    types = {attr.key: attr.columns[0].type for attr in inspect(kind).column_attrs}
    parts: list[Iterable[str]] = []
    same = f"{{{to_json(ALIVE)}: [null, true]"
    for name, values in columns.items():
        if name == "id":
            continue
        texts = _changes(name, values, types[name])
        if texts.count(texts[0]) == len(texts):
            same += texts[0]
        else:
            parts += [repeat(same), texts]
            same = ""
    parts.append(repeat(f"{same}}}", len(columns["id"])))
    return list(map(Json, map("".join, zip(*parts, strict=False))))


def _changes(name: str, values: Sequence[Any], kind: TypeEngine[Any]) -> list[str]:
    before = f", {to_json(name)}: [null, "
    if isinstance(kind, PlainText):
        values = texts_to_facts(values)
    elif not isinstance(kind, Instant):
        return [f"{before}{to_json(to_fact(value))}]" for value in values]
    # Most columns say few things to very many rows.
    written = {value: f"{before}{to_json(to_fact(value))}]" for value in set(values)}
    return list(map(written.__getitem__, values))
