"""What is said about the camera at the door."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.camera_words import Condition, Conditions, loading

STARTING = Condition(N_("The camera is starting…"))
READY = Condition(N_("Hold a badge in front of the camera."))
READ = Condition(N_("A badge was read."), "good")
OTHER = Condition(N_("This code is not a badge."), "warning")
DARK = Condition(N_("It is dark. Turn a lamp to the badge."), "warning")
NONE = Condition(
    N_(
        "No camera was found. Plug one in, and it starts. Scanner, names and photos work meanwhile."
    ),
    "warning",
    is_trouble=True,
)
GONE = Condition(
    N_(
        "The camera is gone. Plug it in again, and it goes on. Scanner, names and photos work "
        "meanwhile."
    ),
    "warning",
    is_trouble=True,
)
BUSY = Condition(
    N_(
        "The camera cannot be used. Close other programs that use it, then try again. Scanner, "
        "names and photos work meanwhile."
    ),
    "bad",
    is_trouble=True,
    may_try_again=True,
)
SILENT = Condition(
    N_(
        "The camera gives no picture. Open its cover and close other programs that use it, then "
        "try again. Scanner, names and photos work meanwhile."
    ),
    "bad",
    is_trouble=True,
    may_try_again=True,
)
DENIED = Condition(
    N_(
        "This computer does not let the program use the camera. Allow it in the settings of the "
        "system, under Privacy, then try again. Scanner, names and photos work meanwhile."
    ),
    "bad",
    is_trouble=True,
    may_try_again=True,
)


UNREAD = Condition(
    N_(
        "The pictures of this camera cannot be read. Try again or take another camera. Scanner, "
        "names and photos work meanwhile."
    ),
    "bad",
    is_trouble=True,
    may_try_again=True,
)

load_cameras = loading(
    N_(
        "The part for cameras is missing. Install the program again. Scanner, names and photos "
        "work meanwhile."
    ),
    lambda library: Sentence(
        "The camera needs {library}, which this computer does not have. Install it, then try "
        "again. Scanner, names and photos work meanwhile.",
        library=library,
    ),
)

DOOR = Conditions(
    load_cameras,
    starting=STARTING,
    ready=READY,
    read=READ,
    other=OTHER,
    dark=DARK,
    none=NONE,
    gone=GONE,
    busy=BUSY,
    silent=SILENT,
    denied=DENIED,
    unread=UNREAD,
)
