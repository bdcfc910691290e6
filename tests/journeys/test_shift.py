"""A shift in keys: sign in, see who needs you, write, plan, print, lock. The whole program."""

from pathlib import Path

import pytest

from app.domain.access import Verb
from app.domain.plans import PlanStatus
from app.ui.screens.documents.save_dialog import choose_with
from app.use_cases.conversations import conversation_log
from app.use_cases.example_prison import ExampleCreated
from app.use_cases.inmates import find_inmate, open_inmate
from app.use_cases.office import Office
from tests.helpers.access import access_log
from tests.helpers.prison import talk
from tests.journeys.conftest import Hands, go_to_omar, office_of

pytestmark = pytest.mark.journey


def test_a_conversation_is_three_actions_and_the_text(hands: Hands) -> None:
    """Select, Ctrl+N, Ctrl+Enter."""
    office = office_of(hands)
    go_to_omar(hands)
    omar = hands.window.frame.page.current_inmate()
    before = len(conversation_log(office, omar, refresh=True))
    hands.press("Ctrl+N")
    hands.see(lambda: hands.window.frame.panel.content is not None)
    hands.see_idle()
    hands.type("Fikk ja fra NAV.\n> Omar: levere søknaden fredag")
    hands.press("Ctrl+Return")
    hands.see(lambda: len(conversation_log(office, omar, refresh=True)) == before + 1)
    newest = conversation_log(office, omar, refresh=True)[0]
    assert newest.text == "Fikk ja fra NAV.\n> Omar: levere søknaden fredag"
    assert newest.author == "Kari Lunde"
    assert newest.occurred_at == office.clock() or newest.occurred_at < office.clock()
    hands.see(lambda: hands.window.frame.panel.content is None)
    assert open_inmate(office, omar, refresh=True).line.days_since_conversation == 0


def test_one_after_the_other_with_two_actions_each(hands: Hands) -> None:
    """Ctrl+N, text, Ctrl+Shift+Enter, text, Ctrl+Shift+Enter."""
    office = office_of(hands)
    hands.press("Right")
    hands.see(lambda: hands.window.frame.page.current_inmate() is not None)
    first = hands.window.frame.page.current_inmate()
    hands.press("Ctrl+N")
    hands.see(lambda: hands.window.frame.panel.content is not None)
    hands.see_idle()
    hands.type("Snakket med den første.")
    hands.press("Ctrl+Shift+Return")
    hands.see(lambda: hands.window.frame.page.current_inmate() != first)
    second = hands.window.frame.page.current_inmate()
    hands.see(lambda: hands.window.frame.panel.content is not None)
    hands.see_idle()
    hands.type("Snakket med den neste.")
    hands.press("Ctrl+Shift+Return")
    hands.see(
        lambda: conversation_log(office, second, refresh=True)[0].text == "Snakket med den neste."
    )
    assert conversation_log(office, first, refresh=True)[0].text == "Snakket med den første."


def test_the_draft_is_offered_back_after_esc(hands: Hands) -> None:
    go_to_omar(hands)
    hands.press("Ctrl+N")
    hands.see(lambda: hands.window.frame.panel.content is not None)
    hands.see_idle()
    hands.type("Halvferdig")
    hands.press("Esc")
    hands.see_idle()
    kept = office_of(hands).drafts.kept()
    assert [draft.fields["text"] for draft in kept] == ["Halvferdig"]
    hands.press("Ctrl+N")
    hands.see(lambda: hands.window.frame.panel.content is not None)
    assert "Halvferdig" in hands.window.frame.panel.content.first_focus().toPlainText()


def test_from_the_plan_to_a_pdf_and_what_is_logged(hands: Hands, tmp_path: Path) -> None:
    office, file = office_of(hands), tmp_path / "plan.pdf"
    go_to_omar(hands)
    omar = hands.window.frame.page.current_inmate()
    assert open_inmate(office, omar, refresh=True).plan is not None
    hands.press("Ctrl+P")
    hands.see_idle()
    with choose_with(lambda _suggested: file):
        hands.press("Ctrl+Shift+E")
        hands.see(file.exists)
    hands.see_idle()
    assert file.read_bytes().startswith(b"%PDF")
    assert file.stat().st_mode & 0o077 == 0
    verbs = [row.verb for row in access_log(office) if row.inmate_id == omar]
    assert Verb.CONSULT in verbs
    assert verbs.count(Verb.EXPORT) == 1


def test_the_screen_locks_and_comes_back_where_it_was(
    hands: Hands, account: ExampleCreated
) -> None:
    go_to_omar(hands)
    page = hands.window.frame.page
    hands.press("Ctrl+L")
    hands.see(lambda: hands.window.locking.is_locked)
    hands.see_idle()
    assert not page.isVisible()
    hands.type("feil passord")
    hands.press("Return")
    hands.see_idle()
    assert hands.window.locking.is_locked
    hands.focus.clear() if hasattr(hands.focus, "clear") else None
    hands.type(account.password)
    hands.press("Return")
    hands.see(lambda: not hands.window.locking.is_locked)
    assert page.isVisible()


def test_what_another_workstation_saves_is_seen(hands: Hands) -> None:
    office = office_of(hands)
    hands.see_idle()
    inmate_id = find_inmate(office, str(_somebody(hands)))
    plan = open_inmate(office, inmate_id, refresh=True).plan
    assert plan is None or plan.status in PlanStatus
    before = _days_on_board(hands, inmate_id)
    _save_elsewhere(office, inmate_id)
    hands.see(lambda: _days_on_board(hands, inmate_id) == 0)
    assert before != 0


def _somebody(hands: Hands) -> object:
    showing = hands.window.frame.page._showing
    return next(
        tile.line.id
        for tile in showing.board.tiles
        if tile.line is not None and tile.line.days_since_conversation not in {0, None}
    )


def _days_on_board(hands: Hands, inmate_id: object) -> int | None:
    showing = hands.window.frame.page._showing
    return next(
        tile.line.days_since_conversation
        for tile in showing.board.tiles
        if tile.line is not None and tile.line.id == inmate_id
    )


def _save_elsewhere(office: Office, inmate_id: object) -> None:
    talk(office, inmate_id, "Snakket sammen et annet sted.")
