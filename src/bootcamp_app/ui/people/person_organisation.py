"""Whom a person comes from: what is known of the organisation, the same for all of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.people.field_words import TITLES, choices
from bootcamp_app.ui.people.kept_form import KeptForm
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Organisation


class OrganisationCard(Card):
    """Its names, kind and province; hidden where nobody said whom the person comes from."""

    def __init__(self) -> None:
        self.told = Label(size="small", tone="muted", wraps=True)
        self.form = _form()
        self.organisation: Organisation | None = None
        super().__init__(TITLES["organisation"], self.told, self.form)
        self.hide()

    def show_organisation(self, organisation: Organisation | None) -> None:
        """Show an organisation as it is kept; another one takes the place of what was typed."""
        self.setVisible(organisation is not None)
        if organisation is None:
            self.organisation = None
            return
        if self.organisation is None or self.organisation.id != organisation.id:
            self._begin_anew()
        self.organisation = organisation
        people = organisation.people
        say(
            self.told,
            lambda: ngettext(
                "{n} person comes from here.",
                "{n} people come from here. What you change counts for all of them.",
                people,
            ).format(n=digits(people)),
        )
        self.form.show_kept("name_km", organisation.name_km)
        self.form.show_kept("name_en", organisation.name_en)
        self.form.show_kept("kind", organisation.kind)
        self.form.show_kept("province", organisation.province)

    def _begin_anew(self) -> None:
        self.form.forget()


class _Fields(KeptForm):
    def forget(self) -> None:
        """Hold nothing that was put in of another organisation."""
        self._sent.clear()
        for name in self._fields:
            self._kept[name] = self._text(name)
            self.clear_refusal(name)


def _form() -> _Fields:
    form = _Fields()
    form.keep_text("name_km", N_("Name in Khmer"), "")
    form.keep_text("name_en", N_("Name in Latin letters"), "")
    form.keep_choice("kind", TITLES["organisation_kind"], choices("organisation_kind"))
    form.keep_choice("province", N_("Province of the organisation"), choices("province"))
    return form
