"""Work beside the window: whom its answers reach, and how it is stopped."""

from __future__ import annotations

from functools import partial
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING
from weakref import finalize

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from shiboken6 import delete

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import _, words
from bootcamp_app.ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.tasks import Progress

PATIENCE = 10_000


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    del qapp
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def page() -> QObject:
    return QObject()


@pytest.fixture
def finish(tasks: Tasks, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not tasks.is_busy, timeout=PATIENCE)


def keep(kept: list[int], number: int) -> int:
    kept.append(number)
    return number


def three_steps(step: Progress) -> None:
    for number in range(4):
        step(number, 3)


def refuse() -> None:
    raise Refusal("This session is gone. Choose another one.")


def test_work_is_done_beside_the_window_and_answered_in_it(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    threads = []

    tasks.read(page, current_thread, lambda worked: threads.extend([worked, current_thread()]))
    finish()

    assert threads[0] is not main_thread()
    assert threads[1] is main_thread()


def test_a_page_that_is_gone_hears_nothing(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    heard: list[str] = []
    go_on = Event()

    tasks.read(page, lambda: go_on.wait(), lambda _answer: heard.append("too late"))
    delete(page)
    go_on.set()
    finish()

    assert heard == []


def test_of_two_questions_with_one_key_only_the_later_is_answered(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    heard: list[str] = []
    go_on = Event()

    tasks.read(page, lambda: go_on.wait() and "first", lambda _: heard.append("first"), key="list")
    tasks.read(page, lambda: "second", lambda _: heard.append("second"), key="list")
    go_on.set()
    finish()

    assert heard == ["second"]


def test_what_may_come_later_is_done_once_and_only_for_the_latest_question(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    done: list[int] = []
    heard: list[int] = []

    for number in range(3):
        tasks.read_behind(page, partial(keep, done, number), heard.append, key="count")
    finish()

    assert (done, heard) == ([2], [2])


def test_what_may_come_later_is_not_done_once_the_lanes_are_closed(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    done: list[int] = []
    tasks.read_behind(page, partial(keep, done, 1), done.append, key="count")

    tasks.close()
    finish()

    assert done == []


def test_writes_happen_one_after_the_other_in_the_order_they_were_asked(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    written: list[int] = []
    heard: list[int] = []

    for number in range(50):
        tasks.write(page, partial(keep, written, number), heard.append)
    finish()

    assert written == list(range(50))
    assert heard == list(range(50))


def test_a_refusal_goes_to_who_asked(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    refused: list[Refusal] = []

    tasks.write(page, refuse, lambda _: None, refused.append)
    finish()

    assert [str(one) for one in refused] == ["This session is gone. Choose another one."]


def test_a_read_that_is_refused_is_told_to_who_asked(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    refused: list[Refusal] = []
    told: list[object] = []
    tasks.refused.connect(lambda *_refusal: told.append("nobody took it"))

    tasks.read(page, refuse, lambda _: None, "list", refused.append)
    finish()

    assert [str(one) for one in refused] == ["This session is gone. Choose another one."]
    assert told == []


def test_a_refusal_that_nobody_takes_is_told_with_its_page(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    told: list[object] = []
    tasks.refused.connect(lambda owner, refusal: told.extend([owner, type(refusal)]))

    tasks.write(page, refuse, lambda _: None)
    finish()

    assert told == [page, Refusal]


def test_cancelled_work_stops_at_its_next_step(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    steps: list[int] = []
    refused: list[Refusal] = []
    begun, go_on = Event(), Event()

    def work(step: Progress) -> None:
        for number in range(10):
            step(number, 10)
            steps.append(number)
            begun.set()
            go_on.wait()

    task = tasks.long(page, Job(work, lambda _: None, refused.append, "People"))
    begun.wait()
    task.cancel()
    go_on.set()
    finish()

    assert steps == [0]
    assert [type(one) for one in refused] == [Cancelled]


def test_long_work_with_a_title_is_announced_and_tells_how_far_it_is(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    moved: list[tuple[int, int]] = []
    tasks.began.connect(lambda task: task.moved.connect(lambda *step: moved.append(step)))

    tasks.long(page, Job(three_steps, lambda _: None, None, "People"))
    finish()

    assert moved == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_closing_waits_for_what_is_being_written(qapp: QApplication, page: QObject) -> None:
    del qapp
    lanes = Tasks()
    written: list[int] = []

    for number in range(20):
        lanes.write(page, partial(keep, written, number), lambda _: None)
    lanes.close()

    assert written == list(range(20))


def test_once_closed_nobody_hears_of_what_was_done_and_nothing_begins(
    tasks: Tasks, page: QObject, qtbot: QtBot
) -> None:
    staying = QObject()
    heard: list[str] = []

    def go_on(answer: str) -> None:
        heard.append(answer)
        tasks.long(staying, Job(lambda _step: "more", heard.append))

    tasks.read(page, lambda: "page", go_on)
    tasks.write(staying, lambda: "staying", go_on)
    tasks.close(but=staying)
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=PATIENCE)
    assert heard == ["staying"]

    tasks.reopen()
    tasks.read(page, lambda: "reopened", heard.append)
    qtbot.waitUntil(lambda: heard == ["staying", "reopened"], timeout=PATIENCE)


def test_what_a_task_leads_to_goes_in_the_windows_thread(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    went: list[bool] = []
    for _number in range(50):
        led_to = Event()
        finalize(led_to, lambda: went.append(current_thread() is main_thread()))
        tasks.write(page, partial(isinstance, led_to, Event), lambda _answer: None)
        del led_to
    finish()

    assert went == [True] * 50


def test_of_what_keeps_arriving_only_the_newest_is_worked_on(
    tasks: Tasks, page: QObject, qtbot: QtBot
) -> None:
    go_on, worked, threads = Event(), list[int](), set[str]()

    def work(number: int) -> int:
        go_on.wait(PATIENCE / 1000)
        worked.append(number)
        threads.add(current_thread().name)
        return number * 10

    answers: list[tuple[int, bool]] = []
    frames = tasks.newest(
        page, work, lambda answer: answers.append((answer, current_thread() is main_thread()))
    )

    frames.put(1)
    qtbot.waitUntil(lambda: frames._waiting is None, timeout=PATIENCE)
    for number in range(2, 50):
        frames.put(number)
    go_on.set()
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=PATIENCE)

    assert worked == [1, 49]
    assert answers == [(10, True), (490, True)]
    assert threads != {main_thread().name}


def test_what_arrives_after_the_work_is_done_is_worked_on_as_well(
    tasks: Tasks, page: QObject, qtbot: QtBot
) -> None:
    answers: list[int] = []
    frames = tasks.newest(page, lambda number: number, answers.append)

    for number in range(200):
        frames.put(number)
        if number % 20 == 0:
            qtbot.waitUntil(lambda number=number: answers[-1:] == [number], timeout=PATIENCE)  # type: ignore[misc]
    qtbot.waitUntil(lambda: answers[-1] == 199, timeout=PATIENCE)

    assert answers == sorted(set(answers))


def test_a_mistake_in_that_work_is_told_once_and_it_takes_no_more(
    tasks: Tasks, page: QObject, qtbot: QtBot
) -> None:
    worked: list[int] = []

    def work(number: int) -> None:
        worked.append(number)
        raise ZeroDivisionError

    frames = tasks.newest(page, work, lambda _answer: None)
    with capture_exceptions() as told:
        for number in range(5):
            frames.put(number)
            qtbot.wait(5)
        qtbot.waitUntil(lambda: len(told) == 1, timeout=PATIENCE)

    assert [kind for kind, *_ in told] == [ZeroDivisionError]
    assert worked == [0]


def test_after_a_mistake_it_is_told_of_and_may_be_opened_again_but_not_once_it_was_closed(
    tasks: Tasks, page: QObject, qtbot: QtBot
) -> None:
    answers: list[float] = []
    failed: list[bool] = []
    frames = tasks.newest(page, lambda number: 1 / number, answers.append)
    frames.failed.connect(lambda: failed.append(True))
    with capture_exceptions():
        frames.put(0)
        qtbot.waitUntil(lambda: failed == [True], timeout=PATIENCE)

    frames.put(1)
    frames.reopen()
    frames.put(2)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    frames.close()
    frames.reopen()
    frames.put(4)
    qtbot.wait(20)

    assert answers == [0.5]


def test_closed_or_forgotten_it_answers_nobody(tasks: Tasks, page: QObject, qtbot: QtBot) -> None:
    answers: list[int] = []
    other = QObject()
    closed = tasks.newest(page, lambda number: number, answers.append)
    forgotten = tasks.newest(other, lambda number: number, answers.append)

    closed.put(1)
    closed.close()
    closed.put(2)
    forgotten.put(3)
    delete(other)
    qtbot.wait(20)

    assert answers == []
    assert forgotten not in tasks._streams


def test_what_is_made_comes_in_the_language_in_which_it_was_asked_for(
    tasks: Tasks, page: QObject, finish: Callable[[], None]
) -> None:
    turned, said = Event(), list[str]()

    def work(_step: Progress) -> list[str]:
        before = _("Save as")
        turned.wait(PATIENCE / 1000)
        return [before, _("Save as"), words.language]

    tasks.long(page, Job(work, said.extend))
    words.use("km")
    turned.set()
    finish()

    assert said == ["Save as", "Save as", "en"]
    assert _("Save as") != "Save as"
