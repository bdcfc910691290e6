import json
import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pytest

from app.documents.copies import PaperCopy
from app.documents.drawing import render
from app.documents.fonts import missing_glyphs
from app.documents.frozen import FrozenDocument
from tests.documents.papers import CONTENT, frozen_plan

DRAW_IN_ANOTHER_PROCESS = """
import sys
from app.documents.drawing import render
from app.documents.frozen import FrozenDocument
sys.stdout.buffer.write(render(FrozenDocument.from_json(sys.stdin.buffer.read())).data)
"""


def test_the_canonical_form_is_sorted_utf8_json_and_comes_back_the_same():
    document = frozen_plan()
    stored = document.canonical()
    assert json.loads(stored) == {"kind": "plan", "content": document.content}
    assert FrozenDocument.from_json(stored) == document
    assert FrozenDocument.from_json(stored).canonical() == stored
    assert "fagbrev" in stored.decode()


def test_the_digest_is_the_one_of_the_canonical_form():
    document = frozen_plan()
    assert document.digest == sha256(document.canonical()).hexdigest()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind": "plan"}', '{"a": 1, "b": 2}'])
def test_something_else_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - broken JSON words it its own way
        FrozenDocument.from_json(text)


def test_two_drawings_are_the_same_bytes():
    document = frozen_plan()
    assert render(document).data == render(FrozenDocument.from_json(document.canonical())).data


def test_another_process_with_another_hash_seed_draws_the_same_bytes():
    document = frozen_plan(copy=PaperCopy.INTERNAL)
    result = subprocess.run(
        [sys.executable, "-c", DRAW_IN_ANOTHER_PROCESS],
        input=document.canonical(),
        env={**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    )
    assert result.stdout == render(document).data


def test_another_paper_between_two_drawings_changes_nothing():
    document = frozen_plan()
    first = render(document).data
    render(frozen_plan(replace(CONTENT, own_words="Ω Ж ă ơ " * 200)))
    assert render(document).data == first


def test_one_changed_letter_gives_another_digest():
    changed = replace(CONTENT, own_words=CONTENT.own_words.replace("hendene", "hendane"))
    assert frozen_plan(changed).digest != frozen_plan().digest


def test_letters_no_face_has_are_named():
    words = replace(CONTENT, own_words="أريد → ☑ å 工作 😀\ufe0f")
    assert missing_glyphs(frozen_plan(words)) == set("أريد工作😀")
    assert missing_glyphs(frozen_plan()) == set()
