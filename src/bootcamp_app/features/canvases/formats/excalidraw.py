"""Excalidraw drawings: notes as rectangles with their text, the template locked below."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.excalidraw_elements import item_elements, zone_elements
from bootcamp_app.features.canvases.excalidraw_reading import Drawn, board_in
from bootcamp_app.features.canvases.file_views import Format, TakenIn
from bootcamp_app.features.canvases.foreign import on_our_page, shortened
from bootcamp_app.features.canvases.foreign_values import left_out, listed, objects
from bootcamp_app.features.canvases.own_data import about_board, board_data, data_url
from bootcamp_app.features.canvases.views import CONNECTOR
from bootcamp_app.reading.documents import json_document

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed

_KIND, _VERSION = "excalidraw", 2
_LONGEST_TITLE = 200


def _write(handed: Handed, path: Path) -> None:
    items = handed.contents.items
    zones = handed.contents.board.template.zones
    arrows: dict[str, list[str]] = defaultdict(list)
    for one in items:
        if one.kind == CONNECTOR:
            for end in {one.source, one.target} - {""}:
                arrows[end].append(one.id)
    by_id = {one.id: one for one in items}
    # In an element: of the drawing itself Excalidraw leaves out what it does not know.
    about = board_data(handed)
    drawing = {
        "type": _KIND,
        "version": _VERSION,
        "source": "bootcamp-desk",
        "elements": [
            *(part for at, zone in enumerate(zones, 1) for part in zone_elements(zone, at, about)),
            *(
                part
                for one in items
                for part in item_elements(one, arrows[one.id], by_id, handed.pictures)
            ),
        ],
        "appState": {
            "viewBackgroundColor": "#FFFFFF",
            "gridSize": None,
        },
        "files": {
            key: {
                "id": key,
                "mimeType": f"image/{one.kind}",
                "dataURL": data_url(one),
                "created": 1,
                "lastRetrieved": 1,
            }
            for key, one in handed.pictures.items()
        },
    }
    path.write_text(json.dumps(drawing, ensure_ascii=False, indent=1), "utf-8")


def _read(path: Path) -> TakenIn:
    drawing = json_document(path)
    if drawing.get("type") != _KIND or "elements" not in drawing:
        raise Refusal(
            "{name} is no Excalidraw drawing. Choose a file that ends in .excalidraw.",
            name=path.name,
        )
    elements = list(objects(listed(drawing["elements"], path.name)))
    files = drawing.get("files")
    about = about_board(board_in(elements))
    is_ours = about.template is not None
    drawn = Drawn(path.name, files if isinstance(files, dict) else {}, is_ours=is_ours)
    drawn.take(elements)
    taken = replace(about, pictures=drawn.pictures, left_out=left_out(drawn.lost))
    if is_ours:
        return replace(taken, items=tuple(drawn.items))
    titled = replace(taken, title_en=shortened(path.stem)[:_LONGEST_TITLE])
    return on_our_page(drawn.items, drawn.frames, titled)


ENTRY = Format(".excalidraw", N_("Excalidraw drawing"), _write, _read)
