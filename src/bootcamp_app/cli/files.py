"""Files that commands write: any but the workspace itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.desk import Desk
from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    import os


class FileToWrite(click.Path):
    """The path of a file that may be replaced; the workspace that is open may not."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Give the path, or refuse the one of the workspace."""
        path = Path(str(super().convert(value, param, ctx)))
        if not path.name:
            raise Refusal("The file to write has no name. Write one, such as list.xlsx.")
        if _is_folder(path):
            raise Refusal(
                "“{name}” is a folder. Write the name of a file in it as well.", name=path.name
            )
        desk = ctx.find_object(Desk) if ctx else None
        if desk and desk.file and path.resolve() == desk.file.resolve():
            raise Refusal(
                "“{name}” is the workspace itself. Choose another name for the file.",
                name=path.name,
            )
        return path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as problem:  # a name that no file can have
        raise Refusal(
            "“{name}” could not be written. Check that the folder exists, that you may write "
            "there and that the disk has space, then try again.",
            name=path.name,
        ) from problem
