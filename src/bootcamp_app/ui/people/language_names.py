"""The languages of the program, each by its own name."""

from __future__ import annotations

from typing import Final

NAMES: Final = {"km": "ភាសាខ្មែរ", "en": "English"}
