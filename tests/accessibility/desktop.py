"""A desktop of the tests' own: a screen, a window manager, a message bus and a screen reader.

Nothing waits by the clock: each part tells when it is ready. The reader runs in Debian's Python,
since the library it listens through comes as a package of the system.
"""

import contextlib
import json
import os
import selectors
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_SYSTEM_PYTHON = "/usr/bin/python3"
_TOOLS = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
_PATIENCE = 30.0
_KEY_GAP_MS = "12"


@dataclass(frozen=True)
class Node:
    """What a screen reader is told of one control."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    box: tuple[int, int, int, int]
    """Left, top, width and height on the screen, in pixels."""
    text: str
    children: tuple["Node", ...] = field(default=())

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def is_seen(self) -> bool:
        return {"showing", "visible"} <= self.states

    def said(self) -> str:
        return f"{self.role} “{self.name}”"


def node_of(answer: Mapping[str, Any]) -> Node:
    return Node(
        role=answer["role"],
        name=answer["name"],
        description=answer["description"],
        states=frozenset(answer["states"]),
        box=tuple(answer["box"]),
        text=answer["text"],
        children=tuple(node_of(child) for child in answer["children"]),
    )


class ScreenReader:
    """Asks the reader beside us, one question at a time."""

    def __init__(self, surroundings: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [_SYSTEM_PYTHON, str(_HERE / "screen_reader.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env=dict(surroundings),
        )
        self.ask("ready")

    def ask(self, question: str, **more: object) -> Any:
        """Return the answer; raises AssertionError with the reader's own words."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"ask": question, **more}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"the screen reader ended at {question}"
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer["answer"]

    def tree(self) -> Node:
        """Return everything the program shows, its windows at the top."""
        return node_of(self.ask("tree"))

    def focus(self) -> Node | None:
        """Return where the keyboard is; None is nowhere."""
        answer = self.ask("focus")
        return None if answer is None else node_of(answer)

    def wait_for(self, name: str, role: str = "", patience: float = _PATIENCE) -> Node:
        """Wait until something on the screen has that in its name or text."""
        return node_of(self.ask("wait_for", name=name, role=role, patience=patience))

    def wait_focus(self, name: str = "", role: str = "", patience: float = _PATIENCE) -> Node:
        """Wait until the keyboard is on something of that name and role."""
        return node_of(self.ask("wait_focus", name=name, role=role, patience=patience))

    def moved_from(self, node: Node, patience: float = 2.0) -> Node | None:
        """Return where the keyboard went; None if it stays. A box must have its name or place."""
        answer = self.ask(
            "moved_from", name=node.name, role=node.role, box=list(node.box), patience=patience
        )
        return None if answer is None else node_of(answer)

    def wait_said(self, words: str, patience: float = _PATIENCE) -> str:
        """Wait until an announcement has those words; everything said before is forgotten."""
        return str(self.ask("wait_said", words=words, patience=patience))

    def forget(self) -> None:
        """Forget the announcements so far."""
        self.ask("forget")

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


class Desktop:
    """One screen with a keyboard; a program can be started on it."""

    def __init__(self, surroundings: dict[str, str]) -> None:
        self.surroundings = surroundings
        self.reader = ScreenReader(surroundings)

    def press(self, *keys: str) -> None:
        """Press keys or chords as xdotool names them, ``ctrl+k``, one after the other."""
        self._xdotool("key", "--delay", _KEY_GAP_MS, "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type on the Norwegian keyboard; capitals of æøå by the shift key."""
        self._xdotool("type", "--delay", _KEY_GAP_MS, "--", text)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], check=True, env=self.surroundings)

    @contextlib.contextmanager
    def program(self, command: list[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
        """Run a program on the screen; it is ended, whatever becomes of it."""
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, env=self.surroundings, stdout=output, stderr=subprocess.STDOUT
            )
            try:
                yield process
            finally:
                process.terminate()
                try:
                    process.wait(_PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


@contextlib.contextmanager
def running_desktop(home: Path, size: str = "1366x768") -> Iterator[Desktop]:
    """A desktop in a folder of its own, gone afterwards."""
    runtime = home / "run"
    runtime.mkdir(mode=0o700, parents=True)
    surroundings = {
        "PATH": os.pathsep.join((_TOOLS, os.environ.get("PATH", ""))),
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_CURRENT_DESKTOP": "GNOME",
    }
    with contextlib.ExitStack() as running:
        surroundings["DISPLAY"] = running.enter_context(_screen(surroundings, size))
        surroundings["DBUS_SESSION_BUS_ADDRESS"] = running.enter_context(_bus(surroundings))
        running.enter_context(_window_manager(surroundings))
        subprocess.run(["setxkbmap", "-layout", "no"], check=True, env=surroundings)
        desktop = Desktop(surroundings)
        running.callback(desktop.reader.close)
        yield desktop


@contextlib.contextmanager
def _screen(surroundings: Mapping[str, str], size: str) -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    with _ended(_start(command, surroundings, pass_fds=(writing,))):
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"


@contextlib.contextmanager
def _bus(surroundings: Mapping[str, str]) -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", f"--print-address={writing}"]
    with _ended(_start(command, surroundings, pass_fds=(writing,))):
        os.close(writing)
        with os.fdopen(reading) as told:
            yield told.readline().strip()


@contextlib.contextmanager
def _window_manager(surroundings: Mapping[str, str]) -> Iterator[None]:
    """Openbox tells that it runs by the command it starts then."""
    ready = Path(surroundings["XDG_RUNTIME_DIR"]) / "window-manager"
    os.mkfifo(ready)
    with os.fdopen(os.open(ready, os.O_RDONLY | os.O_NONBLOCK), "rb") as told:
        command = ["openbox", "--startup", f"sh -c 'echo > {ready}'"]
        with _ended(_start(command, surroundings)), selectors.DefaultSelector() as waiting:
            waiting.register(told, selectors.EVENT_READ)
            assert waiting.select(_PATIENCE), "the window manager did not start"
            yield


def _start(
    command: list[str], surroundings: Mapping[str, str], pass_fds: tuple[int, ...] = ()
) -> subprocess.Popen[bytes]:
    assert shutil.which(command[0]), f"{command[0]} is missing: see .ci/system_packages.txt"
    return subprocess.Popen(
        command,
        env=dict(surroundings),
        pass_fds=pass_fds,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@contextlib.contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.wait()
