"""A real browser without a screen and without a network, told what to do through a pipe."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from base64 import b64decode
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = ("chromium-headless-shell", "chromium", "chrome-headless-shell", "google-chrome")
NO_BROWSER = "needs the Debian package chromium-headless-shell"
_PATIENCE = 120.0
_OPTIONS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",  # the tests run as root on some machines, and open only their own page
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
)


class Look(NamedTuple):
    """As what a browser shows a page: the language it asks for, its window, dark, a phone."""

    language: str = "en"
    size: tuple[int, int] = (1280, 800)
    is_dark: bool = False
    is_phone: bool = False


def find_browser() -> str | None:
    """Give the path of a browser that can be driven, or None."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Browser:
    """One running browser; its tabs open pages from files."""

    def __init__(self, program: str, profile: Path) -> None:
        orders, self._orders = os.pipe()
        self._answers, answers = os.pipe()
        command = [*_cut_off(), program, *_OPTIONS, f"--user-data-dir={profile}", "about:blank"]
        self._running = subprocess.Popen(
            command,
            preexec_fn=lambda: _hand_over(orders, answers),
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(orders)
        os.close(answers)
        self._unread = b""
        self._count = 0
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.call("Browser.close")
        self._running.wait(timeout=20)
        os.close(self._orders)
        os.close(self._answers)

    def call(self, method: str, session: str | None = None, **params: object) -> dict[str, Any]:
        """Give an order and its result; what happens meanwhile is kept in `events`."""
        self._count += 1
        order = {"id": self._count, "method": method, "params": params}
        if session:
            order["sessionId"] = session
        os.write(self._orders, json.dumps(order).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") != self._count:
                self.events.append(told)
            elif "error" in told:
                raise AssertionError(f"{method}: {told['error']['message']}")
            else:
                result: dict[str, Any] = told["result"]
                return result

    def open(self, page: Path, look: Look = Look()) -> Tab:  # noqa: B008 - it cannot be changed
        """Open a page from a file in a fresh tab that shares nothing with the others."""
        context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        tab = Tab(self, attached["sessionId"])
        tab.prepare(look)
        tab.show(page)
        return tab

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._answers], [], [], _PATIENCE)
            part = os.read(self._answers, 1 << 20) if ready else b""
            if not part:
                raise AssertionError("the browser does not answer")
            self._unread += part
        message, _, self._unread = self._unread.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told


class Tab:
    """One tab."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser = browser
        self._session = session

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Give an order that concerns this tab."""
        return self._browser.call(method, self._session, **params)

    def prepare(self, look: Look) -> None:
        """Cut the network off and take on a look."""
        for part in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{part}.enable")
        nothing = {"latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        self.call("Network.emulateNetworkConditions", offline=True, **nothing)
        agent = self._browser.call("Browser.getVersion")["userAgent"]
        asked = {"userAgent": agent, "acceptLanguage": look.language}
        self.call("Emulation.setUserAgentOverride", **asked)
        width, height = look.size
        metrics = {"width": width, "height": height, "mobile": look.is_phone}
        scale = 2 if look.is_phone else 1
        self.call("Emulation.setDeviceMetricsOverride", **metrics, deviceScaleFactor=scale)
        self.call("Emulation.setTouchEmulationEnabled", enabled=look.is_phone)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if look.is_dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def show(self, page: Path) -> None:
        """Load a page from a file."""
        self.call("Page.navigate", url=page.as_uri())
        self.wait(f"location.href === '{page.as_uri()}' && document.readyState === 'complete'")

    def run(self, script: str) -> Any:  # noqa: ANN401 - any JSON
        """Give the value of a script in the page."""
        done = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in done:
            raise AssertionError(done["exceptionDetails"])
        return done["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until a script says true."""
        end = time.monotonic() + _PATIENCE
        while not self.run(f"Boolean({condition})"):
            if time.monotonic() > end:
                raise AssertionError(f"never true: {condition}")
            time.sleep(0.02)

    def choose(self, selector: str, file: Path) -> None:
        """Choose a file in a field for files."""
        node = self.call("Runtime.evaluate", expression=f"document.querySelector('{selector}')")
        self.call("DOM.setFileInputFiles", files=[str(file)], objectId=node["result"]["objectId"])

    def screenshot(self, target: Path, *, whole: bool = True) -> None:
        """Keep a picture of the page."""
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        target.write_bytes(b64decode(shot["data"]))

    @property
    def asked_for(self) -> list[str]:
        """The addresses that this tab has asked for, its own file and its own blobs apart."""
        return [
            event["params"]["request"]["url"]
            for event in self._browser.events
            if event.get("method") == "Network.requestWillBeSent"
            if event.get("sessionId") == self._session
            if not event["params"]["request"]["url"].startswith(("file:", "blob:", "data:"))
        ]

    @property
    def complaints(self) -> list[str]:
        """What the browser found wrong with the page."""
        return [
            json.dumps(event["params"], ensure_ascii=False)
            for event in self._browser.events
            if event.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")
            if event.get("sessionId") == self._session
        ]


def _cut_off() -> tuple[str, ...]:
    """Give the command that starts a program in a space without any network, where that can be."""
    for command in (("unshare", "-n"), ("unshare", "-rn")):
        if (
            shutil.which(command[0])
            and not subprocess.run([*command, "true"], check=False).returncode
        ):
            return command
    return ()


def _hand_over(orders: int, answers: int) -> None:
    """Put the two ends where the browser looks for them; first aside, they may stand there."""
    orders, answers = os.dup(orders), os.dup(answers)
    while orders < 5 or answers < 5:
        orders, answers = os.dup(orders), os.dup(answers)
    os.dup2(orders, 3)
    os.dup2(answers, 4)
