"""Text that means harm: nothing in it becomes a link, a picture or an order to the reader."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import app.documents
from app.documents.copies import PaperCopy
from app.documents.drawing import render
from app.domain.plans import Declined
from tests.documents.papers import CONTENT, GOALS, frozen_plan, goal, read, step, whole_text

ACTIVE = ("/URI", "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA", "/Annots")
PAYLOADS = (
    '<img src="/etc/passwd"/>',
    "<img src='resources/fonts/NotoSans-Regular.ttf' width=10 height=10>",
    '<a href="javascript:app.alert(1)">trykk</a>',
    '<a href="file:///etc/passwd">fil</a>',
    '<link href="http://example.org">ut</link>',
    "<b>fet",
    "</para>",
    "<para><onDraw name=x label=y/></para>",
    "<font color='[].__class__'>x</font>",
    "&amp; &lt; &#0; &bogus;",
    "<!-- <![CDATA[ ]]> <?xml ?>",
    "(slutt) Tj ET /JS (app.alert(1)) \\",
    "\\) endstream endobj",
    "{page} {0} {digest} {name!r} %s %(x)s",
    "\x00\x01\x1b[31m\x7f",
    "\u202eesrevni\u202c \u2066isolert\u2069",
    "\ud800 \U0010ffff \ufffe",
    "e" + "\u0301" * 500,
    "أهلا مرحبا",
    "\u2028\u2029\x85\x0b\x0c",
)


def content_with(text: str):
    return replace(
        CONTENT,
        own_words=text,
        agreement_reason=text,
        internal_note=text,
        declined=(Declined(text, text),),
        goals=(goal(1, GOALS[0].theme, text, step(1, text, partner=text), note=text),),
    )


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("copy", PaperCopy)
def test_no_text_becomes_active(payload, copy):
    document = frozen_plan(content_with(payload), copy)
    data = render(document).data
    reader = read(document)
    for page in reader.pages:
        assert "/Annots" not in page
        assert "/XObject" not in page["/Resources"]
        assert len(page.images) == 0
    objects = "".join(str(reader.get_object(number)) for number in range(1, len(reader.xref[0])))
    assert not [word for word in ACTIVE if f"'{word}'" in objects]
    assert data.startswith(b"%PDF")


@pytest.mark.parametrize("payload", [text for text in PAYLOADS if text.isprintable()][:14])
def test_markup_is_printed_as_it_was_written(payload):
    written = payload.replace("{page} {0}", "{0}")
    text = whole_text(frozen_plan(replace(CONTENT, own_words=written)))
    assert "".join(written.split()) in "".join(text.split())


@given(st.text(st.characters(codec=None), max_size=300))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_a_paper(text):
    document = frozen_plan(content_with(text), PaperCopy.INTERNAL)
    assert render(document).pages >= 1
    document.canonical().decode("utf-8")


def test_no_module_reads_markup_or_opens_what_text_names():
    modules = sorted(Path(app.documents.__file__).parent.glob("*.py"))
    assert modules
    forbidden = ("platypus", "paraparser", "ImageReader", "drawImage", "linkURL", "rl_safe_eval")
    for module in modules:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not [name for name in names for word in forbidden if word in name], module.name
