"""What fields of the door offer while somebody types; asked beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.ui.attendance.answers import names_of
from bootcamp_app.ui.kit.completing_field import Completion

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session

_MOST, _LOOKED_AT = 6, 30


def organisations(app: App) -> Callable[[str], list[Completion]]:
    """Give what offers organisations by any part of either name, most people first."""

    def suggest(text: str) -> list[Completion]:
        return [
            Completion(one.name, one.name_km if one.name == one.name_en else one.name_en)
            for one in app.organisations.suggest(text, _MOST)
        ]

    return suggest


def colleagues(app: App, bootcamp: Bootcamp, session: Session, text: str) -> list[Completion]:
    """Give who is expected at a session, has not come, and is called like that."""
    here = {key for (_at, key), one in app.attendance.presences([session]).items()
            if one.is_present}  # fmt: skip
    absent = [
        one
        for one in app.people.list(bootcamp, text, _LOOKED_AT)
        if one.is_expected and one.participation_id not in here
    ]
    offered = []
    for one in absent[:_MOST]:
        first, second = names_of(one)
        more = " · ".join(filter(None, (second, one.organisation)))
        offered.append(Completion(first, more, one))
    return offered
