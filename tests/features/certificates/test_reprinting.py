"""A certificate printed again is the same paper, whatever was changed since."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from bootcamp_app.features.certificates.designs import designs
from bootcamp_app.features.certificates.layouts import layout
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.certificates.tables import LayoutRow, SignatoryRow
from tests.features.certificates.camps import NAMES, Camp, quietly
from tests.logos import logo

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
