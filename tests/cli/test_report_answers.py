"""What is reported from the command line: for whom, as what, and what is refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.cli.exports import form_at
from bootcamp_app.cli.handing_over import HANDED_OVER
from bootcamp_app.cli.report_choices import Chosen
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.programmes import ProgrammeWish
from bootcamp_app.features.exports.service import export_formats, forms_of
from bootcamp_app.features.reports.service import report_kinds
from tests import desk as room
from tests.report_kinds import EVERYTHING, SITTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.clock import FakeClock


@pytest.fixture
def desk(
    sqlite_place: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[room.Desk]:
    """A workspace with kinds of reports that ask for everything."""
    for kind in (EVERYTHING, SITTINGS):
        monkeypatch.setitem(report_kinds(), kind.id, kind)
    app = build(sqlite_place, clock, "Sokha")
    yield room.Desk(app, clock)
    app.database.close()


def test_a_report_of_many_bootcamps_counts_all_where_none_is_named(desk: room.Desk) -> None:
    first, second = desk.bootcamp, desk.open_bootcamp("Takeo bootcamp")
    programme = desk.app.programmes.make(ProgrammeWish("Innovation", "", "INN-1"))

    every = Chosen().choice(desk.app, "everything", with_personal_data=True)
    some = Chosen((first.id, "Takeo bootcamp"), "inn-1", datetime(2026, 3, 2), datetime(2026, 3, 4))  # noqa: DTZ001 - a day
    told = some.choice(desk.app, "everything", with_personal_data=False)

    assert (every.bootcamps, every.programme, every.first) == ((), "", None)
    assert told.bootcamps == (first.id, second.id)
    assert told.programme == programme.id
    assert (told.first, told.last) == (date(2026, 3, 2), date(2026, 3, 4))
    assert not told.with_personal_data


def test_a_report_of_sessions_takes_those_of_its_bootcamp_only(desk: room.Desk) -> None:
    first = desk.bootcamp
    here = desk.app.bootcamps.sessions(first)[1]
    desk.open_bootcamp("Takeo bootcamp", starts_on=date(2027, 3, 2))

    chosen = Chosen((first.id,), sessions=(here.id,))
    told = chosen.choice(desk.app, "sittings", with_personal_data=True)

    assert told.sessions == (here.id,)
    with pytest.raises(Refusal, match="of another bootcamp"):
        Chosen(sessions=(here.id,)).choice(desk.app, "sittings", with_personal_data=True)


def test_options_are_those_of_the_kind(desk: room.Desk) -> None:
    chosen = Chosen(options=("order=team", "signs=yes"))
    told = chosen.choice(desk.app, "everything", with_personal_data=True)

    assert told.options == {"order": "team", "signs": "yes"}
    for wrong in ("order=size", "order", "size=1", ""):
        with pytest.raises(Refusal, match="order=name, order=team, signs=no, signs=yes"):
            Chosen(options=(wrong,)).choice(desk.app, "everything", with_personal_data=True)


@pytest.mark.parametrize(
    ("kind", "chosen"),
    [
        ("people", Chosen(programme="INN-1")),
        ("people", Chosen(first=datetime(2026, 3, 2))),  # noqa: DTZ001 - a day
        ("people", Chosen(("a", "b"))),
        ("people", Chosen(sessions=("a",))),
        ("sittings", Chosen(last=datetime(2026, 3, 2))),  # noqa: DTZ001 - a day
        ("everything", Chosen(sessions=("a",))),
    ],
)
def test_what_a_report_does_not_ask_is_refused_and_not_left_out_silently(
    desk: room.Desk, kind: str, chosen: Chosen
) -> None:
    with pytest.raises(Refusal, match="does not ask for --"):
        chosen.choice(desk.app, kind, with_personal_data=True)


def test_reports_lists_every_kind_with_its_formats_and_options(ask: CommandLine) -> None:
    told = ask.json("reports")

    assert [one["id"] for one in told] == list(report_kinds())
    assert all(one["formats"] == forms_of(one["id"]) for one in told)
    assert list(told[0]) == [
        "id", "title", "about", "scope", "formats", "has_personal_data", "options",
    ]  # fmt: skip
    lines = ask("reports").out
    assert all(f"{one['id']}  (" in lines for one in told)
    assert all(f"{name}  (" in lines for name in HANDED_OVER)
    assert not ask.place.exists()


@pytest.mark.parametrize("form", export_formats().values(), ids=lambda form: form.id)
def test_the_ending_says_the_kind_of_file(form: object, tmp_path: Path) -> None:
    suffix = form.suffix  # type: ignore[attr-defined]

    assert form_at(tmp_path / f"a{suffix.upper()}") == form.id  # type: ignore[attr-defined]
    assert form_at(tmp_path / "a.pdf") == "pdf"


@pytest.mark.usefixtures("made")
def test_every_kind_is_written_as_every_kind_of_file_it_can_be(
    ask: CommandLine, tmp_path: Path
) -> None:
    for kind in report_kinds():
        for form in forms_of(kind):
            file = tmp_path / f"{kind}.{form}"
            told = ask.json("export", kind, "--format", form, "--out", file)
            assert list(told) == ["file", "pages" if form == "pdf" else "rows"]
            assert file.stat().st_size > 0


@pytest.mark.usefixtures("made")
def test_a_kind_of_file_that_a_report_cannot_be_is_refused_with_those_it_can(
    ask: CommandLine, tmp_path: Path
) -> None:
    answer = ask("export", "people", "--out", tmp_path / "list")

    assert answer.code == 1
    assert ", ".join(forms_of("people")) in answer.err
    assert list(tmp_path.glob("list*")) == []
