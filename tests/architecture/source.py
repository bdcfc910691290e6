"""The program's own source as syntax trees, read once for all tests of its architecture."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """One file: its path from the root, and its tree."""

    path: str
    tree: ast.Module

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


@lru_cache(maxsize=4)
def modules(folder: str = "app") -> tuple[Module, ...]:
    return tuple(
        module_of(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
        for file in sorted((ROOT / folder).rglob("*.py"))
    )


def module_of(path: str, text: str) -> Module:
    return Module(path, ast.parse(text, path))


def called_name(call: ast.Call) -> str:
    """Return the last part of what is called: ``setText`` for ``self.label.setText(...)``."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
