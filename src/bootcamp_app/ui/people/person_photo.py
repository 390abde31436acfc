"""The portrait of a person: chosen from a file or taken with the camera, once they allow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.files import ask_open
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.kit.portrait_view import PortraitView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QFileDialog

    from bootcamp_app.features.people.person_views import Consent

_HEIGHT = 180
_ENDINGS = "*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.gif"


class PhotoCard(Card):
    """Shows the portrait, and asks first where nobody has said whether one may be kept."""

    file_chosen = Signal(object)
    """The Path of a picture."""
    camera_wanted = Signal()
    remove_wanted = Signal()
    allowed = Signal(bool)
    """Whether the person, who was just asked, lets a photo be kept."""

    def __init__(self) -> None:
        self.portrait = PortraitView(_HEIGHT)
        self.banner = Banner(may_close=False)
        self.choose = button(N_("Choose a picture"), self._choose, icon_name="image")
        self.take = button(N_("Take with the camera"), self._take, icon_name="camera")
        self.remove = button(N_("Remove the photo"), self._remove, icon_name="trash")
        self.agreed = button(N_("Yes, they agree"), self._agree, kind="main")
        self.refused = button(N_("No photo"), self._refuse)
        self.later = button(N_("Do not ask now"), self._stop_asking)
        self._question = holding(Flow(self.agreed, self.refused, self.later))
        self.none_kept = Label(
            N_("They said no to a photo, so none is kept."), size="small", tone="muted", wraps=True
        )
        self.none_kept.hide()
        beside = column(self.choose, self.take, self.remove, self.none_kept, 1, gap=8)
        for made in (self.choose, self.take, self.remove):
            beside.setAlignment(made, Qt.AlignmentFlag.AlignLeft)
        self._buttons = holding(beside)
        self._said: Consent | None = None
        self._then: Callable[[], object] = self._stop_asking
        beside_portrait = row(self.portrait, self._buttons, gap=16)
        beside_portrait.setStretch(1, 1)
        super().__init__(
            N_("Photo"),
            self.banner,
            self._question,
            beside_portrait,
        )
        self._question.hide()

    def show_photo(self, jpeg: bytes | None, consent: Consent | None) -> None:
        """Show the portrait, and whether one may be kept."""
        self._said = consent
        self.portrait.show_jpeg(jpeg)
        self.remove.setVisible(jpeg is not None)
        may_keep = consent is None or consent.is_given
        for made in (self.choose, self.take):
            made.setEnabled(may_keep)
            made.setVisible(may_keep)
        # Beside the portrait: above it, it would push what stands below away from the pointer.
        self.none_kept.setVisible(not may_keep)
        if not may_keep:
            self._question.hide()
            self.banner.hide()

    def go_on(self) -> None:
        """Do what was wanted, now that the person allows it."""
        then = self._then
        self._stop_asking()
        then()

    def _choose(self) -> None:
        self._ask_first(self._ask_file)

    def _take(self) -> None:
        self._ask_first(self._want_camera)

    def _ask_first(self, then: Callable[[], object]) -> None:
        if self._said is not None:
            then()
            return
        self._then = then
        self.banner.show_text(N_("Ask first: may a photo of them be kept?"), "warning")
        self._question.show()
        self.agreed.setFocus()

    def _ask_file(self) -> QFileDialog:
        filters = [lambda: f"{_('Pictures')} ({_ENDINGS})"]
        return ask_open(self, N_("Choose a picture"), filters, self._chose)

    # Signals can be bound only after the parts above are handed to the card.
    def _chose(self, path: Path) -> None:
        self.file_chosen.emit(path)

    def _want_camera(self) -> None:
        self.camera_wanted.emit()

    def _remove(self) -> None:
        self.remove_wanted.emit()

    def _agree(self) -> None:
        self.allowed.emit(True)  # noqa: FBT003 - what was said

    def _refuse(self) -> None:
        self._stop_asking()
        self.allowed.emit(False)  # noqa: FBT003 - what was said

    def _stop_asking(self) -> None:
        self._then = self._do_nothing
        self._question.hide()
        self.banner.hide()
        self.choose.setFocus()

    def _do_nothing(self) -> None:
        """Nothing was wanted."""
