"""Short sounds: what came of a scan is heard as well as seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, QUrl

from bootcamp_app.core.resources import resource_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[QObject], dict[str, "Player"]]

_SOON = 400
"""Milliseconds: the library is loaded once the page is on the screen."""


class Player(Protocol):
    """One sound, ready to be heard."""

    def play(self) -> None:
        """Let it be heard from its beginning."""


class Sounds(QObject):
    """Plays without waiting; silent on a laptop that has nothing to play on."""

    def __init__(self, parent: QObject, make: Maker | None = None) -> None:
        super().__init__(parent)
        self._make = make or players
        self._players: dict[str, Player] | None = None

    def prepare(self) -> None:
        """Have the sounds ready soon."""
        if self._players is None:
            QTimer.singleShot(_SOON, self, self._load)

    def play(self, name: str) -> None:
        """Let a sound of resources/sounds be heard, where it is ready."""
        player = (self._players or {}).get(name)
        if player is not None:
            player.play()

    def _load(self) -> None:
        if self._players is None:
            self._players = self._make(self)


def players(parent: QObject) -> dict[str, Player]:
    """Give every sound by its name; none where the system cannot play any."""
    try:
        # Slow to import, and a system without its libraries can do all else.
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415
    except ImportError:
        return {}
    if QMediaDevices.defaultAudioOutput().isNull():
        return {}
    made: dict[str, Player] = {}
    for file in sorted(resource_folder("sounds").glob("*.wav")):
        effect = QSoundEffect(parent)
        effect.setSource(QUrl.fromLocalFile(str(file)))
        made[file.stem] = effect
    return made
