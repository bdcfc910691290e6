"""The ten longest files, functions and classes: a look at the tail, not a judgement."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.source import Module, modules

SHOWN = 10


@dataclass(frozen=True, order=True)
class Part:
    """Something with a length in lines."""

    lines: int
    name: str


def files() -> Iterator[Part]:
    for module in modules():
        yield Part(
            max(module.tree.body, key=_end).end_lineno or 0 if module.tree.body else 0, module.path
        )


def _end(node: ast.stmt) -> int:
    return node.end_lineno or 0


def functions() -> Iterator[Part]:
    for module in modules():
        yield from _parts(module, (ast.FunctionDef, ast.AsyncFunctionDef))


def classes() -> Iterator[Part]:
    for module in modules():
        for part, node in _named(module, (ast.ClassDef,)):
            assert isinstance(node, ast.ClassDef)
            methods = sum(1 for item in node.body if isinstance(item, ast.FunctionDef))
            yield Part(part.lines, f"{part.name} ({methods} methods)")


def _parts(module: Module, kinds: tuple[type[ast.AST], ...]) -> Iterator[Part]:
    return (part for part, _node in _named(module, kinds))


def _named(module: Module, kinds: tuple[type[ast.AST], ...]) -> Iterator[tuple[Part, ast.stmt]]:
    for node in ast.walk(module.tree):
        if isinstance(node, kinds):
            assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            length = _end(node) - node.lineno + 1
            yield Part(length, f"{module.path}:{node.lineno} {node.name}"), node


def main() -> int:
    for heading, parts in (("files", files()), ("functions", functions()), ("classes", classes())):
        sys.stdout.write(f"\nlongest {heading}\n")
        for part in sorted(parts, reverse=True)[:SHOWN]:
            sys.stdout.write(f"{part.lines:6} {part.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
