"""What an undo did, in words: what is gone, who stays all the same, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.people.person_views import Stays
    from bootcamp_app.storage.undoing import Undone
    from bootcamp_app.ui.words import Text

    Step = Callable[[int, int], None]

_TAKING_BACK = N_("Taking it back")
SHORT = 500
"""An act that wrote no more facts is taken back in an instant, without showing how far it is."""
_NAMED = 3


@dataclass(frozen=True)
class TakenBack:
    """An undo, and whom it left."""

    undone: Undone
    stays: tuple[Stays, ...]

    @property
    def people(self) -> int:
        """How many it took out of a bootcamp."""
        return sum(table == "participations" for table, _row in self.undone.gone)


def take_back(
    app: App,
    act: str,
    only: Sequence[str] | None = None,
    step: Step = lambda done, of: None,  # noqa: ARG005
) -> TakenBack:
    """Take an act back, and learn whom that leaves."""
    undone = app.records.undo_act(act, only, step)
    return TakenBack(undone, app.people.staying(undone.kept))


def much_back(
    app: App, act: str, done: Callable[[TakenBack], object], failed: Callable[[Refusal], object]
) -> Job:
    """Give long work that takes an act back, shows how far it is and can be stopped."""
    return Job(lambda step: take_back(app, act, step=step), done, failed, _TAKING_BACK)


def told(taken: TakenBack, done: Text) -> Text:
    """Say what was done: as it was wanted, or whom it left."""
    return partial(_told, taken) if taken.stays else done


def told_stays(stays: Sequence[Stays]) -> str:
    """Say who stays and why, the first few by name."""
    names = [str(one) for one in stays[:_NAMED]]
    if (more := len(stays) - _NAMED) > 0:
        names.append(ngettext("{n} more", "{n} more", more).format(n=digits(more)))
    n = len(stays)
    said = ngettext("{n} stays as it is: {names}", "{n} stay as they are: {names}", n)
    return said.format(n=digits(n), names=", ".join(names))


def _told(taken: TakenBack) -> str:
    n = taken.people
    if not taken.undone.rows:
        what = _("Nothing was taken back.")
    elif n:
        said = ngettext("{n} person was taken back.", "{n} people were taken back.", n)
        what = said.format(n=digits(n))
    else:
        what = _("Taken back.")
    return f"{what} {told_stays(taken.stays)}"
