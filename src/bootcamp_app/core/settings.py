"""Where the program keeps its data on this laptop, and what its user chose."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

THEMES = ("system", "light", "dark", "contrast")
TEXT_PERCENT = range(90, 201)
MOST_RECENT = 8
"""How many workspaces are remembered."""

_APPLICATION = "bootcamp-desk"


@dataclass(frozen=True)
class Settings:
    """What a person chose for this laptop."""

    language: str = "en"
    operator: str = ""
    khmer_digits: bool = False
    theme: str = "system"
    text_percent: int = 100
    workspace: str = ""
    """The path of the workspace that was open last."""
    is_set_up: bool = False
    """Whether a person has chosen the language on this laptop."""
    recent: tuple[str, ...] = ()
    """The paths of workspaces that were open, the newest first."""
    sounds: bool = True
    """Whether what came of a scan is heard."""


def data_folder() -> Path:
    """Give the folder of the workspace, its backups and the log; made where it is missing."""
    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False, ensure_exists=True))


def config_folder() -> Path:
    """Give the folder of what was chosen on this laptop; made where it is missing."""
    return Path(platformdirs.user_config_dir(_APPLICATION, appauthor=False, ensure_exists=True))


def workspace_path() -> Path:
    """Give the workspace that is meant where none is named."""
    return data_folder() / "workspace.bootcamp"


def load_settings() -> Settings:
    """Give what was chosen; what is missing or damaged is as if it was not chosen."""
    try:
        kept = json.loads(_settings_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    known = {name: kept[name] for name, may_be in _POSSIBLE.items() if may_be(kept.get(name))}
    if "recent" in known:
        known["recent"] = tuple(known["recent"][:MOST_RECENT])
    return Settings(**known)


def save_settings(settings: Settings) -> None:
    """Keep the choices, whole or not at all."""
    with whole_file(_settings_file()) as part:
        part.write_text(json.dumps(asdict(settings), ensure_ascii=False), "utf-8")


def _settings_file() -> Path:
    return config_folder() / "settings.json"


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


def _is_percent(value: object) -> bool:
    return type(value) is int and value in TEXT_PERCENT


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _one_of(choices: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: _is_text(value) and value in choices


_POSSIBLE: dict[str, Callable[[Any], bool]] = {
    "language": _one_of(LANGUAGES),
    "operator": _is_text,
    "khmer_digits": _is_yes_or_no,
    "theme": _one_of(THEMES),
    "text_percent": _is_percent,
    "workspace": _is_text,
    "is_set_up": _is_yes_or_no,
    "recent": _is_texts,
    "sounds": _is_yes_or_no,
}
"""Setting → whether a value from the file can be one."""
