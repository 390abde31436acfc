"""Makes resources/sounds: one short sound a meaning, each told apart by pitch, number and rhythm.

Who cannot see the screen must hear what came of a scan, also over a queue that talks: what is
good rises, what is refused is low and comes twice, what was not saved goes on longest. Time that
is nearly over chimes twice; that it is over falls like a bell and comes twice.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources" / "sounds"
RATE = 22_050
LOUDNESS = 0.6
FADE = 0.012  # seconds; without it each tone would begin and end with a crack
# (pitch in hertz, seconds); a pitch of 0 is silence.
SOUNDS = {
    "good": [(880, 0.09), (1318, 0.16)],
    "late": [(880, 0.10), (880, 0.10), (1108, 0.14)],
    "again": [(660, 0.10), (0, 0.05), (660, 0.10)],
    "ask": [(784, 0.12), (1046, 0.12), (784, 0.12)],
    "refused": [(220, 0.16), (0, 0.06), (196, 0.24)],
    "time-soon": [(988, 0.12), (0, 0.08), (988, 0.22)],
    "time-over": [
        (784, 0.2),
        (659, 0.2),
        (523, 0.45),
        (0, 0.15),
        (784, 0.2),
        (659, 0.2),
        (523, 0.6),
    ],
    "not-saved": [(311, 0.18), (0, 0.05), (233, 0.18), (0, 0.05), (311, 0.18), (233, 0.3)],
}


def samples(tones: list[tuple[int, float]]) -> bytes:
    """Give tones one after the other as 16-bit samples."""
    whole = bytearray()
    for pitch, seconds in tones:
        count = round(RATE * seconds)
        for at in range(count):
            edge = min(at, count - 1 - at) / (RATE * FADE)
            turn = math.tau * pitch * at / RATE
            # A second partial carries over the noise of a hall better than a bare tone.
            height = 0.8 * math.sin(turn) + 0.2 * math.sin(3 * turn)
            whole += struct.pack("<h", round(32_767 * LOUDNESS * min(1.0, edge) * height))
    return bytes(whole)


def main() -> None:
    """Write every sound."""
    TARGET.mkdir(exist_ok=True)
    for name, tones in SOUNDS.items():
        with wave.open(str(TARGET / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(samples(tones))


if __name__ == "__main__":
    main()
