"""What is said about the camera that reads certificates, and which codes it looks for."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.camera_words import Condition, Conditions, loading

_MARKS = ("BD1:", "BT1:", "BT1/")


def code_in(text: str) -> str:
    """Give the text of a code of a certificate or of a trust list, or nothing for others."""
    plain = text.strip()
    return plain if plain.startswith(_MARKS) else ""


VERIFY = Conditions(
    loading(
        N_("The part for cameras is missing. Install the program again, or use a photo."),
        lambda library: Sentence(
            "The camera needs {library}, which this computer does not have. Install it, or use a "
            "photo.",
            library=library,
        ),
    ),
    starting=Condition(N_("The camera is starting…")),
    ready=Condition(N_("Hold the code of a certificate in front of the camera, a hand away.")),
    read=Condition(N_("The code was read."), "good"),
    other=Condition(N_("This code is no certificate's."), "warning"),
    dark=Condition(N_("It is dark. Turn a lamp to the paper."), "warning"),
    none=Condition(
        N_("No camera was found. Plug one in, and it starts. Or use a photo."),
        "warning",
        is_trouble=True,
    ),
    gone=Condition(
        N_("The camera is gone. Plug it in again, and it goes on. Or use a photo."),
        "warning",
        is_trouble=True,
    ),
    busy=Condition(
        N_(
            "The camera cannot be used. Close other programs that use it, then try again, or use "
            "a photo."
        ),
        "bad",
        is_trouble=True,
        may_try_again=True,
    ),
    silent=Condition(
        N_(
            "The camera gives no picture. Open its cover and close other programs that use it, "
            "then try again, or use a photo."
        ),
        "bad",
        is_trouble=True,
        may_try_again=True,
    ),
    denied=Condition(
        N_(
            "This computer does not let the program use the camera. Allow it in the settings of "
            "the system, under Privacy, then try again, or use a photo."
        ),
        "bad",
        is_trouble=True,
        may_try_again=True,
    ),
    unread=Condition(
        N_("The pictures of this camera cannot be read. Take another camera, or use a photo."),
        "bad",
        is_trouble=True,
        may_try_again=True,
    ),
)
