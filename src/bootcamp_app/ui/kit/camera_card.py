"""The card of a camera that reads codes: its picture, what it says, and which camera it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.camera_menu import CameraMenu
from bootcamp_app.ui.kit.camera_preview import Preview
from bootcamp_app.ui.kit.camera_reader import CameraReader
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import holding, row
from bootcamp_app.ui.kit.live_camera import LiveCamera
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.camera_reader import Seen
    from bootcamp_app.ui.kit.camera_words import Condition, Conditions

_MIRROR = "camera_mirror"
_SAID = 1500


class CameraCard(Card):
    """Hidden until the camera is wanted."""

    read = Signal(str)
    """What a code says that came into view."""
    page_wanted = Signal()
    """The camera was switched on where its picture is not seen."""

    def __init__(self, desk: Desk, meant: Callable[[str], str], words: Conditions) -> None:
        self.preview = Preview()
        self.words = Label(size="small", tone="muted", wraps=True)
        self.trouble = Banner(may_close=False)
        self.again = button(N_("Try again"), lambda: self.camera.start(), icon_name="refresh")
        self.menu = CameraMenu(is_mirrored=desk.memory.kept(_MIRROR) != "no")
        below = row(self.words, self.menu)
        below.setStretch(0, 1)
        below.setAlignment(self.menu, Qt.AlignmentFlag.AlignRight)
        super().__init__("", self.preview, self.trouble, self.again, holding(below), gap=8)
        self.body.setContentsMargins(12, 12, 12, 8)
        self.switch = Button(N_("Camera"), kind="chip", icon_name="camera")
        self.switch.setCheckable(True)
        self.camera = LiveCamera(desk, CameraReader(meant), words)
        self.camera.setParent(self)
        self._memory = desk.memory
        self._conditions = words
        self._said = QTimer(self, singleShot=True, interval=_SAID)
        self._is_dark = self._is_kept_seen = False
        self._window: QWidget | None = None
        self._build()
        self._connect()

    @property
    def is_wanted(self) -> bool:
        """Whether somebody wants to read codes with the camera."""
        return self.camera.is_wanted

    def turn(self, *, on: bool) -> None:
        """Use the camera, or put it away."""
        self.switch.setIcon(icon("camera", "on_accent" if on else "ink"))
        self.setVisible(on)
        self.preview.show_picture(QImage())
        if not on:
            self.camera.stop()
            return
        self.camera.start()
        if not self.isVisible():
            self.page_wanted.emit()

    def keep_seen(self, is_kept: bool) -> None:
        """Count as seen while another screen sends people to the camera, whatever is in front."""
        self._is_kept_seen = is_kept
        self._notice()

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: the camera goes on."""
        super().showEvent(event)
        if self._window is not self.window():
            self._window = self.window()
            self._window.installEventFilter(self)
        self._notice()

    def hideEvent(self, event: QHideEvent) -> None:
        """Called by Qt: the page was left, or the window closed."""
        super().hideEvent(event)
        self._notice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt with what happens to the window."""
        if watched is self._window and event.type() == QEvent.Type.WindowStateChange:
            self._notice()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.preview.mirror(is_mirrored=self.menu.is_mirrored)
        say(self, N_("Camera"), "setAccessibleName")
        self.again.hide()
        self.hide()

    def _connect(self) -> None:
        self.switch.toggled.connect(lambda on: self.turn(on=on))
        self.menu.mirrored.connect(self._mirror)
        self.menu.chosen.connect(self.camera.choose)
        self.camera.told.connect(self._tell)
        self.camera.known.connect(self.menu.show_cameras)
        self.camera.seen.connect(self._show)
        self.camera.read.connect(self.read)
        self._said.timeout.connect(self._say_light)

    def _notice(self) -> None:
        is_shown = self.isVisible() and not self.window().isMinimized()
        self.camera.be_seen(is_seen=is_shown or self._is_kept_seen)

    def _mirror(self, is_mirrored: bool) -> None:
        self.preview.mirror(is_mirrored=is_mirrored)
        self._memory.keep(_MIRROR, "yes" if is_mirrored else "no")

    def _tell(self, condition: Condition) -> None:
        """Say how the camera is; trouble takes the place of the picture."""
        is_trouble = condition.is_trouble
        self.preview.setVisible(not is_trouble)
        self.words.setVisible(not is_trouble)
        self.again.setVisible(condition.may_try_again)
        self.menu.setVisible(not is_trouble or len(self.menu.cameras) > 1)
        if is_trouble:
            self.preview.show_picture(QImage())
            self.trouble.show_text(condition.text, condition.meaning)
            return
        self.trouble.hide()
        self._say(condition)

    def _show(self, seen: Seen) -> None:
        if seen.picture is not None:
            self.preview.show_picture(seen.picture)
        if seen.outlines:
            self.preview.outline(seen.outlines)
        if seen.codes:
            self._say_for_a_moment(self._conditions.read)
        elif seen.is_other:
            self._say_for_a_moment(self._conditions.other)
        if seen.is_dark != self._is_dark:
            self._is_dark = seen.is_dark
            if not self._said.isActive():
                self._say_light()

    def _say_for_a_moment(self, condition: Condition) -> None:
        self._said.start()
        self._say(condition)

    def _say_light(self) -> None:
        self._say(self._conditions.dark if self._is_dark else self._conditions.ready)

    def _say(self, condition: Condition) -> None:
        say(self.words, condition.text)
        restyle(self.words, "meaning", condition.meaning)
