"""A disk that cannot keep a scan: it is said, nothing half is kept, and the next one is saved."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import NotSaved
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import ScanRecorded
from bootcamp_app.storage.journal import JournalRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.core.changes import Announcement
    from tests.desk import Desk

PEOPLE = 30


@contextmanager
def full_disk(desk: Desk) -> Iterator[None]:
    """Let the file grow no further, as a full disk would."""
    engine = desk.app.database._engine
    engine.dispose()
    raw = engine.raw_connection()
    pages = raw.cursor().execute("PRAGMA page_count").fetchone()[0]
    raw.cursor().execute(f"PRAGMA max_page_count={pages}")
    raw.close()
    yield
    engine.dispose()


def badges(desk: Desk) -> list[str]:
    desk.import_rows([["Name"], *([f"Person {number}"] for number in range(PEOPLE))])
    return [badge.code for badge in desk.app.badges.of(desk.people())]


def facts(desk: Desk) -> int:
    with desk.app.database.read() as reader:
        return reader.query(JournalRow).count()


def test_scans_on_a_full_disk_are_refused_together_and_saved_when_there_is_space(
    sqlite_desk: Desk,
) -> None:
    desk = sqlite_desk
    readings = [Reading(code) for code in badges(desk)]
    heard, before, morning = desk.announced(ScanRecorded), facts(desk), desk.morning

    with full_disk(desk), pytest.raises(NotSaved, match=r"disk is full\. Free some space"):
        desk.app.attendance.record_scans(morning, readings)
    nothing = (desk.rows(AttendanceEventRow), facts(desk), list(heard))
    scans = desk.app.attendance.record_scans(morning, readings)

    assert nothing == ([], before, [])
    assert [scan.result for scan in scans] == ["recorded"] * PEOPLE
    assert [fact.scan for fact in heard] == scans
    assert desk.counts().present == PEOPLE
    assert desk.app.records.faults() == []


def test_a_single_scan_on_a_full_disk_is_refused_and_saved_when_there_is_space(
    sqlite_desk: Desk,
) -> None:
    desk = sqlite_desk
    codes, morning = badges(desk), desk.morning
    saved: list[str] = []

    with full_disk(desk), pytest.raises(NotSaved, match=r"disk is full"):
        # What is left of the last pages takes some.
        saved.extend(desk.scan(code, morning).code for code in codes)
    kept = [row.code for row in desk.rows(AttendanceEventRow)]
    results = {code: desk.scan(code, morning).result for code in codes}

    assert kept == saved
    assert len(saved) < PEOPLE
    assert {code for code, result in results.items() if result == "duplicate"} == {*saved}
    assert {code for code, result in results.items() if result == "recorded"} == {*codes} - {*saved}


def test_scans_that_came_together_are_acts_of_their_own(desk: Desk) -> None:
    codes = badges(desk)[:3]
    heard: list[Announcement] = []
    ends = desk.app.changes.subscribe_all(heard.append)

    scans = desk.app.attendance.record_scans(desk.morning, [Reading(code) for code in codes])
    ends()
    acts = [announcement.act for announcement in heard]
    desk.app.records.undo_act(acts[1])

    assert len(set(acts)) == len(codes)
    assert [told.facts for told in heard] == [
        (ScanRecorded(scan, desk.morning.id),) for scan in scans
    ]
    present = {key for _, key in desk.app.attendance.presences([desk.morning])}
    people = [scan.participant.participation_id for scan in scans if scan.participant]
    assert present == {people[0], people[2]}
    for act, scan in zip(acts, scans, strict=True):
        history = desk.app.records.history(scan.event_id)
        assert [entry.act for entry in history] == [act]


def test_of_codes_that_came_together_each_is_judged_after_those_before_it(desk: Desk) -> None:
    first, second, *_ = badges(desk)
    desk.clock.forward(minutes=1)

    together = [first, "0", second, first, second[:-1], first]
    scans = desk.app.attendance.record_scans(desk.morning, [Reading(code) for code in together])

    results = [(scan.result, scan.is_echo) for scan in scans]
    assert results == [
        ("recorded", False),
        ("malformed", False),
        ("recorded", False),
        ("duplicate", True),
        ("malformed", False),
        ("duplicate", True),
    ]
    assert {scan.first_at for scan in scans} == {None, desk.clock.now()}
    assert [row.id for row in desk.rows(AttendanceEventRow)] == [scan.event_id for scan in scans]
    assert desk.counts().present == 2


def test_nobody_at_the_door_is_no_mistake(sqlite_desk: Desk) -> None:
    assert sqlite_desk.app.attendance.record_scans(sqlite_desk.morning, []) == []
    assert sqlite_desk.rows(AttendanceEventRow) == []
