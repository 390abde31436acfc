"""Finding extensions: one file, one entry, and never an empty catalogue in silence."""

from __future__ import annotations

import json
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.resources import resource_folder

if TYPE_CHECKING:
    from types import ModuleType


class EmptyCatalogueError(RuntimeError):
    """This build lacks parts that it was made with; it must not run on."""


def entries(package: ModuleType) -> dict[str, Any]:
    """Give the ENTRY of every module in a package, by module name."""
    found = {
        module.name: import_module(f"{package.__name__}.{module.name}").ENTRY
        for module in iter_modules(package.__path__)
    }
    return _not_empty(found, package.__name__)


def documents(kind: str) -> dict[str, dict[str, Any]]:
    """Give every JSON document of one kind of resource, by its id (the file's name)."""
    found = {
        path.stem: json.loads(path.read_text("utf-8"))
        for path in sorted(resource_folder(kind).glob("*.json"))
    }
    return _not_empty(found, kind)


def _not_empty(found: dict[str, Any], kind: str) -> dict[str, Any]:
    if not found:
        raise EmptyCatalogueError(f"no {kind} found in this build")
    return found
