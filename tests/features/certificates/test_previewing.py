"""A certificate to look at before anything is issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.designs import designs
from bootcamp_app.features.certificates.printing import codes_of, print_batch
from bootcamp_app.features.certificates.wording import NOT_ISSUED
from bootcamp_app.reading.pages import text_of
from tests.features.certificates.camps import NAMES, quietly
from tests.storage.desks import state_of

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.people.views import Participant
    from tests.features.certificates.camps import Camp


def preview(camp: Camp, person: Participant, target: Path) -> list[str]:
    """Write a preview; give the lines of its one page."""
    camp.app.certificates.preview(camp.bootcamp, person.participation_id, target)
    (page,) = text_of(target)
    return page.split("\n")


def test_a_certificate_that_is_not_issued_says_so_and_has_no_code(
    camp_on_either: Camp, tmp_path: Path
) -> None:
    camp = camp_on_either
    person = camp.add(*NAMES[0])
    camp.attend(person)
    before = state_of(camp.app.database)

    lines = preview(camp, person, tmp_path / "one.pdf")

    assert {*NAMES[0], NOT_ISSUED} <= set(lines)
    assert not any(camp.bootcamp.code in line for line in lines)
    assert list(codes_of(tmp_path / "one.pdf")) == []
    assert state_of(camp.app.database) == before


def test_but_for_serial_and_code_the_preview_is_what_is_issued(camp: Camp, tmp_path: Path) -> None:
    person = camp.add(*NAMES[0])
    camp.attend(person)
    shown = preview(camp, person, tmp_path / "before.pdf")

    camp.issue()

    (certificate,) = camp.certificates
    assert certificate.serial.endswith("00001-" + certificate.serial[-1])
    issued = preview(camp, person, tmp_path / "after.pdf")
    assert issued == [certificate.serial if line == NOT_ISSUED else line for line in shown]


def test_an_issued_certificate_is_shown_as_it_is_printed(camp: Camp, tmp_path: Path) -> None:
    (certificate,) = camp.certified(NAMES[0])
    (person,) = camp.people
    with camp.app.database.read() as reader:
        drawn_from = designs(reader, [certificate.design_id])
    print_batch([certificate], camp.bootcamp, tmp_path / "printed.pdf", quietly, drawn_from)

    preview(camp, person, tmp_path / "shown.pdf")

    assert (tmp_path / "shown.pdf").read_bytes() == (tmp_path / "printed.pdf").read_bytes()


def test_also_who_has_not_earned_one_can_be_shown_theirs(camp: Camp, tmp_path: Path) -> None:
    person = camp.add(*NAMES[0])

    assert NOT_ISSUED in preview(camp, person, tmp_path / "one.pdf")


@pytest.mark.parametrize("name", ["Sok Dara 𒀀", "Sok " + "Dara " * 80])
def test_what_could_not_be_issued_is_not_shown_either(
    camp: Camp, tmp_path: Path, name: str
) -> None:
    person = camp.add("", name)

    with pytest.raises(Refusal, match=r"cannot be shown|too long for the code"):
        preview(camp, person, tmp_path / "one.pdf")

    assert list(tmp_path.glob("*.pdf")) == []


def test_somebody_who_is_gone_has_no_preview(camp: Camp, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no longer in the list"):
        camp.app.certificates.preview(camp.bootcamp, "gone", tmp_path / "one.pdf")
