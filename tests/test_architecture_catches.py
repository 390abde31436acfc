"""The checks of the architecture catch what they are for: violations planted in a small house."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.source_tree import Tree
from tests.test_architecture import CHECKS

if TYPE_CHECKING:
    from pathlib import Path

LONG_FUNCTION = "def tell():\n" + "    say()\n" * 60
LONG_CLASS = "class Story:\n" + "    chapter = 1\n" * 300
GOOD_HOUSE = {
    "__init__.py": '"""A small house."""\n',
    "__main__.py": "from bootcamp_app.cli import main\nfrom bootcamp_app.ui import start\n",
    "bootstrap.py": "from bootcamp_app.features.badges.service import Badges\n",
    "core/__init__.py": '"""The ground."""\n',
    "core/i18n.py": "import json\nimport babel\n",
    "storage/base.py": "import sqlalchemy\nfrom bootcamp_app.core import i18n\n",
    "storage/migrations/__init__.py": '"""Steps."""\nHEAD = "0001"\n',
    "reading/codes.py": "import threading\nimport zxingcpp\nONE = threading.Lock()\n",
    "printing/paper.py": "import reportlab.pdfgen\n",
    "features/people/tables.py": "import sqlalchemy\nclass PersonRow: ...\n",
    "features/people/views.py": "from dataclasses import dataclass\nclass Session: ...\n",
    "features/badges/tables.py": "class BadgeRow: ...\n",
    "features/badges/service.py": """
import sqlalchemy
from sqlalchemy.orm import Session as Work
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.features.people.views import Session
from bootcamp_app.storage import base

class Badges:
    def sessions(self) -> list[Session]: ...
    def _rows(self, work: Work) -> list[BadgeRow]:
        return [BadgeRow(), PersonRow.__name__]
""",
    "cli/main.py": "import click\nfrom bootcamp_app import bootstrap\n",
    "ui/start.py": "import PySide6.QtCore\nfrom bootcamp_app import bootstrap\n",
    "ui/tasks.py": "import threading\nthreading.Thread()\n",
}


class Planted(NamedTuple):
    """A file that breaks the plan, the check that must see it, and what it must say."""

    check: str
    place: str
    text: str
    found: str


PLANTED = [
    Planted(
        "every_file_lies_on_a_floor_and_in_a_room",
        "cellar/wine.py",
        "",
        "cellar/wine.py is on no floor or in no room of the plan",
    ),
    Planted(
        "every_file_lies_on_a_floor_and_in_a_room",
        "features/kitchen/service.py",
        "",
        "features/kitchen/service.py is on no floor or in no room of the plan",
    ),
    Planted(
        "floors_import_only_what_lies_below",
        "core/logs.py",
        "from bootcamp_app.storage.base import Base\n",
        "core/logs.py:1 imports bootcamp_app.storage.base",
    ),
    Planted(
        "floors_import_only_what_lies_below",
        "printing/qr.py",
        "def draw():\n    from bootcamp_app.reading import codes\n",
        "printing/qr.py:2 imports bootcamp_app.reading.codes",
    ),
    Planted(
        "floors_import_only_what_lies_below",
        "cli/people.py",
        "import bootcamp_app.ui.start\n",
        "cli/people.py:1 imports bootcamp_app.ui.start",
    ),
    Planted(
        "floors_import_only_what_lies_below",
        "ui/people.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import bootcamp_app.cli.main\n",
        "ui/people.py:3 imports bootcamp_app.cli.main",
    ),
    Planted(
        "rooms_look_back_and_never_ahead",
        "features/people/service.py",
        "from bootcamp_app.features.badges.tables import BadgeRow\n",
        "features/people/service.py:1 imports bootcamp_app.features.badges.tables",
    ),
    Planted(
        "rooms_see_only_what_earlier_rooms_show",
        "features/people/importing.py",
        "",
        "features/badges/sheets.py:1 imports bootcamp_app.features.people.importing",
    ),
    Planted(
        "rooms_write_only_their_own_tables",
        "features/badges/walk_in.py",
        "from bootcamp_app.features.people.tables import PersonRow as Row\n"
        "from bootcamp_app.features.people.tables import PersonRow\n"
        "PersonRow()\n",
        "features/badges/walk_in.py:3 makes a row of people",
    ),
    Planted(
        "packages_are_imported_only_where_they_are_wrapped",
        "core/khmer.py",
        "import sqlalchemy\n",
        "core/khmer.py:1 imports sqlalchemy",
    ),
    Planted(
        "packages_are_imported_only_where_they_are_wrapped",
        "features/people/rules.py",
        "from sqlalchemy import select\n",
        "features/people/rules.py:1 imports sqlalchemy",
    ),
    Planted(
        "packages_are_imported_only_where_they_are_wrapped",
        "features/people/sheets.py",
        "import xlsxwriter\n",
        "features/people/sheets.py:1 imports xlsxwriter",
    ),
    Planted(
        "qt_is_imported_only_by_the_window",
        "features/people/page.py",
        "def show():\n    from PySide6.QtWidgets import QWidget\n",
        "features/people/page.py:2 imports PySide6",
    ),
    Planted(
        "threads_are_started_only_by_the_windows_tasks",
        "storage/idle.py",
        "import threading\nthreading.Timer(2, print)\n",
        "storage/idle.py:2 uses threading.Timer",
    ),
    Planted(
        "threads_are_started_only_by_the_windows_tasks",
        "storage/idle.py",
        "from threading import Thread\n",
        "storage/idle.py:1 uses threading.Thread",
    ),
    Planted(
        "threads_are_started_only_by_the_windows_tasks",
        "ui/people.py",
        "from concurrent.futures import ThreadPoolExecutor\n",
        "ui/people.py:1 imports concurrent",
    ),
    Planted(
        "threads_are_started_only_by_the_windows_tasks",
        "ui/people.py",
        "from PySide6.QtCore import QThreadPool\n",
        "ui/people.py:1 uses QThreadPool",
    ),
    Planted(
        "no_second_sqlite_is_in_the_process",
        "storage/repair.py",
        "import sqlite3\n",
        "storage/repair.py:1 imports sqlite3",
    ),
    Planted(
        "imports_go_in_no_circle",
        "storage/work.py",
        "from bootcamp_app.storage import again\n",
        "bootcamp_app.storage.again and bootcamp_app.storage.work import each other",
    ),
    Planted(
        "names_say_what_a_file_is_for",
        "core/text_utils.py",
        "",
        "core/text_utils.py has a name that says nothing",
    ),
    Planted(
        "package_files_hold_a_docstring_only",
        "ui/__init__.py",
        '"""The window."""\nfrom bootcamp_app.ui import start\n',
        "ui/__init__.py holds more or less than a docstring",
    ),
    Planted(
        "files_functions_and_classes_can_be_seen_whole",
        "core/story.py",
        LONG_FUNCTION,
        "core/story.py:1 tell has 61 lines",
    ),
    Planted(
        "files_functions_and_classes_can_be_seen_whole",
        "core/story.py",
        LONG_CLASS,
        "core/story.py:1 Story has 301 lines",
    ),
    Planted(
        "files_functions_and_classes_can_be_seen_whole",
        "core/story.py",
        "x = 1\n" * 401,
        "core/story.py has 401 lines",
    ),
    Planted(
        "no_session_and_no_row_leaves_a_room",
        "features/people/service.py",
        "from bootcamp_app.features.people.tables import PersonRow\n"
        "class People:\n    def everybody(self) -> 'list[PersonRow]': ...\n",
        "features/people/service.py:3 everybody gives PersonRow",
    ),
    Planted(
        "no_session_and_no_row_leaves_a_room",
        "features/people/service.py",
        "from sqlalchemy.orm import Session\n"
        "class People:\n    def look(self) -> Session | None: ...\n",
        "features/people/service.py:3 look gives Session",
    ),
]
# What a violation needs beside it.
BESIDE = {
    "features/people/importing.py": {
        "features/badges/sheets.py": "from bootcamp_app.features.people.importing import read\n"
    },
    "storage/work.py": {"storage/again.py": "import bootcamp_app.storage.work\n"},
}


def test_a_house_built_as_planned_passes_every_check(tmp_path: Path) -> None:
    tree = _build(tmp_path, GOOD_HOUSE)

    assert [check(tree) for check in CHECKS] == [[]] * len(CHECKS)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.found)
def test_a_planted_violation_is_named(planted: Planted, tmp_path: Path) -> None:
    check = {check.__name__: check for check in CHECKS}[planted.check]
    files = {**GOOD_HOUSE, **BESIDE.get(planted.place, {}), planted.place: planted.text}

    assert check(_build(tmp_path, files)) == [planted.found]


def test_every_check_has_been_seen_to_catch_something() -> None:
    assert {planted.check for planted in PLANTED} == {check.__name__ for check in CHECKS}


def test_a_circle_for_types_only_is_none(tmp_path: Path) -> None:
    for_types = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    "
    files = {
        "core/one.py": "from bootcamp_app.core import other\n",
        "core/other.py": for_types + "from bootcamp_app.core import one\n",
    }

    assert _build(tmp_path, files).circles() == []


def _build(folder: Path, files: dict[str, str]) -> Tree:
    package = folder / "bootcamp_app"
    for place, text in files.items():
        path = package / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Tree(package)
