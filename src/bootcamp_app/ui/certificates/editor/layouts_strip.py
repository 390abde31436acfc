"""The layouts that there are, each as it would print for this bootcamp."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _, words
from bootcamp_app.features.certificates.layouts import layouts
from bootcamp_app.features.certificates.working import as_it_came
from bootcamp_app.ui.certificates.editor.preview import Wanted, shown
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import Flow, column
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QShowEvent

    from bootcamp_app.features.certificates.views import Certificate, Design
    from bootcamp_app.ui.certificates.editor.draft import Draft
    from bootcamp_app.ui.tasks import Tasks

_WIDTH = 94


class LayoutsStrip(QWidget):
    """One small page a layout; pressing one takes it."""

    wanted = Signal(str)

    def __init__(self, draft: Draft, tasks: Tasks) -> None:
        super().__init__()
        self._draft = draft
        self._tasks = tasks
        self._made_for: object = None
        self.cards = {name: _Card(name) for name in layouts()}
        self.setLayout(Flow(*self.cards.values(), gap=8))
        say(self, N_("Layouts"), "setAccessibleName")
        for name, card in self.cards.items():
            card.clicked.connect(partial(self.wanted.emit, name))
        draft.reread.connect(self._look)

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: small pages are made when they are first seen."""
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        read = self._draft.read
        if read is None:
            return
        for name, card in self.cards.items():
            card.mark(is_used=name == read.working.name)
        design = read.working.design
        made_for = (design.signatories, design.logos, design.digits)
        if made_for == self._made_for or not self.isVisible():
            return
        self._made_for = made_for
        certificate = read.samples[0].certificate
        for name, card in self.cards.items():
            pixels = round(theme.px(_WIDTH) * self.devicePixelRatioF())
            self._tasks.read(
                self,
                partial(_small_page, name, design, certificate, pixels),
                card.show_page,
                key=f"small {name}",
            )


class _Card(QPushButton):
    """One layout in small, with its name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._title = layouts()[name]["title"]
        self._page = Label()
        self._name = Label(self._called, size="small", wraps=True)
        self._image: QImage | None = None
        self._is_used = False
        self.setProperty("kind", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (self._page, self._name):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._inside = column(self._page, self._name, gap=4, margin=6)
        self.setLayout(self._inside)
        say(self, self._told, "setAccessibleName")
        theme.changed.connect(self._fit)
        self._fit()

    def show_page(self, image: QImage | None) -> None:
        """Show the page that was made."""
        self._image = image
        self._fit()

    def mark(self, *, is_used: bool) -> None:
        """Show that this is the layout in use, or not."""
        self._is_used = is_used
        restyle(self, "current", "true" if is_used else "false")
        self._name.setProperty("weight", "bold" if is_used else "plain")
        restyle(self._name, "tone", "accent" if is_used else "")
        say(self, self._told, "setAccessibleName")

    def sizeHint(self) -> QSize:
        """Called by Qt: the page, and its name below."""
        width = theme.px(_WIDTH) + 14
        return QSize(width, self._inside.totalHeightForWidth(width) + 2)

    def _called(self) -> str:
        return str(self._title[words.language])

    def _told(self) -> str:
        return (
            _("{title}, in use").format(title=self._called()) if self._is_used else self._called()
        )

    def _fit(self) -> None:
        wide = theme.px(_WIDTH)
        room = QSize(wide, round(wide * 0.78))
        self._page.setFixedSize(room)
        if self._image is not None:
            ratio = self.devicePixelRatioF()
            drawn = QPixmap.fromImage(self._image).scaled(
                room * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            drawn.setDevicePixelRatio(ratio)
            self._page.setPixmap(drawn)
        self._inside.invalidate()
        self.setFixedSize(self.sizeHint())


def _small_page(name: str, design: Design, certificate: Certificate, pixels: int) -> QImage | None:
    made = shown(Wanted(replace(design, document=as_it_came(name)), certificate, pixels))
    return None if isinstance(made, Refusal) else made.image
