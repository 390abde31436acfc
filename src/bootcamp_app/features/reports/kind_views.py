"""What a kind of report is: how it is called, for what it is made, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bootcamp_app.features.reports.sources import Sources
from bootcamp_app.features.reports.views import Choice, Option, Progress, Report

Made = Callable[[Sources, Choice, Progress], Report]
"""Makes the tables; rows may be read as they are written."""
Drawn = Callable[[Sources, Choice, Path, Progress], int]
"""Draws a PDF at a path and gives its pages; the caller takes care that it is whole or gone."""
Side = Literal["tables", "paper"]
"""The two ways in which a report is made."""
Scope = Literal["bootcamp", "sessions", "programme"]
"""One bootcamp; one bootcamp and some of its sessions; or any bootcamps, by programme and days."""


@dataclass(frozen=True)
class ReportKind:
    """Something that can be reported. Title and texts are messages of the catalogue.

    It is made as tables, for spreadsheets and programs, or drawn on paper, or both.
    """

    id: str
    title: str
    about: str
    """What is in it, a sentence."""
    place: int
    """Where it stands among the others; the smallest first."""
    scope: Scope = "bootcamp"
    tables: Made | None = None
    paper: Drawn | None = None
    options: tuple[Option, ...] = ()
    left_out: str = ""
    """What is left out without personal data, a sentence; empty where there is none in it."""
    icon: str = "spreadsheet"
    is_paper_first: bool = False
    """Whether most people want it on paper, to be signed or hung up."""
    always_names: tuple[Side, ...] = ()
    """What cannot be made of it without personal data."""
