"""Correcting a saved entry: a new version with a reason, and never over somebody else's."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.access import Role
from app.domain.conversations import Correction
from app.domain.drafts import DraftFeature
from app.ui.widgets.page import Notice
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.conversations import (
    conversation_log,
    conversation_versions,
    correct_conversation,
)
from app.use_cases.drafts import drafts
from tests.helpers.prison import PASSWORD, talk

RETURN = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def entry(embedded_office, omar):
    return talk(embedded_office, omar, "Snakket om permisjon.", 1, place="Kontoret")


@pytest.fixture
def correcting(room, entry, settle):
    def open_panel():
        room.panel.open(room.desk.correction(entry.id), "Rett samtalen")
        settle()
        return room.editor

    return open_panel


@pytest.fixture
def mona(embedded_office, embedded_place, open_office):
    add_officer(embedded_office, NewOfficer("mona", "Mona Sæther", Role.OFFICER, PASSWORD))
    return open_office(embedded_place, "mona")


def test_the_entry_stands_in_the_panel_with_time_and_length_alone(correcting):
    editor = correcting()
    assert editor.title() == "Rett samtalen"
    assert editor.form.box.text == "Snakket om permisjon."
    assert editor.top._name.text() == "Hassan, Omar"
    assert editor.form.details.when_chip.text() == "I går 09:41"
    assert editor.form.details.place_chip.isHidden()
    assert editor.form.steps.isHidden()
    assert editor.form.next_talk.isHidden()
    assert editor.next_button.isHidden()
    assert not editor.form.reason.isHidden()


def test_nothing_can_be_typed_before_the_entry_is_read(room, entry, settle):
    room.panel.open(room.desk.correction(entry.id), "Rett samtalen")
    assert room.editor.form.box.edit.isReadOnly()
    settle()
    assert not room.editor.form.box.edit.isReadOnly()


def test_looking_without_changing_leaves_no_draft(room, correcting, embedded_office, settle):
    correcting()
    room.panel.close_panel()
    settle()
    assert drafts(embedded_office) == ()


def test_a_correction_is_a_new_version_and_the_old_one_stays(
    room, correcting, entry, embedded_office, settle
):
    editor = correcting()
    QTest.keyClicks(QApplication.focusWidget(), " Søker i desember.")
    editor.form.reason.line.setFocus()
    QTest.keyClicks(editor.form.reason.line, "Glemte måneden")
    QTest.keyClick(editor.form.reason.line, RETURN, CONTROL)
    settle()
    newest, first = conversation_versions(embedded_office, entry.id)
    assert newest.text == "Snakket om permisjon. Søker i desember."
    assert newest.correction_reason == "Glemte måneden"
    assert newest.place == "Kontoret"
    assert first.text == "Snakket om permisjon."
    assert room.last("notice").text == "Rettelsen om B202 er lagret."
    assert room.panel.content is None
    assert drafts(embedded_office) == ()


def test_a_correction_without_a_reason_is_refused_beside_the_field(correcting, settle):
    editor = correcting()
    editor.form.box.edit.appendPlainText("Mer.")
    editor.save()
    settle()
    assert editor.form.reason.problem.text() == "Skriv hvorfor du retter."
    assert editor.form.reason.line.property("invalid") == "true"


def test_the_toast_after_a_save_leads_to_the_correction(room, omar, settle):
    editor = room.write(omar)
    settle()
    editor.form.box.edit.setPlainText("Fikk ja")
    editor.save()
    settle()
    notice = room.last("notice")
    assert isinstance(notice, Notice)
    assert notice.act is not None
    notice.act()
    settle()
    assert room.editor.title() == "Rett samtalen"
    assert room.editor.form.box.text == "Fikk ja"


def test_a_correction_survives_in_a_draft(room, correcting, make_room, embedded_office, settle):
    editor = correcting()
    editor.form.box.edit.appendPlainText("Mer.")
    room.desk.flush()
    settle()
    (draft,) = drafts(embedded_office, DraftFeature.CORRECTION)
    after_crash = make_room()
    after_crash.panel.open(after_crash.desk.resumed(draft), "Rett samtalen")
    settle()
    again = after_crash.editor
    assert again.form.box.text == "Snakket om permisjon.\nMer."
    assert again.presenter.subject.version == 1
    again.form.reason.line.setText("Glemte noe")
    again.save()
    settle()
    assert drafts(embedded_office) == ()


def change_by(office, entry, text: str) -> None:
    correct_conversation(
        office,
        Correction(entry.id, 1, text, entry.kind, entry.occurred_at, 30, "Hørte noe annet"),
    )


@pytest.fixture
def conflict(correcting, entry, mona, settle):
    editor = correcting()
    change_by(mona, entry, "Snakket om permisjon i januar.")
    editor.form.box.edit.setPlainText("Snakket om permisjon i februar.")
    editor.form.reason.line.setText("Feil måned")
    editor.save()
    settle()
    return editor


def test_both_versions_stand_side_by_side_and_nothing_is_overwritten(
    conflict, entry, embedded_office, omar
):
    assert not conflict.conflict.isHidden()
    assert conflict.conflict._heading.text().startswith("Mona Sæther rettet samtalen 23.11.2026")
    assert conflict.conflict.theirs.text().endswith("Snakket om permisjon i januar.")
    assert conflict.conflict.mine.text().endswith("Snakket om permisjon i februar.")
    assert "30 min" in conflict.conflict.theirs.text()
    assert conflict.form.box.text == "Snakket om permisjon i februar."
    (line,) = conversation_log(embedded_office, omar)
    assert line.text == "Snakket om permisjon i januar."
    (draft,) = drafts(embedded_office, DraftFeature.CORRECTION)
    assert draft.fields["text"] == "Snakket om permisjon i februar."


def test_saving_again_without_an_answer_is_refused_again(conflict, settle, embedded_office, omar):
    conflict.save()
    settle()
    assert conversation_log(embedded_office, omar)[0].version == 2


def test_going_on_from_theirs_keeps_all_three_versions(
    conflict, entry, settle, embedded_office, room
):
    conflict.conflict.go_on.click()
    assert conflict.conflict.isHidden()
    assert QApplication.focusWidget() is conflict.form.box.edit
    conflict.save()
    settle()
    versions = conversation_versions(embedded_office, entry.id)
    assert [line.text for line in versions] == [
        "Snakket om permisjon i februar.",
        "Snakket om permisjon i januar.",
        "Snakket om permisjon.",
    ]
    assert room.panel.content is None


def test_a_correction_given_up_can_be_brought_back(conflict, settle, embedded_office, room, entry):
    conflict.conflict._give_up.click()
    settle()
    assert drafts(embedded_office) == ()
    assert room.panel.content is None
    notice = room.last("notice")
    assert isinstance(notice, Notice)
    assert notice.text == "Rettelsen er forkastet."
    assert notice.deed is not None
    notice.deed.take_back()
    settle()
    assert room.editor.form.box.text == "Snakket om permisjon i februar."
    room.desk.flush()
    settle()
    assert len(drafts(embedded_office, DraftFeature.CORRECTION)) == 1


def test_a_panel_opened_anew_still_shows_the_conflict(conflict, room, entry, settle):
    room.panel.close_panel()
    room.panel.open(room.desk.correction(entry.id), "Rett samtalen")
    settle()
    assert not room.editor.conflict.isHidden()
    assert room.editor.form.box.text == "Snakket om permisjon i februar."


def test_an_unknown_entry_is_told(room, embedded_office, settle):
    room.panel.open(room.desk.correction(embedded_office.new_id()), "Rett samtalen")
    settle()
    assert "finnes ikke" in room.editor.failure.text


def test_an_entry_not_read_cannot_be_saved(room, embedded_office, settle, entry):
    room.panel.open(room.desk.correction(embedded_office.new_id()), "Rett samtalen")
    settle()
    room.editor.save()
    room.editor.presenter.change(replace(room.editor.presenter.fields, text="Noe"))
    settle()
    assert drafts(embedded_office) == ()
