"""What goes on paper: who is chosen, in which order, and what was printed before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.features.certificates.leaving_out import not_printable, print_what_fits
from bootcamp_app.features.certificates.prints import Wish, printings
from bootcamp_app.features.certificates.views import CertificatesPrinted
from tests.features.certificates.camps import Chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.certificates.views import Certificate
    from tests.clock import FakeClock
    from tests.features.certificates.camps import Camp

NAMES = (("ខៀវ សុភា", "Khiev Sophea"), ("កែវ ដារ៉ា", "Keo Dara"), ("គឹម នី", "Kim Ny"))


@pytest.fixture
def issued(camp_on_either: Camp) -> Camp:
    camp_on_either.certified(*NAMES)
    return camp_on_either


def chosen(camp: Camp, wish: Wish) -> list[str]:
    papers = camp.app.prints.papers(camp.bootcamp, wish)
    return [papers.people[one.participation_id].name_en for one in papers.certificates]


def test_certificates_lie_in_the_order_that_was_asked_for(issued: Camp) -> None:
    for person, team in zip(issued.people, ("Team 10", "", "Team 9"), strict=True):
        issued.app.people.change(person, team=team)
    by_team = {one.team: one.name_en for one in issued.people}

    by_serial = chosen(issued, Wish())

    assert sorted(by_serial) == ["Keo Dara", "Khiev Sophea", "Kim Ny"]
    assert chosen(issued, Wish(order="name")) == ["Keo Dara", "Khiev Sophea", "Kim Ny"]
    assert chosen(issued, Wish(order="team")) == [by_team[one] for one in ("Team 9", "Team 10", "")]


def test_only_those_who_were_chosen_are_given(issued: Camp) -> None:
    dara = next(one for one in issued.people if one.name_en == "Keo Dara")

    only = Chosen([dara.participation_id])
    assert chosen(issued, Wish(only)) == ["Keo Dara"]
    assert len(issued.app.certificates.issued(issued.bootcamp, only)) == 1
    assert issued.app.certificates.issue(issued.bootcamp, only, is_dry_run=True).already == 1


def test_what_was_printed_is_known_with_how_often_and_when(issued: Camp, clock: FakeClock) -> None:
    first, second, _third = certificates = issued.certificates
    told: list[CertificatesPrinted] = []
    issued.app.changes.subscribe(CertificatesPrinted, told.append)

    assert issued.app.prints.note_printed([first], copies=2) == 0
    later = clock.forward(minutes=5)
    assert issued.app.prints.note_printed([first, second]) == 1

    assert told == [CertificatesPrinted(1, 0), CertificatesPrinted(2, 1)]
    with issued.app.database.read() as reader:
        known = printings(reader)
    assert known.keys() == {first.id, second.id}
    assert (known[first.id].times, known[first.id].copies) == (2, 3)
    assert known[first.id].last_at == later
    prints = issued.app.prints
    assert prints.printing(first.id) == known[first.id]
    assert prints.printing(certificates[2].id) is None
    left = issued.app.prints.papers(issued.bootcamp, Wish(not_printed=True)).certificates
    assert list(left) == [certificates[2]]


def test_nothing_left_to_print_is_refused_with_the_way_out(issued: Camp) -> None:
    issued.app.prints.note_printed(issued.certificates)

    with pytest.raises(Refusal, match="printed before"):
        issued.app.prints.papers(issued.bootcamp, Wish(not_printed=True))


def test_before_anything_is_issued_that_is_said(camp: Camp) -> None:
    with pytest.raises(Refusal, match="Issue them first"):
        camp.app.prints.papers(camp.bootcamp, Wish())


def wide(one: Certificate) -> Certificate:
    return replace(one, printed={**one.printed, "name_first": "W" * 150})


def test_what_cannot_be_printed_is_named_and_all_others_are_printed(issued: Camp) -> None:
    papers = issued.app.prints.papers(issued.bootcamp, Wish())
    first, second, third = papers.certificates
    tried: list[list[str]] = []

    def printing(some: object) -> int:
        assert isinstance(some, list)
        tried.append([one.id for one in some])
        if not_printable(some, papers.designs):
            raise Refusal("One of them does not fit.")
        return len(some)

    done, left_out = print_what_fits([first, wide(second), third], papers.designs, printing)

    assert done == 2
    assert tried[-1] == [first.id, third.id]
    assert [one.certificate.id for one in left_out] == [second.id]
    assert "does not fit" in str(left_out[0].why)


def test_who_stops_the_printing_waits_for_nothing_more(issued: Camp) -> None:
    papers = issued.app.prints.papers(issued.bootcamp, Wish())
    tried: list[int] = []

    def printing(some: Sequence[Certificate]) -> int:
        tried.append(len(some))
        raise Cancelled("Stopped. Nothing of it was kept.")

    with pytest.raises(Cancelled):
        print_what_fits([wide(one) for one in papers.certificates], papers.designs, printing)

    assert tried == [len(NAMES)]


def test_another_trouble_than_a_long_name_is_told_as_it_is(issued: Camp) -> None:
    papers = issued.app.prints.papers(issued.bootcamp, Wish())

    def printing(_some: object) -> int:
        raise Refusal("The disk is full.")

    with pytest.raises(Refusal, match="disk is full"):
        print_what_fits(papers.certificates, papers.designs, printing)
