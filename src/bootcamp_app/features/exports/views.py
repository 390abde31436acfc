"""Kinds of files that reports are written as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.features.reports.views import Report


@dataclass(frozen=True)
class ExportFormat:
    """A kind of file; `write` fills a path with a report and gives the number of rows."""

    id: str
    title: str
    suffix: str
    write: Callable[[Report, Path], int]
    has_first_only: bool = False
    """Whether it holds the first sheet and no more."""
