"""E-mail drafts: a message to nobody as yet, with a file attached, that mail programs open."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

DRAFT = ".eml"
MOST_BYTES = 18_000_000
"""Attached it grows by a third, and most offices take no letter of more than 25 MB."""

_KINDS = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".json": "application/json",
    ".zip": "application/zip",
    ".pdf": "application/pdf",
    ".sqlite": "application/vnd.sqlite3",
}
_ANY_KIND = "application/octet-stream"


def write_draft(attached: Path, target: Path, subject: str, text: str, at: datetime) -> None:
    """Write a draft with a file attached, whole or not at all; to whom it goes is left open."""
    size = attached.stat().st_size
    if size > MOST_BYTES:
        raise Refusal(
            "“{name}” has {size} MB, and most e-mail takes no more than {most} MB. Save it and "
            "hand it over on a stick.",
            name=attached.name,
            size=round(size / 1_000_000),
            most=round(MOST_BYTES / 1_000_000),
        )
    message = EmailMessage(SMTP)
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    # By this mark mail programs open it to be completed and sent, not to be read.
    message["X-Unsent"] = "1"
    # Khmer letter by letter in quoted-printable would be nine times as long.
    message.set_content(text, cte="base64")
    kind = _KINDS.get(attached.suffix.lower(), _ANY_KIND)
    main, _slash, sub = kind.partition("/")
    message.add_attachment(
        attached.read_bytes(),
        main,
        sub,
        filename=attached.name,
        params={"charset": "utf-8"} if main == "text" else {},
    )
    with whole_file(target) as part:
        part.write_bytes(message.as_bytes())
