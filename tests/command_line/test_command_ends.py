"""How a command ends when something goes wrong: a sentence, an exit code, never a traceback."""

import gc
import os
import runpy
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.command_line import main
from app.command_line.exits import Exit
from app.command_line.output import plain, print_table
from tests.architecture.source import ROOT
from tests.helpers.prison import PASSWORD, admit

PATIENCE = 30
MARKER = "Navnesen, Hemmelig"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch):
    """The overview raises what a test wants."""

    def plant(fault: BaseException) -> None:
        def fail(_call):
            raise fault

        monkeypatch.setitem(main._COMMANDS, "overview", fail)

    return plant


def test_a_fault_of_ours_is_a_sentence_with_a_code(empty, broken):
    broken(ZeroDivisionError(MARKER))
    answer = empty("overview", "--json")
    assert (answer.code, answer.out) == (1, "")
    assert "MU-01" in answer.err
    assert MARKER not in answer.err


def test_verbose_names_the_kind_of_fault_but_no_text(empty, broken):
    broken(ZeroDivisionError(MARKER))
    answer = empty("overview", "--verbose")
    assert "ZeroDivisionError" in answer.err
    assert MARKER not in answer.err


def test_the_crash_report_is_written_and_named(broken, folders, capsys):
    fault = ZeroDivisionError(MARKER)
    broken(fault)
    reported = []

    def report(found: BaseException) -> Path:
        reported.append(found)
        return Path("rapport.txt")

    assert main.run(["--data-dir", str(folders.data), "overview"], report) == 1
    assert reported == [fault]
    assert "rapport.txt" in capsys.readouterr().err


def test_an_interrupt_ends_with_130(empty, broken):
    broken(KeyboardInterrupt())
    answer = empty("overview")
    assert (answer.code, answer.out, answer.err) == (130, "", "")


def test_the_exit_codes_are_those_of_the_contract():
    assert {code.name: code.value for code in Exit} == {
        "DONE": 0,
        "FAILED": 1,
        "USAGE": 2,
        "NO_DATABASE": 3,
        "DATABASE_TOO_NEW": 4,
        "REFUSED": 5,
        "REJECTED": 6,
        "INTERRUPTED": 130,
    }


@pytest.fixture
def process(embedded_place, embedded_office):
    """Start the program itself, without a screen, as Kari on a prison with one person."""
    admit(embedded_office, 7)
    environment = {
        **os.environ,
        "MULIGHET_DATA_DIR": str(embedded_place.folders.data),
        "MULIGHET_OFFICER": "kari",
        "MULIGHET_PASSWORD": PASSWORD,
    }
    for screen in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(screen, None)
    started = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [sys.executable, "-m", "app", *arguments],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
        child.communicate(timeout=PATIENCE)


def test_the_program_needs_no_screen(process):
    child = process("overview", "--json")
    out, err = child.communicate(timeout=PATIENCE)
    assert (child.returncode, err) == (0, "")
    assert '"roll": 1' in out


def test_ctrl_c_ends_with_130_and_no_traceback(process):
    child = process("--verbose", "conversations", "add", "--inmate", "T0007", "--text", "-")
    said = b""
    while b"stdin" not in said:
        assert select.select([child.stderr], [], [], PATIENCE)[0], said
        more = os.read(child.stderr.fileno(), 4096)
        assert more, said
        said += more
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=PATIENCE)
    assert (child.returncode, out) == (130, "")
    assert "Traceback" not in said.decode() + err


def test_an_interrupt_while_the_program_is_read_in_ends_with_130_too(monkeypatch):
    def interrupted(_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("app.startup.main.main", interrupted)
    try:
        with pytest.raises(SystemExit) as end:
            runpy.run_module("app", run_name="__main__")
    finally:
        gc.enable()
    assert end.value.code == 130


def test_a_reader_that_goes_away_is_no_fault(process):
    child = process("doctor", "--json")
    child.stdout.close()
    child.stdout = None
    _out, err = child.communicate(timeout=PATIENCE)
    assert (child.returncode, err) == (0, "")


def test_wrong_use_of_the_program_ends_with_2(process):
    child = process("nothing")
    out, err = child.communicate(timeout=PATIENCE)
    assert (child.returncode, out) == (2, "")
    assert "Traceback" not in err


def test_json_holds_only_what_json_knows():
    with_tuple = {"a": (1, 2.5, True, None)}
    assert plain(with_tuple) == {"a": [1, 2.5, True, None]}


def test_a_table_without_rows_is_its_headings(capsys):
    print_table(("Navn", "Antall"), [])
    print_table(("Navn", "Antall"), [("Ødegård", 7), (None, 12)])
    assert capsys.readouterr().out.splitlines() == [
        "Navn  Antall",
        "Navn     Antall",
        "Ødegård       7",
        "             12",
    ]
