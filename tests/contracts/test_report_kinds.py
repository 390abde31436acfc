"""What holds for every kind of report, also for the next one."""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import LANGUAGES, Words, words
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.canvases.entering import Entry, entered
from bootcamp_app.features.canvases.views import NewBoard
from bootcamp_app.features.exports.service import ending_of, forms_of
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.features.reports.views import Choice
from bootcamp_app.features.teams.building import Wanted
from bootcamp_app.reading.pages import page_count, text_of
from bootcamp_app.ui.reports.files.offered import COPY, DATABASE
from tests.clock import FakeClock
from tests.features.certificates.camps import Camp, camp_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.features.reports.kind_views import ReportKind
    from bootcamp_app.features.reports.views import Report

NAME = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
KHMER = re.compile("[\u1780-\u17ff]")
LONGEST = 40
NAMES = ("ចាន់ ស្រីនាង", "Chan Sreyneang", "CHAN Sreyneang", "សុខ ដារ៉ា", "Sok Dara", "SOK Dara",
         "Kim Sophea", "KIM Sophea", "ម៉ៅ វុទ្ធី")  # fmt: skip
OTHERS = ("12 345 678", "12345678", "11 222 333", "11222333", "nary@example.org", "peanuts",
          "ext-4711", "1979-05-17", "17/05/1979", "Angkor Chey", "Lampkeeper")  # fmt: skip
KINDS = report_kinds()
WRITTEN = [(kind, form) for kind in KINDS for form in forms_of(kind)]
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
each_file = pytest.mark.parametrize(("kind", "form"), WRITTEN, ids=map("-".join, WRITTEN))


@dataclass(frozen=True)
class Camps:
    """A bootcamp whose people are known by many things, and one in which nobody is."""

    full: Camp
    empty: Camp

    def write(self, kind: str, form: str, folder: Path, choice: Choice) -> Path:
        """Write a report, and give the file."""
        target = folder / f"report{ending_of(form)}"
        assert self.full.app.exports.write(kind, choice, target, form) >= 0
        return target


@pytest.fixture(scope="module")
def camps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Camps]:
    """Both in one workspace, made once: reports change nothing."""
    clock = FakeClock()
    app = build(tmp_path_factory.mktemp("reports") / "camp.bootcamp", clock, "Sokha")
    full = camp_in(app)
    present = full.add_known_by_all(position="Lampkeeper")
    late = full.add("សុខ ដារ៉ា", "Sok Dara", phone="011 222 333")
    full.add("", "Kim Sophea")
    gone = full.add("ម៉ៅ វុទ្ធី", "")
    full.attend(present, sessions=(0, 1))
    clock.forward(days=1)
    full.attend(late, sessions=(1,))
    app.people.change(gone, status="withdrawn")
    full.issue()
    building = app.team_building
    building.keep(full.bootcamp, building.preview(full.bootcamp, Wanted(size=2)))
    board = app.boards.make(full.bootcamp, NewBoard("problem-definition"))
    entries = [Entry("issue", "Clean the drain", author="Chan Sreyneang")]
    names = {comparison_key("Chan Sreyneang"): present.participation_id}
    app.boards.apply(board.id, entered(app.boards.contents(board.id), entries, names))
    yield Camps(full, camp_in(app, title_en="Empty Bootcamp", title_km="វគ្គទទេ"))
    app.database.close()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The language is English again, whatever a test spoke."""
    words.use("en")
    yield
    words.use("en")


def choice_of(camp: Camp, **more: object) -> Choice:
    return Choice(bootcamps=(camp.bootcamp.id,), **more)  # type: ignore[arg-type]


def read(path: Path) -> str:
    """Give all that can be read out of a file, also of what is packed into it."""
    if path.suffix == ".pdf":
        return "\n".join(text_of(path)) + path.read_bytes().decode("utf-8", "ignore")
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            return "\n".join(
                packed.read(name).decode("utf-8", "ignore") for name in packed.namelist()
            )
    return path.read_text("utf-8")


def each_option(kind: ReportKind) -> list[dict[str, str]]:
    """Give what may be chosen besides: each value once, and nothing."""
    return [{}, *({one.name: value} for one in kind.options for value, _title in one.values)]


def leaked(path: Path) -> list[str]:
    text = read(path)
    return [one for one in (*NAMES, *OTHERS) if one in text]


def rows_of(report: Report) -> list[object]:
    heads = [[(c.name, c.title, c.kind) for c in one.columns] for one in report.sheets]
    return [report.facts, report.notes, heads, [list(one.rows) for one in report.sheets]]


@each_kind
def test_a_kind_is_called_by_its_own_name_and_can_be_written(kind: ReportKind) -> None:
    assert NAME.fullmatch(kind.id)
    assert len(kind.id) <= LONGEST
    assert kind.id not in {DATABASE, COPY, "workspace", "files", "figures"}
    assert KINDS[kind.id] is kind
    assert forms_of(kind.id) != []


@each_kind
def test_all_its_words_are_there_in_khmer(kind: ReportKind) -> None:
    khmer = Words()
    khmer.use("km")
    titles = [kind.title, kind.about, *([kind.left_out] if kind.left_out else [])]
    for option in kind.options:
        titles += [option.title, *(title for _value, title in option.values)]

    assert [one for one in titles if not KHMER.search(khmer.catalogue.gettext(one))] == []


@each_kind
def test_its_options_can_be_chosen_each(kind: ReportKind, camps: Camps, tmp_path: Path) -> None:
    form = forms_of(kind.id)[-1]
    assert len({one.name for one in kind.options}) == len(kind.options)
    for option in kind.options:
        assert NAME.fullmatch(option.name)
        values = [value for value, _title in option.values]
        assert len(set(values)) == len(values) > 1
        for value in values:
            chosen = choice_of(camps.full, options={option.name: value})
            assert option.of(chosen) == value
            # As where so few are counted that nothing may be public.
            with suppress(Refusal):
                assert camps.write(kind.id, form, tmp_path, chosen).stat().st_size > 0


@each_file
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_made_for_nobody_and_for_some(
    kind: str, form: str, language: str, camps: Camps, tmp_path: Path
) -> None:
    words.use(language)

    path = camps.write(kind, form, tmp_path, choice_of(camps.full))
    assert path.stat().st_size > 0
    assert form != "pdf" or page_count(path) > 0
    path.unlink()
    try:
        camps.write(kind, form, tmp_path, choice_of(camps.empty))
    except Refusal:
        # Paper with nobody on it says what to do first; tables have their heads.
        assert form == "pdf"
        assert not path.exists()
    else:
        assert path.stat().st_size > 0


@each_file
def test_nothing_personal_is_in_it_where_that_is_left_out(
    kind: str, form: str, camps: Camps, tmp_path: Path
) -> None:
    for options in each_option(KINDS[kind]):
        chosen = choice_of(camps.full, with_personal_data=False, options=options)
        try:
            path = camps.write(kind, form, tmp_path, chosen)
        except Refusal:
            # As of a list that is of nothing else, or of too few to be public.
            assert list(tmp_path.iterdir()) == []
            continue
        assert leaked(path) == []
        path.unlink()


@each_kind
def test_a_kind_says_what_it_leaves_out_where_anything_personal_is_in_it(
    kind: ReportKind, camps: Camps, tmp_path: Path
) -> None:
    found = []
    for form in forms_of(kind.id):
        for options in each_option(kind):
            # As where so few are counted that nothing may be public.
            with suppress(Refusal):
                chosen = choice_of(camps.full, options=options)
                found += leaked(camps.write(kind.id, form, tmp_path, chosen))

    # Of several sheets CSV has the first, which may name nobody.
    assert bool(found) == bool(kind.left_out)


@each_file
@pytest.mark.parametrize("call", [1, 2])
def test_one_that_is_stopped_leaves_the_file_that_was_there(
    kind: str, form: str, call: int, camps: Camps, tmp_path: Path
) -> None:
    target = tmp_path / "report"
    target.write_text("older", "utf-8")
    told: list[int] = []

    def stop(done: int, _of: int) -> None:
        told.append(done)
        if len(told) == call:
            raise Cancelled("Stopped. Nothing of it was kept.")

    with pytest.raises(Cancelled):
        camps.full.app.exports.write(kind, choice_of(camps.full), target, form, stop)

    assert [path.name for path in tmp_path.iterdir()] == ["report"]
    assert target.read_text("utf-8") == "older"


@pytest.mark.parametrize("kind", [one for one in KINDS.values() if one.tables], ids=lambda k: k.id)
def test_its_tables_are_whole_and_the_same_each_time(kind: ReportKind, camps: Camps) -> None:
    make = camps.full.app.reports.make
    for camp in (camps.empty, camps.full):
        report = make(kind.id, choice_of(camp))
        assert NAME.fullmatch(report.name)
        names = [sheet.name for sheet in report.sheets]
        assert names
        assert len(set(names)) == len(names)
        assert all(NAME.fullmatch(name) for name in names)
        assert all(sheet.title for sheet in report.sheets)
        for sheet in report.sheets:
            heads = [column.name for column in sheet.columns]
            assert len(set(heads)) == len(heads)
            assert all(column.title for column in sheet.columns)
            assert all(len(row) == len(heads) for row in list(sheet.rows))
        assert rows_of(make(kind.id, choice_of(camp))) == rows_of(make(kind.id, choice_of(camp)))
