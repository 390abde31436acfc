"""Rows of teams and of the wishes that they are built by."""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid5

from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.storage.base import Mergeable


class TeamRow(Mergeable):
    """A team of a bootcamp; who is in it stands in `participations.team`."""

    __tablename__ = "teams"

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    label: Mapped[str]
    """What stands in `participations.team`; it stays when the team gets another name."""
    name_km: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")
    colour: Mapped[str] = mapped_column(default="")
    place: Mapped[int] = mapped_column(default=0)


def team_id(bootcamp_id: str, label: str) -> str:
    """Give the id of a team: the same on every laptop, so that two that make it make one."""
    return str(uuid5(NAMESPACE_OID, f"team {bootcamp_id} {label}"))


class WishRow(Mergeable):
    """What building teams has to heed: these together, these apart, or this one in that team."""

    __tablename__ = "team_wishes"

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    """`together`, `apart` or `fixed`."""
    participation_ids: Mapped[list[str]] = mapped_column(default=list)
    team: Mapped[str] = mapped_column(default="")
    """The label of the team that a `fixed` one names."""
