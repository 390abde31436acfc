"""Sign-in sheets of days: to be signed by hand, or with how people stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.sign_in_days import sign_in_of, stood_in
from bootcamp_app.features.reports.sign_in_sheets import day_sheets
from bootcamp_app.features.reports.views import Option, Report

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.sign_in_days import SignIn
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress

_FREE = Option(
    "free_rows",
    N_("Free rows for walk-ins"),
    (("10", N_("10 rows")), ("5", N_("5 rows")), ("20", N_("20 rows"))),
    is_for_paper=True,
)
_BOXES = Option(
    "boxes",
    N_("In the boxes"),
    (("blank", N_("Nothing, to be signed by hand")), ("states", N_("How everybody stood"))),
)
_CONTACTS = Option(
    "contacts",
    N_("Age and phone number"),
    (
        ("yes", N_("On the sheet")),
        ("no", N_("Not on the sheet")),
        ("least", N_("Not on the sheet, and the position neither")),
    ),
)


def _paper(sources: Sources, choice: Choice, target: Path, progress: Progress) -> int:
    # Printing is heavy to import, and not every sitting prints.
    from bootcamp_app.features.reports.sign_in_paper import (  # noqa: PLC0415
        SignInWish,
        print_sign_in,
    )

    if not choice.with_personal_data:
        raise Refusal("A sheet is signed beside a name, so it holds names. Choose it with personal "
                      "data; age, phone number and position can be left out.")  # fmt: skip
    told = _told(sources, choice)
    wish = SignInWish(
        free_rows=0 if told.is_filled else int(_FREE.of(choice)),
        has_contacts=_has_contacts(choice),
        has_position=_CONTACTS.of(choice) != "least",
        logos=sources.logos.pictures(told.bootcamp),
    )
    return print_sign_in(told, wish, target, progress)


def _tables(sources: Sources, choice: Choice, progress: Progress) -> Report:  # noqa: ARG001
    told = _told(sources, choice)
    sheets = day_sheets(told, has_contacts=_has_contacts(choice))
    return Report("sign-in", _(ENTRY.title), tuple(sheets))


def _told(sources: Sources, choice: Choice) -> SignIn:
    told = stood_in if _BOXES.of(choice) == "states" else sign_in_of
    return told(sources, choice)


def _has_contacts(choice: Choice) -> bool:
    return _CONTACTS.of(choice) == "yes"


ENTRY = ReportKind(
    "sign-in",
    N_("Sign-in sheets"),
    N_("A sheet for each day, with boxes to sign for each session, as donors want them."),
    place=30,
    scope="sessions",
    tables=_tables,
    paper=_paper,
    options=(_FREE, _BOXES, _CONTACTS),
    left_out=N_(
        "Tables leave out names, position, age and phone number. Sheets to be signed hold names, "
        "so they are not made."
    ),
    icon="edit",
    is_paper_first=True,
    always_names=("paper",),
)  # fmt: skip
