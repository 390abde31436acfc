"""The certificate of a person: how they stand to it, and what became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.certificates.standing import meaning_of, number_of, why_of, word_of
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import say, with_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.certificates.standing import Standing
    from bootcamp_app.features.certificates.stories import Told


class CertificateCard(Card):
    """Says whether somebody has a certificate, why not, and its history."""

    def __init__(self) -> None:
        self.pill = Pill()
        self.serial = Label(tone="muted")
        self.why = Label(wraps=True)
        self.story = Label(size="small", tone="muted", wraps=True)
        super().__init__(
            N_("Certificate"),
            holding(Flow(self.pill, self.serial)),
            self.why,
            self.story,
        )
        self.hide()

    def show_standing(self, standing: Standing | None, story: Sequence[Told]) -> None:
        """Show how somebody stands now; nothing of who takes part in no bootcamp."""
        self.setVisible(standing is not None)
        if standing is None:
            return
        self.pill.show_state(partial(word_of, standing), meaning_of(standing))
        self.serial.show_data(number_of(standing))
        self.serial.setVisible(bool(standing.serial))
        say(self.why, partial(why_of, standing))
        self.why.setVisible(bool(why_of(standing)))
        say(self.story, partial(_lines, tuple(story)))
        self.story.setVisible(bool(story))


def _lines(story: Sequence[Told]) -> str:
    return "\n".join(f"{days_in_words(one.day)} · {with_digits(one.sentence)}" for one in story)
