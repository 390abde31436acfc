"""A camera that reads codes: started when somebody wants it, watched, let go when nobody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from bootcamp_app.ui.kit.camera_words import Condition, ask_permission
from bootcamp_app.ui.memory import CAMERA

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from PySide6.QtMultimedia import QVideoFrame

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.camera_reader import CameraReader, Seen
    from bootcamp_app.ui.kit.camera_words import Conditions
    from bootcamp_app.ui.tasks import Newest

    _Asking = Callable[[QObject, Callable[[bool], object]], object]

_SILENCE, _AWAY = 6000, 5000
"""Milliseconds without a frame until it is said, and unseen until the camera is let go."""


class LiveCamera(QObject):
    """Reads codes from a camera; whatever keeps it from that is told as a Condition."""

    read = Signal(str)
    """What a code says that came into view."""
    seen = Signal(object)
    """What a frame showed, as Seen."""
    told = Signal(object)
    """How the camera is now, as a Condition."""
    known = Signal(list, str)
    """The names of all cameras, and of the one that is used."""

    def __init__(self, desk: Desk, reader: CameraReader, words: Conditions) -> None:
        super().__init__()
        self._desk = desk
        self._words = words
        self.load: Callable[[], ModuleType | Condition] = words.load
        self.ask: _Asking = ask_permission
        self.camera: Any = None  # of a module that is imported only when it is wanted
        self.is_wanted = False
        self._name = ""
        self._is_seen = self._is_asking = self._has_picture = False
        self._reader = reader
        self._frames: Newest | None = None
        self._silence = QTimer(self, singleShot=True, interval=_SILENCE)
        self._away = QTimer(self, singleShot=True, interval=_AWAY)
        self._silence.timeout.connect(self._say_silent)
        self._away.timeout.connect(self._let_go)

    @property
    def is_on(self) -> bool:
        """Whether a camera is in use at this moment."""
        return bool(self._name)

    def start(self) -> None:
        """Use the camera that was used last, or the first; what comes of it is told.

        As long as nobody would see its picture, it waits with that.
        """
        self.is_wanted = True
        if not self._is_seen:
            return
        self.told.emit(self._words.starting)
        if self.camera is not None:
            self._ask()
        else:
            self._desk.tasks.read(self, self.load, self._loaded, key="camera")

    def stop(self) -> None:
        """Let the camera go until it is wanted again."""
        self.is_wanted = False
        self._let_go()

    def choose(self, name: str) -> None:
        """Use another camera, now and from the next start on."""
        self._desk.memory.keep(CAMERA, name)
        if self.is_wanted and name != self._name:
            self.start()

    def be_seen(self, *, is_seen: bool) -> None:
        """Know whether anybody can see the picture; a camera that nobody sees is let go soon."""
        self._is_seen = is_seen
        if not is_seen:
            self._away.start()
            return
        self._away.stop()
        if self.is_wanted and not self.is_on:
            self.start()

    def _loaded(self, loaded: ModuleType | Condition) -> None:
        if isinstance(loaded, Condition):
            self.told.emit(loaded)
        elif self.is_wanted:
            self._frames = self._desk.tasks.newest(self, self._reader, self._show)
            self._frames.failed.connect(self._say_unread)
            self.camera = loaded.Camera(self._take)
            self.camera.setParent(self)
            self.camera.failed.connect(self._fail)
            self.camera.plugged.connect(self._look_again)
            self._ask()

    def _ask(self) -> None:
        """Ask once: a person who has not answered yet is not asked again."""
        if not self._is_asking:
            self._is_asking = True
            self.ask(self, self._open)

    def _open(self, is_allowed: bool) -> None:
        self._is_asking = False
        # The answer may take as long as the person likes, who may have left meanwhile.
        if not self.is_wanted or not self._is_seen:
            return
        if not is_allowed:
            self.told.emit(self._words.denied)
            return
        self._has_picture = False
        self._reader.forget()
        if self._frames is not None:
            self._frames.reopen()
        self._name = self.camera.start(self._desk.memory.kept(CAMERA))
        self._tell_names()
        if self._name:
            self._silence.start()
        else:
            self.told.emit(self._words.none)

    def _take(self, frame: QVideoFrame) -> None:
        """Called on the camera's own thread."""
        if self._frames is not None and self._name:
            self._frames.put(frame)

    def _show(self, seen: Seen | None) -> None:
        self._reader.wants_picture = True
        if seen is None or not self.is_on:
            return
        if not self._has_picture:
            self._has_picture = True
            self.told.emit(self._words.ready)
        self._silence.start()
        self.seen.emit(seen)
        for code in seen.codes:
            self.read.emit(code)

    def _say_silent(self) -> None:
        self._has_picture = False
        self.told.emit(self._words.silent)

    def _say_unread(self) -> None:
        """A mistake in reading a frame, which the program tells of as a mistake of its own."""
        if self.is_on:
            self._let_go()
            self.told.emit(self._words.unread)

    def _let_go(self) -> None:
        self._name = ""
        self._silence.stop()
        self._away.stop()
        if self.camera is not None:
            self.camera.stop()

    def _fail(self) -> None:
        was = self._name
        self._let_go()
        is_there = not was or was in self.camera.names()
        self.told.emit(self._words.busy if is_there else self._words.gone)

    def _look_again(self) -> None:
        """A camera was plugged in or pulled out."""
        if not self.is_wanted:
            return
        names = self.camera.names()
        if self._name and self._name not in names:
            self._let_go()
            self.told.emit(self._words.gone)
        if not self._name and names and self._is_seen:
            self.start()
        else:
            self._tell_names()

    def _tell_names(self) -> None:
        self.known.emit(self.camera.names(), self._name)
