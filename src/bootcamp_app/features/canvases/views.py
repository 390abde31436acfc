"""What others may see of canvases."""

from __future__ import annotations

from dataclasses import dataclass

from bootcamp_app.features.bootcamps.views import in_words


@dataclass(frozen=True)
class Words:
    """A text in both languages."""

    en: str
    km: str

    def __str__(self) -> str:
        return in_words(self.en, self.km)


@dataclass(frozen=True)
class Zone:
    """A field of a canvas; millimetres from the top left of its page at A3 landscape."""

    id: str
    title: Words
    prompt: Words
    colour: str
    kind: str
    x: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Template:
    """A canvas as it comes out of the box."""

    id: str
    version: int
    phase: str
    title: Words
    purpose: Words
    credit: Words
    minutes: int
    zones: tuple[Zone, ...]
