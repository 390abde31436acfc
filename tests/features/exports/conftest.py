"""A bootcamp of which everything personal is known, so that it could leak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.attendance.service import Reading
from tests.features.certificates.camps import Camp, camp_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.bootstrap import App
    from tests.clock import FakeClock


@pytest.fixture
def camp(place: str, clock: FakeClock) -> Iterator[Camp]:
    """Four people in a bootcamp on either engine: present, late, absent and withdrawn."""
    app = build(place, clock, "Sokha")
    yield peopled(app, clock)
    app.database.close()


def peopled(app: App, clock: FakeClock) -> Camp:
    """Make that bootcamp in a workspace."""
    made = camp_in(app)
    present = made.add_known_by_all()
    late = made.add("សុខ ដារ៉ា", "Sok Dara", phone="011 222 333")
    made.add("", "Kim Sophea")
    gone = made.add("ម៉ៅ វុទ្ធី", "")
    made.attend(present, sessions=(0, 1))
    clock.forward(minutes=55)
    app.attendance.record_scan(made.sessions[0], Reading(app.badges.of([late])[0].code))
    made.app.people.change(gone, status="withdrawn")
    made.issue()
    return made
