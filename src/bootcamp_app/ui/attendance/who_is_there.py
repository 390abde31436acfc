"""The facts after which others are there, late, excused or missing than a moment ago."""

from __future__ import annotations

from bootcamp_app.features.attendance.state_views import (
    SessionClosed,
    SessionReopened,
    StatesSet,
)
from bootcamp_app.features.attendance.views import ScanAnnulled, ScanRecorded
from bootcamp_app.features.people.views import (
    ManyChanged,
    PeopleImported,
    PersonAdded,
    PersonChanged,
)
from bootcamp_app.storage.records import RecordsUndone

WHO_IS_THERE = (
    ScanRecorded,
    ScanAnnulled,
    StatesSet,
    SessionClosed,
    SessionReopened,
    RecordsUndone,
    PeopleImported,
    PersonAdded,
    PersonChanged,
    ManyChanged,
)
