"""The fields that a layout may name. What stands in them is `wording`'s, which needs calendars."""

from __future__ import annotations

PERSONAL = frozenset(
    {
        *("name_first", "name_second", "name_km", "name_en", "role_km", "role_en"),
        *("organisation_km", "organisation_en", "position_km", "position_en"),
        *("serial", "record", "revision"),
    }
)
"""Fields that differ from person to person; all others are shared by most of a bootcamp."""
FIELDS = (
    *("name_first", "name_second", "name_km", "name_en", "title_km", "title_en"),
    *("hours_km", "hours_en", "place_km", "place_en", "venue", "dates_km", "dates_en"),
    *("issued_km", "issued_en", "issued_lunar_km", "role_km", "role_en"),
    *("organisation_km", "organisation_en", "position_km", "position_en", "serial"),
)
"""Every field that a layout may name."""
IN_KHMER_DIGITS = ("hours_km", "dates_km", "issued_km", "issued_lunar_km")
"""Fields with numbers that are written in the digits which a design wants."""
