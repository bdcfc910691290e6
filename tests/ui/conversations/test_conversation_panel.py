"""Writing an entry in the side panel, by keys alone, on a real database."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.conversations import ConversationKind
from app.domain.drafts import DraftFeature
from app.domain.errors import DatabaseUnavailable
from app.ui.screens.conversations import presenter as presenter_module
from app.ui.screens.conversations.desk import ConversationDesk
from app.use_cases.conversations import conversation_log
from app.use_cases.drafts import drafts
from app.use_cases.plans import open_plan
from tests.ui.conversations.conftest import STEPS

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
RETURN = Qt.Key.Key_Return


@pytest.fixture
def editor(room, omar, settle):
    opened = room.write(omar)
    settle()
    return opened


def type_text(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_three_actions_and_the_text_save_a_conversation(room, editor, omar, settle, office_log):
    assert QApplication.focusWidget() is editor.form.box.edit
    type_text("Fikk ja fra NAV om gjeldsrådgiver.")
    press(RETURN, CONTROL)
    settle()
    (line,) = office_log(omar)
    assert line.text == "Fikk ja fra NAV om gjeldsrådgiver."
    assert line.kind is ConversationKind.CONTACT_OFFICER
    assert (line.minutes, line.place, line.interpreter_used) == (20, "B202", True)
    assert room.panel.content is None
    assert room.last("notice").text == "Samtalen med B202 er lagret."
    assert room.last("notice").action == "Rett"
    assert ("saved", None) in room.told


@pytest.fixture
def office_log(embedded_office):
    return lambda inmate_id: conversation_log(embedded_office, inmate_id, refresh=True)


def test_what_is_typed_before_the_person_is_read_is_kept(room, omar, settle):
    editor = room.write(omar)
    type_text("Fikk ja")
    settle()
    assert editor.form.box.text == "Fikk ja"
    assert editor.form.fields().place == "B202"
    assert not editor.form.steps.isHidden()


def test_the_panel_says_who_where_and_how_to_write(editor):
    assert editor.top._name.text() == "Hassan, Omar"
    assert editor.top._place.text() == "B202"
    assert editor.form.box._hint.text() == "Skriv slik at Omar kan lese det."
    assert editor.form.details.when_chip.text() == "I dag 09:40"
    assert editor.form.next_talk.week.text() == "om 7 dager (man. 30.11.)"


def test_the_counter_counts_and_warns(editor):
    editor.form.box.edit.setPlainText("a" * 214)
    assert editor.form.box.counter == "214 av 4\u00a0000 tegn"
    editor.form.box.edit.setPlainText("a" * 4001)
    assert editor.form.box._counter.property("role") == "problem"


def test_the_draft_is_said_to_be_kept_once_it_is_on_the_disk(editor, embedded_office, settle):
    assert editor.top.state == ""
    type_text("Fikk")
    assert editor.top.state == ""
    editor.presenter.draft.flush()
    settle()
    assert editor.top.state == "Kladd lagret 09:41:00"
    (draft,) = drafts(embedded_office)
    assert draft.fields["text"] == "Fikk"
    assert draft.fields["name"] == "Hassan, Omar"


def test_emptying_the_box_removes_the_draft(editor, embedded_office, settle):
    type_text("Fikk")
    editor.presenter.draft.flush()
    editor.form.box.edit.clear()
    settle()
    assert drafts(embedded_office) == ()


def test_saving_removes_the_draft(editor, embedded_office, settle):
    type_text("Fikk ja")
    editor.presenter.draft.flush()
    press(RETURN, CONTROL)
    settle()
    assert drafts(embedded_office) == ()


def test_escape_closes_and_the_same_panel_comes_back_with_its_text(room, editor, omar, settle):
    type_text("Fikk ja")
    press(Qt.Key.Key_Escape)
    assert room.panel.content is None
    again = room.write(omar)
    settle()
    assert again.form.box.text == "Fikk ja"
    assert again.top.state == "Kladd lagret 09:41:00"
    assert again.offer.isHidden()


def test_escape_closes_the_open_line_first(room, editor):
    press(Qt.Key.Key_4 + 1, ALT)
    assert not editor.form.details.when.isHidden()
    press(Qt.Key.Key_Escape)
    assert editor.form.details.when.isHidden()
    assert room.panel.content is editor


def test_alt_and_a_digit_press_the_chips_in_their_order(editor):
    press(Qt.Key.Key_2, ALT)
    assert editor.form.kinds.value is ConversationKind.NOTE
    press(Qt.Key.Key_1, ALT)
    assert editor.form.kinds.value is ConversationKind.CONTACT_OFFICER
    press(Qt.Key.Key_8, ALT)
    assert not editor.form.fields().interpreter_used
    press(Qt.Key.Key_9, ALT)
    assert editor.form.fields().next_on == date(2026, 11, 30)
    press(Qt.Key.Key_9, ALT)
    assert editor.form.fields().next_on is None
    assert editor.form.box.text == ""


def test_a_kind_behind_more_stands_on_the_chip(editor):
    action = next(a for a in editor.form.kinds.menu.actions() if a.text() == "Bekymringssamtale")
    action.trigger()
    assert editor.presenter.fields.kind is ConversationKind.CONCERN
    assert editor.form.kinds.more.text() == "Bekymringssamtale ▾"
    assert editor.form.kinds.more.isChecked()


def test_a_brief_note_has_no_length_and_is_called_a_note(room, editor, omar, settle, office_log):
    press(Qt.Key.Key_2, ALT)
    assert editor.form.details.length_chip.isHidden()
    type_text("Møtt på arbeid alle dager.")
    press(RETURN, CONTROL)
    settle()
    assert office_log(omar)[0].minutes is None
    assert room.last("notice").text == "Notatet om B202 er lagret."


def test_day_time_and_length_can_be_typed(editor, omar, settle, office_log):
    form = editor.form
    form.details.when_chip.click()
    assert QApplication.focusWidget() is form.details.when.clock
    form.details.when.clock.setText("1330")
    form.details.when.day.line.setText("i går")
    assert form.details.when_chip.text() == "I går 13:30"
    form.details.length_chip.click()
    assert form.details.when.isHidden()
    form.details.length.typed.clear()
    QTest.keyClicks(form.details.length.typed, "25")
    assert form.details.length_chip.text() == "25 min"
    form.details.length.choices.chips()[0].click()
    assert form.details.length_chip.text() == "5 min"
    form.box.edit.setPlainText("Snakket om bolig.")
    editor.save()
    settle()
    (line,) = office_log(omar)
    assert line.minutes == 5
    assert line.occurred_at.isoformat() == "2026-11-22T12:30:00+00:00"


def test_a_place_can_be_typed(editor, omar, settle, office_log):
    editor.form.details.place_chip.click()
    editor.form.details.place.clear()
    QTest.keyClicks(editor.form.details.place, "Luftegården")
    assert editor.form.details.place_chip.text() == "Luftegården"
    editor.form.box.edit.setPlainText("Gikk tur.")
    editor.save()
    settle()
    assert office_log(omar)[0].place == "Luftegården"


def test_steps_ticked_in_the_panel_are_done_in_the_plan(editor, embedded_office, omar, settle):
    boxes = editor.form.steps.boxes()
    assert [box.accessibleName() for box in boxes] == [
        "Ringe NAV om gjeld · frist 25.11.",
        "Søknad til sveisekurs",
        "Samtykke til kommunen",
    ]
    boxes[0].click()
    type_text("Ringte sammen.")
    press(RETURN, CONTROL)
    settle()
    plan = open_plan(embedded_office, omar)
    assert [step.status.value for step in plan.content.goals[0].steps] == [
        "done",
        "not_started",
        "not_started",
    ]


def test_a_tick_survives_in_the_draft(room, editor, embedded_office, omar, settle, make_room):
    editor.form.steps.boxes()[1].click()
    type_text("Om kurset")
    press(Qt.Key.Key_Escape)
    settle()
    (draft,) = drafts(embedded_office, DraftFeature.CONVERSATION)
    other = make_room()
    other.panel.open(other.desk.resumed(draft), "Ny samtale")
    settle()
    assert other.editor.form.fields().finished_steps == {STEPS[1].id}
    assert other.editor.form.steps.boxes()[1].isChecked()


def test_an_empty_text_is_refused_beside_the_field_and_in_the_list(editor, settle):
    press(RETURN, CONTROL)
    settle()
    assert editor.form.box.problem.text() == "Skriv hva dere snakket om."
    assert not editor.problems.isHidden()
    link = QApplication.focusWidget()
    assert link.text() == "Skriv hva dere snakket om."
    link.click()
    assert QApplication.focusWidget() is editor.form.box.edit
    type_text("F")
    assert editor.problems.isHidden()
    assert editor.form.box.problem.text() == ""


def test_a_time_to_come_is_refused_and_its_line_opened(editor, settle):
    editor.form.details.when.clock.setText("23:59")
    editor.form.box.edit.setPlainText("Fikk ja")
    editor.save()
    settle()
    assert not editor.form.details.when.isHidden()
    assert "Tidspunktet må være nå eller tidligere." in [
        link.text() for link in editor.problems._links.values()
    ]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda form: form.details.when.clock.setText("kvart på"), "klokkeslettet som 09:30"),
        (lambda form: form.details.when.day.line.setText("snart"), "datoen som 23.11.2026"),
        (lambda form: form.details.length.typed.setText("kort"), "varigheten som et tall"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_saved(
    editor, omar, settle, office_log, spoil, message
):
    editor.form.box.edit.setPlainText("Fikk ja")
    spoil(editor.form)
    editor.save()
    settle()
    assert any(message in link.text() for link in editor.problems._links.values())
    assert office_log(omar) == ()


def test_a_next_talk_that_is_past_is_refused(editor, settle):
    editor.form.next_talk.other.click()
    QTest.keyClicks(editor.form.next_talk.day.line, "01.11.2026")
    editor.form.box.edit.setPlainText("Fikk ja")
    editor.save()
    settle()
    assert "i dag eller senere" in next(iter(editor.problems._links.values())).text()


def test_a_day_of_the_officers_choice(editor):
    editor.form.next_talk.other.click()
    assert QApplication.focusWidget() is editor.form.next_talk.day.line
    type_text("+3")
    assert editor.presenter.fields.next_on == date(2026, 11, 26)
    assert editor.form.next_talk.other.text() == "tor. 26.11."
    editor.form.next_talk.two_weeks.click()
    assert editor.presenter.fields.next_on == date(2026, 12, 7)
    assert editor.form.next_talk.day.isHidden()


def refuse(*_args: object) -> None:
    raise DatabaseUnavailable("Vi fikk ikke kontakt med databasen.", "DB-02")


def test_a_save_that_fails_keeps_text_and_draft_and_says_why(
    room, editor, embedded_office, settle, monkeypatch, omar, office_log
):
    with monkeypatch.context() as broken:
        broken.setattr(presenter_module, "record_conversation", refuse)
        type_text("Fikk ja")
        press(RETURN, CONTROL)
        settle()
    assert editor.failure.text == (
        "Vi fikk ikke kontakt med databasen. (Kode DB-02) Teksten din er beholdt som kladd."
    )
    assert editor.form.box.text == "Fikk ja"
    assert [draft.fields["text"] for draft in drafts(embedded_office)] == ["Fikk ja"]
    assert not editor.form.box.edit.isReadOnly()
    press(RETURN, CONTROL)
    settle()
    assert len(office_log(omar)) == 1
    assert room.panel.content is None


def test_a_fault_of_ours_is_told_and_goes_on_to_the_crash_report(
    qtbot, editor, settle, monkeypatch
):
    def stumble(*_args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(presenter_module, "record_conversation", stumble)
    type_text("Fikk ja")
    with qtbot.captureExceptions() as faults:
        press(RETURN, CONTROL)
        settle()
    assert [kind for kind, _fault, _trace in faults] == [ZeroDivisionError]
    assert "MU-01" in editor.failure.text
    assert editor.form.box.text == "Fikk ja"


def test_pressing_twice_saves_once(editor, omar, settle, office_log):
    type_text("Fikk ja")
    editor.save()
    editor.save()
    assert editor.save_button.text() == "Lagrer …"
    assert editor.form.box.edit.isReadOnly()
    settle()
    assert len(office_log(omar)) == 1


def test_saving_and_going_on_asks_for_the_next_person(room, editor, omar, settle):
    type_text("Fikk ja")
    press(RETURN, CONTROL | SHIFT)
    settle()
    assert room.last("next") == omar
    assert room.panel.content is None


def test_where_nobody_knows_the_next_person_nothing_offers_to_go_on(
    embedded_office, tasks, omar, settle, qtbot, office_log
):
    desk = ConversationDesk(embedded_office, tasks)
    editor = desk.new(omar)
    qtbot.addWidget(editor)
    assert editor.next_button.isHidden()
    editor.form.box.edit.setPlainText("Fikk ja")
    with qtbot.assertNotEmitted(desk.next_asked):
        editor.save_and_next()
        settle()
    assert len(office_log(omar)) == 1


def test_closing_while_it_saves_still_tells(room, editor, omar, settle, office_log):
    type_text("Fikk ja")
    editor.save()
    room.panel.close_panel()
    settle()
    assert len(office_log(omar)) == 1
    assert room.last("notice").text == "Samtalen med B202 er lagret."


def test_a_full_disk_is_told_where_the_time_would_stand(editor, settle, monkeypatch):
    def full(*_args: object) -> None:
        raise DatabaseUnavailable("Disken er full.", "DB-05")

    keeper = editor.presenter.draft._keeper
    monkeypatch.setattr(keeper, "_keep", full)
    type_text("Fikk")
    keeper.flush()
    settle()
    assert editor.top.state == "Kladden er ikke lagret"
    assert editor.top._trouble.text() == "Disken er full. (Kode DB-05)"


def test_an_earlier_draft_is_offered_and_taken_up(make_room, room, omar, settle, office_log):
    room.write(omar)
    type_text("Fikk ja fra NAV")
    settle()
    room.desk.flush()
    settle()
    after_crash = make_room()
    editor = after_crash.write(omar)
    settle()
    assert editor.form.box.text == ""
    assert editor.offer.accessibleName() == "Du har en kladd fra 09:41 om Hassan, Omar."
    editor.offer.take.click()
    assert editor.form.box.text == "Fikk ja fra NAV"
    assert editor.offer.isHidden()
    assert QApplication.focusWidget() is editor.form.box.edit
    editor.save()
    settle()
    assert [line.text for line in office_log(omar)] == ["Fikk ja fra NAV"]


def test_an_offered_draft_can_be_thrown_away_and_brought_back(
    make_room, room, omar, settle, embedded_office
):
    room.write(omar)
    type_text("Fikk ja fra NAV")
    room.desk.flush()
    settle()
    after_crash = make_room()
    editor = after_crash.write(omar)
    settle()
    editor.offer.throw_away.click()
    settle()
    assert drafts(embedded_office) == ()
    assert editor.offer.isHidden()
    notice = after_crash.last("notice")
    assert notice.text == "Kladden er forkastet."
    notice.deed.take_back()
    settle()
    assert len(drafts(embedded_office)) == 1
    assert not editor.offer.isHidden()


def test_taking_a_draft_up_keeps_what_was_typed_as_a_draft_of_its_own(
    make_room, room, omar, settle, embedded_office
):
    room.write(omar)
    type_text("Fra før")
    room.desk.flush()
    settle()
    editor = make_room().write(omar)
    settle()
    type_text("Nytt")
    editor.offer.take.click()
    settle()
    assert sorted(draft.fields["text"] for draft in drafts(embedded_office)) == ["Fra før", "Nytt"]


def test_a_text_changed_after_a_save_that_a_crash_hid_becomes_a_correction(
    make_room, room, omar, settle, embedded_office, office_log, monkeypatch
):
    editor = room.write(omar)
    settle()
    type_text("Fikk ja")
    room.desk.flush()
    settle()
    (draft,) = drafts(embedded_office)
    editor.save()
    settle()
    # The machine stopped after the commit and before the draft was removed.
    embedded_office.drafts.keep(draft)
    after_crash = make_room()
    after_crash.panel.open(after_crash.desk.resumed(draft), "Ny samtale")
    settle()
    type_text(" fra NAV")
    after_crash.editor.save()
    settle()
    assert len(office_log(omar)) == 1
    correcting = after_crash.editor
    assert correcting.title() == "Rett samtalen"
    assert correcting.form.box.text == "Fikk ja fra NAV"
    assert drafts(embedded_office, DraftFeature.CONVERSATION) == ()
    correcting.form.reason.line.setText("Skrev videre etter strømbrudd")
    correcting.save()
    settle()
    (line,) = office_log(omar)
    assert (line.text, line.version) == ("Fikk ja fra NAV", 2)


def test_the_same_text_saved_again_after_a_crash_is_one_entry(
    make_room, room, omar, settle, embedded_office, office_log
):
    editor = room.write(omar)
    settle()
    type_text("Fikk ja")
    room.desk.flush()
    settle()
    (draft,) = drafts(embedded_office)
    editor.save()
    settle()
    after_crash = make_room()
    after_crash.panel.open(after_crash.desk.resumed(draft), "Ny samtale")
    after_crash.editor.save()
    settle()
    assert len(office_log(omar)) == 1
    assert after_crash.panel.content is None


def test_a_person_who_cannot_be_read_is_told(room, settle, embedded_office):
    editor = room.write(embedded_office.new_id())
    settle()
    assert "finnes ikke" in editor.failure.text


def test_two_people_have_a_panel_each(room, omar, settle, embedded_office):
    other = embedded_office.new_id()
    room.write(omar)
    type_text("Om Omar")
    room.write(other)
    type_text("Om en annen")
    assert room.write(omar).form.box.text == "Om Omar"
    assert room.write(other).form.box.text == "Om en annen"
    settle()
    assert len(drafts(embedded_office)) == 2


def test_opening_and_closing_without_a_word_leaves_nothing(room, omar, settle, embedded_office):
    room.write(omar)
    room.panel.close_panel()
    settle()
    assert drafts(embedded_office) == ()
    assert room.desk._presenters == {}


def test_tab_goes_through_the_panel_and_out_of_the_text(qtbot, editor):
    editor.offer.show()
    seen = []
    for _press in range(40):
        press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is editor.form.box.edit:
            break
    assert editor.save_button in seen
    assert editor.next_button in seen
    assert editor.form.steps.boxes()[0] in seen
    assert editor.form.kinds.chips()[0] in seen
    assert seen[-1] is editor.form.box.edit


def test_everything_that_takes_the_focus_has_a_name(editor):
    for chip in (editor.form.details.when_chip, editor.form.details.length_chip):
        chip.click()
    nameless = [
        type(widget).__name__
        for widget in editor.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and widget.focusProxy() is None
    ]
    assert nameless == []
