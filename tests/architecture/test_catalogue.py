"""One catalogue for windows, rules and paper: always fresh, and written in plain Norwegian."""

import ast
import re

import pytest

from tests.architecture.catalogue import CATALOGUE, catalogue_text, collect, known_texts, texts_of
from tests.architecture.source import called_name, module_of, modules

FORBIDDEN = (
    "vennligst",
    "er du sikker",
    "ugyldig",
    "suksess",
    "vellykket",
    "obligatorisk",
    "påkrevd",
    "domfelt",
    "soning",
)
BUTTON_LIMIT = 90
BUTTONS = {"QPushButton", "QToolButton", "QAction", "addAction"}


def test_a_text_inside_another_is_found():
    tree = module_of("app/x.py", "f\"{_('Lagre')} {words.plural('en', 'flere', 2)}\"")
    found = [texts for call in tree.calls() if (texts := texts_of(call))]
    assert found == [("Lagre",), ("en", "flere")]


def test_the_catalogue_is_fresh():
    stored = CATALOGUE.read_text(encoding="utf-8")
    assert stored == catalogue_text(collect()), "run make words"


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_text_uses_a_word_we_avoid(word):
    pattern = re.compile(rf"\b{word}", re.IGNORECASE)
    assert [text for text in known_texts() if pattern.search(text)] == []


def test_no_text_shouts():
    assert [text for text in known_texts() if "!" in text] == []


def test_no_text_is_only_looked_up_when_it_has_been_filled_in():
    # `_(f"...")` asks the catalogue for a text it can never have.
    found = [
        f"{module.path}:{call.lineno}"
        for module in modules()
        for call in module.calls()
        if called_name(call) in {"_", "mark", "plural"}
        and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert found == []


def test_buttons_are_short():
    found = [
        text.value
        for module in modules("app/ui")
        for call in module.calls()
        if called_name(call) in BUTTONS
        for inner in call.args
        if isinstance(inner, ast.Call) and called_name(inner) == "_"
        for text in inner.args
        if isinstance(text, ast.Constant) and len(str(text.value)) > BUTTON_LIMIT
    ]
    assert found == []
