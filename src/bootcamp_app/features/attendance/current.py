"""A session as it is stored: what a caller holds may be older than a lock or a move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.service import session_view
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.storage.prepared import Prepared

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Session

_SESSIONS = Prepared(
    lambda keys: select(*inspect(SessionRow).column_attrs).where(SessionRow.id.in_(keys))
)


def as_it_is_now(reading: Reading, session: Session) -> Session:
    """Give the session as stored; a Refusal says that it is gone."""
    for row in _SESSIONS(reading.connection(), [session.id]):
        return session_view(row, session.starts_at.tzinfo)
    raise Refusal("This session is gone. Choose another one.")
