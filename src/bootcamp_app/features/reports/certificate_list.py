"""The certificates that were given out: who has which, and a box to sign for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.reports.made_on import today
from bootcamp_app.features.reports.plain_list import (
    NAME,
    NUMBER,
    PlainList,
    heading_of,
    print_list,
)
from bootcamp_app.features.reports.views import Column, Sheet
from bootcamp_app.printing.list_paper import Field, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Progress
    from bootcamp_app.printing.list_paper import Pair

TITLE = N_("Certificates given out")
_FIELDS = (
    Field(NUMBER, N_("No."), 11),
    Field("serial", N_("Serial number"), 30),
    Field(NAME, N_("Name"), 47),
    Field("organisation", N_("Organisation"), 33),
    Field("issued_on", N_("Issued on"), 35),
    Field("signature", N_("Signature of receipt"), 34),
)


def print_certificate_list(
    sources: Sources,
    bootcamp: Bootcamp,
    target: Path,
    progress: Progress,
    *,
    with_names: bool,
) -> int:
    """Write the list to be signed and give its pages."""
    fields = list(_FIELDS)
    if not with_names:
        spare = next(one.width for one in fields if one.name == NAME)
        fields = [
            one._replace(width=one.width + spare * (one.name == "organisation"))
            for one in fields
            if one.name != NAME
        ]
    certificates = sources.certificates.issued(bootcamp)
    heading = heading_of(sources, bootcamp, TITLE)
    wanted = PlainList(
        heading,
        fields,
        [_row(one) for one in certificates],
        today(sources.clock, bootcamp),
        sources.logos.pictures(bootcamp),
        is_signed=True,
        is_personal=with_names,
    )
    return print_list(wanted, target, progress)


def certificate_sheet(certificates: Sequence[Certificate]) -> Sheet:
    """Give one row a certificate that holds."""
    columns = (
        Column("serial", _("Serial number")),
        Column("name_km", _("Name in Khmer"), is_personal=True),
        Column("name_en", _("Name in Latin letters"), is_personal=True),
        Column("organisation_km", _("Organisation in Khmer")),
        Column("organisation_en", _("Organisation in Latin letters")),
        Column("issued_on", _("Issued on")),
        Column("revision", _("Revision"), kind="number"),
    )
    texts = ("name_km", "name_en", "organisation_km", "organisation_en")
    rows = (
        (
            one.serial,
            *(one.printed.get(name, "") for name in texts),
            one.issued_on,
            one.revision,
        )
        for one in certificates
    )
    return Sheet(_(TITLE), columns, rows, len(certificates), "certificates")


def _row(one: Certificate) -> dict[str, Pair]:
    said = one.printed
    return {
        "serial": (one.serial, ""),
        NAME: names_of(said.get("name_km", ""), said.get("name_en", "")),
        "organisation": names_of(said.get("organisation_km", ""), said.get("organisation_en", "")),
        "issued_on": (in_khmer(one.issued_on), in_english(one.issued_on)),
    }
