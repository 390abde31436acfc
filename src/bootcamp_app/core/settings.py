"""Where the program keeps its data on this laptop, and what its user chose."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import platformdirs

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
    """Give what was chosen; a missing or damaged file means the defaults."""
    try:
        kept = json.loads(_settings_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    known = {field.name: kept[field.name] for field in fields(Settings) if field.name in kept}
    return Settings(**known)


def save_settings(settings: Settings) -> None:
    """Keep the choices, whole or not at all."""
    target = _settings_file()
    part = target.with_suffix(".part")
    part.write_text(json.dumps(asdict(settings), ensure_ascii=False), "utf-8")
    part.replace(target)


def _settings_file() -> Path:
    folder = platformdirs.user_config_dir(_APPLICATION, appauthor=False, ensure_exists=True)
    return Path(folder) / "settings.json"
