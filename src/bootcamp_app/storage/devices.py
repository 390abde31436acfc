"""Which device this copy of the workspace is. A copy of the file is another device."""

from __future__ import annotations

import uuid
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, text

from bootcamp_app.core.ids import new_id
from bootcamp_app.storage.engines import WRITES
from bootcamp_app.storage.facts import next_clock
from bootcamp_app.storage.journal import JournalRow, LocalDeviceRow, SeenRow

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.orm import Session

NOWHERE = ""
"""The home of a copy: whoever opens it becomes a device of its own."""

_MADE_UP = 1 << 40


def home_of(path: Path) -> str:
    """Give what tells this place of a file from every other laptop and folder."""
    node = uuid.getnode()
    # Without a network card Python makes a number up, another one each time.
    place = f"{0 if node & _MADE_UP else node}:{path.resolve()}"
    return sha256(place.encode("utf-8", "surrogateescape")).hexdigest()


def home_of_server(engine: Engine) -> str:
    """Give what tells this database of this server from every copy of it."""
    place = text(
        "SELECT system_identifier, oid FROM pg_control_system(), pg_database "
        "WHERE datname = current_database()"
    )
    with engine.connect() as connection:
        return ":".join(map(str, connection.execute(place).one()))


def settle(engine: Engine, home: str, now: datetime) -> None:
    """Give the copy a device of its own where it is new or was made somewhere else.

    Two files that count as one device would give two facts the same number, and merging
    would lose one of them.
    """
    with engine.connect() as connection:
        if connection.scalar(select(LocalDeviceRow.home)) == home:
            return
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        if connection.scalar(select(LocalDeviceRow.home)) != home:
            _replace(connection, home, now)


def renew(engine: Engine, now: datetime) -> None:
    """Make a restored copy a new device: the old one may have counted on since."""
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        _replace(connection, NOWHERE, now)


def _replace(connection: Connection, home: str, now: datetime) -> None:
    device = new_id()
    latest = connection.scalar(select(func.max(JournalRow.clock))) or 0
    clock = next_clock(latest, int(now.timestamp() * 1000))
    connection.execute(delete(LocalDeviceRow))
    connection.execute(insert(LocalDeviceRow).values(id=device, home=home, seq=0, clock=clock))
    connection.execute(insert(SeenRow).values(device=device, seq=0))


def this_device(session: Session) -> str:
    """Give the name of this copy of the workspace among devices."""
    return session.scalars(select(LocalDeviceRow.id)).one()
