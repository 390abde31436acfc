"""Boards with pictures that are light enough to be handed on, for a page or a booklet."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.pack.gathering import Pack
    from bootcamp_app.features.canvases.views import Picture

_SIDES = ((40, 1000), (100, 700))
"""Up to so many pictures, so many pixels of a side: what holds them stays one that can be sent."""
_FEWEST = 480


def lighter(pack: Pack, step: Callable[[int, int], None]) -> Pack:
    """Give a pack whose pictures are JPEG, the smaller the more there are.

    One that cannot be read is left white, as on paper.
    """
    wanted = {key: one for board in pack.boards for key, one in board.pictures.items()}
    step(0, len(wanted) + 1)
    if not wanted:
        return pack
    from bootcamp_app.reading.web_pictures import web_picture  # noqa: PLC0415 - heavy: Pillow

    longest = next((side for most, side in _SIDES if len(wanted) <= most), _FEWEST)
    made: dict[str, Picture] = {}
    for done, (key, one) in enumerate(wanted.items(), 1):
        with suppress(Refusal):
            data = web_picture(one.data, key, longest)
            made[key] = replace(one, kind="jpeg", data=data)
        step(done, len(wanted) + 1)
    return replace(
        pack,
        entries=tuple(
            replace(one, board=_with(one.board, made) if one.board else None)
            for one in pack.entries
        ),
        others=tuple(_with(one, made) for one in pack.others),
    )


def _with(board: Handed, made: Mapping[str, Picture]) -> Handed:
    return replace(board, pictures={key: made[key] for key in board.pictures if key in made})
