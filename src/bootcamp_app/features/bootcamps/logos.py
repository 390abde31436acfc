"""The logos of those who pay for a bootcamp and carry it out: for badges and other paper."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps.rules import title_of_file
from bootcamp_app.features.bootcamps.tables import LogoRow
from bootcamp_app.features.bootcamps.views import MOST_LOGOS, Logo, LogosChanged
from bootcamp_app.storage import ordered

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work


class Logos:
    """The logos of each bootcamp, in their order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, bootcamp: Bootcamp) -> list[Logo]:
        """Give a bootcamp's logos in their order; laptops that meet may know more than six."""
        with self._database.read() as reader:
            return [_view(row) for row in ordered.in_order(reader, LogoRow, bootcamp.id)]

    def pictures(self, bootcamp: Bootcamp) -> tuple[bytes, ...]:
        """Give the pictures that stand on paper, as PNG."""
        return tuple(logo.png for logo in self.of(bootcamp)[:MOST_LOGOS])

    def find(self, bootcamp: Bootcamp, ref: str) -> Logo:
        """Give the one logo meant by an id, the beginning of one, or a title."""
        logos, key = self.of(bootcamp), comparison_key(ref)
        meant = [one for one in logos if ref == one.id or key == comparison_key(one.title)]
        meant = meant or [one for one in logos if one.id.startswith(ref.lower())]
        if not ref or not meant:
            raise Refusal("There is no logo “{ref}”. List the logos, then use its id.", ref=ref)
        if len(meant) > 1:
            raise Refusal("“{ref}” means {count} logos. Use the id.", ref=ref, count=len(meant))
        return meant[0]

    def add(self, bootcamp: Bootcamp, data: bytes, name: str, title: str = "") -> Logo:
        """Put a picture, as it lies in a file of this name, behind the logos that are there.

        Without a title it is called after its file. Raises a Refusal where it is no logo, is one
        of them already, or there is no room.
        """
        from bootcamp_app.reading.logos import logo_of  # noqa: PLC0415 - pictures load slowly

        return self._keep(bootcamp, logo_of(data, name), _tidy(title) or title_of_file(name))

    def add_file(self, bootcamp: Bootcamp, path: Path, title: str = "") -> Logo:
        """Put the picture of a file behind the logos that are there, as `add` does."""
        from bootcamp_app.reading.logos import logo  # noqa: PLC0415 - pictures load slowly

        return self._keep(bootcamp, logo(path), _tidy(title) or title_of_file(path.name))

    def rename(self, logo: Logo, title: str) -> Logo:
        """Say otherwise whose logo it is."""
        if not (wanted := _tidy(title)):
            raise Refusal("Write whose logo this is, such as the name of the institution.")
        with self._database.write() as work:
            row = _row(work, logo)
            if row.title != wanted:
                row.title = wanted
            work.announce(LogosChanged(row.bootcamp_id))
            return _view(row)

    def move(self, logo: Logo, places: int) -> None:
        """Put it so many places further back, or to the front where negative."""
        with self._database.write() as work:
            row = _row(work, logo)
            ordered.move(ordered.in_order(work, LogoRow, row.bootcamp_id), row.id, places)
            work.announce(LogosChanged(logo.bootcamp_id))

    def remove(self, logo: Logo) -> None:
        """Show it no more."""
        with self._database.write() as work:
            work.delete(_row(work, logo))
            work.announce(LogosChanged(logo.bootcamp_id))

    def _keep(self, bootcamp: Bootcamp, png: bytes, title: str) -> Logo:
        text = b64encode(png).decode("ascii")
        # The same picture is the same row on every laptop, so those that meet know it once.
        row_id = str(uuid5(NAMESPACE_OID, f"{bootcamp.id} {text}"))
        with self._database.write() as work:
            there = ordered.in_order(work, LogoRow, bootcamp.id)
            for one in there:
                if one.id == row_id:
                    raise Refusal(
                        "This picture is there already, as “{title}”. Choose another one.",
                        title=one.title,
                    )
            if len(there) >= MOST_LOGOS:
                raise Refusal(
                    "There is room for {most} logos. Remove one, then add this one.",
                    most=MOST_LOGOS,
                )
            place = ordered.behind(there)
            row = LogoRow(id=row_id, bootcamp_id=bootcamp.id, title=title, png=text, place=place)
            work.add(row)
            work.announce(LogosChanged(bootcamp.id))
            return _view(row)


def _row(work: Work, logo: Logo) -> LogoRow:
    row = work.get(LogoRow, logo.id)
    if row is None:
        raise Refusal("This logo was removed. Look at the list again.")
    return row


def _view(row: LogoRow) -> Logo:
    return Logo(row.id, row.bootcamp_id, row.title, b64decode(row.png))


def _tidy(title: str) -> str:
    return " ".join(title.split())
