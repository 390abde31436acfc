"""A window on a real X server that says, when it is told to, what it recorded and what it shows.

Run by `test_scanner_on_x.py` as a program of its own, because Qt has one platform in a process.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from bootcamp_app.bootstrap import build
from bootcamp_app.core.settings import Settings
from bootcamp_app.ui.choices import Choices
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.people.people_page import PeoplePage
from bootcamp_app.ui.people.person_page import PersonView
from bootcamp_app.ui.program import Program
from bootcamp_app.ui.start import application
from tests import desk as room
from tests.clock import FakeClock
from tests.ui.sample import HEADERS, PEOPLE

_NAME = "CHAN Sreyneang"


def main(folder: Path) -> None:
    """Fill a workspace, show somebody's page with the keys in a name, tell all when it is left."""
    place = str(folder / "day.bootcamp")
    clock = FakeClock()
    app = build(place, clock, "Sokha")
    day = room.Desk(app, clock)
    day.import_rows([HEADERS, *PEOPLE])
    codes = [day.guest(day.person(name)).badge for name in ("SOK Vibol", "LY Mary")]
    app.database.close()
    qt = application()
    choices = Choices(Settings(theme="light", text_percent=90))
    choices.apply()
    program = Program(choices, Memory(), place, clock)
    window = program.show_window()
    program.begin()
    fields: list[QLineEdit] = []

    def show() -> None:
        desk = program.workspaces.desk
        if desk is None or desk.tasks.is_busy or desk.bootcamp is None:
            QTimer.singleShot(100, show)
            return
        window.go("people")
        page = window.page("people")
        assert isinstance(page, PeoplePage)
        page.show_person(desk.app.people.find(desk.bootcamp, _NAME))
        QTimer.singleShot(1000, ready)

    def ready() -> None:
        page = window.page("people")
        assert isinstance(page, PeoplePage)
        view = page.beside
        assert isinstance(view, PersonView)
        field = view.form.field("name_en")
        assert isinstance(field, QLineEdit)
        fields.append(field)
        window.activateWindow()
        field.setFocus()
        field.setCursorPosition(4)
        _tell({"window": int(window.winId()), "codes": codes})

    def report() -> None:
        desk = program.workspaces.desk
        is_wanted = (folder / "done").exists()
        if not is_wanted or desk is None or desk.bootcamp is None or desk.tasks.is_busy:
            return
        morning = desk.app.bootcamps.sessions(desk.bootcamp)[0]
        kept = desk.app.attendance.recent(morning, 1000)
        _tell(
            {
                "results": [one.result for one in reversed(kept)],
                "field": fields[0].text(),
                "kept": sorted(one.name_en for one in desk.app.people.list(desk.bootcamp)),
                "toast": window.toast.plain,
            }
        )
        qt.quit()

    QTimer.singleShot(0, show)
    timer = QTimer(interval=200)
    timer.timeout.connect(report)
    timer.start()
    qt.exec()
    program.close()


def _tell(what: object) -> None:
    print(json.dumps(what), flush=True)  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(Path(sys.argv[1]))
