"""A CUPS server of the tests' own: made in a temporary folder, gone afterwards."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_SYSTEM_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
_ATTEMPTS = 500
_BETWEEN_ATTEMPTS = 0.02

# Called by cupsd: job, user, title, copies, options and perhaps a file; without arguments it lists
# the devices it knows. What was printed lands in the folder of the queue's address.
_BACKEND = """#!/bin/sh
if [ $# -eq 0 ]; then echo 'direct folder "Unknown" "A folder"'; exit 0; fi
target=${DEVICE_URI#folder:}
cat ${6+"$6"} > "$target/$1.pdf"
printf '%s\\n%s\\n%s\\n' "$3" "$4" "$5" > "$target/.$1"
mv "$target/.$1" "$target/$1.txt"
"""

_CONFIGURATION = """
Listen {home}/socket
Browsing No
DefaultAuthType None
WebInterface No
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

_FILES = """
ServerBin {home}/programs
ServerRoot {home}/root
RequestRoot {home}/spool
TempDir {home}/spool/tmp
CacheDir {home}/cache
StateDir {home}/state
ServerKeychain {home}/keys
ErrorLog {home}/error.log
AccessLog {home}/access.log
PageLog {home}/page.log
"""


@dataclass(frozen=True)
class Printed:
    """A job as it came out."""

    title: str
    copies: int
    options: str
    data: bytes


class PrintService:
    """A running print service; ``CUPS_SERVER`` must name its ``address``."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.address = str(home / "socket")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it listens."""
        self._process = subprocess.Popen(
            [
                _program("cupsd"),
                "-f",
                "-c",
                str(self.home / "cupsd.conf"),
                "-s",
                str(self.home / "cups-files.conf"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(self._listens, f"cupsd does not listen: {self._log()}")

    def stop(self) -> None:
        """Stop, and let go of the socket."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=30)
            self._process = None
        Path(self.address).unlink(missing_ok=True)

    def add_queue(self, name: str, *, chosen: bool = False) -> None:
        """Make a queue that prints into a folder of its own."""
        folder = self.home / "printed" / name
        folder.mkdir(parents=True)
        folder.chmod(0o777)
        self._administer("lpadmin", "-p", name, "-E", "-v", f"folder:{folder}", "-m", "raw")
        if chosen:
            self._administer("lpadmin", "-d", name)

    def refuse_jobs(self, name: str) -> None:
        """Let a queue take no more jobs."""
        self._administer("cupsreject", name)

    def pause(self, name: str) -> None:
        """Let a queue take jobs but print none."""
        self._administer("cupsdisable", name)

    def printed(self, name: str, job: str) -> Printed:
        """Wait for a job to come out of its queue."""
        folder = self.home / "printed" / name
        number = job.rpartition("-")[2]
        note = folder / f"{number}.txt"
        wait_until(note.exists, f"{job} did not come out: {self._log()}")
        title, copies, options = note.read_text(encoding="utf-8").splitlines()
        return Printed(title, int(copies), options, (folder / f"{number}.pdf").read_bytes())

    def waiting_jobs(self) -> tuple[str, ...]:
        """Return the ids of the jobs that have not come out."""
        lines = self._administer("lpstat", "-W", "not-completed", "-o").splitlines()
        return tuple(line.split()[0] for line in lines)

    def _administer(self, *command: str) -> str:
        done = subprocess.run(
            [_program(command[0]), *command[1:]],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "CUPS_SERVER": self.address},
        )
        if done.returncode:
            raise RuntimeError(f"{command} failed: {done.stderr}")
        return done.stdout

    def _listens(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(self.address) == 0

    def _log(self) -> str:
        log = self.home / "error.log"
        return log.read_text(errors="replace")[-2000:] if log.exists() else "no log"


@contextlib.contextmanager
def running_print_service() -> Iterator[PrintService]:
    """Start a print service without queues, as root or not; stop it at the end."""
    # A socket's address has room for about a hundred letters: a short folder.
    home = Path(tempfile.mkdtemp(prefix="cups-"))
    try:
        _furnish(home)
        service = PrintService(home)
        service.start()
        try:
            yield service
        finally:
            service.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _furnish(home: Path) -> None:
    for name in ("root", "spool/tmp", "cache", "state/certs", "keys", "programs/backend"):
        (home / name).mkdir(parents=True)
    for part in ("daemon", "filter", "notifier", "cgi-bin", "monitor", "driver"):
        (home / "programs" / part).symlink_to(Path("/usr/lib/cups") / part)
    backend = home / "programs" / "backend" / "folder"
    backend.write_text(_BACKEND, encoding="utf-8")
    # A backend nobody else may run is started by root as root, and so may write anywhere.
    backend.chmod(0o700)
    for name, text in (("cupsd.conf", _CONFIGURATION), ("cups-files.conf", _FILES)):
        (home / name).write_text(text.format(home=home), encoding="utf-8")


def _program(name: str) -> str:
    path = shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), _SYSTEM_PATH)))
    if path is None:
        raise RuntimeError(f"{name} is missing: apt-get install cups cups-client")
    return path


def wait_until(happened: Callable[[], bool], complaint: str) -> None:
    """Ask again and again for ten seconds."""
    patience = threading.Event()
    for _ in range(_ATTEMPTS):
        if happened():
            return
        patience.wait(_BETWEEN_ATTEMPTS)
    raise AssertionError(complaint)
