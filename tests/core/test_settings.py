"""What a person chose for this laptop, kept whole or taken as not chosen."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from bootcamp_app.core.settings import (
    MOST_RECENT,
    Settings,
    config_folder,
    load_settings,
    save_settings,
    workspace_path,
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A laptop whose user has chosen nothing yet."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def settings_file() -> Path:
    return Path(platformdirs.user_config_dir("bootcamp-desk", appauthor=False)) / "settings.json"


def keep(text: str) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text, "utf-8")


def test_nothing_chosen_means_the_defaults() -> None:
    assert load_settings() == Settings("en", "", khmer_digits=False)


def test_what_was_chosen_is_known_again() -> None:
    chosen = Settings(
        "km",
        "ចាន់ ស្រីនាង",
        khmer_digits=True,
        theme="contrast",
        text_percent=150,
        workspace="/ឯកសារ/camp.bootcamp",
        is_set_up=True,
        recent=("/b.bootcamp", "/a.bootcamp"),
    )

    save_settings(chosen)

    assert load_settings() == chosen
    assert [path.name for path in settings_file().parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "null", "5", "[]", '"km"', "\x00\x00", '{"language": "km"', "[1, 2]", "true"]
)
def test_a_damaged_file_means_the_defaults(text: str) -> None:
    keep(text)

    assert load_settings() == Settings()


def test_a_file_that_is_not_text_means_the_defaults() -> None:
    keep("")
    settings_file().write_bytes(b"\xff\xfe\x00{")

    assert load_settings() == Settings()


@pytest.mark.parametrize(
    "text",
    [
        '{"operator": "Sokha", "language": "fr"}',
        '{"operator": "Sokha", "language": 5}',
        '{"operator": "Sokha", "language": null, "khmer_digits": "yes"}',
        '{"operator": "Sokha", "khmer_digits": 1, "from_a_later_version": [1]}',
        '{"operator": "Sokha", "theme": "pink", "text_percent": 89, "workspace": null}',
        '{"operator": "Sokha", "theme": ["dark"], "text_percent": 201, "is_set_up": "yes"}',
        '{"operator": "Sokha", "text_percent": true, "recent": "/a.bootcamp"}',
        '{"operator": "Sokha", "text_percent": 120.5, "recent": ["/a.bootcamp", 5]}',
    ],
)
def test_a_choice_that_cannot_be_is_as_if_not_made_and_the_others_stay(text: str) -> None:
    keep(text)

    assert load_settings() == Settings(operator="Sokha")


@pytest.mark.parametrize("percent", [90, 100, 200])
def test_a_text_size_that_can_be_is_kept(percent: int) -> None:
    save_settings(Settings(text_percent=percent))

    assert load_settings().text_percent == percent


def test_only_the_newest_workspaces_are_remembered() -> None:
    paths = tuple(f"/{number}.bootcamp" for number in range(MOST_RECENT + 3))

    save_settings(Settings(recent=paths))

    assert load_settings().recent == paths[:MOST_RECENT]


def test_the_settings_lie_in_the_folder_that_others_may_use() -> None:
    assert config_folder().is_dir()
    assert settings_file().parent == config_folder()


def test_damaged_settings_can_be_written_over() -> None:
    keep("{")

    save_settings(Settings("km"))

    assert load_settings() == Settings("km")


def test_the_workspace_lies_in_the_users_own_folder(home: Path) -> None:
    assert workspace_path().name == "workspace.bootcamp"
    assert home in workspace_path().parents
    assert workspace_path().parent.is_dir()
