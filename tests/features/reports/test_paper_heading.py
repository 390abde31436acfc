"""What stands above lists on paper: whole, however long a title or a venue is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.bootcamps.views import Bootcamp
from bootcamp_app.features.reports.paper_heading import PaperHeading, told_of
from bootcamp_app.printing.paper import A4, Paper
from bootcamp_app.reading.pages import text_of
from tests.clock import START

if TYPE_CHECKING:
    from pathlib import Path

KHMER = (
    "វគ្គបណ្ដុះបណ្ដាលស្ដីពីការធ្វើផែនការដោយមានការចូលរួម គណនេយ្យភាពសង្គម និងសេវាឌីជីថលសម្រាប់រដ្ឋបាលថ្នាក់ក្រោមជាតិ "
    "និងអង្គការសង្គមស៊ីវិលនៅភូមិភាគឦសាន"
)
ENGLISH = (
    "Bootcamp on Participatory Planning, Social Accountability and Digital Services for "
    "Sub-national Administrations and Civil Society in the Northeast"
)
HALL = "សាលប្រជុំសាលាខេត្តរតនគិរី អគារ ខ ជាន់ទី២"


def bootcamp(khmer: str, english: str, venue: str) -> Bootcamp:
    day = date(2026, 12, 1)
    return Bootcamp("b", "RTK", english, khmer, venue, "16", "Asia/Phnom_Penh", day, day, 80, ())


def heading(of: Bootcamp, columns: int, width: float) -> PaperHeading:
    return PaperHeading(10, width, "Phone list", told_of(of, None), (of.title_km, ""), columns)


def drawn(made: PaperHeading, target: Path) -> str:
    with Paper(target, title="list", size=A4.landscape, made_at=START) as paper:
        paper.page()
        made.draw(paper, [])
    return "".join(text_of(target)[0].split())


@pytest.mark.parametrize(("columns", "width"), [(2, 190.0), (3, 277.0), (4, 277.0)])
def test_a_long_title_stands_whole(columns: int, width: float, tmp_path: Path) -> None:
    text = drawn(heading(bootcamp(KHMER, ENGLISH, HALL), columns, width), tmp_path / "list.pdf")

    assert "…" not in text
    for whole in (KHMER, ENGLISH, HALL):
        assert "".join(whole.split()) in text


def test_what_is_too_long_for_two_cells_makes_its_row_higher() -> None:
    short = heading(bootcamp("វគ្គ", "Camp", HALL), 3, 150)
    long = heading(bootcamp(KHMER, ENGLISH, HALL), 3, 150)

    assert long.height > short.height + 10


@pytest.mark.parametrize(
    ("venue", "khmer", "english"),
    [
        (HALL, f"{HALL}, រតនគិរី", "Ratanak Kiri"),
        (f"{HALL} / Provincial Hall", f"{HALL}, រតនគិរី", "Provincial Hall, Ratanak Kiri"),
        ("Provincial Hall", "Provincial Hall, រតនគិរី", "Provincial Hall, Ratanak Kiri"),
    ],
)
def test_the_venue_is_not_said_in_khmer_twice(venue: str, khmer: str, english: str) -> None:
    assert told_of(bootcamp("វគ្គ", "Camp", venue), None)[-1].texts == (khmer, english)
