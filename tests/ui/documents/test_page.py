"""The print page: Ctrl+P, look, Enter."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.documents.copies import PaperCopy
from app.domain.errors import (
    DatabaseUnavailable,
    NotAllowed,
    NotFound,
    PrinterMissing,
    PrintingFailed,
)
from app.foundation.settings import Settings
from app.ui.appearance.theme import theme
from app.ui.background.tasks import Tasks
from app.ui.screens.documents.defaults import PaperDefaults
from app.ui.screens.documents.page import DocumentsPage
from app.ui.screens.documents.papers import Choices, ConversationsOf
from app.ui.screens.documents.save_dialog import choose_with, save_dialog
from app.ui.widgets.page import Notice
from app.ui.widgets.questions import Question, answer_with
from app.use_cases.printing import PrintQueues
from tests.ui.documents.stand_ins import OMAR, FakePapers, paper

Open = Callable[..., DocumentsPage]


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def papers() -> FakePapers:
    return FakePapers()


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks, papers: FakePapers) -> Iterator[DocumentsPage]:
    theme().dress_for_work()
    # The page lies in a window, as it does in the program.
    window = QWidget()
    qtbot.addWidget(window)
    made = DocumentsPage(None, tasks, papers)
    made.setParent(window)
    made.setGeometry(0, 0, 1178, 688)
    window.resize(1178, 688)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()


@pytest.fixture
def notices(page: DocumentsPage) -> list[str]:
    heard: list[str] = []

    def hear(notice: Notice) -> None:
        heard.append(notice.text)

    page.notice.connect(hear)
    return heard


def show(qtbot: QtBot, page: DocumentsPage) -> None:
    page.show_plan_paper(OMAR)
    page.first_focus().setFocus()
    qtbot.waitUntil(lambda: page.pages.page_count > 0)
    qtbot.waitUntil(lambda: page.panel.chosen_printer != "" or page.panel.printer_problem != "")


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(widget, key, held)


def test_the_real_pages_are_shown_and_only_those_in_sight_are_drawn(
    qtbot: QtBot, page: DocumentsPage
) -> None:
    drawn: list[int] = []
    page.pages.picture_wanted.connect(lambda number, _scale: drawn.append(number))
    show(qtbot, page)

    assert page.pages.page_count == paper().pages == 2
    qtbot.waitUntil(lambda: 0 in drawn)
    assert set(drawn) == {0}

    press(qtbot, page.pages, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: 1 in drawn)
    assert page.pages.place_text() == "Side 2 av 2"
    assert page.pages.accessibleDescription() == "Side 2 av 2"


def test_a_page_is_drawn_as_fine_as_the_screen(qtbot: QtBot, page: DocumentsPage) -> None:
    scales: list[float] = []
    page.pages.picture_wanted.connect(lambda _number, scale: scales.append(scale))
    show(qtbot, page)
    page.pages.set_zoom(1.0)

    wanted = 96 / 72 * page.pages.devicePixelRatioF()
    qtbot.waitUntil(lambda: wanted in scales)


def test_enter_prints_at_once(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers, notices: list[str]
) -> None:
    show(qtbot, page)
    focused = QApplication.focusWidget()
    assert focused is page.panel.print_button
    press(qtbot, focused, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(notices))
    assert papers.printed == [(paper().document_id, "Vaktrom", 1)]
    assert notices == ["1 eksemplar er sendt til Vaktrom."]


def test_enter_pressed_before_the_paper_is_finished_prints_it_once_it_is(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers, notices: list[str]
) -> None:
    papers.ready.clear()
    page.show_plan_paper(OMAR)
    qtbot.waitUntil(lambda: page.panel.chosen_printer == "Vaktrom")
    press(qtbot, page.first_focus(), Qt.Key.Key_Return)
    assert papers.printed == []

    papers.ready.set()
    qtbot.waitUntil(lambda: bool(notices))
    assert papers.printed == [(paper().document_id, "Vaktrom", 1)]


def test_another_printer_and_more_copies_are_used(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers, notices: list[str]
) -> None:
    show(qtbot, page)
    page.panel.printer.setCurrentText("Kontor")
    page.panel.number.setValue(3)
    page.panel.print_button.click()

    qtbot.waitUntil(lambda: bool(notices))
    assert papers.printed == [(paper().document_id, "Kontor", 3)]
    assert notices == ["3 eksemplarer er sendt til Kontor."]


def test_what_is_left_out_is_said_before_printing(qtbot: QtBot, page: DocumentsPage) -> None:
    show(qtbot, page)
    texts = visible_texts(page.panel)
    assert "Utelatt fra denne kopien" in texts
    assert any("interne notater" in text and "navn på ansatte" in text for text in texts)


def test_the_internal_copy_is_another_paper_and_leaves_nothing_out(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    show(qtbot, page)
    internal = page.panel.copies_of.chips()[1]
    assert internal.text() == "Internt eksemplar"
    internal.click()
    wanted = paper(PaperCopy.INTERNAL).document_id
    qtbot.waitUntil(lambda: shown_document(page) == wanted)

    assert [choices.copy for _subject, choices in papers.asked] == list(PaperCopy)
    assert "Utelatt fra denne kopien" not in visible_texts(page.panel)


def test_another_language_is_another_paper(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    show(qtbot, page)
    names = [chip.text() for chip in page.panel.language.chips()]
    assert names == ["Bokmål", "Nynorsk", "English"]
    assert page.panel.language.value == "nb"
    page.panel.language.chips()[1].click()
    qtbot.waitUntil(lambda: len(papers.asked) == 2)
    assert [choices.language for _subject, choices in papers.asked] == ["nb", "nn"]
    page.show_plan_paper(OMAR)
    qtbot.waitUntil(lambda: len(papers.asked) == 3)
    assert papers.asked[-1][1].language == "nb"


def test_a_paper_kept_from_before_is_said_to_be_the_same(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    papers.reprint = True
    show(qtbot, page)
    assert "Samme dokument som 12.11.2026: bytene er like." in visible_texts(page.panel)


def test_without_a_printer_the_page_says_so_and_offers_the_export(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    papers.printers = PrintQueues(problem=PrinterMissing("Maskinen har ingen skriver."))
    show(qtbot, page)
    assert "Maskinen har ingen skriver. (Kode PR-01)" in visible_texts(page.panel)
    assert not page.panel.printer.isVisible()

    press(qtbot, page.panel.print_button, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.panel.export_button
    assert papers.printed == []


def test_a_printer_must_be_chosen_when_the_machine_prefers_none(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    papers.printers = PrintQueues(("Kontor", "Vaktrom"), None)
    page.show_plan_paper(OMAR)
    qtbot.waitUntil(lambda: page.pages.page_count > 0 and page.panel.printer.count() == 2)
    page.panel.print_button.click()

    assert page.panel.problem.text() == "Velg en skriver."
    assert QApplication.focusWidget() is page.panel.printer


def test_a_failed_print_is_explained_and_the_paper_stays(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    papers.print_fault = PrintingFailed("Skriveren Vaktrom tok ikke imot.", "PR-03")
    show(qtbot, page)
    page.panel.print_button.click()

    qtbot.waitUntil(page.panel.problem.isVisible)
    assert page.panel.problem.text() == "Skriveren Vaktrom tok ikke imot. (Kode PR-03)"
    assert page.pages.page_count == 2
    assert not page.panel.busy.isVisible()


def test_export_writes_the_very_bytes_under_a_name_that_tells_no_person(
    qtbot: QtBot,
    page: DocumentsPage,
    papers: FakePapers,
    notices: list[str],
    tmp_path: Path,
) -> None:
    suggested: list[str] = []

    def choose(name: str) -> Path:
        suggested.append(name)
        return tmp_path / name

    show(qtbot, page)
    with choose_with(choose):
        press(
            qtbot,
            page.pages,
            Qt.Key.Key_E,
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        qtbot.waitUntil(lambda: bool(notices))

    file = tmp_path / suggested[0]
    assert file.read_bytes() == paper().data
    assert "hassan" not in file.name.casefold()
    assert notices == [f"Lagret som {file.name}."]


@pytest.mark.parametrize(("button", "written"), [(0, True), (1, False)])
def test_a_file_that_is_there_is_replaced_only_when_the_officer_says_so(
    qtbot: QtBot,
    page: DocumentsPage,
    papers: FakePapers,
    tmp_path: Path,
    button: int,
    written: bool,
) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"before")
    asked: list[Question] = []

    def answer(question: Question) -> int:
        asked.append(question)
        return button

    show(qtbot, page)
    with choose_with(lambda _name: file), answer_with(answer):
        page.panel.export_button.click()
    qtbot.waitUntil(lambda: bool(papers.exported) == written)

    assert (asked[0].text, asked[0].buttons[0]) == ("Erstatte filen?", "Erstatt filen")
    assert papers.exported == ([(file, True)] if written else [])


def test_an_export_that_was_given_up_does_nothing(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    show(qtbot, page)
    with choose_with(lambda _name: None):
        page.panel.export_button.click()
    assert papers.exported == []


def test_the_dialog_suggests_the_name_and_speaks_norwegian(
    qtbot: QtBot, page: DocumentsPage, tmp_path: Path
) -> None:
    dialog = save_dialog(page, tmp_path, "framtidsplan-v3.pdf")
    qtbot.addWidget(dialog)
    assert Path(dialog.selectedFiles()[0]).name == "framtidsplan-v3.pdf"
    assert dialog.labelText(dialog.DialogLabel.Accept) == "Lagre filen"


def test_a_person_without_a_plan_is_led_to_where_one_is_written(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    papers.fault = NotFound("plan")
    asked: list[object] = []
    page.plan_asked.connect(asked.append)
    page.show_plan_paper(OMAR)
    qtbot.waitUntil(lambda: "Ingen plan ennå" in visible_texts(page))
    button = next(b for b in page.findChildren(QWidget) if b.accessibleName() == "Åpne planen")
    press(qtbot, button, Qt.Key.Key_Return)
    assert asked == [OMAR]


def test_who_may_not_print_is_told_so(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    papers.fault = NotAllowed("print")
    page.show_plan_paper(OMAR)
    qtbot.waitUntil(lambda: "Du har ikke tilgang" in visible_texts(page))


def test_a_lost_database_is_explained_and_tried_again(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    papers.fault = DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")
    page.show_plan_paper(OMAR)
    qtbot.waitUntil(lambda: "Dette gikk ikke" in visible_texts(page))
    assert "Vi fikk ikke kontakt med databasen. (Kode DB-02)" in visible_texts(page)

    papers.fault = None
    again = next(b for b in page.findChildren(QWidget) if b.accessibleName() == "Prøv igjen")
    press(qtbot, again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.pages.page_count == 2)


def test_the_unit_list_has_one_copy(qtbot: QtBot, page: DocumentsPage) -> None:
    page.show_unit_list("B", "Avdeling B")
    qtbot.waitUntil(lambda: page.pages.page_count > 0)

    assert page.title == "Avdeling B"
    assert page.current_inmate() is None
    assert "Skriv ut avdelingsliste" in visible_texts(page.panel)
    assert not page.panel.copies_of.isVisible()


def test_before_anything_is_chosen_the_page_says_how_to_begin(page: DocumentsPage) -> None:
    assert "Ingenting å skrive ut" in visible_texts(page)


def test_everything_with_focus_has_a_name_and_tab_leaves_every_part(
    qtbot: QtBot, page: DocumentsPage
) -> None:
    show(qtbot, page)
    stops = tab_round(qtbot, page)
    assert [type(stop).__name__ for stop in stops if not spoken_name(stop)] == []
    assert page.pages in stops
    assert page.panel.print_button in stops
    assert len(stops) == len(set(stops))


def test_the_keys_of_the_preview_change_its_size(qtbot: QtBot, page: DocumentsPage) -> None:
    show(qtbot, page)
    fitting = page.pages.zoom
    press(qtbot, page.pages, Qt.Key.Key_Plus)
    assert page.pages.zoom > fitting
    press(qtbot, page.pages, Qt.Key.Key_Minus)
    press(qtbot, page.pages, Qt.Key.Key_Minus)
    assert page.pages.zoom < fitting
    page.pages.set_zoom(None)
    assert page.pages.zoom == fitting


def shown_document(page: DocumentsPage) -> object:
    shown = page.presenter.paper
    return None if shown is None else shown.document_id


def visible_texts(widget: QWidget) -> list[str]:
    return [
        child.text()
        for child in widget.findChildren(QWidget)
        if child.isVisible() and callable(getattr(child, "text", None))
    ]


def spoken_name(widget: QWidget) -> str:
    return widget.accessibleName()


def tab_round(qtbot: QtBot, page: QWidget) -> list[QWidget]:
    """Press Tab until the focus is back where it began; return where it was."""
    stops: list[QWidget] = []
    for _press in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if stops and focused is stops[0]:
            return stops
        stops.append(focused)
        press(qtbot, focused, Qt.Key.Key_Tab)
    raise AssertionError([type(stop).__name__ for stop in stops])


def test_copy_language_and_printer_are_those_of_the_settings(
    qtbot: QtBot, tasks: Tasks, papers: FakePapers
) -> None:
    other = next(name for name in papers.printers.names if name != papers.printers.chosen)
    settings = Settings(paper_copy="internal", paper_language="en", printer=other)
    made = DocumentsPage(None, tasks, papers, PaperDefaults(settings))
    qtbot.addWidget(made)
    made.show()
    show(qtbot, made)
    assert made.panel.choices == Choices(PaperCopy.INTERNAL, "en")
    assert made.panel.chosen_printer == other


def test_letters_that_cannot_be_printed_are_named_before_anything_is_printed(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    papers.lacking = "王ع"
    papers.ready.clear()
    page.show_plan_paper(OMAR)
    qtbot.waitUntil(lambda: page.panel.chosen_printer != "")
    page.print_now()
    papers.ready.set()
    qtbot.waitUntil(page.panel.lacking.isVisible)
    assert "王 ع" in page.panel.lacking.label.text()
    assert papers.printed == []
    page.print_now()
    qtbot.waitUntil(lambda: len(papers.printed) == 1)


def test_large_print_and_chosen_conversations_reach_the_paper(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    page.show_conversations(OMAR, (UUID(int=7),))
    qtbot.waitUntil(lambda: page.pages.page_count > 0)
    page.panel.print_size.chips()[1].click()
    qtbot.waitUntil(lambda: len(papers.asked) == 2)
    subject, choices = papers.asked[1]
    assert subject == ConversationsOf(OMAR, (UUID(int=7),))
    assert choices.large_print
    assert page.current_inmate() == OMAR
