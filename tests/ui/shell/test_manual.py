"""F1: the guide in a window of its own, found by what is in front, by code, by search, by links."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.errors import DatabaseUnavailable, ErrorCode
from app.foundation.program import program_version
from app.ui.appearance.remembered import forget_file, remember_in, remembered
from app.ui.appearance.theme import Scheme, Theme
from app.ui.shell.helping import Helping
from app.ui.shell.manual_pages import GUIDE, NEWS, Guide, newest_part, parts_of, slug
from app.ui.shell.manual_window import ManualWindow
from app.ui.shell.window import MainWindow
from app.ui.widgets.failures import sentence
from app.ui.widgets.page import Notice
from app.ui.widgets.state_view import StateView
from tests.ui.shell.conftest import HASSAN, MadeUpPage

PAGES = sorted(file.name for file in GUIDE.glob("*.md"))
ALT = Qt.KeyboardModifier.AltModifier
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
_IMAGE = int(QTextDocument.ResourceType.ImageResource)


@pytest.fixture
def manual(look: Theme, qtbot: QtBot) -> Iterator[ManualWindow]:
    manual = ManualWindow()
    qtbot.addWidget(manual)
    manual.resize(1000, 700)
    manual.show_place("")
    qtbot.waitExposed(manual)
    yield manual
    manual.close()


def shown(manual: ManualWindow) -> str:
    return manual.page.toPlainText()


def top_line(manual: ManualWindow) -> str:
    return manual.page.cursorForPosition(manual.page.viewport().rect().topLeft()).block().text()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_read(manual: ManualWindow, page: str) -> None:
    manual.go(page)
    heading = parts_of(Guide().text(page))[0][0]
    assert shown(manual).startswith(heading.replace("`", "")) or heading in shown(manual)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_and_picture_leads_somewhere(page: str) -> None:
    text = Guide().text(page)
    for link in LINK.findall(text):
        place, _hash, heading = link.partition("#")
        if QUrl(link).scheme():
            continue
        target = Guide().text(place or page)
        assert target, link
        headings = {slug(title) for title, _body in parts_of(target)}
        assert not heading or heading in headings, link
    for picture in PICTURE.findall(text):
        assert (GUIDE / picture).is_file(), picture
        assert (GUIDE / picture.replace("-light.", "-dark.")).is_file(), picture


def test_every_page_stands_in_the_contents() -> None:
    listed = {chapter.page for chapter in Guide().contents}
    assert sorted({*listed, "veiledning.md"} - {""}) == PAGES


def test_a_dark_screen_gets_the_dark_picture(manual: ManualWindow, look: Theme) -> None:
    name = PICTURE.findall(Guide().text("se-avdelingen.md"))[0]
    light = manual.page.loadResource(_IMAGE, QUrl(name))
    look.choose_scheme(Scheme.DARK)
    dark = manual.page.loadResource(_IMAGE, QUrl(name))
    assert isinstance(light, QImage)
    assert isinstance(dark, QImage)
    assert light.pixelColor(2, light.height() // 2) != dark.pixelColor(2, dark.height() // 2)
    assert light.width() <= manual.page.viewport().width() * light.devicePixelRatio()


def test_links_lead_on_and_the_way_back_is_kept(manual: ManualWindow) -> None:
    manual.go("finne-fram.md")
    manual.page.anchorClicked.emit(QUrl("tastatur.md"))
    assert shown(manual).startswith("Alle snarveier")
    QTest.keyClick(manual.windowHandle(), Qt.Key.Key_Left, ALT)
    assert shown(manual).lstrip("\ufffc\n").startswith("Finne fram")
    QTest.keyClick(manual.windowHandle(), Qt.Key.Key_Right, ALT)
    assert shown(manual).startswith("Alle snarveier")


def test_a_place_is_brought_to_the_top(manual: ManualWindow) -> None:
    manual.go("finne-fram.md#gå-fram-og-tilbake")
    assert top_line(manual) in {"", "Gå fram og tilbake"}
    assert manual.page.verticalScrollBar().value() > 0


def test_words_are_found_and_marked(manual: ManualWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(manual.words, "forbokstaver")
    assert manual.list.item(0).text().startswith("Finne fram › Skjule navn")
    qtbot.keyClick(manual.words, Qt.Key.Key_Return)
    assert manual.page.extraSelections()
    assert manual.page.hasFocus()
    manual.words.setText("finnesikkenoested")
    assert manual.count.text() == "Ingen treff"
    QTest.keyClick(manual.windowHandle(), Qt.Key.Key_Escape)
    assert manual.count.text() == "Innhold"
    QTest.keyClick(manual.windowHandle(), Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_the_page_follows_the_zoom(manual: ManualWindow, look: Theme) -> None:
    before = manual.page.document().defaultFont().pointSizeF()
    look.set_zoom(200)
    assert manual.page.document().defaultFont().pointSizeF() > 1.9 * before


def f1(window: MainWindow) -> str:
    """Press F1, and return where the guide is opened."""
    if window.helping.manual is not None:
        window.helping.manual.close()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1)
    manual = window.helping.manual
    assert manual is not None
    return manual._places[manual._here]


def test_f1_leads_to_the_page_about_what_is_in_front(window: MainWindow) -> None:
    page = window.frame.page
    assert isinstance(page, MadeUpPage)
    assert f1(window) == "veiledning.md"
    page.guide = "se-avdelingen.md"
    assert f1(window) == "se-avdelingen.md"
    window.registry["keys"].trigger()
    assert f1(window) == "tastatur.md"


@pytest.mark.parametrize("code", ErrorCode)
def test_a_code_in_a_message_leads_to_what_it_means(window: MainWindow, code: ErrorCode) -> None:
    window.show_notice(Notice(f"Noe skjedde. (Kode {code})"))
    assert f1(window) == f"feilkoder.md#{code}"
    manual = window.helping.manual
    assert manual is not None
    assert not manual.page.document().find(str(code)).isNull()


def test_the_message_in_place_of_a_page_has_a_link_to_its_code(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.frame.page
    assert page is not None
    state = StateView(QPushButton())
    page.layout().addWidget(state)
    state.show_failure(DatabaseUnavailable("Vi fikk ikke kontakt."), lambda: None)
    link = next(one for one in state.findChildren(QPushButton) if one.text() == "Les om DB-02")
    link.click()
    manual = window.helping.manual
    assert manual is not None
    assert manual._places[-1] == "feilkoder.md#DB-02"
    assert "DB-02" in sentence(DatabaseUnavailable("Vi fikk ikke kontakt."))


def test_the_guide_is_not_to_be_seen_while_the_screen_is_locked(window: MainWindow) -> None:
    f1(window)
    manual = window.helping.manual
    assert manual is not None
    window.locking.lock()
    assert not manual.isVisible()


def test_what_is_new_is_told_once_for_each_version(window: MainWindow, tmp_path: Path) -> None:
    helping = Helping(window.frame)
    assert helping.news() is None
    remember_in(tmp_path / "ui.ini")
    assert helping.news() is None
    memory = remembered()
    assert memory is not None
    memory.setValue("window/version_seen", "0.0.1")
    news = helping.news()
    assert news is not None
    assert program_version() in news.text
    assert news.act is not None
    news.act()
    assert helping.manual is not None
    assert shown(helping.manual).startswith("Hva er nytt")
    assert helping.news() is None
    helping.close()
    forget_file()


def test_the_newest_version_has_its_part_among_the_news_and_it_comes_first() -> None:
    headings = [heading for heading, _body in parts_of(Guide().text(NEWS))]
    assert headings[1].startswith(f"Versjon {program_version()} – ")


def test_only_the_newest_news_are_shown_and_a_link_leads_to_those_before(
    manual: ManualWindow,
) -> None:
    manual.show_changes()
    assert program_version() in shown(manual)
    assert "Versjon 0.1.0" not in shown(manual)
    manual.page.anchorClicked.emit(QUrl(NEWS))
    assert "Versjon 0.1.0" in shown(manual)
    assert newest_part("# Nytt\n\n## B\n\n- B.\n\n## A\n") == "# Nytt\n\n## B\n\n- B."


def test_the_person_is_not_told_to_the_guide(window: MainWindow) -> None:
    window.show_inmate(HASSAN)
    f1(window)
    manual = window.helping.manual
    assert manual is not None
    assert manual.windowTitle() == "Mulighet – veiledning"
