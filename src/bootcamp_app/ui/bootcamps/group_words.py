"""Who is expected at a session, in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.people.field_words import said
from bootcamp_app.ui.team_names import team_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.ui.words import Text


def group_in_words(expects: str) -> str:
    """Say who is expected: everybody, the name of a role, or a team."""
    kind, _colon, name = expects.partition(":")
    if not kind:
        return _("Everybody")
    if kind == "role":
        return _("Role: {name}").format(name=said("role", name))
    return _("Team: {name}").format(name=team_name(name))


def group_choices(groups: Mapping[str, Sequence[str]], chosen: str) -> list[tuple[str, Text]]:
    """Give who may be expected: everybody, each role, each team, and who is chosen already."""
    known = [f"{kind}:{name}" for kind in ("role", "team") for name in groups.get(kind, ())]
    if chosen and chosen not in known:
        known.append(chosen)
    named: list[tuple[str, Text]] = [(key, partial(group_in_words, key)) for key in known]
    return [("", N_("Everybody")), *named]
