"""A PDF at true size, whose text can be searched and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.drawing import print_board
from bootcamp_app.features.canvases.file_views import Format

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed


def write(handed: Handed, path: Path) -> None:
    """Write the board on its paper."""
    print_board(handed, handed.contents.board.paper, path)


ENTRY = Format(".pdf", N_("Document to print (PDF)"), write)
