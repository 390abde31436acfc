"""A layout as a file between laptops, with the fonts and pictures that it names inside."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.features.certificates.accepting import accepted
from bootcamp_app.features.certificates.files import file_id
from bootcamp_app.features.certificates.foreign import checked_file
from bootcamp_app.features.certificates.views import NAMING_FILES, files_in
from bootcamp_app.reading.files import MEGABYTE, content

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bootcamp_app.features.certificates.design_views import StoredFile

KIND = "bootcamp-desk-layout/1"
_MOST = 40 * MEGABYTE
_MOST_FILES = 20


def write_layout(path: Path, document: Mapping[str, Any], files: Iterable[StoredFile]) -> None:
    """Write a layout with the files that it names, whole or not at all."""
    named = files_in(document)
    inside = [
        {"id": one.id, "kind": one.kind, "title": one.title,
         "data": b64encode(one.data).decode("ascii")}
        for one in files
        if one.id in named
    ]  # fmt: skip
    text = json.dumps(
        {"kind": KIND, **document, "files": inside}, ensure_ascii=False, indent=1, sort_keys=True
    )
    with whole_file(path) as part:
        part.write_text(f"{text}\n", "utf-8")


def read_layout(path: Path) -> tuple[dict[str, Any], list[StoredFile]]:
    """Give a layout and the files it brings; what is not one is refused in words."""
    held = _parsed(path)
    if held.get("kind", KIND) != KIND:
        raise Refusal(
            "{name} is not a layout of certificates that this version knows.", name=path.name
        )
    document = accepted(held)
    brought, ids = _brought(held.get("files", []))
    known = {one: ids.get(one, "") for one in files_in(document)}
    parts = [_with_files(part, known) for part in document["parts"]]
    return {**document, "parts": parts}, brought


def _parsed(path: Path) -> dict[str, Any]:
    data = content(path, _MOST)
    try:
        held = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise _no_layout(path) from problem
    if not isinstance(held, dict):
        raise _no_layout(path)
    return held


def _no_layout(path: Path) -> Refusal:
    return Refusal(
        "{name} is no layout of certificates. Choose a file that was saved as one.", name=path.name
    )


def _brought(held: object) -> tuple[list[StoredFile], dict[str, str]]:
    """Give the files, and what each one's id in the layout is here."""
    if not isinstance(held, list) or len(held) > _MOST_FILES:
        raise Refusal("A layout brings at most {most} fonts and pictures.", most=_MOST_FILES)
    files: list[StoredFile] = []
    ids: dict[str, str] = {}
    for one in held:
        if not isinstance(one, dict) or not all(
            isinstance(one.get(key), str) for key in ("id", "kind", "title", "data")
        ):
            raise Refusal("A font or a picture in the layout is damaged. Save the layout anew.")
        try:
            data = b64decode(one["data"], validate=True)
        except (NotBase64, ValueError) as problem:
            raise Refusal(
                "A font or a picture in the layout is damaged. Save the layout anew."
            ) from problem
        file = checked_file(one["kind"], one["title"][:200], data)
        files.append(file)
        ids[one["id"]] = file_id(file.kind, file.data)
    return files, ids


def _with_files(part: dict[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    named = {key: known[part[key]] for key in NAMING_FILES if part.get(key)}
    return {**part, **named}
