"""A private PostgreSQL server for tests, in a folder of its own; no other cluster is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import psycopg
from psycopg import sql
from sqlalchemy import URL

if TYPE_CHECKING:
    from types import TracebackType

NO_SERVER = "There is no PostgreSQL server on this machine (Debian: apt-get install postgresql)."
SECONDS_TO_START = 20
CLUSTER = ("--encoding=UTF8", "--locale=C.UTF-8", "--username=postgres", "--auth=trust")
SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=40")
# Its input ends however the tests end, also when they are killed; then it takes all away.
KEEPER = '"$@" & server=$!; read -r _; kill -QUIT $server; wait $server; rm -rf "$PWD"'


class Servant(NamedTuple):
    """An account without rights that the server runs as when the tests run as root."""

    user: str
    group: str


# PostgreSQL refuses to run as root; the first pair that this machine knows is taken.
SERVANTS_OF_ROOT = (
    Servant("postgres", "postgres"),
    Servant("nobody", "nogroup"),
    Servant("nobody", "nobody"),
)


def find_binaries() -> Path | None:
    """Give the folder of the newest PostgreSQL server here; None where there is none."""
    if os.name != "posix":
        return None
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    on_path = shutil.which("postgres")
    folders = [*debian, *([Path(on_path).resolve().parent] if on_path else [])]
    return next((folder for folder in folders if _is_whole(folder)), None)


class PrivateServer:
    """Starts in a temporary folder, answers on a socket there, and leaves nothing behind."""

    def __init__(self, binaries: Path) -> None:
        self._binaries = binaries
        # a socket's path may have 107 bytes, and the servant must be able to come here
        self.folder = Path(tempfile.mkdtemp(prefix="bootcamp-postgres-", dir="/tmp"))
        self._servant = _hand_over(self.folder) if os.geteuid() == 0 else None
        self._keeper: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Make the cluster and wait until it answers; raises RuntimeError with the log."""
        try:
            self._make_cluster()
            self._start_server()
            self._wait_for_answer()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the server at once and remove its folder; harmless when it has ended."""
        if self._keeper and self._keeper.stdin:
            self._keeper.stdin.close()
            self._keeper.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str = "postgres") -> str:
        """Give the address of a database for SQLAlchemy."""
        place = {"host": str(self.folder), "port": "5432"}
        url = URL.create("postgresql+psycopg", username="postgres", database=database, query=place)
        return str(url)

    def create_database(self, name: str) -> str:
        """Make an empty database; give its address."""
        with self._connect() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.url(name)

    def _connect(self) -> psycopg.Connection:
        address = f"host={self.folder} port=5432 user=postgres dbname=postgres"
        return psycopg.connect(address, autocommit=True)

    def _make_cluster(self) -> None:
        initdb = self._spawn(self._binaries / "initdb", *CLUSTER, "--no-sync", "data")
        initdb.communicate()
        if initdb.returncode:
            raise RuntimeError(self._log())

    def _start_server(self) -> None:
        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        postgres = (self._binaries / "postgres", "-D", "data", "-k", self.folder, "-p", "5432")
        self._keeper = self._spawn("/bin/sh", "-c", KEEPER, "sh", *postgres, *settings)

    def _wait_for_answer(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            try:
                return self._connect().close()
            except psycopg.OperationalError:
                time.sleep(0.02)
        raise RuntimeError(self._log())

    def _spawn(self, *command: str | Path) -> subprocess.Popen[str]:
        user, group = self._servant or (None, None)
        with (self.folder / "log").open("a") as log:
            return subprocess.Popen(
                command,
                cwd=self.folder,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                text=True,
                start_new_session=True,  # Ctrl+C is for the tests
                user=user,
                group=group,
                extra_groups=[] if user else None,
            )

    def _log(self) -> str:
        return (self.folder / "log").read_text("utf-8", errors="replace")


def _version(folder: Path) -> list[int]:
    return [int(part) for part in folder.parent.name.split(".") if part.isdecimal()]


def _is_whole(folder: Path) -> bool:
    return all((folder / name).exists() for name in ("initdb", "postgres"))


def _hand_over(folder: Path) -> Servant:
    for servant in SERVANTS_OF_ROOT:
        try:
            shutil.chown(folder, servant.user, servant.group)
        except LookupError:
            continue
        return servant
    raise RuntimeError("PostgreSQL does not run as root, and there is no other user here.")


def _environment() -> dict[str, str]:
    # PGDATA, PGPORT and the like would lead to another server
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}
