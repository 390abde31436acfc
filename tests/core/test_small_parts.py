"""Announcing, naming, logging, and the laptop's clock."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bootcamp_app.core.changes import Changes
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.core.ids import new_id
from bootcamp_app.core.logs import keep_log

if TYPE_CHECKING:
    from pathlib import Path


def test_facts_reach_those_who_asked_for_their_kind_in_order() -> None:
    changes = Changes()
    numbers: list[int] = []
    texts: list[str] = []
    changes.subscribe(int, numbers.append)
    changes.subscribe(str, texts.append)

    changes.announce([1, "one", 2, 3.5, "two"])

    assert (numbers, texts) == ([1, 2], ["one", "two"])


def test_everybody_who_asked_is_told() -> None:
    changes = Changes()
    heard: list[tuple[str, int]] = []
    changes.subscribe(int, lambda fact: heard.append(("first", fact)))
    changes.subscribe(int, lambda fact: heard.append(("second", fact)))

    changes.announce([7])

    assert heard == [("first", 7), ("second", 7)]


def test_a_subclass_is_another_kind_of_fact() -> None:
    changes = Changes()
    heard: list[object] = []
    changes.subscribe(int, heard.append)

    changes.announce([True, 1])

    assert [type(fact) for fact in heard] == [int]


def test_ids_are_unique_and_sort_by_the_time_they_were_made() -> None:
    ids = [new_id() for _ in range(10_000)]

    assert ids == sorted(set(ids))


def test_the_laptops_clock_is_in_utc() -> None:
    moment = SystemClock().now()

    assert moment.utcoffset() == timedelta(0)
    assert abs(moment - datetime.now(UTC)) < timedelta(seconds=5)


def test_the_log_is_kept_in_the_folder_with_its_khmer(tmp_path: Path) -> None:
    root = logging.getLogger("bootcamp_app")
    before = list(root.handlers)

    target = keep_log(tmp_path)
    logging.getLogger("bootcamp_app.features").info("opened %s", "វគ្គ")

    (added,) = set(root.handlers) - set(before)
    added.close()
    root.removeHandler(added)
    (line,) = target.read_text("utf-8").splitlines()
    assert line.endswith("INFO bootcamp_app.features opened វគ្គ")
