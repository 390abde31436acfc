"""Looking at a window as a person does: which words it shows, and whether they can be read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QTabBar,
    QWidget,
)

from bootcamp_app.core.i18n import locale_folder
from bootcamp_app.ui.kit.key_caps import KeyCap

if TYPE_CHECKING:
    from collections.abc import Iterator

SAME_IN_BOTH = {"Bootcamp Desk", "EN", "ខ្មែរ", "English", "PDF"}
_UNSEEN = "\u200b"
_FIELD = re.compile(r"\{[^}]*\}")
_LETTERS = 4
_TOLERANCE = 1


def parts_of(root: QWidget) -> list[QWidget]:
    """Give a widget and everything that can be seen in it."""
    return [root, *(one for one in root.findChildren(QWidget) if one.isVisibleTo(root))]


def _is_of_keys(part: QWidget) -> bool:
    """Say whether a part shows keys, which are called as on the keyboard in every language."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return isinstance(part, KeyCap) or bool(part.findChildren(KeyCap, options=direct))


def texts_of(root: QWidget) -> Iterator[str]:
    """Give every text that a window shows or reads out, as the catalogue would write it."""
    for part in parts_of(root):
        for text in () if _is_of_keys(part) else _texts(part):
            if plain := text.replace(_UNSEEN, "").strip():
                yield plain


def left_behind(root: QWidget, language: str) -> list[str]:
    """Give the texts that are still in the other language."""
    other = "km" if language == "en" else "en"
    return sorted(
        {
            text
            for text in texts_of(root)
            if text not in SAME_IN_BOTH
            for line in [text, *text.splitlines()]
            if _is_of(other, line)
        }
    )


def only_latin(root: QWidget) -> set[str]:
    """Give the lines that have words in Latin letters and none in Khmer."""
    lines = (line for text in texts_of(root) for line in text.splitlines())
    return {
        line
        for line in lines
        if re.search(r"[A-Za-z]{3}", line) and not re.search(r"[\u1780-\u17ff]", line)
    }


def clipped(root: QWidget) -> list[str]:
    """Give what does not have the room that its words need."""
    return [
        f"{type(part).__name__} “{_first(part)}” has {part.width()}×{part.height()}, "
        f"needs {needed[0]}×{needed[1]}"
        for part in parts_of(root)
        if (needed := _needed(part)) and _lacks(part, needed)
    ]


def overlapping(root: QWidget) -> list[str]:
    """Give pairs of words or controls that lie on each other."""
    leaves = [one for one in parts_of(root) if _is_leaf(one)]
    found = []
    for number, first in enumerate(leaves):
        for second in leaves[number + 1 :]:
            if first.parentWidget() is second.parentWidget():
                common = first.geometry().intersected(second.geometry())
                if common.width() > _TOLERANCE and common.height() > _TOLERANCE:
                    found.append(f"“{_first(first)}” and “{_first(second)}”")
    return found


def outside(root: QWidget) -> list[str]:
    """Give what lies outside of its parent, and outside of what can be scrolled to."""
    return [
        f"{type(part).__name__} “{_first(part)}” {part.geometry().getRect()} in {around.size()}"
        for part in parts_of(root)
        if _is_leaf(part) and (around := part.parentWidget()) is not None
        if not around.rect().adjusted(-1, -1, 1, 1).contains(part.geometry())
        if not isinstance(around.parentWidget(), QAbstractItemView)
    ]


def sideways(root: QWidget) -> list[str]:
    """Give the pages that would have to be scrolled sideways to be read."""
    return [
        f"{type(area.parentWidget()).__name__}: {area.horizontalScrollBar().maximum()} px too wide"
        for area in root.findChildren(QScrollArea)
        if area.isVisibleTo(root) and area.horizontalScrollBar().maximum() > 0
    ]


def tab_order(window: QWidget) -> list[QWidget]:
    """Give every control in the order in which Tab reaches it."""
    start = window.nextInFocusChain()
    order, part = [], start
    while part is not None:
        if _takes_tab(part, window):
            order.append(part)
        part = part.nextInFocusChain()
        if part is start:
            break
    return order


def place_in(window: QWidget, part: QWidget) -> QRect:
    """Give where a part lies in its window."""
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def name_of(part: QWidget) -> str:
    """Give the name under which a part is read out."""
    return part.accessibleName() or _first(part)


def _takes_tab(part: QWidget, window: QWidget) -> bool:
    takes = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and part.isEnabled() and part.isVisibleTo(window) and part is not window


def _texts(part: QWidget) -> Iterator[str]:
    yield part.toolTip()
    yield part.accessibleName()
    if isinstance(part, QLabel):
        yield part.text()
    if isinstance(part, QAbstractButton):
        yield part.text().replace("&&", "&")
    if isinstance(part, QLineEdit):
        yield part.placeholderText()
    if isinstance(part, QComboBox):
        yield from (part.itemText(index) for index in range(part.count()))
    if isinstance(part, QTabBar):
        yield from (part.tabText(index) for index in range(part.count()))
    if isinstance(part, QAbstractItemView):
        yield from _cells(part)
    if part.isWindow():
        yield part.windowTitle()


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for column in range(1 if isinstance(view, QListView) else model.columnCount()):
        header = model.headerData(column, Qt.Orientation.Horizontal)
        yield header if isinstance(header, str) else ""
        for row in range(min(model.rowCount(), 50)):
            cell = model.index(row, column).data()
            yield cell if isinstance(cell, str) else ""


def _first(part: QWidget) -> str:
    return next((text.replace(_UNSEEN, "") for text in _texts(part) if text), "")


def _is_leaf(part: QWidget) -> bool:
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    return isinstance(part, kinds) and not part.isWindow() and part.parentWidget() is not None


def _needed(part: QWidget) -> tuple[int, int] | None:
    if isinstance(part, QLabel):
        if not part.text():
            return None
        if part.wordWrap():
            return _widest_word(part), part.heightForWidth(part.width())
        return part.sizeHint().width(), part.sizeHint().height()
    if isinstance(part, QAbstractButton) and part.text():
        return part.minimumSizeHint().width(), part.minimumSizeHint().height()
    if isinstance(part, (QLineEdit, QComboBox, QAbstractSpinBox)):
        return 0, part.fontMetrics().height()
    return None


def _widest_word(label: QLabel) -> int:
    metrics = label.fontMetrics()
    return max(
        (metrics.horizontalAdvance(word) for word in re.split(r"[\s\u200b]+", label.text())),
        default=0,
    )


def _lacks(part: QWidget, needed: tuple[int, int]) -> bool:
    return part.width() + _TOLERANCE < needed[0] or part.height() + _TOLERANCE < needed[1]


@cache
def _is_of(language: str, line: str) -> bool:
    return line in _messages(language) or any(
        pattern.fullmatch(line) for pattern in _patterns(language)
    )


@cache
def _patterns(language: str) -> list[re.Pattern[str]]:
    """Give what the messages with fields look like when they are filled in."""
    return [_pattern(text) for text in _messages(language) if _FIELD.search(text)]


@cache
def _messages(language: str) -> frozenset[str]:
    """Give every message in a language, where the other one says it otherwise."""
    with (locale_folder() / "km" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        messages = [one for one in read_po(file, locale="km") if one.id]
    found = []
    for message in messages:
        english = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
        khmer = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
        if set(english) & set(khmer):
            continue
        for text in map(str, khmer if language == "km" else english):
            if sum(char.isalpha() for char in _FIELD.sub("", text)) >= _LETTERS:
                found.append(text)
    return frozenset(found)


def _pattern(text: str) -> re.Pattern[str]:
    pieces = _FIELD.split(text)
    return re.compile(".+?".join(re.escape(piece) for piece in pieces), re.DOTALL)


def settle_window(window: QWidget) -> None:
    """Let Qt lay out everything that is waiting for it."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    window.ensurePolished()
