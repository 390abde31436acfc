"""Invented crowds for building teams: mixed as a bootcamp of a province is."""

from __future__ import annotations

from random import Random

from bootcamp_app.features.teams.measuring import Member

_PROVINCES = ("KH-2", "KH-2", "KH-2", "KH-4", "KH-4", "KH-15", "KH-1", "KH-7", "KH-8")


def crowd(people: int, seed: int = 7) -> list[Member]:
    """Give members whose traits lie unevenly, the same ones for the same seed."""
    random = Random(seed)
    sides = ("government",) * 11 + ("civil_society",) * 6 + ("other",) * 2 + ("not_stated",)
    members = []
    for number in range(people):
        sector = random.choice(sides)
        side = sector if sector in sides[:12] else "resident"
        traits = {
            "side": side,
            "sector": sector,
            "sex": random.choice(("female", "female", "male", "male", "male", "other")),
            "province": random.choice(_PROVINCES),
            "organisation": f"{side}-{int(random.expovariate(0.08))}",
        }
        members.append(Member(f"p{number:05d}", traits))
    return members
