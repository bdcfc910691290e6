"""A report says what failed and where, and nothing of anybody."""

import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.startup.crash_report import CrashReport

NAME, NUMBER, TEXT = "Omar Hassan", "12059212345", "Vil søke om plass på sveisekurset"


@pytest.fixture
def report(tmp_path: Path) -> Iterator[CrashReport]:
    report = CrashReport(tmp_path / "state", lambda: datetime(2026, 11, 23, 8, 41, tzinfo=UTC))
    yield report
    report.remove()


def fail_with_case_text() -> None:
    name, number, text = NAME, NUMBER, TEXT
    try:
        raise ValueError(f"{name} {number}: {text}")
    except ValueError as first:
        raise KeyError({"name": name, "text": text}) from first


def failure() -> BaseException:
    try:
        fail_with_case_text()
    except KeyError as fault:
        return fault
    raise AssertionError


def test_nothing_of_anybody_is_in_the_report(report: CrashReport) -> None:
    file = report.write(failure())
    assert file is not None
    content = file.read_text(encoding="utf-8")
    for part in (*NAME.split(), NUMBER, "sveisekurset", "name, number"):
        assert part not in content


def test_the_report_says_what_failed_and_where(report: CrashReport) -> None:
    file = report.write(failure())
    assert file is not None
    content = file.read_text(encoding="utf-8")
    assert "builtins.KeyError" in content
    assert "builtins.ValueError" in content
    assert "fail_with_case_text" in content
    assert "test_crash_report.py" in content
    assert "2026-11-23T08:41:00Z" in content
    assert "PySide6 6.11.3" in content
    assert str(Path.home()) not in content


def test_the_report_is_for_this_user_alone(report: CrashReport, tmp_path: Path) -> None:
    report.write(failure())
    assert (tmp_path / "state").stat().st_mode & 0o077 == 0


def test_faults_nobody_caught_are_written_and_told(report: CrashReport) -> None:
    told: list[Path | None] = []
    report.tell(told.append)
    report.install()
    fault = failure()
    sys.excepthook(type(fault), fault, fault.__traceback__)
    assert told[0] is not None
    assert told[0].exists()


def test_an_interruption_is_no_fault(report: CrashReport) -> None:
    told: list[Path | None] = []
    report.tell(told.append)
    report.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


def test_faults_in_threads_are_written(report: CrashReport, tmp_path: Path) -> None:
    report.install()
    thread = threading.Thread(target=fail_with_case_text)
    thread.start()
    thread.join()
    assert len(list((tmp_path / "state").glob("feil-*.txt"))) == 1


def test_old_reports_make_room(tmp_path: Path) -> None:
    ticks = iter(range(60))
    report = CrashReport(tmp_path, lambda: datetime(2026, 11, 23, 8, next(ticks), tzinfo=UTC))
    for _number in range(30):
        report.write(failure())
    files = sorted(file.name for file in tmp_path.glob("feil-*.txt"))
    assert len(files) == 20
    assert "0829" in files[-1]


def test_a_folder_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("i veien", encoding="utf-8")
    assert CrashReport(tmp_path / "state").write(failure()) is None


def test_hooks_are_given_back(tmp_path: Path) -> None:
    before = sys.excepthook
    report = CrashReport(tmp_path)
    report.install()
    assert sys.excepthook is not before
    report.remove()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before
