"""Nothing typed is lost, nothing of another's is written over, and what is finished is frozen."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.access import RIGHTS, Officer, Right, Role
from app.domain.drafts import DraftFeature
from app.domain.errors import DatabaseUnavailable
from app.domain.inmates import Inmate
from app.domain.plans import Agreement, Plan, PlanStatus
from app.ui.screens.plans import saving
from app.ui.screens.plans.screen import PlanTab
from app.ui.widgets.questions import Question, answer_with
from app.use_cases.drafts import drafts
from app.use_cases.office import Office
from app.use_cases.plans import finish_plan, open_plan, read_plan_version, save_plan
from tests.helpers.prison import SteppingClock, admit
from tests.ui.plans.hand import Hand
from tests.ui.plans.scenes import full_plan, small_plan

KEY = Qt.Key
NewTab = Callable[[], PlanTab]


def given(office: Office, hand: Hand) -> Plan:
    plan = save_plan(office, hand.inmate_id, full_plan(office), 0)
    hand.open()
    return plan


def type_in_own_words(hand: Hand, text: str) -> None:
    hand.tab.pane.body.answer.own_words.setFocus()
    hand.press(KEY.Key_End, Qt.KeyboardModifier.ControlModifier)
    hand.type(text)


def saved_by_another(office: Office, plan: Plan, words: str) -> Plan:
    return save_plan(office, plan.inmate_id, replace(plan.content, own_words=words), plan.version)


def stored(office: Office, hand: Hand) -> Plan:
    plan = open_plan(office, hand.inmate_id, refresh=True)
    assert plan is not None
    return plan


def test_the_draft_is_told_of_after_it_is_on_the_disk(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand)
    type_in_own_words(hand, " Ja.")
    assert hand.state == "Ikke lagret ennå"
    assert not drafts(embedded_office, DraftFeature.PLAN)
    hand.wait_until(lambda: hand.state == "Kladd lagret 09:41:00")
    (draft,) = drafts(embedded_office, DraftFeature.PLAN)
    assert draft.subject_id == hand.inmate_id
    assert "klare meg selv. Ja." in draft.fields["content"]
    hand.save_well()
    hand.wait_until(lambda: not drafts(embedded_office, DraftFeature.PLAN))


def test_a_draft_is_offered_back_and_goes_on(
    hand: Hand, embedded_office: Office, new_tab: NewTab
) -> None:
    given(embedded_office, hand)
    type_in_own_words(hand, " Ja.")
    hand.tab.flush()
    hand.wait_until(lambda: bool(drafts(embedded_office, DraftFeature.PLAN)))
    again = Hand(hand.qtbot, new_tab(), hand.inmate_id).open()
    bar = again.tab.pane.offer_bar
    again.wait_until(bar.isVisible)
    assert bar.words.text() == "Du har en kladd fra 23.11.2026 09:41 som ikke er lagret."
    bar.buttons[0].click()
    assert bar.isHidden()
    assert again.tab.pane.body.answer.own_words.toPlainText().endswith(" Ja.")
    again.save_well()
    assert stored(embedded_office, hand).content.own_words.endswith(" Ja.")


def test_a_draft_that_is_thrown_away_can_be_brought_back(
    hand: Hand, embedded_office: Office, new_tab: NewTab
) -> None:
    given(embedded_office, hand)
    type_in_own_words(hand, " Ja.")
    hand.tab.flush()
    hand.wait_until(lambda: bool(drafts(embedded_office, DraftFeature.PLAN)))
    again = Hand(hand.qtbot, new_tab(), hand.inmate_id).open()
    bar = again.tab.pane.offer_bar
    again.wait_until(bar.isVisible)
    bar.buttons[1].click()
    again.wait_until(lambda: not drafts(embedded_office, DraftFeature.PLAN))
    again.notices.pop().deed.take_back()
    again.wait_until(lambda: bool(drafts(embedded_office, DraftFeature.PLAN)))
    assert bar.isVisible()


def test_turning_to_somebody_else_keeps_what_was_typed(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand)
    other = admit(embedded_office, 2, given_name="Andreas")
    type_in_own_words(hand, " Ja.")
    hand.tab.show_inmate(other.id, "Andreas")
    hand.wait_until(lambda: hand.tab.pane.states.message is not None)
    hand.wait_until(lambda: bool(drafts(embedded_office, DraftFeature.PLAN)))
    (draft,) = drafts(embedded_office, DraftFeature.PLAN)
    assert draft.subject_id == hand.inmate_id
    hand.tab.show_inmate(hand.inmate_id, "Omar")
    hand.wait_until(hand.tab.pane.offer_bar.isVisible)


def test_esc_never_loses_text(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand)
    type_in_own_words(hand, " Ja.")
    hand.press(KEY.Key_Escape)
    assert hand.tab.pane.body.answer.own_words.toPlainText().endswith(" Ja.")


def test_what_is_typed_back_leaves_no_draft(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand)
    type_in_own_words(hand, "x")
    hand.tab.flush()
    hand.wait_until(lambda: bool(drafts(embedded_office, DraftFeature.PLAN)))
    hand.press(KEY.Key_Backspace)
    hand.wait_until(lambda: not drafts(embedded_office, DraftFeature.PLAN))


def conflict(hand: Hand, office: Office) -> Plan:
    plan = given(office, hand)
    type_in_own_words(hand, " Mitt.")
    theirs = saved_by_another(office, plan, "Den andres.")
    hand.save()
    assert hand.tab.pane.body.conflict.isVisible()
    return theirs


def test_both_versions_stand_side_by_side(hand: Hand, embedded_office: Office) -> None:
    conflict(hand, embedded_office)
    (pair,) = [pair for pair in hand.tab.pane.body.conflict.shown if pair.differs]
    assert (pair.what, pair.theirs) == ("Egne ord", "Den andres.")
    assert pair.mine.endswith(" Mitt.")
    assert stored(embedded_office, hand).content.own_words == "Den andres."
    (draft,) = drafts(embedded_office, DraftFeature.PLAN)
    assert " Mitt." in draft.fields["content"]


def test_going_on_with_mine_saves_only_when_asked(hand: Hand, embedded_office: Office) -> None:
    conflict(hand, embedded_office)
    hand.tab.pane.body.conflict.use_mine.click()
    assert hand.tab.pane.body.answer.own_words.toPlainText().endswith(" Mitt.")
    assert stored(embedded_office, hand).content.own_words == "Den andres."
    hand.tab.pane.body.answer.own_words.setFocus()
    hand.save_well()
    assert stored(embedded_office, hand).content.own_words.endswith(" Mitt.")


def test_using_theirs_keeps_mine_as_a_draft(hand: Hand, embedded_office: Office) -> None:
    conflict(hand, embedded_office)
    hand.tab.pane.body.conflict.use_theirs.click()
    assert hand.tab.pane.body.answer.own_words.toPlainText() == "Den andres."
    hand.wait_until(hand.tab.pane.offer_bar.isVisible)


def test_news_are_shown_when_nothing_is_typed(hand: Hand, embedded_office: Office) -> None:
    plan = given(embedded_office, hand)
    saved_by_another(embedded_office, plan, "Nytt.")
    hand.tab.reload()
    own_words = hand.tab.pane.body.answer.own_words
    hand.wait_until(lambda: own_words.toPlainText() == "Nytt.")


def test_news_are_told_of_when_something_is_typed(hand: Hand, embedded_office: Office) -> None:
    plan = given(embedded_office, hand)
    type_in_own_words(hand, " Mitt.")
    saved_by_another(embedded_office, plan, "Nytt.")
    hand.tab.reload()
    hand.wait_until(hand.tab.pane.newer_bar.isVisible)
    assert hand.tab.pane.body.answer.own_words.toPlainText().endswith(" Mitt.")
    hand.tab.pane.newer_bar.buttons[0].click()
    hand.wait_until(hand.tab.pane.body.conflict.isVisible)


def test_a_failed_save_keeps_the_text(
    hand: Hand, embedded_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> Plan:
        raise DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")

    given(embedded_office, hand)
    type_in_own_words(hand, " Ja.")
    monkeypatch.setattr(saving, "save_plan", fail)
    hand.save()
    assert hand.state in ("Ikke lagret", "Kladd lagret 09:41:00")
    assert hand.notices.pop().text == "Vi fikk ikke kontakt med databasen. (Kode DB-02)"
    assert hand.tab.pane.body.answer.own_words.toPlainText().endswith(" Ja.")
    monkeypatch.undo()
    hand.save_well()


def test_a_save_whose_answer_was_lost_is_no_conflict(hand: Hand, embedded_office: Office) -> None:
    plan = given(embedded_office, hand)
    type_in_own_words(hand, " Ja.")
    content = hand.tab.pane.body.content
    save_plan(embedded_office, hand.inmate_id, content, plan.version)
    hand.save_well()
    assert stored(embedded_office, hand).version == plan.version + 1


def test_finishing_asks_freezes_and_the_next_edit_is_a_new_draft(
    hand: Hand, embedded_office: Office
) -> None:
    given(embedded_office, hand)
    asked: list[Question] = []

    def yes(question: Question) -> int:
        asked.append(question)
        return 0

    with answer_with(yes):
        hand.tab.pane.body.version.finish_button.click()
    hand.wait_until(hand.tab.pane.frozen_bar.isVisible)
    assert asked[0].consequence == "Da kan den ikke endres. Neste endring åpner en ny kladd."
    assert hand.tab.pane.body.reading.isVisible()
    assert "Få fagbrev som sveiser" in hand.tab.pane.body.reading.text()
    assert stored(embedded_office, hand).status is PlanStatus.FINISHED
    hand.tab.pane.frozen_bar.buttons[0].click()
    assert hand.tab.pane.body.version.title.text() == "Versjon 2 – ikke lagret"
    type_in_own_words(hand, " Ja.")
    hand.save_well()
    assert hand.tab.pane.body.version.title.text() == "Versjon 2 – kladd"
    assert not read_plan_version(embedded_office, hand.inmate_id, 1).content.own_words.endswith(
        " Ja."
    )


def test_no_is_the_safe_answer_and_changes_nothing(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand)
    with answer_with(lambda question: len(question.buttons) - 1):
        hand.tab.finish()
    assert stored(embedded_office, hand).status is PlanStatus.DRAFT


def test_what_is_missing_is_said_before_the_question(hand: Hand, embedded_office: Office) -> None:
    content = replace(full_plan(embedded_office), agreement=Agreement.NOT_ASKED)
    save_plan(embedded_office, hand.inmate_id, content, 0)
    hand.open()
    hand.tab.finish()
    assert hand.beside("agreement").startswith("Skriv om den innsatte er enig")


def test_what_is_typed_is_saved_before_it_is_frozen(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand)
    type_in_own_words(hand, " Ja.")
    with answer_with(lambda _question: 0):
        hand.tab.finish()
    hand.wait_until(hand.tab.pane.frozen_bar.isVisible)
    assert read_plan_version(embedded_office, hand.inmate_id, 1).content.own_words.endswith(" Ja.")
    hand.wait_until(lambda: not drafts(embedded_office, DraftFeature.PLAN))


def test_an_earlier_version_is_read_and_left_by_esc(
    hand: Hand, embedded_office: Office, clock: SteppingClock
) -> None:
    plan = save_plan(embedded_office, hand.inmate_id, full_plan(embedded_office), 0)
    plan = finish_plan(embedded_office, hand.inmate_id, plan.version)
    saved_by_another(embedded_office, plan, "Nytt.")
    hand.open()
    version = hand.tab.pane.body.version
    hand.wait_until(lambda: len(version.links) == 1)
    assert version.links[0].text() == "Versjon 1, ferdig 23.11.2026"
    assert version.title.text() == "Versjon 2 – kladd"
    version.links[0].click()
    hand.wait_until(hand.tab.pane.old_bar.isVisible)
    assert "klare meg selv" in hand.tab.pane.body.reading.text()
    hand.press(KEY.Key_Escape)
    assert hand.tab.pane.old_bar.isHidden()
    assert hand.tab.pane.body.answer.own_words.toPlainText() == "Nytt."


@pytest.fixture
def auditor(hand: Hand, embedded_office: Office) -> Office:
    save_plan(embedded_office, hand.inmate_id, small_plan(embedded_office), 0)
    officer_id = embedded_office.officer.id
    embedded_office.officer = Officer(officer_id, "kontroll", "Kontrollør", Role.AUDITOR)
    return embedded_office


def test_who_may_not_see_plans_is_told_so(hand: Hand, auditor: Office) -> None:
    hand.tab.show_inmate(hand.inmate_id)
    states = hand.tab.pane.states
    hand.wait_until(lambda: states.message is not None)
    assert states.message.accessibleName() == "Du har ikke tilgang"


def test_who_may_only_read_sees_nothing_to_edit(
    hand: Hand, auditor: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RIGHTS, Role.AUDITOR, frozenset({Right.READ_INMATES}))
    hand.open()
    hand.wait_until(hand.tab.pane.body.reading.isVisible)
    assert hand.tab.pane.top.isHidden()
    assert hand.tab.pane.body.version.finish_button.isHidden()
    hand.tab.new_goal()
    assert hand.tab.pane.body.reading.isVisible()


def test_a_frozen_plan_is_scrolled_by_keys(hand: Hand, embedded_office: Office) -> None:
    plan = save_plan(embedded_office, hand.inmate_id, full_plan(embedded_office), 0)
    finish_plan(embedded_office, hand.inmate_id, plan.version)
    hand.open()
    bar = hand.tab.pane.body.verticalScrollBar()
    hand.wait_until(lambda: bar.maximum() > 0)
    hand.tab.first_focus().setFocus()
    hand.press(KEY.Key_PageDown)
    assert bar.value() > 0


def test_the_paper_is_asked_for_by_person(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand)
    with hand.qtbot.waitSignal(hand.tab.print_asked) as asked:
        hand.tab.pane.body.version.print_button.click()
    assert asked.args == [hand.inmate_id]


def test_the_empty_page_says_why_and_what_to_do(hand: Hand, omar: Inmate) -> None:
    hand.open()
    message = hand.tab.pane.states.message
    assert message is not None
    assert message.accessibleName() == "Ingen plan ennå"
    assert message.button is not None
    message.button.click()
    assert hand.focused() is hand.card().title
