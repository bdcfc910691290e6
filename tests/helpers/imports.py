"""Where the public test files lie that imports are checked against."""

from pathlib import Path

_DATA = Path(__file__).resolve().parents[1] / "data"
LOCATIONS = _DATA / "demo-prison" / "locations.csv"
ROLL = _DATA / "roll" / "roll_75.csv"
CASE_NOTES = _DATA / "roll" / "case_notes_72.csv"
EDGE_CASES = tuple(sorted((_DATA / "csv-edge-cases").glob("*.csv")))
