"""The attendance workbook: whatever happened, its figures are those of the raw events."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from sqlalchemy import select, text

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.reports.indicator_views import Scope
from bootcamp_app.features.reports.views import Choice
from tests.clock import FakeClock
from tests.features.certificates.camps import NAMES, Camp, camp_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.views import Report

STATES = ("present", "late", "excused", "absent", "not_yet")
SEXES = ("female", "male", "other", "not_stated")
REASON = "wedding of a cousin"
Grid = dict[tuple[str, str], str]
acts = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 4),
        st.sampled_from(("scan", "late", "excused", "absent", "undo", "withdraw")),
    ),
    max_size=14,
)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    opened = build(tmp_path / "camp.bootcamp", FakeClock(), "Sokha")
    yield opened
    opened.database.close()


def filled(app: App, done: list[tuple[int, int, str]]) -> Camp:
    """Give a new bootcamp of two days and five people, to which these acts were done."""
    camp = camp_in(app, days=2)
    people = [camp.add(*name, sex=sex) for name, sex in zip(NAMES, SEXES, strict=False)]
    people += [
        camp.add("", "Kim Sophea", sector="government"),
        camp.add("ម៉ៅ វុទ្ធី", "", province="Kep"),
    ]
    camp.app.agenda.change(camp.sessions[3], {"expects": "team:Blue"})
    for place, number, act in done:
        _do(camp, camp.sessions[place], people[number], act)
    return camp


def _do(camp: Camp, session: Session, one: Participant, act: str) -> None:
    app, code = camp.app, camp.app.badges.of([one])[0].code
    if act == "withdraw":
        app.people.change(one, status="withdrawn")
    elif act == "undo":
        for scan in app.attendance.recent(session, 1):
            if not scan.is_annulled and scan.kind == "entry":
                app.attendance.undo_scan(scan.event_id)
    elif act in {"scan", "late"}:
        at = session.starts_at + timedelta(minutes=50 if act == "late" else 0)
        app.attendance.record_scan(session, Reading(code, at=at))
    else:
        app.states.set(session, [one.participation_id], Mark(act, REASON))


def counted(camp: Camp) -> Grid:
    """Count by hand: the events of each pair in their order, without those that were annulled."""
    with camp.app.database.read() as reader:
        events = list(reader.scalars(select(AttendanceEventRow)))
        sessions = camp.app.bootcamps.sessions(camp.bootcamp)
        mine = {one.id for one in sessions}
        annulled = {one.annuls for one in events if one.kind == "annulment"}
        found: Grid = {}
        for one in sorted(events, key=lambda one: (one.at, one.id)):
            key = (one.session_id or "", one.participation_id or "")
            if one.session_id not in mine or one.id in annulled:
                continue
            if one.kind == "state":
                found[key] = one.state
            elif one.kind == "entry" and found.get(key) not in {"present", "late"}:
                found[key] = "late" if one.minutes_late else "present"
    now = camp.app.clock.now()
    for session in sessions:
        here = {state for (key, _who), state in found.items() if key == session.id}
        if session.starts_at <= now or here & {"present", "late"}:
            for who in camp.people:
                if who.status == "confirmed" and not session.expects:
                    away = "absent" if now > session.ends_at else "not_yet"
                    found.setdefault((session.id, who.participation_id), away)
    return found


def listed_twice(camp: Camp) -> None:
    """Make one person of two in the list, as two laptops that each wrote somebody down."""
    first, second = camp.people[:2]
    with camp.app.database.write() as work:
        change = "UPDATE participations SET person_id = :kept WHERE id = :twice"
        ids = {"kept": first.person_id, "twice": second.participation_id}
        work.connection().execute(text(change), ids)


def of_persons(camp: Camp, grid: Grid) -> Grid:
    """Give how each person stands: of two participations the better one."""
    persons = {one.participation_id: one.person_id for one in camp.people}
    found: Grid = {}
    for (session, participation), state in grid.items():
        key = (session, persons[participation])
        found[key] = min(state, found.get(key, state), key=STATES.index)
    return found


def read(app: App, choice: Choice, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of each worksheet by title, as another program reads them."""
    target = folder / "book.xlsx"
    app.exports.write("workbook", choice, target, "xlsx")
    book = CalamineWorkbook.from_path(str(target))
    sheets = {}
    for name in book.sheet_names[2:]:
        header, *rows = book.get_sheet_by_name(name).to_python()
        sheets[name] = [dict(zip(map(str, header), row, strict=True)) for row in rows]
    return sheets


TITLES = ("Present in time", "Late", "Excused", "Absent", "Not here yet")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8,
          deadline=None)  # fmt: skip
@given(acts, st.sampled_from((0, 1, 3)), st.booleans())
def test_every_figure_is_that_of_the_raw_events_and_rows_and_columns_add_up(
    app: App, tmp_path: Path, done: list[tuple[int, int, str]], days: int, is_twice: bool
) -> None:
    camp = filled(app, done)
    clock: Any = app.clock
    if is_twice:
        listed_twice(camp)
    clock.forward(days=days)
    grid = of_persons(camp, counted(camp))

    sheets = read(app, Choice(bootcamps=(camp.bootcamp.id,)), tmp_path)
    clock.forward(days=-days)

    matrix, totals, *of_sessions = sheets.values()
    people = [row for row in matrix if row["Person"]]
    sums = {row["No."]: row for row in matrix[len(people) :]}
    assert len({row["Person"] for row in people}) == len(people)
    for row in people:
        mine = Counter(state for (_session, who), state in grid.items() if who == row["Person"])
        assert [row[title] for title in TITLES] == [mine[state] for state in STATES]
        assert row["Hours"] == sum(
            one.hours for one in camp.sessions
            if grid.get((one.id, row["Person"])) in {"present", "late"}
        )  # fmt: skip
    for session, total, rows in zip(camp.sessions, totals, of_sessions, strict=False):
        tally = Counter(state for (key, _who), state in grid.items() if key == session.id)
        assert [total[title] for title in TITLES] == [tally[state] for state in STATES]
        assert [sums[title][session.title] for title in TITLES] == [tally[one] for one in STATES]
        assert len([row for row in rows if row["Person"]]) == tally.total() == total["Counted"]
        there = tally["present"] + tally["late"]
        for trait in ("Sex: ", "Sector: ", "Province: "):
            assert sum(n for title, n in total.items() if title.startswith(trait)) == there
    for title in TITLES:
        whole = sum(row[title] for row in people)
        assert whole == sum(total[title] for total in totals[:-1]) == totals[-1][title]
        assert sums[title][title] == whole
    assert sum(row["Hours"] for row in people) == totals[-1]["Person-hours"]
    assert {who for _session, who in grid} <= {row["Person"] for row in people}
    figures = app.indicators.count(Scope((camp.bootcamp.id,))).total
    came = {who for (_session, who), state in grid.items() if state in {"present", "late"}}
    assert figures.people == len(came)
    assert figures.person_hours == totals[-1]["Person-hours"]


def _camp(app: App) -> Camp:
    camp = filled(app, [(0, 0, "scan"), (0, 1, "late"), (0, 2, "excused"), (1, 0, "scan")])
    clock: Any = app.clock
    clock.forward(days=3)
    return camp


def made(app: App, choice: Choice | None = None) -> Report:
    return app.reports.make("workbook", choice or Choice())


def test_sheets_are_those_of_the_chosen_sessions_in_the_order_of_time(app: App) -> None:
    camp = _camp(app)
    chosen = (camp.sessions[2].id, camp.sessions[0].id)

    part = made(app, Choice(sessions=chosen))

    titles = [camp.sessions[0].title, camp.sessions[2].title]
    assert [sheet.title for sheet in part.sheets[2:]] == titles
    assert [one.title for one in part.sheets[0].columns if one.kind == "state"] == titles
    assert {fact.name: fact.value for fact in part.facts}["sessions"] == "2 of 4"
    assert len(made(app).sheets) == 2 + 4


def test_the_cover_says_rule_and_figures(app: App) -> None:
    _camp(app)

    facts = {fact.name: fact.value for fact in made(app).facts}

    assert facts["place"] == "Kampot"
    assert "50 %" in str(facts["rule"])
    assert (facts["people"], facts["came"], facts["visits"], facts["late"]) == (5, 2, 3, 1)
    assert facts["person_hours"] == 9.0
    assert facts["entitled"] == 1


def test_the_cover_names_the_sessions_by_which_all_are_judged_without_a_record(app: App) -> None:
    camp = _camp(app)

    facts = {fact.name: fact.value for fact in made(app).facts}
    for one in camp.sessions[2:]:
        app.agenda.remove(one)
    later = {fact.name: fact.value for fact in made(app).facts}

    titles = ", ".join(f"“{one.title}”" for one in camp.sessions[2:])
    assert str(facts["unrecorded"]).startswith(f"Nobody is recorded at {titles}: all count as")
    assert "unrecorded" not in later


@pytest.fixture
def in_khmer() -> Iterator[None]:
    words.use("km")
    yield
    words.use("en")


@pytest.mark.usefixtures("in_khmer")
def test_the_cover_and_the_columns_are_all_khmer_in_khmer(app: App) -> None:
    _camp(app)

    facts = {fact.name: str(fact.said) for fact in made(app).facts}
    [people] = app.reports.make("people", Choice()).sheets
    [role] = [one for one in people.columns if one.name == "role"]

    assert "៥០ %" in facts["rule"]
    assert facts["share"].endswith(" %")
    assert [name for name in ("rule", "share") if any(sign in "0123456789" for sign in facts[name])
            ] == []  # fmt: skip
    assert [role.in_words(one) for one in ("participant", "facilitator", "guest")] == [
        "អ្នកចូលរួម", "អ្នកសម្របសម្រួល", "guest",
    ]  # fmt: skip


def test_who_has_earned_a_certificate_and_why_not_is_what_certificates_say(app: App) -> None:
    camp = _camp(app)
    judged = {
        one.participant.person_id: ("yes" if one.is_entitled else "no", str(one.why or "") or None)
        for one in app.certificates.entitlements(camp.bootcamp)
    }

    matrix = made(app).sheets[0]

    names = [column.name for column in matrix.columns]
    rows = [dict(zip(names, row, strict=True)) for row in matrix.rows]
    assert {row["person_id"]: (row["certificate"], row["why_not"]) for row in rows} == judged


def test_without_personal_data_the_workbook_names_nobody_and_says_no_reason(
    app: App, tmp_path: Path
) -> None:
    camp = _camp(app)
    camp.app.people.change(camp.people[0], phone="012 345 678", position="Clerk of Angkor Chey")
    app.exceptions.make(camp.bootcamp, [camp.people[0]], "withheld", REASON + " again")
    secrets = [name for one in camp.people for name in (one.name_km, one.name_en) if name]
    secrets += ["345 678", "Angkor Chey", REASON]
    for form, ending in (("xlsx", "xlsx"), ("package", "zip"), ("json", "json")):
        for personal in (True, False):
            target = tmp_path / f"{personal}.{ending}"
            app.exports.write("workbook", Choice(with_personal_data=personal), target, form)
            held = _bytes(target)
            leaked = [secret for secret in secrets if secret.encode() in held]
            assert leaked == (secrets if personal else [])
            assert camp.people[0].person_id.encode() in held


def _bytes(path: Path) -> bytes:
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as held:
        return b"".join(held.read(name) for name in held.namelist())


def test_teams_have_their_names_in_the_language_in_use_and_their_label_for_programs(
    app: App, tmp_path: Path
) -> None:
    camp = _camp(app)
    team = app.teams.add(camp.bootcamp, "រំដួល", "Rumdul")
    app.teams.put(camp.bootcamp, [one.participation_id for one in camp.people], team)
    app.teams.change(camp.bootcamp, team, "ឈូក", "Lotus", "")
    words.use("km")
    try:
        for kind in ("attendance", "people"):
            for form in ("csv", "json"):
                app.exports.write(kind, Choice(), tmp_path / f"{kind}.{form}", form)
    finally:
        words.use("en")

    for kind in ("attendance", "people"):
        assert "ឈូក" in (tmp_path / f"{kind}.csv").read_text("utf-8")
        told = json.loads((tmp_path / f"{kind}.json").read_text("utf-8"))
        assert {row["team"] for row in told} == {team.label}


def test_a_bootcamp_without_people_has_a_workbook_and_one_without_sessions_says_so(
    app: App, tmp_path: Path
) -> None:
    camp = camp_in(app)
    assert app.exports.write("workbook", Choice(), tmp_path / "book.xlsx", "xlsx") == 2

    for session in camp.sessions:
        app.agenda.remove(session)
    with pytest.raises(Refusal, match="has no sessions"):
        made(app)


def test_who_is_listed_twice_counts_once_and_has_earned_what_was_earned_as_one_of_both(
    app: App,
) -> None:
    camp = _camp(app)
    listed_twice(camp)

    report = made(app)

    facts = {fact.name: fact.value for fact in report.facts}
    counted_so = app.indicators.count(Scope((camp.bootcamp.id,)))
    assert (facts["people"], facts["came"]) == (4, counted_so.total.people)
    assert facts["person_hours"] == counted_so.total.person_hours
    names = [column.name for column in report.sheets[0].columns]
    rows = [dict(zip(names, row, strict=True)) for row in report.sheets[0].rows]
    earned = [row for row in rows if row["certificate"] == "yes"]
    assert len(earned) == facts["entitled"] == 1


def test_provinces_are_those_of_the_indicators_however_they_were_written(
    app: App, tmp_path: Path
) -> None:
    camp = camp_in(app)
    places = ("07", "Kampot", "kampot", "Bangkok", "bangkok", "")
    camp.attend(*(camp.add("", f"Guest {n}", province=one) for n, one in enumerate(places)))

    app.exports.write("workbook", Choice(), tmp_path / "book.json", "json")

    told = json.loads((tmp_path / "book.json").read_text("utf-8"))["sheets"]["sessions"][0]
    found = {name: n for name, n in told.items() if name.startswith("province_")}
    indicators = app.indicators.count(Scope()).breakdown("province")
    assert found == {
        one.key.replace("=", "_"): one.tally.people for one in indicators.figures if one.tally
    }
    assert sum(found.values()) == told["there"] == len(places)


def test_the_cover_holds_moments_as_moments(app: App, tmp_path: Path) -> None:
    camp = _camp(app)
    app.exports.write("workbook", Choice(), tmp_path / "book.xlsx", "xlsx")

    book = CalamineWorkbook.from_path(str(tmp_path / "book.xlsx"))
    told = {row[0]: row[1] for row in book.get_sheet_by_index(0).to_python()}

    states = list(counted(camp).values())
    there = sum(state in {"present", "late"} for state in states)
    assert told["Share of those counted who were there"] == pytest.approx(there / len(states))
    made_at = app.clock.now().astimezone(camp.bootcamp.zone)
    assert told["Made on"] == made_at.replace(tzinfo=None, second=0, microsecond=0)
