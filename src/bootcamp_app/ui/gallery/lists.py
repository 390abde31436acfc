"""Tables, charts and pages of paper, with invented people."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.people.views import SEXES, WORDS
from bootcamp_app.ui.gallery.part import Part
from bootcamp_app.ui.kit.bar_chart import Bar, BarChart
from bootcamp_app.ui.kit.bar_chart import Part as PartOfBar
from bootcamp_app.ui.kit.bar_key import BarKey
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.chart import ArrivalChart, ShareBar
from bootcamp_app.ui.kit.table import Table, TableColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_STATES = {
    N_("present"): "good",
    N_("late"): "warning",
    N_("withdrawn"): "bad",
    N_("excused"): "info",
    N_("not here yet"): "",
}
_NAMES = (
    ("ចាន់ ស្រីនាង", "CHAN Sreyneang"),
    ("សុខ វិបុល", "SOK Vibol"),
    ("ហេង សុភា", "HENG Sophea"),
    ("នួន ធារី", "NUON Theary"),
    ("យឹម សុវណ្ណារិទ្ធ", "YIM Sovannarith"),
)
_HEIGHT = 270
_EIGHT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
_MINUTES = (-28, -22, -20, -15, -12, -11, -10, -9, -7, -6, -5, -4, -4, -3, -2, -1, 3, 9, 14, 21)


def _table() -> QWidget:
    table = Table(
        N_("People"),
        [
            TableColumn("km", N_("Name in Khmer"), lambda one: one.km, 130, is_bold=True),
            TableColumn("en", N_("Name"), lambda one: one.en, 140),
            TableColumn(
                "state", N_("Attendance"), lambda one: _(one.state), 155, lambda one: one.meaning
            ),
        ],
    )
    table.show_rows(
        [
            SimpleNamespace(id=en, km=km, en=en, state=state, meaning=meaning)
            for (km, en), (state, meaning) in zip(_NAMES, _STATES.items(), strict=True)
        ]
    )
    table.selectRow(0)
    table.setMinimumHeight(_HEIGHT)
    card = Card("", table)
    card.body.setContentsMargins(1, 1, 1, 1)
    return card


def _arrivals() -> QWidget:
    chart = ArrivalChart(N_("Arrivals"))
    times = [_EIGHT + timedelta(minutes=minutes) for minutes in _MINUTES]
    chart.show_arrivals(times, _EIGHT, 24)
    return Card(N_("Arrivals"), chart)


def _shares() -> QWidget:
    sex, province = ShareBar(N_("Sex")), ShareBar(N_("Province"))
    sex.show_parts([(N_("women"), 26), (N_("men"), 25)])
    province.show_parts([(lambda: "កំពត", 38), (lambda: "កែប", 9), (lambda: "តាកែវ", 4)])
    return Card(N_("Who is in the room"), sex, province)


def _by_sex(numbers: Sequence[int]) -> tuple[PartOfBar, ...]:
    sexes = zip(SEXES, numbers, strict=False)
    return tuple(PartOfBar(sex, WORDS[sex], number) for sex, number in sexes)


def _bars() -> QWidget:
    chart = BarChart(N_("Sector"))
    groups = (("government", 34, (18, 16)), ("civil_society", 21, (12, 9)), ("other", None, ()),
              ("not_stated", 0, ()))  # fmt: skip
    chart.show_bars(
        [Bar(group, WORDS[group], number, "<5", _by_sex(parts)) for group, number, parts in groups]
    )
    return Card(N_("Sector"), BarKey([WORDS[sex] for sex in SEXES[:2]]), chart)


def _paper() -> QWidget:
    from bootcamp_app.printing.paper import A5, Paper, TextStyle  # noqa: PLC0415 - heavy
    from bootcamp_app.ui.kit.pdf_preview import PdfPreview  # noqa: PLC0415 - QtPdf is heavy

    preview = PdfPreview()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "pages.pdf"
        with Paper(place, title="Bootcamp Desk", size=A5, made_at=_EIGHT) as paper:
            for khmer, latin in _NAMES[:2]:
                paper.page()
                paper.text(74, 90, khmer, TextStyle(30), align="center")
                paper.text(74, 110, latin, TextStyle(18), align="center")
        preview.show_file(place)
    return preview


LISTS = (
    Part("table", N_("Table"), _table, 310),
    Part("arrivals", N_("Chart of arrivals"), _arrivals, 320),
    Part("shares", N_("Bars of parts"), _shares, 190),
    Part("bars", N_("Bars in parts"), _bars, 300),
    Part("paper", N_("Preview of paper"), _paper, 480),
)
