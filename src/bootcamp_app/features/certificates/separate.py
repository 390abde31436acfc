"""Certificates as several files in a folder; what lies there whole already is not written again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from bootcamp_app.core.files import make_folder, sweep, whole_file
from bootcamp_app.features.certificates.printing import print_batch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.piles import Pile
    from bootcamp_app.features.certificates.views import Design

    Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Separate:
    """What printing into a folder did: files written now, those that lay there, and all pages."""

    written: int
    kept: int
    pages: int


def print_piles(
    piles: Sequence[Pile],
    bootcamp: Bootcamp,
    folder: Path,
    progress: Progress,
    designs: Mapping[str, Design],
) -> Separate:
    """Write one PDF a pile, each whole or not at all.

    The same certificates are the same bytes. So whoever was stopped, or whose laptop was, does
    the same again: a file that holds these bytes stays, and the rest is written.
    """
    make_folder(folder)
    sweep(folder)
    written = pages = 0
    every = sum(len(pile.certificates) for pile in piles)
    for pile in piles:
        paper = BytesIO()
        step = partial(_step, progress, pages, every)
        pages += print_batch(pile.certificates, bootcamp, paper, step, designs)
        written += _write(folder / pile.name, paper.getvalue())
    progress(pages, every)
    return Separate(written, len(piles) - written, pages)


def _step(progress: Progress, before: int, every: int, done: int, of: int) -> None:
    """Tell of a page in one file as of a page among all; its last step is for writing it."""
    if done < of:
        progress(before + done, every)


def _write(target: Path, content: bytes) -> bool:
    """Write a file where it does not hold this content; say whether it had to be."""
    try:
        if target.stat().st_size == len(content) and target.read_bytes() == content:
            return False
    except OSError:
        # Not there, or not to be read: writing it will say what is wrong.
        pass
    with whole_file(target) as part:
        part.write_bytes(content)
    return True
