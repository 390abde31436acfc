"""The command that lists what was kept at the door, refused scans too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.door import SESSION, Door, heading_of
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.views import RESULTS

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.attendance.views import Kept

_USUAL, _MOST = 50, 100_000


@click.command(cls=Command, help=N_("List the last scans of a session, refused ones too."))
@SESSION
@click.option("--refused", is_flag=True, help=N_("Only those that let nobody in."))
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=_USUAL,
    callback=lambda _ctx, _param, value: min(value, _MOST),
    help=N_("At most so many."),
)
@click.pass_obj
def scans(desk: Desk, session: str | None, limit: int, *, refused: bool) -> None:
    """List the last scans of a session."""
    listed = Door(desk, session, None).place[1]
    kept = desk.app.attendance.recent(listed, limit, only_refused=refused)
    sentences = list(map(_sentence_of, kept)) or [_("Nothing was scanned in this session.")]
    desk.give(list(map(_document_of, kept)), heading_of(listed), *sentences)


def _document_of(one: Kept) -> dict[str, Any]:
    person = one.participant
    return {
        "at": one.at.isoformat(),
        "result": one.result,
        **({"code": one.code} if one.code else {}),
        "person": person
        and {"id": person.person_id, "name_km": person.name_km, "name_en": person.name_en},
        "kind": one.kind,
        "is_annulled": one.is_annulled,
    }


def _sentence_of(one: Kept) -> str:
    name = one.participant.name if one.participant else one.code
    # A later version may know more answers than this one.
    answer = RESULTS.get(one.result, one.result)
    said = [_("Left.") if one.is_exit else _(answer)]
    if one.is_annulled:
        said.append(_("Taken back."))
    return f"{one.at:%H:%M:%S}  {name}: {' '.join(said)}"
