"""Certificates as files to print, and back from print: what a paper or picture says."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, BinaryIO

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.garbage import nothing_collected
from bootcamp_app.features.certificates.drawing import design_of, draw, page_size
from bootcamp_app.printing.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Certificate, Design

    Progress = Callable[[int, int], None]

_DPI = 150
_TITLE = "Certificates"


def print_batch(
    certificates: Sequence[Certificate],
    bootcamp: Bootcamp,
    target: Path | BinaryIO,
    progress: Progress,
    designs: Mapping[str, Design],
) -> int:
    """Write all certificates into one PDF and give its pages; the same ones, the same bytes.

    `designs` are those that the certificates name, by id.

    Raises a Refusal that names the certificate, and writes nothing, where one cannot be printed.
    """
    if not certificates:
        raise Refusal("There is no certificate to print yet. Issue them first.")
    first = certificates[0]
    made_at = datetime.combine(first.issued_on, time(), bootcamp.zone)
    size = page_size(design_of(first, designs))
    paper = Paper(target, title=_TITLE, size=size, made_at=made_at)
    with nothing_collected(), paper:
        for done, certificate in enumerate(certificates):
            progress(done, len(certificates))
            design = design_of(certificate, designs)
            paper.page(page_size(design))
            draw(paper, certificate, design)
        # Whoever stops the work at the last moment gets no file either.
        progress(len(certificates), len(certificates))
    return len(certificates)


def codes_of(path: Path) -> Iterator[str]:
    """Give the text of every code in a picture or in the pages of a PDF."""
    # Reading brings twice as much as printing does, and who prints reads nothing.
    from bootcamp_app.reading.codes import codes_in  # noqa: PLC0415
    from bootcamp_app.reading.pages import is_pdf, rendered  # noqa: PLC0415
    from bootcamp_app.reading.pictures import grey  # noqa: PLC0415

    pictures = rendered(path, _DPI) if is_pdf(path) else iter([grey(path)])
    for picture in pictures:
        yield from (seen.text for seen in codes_in(picture))
