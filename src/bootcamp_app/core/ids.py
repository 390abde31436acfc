"""Names for rows that no two laptops ever give twice."""

from __future__ import annotations

import uuid_utils


def new_id() -> str:
    """Give a UUID version 7 as text: unique everywhere, sorted by the time it was made."""
    return str(uuid_utils.uuid7())
