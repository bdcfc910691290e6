"""The tab `Samtaler`: entries newest first, filter, search, older versions, keys."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.access import Right
from app.domain.conversations import ConversationKind, Correction
from app.domain.errors import DatabaseUnavailable, NotAllowed
from app.domain.read_models import ConversationLine
from app.domain.search import Search
from app.domain.topics import Topic
from app.ui.appearance.theme import theme
from app.ui.screens.conversations import log_presenter as presenter_module
from app.ui.screens.conversations.entry_list import PAGE
from app.ui.screens.conversations.log import ConversationLog
from app.ui.screens.conversations.log_texts import (
    Block,
    Shown,
    beginning,
    blocks_of,
    count_text,
    is_long,
    made_text,
    next_text,
    shown_lines,
    summary,
)
from app.ui.widgets.labels import Label
from app.use_cases.conversations import correct_conversation
from tests.helpers.access import access_log
from tests.helpers.prison import NOW, admit, talk

NOTE = ConversationKind.NOTE
LINE = ConversationLine(
    id=UUID(int=1),
    inmate_id=UUID(int=2),
    version=1,
    kind=ConversationKind.CONTACT_OFFICER,
    is_conversation=True,
    occurred_at=NOW,
    written_at=NOW,
    author_id=None,
    author="A. Rønning",
    text="Vil søke om plass.\n> ringe søsteren",
    minutes=25,
    place="B208",
    interpreter_used=True,
    next_on=None,
    correction_reason="",
)


def test_who_made_it_and_how():
    assert made_text(LINE) == "A. Rønning · 25 min · tolk brukt"
    late = replace(LINE, occurred_at=NOW - timedelta(days=3), minutes=None, interpreter_used=False)
    assert made_text(late) == "A. Rønning · skrevet 23.11.2026"


def test_what_was_agreed_stands_apart_in_its_order():
    text = "Snakket om kurs.\n> søke\n> ringe\nOg om bolig.\n>"
    assert blocks_of(text) == (
        Block("Snakket om kurs.", agreed=False),
        Block("søke\nringe", agreed=True),
        Block("Og om bolig.\n>", agreed=False),
    )


def test_the_summary_says_all_that_is_shown():
    said = summary(replace(LINE, version=2))
    assert said.startswith(
        "23.11.2026 09:41, Kontaktbetjentsamtale, A. Rønning · 25 min · tolk brukt, rettet: "
    )
    assert said.endswith("Vil søke om plass.\n> ringe søsteren")


def test_a_long_text_is_cut_between_words():
    text = "ord " * 300
    assert is_long(text)
    assert beginning(text).endswith("ord …")
    assert len(beginning(text)) < 510
    assert not is_long("Kort.\nTo linjer.")
    assert is_long("\n".join("abcdefg"))
    assert beginning("x" * 600) == "x" * 500 + " …"


def test_the_count_tells_a_year_of_talks_from_all_entries():
    lines = [
        LINE,
        replace(LINE, is_conversation=False),
        replace(LINE, occurred_at=NOW - timedelta(days=366)),
    ]
    assert count_text(lines, NOW) == "3 oppføringer · 1 samtale siste 12 md."


def test_entries_can_be_told_apart_by_sort():
    note = replace(LINE, is_conversation=False)
    assert shown_lines([LINE, note], Shown.ALL) == (LINE, note)
    assert shown_lines([LINE, note], Shown.CONVERSATIONS) == (LINE,)
    assert shown_lines([LINE, note], Shown.NOTES) == (note,)


def test_the_next_talk_is_named_where_there_is_one():
    assert next_text(LINE) == ""
    assert next_text(replace(LINE, next_on=NOW.date())) == "Neste samtale man. 23.11."


def logged(office, feature: str) -> int:
    return sum(1 for row in access_log(office) if row.feature == feature)


@pytest.fixture
def log(qtbot, embedded_office, tasks):
    theme().dress_for_work()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1178, 688)
    page = ConversationLog(embedded_office, tasks, window)
    page.resize(window.size())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield page
    window.close()


@pytest.fixture
def asked(log):
    heard: list[tuple[str, object]] = []
    for name in ("correction_asked", "conversation_asked", "inmate_asked", "notice"):
        getattr(log, name).connect(lambda value, name=name: heard.append((name, value)))
    log.entry_asked.connect(lambda *ids: heard.append(("entry_asked", ids)))
    return heard


@pytest.fixture
def show(log, omar, settle):
    def open_log() -> ConversationLog:
        log.show_inmate(omar)
        settle()
        return log

    return open_log


def texts(log: ConversationLog) -> list[str]:
    return [card.line.text for card in log.entries.cards]


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_the_newest_entry_comes_first(embedded_office, omar, show):
    talk(embedded_office, omar, "Eldst", 20)
    talk(embedded_office, omar, "Nyest", 1)
    log = show()
    assert texts(log) == ["Nyest", "Eldst"]
    assert log.count.text() == "2 oppføringer · 2 samtaler siste 12 md."
    assert log.current_inmate() == omar
    assert log.topics() == {Topic.CONVERSATIONS}


def test_without_entries_it_says_how_to_begin(show, asked, omar):
    log = show()
    message = log.state.message
    assert message is not None
    assert message.accessibleName() == "Ingen samtaler ennå"
    assert log.first_focus() is message.button
    message.button.click()
    assert asked == [("conversation_asked", omar)]


def test_chips_show_talks_or_notes_alone(embedded_office, omar, show):
    talk(embedded_office, omar, "Samtale", 2)
    talk(embedded_office, omar, "Notat", 1, kind=NOTE, minutes=None)
    log = show()
    everything, talks, notes = log.sorts.chips()
    talks.click()
    assert texts(log) == ["Samtale"]
    notes.click()
    assert texts(log) == ["Notat"]
    everything.click()
    assert texts(log) == ["Notat", "Samtale"]


def test_no_entry_of_the_sort_leads_back_to_all(embedded_office, omar, show):
    talk(embedded_office, omar, "Samtale", 2)
    log = show()
    log.sorts.chips()[2].click()
    assert log.state.message is not None
    log.state.message.button.click()
    assert texts(log) == ["Samtale"]
    assert log.sorts.value is Shown.ALL


def test_arrow_keys_go_from_entry_to_entry_and_enter_corrects(embedded_office, omar, show, asked):
    for days in range(1, 5):
        talk(embedded_office, omar, f"{days} dager siden", days)
    log = show()
    log.first_focus().setFocus()
    assert QApplication.focusWidget() is log.entries.cards[0]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is log.entries.cards[2]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Home)
    assert QApplication.focusWidget() is log.entries.cards[0]
    assert asked == [
        ("correction_asked", log.entries.cards[1].line.id),
        ("correction_asked", log.entries.cards[3].line.id),
    ]


def test_tab_stops_once_in_the_list(embedded_office, omar, show):
    for days in range(1, 6):
        talk(embedded_office, omar, f"{days} dager siden", days)
    log = show()
    log.search.setFocus()
    seen = []
    for _press in range(12):
        press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    cards = [widget for widget in seen if widget in log.entries.cards]
    assert set(map(id, cards)) == {id(log.entries.cards[0])}
    assert log.entries.cards[0].correct in seen
    assert log.search in seen


def test_the_focus_tells_which_entry_is_current(embedded_office, omar, show):
    for days in range(1, 4):
        talk(embedded_office, omar, f"{days} dager siden", days)
    log = show()
    log.entries.cards[2].setFocus()
    assert log.entries.current_card() is log.entries.cards[2]
    assert log.first_focus() is log.entries.cards[2]


def test_the_link_and_the_menu_correct_too(embedded_office, omar, show, asked):
    entry = talk(embedded_office, omar, "Snakket om bolig.", 1)
    log = show()
    card = log.entries.cards[0]
    card.correct.click()
    menu = card.menu()
    menu.actions()[0].trigger()
    assert asked == [("correction_asked", entry.id)] * 2
    next(action for action in menu.actions() if action.text() == "Kopier teksten").trigger()
    assert QGuiApplication.clipboard().text() == "Snakket om bolig."


def test_the_menu_key_opens_the_menu(embedded_office, omar, show):
    talk(embedded_office, omar, "Snakket om bolig.", 1)
    card = show().entries.cards[0]
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard,
        card.rect().center(),
        card.mapToGlobal(card.rect().center()),
    )
    QApplication.sendEvent(card, event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_a_long_text_is_folded_and_unfolded(embedded_office, omar, show):
    talk(embedded_office, omar, "\n".join(f"Linje {n}" for n in range(20)), 1)
    card = show().entries.cards[0]
    assert "Linje 19" not in shown_text(card)
    card.unfold.click()
    assert "Linje 19" in shown_text(card)
    assert card.unfold.text() == "Vis mindre"
    card.unfold.click()
    assert "Linje 19" not in shown_text(card)


def shown_text(card) -> str:
    parts = [part for part in card._body._parts if not part.isHidden()]
    return "\n".join(part.text() for part in parts if hasattr(part, "text"))


def test_a_corrected_entry_says_so_and_shows_what_it_said_before(
    embedded_office, omar, show, settle
):
    entry = talk(embedded_office, omar, "Snakket om permisjon.", 1)
    correct_conversation(
        embedded_office,
        Correction(
            entry.id, 1, "Permisjon i desember.", entry.kind, entry.occurred_at, 20, "Glemte det"
        ),
    )
    log = show()
    card = log.entries.cards[0]
    labels = [label.text() for label in card.findChildren(Label)]
    assert "rettet" in labels
    assert "Rettet 23.11.2026 09:41 av Kari Lunde: Glemte det" in labels
    card.older.click()
    settle()
    assert card.shows_older
    older = [label.text() for label in card._older_box.findChildren(Label)]
    assert older[0].startswith("Versjon 1 · Kontaktbetjentsamtale 22.11.2026 09:41")
    assert "Snakket om permisjon." in older
    assert logged(embedded_office, "conversation_versions") == 1
    card.older.click()
    assert not card.shows_older


def test_search_finds_a_word_inside_a_compound(embedded_office, omar, show, settle, log):
    talk(embedded_office, omar, "Fikk svar på permisjonssøknaden.", 2)
    talk(embedded_office, omar, "Snakket om bolig.", 1)
    show()
    log.search.setText("søknad")
    log._presenter._timer.timeout.emit()
    settle()
    assert texts(log) == ["Fikk svar på permisjonssøknaden."]
    assert log.count.text() == "1 treff"
    assert log.escape()
    settle()
    assert len(texts(log)) == 2
    assert not log.escape()


def test_f3_goes_from_one_found_entry_to_the_next_and_round(
    embedded_office, omar, show, settle, log
):
    for text in ("Søknad om kurs.", "Noe annet.", "Søknad om permisjon."):
        talk(embedded_office, omar, text)
    show()
    assert not log.find_next()
    log.focus_search()
    log.search.setText("søknad")
    log.search.returnPressed.emit()
    settle()
    walked = []
    for _press in range(3):
        assert log.find_next()
        walked.append(QApplication.focusWidget().line.text)
    assert walked == ["Søknad om permisjon.", "Søknad om kurs.", "Søknad om permisjon."]


def test_one_letter_is_not_searched_for(embedded_office, omar, show, settle, log):
    talk(embedded_office, omar, "Snakket om bolig.", 1)
    show()
    log.search.setText("x")
    log._presenter._timer.timeout.emit()
    settle()
    assert texts(log) == ["Snakket om bolig."]


def test_search_in_the_unit_leads_to_the_entry(
    embedded_office, omar, show, settle, log, asked, monkeypatch
):
    talk(embedded_office, omar, "Snakket om bolig.", 1)
    place = log._presenter._office
    other = admit(place, 2, family_name="Nilsen", given_name="Erik").id
    entry = talk(embedded_office, other, "Bolig i Bodø.", 2)
    show()
    monkeypatch.setattr(presenter_module, "_in_unit_of", everywhere)
    log.search.setText("bolig")
    log.in_unit.click()
    settle()
    assert [row.link.text() for row in log.hits.rows] == ["Hassan, Omar · B202", "Nilsen, Erik"]
    assert log.count.text() == "2 treff i avdelingen"
    QTest.keyClick(log.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is log.hits.rows[0].link
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert asked == [("entry_asked", (other, entry.id))]


def everywhere(office, _inmate_id, query):
    return presenter_module.search_conversations(office, Search(query))


def test_search_in_the_unit_stays_in_the_unit(embedded_office, omar, show, settle, log):
    other = admit(embedded_office, 2, family_name="Nilsen").id
    talk(embedded_office, omar, "Snakket om bolig.", 1)
    talk(embedded_office, other, "Bolig i Bodø.", 2)
    show()
    log.search.setText("bolig")
    log.in_unit.click()
    settle()
    assert [row.link.text() for row in log.hits.rows] == ["Hassan, Omar · B202"]


def test_what_is_not_found_is_said(embedded_office, omar, show, settle, log):
    talk(embedded_office, omar, "Snakket om bolig.", 1)
    show()
    log.search.setText("gjeld")
    log.search.returnPressed.emit()
    settle()
    assert log.state.message is not None
    assert log.state.message.accessibleName() == "Ingen treff"
    log.state.message.button.click()
    settle()
    assert texts(log) == ["Snakket om bolig."]


def test_an_answer_to_an_earlier_search_is_thrown_away(embedded_office, omar, show, settle, log):
    talk(embedded_office, omar, "Snakket om bolig.", 1)
    show()
    presenter = log._presenter
    presenter.search("gjeld")
    presenter.look()
    presenter.search("")
    presenter.look()
    settle()
    assert texts(log) == ["Snakket om bolig."]
    assert log.state.message is None


def test_many_entries_come_fifty_at_a_time(embedded_office, omar, show):
    for number in range(PAGE + 7):
        talk(embedded_office, omar, f"Nummer {number}", number)
    log = show()
    assert len(log.entries.cards) == PAGE
    log.entries.more.click()
    assert len(log.entries.cards) == PAGE + 7
    assert QApplication.focusWidget() is log.entries.cards[PAGE]
    assert log.entries.more.isHidden()


def test_a_reload_keeps_the_place(embedded_office, omar, show, settle):
    for number in range(1, 30):
        talk(embedded_office, omar, f"Nummer {number}", number)
    log = show()
    log.entries.cards[20].setFocus()
    log.entries.ensureWidgetVisible(log.entries.cards[20])
    place = log.entries.verticalScrollBar().value()
    current = log.entries.current_id
    before = logged(embedded_office, "conversations")
    talk(embedded_office, omar, "Nyest", 0)
    log.reload()
    settle()
    assert texts(log)[0] == "Nyest"
    assert log.entries.current_id == current
    assert QApplication.focusWidget() is log.entries.current_card()
    assert log.entries.verticalScrollBar().value() >= place
    # One row for what was saved, none for showing again what is shown.
    assert logged(embedded_office, "conversations") == before + 1


def test_a_reload_without_news_touches_nothing(embedded_office, omar, show, settle):
    talk(embedded_office, omar, "Nyest", 0)
    log = show()
    card = log.entries.cards[0]
    log.reload()
    settle()
    assert log.entries.cards[0] is card


def test_another_person_begins_anew(embedded_office, omar, show, settle, log):
    other = admit(embedded_office, 2, family_name="Nilsen").id
    talk(embedded_office, omar, "Om Omar", 1)
    talk(embedded_office, other, "Om Nilsen", 1)
    show()
    log.search.setText("Omar")
    log.show_inmate(other)
    settle()
    assert log.search.text() == ""
    assert texts(log) == ["Om Nilsen"]


def test_a_log_that_cannot_be_read_is_told_and_tried_again(
    embedded_office, omar, show, settle, monkeypatch
):
    talk(embedded_office, omar, "Snakket om bolig.", 1)

    def refuse(*_args: object, **_named: object) -> None:
        raise DatabaseUnavailable("Ingen kontakt.", "DB-02")

    with monkeypatch.context() as broken:
        broken.setattr(presenter_module, "conversation_log", refuse)
        log = show()
    assert log.state.message is not None
    log.state.message.button.click()
    settle()
    assert texts(log) == ["Snakket om bolig."]


def test_a_search_that_fails_leaves_what_is_shown(
    embedded_office, omar, show, settle, monkeypatch, asked
):
    talk(embedded_office, omar, "Snakket om bolig.", 1)
    log = show()

    def refuse(*_args: object, **_named: object) -> None:
        raise DatabaseUnavailable("Ingen kontakt.", "DB-02")

    monkeypatch.setattr(presenter_module, "search_conversations", refuse)
    log.search.setText("bolig")
    log.search.returnPressed.emit()
    settle()
    assert texts(log) == ["Snakket om bolig."]
    ((name, notice),) = asked
    assert name == "notice"
    assert notice.text == "Ingen kontakt. (Kode DB-02)"


def test_an_account_that_may_not_see_it_is_told(show, monkeypatch):
    def refuse(*_args: object, **_named: object) -> None:
        raise NotAllowed

    monkeypatch.setattr(presenter_module, "conversation_log", refuse)
    log = show()
    assert log.state.message is not None
    assert log.state.message.accessibleName() == "Du har ikke tilgang"


def test_an_account_that_may_not_write_sees_nothing_to_write_with(
    qtbot, embedded_office, omar, tasks, settle, monkeypatch
):
    talk(embedded_office, omar, "Snakket om bolig.", 1)
    monkeypatch.setattr(
        type(embedded_office), "may", lambda _self, right: right is not Right.WRITE_CONVERSATIONS
    )
    window = QWidget()
    qtbot.addWidget(window)
    log = ConversationLog(embedded_office, tasks, window)
    log.show_inmate(omar)
    settle()
    card = log.entries.cards[0]
    assert card.correct.isHidden()
    assert [action.text() for action in card.menu().actions()] == ["Kopier teksten"]
    with qtbot.assertNotEmitted(log.correction_asked):
        QTest.keyClick(log.entries, Qt.Key.Key_F2)


def test_everything_that_takes_the_focus_has_a_name(embedded_office, omar, show):
    talk(embedded_office, omar, "Vil søke.\n> ringe søsteren", 1)
    log = show()
    nameless = [
        type(widget).__name__
        for widget in log.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and widget.focusProxy() is None
    ]
    assert nameless == []
