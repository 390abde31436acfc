"""The list of certificates, the phone list and table signs: whole, in both scripts, and careful."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import in_language
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.features.reports.views import Choice
from bootcamp_app.features.teams.building import Wanted
from bootcamp_app.reading.pages import text_of
from tests.clock import FakeClock
from tests.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADERS = ["ឈ្មោះ", "Name", "Sex", "Organisation", "Tel", "Province"]
ROWS = [
    ["ចាន់ សុខា", "CHAN Sokha", "f", "មន្ទីរផែនការខេត្ត", "012 345 678", "Kampot"],
    ["លី ហេង", "LY Heng", "m", "CSO network", "097 1 234 567", "Takeo"],
    ["", "KIM Nary", "f", "CSO network", "", "កំពត"],
]
PAPERS = ("sign-in", "certificate-list", "table-signs", "phone-list")
PLAIN = Choice(with_personal_data=False)
NAMES = ("ចាន់ សុខា", "CHAN Sokha", "LY Heng", "KIM Nary")


@pytest.fixture(scope="module")
def camp(tmp_path_factory: pytest.TempPathFactory, made_once: None) -> Iterator[Desk]:  # noqa: ARG001
    """Three people in two teams, two of whom hold a certificate."""
    app = build(tmp_path_factory.mktemp("lists") / "lists.bootcamp", FakeClock(), "Sokha")
    desk = Desk(app, FakeClock())
    desk.import_rows([HEADERS, *ROWS])
    app.team_building.keep(desk.bootcamp, app.team_building.preview(desk.bootcamp, Wanted(teams=2)))
    there = [one.participation_id for one in desk.people() if one.name_km]
    for session in desk.sessions:
        app.states.set(session, there, Mark("present"))
    assert app.certificates.issue(desk.bootcamp).issued == 2
    yield desk
    app.database.close()


def on_paper(desk: Desk, kind: str, target: Path, choice: Choice | None = None) -> list[str]:
    pages = desk.app.exports.write(kind, choice or Choice(), target, "pdf")
    texts = text_of(target)
    assert len(texts) == pages
    return texts


def test_who_holds_a_certificate_stands_on_the_list_with_its_number_and_a_box_to_sign(
    camp: Desk, tmp_path: Path
) -> None:
    [text] = on_paper(camp, "certificate-list", tmp_path / "list.pdf")
    [sheet] = camp.app.reports.make("certificate-list", Choice()).sheets
    rows = list(sheet.rows)

    assert [one in text for one in NAMES] == [True, True, True, False]
    serials = [one.serial for one in camp.app.certificates.issued(camp.bootcamp)]
    assert [text.count(one) for one in serials] == [1, 1]
    assert [row[0] for row in rows] == serials
    assert {row[2] for row in rows} == {"CHAN Sokha", "LY Heng"}
    for word in ("Signature of receipt", "ហត្ថលេខាអ្នកទទួល", "Prepared by", "Verified by"):
        assert word in text


def test_without_personal_data_the_list_of_certificates_names_nobody(
    camp: Desk, tmp_path: Path
) -> None:
    [text] = on_paper(camp, "certificate-list", tmp_path / "list.pdf", PLAIN)
    [sheet] = camp.app.reports.make("certificate-list", PLAIN).sheets

    shown = text + repr([column.name for column in sheet.columns]) + repr(list(sheet.rows))
    assert [one for one in NAMES if one in shown] == []
    serials = [one.serial for one in camp.app.certificates.issued(camp.bootcamp)]
    assert [shown.count(one) for one in serials] == [2, 2]


def test_the_phone_list_says_whom_to_call_by_name_or_by_team(camp: Desk, tmp_path: Path) -> None:
    [text] = on_paper(camp, "phone-list", tmp_path / "phones.pdf")
    by_team = Choice(options={"order": "team"})
    [sheet] = camp.app.reports.make("phone-list", by_team).sheets
    teams = camp.app.teams.roster(camp.bootcamp)

    wanted = (*NAMES, "012 345 678", "097 1 234 567", "CSO network", "Takeo", "តាកែវ")
    assert [one for one in wanted if one not in text] == []
    assert [team.name_en in text for team in teams.teams] == [True, True]
    order = [str(team) for team in teams.teams for _mate in teams.of(team)]
    assert [row[4] for row in sheet.rows] == order
    assert len(order) == 3


@pytest.mark.parametrize("kind", ["phone-list", "certificate-list"])
def test_a_list_says_when_it_was_made_and_to_whom_it_may_be_handed(
    camp: Desk, tmp_path: Path, kind: str
) -> None:
    [text] = on_paper(camp, kind, tmp_path / "list.pdf")

    assert "Made on 2 March 2026 · With personal data." in text
    assert "កាលបរិច្ឆេទរៀបចំ ថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៦ · មានទិន្នន័យផ្ទាល់ខ្លួន។" in text


def test_without_names_a_list_has_no_word_on_personal_data(camp: Desk, tmp_path: Path) -> None:
    [text] = on_paper(camp, "certificate-list", tmp_path / "list.pdf", PLAIN)

    assert "Made on 2 March 2026" in text
    assert "personal data" not in text


def test_a_phone_list_without_personal_data_is_refused_in_words(camp: Desk, tmp_path: Path) -> None:
    for form in ("pdf", "csv"):
        with pytest.raises(Refusal, match="nothing is left of a phone list"):
            camp.app.exports.write("phone-list", PLAIN, tmp_path / f"none.{form}", form)
    assert list(tmp_path.iterdir()) == []


def test_every_team_or_every_person_has_a_sign_that_is_read_from_both_sides(
    camp: Desk, tmp_path: Path
) -> None:
    of_teams = Choice(options={"which": "teams"}, with_personal_data=False)
    teams = on_paper(camp, "table-signs", tmp_path / "teams.pdf", of_teams)
    names = on_paper(camp, "table-signs", tmp_path / "names.pdf")

    known = camp.app.teams.all(camp.bootcamp)
    assert [text.count(team.name_en) for text, team in zip(teams, known, strict=True)] == [2, 2]
    for text, one in zip(names, camp.people(), strict=True):
        shown = (one.name_km or one.name_en, one.name_en, one.organisation)
        assert [text.count(each) for each in shown] == [2, 2, 2]
    with pytest.raises(Refusal, match="or signs for teams"):
        on_paper(camp, "table-signs", tmp_path / "no.pdf", PLAIN)


def test_a_bootcamp_without_teams_or_people_is_told_what_to_do(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    choice = Choice(bootcamps=(sqlite_desk.bootcamp.id,))

    with pytest.raises(Refusal, match="Build them on the page of teams"):
        on_paper(sqlite_desk, "table-signs", tmp_path / "signs.pdf",
                 Choice(options={"which": "teams"}))  # fmt: skip
    with pytest.raises(Refusal, match="Import a list or add people"):
        on_paper(sqlite_desk, "table-signs", tmp_path / "signs.pdf", choice)
    for kind in ("certificate-list", "phone-list"):
        assert len(on_paper(sqlite_desk, kind, tmp_path / "empty.pdf", choice)) == 1


@pytest.mark.parametrize("kind", PAPERS)
def test_what_is_made_twice_is_the_same_to_the_byte(camp: Desk, tmp_path: Path, kind: str) -> None:
    for name in ("one.pdf", "two.pdf"):
        on_paper(camp, kind, tmp_path / name)

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize("kind", PAPERS)
def test_every_word_of_the_kinds_is_there_in_khmer(kind: str) -> None:
    known = report_kinds()[kind]
    titles = [option.title for option in known.options]
    values = [title for option in known.options for _value, title in option.values]
    said = [known.title, known.about, known.left_out, *titles, *values]

    assert [one for one in said if in_language(one, "km") == one] == []
