"""Columns of people in tables about a session, for lines that have a `person`."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.table import TableColumn
from bootcamp_app.ui.words import digits

NAMES = (
    TableColumn("name_km", N_("Name in Khmer"), lambda one: one.person.name_km, 170, is_bold=True),
    TableColumn("name_en", N_("Name in Latin letters"), lambda one: one.person.name_en, 170),
)
CONTACT = (
    TableColumn("phone", N_("Phone"), lambda one: digits(one.person.phone), 130),
    TableColumn("organisation", N_("Organisation"), lambda one: one.person.organisation, 220),
)
