"""A certificate printed again is the same paper, whatever was changed since."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.designs import designs
from bootcamp_app.features.certificates.layouts import layout
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.certificates.prints import Wish
from bootcamp_app.features.certificates.tables import LayoutRow, SignatoryRow
from tests.features.certificates.camps import NAMES, Camp, quietly
from tests.logos import logo
from tests.storage.desks import facts_for, take_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.certificates.views import Certificate


def printed(app: App, camp: Camp, target: Path) -> tuple[list[Certificate], bytes]:
    """Print what holds, and give it with the bytes of its file."""
    holding = app.certificates.issued(camp.bootcamp)
    with app.database.read() as reader:
        drawn_from = designs(reader, {one.design_id for one in holding})
    assert drawn_from.keys() == {one.design_id for one in holding}
    print_batch(holding, camp.bootcamp, target, quietly, drawn_from)
    return holding, target.read_bytes()


def change_everything(camp: Camp) -> None:
    """Change the layout, who signs, the logos, the bootcamp and the name of everybody."""
    document = deepcopy(layout("modern"))
    with camp.app.database.write() as work:
        work.add(LayoutRow(bootcamp_id=camp.bootcamp.id, document=document, digits="latin"))
        work.add(SignatoryRow(bootcamp_id=camp.bootcamp.id, place=1, name_en="Governor"))
    camp.app.logos.add(camp.bootcamp, logo("wide"), "undp.png")
    camp.app.agenda.change_bootcamp(camp.bootcamp, {"title_en": "Another title"})
    for one in camp.people:
        camp.app.people.change(one, name_en=f"{one.name_en} Changed")


def test_the_same_certificate_gives_the_same_bytes_for_ever(
    camp: Camp, sqlite_place: str, tmp_path: Path, open_app: Callable[[str], App]
) -> None:
    camp.certified(*NAMES)
    before, bytes_before = printed(camp.app, camp, tmp_path / "first.pdf")
    change_everything(camp)

    after, bytes_after = printed(camp.app, camp, tmp_path / "second.pdf")
    camp.app.database.close()
    later, bytes_later = printed(open_app(sqlite_place), camp, tmp_path / "third.pdf")

    assert before == after == later
    assert bytes_before == bytes_after == bytes_later


def test_a_correction_is_drawn_from_the_design_of_today(camp: Camp, tmp_path: Path) -> None:
    (first,) = camp.certified(NAMES[0])
    change_everything(camp)

    made = camp.app.corrections.correct(first.serial, "misspelt")

    assert made.design_id != first.design_id
    assert printed(camp.app, camp, tmp_path / "one.pdf")[0] == [made]


@pytest.mark.parametrize(
    ("late", "why"),
    [("certificate_designs", "has not arrived"), ("certificate_files", "is not on this laptop")],
)
def test_nothing_is_printed_or_made_from_what_has_not_arrived(
    camp: Camp, tmp_path: Path, open_app: Callable[[str], App], late: str, why: str
) -> None:
    camp.app.logos.add(camp.bootcamp, logo("wide"), "undp.png")
    (tmp_path / "signed.png").write_bytes(logo("tall"))
    signed = camp.app.design_files.add_picture(tmp_path / "signed.png")
    with camp.app.database.write() as work:
        work.add(SignatoryRow(bootcamp_id=camp.bootcamp.id, place=1, file_id=signed.id))
    camp.certified(NAMES[0])
    late_one = camp.add(*NAMES[1])
    camp.attend(late_one)
    there = Camp(open_app(str(tmp_path / "other.bootcamp")), camp.bootcamp, camp.sessions)
    every = facts_for(camp.app.database)
    take_in(there.app.database, [one for one in every if one.table_name != late])
    papers = there.app.prints.papers(camp.bootcamp, Wish())
    target = tmp_path / "one.pdf"

    with pytest.raises(Refusal, match=why):
        print_batch(papers.certificates, camp.bootcamp, target, quietly, papers.designs)
    assert not target.exists()
    first = papers.certificates[0].participation_id
    with pytest.raises(Refusal, match=why):
        there.app.certificates.preview(camp.bootcamp, first, target)
    if late == "certificate_files":
        for is_dry_run in (True, False):
            with pytest.raises(Refusal, match=why):
                there.issue(is_dry_run=is_dry_run)
        with pytest.raises(Refusal, match=why):
            there.app.corrections.correct(papers.certificates[0].serial, "a new name")
    take_in(there.app.database, every)
    assert printed(there.app, there, target)[1] == printed(camp.app, camp, tmp_path / "2.pdf")[1]
