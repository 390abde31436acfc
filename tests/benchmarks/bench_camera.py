"""Badges held into the camera: frames a second, reading times, and how long the window waits.

A film of badges is played through the library's own session into the sink of the camera, at thirty
frames a second, while the window shows the page of the door and checks everybody in. Then single
poor frames are read with the program's settings and with every setting that the decoder has.
"""

from __future__ import annotations

import itertools
import os
import sys
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import zxingcpp
from PIL import Image, ImageFilter
from PySide6.QtCore import QTimer
from PySide6.QtMultimedia import QMediaCaptureSession, QVideoFrame, QVideoFrameInput
from PySide6.QtTest import QTest

from bootcamp_app.features.badges.rules import badge_in, new_code
from bootcamp_app.reading.closer_looks import CHEAP_LOOKS, DEAR_LOOKS
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.ui.kit.camera_reader import CameraReader
from tests.benchmarks.bench_window import AIM_MS, Pauses
from tests.benchmarks.running import running, until
from tests.clock import FakeClock
from tests.desk import Desk
from tests.reading.film import film, still
from tests.ui.camera_source import Shelf, frame_of

if TYPE_CHECKING:
    from bootcamp_app.reading.pictures import Grey
    from bootcamp_app.ui.kit.camera_reader import Seen
    from bootcamp_app.ui.program import Program

PEOPLE, FRAMES_EACH, PAUSE, RATE = 22, 12, 3, 30
STILLS = 50
LOOKS = len((*CHEAP_LOOKS, *DEAR_LOOKS))
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


class TimedReader(CameraReader):
    """Keeps how long each frame took, and how long its thread worked, in milliseconds."""

    def __init__(self) -> None:
        super().__init__(badge_in)
        self.took: list[float] = []
        self.worked: list[float] = []

    def __call__(self, frame: QVideoFrame) -> Seen | None:
        """Read a frame."""
        began, work = time.perf_counter(), time.thread_time()
        try:
            return super().__call__(frame)
        finally:
            self.took.append(1000 * (time.perf_counter() - began))
            self.worked.append(1000 * (time.thread_time() - work))


def main() -> None:
    """Play the film, then read the single frames."""
    clock = FakeClock()
    with running(clock) as (program, _folder):
        _play(program, clock)
    _read_stills("lit", 0.5)
    _read_stills("evening", 0.75)


def _play(program: Program, clock: FakeClock) -> None:
    codes = _people(program, clock)
    window = program.windows[0]
    window.go("attendance")
    page: Any = window.page("attendance")
    reader, shelf = TimedReader(), Shelf("Film")
    page.camera.camera._reader = reader
    page.camera.camera.load = lambda: shelf
    QTest.qWait(500)
    page.use_camera()
    QTest.qWait(500)
    read: list[str] = []
    page.camera.read.connect(read.append)
    _say("making the film…")
    frames = [frame_of(shot.pixels) for shot in film(codes, FRAMES_EACH, PAUSE)]
    pauses = Pauses()
    still = pauses.during(lambda: QTest.qWait(1500))
    began = time.perf_counter()
    playing = pauses.during(lambda: _send(frames, shelf))
    seconds = time.perf_counter() - began
    QTest.qWait(500)
    took = sorted(reader.took)
    known, over = set(read) & set(codes), sum(pause > AIM_MS for pause in playing)
    _say(
        f"film     {len(frames)} frames in {seconds:.1f} s; {len(took) / seconds:.1f} read a second"
    )
    for what, times in (("a frame", took), ("of work", reader.worked)):
        _say(
            f"{what}  {median(times):.1f} ms in the median, {quantiles(times, n=20)[-1]:.1f} ms p95"
        )
    _say(
        f"badges   {len(known)} of {len(codes)} read, {len(read) - len(set(read))} more than once, "
        f"{len(set(read) - known)} wrong"
    )
    _say(
        f"window   longest wait {playing[0]:.0f} ms, then {playing[1]:.0f} and {playing[2]:.0f}; "
        f"{over} over {AIM_MS} ms in {len(playing)}; with nothing to do {still[0]:.0f} ms"
    )


def _people(program: Program, clock: FakeClock) -> list[str]:
    until(lambda: program.workspaces.desk is not None)
    desk = program.workspaces.desk
    assert desk is not None
    room = Desk(desk.app, clock)
    rows = [["Khmer name", "Name", "Sex", "Phone"]]
    rows += [[f"ចាន់ សុភា {n}", f"PERSON {n}", "F", f"012 345 {n:03d}"] for n in range(PEOPLE)]
    room.import_rows(rows)
    desk.choose(room.bootcamp)
    QTest.qWait(300)
    return [badge.code for badge in desk.app.badges.of(room.people())]


def _send(frames: list[QVideoFrame], shelf: Shelf) -> None:
    session, source = QMediaCaptureSession(), QVideoFrameInput()
    session.setVideoFrameInput(source)
    session.setVideoSink(shelf.made[0].sink)
    waiting = iter(frames)

    def send() -> None:
        frame = next(waiting, None)
        if frame is None:
            timer.stop()
        else:
            source.sendVideoFrame(frame)

    timer = QTimer(interval=1000 // RATE)
    timer.timeout.connect(send)
    timer.start()
    while timer.isActive():
        QTest.qWait(20)


def _read_stills(what: str, worst: float) -> None:
    """Compare what is read of single frames: as a photo, live with every look, and at best."""
    ours = live = best = 0
    for number in range(STILLS):
        code = new_code()
        frame = still(code, number, worst)
        is_read = _holds(codes_in(frame), code)
        ours += is_read
        live += any(_holds(codes_in(frame, live=True, turn=turn), code) for turn in range(LOOKS))
        best += is_read or _best(frame, code)
    _say(f"{what:<8} {best} of {STILLS} single frames can be read with any setting of the decoder")
    for way, read in (("as a photo", ours), (f"live within {LOOKS} frames", live)):
        _say(f"         {read} {way}: {100 * read / max(best, 1):.0f} %")


def _holds(found: list[Any], code: str) -> bool:
    return any(one.text == code for one in found)


def _best(frame: Grey, code: str) -> bool:
    """Say whether any setting of the decoder reads it, at any size and with any adjustment."""
    binarizers = (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram)
    for scale, adjust in itertools.product((1.0, 1.5, 2.0, 3.0), range(5)):
        height, width = frame.shape
        size = (round(width * scale), round(height * scale))
        picture = _adjusted(Image.fromarray(frame).resize(size, Image.Resampling.BICUBIC), adjust)
        for binarizer in binarizers:
            found = zxingcpp.read_barcodes(
                np.asarray(picture), formats=_QR, binarizer=binarizer, try_rotate=True,
                try_invert=True, try_downscale=True,
            )  # fmt: skip
            if _holds(found, code):
                return True
    return False


def _adjusted(picture: Image.Image, how: int) -> Image.Image:
    if how == 1:
        return picture.point([round(255 * (level / 255) ** 0.5) for level in range(256)])
    if how == 2:
        return picture.filter(ImageFilter.BoxBlur(1))
    if how == 3:
        low, high = np.percentile(np.asarray(picture), (2, 98))
        span = max(high - low, 1)
        return picture.filter(ImageFilter.BoxBlur(1)).point(
            [min(255, max(0, round(255 * (level - low) / span))) for level in range(256)]
        )
    if how == 4:
        return picture.filter(ImageFilter.UnsharpMask(3, 200, 0))
    return picture


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
