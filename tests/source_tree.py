"""A tree of Python modules as a test sees it: files, what they import, what they define."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Import:
    """One import statement's target, as far as it is a module."""

    target: str
    line: int
    is_for_types_only: bool


class Module:
    """One file of the tree; its place is its path from the package, with slashes."""

    def __init__(self, path: Path, package: Path) -> None:
        self.place = path.relative_to(package).as_posix()
        self.text = path.read_text("utf-8")
        self.syntax = ast.parse(self.text)
        self._imports: dict[frozenset[str], list[Import]] = {}
        parts = (package.name, *path.relative_to(package).with_suffix("").parts)
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def floor(self) -> str:
        """The first folder, or the file's own name where it lies in none."""
        return self.place.split("/")[0].removesuffix(".py")

    @property
    def room(self) -> str | None:
        """The room, for a module of the features."""
        parts = self.place.split("/")
        return parts[1] if parts[0] == "features" and len(parts) > 2 else None

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.place.split("/")[-1].removesuffix(".py")

    @cached_property
    def definitions(self) -> list[Definition]:
        """Every function and class, also inside of others."""
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        return [node for node in ast.walk(self.syntax) if isinstance(node, kinds)]

    def imports(self, known: frozenset[str]) -> Sequence[Import]:
        """Give what is imported anywhere in the file; `known` are the modules of the tree."""
        if known not in self._imports:
            self._imports[known] = list(self._imported(known))
        return self._imports[known]

    def _imported(self, known: frozenset[str]) -> Iterator[Import]:
        typing = {
            id(node)
            for block in ast.walk(self.syntax)
            if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test)
            for node in ast.walk(block)
        }
        for node in ast.walk(self.syntax):
            for target in _targets(node, known):
                yield Import(target, node.lineno, id(node) in typing)  # type: ignore[attr-defined]


class Tree:
    """All modules of a package."""

    def __init__(self, package: Path) -> None:
        self.package = package.name
        self.modules = [Module(path, package) for path in sorted(package.rglob("*.py"))]
        self.by_name = {module.name: module for module in self.modules}
        self._known = frozenset(self.by_name)

    def inside(self, module: Module) -> Iterator[tuple[Import, Module]]:
        """Give the modules of the tree that a module imports."""
        for one in module.imports(self._known):
            if one.target in self.by_name:
                yield one, self.by_name[one.target]

    def outside(self, module: Module) -> Iterator[tuple[Import, str]]:
        """Give the packages from elsewhere that a module imports, by their first name."""
        for one in module.imports(self._known):
            package = one.target.split(".")[0]
            if package != self.package:
                yield one, package

    def circles(self) -> list[list[str]]:
        """Give the groups of modules that import each other while the program runs."""
        graph = {
            module.name: {
                other.name
                for one, other in self.inside(module)
                if not one.is_for_types_only and other is not module
            }
            for module in self.modules
        }
        reached = {name: _reachable(graph, name) for name in graph}
        circles = {
            tuple(sorted(other for other in reached[name] if name in reached[other]))
            for name in graph
            if name in reached[name]
        }
        return [list(circle) for circle in sorted(circles)]


def _targets(node: ast.AST, known: frozenset[str]) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    module = "." * node.level + (node.module or "")
    full = [f"{module}.{alias.name}" for alias in node.names]
    return list(dict.fromkeys(name if name in known else module for name in full))


def _reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(graph[name])
    return found
