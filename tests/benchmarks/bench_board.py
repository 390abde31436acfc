"""The board: a repaint of all of it and at 100 %, a step of a drag, photos in memory.

The same notes beside it as anybody would draw them first: a rectangle with a text item for a child.
Times are of the processor, so that what else runs on the machine is not counted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QMouseEvent, QPainter, QPen, QTransform
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsEllipseItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
)

from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.views import (
    NOTE_COLOURS,
    SIDES,
    Board,
    BoardContents,
    Item,
    Picture,
)
from bootcamp_app.ui.canvases.board.board_view import BoardView
from bootcamp_app.ui.canvases.board.zooming import PIXELS
from bootcamp_app.ui.start import application
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = {300: 16.0, 1000: 25.0, 5000: 150.0}
"""Milliseconds that a repaint of so many notes may take."""
ZOOMED_AIM, DRAG_AIM, MEMORY_AIM = 15.0, 5.0, 80.0
TIMES, STEPS, PHOTOS, DOTS = 15, 40, 4, 4
_NOTE, _STEP = 26.9, 29.0
"""Millimetres: a note as bought on A0, and from one to the next."""
WINDOW = QSize(1366, 768)
TEXTS = (
    "សំរាមនៅផ្សារដឹកយឺតរាល់ព្រឹកថ្ងៃចន្ទ",
    "ទឹកជំនន់ក្នុងភូមិ ៣ រាល់រដូវវស្សា",
    "Waste is collected late on Mondays",
    "គ្មានកាលវិភាគ",
)


def main() -> None:
    """Measure and print all, side by side."""
    if sys.argv[1:]:
        _say_memory(int(sys.argv[1]))
        return
    _dress()
    _say("repaint, notes: ours, text child items, theirs / ours")
    for number, aim in SIZES.items():
        contents = _contents(number)
        ours, naive = _ours(contents), _naive(contents)
        _compare(f"{number:>5} whole", _repaint(ours), _repaint(naive), aim)
        if number == max(SIZES):
            ours.zoom.to(1.0)
            naive.setTransform(QTransform.fromScale(PIXELS, PIXELS))
            _compare(f"{number:>5} at 100 %", _repaint(ours), _repaint(naive), ZOOMED_AIM)
        ours.fit_whole()
        middle, longest = _drag(ours)
        _say(
            f"{f'{number:>5} drag step':<16}{middle:>8.1f} ms, the longest but one"
            f"{longest:>6.1f} ms{_over(middle, DRAG_AIM)}"
        )
        ours.close()
        naive.close()
    memory = [_memory_of(photos) for photos in (0, PHOTOS)]
    more = memory[1] - memory[0]
    _say(f"{PHOTOS} photos of 12 megapixels: {more:.0f} MB more{_over(more, MEMORY_AIM)}")


def _dress() -> None:
    application()
    theme.use("light", 100)


def _compare(what: str, ours: float, naive: float, aim: float) -> None:
    ratio = naive / ours
    _say(f"{what:<16}{ours:>8.1f} ms{naive:>9.1f} ms{ratio:>7.1f} ×{_over(ours, aim)}")


def _over(found: float, aim: float) -> str:
    return f"  over {aim:g}" if found > aim else f"  (aim {aim:g})"


def _contents(number: int, *more: Item) -> BoardContents:
    board = Board(
        "board", "camp", "100000001", template("co-ownership"), "", "", "", "A0",
        datetime(2026, 12, 1, tzinfo=UTC),
    )  # fmt: skip
    a_row = max(round((number * 1.6) ** 0.5), 1)
    colours, sides = list(NOTE_COLOURS), ["", *SIDES]
    notes = (
        Item(
            f"{n:05}", "note", "", n % a_row * _STEP, n // a_row * _STEP, _NOTE, _NOTE, n,
            f"{TEXTS[n % len(TEXTS)]} {n}", colours[n % len(colours)], sides[n % len(sides)],
        )
        for n in range(number)
    )  # fmt: skip
    return BoardContents(board, (*notes, *more))


def _ours(contents: BoardContents) -> BoardView:
    view = BoardView()
    view.resize(WINDOW)
    view.show()
    view.show_board(contents, {})
    view.show_dots({one.id: n % DOTS for n, one in enumerate(contents.items)})
    _wait(0.8)
    return view


def _naive(contents: BoardContents) -> QGraphicsView:
    scene = QGraphicsScene()
    for number, item in enumerate(contents.items):
        scene.addItem(_naive_note(item, number % DOTS))
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(WINDOW)
    view.show()
    view.fitInView(scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    QApplication.processEvents()
    return view


def _naive_note(item: Item, dots: int) -> QGraphicsRectItem:
    """Give a note that shows the same: each part of it is an item of its own."""
    note = QGraphicsRectItem(0, 0, item.width, item.height)
    parts: list[QGraphicsRectItem | QGraphicsEllipseItem] = [
        QGraphicsRectItem(0.6, 0.9, item.width, item.height),
        QGraphicsRectItem(0, 0, item.width, item.height),
        *([QGraphicsRectItem(0, 0, 1.8, item.height)] if item.side else []),
        *(QGraphicsEllipseItem(4.8 + 4.4 * n, item.height - 4.7, 3.4, 3.4) for n in range(dots)),
    ]
    colours = ["#22000000", NOTE_COLOURS[item.colour], *(["#1F4E9E"] if item.side else [])]
    for part, colour in zip(parts, [*colours, *["#A32020"] * dots], strict=True):
        part.setPen(QPen(Qt.PenStyle.NoPen))
        part.setBrush(QColor(colour))
        part.setParentItem(note)
    words = QGraphicsTextItem(item.text)
    # Fonts know whole pixels only: ten of theirs are a millimetre, and letters are as large.
    font = theme.font()
    font.setPixelSize(56)
    words.setFont(font)
    words.setTextWidth(item.width * 10)
    words.setScale(0.1)
    words.setParentItem(note)
    note.setPen(QPen(Qt.PenStyle.NoPen))
    note.setPos(item.x, item.top)
    return note


def _repaint(view: QGraphicsView) -> float:
    view.viewport().repaint()
    return _median(view.viewport().repaint)


def _drag(view: BoardView) -> tuple[float, float]:
    """Give the middle one and the longest but one of the steps of a drag, with their painting."""
    piece = view.board.piece("00012")
    assert piece is not None
    start = view.mapFromScene(piece.box.center())
    _mouse(view, QEvent.Type.MouseButtonPress, start)
    took = []
    for step in range(1, STEPS + 1):
        began = time.thread_time()
        _mouse(view, QEvent.Type.MouseMove, start + QPoint(step * 5, step * 3))
        QApplication.processEvents()
        took.append(1000 * (time.thread_time() - began))
    _mouse(view, QEvent.Type.MouseButtonRelease, start)
    took.sort()
    return took[STEPS // 2], took[-2]


def _mouse(view: BoardView, kind: QEvent.Type, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place, above = QPointF(at), QPointF(view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, place, above, left, left, none))


def _median(act: Callable[[], object]) -> float:
    took = []
    for _time in range(TIMES):
        began = time.thread_time()
        act()
        took.append(1000 * (time.thread_time() - began))
    return sorted(took)[TIMES // 2]


def _memory_of(photos: int) -> float:
    """Give the megabytes of a process that has a board with so many photos open."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_board", str(photos)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(said.stdout)


def _say_memory(photos: int) -> None:
    """Look at every photo from afar and from near, then say the memory."""
    _dress()
    pictures = {f"photo-{n}": _preview(n) for n in range(photos)}
    items = [
        Item(f"p{n}", "picture", "", 20 + 100 * n, 60, 96, 72, 1000 + n, picture=f"photo-{n}")
        for n in range(photos)
    ]
    view = BoardView()
    view.resize(WINDOW)
    view.show()
    view.show_board(_contents(20, *items), pictures)
    for item in items:
        for scale in (0.5, 2.0, 8.0):
            view.zoom.to(scale)
            view.centerOn(QRectF(item.x, item.top, item.width, item.height).center())
            _wait(0.15)
    view.fit_whole()
    _wait(0.2)
    _say(f"{_megabytes():.1f}")


def _preview(number: int) -> Picture:
    """Give a photo of 12 megapixels as the board keeps it: a JPEG of 2,048 pixels."""
    photo = QImage(QSize(4000, 3000), QImage.Format.Format_RGB32)
    with QPainter(photo) as painter:
        for strip in range(400):
            colour = QColor((strip * 7 + number * 40) % 256, strip * 13 % 256, strip * 29 % 256)
            painter.fillRect(strip * 10, 0, 10, 3000, colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    photo.save(buffer, "JPEG", 85)  # type: ignore[call-overload] # its stub knows bytes only
    buffer.seek(0)
    reader = QImageReader(buffer)
    reader.setScaledSize(QSize(2048, 1536))
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.ReadWrite)
    reader.read().save(kept, "JPEG", 85)  # type: ignore[call-overload] # its stub knows bytes only
    return Picture(f"photo-{number}", "jpeg", 2048, 1536, bytes(kept.data().data()))


def _wait(seconds: float) -> None:
    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends:
        QApplication.processEvents()
        time.sleep(0.005)


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
