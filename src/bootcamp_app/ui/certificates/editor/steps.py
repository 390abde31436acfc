"""The steps of a layout that can be taken back or done again, in the order they are asked for."""

from __future__ import annotations

from collections import deque


class Steps:
    """The acts of one bootcamp's layout, and the presses that are not answered yet."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.undone: list[str] = []
        self.presses: deque[bool] = deque()
        """Each asks to take a step back, or (false) to do one again."""

    @property
    def act(self) -> str:
        """The act that the first press means; empty where there is none."""
        acts = self.done if self.presses[0] else self.undone
        return acts[-1] if acts else ""

    def hear(self, act: str) -> None:
        """Know a new step: nothing can be done again after it."""
        if act:
            self.done.append(act)
            self.undone = []

    def hear_undone(self, act: str, acts: set[str]) -> None:
        """Know that an act took others back, which may have been taking back themselves."""
        if acts & set(self.undone):
            self.undone = [one for one in self.undone if one not in acts]
            self.done.append(act)
        elif acts & set(self.done):
            self.done = [one for one in self.done if one not in acts]
            self.undone.append(act)

    def took(self, act: str) -> None:
        """Answer the first press."""
        self.forget(act)
        if self.presses:
            self.presses.popleft()

    def forget(self, act: str) -> None:
        """Know an act no more: nothing is left of it to be taken back."""
        self.done = [one for one in self.done if one != act]
        self.undone = [one for one in self.undone if one != act]
