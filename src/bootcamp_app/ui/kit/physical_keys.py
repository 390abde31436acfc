"""Which digit a key writes on a US keyboard, told by its place and not by its letter."""

from __future__ import annotations

_ROW = {code: str(place % 10) for place, code in enumerate(range(2, 12), start=1)}
_PAD = dict(zip((71, 72, 73, 75, 76, 77, 79, 80, 81, 82), "7894561230", strict=True))
_PLACES = _ROW | _PAD
"""By scan code, as Windows and the Linux kernel count the keys."""
_APPLE = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), "1234567890", strict=True)) | dict(
    zip((82, 83, 84, 85, 86, 87, 88, 89, 91, 92), "0123456789", strict=True)
)
_X11 = 8  # X11, and Wayland after it, count from here


def digit_at(scan_code: int, virtual_key: int, platform: str) -> str:
    """Give the digit of a key on the platform that Qt runs on, or nothing."""
    if platform == "cocoa":
        return _APPLE.get(virtual_key, "")
    return _PLACES.get(scan_code if platform == "windows" else scan_code - _X11, "")
