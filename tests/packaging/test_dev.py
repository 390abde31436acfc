"""The set-up script: when it installs, what it says, and where things lie."""

from __future__ import annotations

import importlib.util
import os
import sys
import time
from pathlib import Path

import pytest

DEV = Path(__file__).parents[2] / "packaging" / "dev.py"
_spec = importlib.util.spec_from_file_location("bootcamp_dev", DEV)
assert _spec
assert _spec.loader
dev = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(dev)

PDF = dev.SystemPackage("poppler-utils", "reads PDFs", lambda: False)
SQLITE = dev.SystemPackage("sqlite3", "opens exported databases", lambda: False)
DRAWING = dev.SystemPackage("libgl1", "the window", lambda: False)
CURSOR = dev.SystemPackage("libxcb-cursor0", "the window", lambda: False)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Only Linux brings Qt's libraries.")


def test_a_finished_set_up_serves_the_same_wish_again() -> None:
    made = dev.SetUp("abc", "test", [])

    assert made.serves(dev.SetUp("abc", "test", []))


def test_a_set_up_with_the_peers_also_serves_the_tests_but_not_the_other_way_round() -> None:
    measured, tested = dev.SetUp("abc", "bench", []), dev.SetUp("abc", "test", [])

    assert measured.serves(tested)
    assert not tested.serves(measured)


@pytest.mark.parametrize(
    ("names", "extra"),
    [(["text"], "test"), (["start", "certificates"], "bench"), ([], "bench")],
)
def test_peers_are_installed_only_to_be_measured_beside_certificates(
    names: list[str], extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[str] = []
    monkeypatch.setattr(dev, "set_up", wanted.append)
    monkeypatch.setattr(dev, "_module", lambda _name: 0)

    assert dev.bench(names) == 0

    assert wanted == [extra]


def test_a_set_up_for_tests_also_serves_the_program() -> None:
    made = dev.SetUp("abc", "test", [])

    assert made.serves(dev.SetUp("abc", "", []))


def test_a_set_up_for_the_program_does_not_serve_the_tests() -> None:
    made = dev.SetUp("abc", "", [])

    assert not made.serves(dev.SetUp("abc", "test", []))


def test_a_changed_project_needs_a_new_set_up() -> None:
    made = dev.SetUp("abc", "test", [])

    assert not made.serves(dev.SetUp("changed", "test", []))


def test_a_package_that_could_not_be_had_is_not_tried_at_every_start() -> None:
    made = dev.SetUp("abc", "test", ["sqlite3"])

    assert made.serves(dev.SetUp("abc", "test", ["sqlite3"]))


def test_a_package_that_went_missing_since_is_tried_again() -> None:
    made = dev.SetUp("abc", "test", ["sqlite3"])

    assert not made.serves(dev.SetUp("abc", "test", ["poppler-utils", "sqlite3"]))


def test_what_is_wanted_changes_with_the_project_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    project = tmp_path / "pyproject.toml"
    project.write_text("[project]\n")
    before = dev.wanted("test", [])

    project.write_text('[project]\nname = "other"\n')

    assert dev.wanted("test", []).fingerprint != before.fingerprint


def test_what_is_wanted_changes_when_the_folder_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(dev, "ROOT", tmp_path / "here")
    before = dev.wanted("test", [])

    monkeypatch.setattr(dev, "ROOT", tmp_path / "there")

    assert dev.wanted("test", []).fingerprint != before.fingerprint


def test_what_is_wanted_names_the_missing_packages() -> None:
    assert dev.wanted("test", [PDF, SQLITE]).without == ["poppler-utils", "sqlite3"]


@pytest.mark.parametrize("text", ["", "half", "[]", "{}", "[1]", "7"])
def test_a_broken_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    stamp = tmp_path / "set-up.json"
    stamp.write_text(text)

    assert dev.read_stamp(stamp) is None


def test_a_stamp_tells_what_was_made(tmp_path: Path) -> None:
    stamp = tmp_path / "set-up.json"
    stamp.write_text('["abc", "test", ["sqlite3"]]')

    assert dev.read_stamp(stamp) == dev.SetUp("abc", "test", ["sqlite3"])


def test_a_set_up_that_fits_starts_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*command: str) -> None:
        raise AssertionError(command)

    stamp = tmp_path / "set-up.json"
    stamp.write_text(dev.json.dumps(dev.wanted("", [])))
    monkeypatch.setattr(dev, "STAMP", stamp)
    monkeypatch.setattr(dev, "LOCALE", tmp_path)
    monkeypatch.setattr(dev, "venv_python", lambda: Path(sys.executable))
    monkeypatch.setattr(dev, "_quietly", refuse)

    dev.set_up("")

    assert stamp.exists()


@pytest.mark.parametrize(
    ("platform", "inside"),
    [("linux", "bin/python"), ("darwin", "bin/python"), ("win32", "Scripts/python.exe")],
)
def test_python_of_the_environment_lies_where_the_platform_puts_it(
    platform: str, inside: str
) -> None:
    assert dev.venv_python(platform) == dev.ROOT / ".venv" / inside


@pytest.mark.parametrize(
    ("platform", "environment", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_only_linux_may_have_no_screen(
    platform: str, environment: dict[str, str], screen: bool
) -> None:
    assert dev.has_screen(platform, environment) is screen


def test_no_words_open_the_window_where_there_is_a_screen() -> None:
    assert dev.words_for_program([], screen=True) == []


def test_no_words_run_the_sample_day_where_there_is_no_screen() -> None:
    assert dev.words_for_program([], screen=False) == (
        "demo",
        "--out",
        str(dev.ROOT / "bootcamp-demo"),
    )


@pytest.mark.parametrize("screen", [True, False])
def test_words_go_to_the_program_as_they_are(screen: bool) -> None:
    assert dev.words_for_program(["--gallery"], screen=screen) == ["--gallery"]


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_the_program_takes_nothing_from_a_system_whose_wheels_bring_all(platform: str) -> None:
    assert dev.packages_for("", platform) == ()


def test_the_program_takes_what_draws_prints_and_films_from_linux() -> None:
    names = dev.names_of(dev.packages_for("", "linux"))

    assert names == [*dev.LIBRARIES_OF_THE_WINDOW, "libcups2", *dev.LIBRARIES_OF_THE_CAMERA]


def test_the_tests_take_their_tools_besides_what_the_program_takes() -> None:
    names = dev.names_of(dev.packages_for("test", "linux"))

    tools = [
        "xvfb",
        "xdotool",
        "strace",
        "chromium-headless-shell",
        "poppler-utils",
        "postgresql",
        "sqlite3",
    ]
    assert names == [*dev.names_of(dev.packages_for("", "linux")), *tools]


def test_the_tests_ask_for_an_x_server_only_on_linux() -> None:
    names = dev.names_of(dev.packages_for("test", "darwin"))

    assert names == ["poppler-utils", "postgresql", "sqlite3"]


@on_linux
def test_a_library_that_can_be_loaded_is_there() -> None:
    assert dev._has_library("libc.so.6")


@on_linux
def test_a_library_that_is_missing_is_found_missing() -> None:
    assert not dev._has_library("libxcb-nowhere.so.0")


@on_linux
def test_a_library_that_cannot_be_loaded_is_found_missing(tmp_path: Path) -> None:
    broken = tmp_path / "libxcb-broken.so.0"
    broken.write_bytes(b"\x7fELF")

    assert not dev._has_library(str(broken))


@on_linux
def test_a_missing_library_is_missing_from_the_set_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stamp = tmp_path / "set-up.json"
    stamp.write_text(dev.json.dumps(dev.wanted("", [CURSOR])))
    monkeypatch.setattr(dev, "STAMP", stamp)
    monkeypatch.setattr(dev, "LOCALE", tmp_path)
    monkeypatch.setattr(dev, "venv_python", lambda: Path(sys.executable))
    monkeypatch.setitem(dev.ON_LINUX, "", (CURSOR,))

    dev.set_up("")

    told = capsys.readouterr()
    assert told.err.startswith("Missing on this machine: libxcb-cursor0 (the window).")
    assert told.out == ""


@pytest.mark.parametrize(
    ("environment", "platform"),
    [({}, "offscreen"), ({"QT_QPA_PLATFORM": "xcb"}, "xcb")],
)
def test_tools_draw_no_window_on_the_screen_unless_told_to(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    platform: str,
) -> None:
    (tmp_path / "look.py").write_text(
        "import os, pathlib; pathlib.Path('seen').write_text(os.environ['QT_QPA_PLATFORM'])"
    )
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "venv_python", lambda: Path(sys.executable))

    assert dev._module("look") == 0
    assert (tmp_path / "seen").read_text() == platform


@pytest.mark.parametrize(("failing", "code"), [("", 0), ("mypy", 1), ("pytest", 1), ("ruff", 1)])
def test_types_are_looked_at_beside_the_tests_and_told_after_them(
    failing: str,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    for name in ("ruff", "mypy", "pytest"):
        ends = f"import sys; print('{name} spoke', flush=True); sys.exit({int(name == failing)})"
        (tmp_path / f"{name}.py").write_text(ends)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "set_up", lambda _extra: None)
    monkeypatch.setattr(dev, "venv_python", lambda: Path(sys.executable))

    assert dev.test(()) == code

    told = [line for line in capfd.readouterr().out.splitlines() if line]
    looked = ["== ruff format --check", "ruff spoke", "== ruff check", "ruff spoke"]
    assert told == [*looked, "== pytest", "pytest spoke", "== mypy", "mypy spoke"]


def test_missing_packages_are_named_with_one_line_to_type() -> None:
    assert dev.sentence_for_missing([PDF, SQLITE], has_apt=True) == (
        "Missing on this machine: poppler-utils (reads PDFs), sqlite3 (opens exported databases)."
        " To install it, type:\n"
        "  sudo apt-get install --no-install-recommends poppler-utils sqlite3"
    )


def test_what_serves_one_purpose_is_named_together() -> None:
    assert dev.sentence_for_missing([DRAWING, CURSOR, PDF], has_apt=False) == (
        "Missing on this machine: libgl1, libxcb-cursor0 (the window), poppler-utils (reads PDFs)."
        " Install it the way this machine does it."
    )


def test_no_debian_line_is_given_where_there_is_no_apt() -> None:
    assert dev.sentence_for_missing([PDF], has_apt=False) == (
        "Missing on this machine: poppler-utils (reads PDFs)."
        " Install it the way this machine does it."
    )


def test_words_never_compiled_are_compiled(tmp_path: Path) -> None:
    source = tmp_path / "messages.po"
    source.write_text("")

    assert dev.is_newer(source, tmp_path / "messages.mo")


@pytest.mark.parametrize(("source_time", "newer"), [(200, True), (100, False), (50, False)])
def test_words_are_compiled_again_only_when_newer(
    tmp_path: Path, source_time: int, newer: bool
) -> None:
    source, made = tmp_path / "messages.po", tmp_path / "messages.mo"
    for path, changed_at in ((source, source_time), (made, 100)):
        path.write_text("")
        os.utime(path, (changed_at, changed_at))

    assert dev.is_newer(source, made) is newer


@pytest.mark.parametrize(
    ("hours_ago", "is_newer_source", "again"),
    [(1, False, False), (25, False, True), (1, True, True), (None, False, True)],
)
def test_what_could_not_be_had_is_tried_again_after_a_day_or_a_change(
    tmp_path: Path, hours_ago: int | None, is_newer_source: bool, again: bool
) -> None:
    source, made, missed = (tmp_path / name for name in ("lock", "made", "missed"))
    source.write_text("")
    now = time.time()
    if hours_ago is not None:
        missed.write_text("")
        os.utime(missed, (now - hours_ago * 3600,) * 2)
    if not is_newer_source:
        os.utime(source, (now - 90 * 3600,) * 2)

    assert dev.may_try_again(source, made, missed) is again
    made.write_text("")
    assert not dev.may_try_again(source, made, missed)


def test_a_step_that_fails_is_told_with_its_last_lines() -> None:
    code = "print(*range(20), sep='\\n'); raise SystemExit(3)"

    with pytest.raises(dev.Stopped, match=r"^It failed\.\n  16\n  17\n  18\n  19$"):
        dev._carry_out("It failed.", sys.executable, "-c", code)


def test_a_step_that_fails_with_a_trace_is_told_without_it() -> None:
    with pytest.raises(dev.Stopped, match=r"^It failed\.\n  ValueError: no network$"):
        dev._carry_out("It failed.", sys.executable, "-c", "raise ValueError('no network')")


def test_an_unknown_measurement_is_answered_with_the_known_ones() -> None:
    with pytest.raises(dev.Stopped, match=r"nothing is not known here.*one, two"):
        dev._chosen_from(["one", "two"], ["nothing"])


def test_all_are_chosen_where_none_is_named() -> None:
    assert dev._chosen_from(["one", "two"], []) == ["one", "two"]


def test_an_unknown_command_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    code = dev.main(["dance"])

    assert code == 2
    assert [line.split()[0] for line in capsys.readouterr().err.splitlines()[1:]] == [
        "run",
        "test",
        "soak",
        "check",
        "bench",
        "words",
    ]


def test_what_stops_the_work_is_one_sentence_and_exit_code_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_arguments: list[str]) -> int:
        raise dev.Stopped("The network is away.")

    monkeypatch.setitem(dev.COMMANDS, "run", stop)

    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "The network is away.\n"
