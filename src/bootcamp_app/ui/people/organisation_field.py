"""A line for an organisation that offers those which are known, most people first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.ui.kit.completing_field import CompletingField, Completion
from bootcamp_app.ui.people.field_words import TITLES, said

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Organisation
    from bootcamp_app.ui.desk import Desk


def organisation_field(desk: Desk, text: str = "") -> CompletingField:
    """Give a field that offers organisations in either script and takes any other name, too."""

    def suggest(written: str) -> list[Completion]:
        return [_completion(one) for one in desk.app.organisations.suggest(written)]

    field = CompletingField(desk.tasks, suggest, TITLES["organisation"])
    field.setText(text)
    field.setCursorPosition(0)
    return field


def _completion(one: Organisation) -> Completion:
    kind, place = said("organisation_kind", one.kind), said("province", one.province)
    return Completion(one.name, " · ".join(filter(None, (kind, place))), one.id)
