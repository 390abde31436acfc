"""Sign-in sheets of days: their row numbers can be entered, and nobody's data without need."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.marking import SheetLine
from bootcamp_app.features.attendance.state_views import PAPER, Mark
from bootcamp_app.features.bootcamps.programmes import ProgrammeWish
from bootcamp_app.features.bootcamps.tables import BootcampRow, SessionRow
from bootcamp_app.features.reports.facts import stood
from bootcamp_app.features.reports.sign_in_days import DayList, Signed, SignIn
from bootcamp_app.features.reports.sign_in_paper import SignInWish, print_sign_in
from bootcamp_app.features.reports.sign_in_table import LEFT, SheetColumns
from bootcamp_app.features.reports.views import Choice, silent
from bootcamp_app.printing.list_paper import Places
from bootcamp_app.printing.units import A4, POINTS
from bootcamp_app.reading.pages import text_of
from tests.clock import FakeClock
from tests.desk import Desk
from tests.logos import logo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.printing.shapes import Box

HEADERS = ["ឈ្មោះ", "Name", "Sex", "Organisation", "Position", "Tel", "Birth year", "Role"]
CODE = re.compile(r"List no\. (\d{3}-\d{4})|បញ្ជីលេខ (\d{3}-\d{4})")
LONGEST = ("ឧកញ៉ា ស្រីសុវណ្ណារិទ្ធិមុន្នីរតនៈវឌ្ឍនា", "OKNHA Sreysovannarith Rattanakvathana Alexandra")
ORGANISATION = "អង្គការសិទ្ធិមនុស្ស និងអភិវឌ្ឍន៍សហគមន៍មូលដ្ឋានកម្ពុជា"


def rows(number: int) -> list[list[object]]:
    return [
        [f"ចាន់ សុភា{at:04}", f"CHAN Sophea {at:04}", "FM"[at % 2], ORGANISATION, "មន្ត្រី",
         f"012 3{at:05}", 1991, "facilitator" if at % 5 == 0 else "participant"]
        for at in range(1, number + 1)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def camp(tmp_path_factory: pytest.TempPathFactory, made_once: None) -> Iterator[Desk]:  # noqa: ARG001
    """A bootcamp of 20 people, whose second day begins with a session of facilitators only."""
    clock = FakeClock()
    app = build(tmp_path_factory.mktemp("camp") / "camp.bootcamp", clock, "Sokha")
    desk = Desk(app, clock)
    desk.import_rows([HEADERS, *rows(20)], {"Role": "role"})
    donor = ProgrammeWish("Local services", "សេវាមូលដ្ឋាន", "EU-114", ("European Union", "Sida"))
    programme = app.programmes.make(donor)
    with app.database.write() as work:
        row = work.get_one(BootcampRow, desk.bootcamp.id)
        row.programme_id, row.indicator_code, row.venue = programme.id, "OC 2.1.3", "សាលាខេត្ត"
        first = work.get_one(SessionRow, desk.morning.id)
        first.title_en, first.facilitator = "Budgets of communes", "ហេង វណ្ណា"
        work.get_one(SessionRow, desk.sessions[2].id).expects = "role:facilitator"
    app.logos.add(desk.bootcamp, logo("wide"), "EU")
    yield desk
    app.database.close()


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is written again and again."""
    return tmp_path_factory.mktemp("papers") / "name.pdf"


def printed(desk: Desk, target: Path, day: int = 0, **options: str) -> list[str]:
    """Give the text of each page of one day's sheets."""
    ids = tuple(one.id for one in desk.sessions[2 * day : 2 * day + 2])
    choice = Choice(sessions=ids, options=options)
    pages = desk.app.exports.write("sign-in", choice, target, "pdf")
    texts = text_of(target)
    assert pages == len(texts)
    return texts


def codes_on(text: str) -> list[str]:
    return ["".join(found) for found in CODE.findall(text)]


def test_row_numbers_of_a_column_mark_the_people_in_these_rows_at_its_session(
    camp: Desk, tmp_path: Path
) -> None:
    texts = printed(camp, tmp_path / "day.pdf")
    morning, afternoon = camp.sessions[:2]
    codes = codes_on(texts[0])
    assert len(set(codes)) == 2

    sheet = camp.app.paper_lists.find(afternoon, codes[1])
    numbers, people = sheet.meant("2-4, ១៧")
    told = camp.app.states.set(afternoon, people, Mark("present", method=PAPER, code=sheet.code))

    names = re.findall(r"CHAN Sophea \d{4}", "".join(texts))
    assert len(names) == 20
    assert [one.name_en for one in told.people] == [names[at - 1] for at in numbers.rows]
    assert len(camp.app.attendance.presences([afternoon])) == 4
    assert camp.app.attendance.presences([morning]) == {}
    with pytest.raises(Refusal, match="belongs to another session"):
        camp.app.paper_lists.find(morning, codes[1])


def test_the_number_of_a_hatched_box_marks_nobody_and_is_told(camp: Desk, tmp_path: Path) -> None:
    code = codes_on(printed(camp, tmp_path / "day.pdf", day=1)[0])[0]
    session = camp.sessions[2]

    sheet = camp.app.paper_lists.find(session, code)
    told = camp.app.states.look(session, sheet.meant("4-5")[1], Mark("present", method=PAPER))

    fourth, fifth = camp.people()[3:5]
    assert (told.people, told.not_expected) == ((fifth,), (fourth,))


def test_the_same_lists_are_the_same_bytes_and_codes_also_later(camp: Desk, tmp_path: Path) -> None:
    first = printed(camp, tmp_path / "one.pdf")
    camp.clock.forward(minutes=7)
    again = printed(camp, tmp_path / "two.pdf")

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    assert codes_on(first[0]) == codes_on(again[-1])


def test_a_sheet_says_all_that_donors_ask_for(camp: Desk, tmp_path: Path) -> None:
    texts = printed(camp, tmp_path / "day.pdf")

    wanted = ("EU-114", "European Union, Sida", "OC 2.1.3", "Local services", "សេវាមូលដ្ឋាន",
              "Kampot bootcamp", "សាលាខេត្ត", "2 March 2026", "ថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៦",
              "Budgets of communes", "ហេង វណ្ណា", "08:30–11:30", "3 h")  # fmt: skip
    assert [one for one in wanted if one not in texts[0]] == []
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert "ហត្ថលេខា" in text
        assert len(codes_on(text)) == 2
    closing = ("Prepared by", "Verified by", "Registered", "១០ · 10", "២០ · 20")
    assert [one for one in closing if one not in texts[-1]] == []
    pictures = [
        sum(part.type == 3 for part in page.get_objects())
        for page in pypdfium2.PdfDocument(tmp_path / "day.pdf")
    ]
    assert pictures == [1, *[0] * (len(texts) - 1)]


@pytest.mark.parametrize(("contacts", "times"), [("yes", 20), ("no", 0), ("least", 0)])
def test_one_switch_leaves_phone_and_age_out(
    camp: Desk, tmp_path: Path, contacts: str, times: int
) -> None:
    whole = "".join(printed(camp, tmp_path / "day.pdf", contacts=contacts))

    assert [whole.count(one) for one in ("012 3", "៣៥")] == [times, times]
    assert [one in whole for one in ("Phone", "Age")] == [bool(times)] * 2
    assert "1991" not in CODE.sub("", whole)
    assert whole.count("មន្ត្រី") == (0 if contacts == "least" else 20)
    assert whole.count("CHAN Sophea") == 20


def test_without_personal_data_there_are_tables_and_nothing_to_sign(
    camp: Desk, tmp_path: Path
) -> None:
    choice = Choice(with_personal_data=False)
    with pytest.raises(Refusal, match="can be left out"):
        camp.app.exports.write("sign-in", choice, tmp_path / "bare.pdf", "pdf")
    [sheet, *_others] = camp.app.reports.make("sign-in", choice).sheets

    held = repr(list(sheet.rows))
    assert held.count("female") == 10
    assert [one for one in ("CHAN", "ចាន់", "012 3", "មន្ត្រី", "35", "1991") if one in held] == []
    assert list(tmp_path.iterdir()) == []


def test_who_is_not_expected_at_a_session_has_a_hatched_box(camp: Desk, tmp_path: Path) -> None:
    printed(camp, tmp_path / "day.pdf", day=1)

    facilitators = [one.role == "facilitator" for one in camp.people()]
    boxes = SheetColumns((_column(1), _column(2))).boxes
    found = [
        [_is_white(tmp_path / "day.pdf", one, box) for one in camp.people()[:8]] for box in boxes
    ]
    assert found == [facilitators[:8], [True] * 8]
    assert True in facilitators[:8]


def test_more_than_four_sessions_stand_on_two_sheets_with_everybody_on_each(
    camp: Desk, tmp_path: Path
) -> None:
    people = camp.people()
    told = _told(camp, people, sessions=6)

    pages = print_sign_in(told, SignInWish(), tmp_path / "long.pdf", silent)

    texts = text_of(tmp_path / "long.pdf")
    whole = "".join(texts)
    assert [whole.count(one.name_en) for one in people] == [2] * 20
    assert [f"Page {at} of {pages}" in text for at, text in enumerate(texts, 1)] == [True] * pages
    halves = "".join(texts[: pages // 2]), "".join(texts[pages // 2 :])
    assert ["Sheet 1 of 2" in half for half in halves] == [True, False]
    sessions = [[f"Session {at}" in half for at in range(1, 7)] for half in halves]
    assert sessions == [[True] * 3 + [False] * 3, [False] * 3 + [True] * 3]


@pytest.mark.parametrize(
    ("people", "free"), [(0, 5), (1, 5), (7, 5), (12, 10), (40, 20), (1000, 5)]
)
def test_everybody_is_on_it_once_and_those_who_close_it_stand_below_rows(
    camp: Desk, tmp_path: Path, people: int, free: int
) -> None:
    some = camp.people()[0]
    names = [
        replace(some, participation_id=str(at), name_en=f"SOK {at:04}") for at in range(people)
    ]
    told = _told(camp, names, sessions=2)

    print_sign_in(told, SignInWish(free_rows=free), tmp_path / "list.pdf", silent)

    texts = text_of(tmp_path / "list.pdf")
    found = re.findall(r"SOK (\d{4})", "".join(texts))
    assert found == [f"{at:04}" for at in range(people)]
    assert ["Prepared by" in text for text in texts] == [*[False] * (len(texts) - 1), True]
    inked, rules = _drawn(tmp_path / "list.pdf", len(texts) - 1)
    assert len(rules) - 1 >= 3
    assert min(bottom for _left, bottom, _right, _top in inked) > 4 * POINTS


LETTERS = ["ក្រ", "ស្ត្រី", "ឧកញ៉ា", "វឌ្ឍនា", "ញ្ចុំ", "ភ័ក្ត្រា", "ណ្ឌឺ"]
KHMER_NAMES = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=9).map("".join)


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    khmer=KHMER_NAMES, latin=st.from_regex(r"[A-Z]{2,12}( [A-Z][a-z]{1,9}){1,4}", fullmatch=True)
)
def test_long_names_stand_whole_in_their_column(
    camp: Desk, target: Path, khmer: str, latin: str
) -> None:
    _stands_whole(camp, target, (khmer, latin))


@pytest.mark.parametrize("sessions", [1, 4])
def test_the_longest_names_stand_whole_in_their_column(
    camp: Desk, target: Path, sessions: int
) -> None:
    _stands_whole(camp, target, LONGEST, sessions)


def test_it_tells_how_people_stood_and_how_many_came(camp: Desk, tmp_path: Path) -> None:
    last = camp.sessions[-2:]
    ids = [one.participation_id for one in camp.people()]
    camp.app.states.set(last[0], ids[:7], Mark("present"))
    camp.app.states.set(last[0], ids[7:9], Mark("excused", reason="sick"))
    choice = Choice(sessions=tuple(one.id for one in last), options={"boxes": "states"})

    camp.app.exports.write("sign-in", choice, tmp_path / "stood.pdf", "pdf")
    rows = camp.app.reports.make("sign-in", choice).sheets[0].rows

    whole = "".join(text_of(tmp_path / "stood.pdf"))
    assert [whole.count(one) for one in ("present 0", "excused", "absent")] == [7, 2, 0]
    assert "៧ · 7" in whole
    assert ("Attendance list" in whole, codes_on(whole)) == (True, [])
    assert [row[-2] for row in rows][:10] == [*["present"] * 7, *["excused"] * 2, None]


def test_every_day_as_a_table_tells_how_people_stood_on_that_day(
    camp: Desk, tmp_path: Path
) -> None:
    # Days of different length, and on each somebody else came.
    first = camp.sessions[0].starts_at.date()
    for_all = [one for one in camp.sessions if not one.expects]
    later = next(one for one in for_all if one.starts_at.date() > first)
    chosen = [*(one for one in for_all if one.starts_at.date() == first), later]
    ids = [one.participation_id for one in camp.people()]
    came = {one.id: ids[2 * n : 3 * n + 4] for n, one in enumerate(chosen)}
    for one in chosen:
        camp.app.states.set(one, came[one.id], Mark("present"))
    choice = Choice(sessions=tuple(came), options={"boxes": "states"})

    sheets = camp.app.reports.make("sign-in", choice).sheets
    told = [[dict(zip([column.name for column in sheet.columns], row, strict=True))
             for row in sheet.rows] for sheet in sheets]  # fmt: skip
    camp.app.exports.write("sign-in", choice, tmp_path / "days.xlsx", "xlsx")

    with camp.app.database.read() as reader:
        present = {
            session: {key for key, one in of.items() if one.state == "present"}
            for session, of in stood(reader, chosen).items()
        }
    assert all(present[session] >= set(of) for session, of in came.items())
    by_name = {one.participation_id: (one.name_km, one.name_en) for one in camp.people()}
    days: dict[str, list[str]] = {}
    for one in chosen:
        days.setdefault(f"{one.starts_at:%Y-%m-%d}", []).append(one.id)
    assert [sheet.name for sheet in sheets] == [f"day-{day}" for day in days]
    for rows, of_day in zip(told, days.values(), strict=True):
        found = [
            {(row["name_km"], row["name_en"]) for row in rows if row[name] == "present"}
            for name in rows[0]
            if name.startswith("session_")
        ]
        assert found == [{by_name[key] for key in present[session]} for session in of_day]


def test_who_did_not_come_is_absent_once_the_session_is_over(camp: Desk) -> None:
    told = _told(camp, camp.people(), sessions=2)
    begun, over = (column.session for column in told.days[0].columns)
    over = replace(over, id="over")
    meant, withdrawn = camp.people()[0], replace(camp.people()[0], status="withdrawn")

    filled = replace(told, is_filled=True, over=frozenset({"over"}))

    assert [filled.state(one, meant) for one in (begun, over)] == ["", "absent"]
    assert filled.state(over, withdrawn) == ""
    assert filled.state(replace(over, expects="role:trainer"), meant) == ""


def test_nobody_as_yet_gives_a_sheet_of_free_rows(sqlite_desk: Desk, tmp_path: Path) -> None:
    choice = Choice(bootcamps=(sqlite_desk.bootcamp.id,))

    sqlite_desk.app.exports.write("sign-in", choice, tmp_path / "empty.pdf", "pdf")

    texts = text_of(tmp_path / "empty.pdf")
    assert ["Sign-in sheet" in text for text in texts] == [True] * len(texts)
    assert codes_on("".join(texts)) == []


def test_free_rows_are_numbered_on(camp: Desk, tmp_path: Path) -> None:
    told = _told(camp, camp.people()[:1] * 41, sessions=2)

    print_sign_in(told, SignInWish(free_rows=4), tmp_path / "list.pdf", silent)

    words = " ".join(text_of(tmp_path / "list.pdf")).split()
    numbers = [n for n in range(40, 50) if str(n) in words]
    assert numbers == [40, 41, 42, 43, 44, 45]


def test_totals_name_their_session_and_those_whose_sex_is_not_known_in_both_languages(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    sqlite_desk.import_rows([["English name", "Sex"], ["Chan Sophea", ""], ["Sok Dara", "M"]])

    last = printed(sqlite_desk, tmp_path / "sheet.pdf")[-1]

    assert "Other or not stated" in last
    assert "ផ្សេងទៀត ឬមិនបានប្រាប់" in last
    assert "Signed · 1" in last
    assert "Signed · 2" in last


def _column(number: int) -> Signed:
    return Signed(number, None, "")  # type: ignore[arg-type]  # only its place is asked for


def _told(camp: Desk, people: list[Participant], sessions: int) -> SignIn:
    """Give the lists of one long day, made of nothing that is kept."""
    morning = camp.morning
    later = [morning.starts_at + timedelta(hours=at) for at in range(sessions)]
    columns = [
        Signed(at, replace(morning, starts_at=start, ends_at=start + timedelta(hours=1)), "1234567")
        for at, start in enumerate(later, 1)
    ]
    lines = tuple(SheetLine(at, one) for at, one in enumerate(people, 1))
    day = DayList(morning.starts_at.date(), tuple(columns), lines)
    return SignIn(camp.bootcamp, None, (day,), morning.starts_at, {}, {})


def _stands_whole(camp: Desk, target: Path, names: tuple[str, str], sessions: int = 4) -> None:
    khmer, latin = names
    one = replace(
        camp.people()[0], name_km=khmer, name_en=latin, position=f"{khmer} {latin}",
        organisation_km=f"{khmer} {khmer}", organisation_kind="subnational_government",
    )  # fmt: skip
    print_sign_in(_told(camp, [one, one], sessions), SignInWish(), target, silent)

    text = text_of(target)[0]
    without_breaks = "".join(text.split())
    assert [one for one in names if one.replace(" ", "") not in without_breaks] == []
    assert "…" not in text.replace("paper…", "").replace("ក្រដាស…", "")
    columns = Places(SheetColumns(tuple(map(_column, range(1, sessions + 1)))).fields, LEFT)
    edges = [(left * POINTS, (left + field.width) * POINTS) for left, field in columns]
    texts, rules = _drawn(target, 0)
    rows = list(pairwise(rules[:3]))
    inked = [one for one in texts if rules[2] < one[1] < rules[0]]
    assert len(inked) > 20
    for left, bottom, right, top in inked:
        assert any(start <= left and right <= end for start, end in edges)
        assert any(below <= bottom and top <= above for above, below in rows)


def _drawn(path: Path, page: int) -> tuple[list[tuple[float, float, float, float]], list[float]]:
    """Give where the ink of each text lies, and the heights of the rules between rows."""
    document = pypdfium2.PdfDocument(path)
    parts = [(one.type, one.get_bounds()) for one in document[page].get_objects()]
    document.close()
    wide = [one for kind, one in parts if kind == 2 and one[2] - one[0] > 270 * POINTS]
    head = next(one for one in wide if one[3] - one[1] > 40)
    rules = [(one[1] + one[3]) / 2 for one in wide if one[3] - one[1] < 2 and one[1] < head[1]]
    return [one for kind, one in parts if kind == 1], [head[1], *rules]


def _is_white(path: Path, one: Participant, box: Box) -> bool:
    """Say whether nothing is drawn in the box of somebody's row on the first page."""
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage()
    place = text.search(one.name_en).get_next()
    _left, bottom, _right, top = text.get_charbox(place[0])
    middle = A4.landscape.height - (bottom + top) / 2 / POINTS - 2
    picture = document[0].render(scale=2, grayscale=True).to_pil()
    document.close()
    each = 2 * POINTS
    edges = (box.x + 1, middle - 4, box.x + box.width - 1, middle + 4)
    return bool(picture.crop(tuple(int(edge * each) for edge in edges)).getextrema()[0] == 255)
