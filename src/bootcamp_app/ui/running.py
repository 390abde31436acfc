"""One program a workspace: a second start brings the running window forward."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_MOMENT = 500  # milliseconds


class Running(QObject):
    """Knows whether a window on the same workspace runs already, and hears of later starts."""

    wanted = Signal()
    """Somebody started the program again."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self._name = name_of(place)
        self.is_elsewhere = self._call()
        self._server = QLocalServer(self)
        if not self.is_elsewhere:
            self._listen()

    def follow(self, place: str) -> None:
        """Answer to the name of another workspace, which is open now."""
        name = name_of(place)
        if name != self._name and not self.is_elsewhere:
            self._server.close()
            self._name = name
            if not self._call():
                self._listen()

    def leave(self) -> None:
        """Answer no more: the windows are closed."""
        self._server.close()

    def _call(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_MOMENT):
            return False
        socket.write(b"come forward\n")
        socket.waitForBytesWritten(_MOMENT)
        socket.disconnectFromServer()
        return True

    def _listen(self) -> None:
        # Nobody answered: what a crash left behind may go.
        QLocalServer.removeServer(self._name)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        self._server.listen(self._name)

    def _hear(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.wanted.emit()


def name_of(place: str) -> str:
    """Give the name under which the program on a workspace can be called."""
    whole = place if "://" in place else str(Path(place).resolve())
    return f"bootcamp-desk-{sha256(whole.encode()).hexdigest()[:20]}"
