"""Makes what the printing view shows and saves, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.leaving_out import LeftOut
    from bootcamp_app.features.certificates.prints import Papers, Wish
    from bootcamp_app.features.certificates.separate import Separate
    from bootcamp_app.features.certificates.views import Certificate

    Progress = Callable[[int, int], None]

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Shown:
    """What lies on the pages, one certificate each, and what does not."""

    papers: Papers
    certificates: Sequence[Certificate]
    left_out: Sequence[LeftOut]


@dataclass(frozen=True)
class Press:
    """Prints what was wished of one bootcamp."""

    app: App
    bootcamp: Bootcamp
    wish: Wish

    def print(self, path: Path, step: Progress) -> Shown:
        """Make one file of all pages."""
        # Printing is heavy to import, and few sittings print.
        from bootcamp_app.features.certificates.printing import print_batch  # noqa: PLC0415

        papers = self.app.prints.papers(self.bootcamp, self.wish)

        def one_file(some: Sequence[Certificate]) -> int:
            return print_batch(some, self.bootcamp, path, step, papers.designs)

        return _fitting(papers, one_file)[1]

    def save(self, by: str, folder: Path, step: Progress) -> tuple[Separate, Shown]:
        """Write several files into a folder, each for one of `FILES`."""
        from bootcamp_app.features.certificates.piles import piles  # noqa: PLC0415 - as above
        from bootcamp_app.features.certificates.separate import print_piles  # noqa: PLC0415

        papers = self.app.prints.papers(self.bootcamp, self.wish)

        def files(some: Sequence[Certificate]) -> Separate:
            named = piles(some, papers.people, by)
            return print_piles(named, self.bootcamp, folder, step, papers.designs)

        return _fitting(papers, files)


def _fitting(
    papers: Papers, work: Callable[[Sequence[Certificate]], Answer]
) -> tuple[Answer, Shown]:
    """Do the work with all certificates that can be printed; give what it gave, and those."""
    from bootcamp_app.features.certificates.leaving_out import print_what_fits  # noqa: PLC0415

    done, left_out = print_what_fits(papers.certificates, papers.designs, work)
    lost = {one.certificate.id for one in left_out}
    printed = [one for one in papers.certificates if one.id not in lost]
    return done, Shown(papers, printed, left_out)
