"""Who signs in one place: names and titles in both scripts, and the picture of the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.design_views import SignatoryAt
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.file_drop import FileDrop
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.settings.logo_view import LogoView

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.tasks import Tasks

_ENDINGS = (".png", ".jpg", ".jpeg")


class SignatoryDialog(Dialog):
    """Takes one person who signs; a picture is looked at as soon as it is chosen."""

    wanted = Signal(object)
    """The SignatoryAt to be kept."""

    def __init__(self, parent: QWidget | None, tasks: Tasks, one: SignatoryAt) -> None:
        self._tasks = tasks
        self._one = one
        self._png = one.png
        self.form = Form()
        self.signature = _Signature(one.png)
        self._build_form(one)
        is_new = not (one.name_km or one.name_en)
        title = N_("Add somebody who signs") if is_new else N_("Change who signs")
        super().__init__(parent, title, self.form, N_("Keep"))
        self._is_writing = False
        self.signature.drop.chosen.connect(self._look)
        self.signature.gone.connect(self._take_away)
        self.confirmed.connect(self._want)

    def not_kept(self, refusal: Refusal) -> None:
        """Say why it was not kept, and let somebody mend it."""
        self._is_writing = False
        self.refuse(refusal)

    def _build_form(self, one: SignatoryAt) -> None:
        with self.form.one_line():
            self.form.add_text("name_km", N_("Name in Khmer"), one.name_km)
            self.form.add_text("name_en", N_("Name in Latin letters"), one.name_en)
        with self.form.one_line():
            self.form.add_text("title_km", N_("Position in Khmer"), one.title_km)
            self.form.add_text("title_en", N_("Position in English"), one.title_en)
        self.form.add_own(
            "png",
            N_("Picture of the signature"),
            self.signature,
            lambda: self._png,
            N_("Written with a dark pen on white paper. Only the ink is printed."),
        )

    def _look(self, path: Path) -> None:
        self._tasks.read(self, lambda: _signature(path), self._show, key="png", failed=self.refuse)

    def _show(self, png: bytes) -> None:
        self.banner.hide()
        self._png = png
        self.signature.show_picture(png)

    def _take_away(self) -> None:
        self._show(b"")

    def _want(self) -> None:
        if self._is_writing:
            return
        values = self.form.values()
        if not values["name_km"].strip() and not values["name_en"].strip():
            self.form.refuse("name_km", N_("Write a name, in Khmer or in Latin letters."))
            self.form.field("name_km").setFocus()
            return
        self._is_writing = True
        file = self._one.file if self._png and self._png == self._one.png else ""
        self.wanted.emit(SignatoryAt(self._one.place, file=file, **values))


class _Signature(QWidget):
    """The signature as it is printed, and a place to drop another picture of it."""

    gone = Signal()

    def __init__(self, png: bytes) -> None:
        super().__init__()
        self.drop = FileDrop(
            N_("Drop a picture of the signature here, as PNG or JPEG"), _ENDINGS, kind="plain"
        )
        self.remove = button(N_("Without a picture"), self.gone.emit, icon_name="trash")
        self._view: LogoView | None = None
        self._shown = row(1, self.remove)
        self.setLayout(column(self._shown, self.drop, gap=8))
        self.show_picture(png)

    def show_picture(self, png: bytes) -> None:
        """Show another signature, or none."""
        if self._view is not None:
            self._shown.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None
        if png:
            self._view = LogoView(QImage.fromData(png), "")
            self._view.setAccessibleName("")
            self._shown.insertWidget(0, self._view)
        self.remove.setVisible(bool(png))


def _signature(path: Path) -> bytes:
    from bootcamp_app.features.certificates.foreign import own_signature  # noqa: PLC0415 - heavy

    return own_signature(path)
