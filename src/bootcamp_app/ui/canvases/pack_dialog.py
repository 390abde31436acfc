"""What is made for those who were not there: booklet, gallery or both, with names or without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp

BOTH, BOOKLET, GALLERY = "both", "booklet", "gallery"


@dataclass(frozen=True)
class PackWish:
    """What is wanted of a pack."""

    kind: str
    with_names: bool


class PackDialog(Dialog):
    """Asks what is wanted; whoever opened it asks where."""

    wished = Signal(object)
    """A PackWish."""

    def __init__(self, parent: QWidget) -> None:
        self.form = Form()
        about = Label(
            N_(
                "The booklet is a PDF to print. The gallery is one file that opens in any browser, "
                "without the internet. Texts stand in both as they were written."
            ),
            tone="muted",
            wraps=True,
        )
        self.form.add_own("about", "", about, lambda: None)
        self.kind = self.form.add_choice(
            "kind",
            N_("What to make"),
            [
                (BOTH, N_("Booklet and gallery")),
                (BOOKLET, N_("Booklet, as PDF")),
                (GALLERY, N_("Gallery, for a browser")),
            ],
        )
        self.names = self.form.add_yes_no(
            "names", N_("Name owners, authors and members of teams"), value=False
        )
        warning = Label(
            N_(
                "Names are personal data. Without them, offices and organisations are named. "
                "Name people only in what is handed to those who may know them."
            ),
            size="small",
            tone="muted",
            wraps=True,
        )
        self.form.add_own("warning", "", warning, lambda: None)
        super().__init__(parent, N_("Make the pack"), self.form, N_("Choose a folder…"))
        self.confirmed.connect(self._take)

    def _take(self) -> None:
        self.accept()
        self.wished.emit(PackWish(self.kind.key, self.names.isChecked()))


def make_pack(
    app: App,
    bootcamp: Bootcamp,
    wish: PackWish,
    files: tuple[Path, Path],
    step: Callable[[int, int], None],
) -> list[Path]:
    """Write what is wanted as these files, booklet and gallery, and give those that were."""
    # Paper and fonts are heavy to import, and few sittings make a pack.
    from bootcamp_app.features.canvases.pack.booklet import print_booklet  # noqa: PLC0415
    from bootcamp_app.features.canvases.pack.gallery import write_gallery  # noqa: PLC0415

    pack = app.packs.gathered(bootcamp, with_names=wish.with_names)
    booklet, gallery = files
    made = []
    if wish.kind in (BOTH, BOOKLET):
        print_booklet(pack, booklet, step)
        made.append(booklet)
    if wish.kind in (BOTH, GALLERY):
        write_gallery(pack, gallery, step)
        made.append(gallery)
    return made
