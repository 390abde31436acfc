"""A blank canvas for the wall, at true size."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from bootcamp_app.features.canvases.drawing import no_progress, print_canvas
from bootcamp_app.features.canvases.sheets import SIZES, Drawn

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.drawing import Progress
    from bootcamp_app.features.canvases.views import Template

__all__ = ["SIZES", "print_blank"]


def print_blank(
    template: Template,
    size: str,
    target: Path | BinaryIO,
    tile: str | None = None,
    step: Progress = no_progress,
) -> int:
    """Write one template at true size, landscape, and give the pages.

    It lies on one sheet of that size, or on as many sheets of the size `tile` as it needs.
    """
    return print_canvas(Drawn(template), size, target, tile, step)
