"""Habits that ruff has no rule for: where imports stand, and who writes words a person sees."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import Module, called_name, module_of, modules

# The one place that imports late, while the officer types the password.
LATE_IMPORTERS = {"app/startup/loading.py"}

# What shows its first argument (or any of its texts) to a person.
SHOWS_TEXT = {
    "QLabel",
    "QPushButton",
    "QToolButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QAction",
    "addAction",
    "addMenu",
    "addTab",
    "setText",
    "setTitle",
    "setToolTip",
    "setStatusTip",
    "setWindowTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setTabText",
    "showMessage",
}
# The program's name is the same in every language, and so are keys.
SAME_EVERYWHERE = re.compile(r"Mulighet|((Ctrl|Alt|Shift)\+)+\w+|F\d+|Enter|Esc")


def late_imports(module: Module) -> Iterator[str]:
    for function in ast.walk(module.tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield f"{module.path}:{node.lineno}"


def untranslated_texts(module: Module) -> Iterator[str]:
    for call in module.calls():
        if called_name(call) not in SHOWS_TEXT:
            continue
        for argument in call.args:
            text = literal_text(argument)
            if any(letter.isalpha() for letter in text) and not SAME_EVERYWHERE.fullmatch(text):
                yield f"{module.path}:{call.lineno}: {text}"


def literal_text(node: ast.expr) -> str:
    """Return the letters a literal brings itself, an f-string its fixed parts."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(literal_text(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return literal_text(node.left) + literal_text(node.right)
    return ""


def test_nothing_is_imported_inside_a_function():
    found = [
        place
        for module in modules()
        if module.path not in LATE_IMPORTERS
        for place in late_imports(module)
    ]
    assert found == []


def test_a_planted_late_import_is_caught():
    module = module_of("planted.py", "def f():\n    import json\n    return json\n")
    assert list(late_imports(module)) == ["planted.py:2"]


def test_every_text_in_a_window_goes_through_the_catalogue():
    windows = [
        module for module in modules() if module.path.startswith(("app/ui/", "app/startup/"))
    ]
    assert [text for module in windows for text in untranslated_texts(module)] == []


def test_planted_untranslated_texts_are_caught():
    module = module_of(
        "planted.py",
        'QLabel("Navn")\n'
        'self.button.setText(f"Lagre {name}")\n'
        'action.setToolTip("Lagre" + key)\n'
        'QLabel(_("Navn"))\n'
        'label.setText("·")\n'
        'label.setText(f"{name} · {cell}")\n'
        'action.setText("Ctrl+Shift+Enter")\n',
    )
    assert list(untranslated_texts(module)) == [
        "planted.py:1: Navn",
        "planted.py:2: Lagre ",
        "planted.py:3: Lagre",
    ]
