"""How many actions a task takes: a click, a chord, a short text with Enter; free text is free."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.screens.cell_blocks.screen import CellBlocksPage
from app.ui.screens.documents.page import DocumentsPage
from app.ui.screens.plans.screen import PlanTab
from app.ui.screens.search.page import SearchPage
from app.ui.widgets.chip import FilterChip
from app.use_cases.conversations import conversation_log
from app.use_cases.example_prison import ExampleCreated
from app.use_cases.inmates import open_inmate
from app.use_cases.plans import open_plan
from tests.journeys.conftest import Hands, go_to_omar, office_of

pytestmark = pytest.mark.journey


def on_board(hands: Hands) -> CellBlocksPage:
    page = hands.window.frame.page
    assert isinstance(page, CellBlocksPage)
    return page


def chosen(hands: Hands) -> UUID:
    page = hands.window.frame.page
    assert page is not None
    inmate_id = page.current_inmate()
    assert inmate_id is not None
    return inmate_id


def written(hands: Hands, inmate_id: UUID) -> int:
    return len(conversation_log(office_of(hands), inmate_id, refresh=True))


def see_panel(hands: Hands) -> None:
    hands.see(lambda: hands.window.frame.panel.content is not None)
    hands.see_idle()


def test_who_has_not_been_talked_to_is_one_action(hands: Hands) -> None:
    page = on_board(hands)
    chips = page.findChildren(FilterChip)
    chip = next(one for one in chips if one.accessibleName().startswith("Ikke snakket med"))
    hands.count_anew()
    hands.click(chip)
    showing = page._showing
    days = [tile.line.days_since_conversation for tile in showing.found if tile.line]
    assert days
    assert all(number is None or number >= 7 for number in days)
    assert hands.actions == 1


def test_a_conversation_with_somebody_in_view_is_three_actions(hands: Hands) -> None:
    hands.count_anew()
    hands.press("Right")
    who = chosen(hands)
    before = written(hands, who)
    hands.press("Ctrl+N")
    see_panel(hands)
    hands.type("Fikk ja fra NAV.")
    hands.press("Ctrl+Return")
    hands.see(lambda: written(hands, who) == before + 1)
    assert hands.actions == 3


def test_a_conversation_with_somebody_not_in_view_is_four_actions(hands: Hands) -> None:
    hands.count_anew()
    go_to_omar(hands)
    who = chosen(hands)
    before = written(hands, who)
    hands.press("Ctrl+N")
    see_panel(hands)
    hands.type("Fikk ja fra NAV.")
    hands.press("Ctrl+Return")
    hands.see(lambda: written(hands, who) == before + 1)
    assert hands.actions == 4


def test_the_next_five_are_at_most_two_actions_each(hands: Hands) -> None:
    hands.press("Right")
    hands.press("Ctrl+N")
    see_panel(hands)
    for _number in range(5):
        hands.count_anew()
        who = chosen(hands)
        before = written(hands, who)
        hands.type("Snakket sammen på gangen.")
        hands.press("Ctrl+Shift+Return")
        hands.see(lambda: written(hands, who) == before + 1)  # noqa: B023 - seen before the next
        hands.see(lambda: chosen(hands) != who)  # noqa: B023
        see_panel(hands)
        assert hands.actions <= 2


def plan_in_front(hands: Hands) -> PlanTab:
    go_to_omar(hands)
    hands.window.show_plan(chosen(hands))
    hands.see_idle()
    tab = hands.window.frame.page._tabs.page
    assert isinstance(tab, PlanTab)
    hands.see(lambda: bool(tab.pane.body.goals.cards))
    hands.see_focus_in(tab)
    return tab


def test_the_status_of_a_step_is_three_actions(hands: Hands) -> None:
    """Choose the status, type its number, save."""
    tab = plan_in_front(hands)
    row = next(row for card in tab.pane.body.goals.cards for row in card.steps.rows)
    steps = row.step.id
    other = "3" if row.step.status.value != "done" else "2"
    hands.count_anew()
    hands.actions += 1
    row.status.setFocus(Qt.FocusReason.MouseFocusReason)
    hands.press(other)
    hands.press("Ctrl+S")
    office, who = office_of(hands), chosen(hands)
    hands.see(lambda: _status(office, who, steps) == row.step.status)
    assert hands.actions == 3


def test_the_status_of_a_step_with_a_note_is_three_actions_and_the_text(hands: Hands) -> None:
    """Choose the status, set it by Alt and its number, which leads to the note; save."""
    tab = plan_in_front(hands)
    card = next(card for card in tab.pane.body.goals.cards if card.steps.rows)
    row, goal_id = card.steps.rows[0], card.goal.id
    other = "3" if row.step.status.value != "done" else "2"
    hands.count_anew()
    hands.actions += 1
    row.status.setFocus(Qt.FocusReason.MouseFocusReason)
    hands.press(f"Alt+{other}")
    hands.see(card.note.field.hasFocus)
    hands.type("Meldt inn i dag.")
    hands.press("Ctrl+S")
    office, who = office_of(hands), chosen(hands)
    hands.see(lambda: _status(office, who, row.step.id) == row.step.status)
    content = open_plan(office, who, refresh=True).content
    assert "Meldt inn i dag." in next(one.note for one in content.goals if one.id == goal_id)
    assert hands.actions == 3


def _status(office: object, who: UUID, step_id: UUID) -> object:
    plan = open_plan(office, who, refresh=True)
    return next(
        step.status for goal in plan.content.goals for step in goal.steps if step.id == step_id
    )


def test_a_new_goal_with_two_steps_is_at_most_six_actions(hands: Hands) -> None:
    plan_in_front(hands)
    office, who = office_of(hands), chosen(hands)
    before = len(open_plan(office, who, refresh=True).content.goals)
    hands.count_anew()
    hands.press("Ctrl+G")
    hands.type("Få førerkort")
    hands.press("Return")
    hands.type("Ringe trafikkskolen")
    hands.press("Return")
    hands.type("Søke om støtte")
    hands.press("Ctrl+S")
    hands.see(lambda: len(open_plan(office, who, refresh=True).content.goals) == before + 1)
    goal = next(
        goal
        for goal in open_plan(office, who, refresh=True).content.goals
        if goal.title == "Få førerkort"
    )
    assert [step.title for step in goal.steps] == ["Ringe trafikkskolen", "Søke om støtte"]
    assert hands.actions <= 6


def test_printing_the_plan_is_two_actions(hands: Hands) -> None:
    """After Ctrl+P the next Enter prints: the button has the focus."""
    go_to_omar(hands)
    assert open_inmate(office_of(hands), chosen(hands), refresh=True).plan is not None
    hands.count_anew()
    hands.press("Ctrl+P")
    page = hands.window.frame.page
    assert isinstance(page, DocumentsPage)
    hands.see(page.panel.print_button.hasFocus)
    assert hands.actions == 1


def test_finding_a_word_is_two_actions_and_the_word(hands: Hands) -> None:
    hands.count_anew()
    hands.press("Ctrl+5")
    page = hands.window.frame.page
    assert isinstance(page, SearchPage)
    hands.see(page.words.hasFocus)
    hands.type("bolig")
    hands.press("Return")
    hands.see(lambda: bool(page.hits.rows))
    assert hands.actions == 2


def test_lock_and_back_in_are_one_action_each(hands: Hands, account: ExampleCreated) -> None:
    hands.count_anew()
    hands.press("Ctrl+L")
    assert hands.window.locking.is_locked
    assert hands.actions == 1
    hands.see_idle()
    hands.count_anew()
    QTest.keyClicks(hands.focus, account.password)
    hands.press("Return")
    hands.see(lambda: not hands.window.locking.is_locked)
    assert hands.actions == 1
