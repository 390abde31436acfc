"""Makes docs/pictures of every page: both languages, light and dark, from the sample bootcamp.

Run it in the project's own environment: `.venv/bin/python packaging/pictures.py`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import fields
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtTest import QTest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.settings import Settings
from bootcamp_app.features.demo.service import Demo, Services
from bootcamp_app.ui.choices import Choices
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.pages import PAGES
from bootcamp_app.ui.program import Program
from bootcamp_app.ui.start import application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (1366, 768)
PEOPLE = 62
FILE = "kampot.bootcamp"


class Morning:
    """A clock that stands at ten past nine of a morning in Phnom Penh."""

    def now(self) -> datetime:
        """Give that moment."""
        return datetime(2026, 12, 3, 2, 10, tzinfo=UTC)


def main() -> None:
    """Live through a bootcamp, then photograph it."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = str(Path(folder) / name.lower())
        _live()
        application()
        choices = Choices(Settings(operator="Sokha"))
        choices.apply()
        _photograph_welcome(choices)
        _photograph_pages(choices)


def _live() -> None:
    app = build(FILE, Morning(), "Sokha")
    rooms = Services(**{field.name: getattr(app, field.name) for field in fields(Services)})
    Demo(rooms, Path(), PEOPLE).run(lambda _done, _of: None)
    app.database.close()


def _photograph_welcome(choices: Choices) -> None:
    program = Program(choices, Memory(), "", Morning())
    window = program.show_window()
    window.resize(*SIZE)
    program.begin()
    choices.change(is_set_up=True)
    for language, theme in product(("en", "km"), ("light", "dark")):
        choices.change(language=language, theme=theme)
        window.hide()
        window.show()
        _keep(program, window, f"welcome-{theme}-{language}")
    window.close()
    program.close()


def _photograph_pages(choices: Choices) -> None:
    program = Program(choices, Memory(), FILE, Morning())
    window = program.show_window()
    window.resize(*SIZE)
    program.begin()
    while program.workspaces.desk is None:
        QTest.qWait(20)
    for language, theme in product(("en", "km"), ("light", "dark")):
        choices.change(language=language, theme=theme, khmer_digits=language == "km")
        for entry in PAGES:
            window.go(entry.id)
            _settle(program)
            _ready(program, window.page(entry.id), entry.id)
            _keep(program, window, f"{entry.id}-{theme}-{language}")
    window.close()
    program.close()


def _ready(program: Program, page: Any, page_id: str) -> None:  # noqa: ANN401 - each has parts of its own
    """Bring a page into the middle of its work."""
    desk = program.workspaces.desk
    if page_id == "attendance" and desk is not None and desk.bootcamp is not None:
        people = desk.app.people.list(desk.bootcamp)
        ids = [one.participation_id for one in people]
        there = desk.app.attendance.presences([page.session], ids)
        person = next(one for one in people if (page.session.id, one.participation_id) not in there)
        page.door.entry.entered.emit(desk.app.badges.of([person])[0].code)
    if page_id == "certificates":
        page.table.setCurrentIndex(page.table.model().index(1, 0))
    if page_id == "settings":
        for label in page.findChildren(Label):
            if label.plain.endswith(FILE):
                label.show_data(f"/home/sokha/Documents/{FILE}")


def _settle(program: Program) -> None:
    for _ in range(4):
        QTest.qWait(120)
        while program.workspaces.tasks.is_busy:
            QTest.qWait(10)


def _keep(program: Program, window: QWidget, name: str) -> None:
    _settle(program)
    file = PICTURES / f"{name}.png"
    window.grab().save(str(file))
    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(128)
    small.save(file, optimize=True)
    sys.stdout.write(f"{file.name}\n")


if __name__ == "__main__":
    main()
