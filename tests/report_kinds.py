"""Kinds of reports that no program has: one that asks for everything, one that takes for ever."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.views import Column, Fact, Option, Report, Sheet
from bootcamp_app.printing.paper import A4, Paper, TextStyle

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress

asked: list[Choice] = []
"""For what the kinds were made, the last one last."""
ROWS = 60


def _tables(sources: Sources, choice: Choice, progress: Progress) -> Report:
    del sources
    asked.append(choice)
    progress(0, 1)
    columns = (Column("name", "Name", is_personal=True), Column("how", "How", kind="state"),
               Column("share", "Share", kind="percent"), Column("day", "Day"))  # fmt: skip
    row = ("SOK Dara", "late", 0.5, date(2026, 3, 2))
    many = Sheet("Many", columns, iter([row] * ROWS), ROWS, "many")
    none = Sheet("Zero", columns[1:], iter([]), 0, "none")
    facts = (Fact("rule", "Rule", "all of it"),)
    return Report("everything", "Everything", (many, none), facts, notes=("Counted once.",))


def _paper(sources: Sources, choice: Choice, target: Path, progress: Progress) -> int:
    asked.append(choice)
    progress(0, 1)
    made_at = sources.clock.now()
    with Paper(target, title="Everything", size=A4.portrait, made_at=made_at) as paper:
        for text in ("first", "second"):
            paper.page()
            paper.text(20, 20, text, TextStyle(12))
        return paper.pages


def _for_ever(sources: Sources, choice: Choice, progress: Progress) -> Report:
    del sources, choice
    while True:
        progress(1, 2)
        time.sleep(0.002)


EVERYTHING = ReportKind(
    "everything",
    "Attendance",
    "All teams",
    place=1,
    scope="programme",
    tables=_tables,
    paper=_paper,
    options=(
        Option("order", "Order", (("name", "Name"), ("team", "Team"))),
        Option("signs", "Certificates", (("no", "No"), ("yes", "Yes"))),
    ),
    left_out="Leaves out names, birth dates, phones, e-mails, notes and badge codes. Figures stay.",
)
SITTINGS = ReportKind(
    "sittings", "Sessions", "Sessions", place=2, scope="sessions", tables=_tables, icon="list"
)
LONG = ReportKind("long", "People", "People", place=3, tables=_for_ever)
