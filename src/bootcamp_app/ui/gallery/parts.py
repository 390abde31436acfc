"""All parts of the kit, in the order of the gallery."""

from __future__ import annotations

from bootcamp_app.ui.gallery.answers import ANSWERS
from bootcamp_app.ui.gallery.basics import BASICS
from bootcamp_app.ui.gallery.entry import ENTRY
from bootcamp_app.ui.gallery.lists import LISTS

PARTS = (*BASICS, *ENTRY, *LISTS, *ANSWERS)
