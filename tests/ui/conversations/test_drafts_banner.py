"""Drafts offered back after sign-in."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.drafts import Draft, DraftFeature
from app.domain.errors import DatabaseUnavailable
from app.ui.screens.conversations import drafts_banner as banner_module
from app.ui.screens.conversations.drafts_banner import DraftsBanner
from app.ui.screens.conversations.notices import draft_text
from app.use_cases.drafts import discard_draft, drafts, keep_draft
from tests.helpers.prison import NOW


def kept(number: int, feature: DraftFeature = DraftFeature.CONVERSATION) -> Draft:
    return Draft(UUID(int=number), feature, UUID(int=70), 0, {"name": "Hassan, Omar"}, NOW)


@pytest.fixture
def banner(qtbot, embedded_office, tasks):
    window = QWidget()
    qtbot.addWidget(window)
    yield DraftsBanner(embedded_office, tasks, window)
    window.close()


@pytest.fixture
def told(banner):
    heard: list[object] = []
    banner.notice.connect(heard.append)
    banner.continue_asked.connect(heard.append)
    return heard


def test_without_drafts_it_takes_no_room(banner, settle):
    banner.look()
    settle()
    assert banner.isHidden()


@pytest.mark.parametrize(
    ("feature", "text"),
    [
        (DraftFeature.CONVERSATION, "Du har en kladd fra 09:41 om Hassan, Omar."),
        (DraftFeature.CORRECTION, "Du har en kladd fra 09:41 til en rettelse om Hassan, Omar."),
        (DraftFeature.PLAN, "Du har en kladd fra 09:41 til planen for Hassan, Omar."),
        (DraftFeature.INMATE, "Du har en kladd fra 09:41 til opplysningene om Hassan, Omar."),
    ],
)
def test_it_says_from_when_and_about_whom(feature, text):
    assert draft_text(kept(1, feature), NOW) == text


def test_a_draft_from_another_day_says_which():
    assert "fra 23.11.2026 09:41 om" in draft_text(kept(1), NOW + timedelta(days=1))


def test_a_draft_can_be_gone_on_with(banner, embedded_office, settle, told):
    keep_draft(embedded_office, kept(1))
    keep_draft(embedded_office, kept(2))
    banner.look()
    settle()
    assert not banner.isHidden()
    banner.offers[0].take.click()
    (draft,) = told
    assert isinstance(draft, Draft)
    assert draft.id.int == 2
    assert len(banner.offers) == 1
    assert len(drafts(embedded_office)) == 2


def test_a_draft_can_be_thrown_away_and_brought_back(banner, embedded_office, settle, told):
    keep_draft(embedded_office, kept(1))
    banner.look()
    settle()
    banner.offers[0].throw_away.click()
    settle()
    assert banner.isHidden()
    assert drafts(embedded_office) == ()
    told[0].deed.take_back()
    settle()
    assert len(drafts(embedded_office)) == 1
    assert not banner.isHidden()


def test_many_drafts_are_folded(banner, embedded_office, settle):
    for number in range(1, 6):
        keep_draft(embedded_office, kept(number))
    banner.look()
    settle()
    assert len(banner.offers) == 3
    assert banner.all.text() == "Vis 2 kladder til"
    banner.all.click()
    assert len(banner.offers) == 5
    assert banner.all.isHidden()


def test_what_was_saved_elsewhere_is_dropped_and_nothing_new_comes_up(
    banner, embedded_office, settle
):
    keep_draft(embedded_office, kept(1))
    banner.look()
    settle()
    discard_draft(embedded_office, UUID(int=1))
    keep_draft(embedded_office, kept(2))
    banner.recheck()
    settle()
    assert banner.isHidden()


def test_a_damaged_file_is_told(banner, settle, told, monkeypatch):
    def refuse(_office: object) -> None:
        raise DatabaseUnavailable("Filen med kladder var skadet.", "DB-04")

    monkeypatch.setattr(banner_module, "drafts", refuse)
    banner.look()
    settle()
    assert told[0].text == "Filen med kladder var skadet. (Kode DB-04)"
