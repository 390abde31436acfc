"""The words of a verdict, in both languages."""

from __future__ import annotations

import re

from babel.messages.pofile import read_po

from bootcamp_app.core.i18n import locale_folder

_NUMBER = re.compile(r"[Rr]evision(?:$| (\{\w+\}))")


def test_a_revision_has_one_name_in_khmer_wherever_it_is_said() -> None:
    with next(locale_folder().rglob("km/**/*.po")).open("rb") as file:
        catalogue = read_po(file, locale="km")
    found = {
        one.id: (str(one.string), f"ចេញលើកទី {number[1] or ''}".strip())
        for one in catalogue
        if isinstance(one.id, str) and (number := _NUMBER.search(one.id))
    }

    assert len(found) >= 7
    assert [one for one, (khmer, name) in found.items() if name not in khmer] == []
