"""Where the program keeps its data on this laptop, and what its user chose."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import LANGUAGES

_APPLICATION = "bootcamp-desk"


@dataclass(frozen=True)
class Settings:
    """What a person chose for this laptop."""

    language: str = "en"
    operator: str = ""
    khmer_digits: bool = False


def data_folder() -> Path:
    """Give the folder of the workspace, its backups and the log; made where it is missing."""
    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False, ensure_exists=True))


def workspace_path() -> Path:
    """Give the workspace that is meant where none is named."""
    return data_folder() / "workspace.bootcamp"


def load_settings() -> Settings:
    """Give what was chosen; what is missing or damaged is as if nothing was chosen."""
    try:
        kept = json.loads(_settings_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    standard = asdict(Settings())
    known = {name: kept[name] for name in standard if type(kept.get(name)) is type(standard[name])}
    if known.get("language") not in LANGUAGES:
        known.pop("language", None)
    return Settings(**known)


def save_settings(settings: Settings) -> None:
    """Keep the choices, whole or not at all."""
    with whole_file(_settings_file()) as part:
        part.write_text(json.dumps(asdict(settings), ensure_ascii=False), "utf-8")


def _settings_file() -> Path:
    folder = platformdirs.user_config_dir(_APPLICATION, appauthor=False, ensure_exists=True)
    return Path(folder) / "settings.json"
