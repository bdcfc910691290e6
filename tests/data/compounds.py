"""Norwegian compounds of prison life, each as (first part, last part)."""

from pathlib import Path

COMPOUNDS = tuple(
    (first, last)
    for word in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split()
    for first, last in [word.split("|")]
)
