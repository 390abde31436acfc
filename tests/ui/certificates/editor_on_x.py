"""The editor on a real X server: says where its parts lie, and later where they are kept.

Run by `test_editor_on_x.py` as a program of its own, because Qt has one platform in a process.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from bootcamp_app.bootstrap import build
from bootcamp_app.core.settings import Settings
from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
from bootcamp_app.ui.choices import Choices
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.program import Program
from bootcamp_app.ui.start import application
from tests import desk as room
from tests.clock import FakeClock
from tests.ui.sample import HEADERS, PEOPLE

if TYPE_CHECKING:
    from bootcamp_app.ui.certificates.editor.editor_view import EditorView

KEYS = 1.5
"""Millimetres up after which the keys are known to have come; a drag may rest on a line near by."""


def main(folder: Path) -> None:
    """Fill a workspace, open the editor with a part chosen, tell all once the keys moved it."""
    place = str(folder / "day.bootcamp")
    clock = FakeClock()
    app = build(place, clock, "Sokha")
    day = room.Desk(app, clock)
    day.import_rows([HEADERS, *PEOPLE])
    app.database.close()
    qt = application()
    choices = Choices(Settings(theme="light"))
    choices.apply()
    program = Program(choices, Memory(), place, clock)
    window = program.show_window()
    program.begin()
    views: list[EditorView] = []
    begun: list[dict[str, float]] = []

    def show() -> None:
        desk = program.workspaces.desk
        if desk is None or desk.tasks.is_busy or desk.bootcamp is None:
            QTimer.singleShot(100, show)
            return
        window.go("certificates.layout")
        page = window.page("certificates")
        assert isinstance(page, CertificatesPage)
        assert page.editor.view is not None
        views.append(page.editor.view)
        ready()

    def ready() -> None:
        view = views[0]
        if not view.is_current:
            QTimer.singleShot(100, ready)
            return
        part = _code(view)
        begun.append(part)
        canvas = view.area.canvas
        at = canvas.mapToGlobal(canvas.place_of(part["x"] + 8, part["top"] + 8).toPoint())
        _tell(
            {
                "window": int(window.winId()),
                "at": [at.x(), at.y()],
                "scale": canvas.scale,
                "part": part,
            }
        )

    def report() -> None:
        desk = program.workspaces.desk
        if not begun or desk is None or desk.bootcamp is None or desk.tasks.is_busy:
            return
        document = desk.app.working_layouts.of(desk.bootcamp).document
        part = next(one for one in document["parts"] if one["kind"] == "verify")
        # The drag was level: who moved it up by two millimetres are the keys, and they came last.
        if part["top"] <= begun[0]["top"] - KEYS and part["x"] != begun[0]["x"]:
            _tell({"part": part})
            qt.quit()

    QTimer.singleShot(0, show)
    timer = QTimer(interval=200)
    timer.timeout.connect(report)
    timer.start()
    qt.exec()
    program.close()


def _code(view: EditorView) -> dict[str, float]:
    return dict(next(one for one in view.draft.document["parts"] if one["kind"] == "verify"))


def _tell(what: object) -> None:
    print(json.dumps(what), flush=True)  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(Path(sys.argv[1]))
