"""The manual on paper and in a browser: the pages of ``docs/guide`` as they are, bound by Sphinx.

The pages are plain CommonMark, because the program shows the very same files. What a bound manual
needs beyond that is added here: the order of the pages, and dark pictures for dark screens.
"""

import re
import sys
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.foundation.program import program_version  # noqa: E402 - the path comes first

project = "Mulighet"
author = "Mulighet"
copyright = "2026, Mulighet. EUPL-1.2"  # noqa: A001 - Sphinx wants that name
release = version = program_version()
language = "nb"
root_doc = "veiledning"
extensions = ["myst_parser"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"Mulighet {release}"
html_static_path = ["static"]
html_css_files = ["manual.css"]
html_favicon = str(ROOT / "resources/icons/application.svg")
html_show_sourcelink = False
html_copy_source = False
html_show_sphinx = False
html_search_language = "no"
html_last_updated_fmt = None
html_theme_options = {"top_of_page_buttons": []}

KEY_PAGE = "tastatur"
KEY_SHEET = "tastatur.pdf"
# What the theme says in English, in every language.
THEME_WORDS = {
    "Auto light/dark, in dark mode": "Som systemet, nå mørkt",
    "Auto light/dark, in light mode": "Som systemet, nå lyst",
    "Back to top": "Til toppen",
    "Dark mode": "Mørkt",
    "Expand": "Utvid",
    "Index": "Stikkord",
    "Light mode": "Lyst",
    "Link to this heading": "Lenke til denne overskriften",
    "Made with": "Laget med",
    "Menu": "Meny",
    "Next": "Neste",
    "On this page": "På denne siden",
    "Previous": "Forrige",
    "Search": "Søk",
    "Skip to content": "Til innholdet",
    "Toggle Light / Dark / Auto color theme": "Bytt mellom lyst, mørkt og som systemet",
    "Toggle site navigation sidebar": "Vis eller skjul innholdet",
    "Toggle table of contents sidebar": "Vis eller skjul overskriftene på siden",
}
_PAGE = re.compile(r"\]\(([\w-]+)\.md\)")


def setup(app: Sphinx) -> None:
    """Bind the pages together."""
    app.connect("source-read", _bind)
    app.connect("doctree-read", _add_dark_pictures)
    app.connect("build-finished", _speak_norwegian)


def _bind(_app: Sphinx, page: str, source: list[str]) -> None:
    if page == root_doc:
        pages = "\n".join(dict.fromkeys(_PAGE.findall(source[0])))
        source[0] += f"\n\n```{{toctree}}\n:hidden:\n\n{pages}\n```\n"
    if page == KEY_PAGE:
        source[0] += f'\n\n<p><a href="{KEY_SHEET}">Skriv ut snarveiene på ett ark (PDF)</a></p>\n'


def _add_dark_pictures(_app: Sphinx, tree: nodes.document) -> None:
    """Put the dark picture beside each light one; the reader's browser shows one of them."""
    for light in list(tree.findall(nodes.image)):
        uri = light["uri"]
        dark_uri = uri.replace("-light.png", "-dark.png")
        if dark_uri != uri:
            dark = light.copy()
            dark["uri"], dark["candidates"] = dark_uri, {"*": dark_uri}
            light["classes"], dark["classes"] = ["only-light"], ["only-dark"]
            light.parent.insert(light.parent.index(light) + 1, dark)
            _app.env.images.add_file(_app.env.docname, dark_uri)


def _speak_norwegian(app: Sphinx, fault: Exception | None) -> None:
    for page in () if fault else Path(app.outdir).glob("*.html"):
        text = page.read_text(encoding="utf-8")
        for english, norwegian in THEME_WORDS.items():
            text = re.sub(rf'(?<=")({re.escape(english)})(?=")', norwegian, text)
            text = re.sub(rf"(?<=>)(\s*){re.escape(english)}(\s*)(?=<)", rf"\1{norwegian}\2", text)
        page.write_text(text, encoding="utf-8")
