"""A picture for everybody to look at, with the whole board inside, so that it opens again."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.board_document import taken_in, written
from bootcamp_app.features.canvases.drawing import print_board
from bootcamp_app.features.canvases.file_views import Format
from bootcamp_app.features.canvases.item_rules import MOST_ITEMS
from bootcamp_app.reading.page_pictures import write_first_page
from bootcamp_app.reading.png_chunks import text_in_png

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed, TakenIn

KEY = "Bootcamp Desk board"
WIDTH = 3360
"""Pixels: a projector shows all of it sharp, and so does a sheet of A4 (300 dots an inch)."""
MOST_BYTES = 100_000_000


def write(handed: Handed, path: Path, width: int = WIDTH) -> None:
    """Write the board as it prints on its paper, and what it is made from beside the pixels."""
    if len(handed.contents.items) > MOST_ITEMS:
        # Two laptops together may have laid more on it than a board takes in.
        raise Refusal(
            "This board holds more than {most} things, so no picture of it opens again. Remove "
            "some of them, or export it as PDF.",
            most=MOST_ITEMS,
        )
    document = written(handed)
    if len(document.encode()) > MOST_BYTES:
        raise Refusal(
            "The pictures on this board are too large for one PNG that opens again. Remove some of "
            "them, or export it as PDF."
        )
    pdf = BytesIO()
    print_board(handed, handed.contents.board.paper, pdf)
    with whole_file(path) as part:
        write_first_page(pdf.getvalue(), part, width, {KEY: document})


def read(path: Path) -> TakenIn:
    """Give the board inside a picture that `write` made."""
    document = text_in_png(path, KEY, MOST_BYTES)
    if document is None:
        raise Refusal(
            "There is no board in {name}. It opens again only as the file that was exported: a "
            "photo or a picture that was sent through a chat has lost it.",
            name=path.name,
        )
    return taken_in(document, path.name)


ENTRY = Format(".png", N_("Picture that opens again as a board (PNG)"), write, read)
