"""The manual: bound without a warning, complete, and the same pages that F1 shows."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from app.command_line.options import option_parser
from app.foundation.settings import known_settings
from resources.packaging.key_sheet import key_sheet, keys_of
from resources.packaging.man_page import leaves
from resources.packaging.manual import GUIDE, build_manual

pytestmark = pytest.mark.timeout(300)
KEY_PAGE = (GUIDE / "tastatur.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_manual(tmp_path_factory.mktemp("manual") / "html").parent


def test_every_page_of_the_guide_is_in_it(manual):
    for page in GUIDE.glob("*.md"):
        assert (manual / f"{page.stem}.html").is_file()


def test_it_fetches_nothing_from_anywhere(manual):
    fetched = re.compile(r'(?:src|href)="(https?:[^"]+)"')
    for page in manual.glob("*.html"):
        loaded = re.sub(r"<a [^>]*>", "", page.read_text(encoding="utf-8"))
        assert fetched.findall(loaded) == [], page.name


def test_a_picture_comes_light_and_dark(manual):
    page = (manual / "se-avdelingen.html").read_text(encoding="utf-8")
    assert re.search(r'class="only-light"[^>]*overview-light\.png', page)
    assert re.search(r'class="only-dark"[^>]*overview-dark\.png', page)


def test_the_theme_speaks_norwegian_too(manual):
    page = (manual / "soke.html").read_text(encoding="utf-8")
    shown = re.findall(r">\s*([A-Z][^<>]*?)\s*<", page) + re.findall(r'="([A-Z][^"]*)"', page)
    english = ("Toggle", "Back to", "On this", "Next", "Previous", "Made with", "Light", "Skip")
    assert [words for words in shown if words.startswith(english)] == []


def test_a_planted_dead_link_stops_the_build(tmp_path, capfd):
    guide = tmp_path / "docs" / "guide"
    shutil.copytree(GUIDE, guide)
    shutil.copytree(GUIDE.parent / "screenshots", tmp_path / "docs" / "screenshots")
    with (guide / "soke.md").open("a", encoding="utf-8") as page:
        page.write("\nSe [en side som ikke finnes](finnes-ikke.md).\n")
    with pytest.raises(subprocess.CalledProcessError):
        build_manual(tmp_path / "html", guide)
    assert "finnes-ikke" in capfd.readouterr().err


def test_pages_are_plain_so_that_the_program_can_show_them():
    directive = re.compile(r"^(```\{|:::|<\w)", re.MULTILINE)
    for page in GUIDE.glob("*.md"):
        assert directive.search(page.read_text(encoding="utf-8")) is None, page.name


@pytest.mark.parametrize("setting", sorted(known_settings()))
def test_every_setting_that_a_file_may_hold_is_told(setting):
    assert f"| `{setting}` |" in (GUIDE / "innstillingsfiler.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(" ".join(path) for path, _ in leaves(option_parser())))
def test_every_command_is_told(command):
    told = (GUIDE / "kommandolinje.md").read_text(encoding="utf-8").replace("\\|", "|")
    first, *rest = command.split()
    assert re.search(rf"`{first}\b" + "".join(rf"[^`]*\b{word}\b" for word in rest), told)


def test_the_key_sheet_is_one_page_with_every_key():
    sheet = pypdfium2.PdfDocument(key_sheet(KEY_PAGE))
    text = sheet[0].get_textpage().get_text_bounded().replace("\r\n", " ")
    assert len(sheet) == 1
    keys = [pair for pairs in keys_of(KEY_PAGE).values() for pair in pairs]
    assert len(keys) > 20
    for what, _keys in keys:
        assert what.split()[0] in text
    assert "\ufffd" not in text
    sheet.close()


def test_the_rows_of_the_page_are_read():
    page = "# Taster\n\n## Plan\n\n| Handling | Tast |\n|---|---|\n| Flytt opp | Alt+↑ |\n"
    assert keys_of(page) == {"Plan": [("Flytt opp", "Alt+pil opp")]}
