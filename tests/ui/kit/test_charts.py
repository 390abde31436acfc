"""Charts and the big answer: what they show is said in words, too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.big_answer import BigAnswer
from bootcamp_app.ui.kit.chart import ArrivalChart, ShareBar
from bootcamp_app.ui.kit.chart_scale import ticks, times_between
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices

_EIGHT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
_TIMES = [_EIGHT + timedelta(minutes=minutes) for minutes in (-20, -5, 0, 10)]


def test_arrivals_are_said_in_words_in_the_language_in_use(qtbot: QtBot, choices: Choices) -> None:
    chart = ArrivalChart(N_("Arrivals"))
    qtbot.addWidget(chart)

    chart.show_arrivals(_TIMES, _EIGHT, 62)
    said = chart.accessibleDescription()
    choices.change(language="km", khmer_digits=True)

    assert said == "4 of 62 came between 07:40 and 08:10, 2 of them late."
    assert "៦២" in chart.accessibleDescription()
    assert chart.accessibleName() == str(Sentence("Arrivals"))


@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_arrivals_are_drawn_in_the_colours_of_the_theme(
    qtbot: QtBot, choices: Choices, theme_name: str
) -> None:
    choices.change(theme=theme_name)
    chart = ArrivalChart(N_("Arrivals"))
    qtbot.addWidget(chart)
    chart.resize(480, 240)
    chart.show_arrivals([], None, 62)
    empty = chart.grab().toImage()

    chart.show_arrivals(_TIMES, _EIGHT, 62)
    drawn = chart.grab().toImage()

    assert drawn != empty
    row = range(drawn.width())
    found = {drawn.pixelColor(x, y).name() for x in row for y in range(drawn.height())}
    assert theme.colour("accent").name() in found
    assert chart.accessibleDescription() != ""


def test_one_arrival_and_a_whole_day_can_be_drawn(qtbot: QtBot) -> None:
    chart = ArrivalChart(N_("Arrivals"))
    qtbot.addWidget(chart)
    for times in ([_EIGHT], [_EIGHT - timedelta(hours=7), _EIGHT + timedelta(hours=12)]):
        chart.show_arrivals(times, _EIGHT, 0)

        assert not chart.grab().isNull()


def test_parts_of_a_whole_are_said_with_their_numbers(qtbot: QtBot, choices: Choices) -> None:
    bar = ShareBar(N_("Sex"))
    qtbot.addWidget(bar)

    bar.show_parts([(N_("women"), 26), (N_("men"), 25), (lambda: "?", 0)])
    said = bar.plain
    choices.change(language="km", khmer_digits=True)

    assert said == "26 women · 25 men"
    assert bar.accessibleDescription() == bar.plain
    assert "២៦" in bar.plain


def test_the_lines_of_a_chart_are_round_numbers_that_hold_the_most() -> None:
    for most in (1, 3, 24, 62, 340, 100_000):
        found = ticks(most)

        assert found[0] == 0
        assert found[-1] >= most
        assert found[-2] < most
        assert len(found) <= 6


def test_the_times_of_a_chart_are_round_and_few() -> None:
    found = times_between(_EIGHT - timedelta(minutes=28), _EIGHT + timedelta(minutes=21), 5)

    assert [f"{at:%H:%M}" for at in found] == ["07:45", "08:00", "08:15"]


def test_an_answer_is_read_out_whole_and_turns(qtbot: QtBot, choices: Choices) -> None:
    answer = _answer(qtbot, "CHAN Sreyneang")
    said = answer.accessibleName()

    choices.change(language="km")

    assert said == "Not on the list. CHAN Sreyneang. Open People to add the person."
    assert "CHAN Sreyneang" in answer.accessibleName()
    assert "Not on the list" not in answer.accessibleName()


def test_a_long_name_gets_smaller_before_it_is_broken(qtbot: QtBot) -> None:
    short, long = _answer(qtbot, "LY Mary"), _answer(qtbot, "NUON Chanthearry Sovannarith")

    sizes = [_name_of(one).font().pixelSize() for one in (short, long)]

    assert sizes[0] == 52
    assert sizes[1] < 52
    metrics = QFontMetrics(_name_of(long).font())
    assert metrics.horizontalAdvance("NUON Chanthearry Sovannarith") <= _name_of(long).width()


def _answer(qtbot: QtBot, name: str) -> BigAnswer:
    answer = BigAnswer()
    qtbot.addWidget(answer)
    answer.resize(700, 400)
    detail = N_("Open People to add the person.")
    answer.show_answer("bad", "refuse", N_("Not on the list"), name, "", detail)
    answer.show()
    return answer


def _name_of(answer: BigAnswer) -> Label:
    labels = answer.findChildren(Label)
    return next(one for one in labels if one.plain.isascii() and "ist" not in one.plain
                and one.plain.split()[0].isupper())  # fmt: skip
