"""What is shown is what was asked for last, also while the one before is still being painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPdfWidgets import QPdfView

from bootcamp_app.features.canvases.blank import print_blank
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.ui.kit.pdf_preview import PdfPreview

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

PAUSES = (0, 2, 4, 6, 8, 10, 15, 20)
PAINTED = 300


def picture(preview: PdfPreview) -> QImage:
    views = preview.findChildren(QPdfView)
    assert len(views) == 1
    return views[0].grab().toImage()


def test_a_page_that_is_still_being_painted_is_never_shown_as_the_next_ones(
    qtbot: QtBot, tmp_path: Path
) -> None:
    files = [tmp_path / "first.pdf", tmp_path / "second.pdf"]
    for template, file in zip(templates().values(), files, strict=False):
        print_blank(template, "A4", file)
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    preview.show()
    preview.show_file(files[1])
    qtbot.wait(PAINTED)
    wanted = picture(preview)

    shown = []
    for pause in PAUSES:
        preview.show_file(files[0])
        qtbot.wait(pause)
        preview.show_file(files[1])
        qtbot.wait(PAINTED)
        shown.append(picture(preview) == wanted)

    assert shown == [True] * len(PAUSES)
