"""The editor of layouts as somebody uses it, for its tests."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from bootcamp_app.features.certificates.editing import part_of
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.certificates.editor.editor_view import EditorView
    from tests import desk as room

    Settle = Callable[[], None]


NO_KEYS = Qt.KeyboardModifier.NoModifier


class Editing:
    """The editor as somebody uses it."""

    def __init__(self, view: EditorView, qtbot: QtBot, settle: Settle) -> None:
        self.view = view
        self._qtbot = qtbot
        self._settle = settle

    def see(self) -> Editing:
        """Wait until everything is written and the page on the screen is the one in hand."""
        self.view.draft.keep()
        self._settle()
        self._qtbot.waitUntil(lambda: self.view.is_current, timeout=20_000)
        self._settle()
        return self

    @property
    def words(self) -> str:
        """The words of the PDF that is shown."""
        assert self.view.shown is not None
        document = pypdfium2.PdfDocument(BytesIO(self.view.shown.pdf))
        try:
            return str(document[0].get_textpage().get_text_range())
        finally:
            document.close()

    def part(self, kind: str = "", part_id: str = "") -> Mapping[str, Any]:
        """Give a part as it is in hand: by its id, or the first of a kind."""
        parts = self.view.draft.document["parts"]
        return next(one for one in parts if part_id == one["id"] or kind == one["kind"])

    def choose(self, kind: str) -> Mapping[str, Any]:
        """Choose the first part of a kind by clicking its middle on the page."""
        part = self.part(kind)
        assert self.view.shown is not None
        box = self.view.shown.bounds[part["id"]]
        self.click(box.x + box.width / 2, box.top + box.height / 2)
        assert self.view.draft.chosen == part["id"]
        return part

    def click(self, x: float, y: float) -> None:
        """Click a place of the page, in millimetres."""
        QTest.mouseClick(self._canvas, Qt.MouseButton.LeftButton, NO_KEYS, self._at(x, y))

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        keys: Any = NO_KEYS,  # noqa: ANN401
    ) -> None:
        """Drag from one place of the page to another."""
        QTest.mousePress(self._canvas, Qt.MouseButton.LeftButton, keys, self._at(*start))
        between = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        for place in (between, end):
            self._move(self._at(*place), keys)
        QTest.mouseRelease(self._canvas, Qt.MouseButton.LeftButton, keys, self._at(*end))

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key on the page."""
        QTest.keyClick(self._canvas, key, keys)

    def field(self, name: str) -> Any:  # noqa: ANN401 - one of several kinds
        """Give a field of the chosen part."""
        return self.view.part.fields[name]

    @property
    def problems(self) -> list[str]:
        """What is said to be wrong, by kind."""
        return [one.kind for one in self.view.shown.problems] if self.view.shown else []

    @property
    def _canvas(self) -> Any:  # noqa: ANN401 - a widget
        return self.view.area.canvas

    def _at(self, x: float, y: float) -> QPoint:
        place: QPoint = self._canvas.place_of(x, y).toPoint()
        return place

    def _move(self, at: QPoint, keys: Any) -> None:  # noqa: ANN401 - keys that are held
        from PySide6.QtCore import QEvent  # noqa: PLC0415 - QTest holds no keys while it moves
        from PySide6.QtGui import QMouseEvent  # noqa: PLC0415 - as above
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

        place = QPointF(at)
        whole = QPointF(self._canvas.mapToGlobal(at))
        button = Qt.MouseButton.LeftButton
        event = QMouseEvent(QEvent.Type.MouseMove, place, whole, button, button, keys)
        QApplication.sendEvent(self._canvas, event)


def kept(day: room.Desk, part_id: str) -> Mapping[str, Any]:
    """Give a part as it is in the workspace."""
    part = part_of(day.app.working_layouts.of(day.bootcamp).document, part_id)
    assert part is not None
    return part


def told(editing: Editing) -> list[str]:
    said: list[str] = []
    editing.view.said.connect(lambda text, _act: said.append(in_words(text)))
    return said
