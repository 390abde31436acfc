"""Writing in place: a field over the item, with the keyboard and input method of the system."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import is_blank
from bootcamp_app.features.canvases.note_rules import largest_of
from bootcamp_app.features.canvases.views import NOTE, TEXT, Gesture, Item
from bootcamp_app.ui.canvases.board.note_item import ground_of
from bootcamp_app.ui.canvases.board.paper_text import PaperText
from bootcamp_app.ui.canvases.board.written_item import WrittenItem
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.fonts import families
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from bootcamp_app.features.canvases.views import BoardContents
    from bootcamp_app.ui.canvases.board.board_view import BoardView

_LEAST_LETTERS = 14
_NARROW, _LEAST, _PADDING = 104, (220, 96), 8
"""Pixels at 100 %: an item that is shown narrower is written in beside itself, in a field that
has at least this size and this air."""
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_INK, _PAPER, _ACCENT = "#1F2933", "#FFFFFF", "#0F6B66"


class WordsField(QPlainTextEdit):
    """Takes the words of one item; Escape, Ctrl+Enter or going elsewhere ends it."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say(self, N_("Text of the item. Escape ends writing."), "setAccessibleName")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: two keys end it, the others write."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ends = is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or ends:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: what was written stays, also when another window comes in front."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()


class Writing:
    """Has the text of one item at a time written in a field over it."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._field: WordsField | None = None
        self._item: Item | None = None
        self.is_new = False
        """Whether nobody else knows of the item before it is written."""
        self._dressed = (0, False)

    @property
    def item_id(self) -> str:
        """The item that is written in, or nothing."""
        return self._item.id if self._item else ""

    @property
    def field(self) -> WordsField | None:
        """The field, while there is one."""
        return self._field

    def begin(self, item: Item, *, is_new: bool = False) -> None:
        """Write in an item; a new one lies on the board only while it is written."""
        self.end()
        piece = self._view.board.piece(item.id)
        if not isinstance(piece, WrittenItem):
            return
        self._item, self.is_new, self._dressed = item, is_new, (0, False)
        piece.be_edited(is_edited=True)
        field = WordsField(self._view.viewport())
        field.setPlainText(item.text)
        field.moveCursor(QTextCursor.MoveOperation.End)
        self._field = field
        self.lay()
        field.textChanged.connect(self.lay)
        field.left.connect(self.end)
        field.show()
        field.setFocus()

    def end(self) -> None:
        """Have what was written on the board; a new item without words vanishes."""
        field, item, is_new = self._field, self._item, self.is_new
        if field is None or item is None:
            return
        self._field = self._item = None
        text, had_keyboard = field.toPlainText(), field.hasFocus()
        field.hide()
        field.deleteLater()
        board = self._view.board
        piece = board.piece(item.id)
        if piece is not None:
            piece.be_edited(is_edited=False)
        if had_keyboard:
            self._view.setFocus()
        if is_new:
            board.do(Gesture(removed=(item.id,)))
        if is_new and is_blank(text):
            return
        if is_new or (piece is None and text != item.text):
            # Somebody took it away meanwhile: what was written is not lost with it.
            self._view.carry_out(Gesture(added=(_fitting(replace(item, text=text)),)))
            self._view.select([item.id] if is_new else ())
        elif text != item.text:
            now = _fitting(replace(piece.item if piece else item, text=text))
            change = {"text": text, **({"height": now.height} if now.kind == TEXT else {})}
            self._view.carry_out(Gesture(changed={item.id: change}))

    def kept_in(self, contents: BoardContents) -> BoardContents:
        """Give contents from elsewhere with the new item that is being written."""
        if self._item is None or not self.is_new:
            return contents
        return type(contents)(contents.board, (*contents.items, self._item))

    def lay(self) -> None:
        """Lay the field over its item, its letters as large as they will be."""
        field, item = self._field, self._item
        piece = self._view.board.piece(item.id) if item else None
        if field is None or item is None or not isinstance(piece, WrittenItem):
            return
        scale = self._view.transform().m11()
        room = piece.text_box
        text = field.toPlainText()
        fitted = PaperText(text or "ក", room.width(), room.height(), piece.sizes)
        pixels = max(round(fitted.letter_height * scale), theme.px(_LEAST_LETTERS))
        floats = room.width() * scale < theme.px(_NARROW)
        if (pixels, floats) != self._dressed:
            self._dressed = (pixels, floats)
            _dress(field, item, pixels, floats=floats)
        wanted = self._view.viewportTransform().mapRect(room.translated(piece.pos()))
        field.setGeometry(self._within(wanted, field, floats=floats))
        field.horizontalScrollBar().setValue(0)

    def _within(self, wanted: QRectF, field: WordsField, *, floats: bool) -> QRect:
        """Give a place that is in sight, and of one that floats, as high as its words."""
        view = self._view.viewport().rect()
        width, height = round(wanted.width()), round(wanted.height())
        lines = round(field.document().size().height()) + 1
        needed = lines * field.fontMetrics().lineSpacing()
        if floats:
            width = theme.px(_LEAST[0])
            height = max(needed + 2 * theme.px(_PADDING), theme.px(_LEAST[1]))
        # A line of a title or a text has no room to grow in: its field takes it.
        height = max(height, field.fontMetrics().lineSpacing() + 2)
        width, height = min(width, view.width()), min(height, view.height())
        x = min(max(round(wanted.x()), 0), view.width() - width)
        top = min(max(round(wanted.y()), 0), view.height() - height)
        return QRect(x, top, width, height)


def _dress(field: WordsField, item: Item, pixels: int, *, floats: bool) -> None:
    ground = ground_of(item.colour).name() if item.kind == NOTE else _PAPER
    names = ", ".join(f"'{name}'" for name in families("km"))
    line = f"2px solid {_ACCENT}; padding: {theme.px(_PADDING)}px" if floats else "none; padding: 0"
    # The sheet of the program gives fields a ground, a line and air that a note has not.
    field.setStyleSheet(
        f"QPlainTextEdit {{ background: {ground}; color: {_INK}; border: {line}; "
        f"border-radius: 0; font-family: {names}; font-size: {pixels}px; min-height: 0; "
        f"selection-background-color: {_ACCENT}; selection-color: {_PAPER}; }}"
    )


def _fitting(item: Item) -> Item:
    """Give a text without ground as high as its words need; notes keep their size."""
    if item.kind != TEXT:
        return item
    needed = PaperText(item.text, item.width, 250, (largest_of(item),)).height + 0.5
    return replace(item, height=round(max(needed, 8.0), 2))
