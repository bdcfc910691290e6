"""Files for the tests of this folder: the public ones, and small ones made on the spot."""

from collections.abc import Iterable
from pathlib import Path

from app.exchange.findings import Finding

DATA = Path(__file__).resolve().parents[1] / "data"
LOCATIONS = (DATA / "demo-prison" / "locations.csv").read_bytes()
ROLL = (DATA / "roll" / "roll_75.csv").read_bytes()
NOTES = (DATA / "roll" / "case_notes_72.csv").read_bytes()


def edge_case(name: str) -> bytes:
    return (DATA / "csv-edge-cases" / name).read_bytes()


def made(*lines: str, encoding: str = "utf-8", end: str = "\n") -> bytes:
    """Return a file of these lines."""
    return end.join((*lines, "")).encode(encoding)


def places_at(findings: Iterable[Finding]) -> list[tuple[int | None, str | None]]:
    """Return where findings point: row and column."""
    return [(finding.row, finding.column) for finding in findings]


def about(findings: Iterable[Finding], row: int | None) -> list[str]:
    """Return what is said of one row."""
    return [finding.message for finding in findings if finding.row == row]
