"""A PostgreSQL server of the tests' own: made in a temporary folder, gone afterwards."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import make_url

from app.database.opening import DatabasePlace

ADMINISTRATOR = "prison_dba"


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise RuntimeError("PostgreSQL is missing: apt-get install postgresql")
    return Path(on_path).parent


def server_tool(name: str) -> Path:
    """Return the path of one of PostgreSQL's programs."""
    return _binaries() / name


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _as_server_user(command: list[str]) -> list[str]:
    """Run as ``postgres`` when root: initdb refuses to be root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


class ServerProcess:
    """A server that can be killed and started again on the same port and data."""

    def __init__(self, home: Path, *, durable: bool) -> None:
        self._home = home
        self._pg_ctl = str(_binaries() / "pg_ctl")
        self._data = str(home / "data")
        self._port = _free_port()
        self._options = (
            f"-p {self._port} -h 127.0.0.1 -k {home} -c max_connections=80 -c shared_buffers=64MB"
        )
        if not durable:
            self._options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"

    @property
    def address(self) -> str:
        """The administrator's address."""
        return f"postgresql://{ADMINISTRATOR}:dba-password@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        log = str(self._home / "log")
        where = ["-D", self._data, "-l", log, "-w", "-t", "60", "-o", self._options]
        _run([self._pg_ctl, *where, "start"])

    def kill(self) -> None:
        """Stop at once, as a power cut does; what was committed is recovered at the start."""
        _run([self._pg_ctl, "-D", self._data, "-m", "immediate", "-w", "stop"])


@contextlib.contextmanager
def server_process(*, durable: bool = False) -> Iterator[ServerProcess]:
    """Start a server that takes passwords over TCP.

    Only a ``durable`` one writes to the disk before it answers, as a prison's own does.
    """
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(home, account.pw_uid, account.pw_gid)
    password_file = home / "password"
    password_file.write_text("dba-password", encoding="utf-8")
    password_file.chmod(0o644)
    try:
        _run(
            [
                str(_binaries() / "initdb"),
                "--auth=scram-sha-256",
                f"--username={ADMINISTRATOR}",
                f"--pwfile={password_file}",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
                str(home / "data"),
            ]
        )
        server = ServerProcess(home, durable=durable)
        server.start()
        try:
            yield server
        finally:
            server.kill()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def running_server(*, durable: bool = False) -> Iterator[str]:
    """Start a server; yield the administrator's address."""
    with server_process(durable=durable) as server:
        yield server.address


def _run(command: list[str]) -> None:
    done = subprocess.run(
        _as_server_user(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if "start" not in command else subprocess.DEVNULL,
        stderr=subprocess.STDOUT if "start" not in command else subprocess.DEVNULL,
        text=True,
        check=False,
        cwd="/",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout}")


def as_officers(place: DatabasePlace) -> DatabasePlace:
    """Return a place by the address officers use: no name, no password."""
    if not place.is_server:
        return place
    plain = make_url(place.address)._replace(username=None, password=None)
    return DatabasePlace(place.folders, plain.render_as_string())
