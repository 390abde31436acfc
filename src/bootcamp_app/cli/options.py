"""Options that commands of many rooms take."""

from __future__ import annotations

import click

from bootcamp_app.core.i18n import N_

BOOTCAMP = click.option(
    "--bootcamp", metavar="REF", help=N_("The bootcamp; the newest where not given.")
)
