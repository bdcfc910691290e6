"""A plan written by keys alone, and what the rules say at which field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.plans import (
    Agreement,
    GoalStatus,
    PlanContent,
    StepStatus,
    StopReason,
)
from app.use_cases.office import Office
from app.use_cases.plans import open_plan, save_plan
from tests.ui.plans.hand import ALT, CTRL, Hand
from tests.ui.plans.scenes import full_plan, goal, small_plan, step

KEY = Qt.Key


def stored(office: Office, hand: Hand) -> PlanContent:
    plan = open_plan(office, hand.inmate_id, refresh=True)
    assert plan is not None
    return plan.content


def given(office: Office, hand: Hand, content: PlanContent) -> Hand:
    save_plan(office, hand.inmate_id, content, 0)
    return hand.open()


def test_a_first_plan_is_written_by_keys_alone(hand: Hand, embedded_office: Office) -> None:
    hand.open()
    hand.tab.first_focus().setFocus()
    hand.press(KEY.Key_Return)
    hand.type("Ha et sted å bo")
    hand.press(KEY.Key_Return)
    hand.type("Ringe søsteren")
    hand.press(KEY.Key_Return)
    hand.type("Søke startlån")
    hand.press(KEY.Key_Tab)
    hand.press(KEY.Key_Tab)
    hand.type("NAV")
    hand.press(KEY.Key_Tab)
    hand.type("+7")
    hand.press(KEY.Key_Tab)
    hand.type("2")
    hand.save_well()
    (made,) = stored(embedded_office, hand).goals
    assert made.title == "Ha et sted å bo"
    assert [each.title for each in made.steps] == ["Ringe søsteren", "Søke startlån"]
    last = made.steps[1]
    assert (last.partner, last.status) == ("NAV", StepStatus.IN_PROGRESS)
    assert last.due is not None
    assert last.due.isoformat() == "2026-11-30"


def test_enter_in_a_step_adds_the_next_and_never_removes(
    hand: Hand, embedded_office: Office
) -> None:
    given(embedded_office, hand, full_plan(embedded_office))
    for field in (hand.row(0).title, hand.row(0).partner, hand.row(0).due, hand.row(0).status):
        field.setFocus()
        hand.press(KEY.Key_Return)
        titles = [row.title.text() for row in hand.card().steps.rows]
        assert titles[0] == "Levere søknad til sveisekurset"
        assert "Finne arabisk ordliste til teorien" in titles
    assert len(hand.card().steps.rows) == 3


def test_a_row_that_was_never_filled_in_is_not_saved(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand, small_plan(embedded_office))
    hand.row().title.setFocus()
    hand.type(" i dag")
    hand.press(KEY.Key_Return)
    hand.save_well()
    (made,) = stored(embedded_office, hand).goals
    assert [each.title for each in made.steps] == ["Ringe søsteren i dag"]


def test_alt_and_arrows_move_steps_and_goals(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand, full_plan(embedded_office))
    hand.row(0).title.setFocus()
    hand.press(KEY.Key_Down, ALT)
    assert hand.focused() is hand.row(1).title
    hand.card(0).title.setFocus()
    hand.press(KEY.Key_Down, ALT)
    assert hand.focused() is hand.card(1).title
    hand.save_well()
    goals = stored(embedded_office, hand).goals
    assert goals[1].title == "Få fagbrev som sveiser"
    assert goals[1].steps[1].title == "Levere søknad til sveisekurset"


def test_what_is_removed_can_be_brought_back(hand: Hand, embedded_office: Office) -> None:
    content = full_plan(embedded_office)
    given(embedded_office, hand, content)
    hand.row(0).remove.click()
    hand.notices.pop().deed.take_back()
    hand.card(1).removed.emit()
    assert len(hand.tab.pane.body.goals.cards) == 3
    hand.notices.pop().deed.take_back()
    assert hand.tab.pane.body.content == content


def test_a_removed_goal_never_comes_back_to_somebody_else(
    hand: Hand, embedded_office: Office
) -> None:
    given(embedded_office, hand, full_plan(embedded_office))
    hand.card(1).removed.emit()
    bring_back = hand.notices.pop().deed.take_back
    hand.tab.pane.body.goals.show_goals((), "somebody else")
    bring_back()
    assert not hand.tab.pane.body.goals.cards


def test_stopping_asks_for_a_reason_and_other_for_words(
    hand: Hand, embedded_office: Office
) -> None:
    given(embedded_office, hand, small_plan(embedded_office))
    hand.card().set_status(GoalStatus.STOPPED)
    hand.save()
    assert hand.beside("goals.0.stop_reason") == "Velg hvorfor målet stoppes."
    hand.card().stop.reasons.chips()[3].click()
    assert hand.beside("goals.0.stop_reason") == ""
    hand.save()
    assert hand.beside("goals.0.stop_text") == "Skriv hvorfor målet stoppes."
    hand.card().stop.words.setFocus()
    hand.type("Flyttet")
    hand.save_well()
    (made,) = stored(embedded_office, hand).goals
    assert (made.stop_reason, made.stop_text) == (StopReason.OTHER, "Flyttet")


def test_a_stopped_goal_is_taken_up_before_it_is_reached(
    hand: Hand, embedded_office: Office
) -> None:
    done = goal(
        embedded_office,
        "Slutte",
        status=GoalStatus.STOPPED,
        stop_reason=StopReason.CIRCUMSTANCES_CHANGED,
    )
    given(embedded_office, hand, PlanContent(goals=(done,)))
    hand.tab.pane.top.chips[GoalStatus.STOPPED].click()
    words = [action.text() for action in hand.card().menu.actions_offered()]
    assert words[0] == "Ta opp igjen"
    assert "Målet er nådd" not in words
    hand.card().set_status(GoalStatus.ACHIEVED)
    hand.save()
    assert hand.beside("goals.0.status").startswith("Et mål som er nådd eller stoppet")


def test_asks_whether_the_goal_is_reached_when_all_steps_are_done(
    hand: Hand, embedded_office: Office
) -> None:
    given(embedded_office, hand, small_plan(embedded_office))
    assert hand.card().question.isHidden()
    hand.row().status.setFocus()
    hand.type("3")
    assert hand.card().question.isVisible()
    hand.card().question.yes.click()
    hand.save_well()
    assert stored(embedded_office, hand).goals[0].status is GoalStatus.ACHIEVED
    assert hand.card().isVisible(), "it stays in sight until other goals are chosen"
    hand.tab.pane.top.chips[GoalStatus.CURRENT].click()
    assert hand.card().isHidden()


def test_a_later_goal_needs_no_step_and_a_present_one_does(
    hand: Hand, embedded_office: Office
) -> None:
    hand.open()
    hand.tab.new_goal()
    hand.type("Trene")
    hand.save()
    assert hand.beside("goals.0.steps") == "Et mål som gjelder nå, må ha minst ett steg."
    hand.card().set_status(GoalStatus.FUTURE)
    hand.save_well()


@pytest.mark.parametrize(
    ("length", "message"), [(512, ""), (513, "Teksten kan ha høyst 512 tegn.")]
)
def test_a_title_has_at_most_512_letters(
    hand: Hand, embedded_office: Office, length: int, message: str
) -> None:
    given(embedded_office, hand, small_plan(embedded_office))
    hand.card().title.setText("a" * length)
    hand.row().title.setText("b" * length)
    hand.card().title.setFocus()
    hand.save()
    assert hand.beside("goals.0.title") == message
    assert hand.beside("goals.0.steps.0.title") == message


def test_a_target_may_be_today_and_not_yesterday(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand, small_plan(embedded_office))
    hand.card().target.setFocus()
    hand.type("i går")
    hand.save()
    assert hand.beside("goals.0.target") == "Måldatoen må være i dag eller senere."
    hand.card().target.setText("i dag")
    assert hand.beside("goals.0.target") == ""
    hand.card().target.setFocus()
    hand.save_well()


def test_a_date_that_is_none_is_never_saved_as_no_date(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand, small_plan(embedded_office))
    hand.row().due.setFocus()
    hand.type("snart")
    hand.save()
    assert hand.beside("goals.0.steps.0.due").startswith("Skriv datoen som")
    assert stored(embedded_office, hand).goals[0].steps[0].due is None


def test_nobody_agrees_without_goals_and_no_needs_a_reason(
    hand: Hand, embedded_office: Office
) -> None:
    hand.open()
    hand.tab.new_goal()
    hand.card().removed.emit()
    answer = hand.tab.pane.body.answer
    answer.agreement.chips()[1].click()
    hand.save()
    assert hand.beside("agreement") == "Planen må ha minst ett mål før den kan avtales."
    assert hand.beside("agreement_reason") == "Skriv hvorfor."
    assert [line.split(":")[0] for line in hand.problems()] == ["agreement", "agreement_reason"]


def test_no_and_could_not_answer_are_saved_with_their_reason(
    hand: Hand, embedded_office: Office
) -> None:
    given(embedded_office, hand, small_plan(embedded_office))
    answer = hand.tab.pane.body.answer
    answer.agreement.chips()[2].click()
    assert hand.focused() is answer.reason
    hand.type("Sov")
    hand.save_well()
    content = stored(embedded_office, hand)
    assert content.agreement is Agreement.COULD_NOT_ANSWER
    assert content.agreement_reason == "Sov"


def test_declined_offers_need_words(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand, small_plan(embedded_office))
    declined = hand.tab.pane.body.answer.declined
    declined.new.click()
    hand.press(KEY.Key_Tab)
    hand.press(KEY.Key_Tab)
    hand.type("Orket ikke")
    hand.press(KEY.Key_Tab)
    hand.type("i går")
    hand.save()
    assert hand.beside("declined.0.what") == "Skriv hva det er takket nei til."
    assert hand.beside("declined.0.ask_again_on") == "Datoen må være i dag eller senere."


def test_the_list_of_problems_leads_to_a_goal_out_of_sight(
    hand: Hand, embedded_office: Office
) -> None:
    given(embedded_office, hand, full_plan(embedded_office))
    hand.card(0).title.clear()
    hand.tab.pane.top.chips[GoalStatus.FUTURE].click()
    assert hand.card(0).isHidden()
    hand.save()
    hand.press(KEY.Key_Return)
    assert hand.focused() is hand.card(0).title


def test_ctrl_shift_g_begins_a_step_where_the_focus_is(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand, full_plan(embedded_office))
    hand.row(0, goal=1).title.setFocus()
    hand.press(KEY.Key_G, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert hand.focused() is hand.row(1, goal=1).title
    assert hand.row(1, goal=1).title.text() == ""


def test_everything_that_takes_the_focus_has_a_name_and_tab_goes_round(
    hand: Hand, embedded_office: Office
) -> None:
    given(embedded_office, hand, full_plan(embedded_office))
    start = hand.tab.pane.top.chips[GoalStatus.CURRENT]
    start.setFocus()
    seen: list[QWidget] = []
    while hand.focused() not in seen:
        seen.append(hand.focused())
        assert hand.focused().accessibleName(), hand.focused()
        hand.press(KEY.Key_Tab)
    assert hand.focused() is start
    focusable = [
        widget
        for widget in hand.tab.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]
    assert {*focusable} == {*seen}
    tops = [seen.index(card.title) for card in hand.tab.pane.body.goals.cards[:3]]
    assert tops == sorted(tops)


def test_internal_notes_say_that_the_inmate_does_not_see_them(
    hand: Hand, embedded_office: Office
) -> None:
    given(embedded_office, hand, full_plan(embedded_office))
    texts = [label.text() for label in hand.tab.findChildren(QLabel) if label.isVisible()]
    assert "Internt notat · Vises ikke på den innsattes eksemplar" in texts
    assert hand.row().partner.accessibleDescription() == "Skriv etaten, ikke personen."
    assert "0 av 2 steg ferdig" in texts
    assert "Omars egne ord" in texts


def test_nothing_is_clipped_at_any_zoom(hand: Hand, embedded_office: Office) -> None:
    content = full_plan(embedded_office)
    titled = replace(content.goals[0], steps=(*content.goals[0].steps, step(embedded_office, "x")))
    given(embedded_office, hand, replace(content, goals=(titled, *content.goals[1:])))
    body = hand.tab.pane.body
    for percent in (80, 100, 150, 200):
        hand.zoom(percent)
        hand.wait_until(lambda: body.widget().minimumSizeHint().width() <= body.viewport().width())
    hand.zoom(100)


def test_a_step_marked_done_waits_again_by_undo(hand: Hand, embedded_office: Office) -> None:
    given(embedded_office, hand, small_plan(embedded_office))
    before = hand.row().status.value
    hand.row().status.setFocus()
    hand.press(KEY.Key_3)
    notice = hand.notices.pop()
    assert notice.text == "Steg 1 er satt til «ferdig»."
    assert notice.deed.is_possible()
    notice.deed.take_back()
    assert hand.tab.pane.body.content.goals[0].steps[0].status is before
    notice.deed.do_again()
    assert hand.row().status.value is StepStatus.DONE


def test_after_the_save_the_save_is_taken_back(hand: Hand, embedded_office: Office) -> None:
    content = small_plan(embedded_office)
    given(embedded_office, hand, content)
    hand.row().status.setFocus()
    hand.press(KEY.Key_3)
    typed = hand.notices.pop()
    hand.save_well()
    assert not typed.deed.is_possible()
    saved = hand.notices.pop()
    assert saved.text == "Planen er lagret. Et steg er satt til «ferdig»."
    assert saved.deed.is_stored
    saved.deed.take_back()
    assert stored(embedded_office, hand) == content
    saved.deed.do_again()
    assert stored(embedded_office, hand).goals[0].steps[0].status is StepStatus.DONE


def test_a_goal_that_was_stopped_by_mistake_goes_on(hand: Hand, embedded_office: Office) -> None:
    content = small_plan(embedded_office)
    given(embedded_office, hand, content)
    hand.card().set_status(GoalStatus.STOPPED)
    notice = hand.notices.pop()
    assert notice.text == "Målet er satt til «stoppet»."
    notice.deed.take_back()
    assert hand.tab.pane.body.content == content
