"""Extensions are found, and a build without them does not run on."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.catalogue import EmptyCatalogueError, documents, entries
from bootcamp_app.core.resources import resource_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType


@pytest.fixture
def package(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[ModuleType]:
    """A package of extensions without a single one yet."""
    name = f"extensions_{abs(hash(request.node.name))}"
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").write_text("", "utf-8")
    sys.path.insert(0, str(tmp_path))
    yield import_module(name)
    sys.path.remove(str(tmp_path))


def add(package: ModuleType, name: str, text: str) -> None:
    folder = package.__path__[0]
    with open(f"{folder}/{name}.py", "w", encoding="utf-8") as file:  # noqa: PTH123 - a str
        file.write(text)


def test_every_module_of_a_package_gives_its_entry_by_name(package: ModuleType) -> None:
    add(package, "csv_like", "ENTRY = 'csv'")
    add(package, "json_like", "ENTRY = 'json'")

    assert entries(package) == {"csv_like": "csv", "json_like": "json"}


def test_a_package_without_extensions_is_refused(package: ModuleType) -> None:
    with pytest.raises(EmptyCatalogueError, match=package.__name__):
        entries(package)


def test_a_module_without_an_entry_is_a_mistake_of_the_program(package: ModuleType) -> None:
    add(package, "half", "")

    with pytest.raises(AttributeError, match="ENTRY"):
        entries(package)


def test_documents_come_by_the_names_of_their_files() -> None:
    found = documents("canvases")

    files = resource_folder("canvases").glob("*.json")
    assert sorted(found) == sorted(path.stem for path in files)


def test_a_kind_of_resource_that_is_not_in_the_build_is_refused() -> None:
    with pytest.raises(FileNotFoundError, match="resources/pictures_of_cats"):
        documents("pictures_of_cats")


def test_a_folder_without_documents_is_refused() -> None:
    with pytest.raises(EmptyCatalogueError, match="locale"):
        documents("locale")
