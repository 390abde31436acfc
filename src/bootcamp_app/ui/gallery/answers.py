"""What the program says: banners, toasts, the answer at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.gallery.part import Part
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.big_answer import BigAnswer
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.kit.toast import Toast
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TOAST, _ANSWER = (448, 90), 300


def _banners() -> QWidget:
    banners = [Banner(), Banner(), Banner(), Banner()]
    banners[0].show_text(N_("Everything is saved on this laptop."), "good")
    banners[1].show_text(N_("Saved here, but the last backup failed."), "warning")
    banners[2].refuse(
        Refusal("This code is not on the list of this bootcamp. Open People to add the person.")
    )
    banners[3].show_text(N_("There is nothing to undo here."), "info")
    return holding(column(*banners, gap=10))


def _toast() -> QWidget:
    toast = Toast()
    toast.say(N_("Taken back."), lambda: None)
    over = holding(column(1, toast, margin=24))
    over.resize(*_TOAST)
    over.setMinimumHeight(_TOAST[1])
    return over


def _answer(meaning: str, icon: str, headline: str, detail: str) -> QWidget:
    answer = BigAnswer()
    answer.setMinimumHeight(_ANSWER)
    answer.show_answer(
        meaning,
        icon,
        lambda: str(Sentence(headline, time=digits("08:04"))),
        "ចាន់ ស្រីនាង",
        "CHAN Sreyneang",
        detail,
    )
    return answer


ANSWERS = (
    Part("banners", N_("Banners"), _banners, 330),
    Part("toast", N_("Toast"), _toast, 122),
    Part(
        "answer_good",
        N_("Answer: recorded"),
        lambda: _answer("good", "check-circle", N_("Checked in at {time}"), ""),
        340,
    ),
    Part(
        "answer_info",
        N_("Answer: known already"),
        lambda: _answer("info", "duplicate", N_("Already here since {time}"), ""),
        340,
    ),
    Part(
        "answer_bad",
        N_("Answer: refused"),
        lambda: _answer(
            "bad", "refuse", N_("Not on the list"), N_("Open People to add the person.")
        ),
        400,
    ),
)
