"""The two kinds of things that go wrong: what a person can act on, and bugs (everything else)."""

from __future__ import annotations

from bootcamp_app.core.i18n import Sentence


class Refusal(Exception):  # noqa: N818 - not an error of the program
    """What happened and what to do about it, in the person's words; shown in place."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.sentence = Sentence(message, **values)

    def __str__(self) -> str:
        return str(self.sentence)


class FieldRefusal(Refusal):
    """Something that a field does not take; it is said under the field already."""


class NotSaved(Refusal):
    """The database could not make a change durable; nothing of it was kept."""


class Cancelled(Refusal):
    """A person stopped long work; nothing of it was kept."""
