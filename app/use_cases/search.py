"""Search over everything that has been written."""

from dataclasses import replace

from app.domain.access import Access, Right, Verb
from app.domain.search import Search, SearchHit
from app.overviews.search import search
from app.use_cases.office import Office


def search_everything(office: Office, wanted: Search) -> tuple[SearchHit, ...]:
    """Find conversations and texts of plans, newest first. One row of the log says how many."""
    return _search(office, wanted, "search")


def search_conversations(office: Office, wanted: Search) -> tuple[SearchHit, ...]:
    """Find entries alone, newest first. One row of the log says how many."""
    if not wanted.terms:
        return ()
    kinds = wanted.conversation_kinds
    return _search(office, replace(wanted, kinds=frozenset(kinds)), "conversation_search")


def _search(office: Office, wanted: Search, feature: str) -> tuple[SearchHit, ...]:
    office.demand(Right.READ_INMATES, feature, wanted.inmate_id)
    with office.reading() as connection:
        hits = search(connection, wanted)
    office.note(
        Access(
            Verb.CONSULT,
            feature,
            inmate_id=wanted.inmate_id,
            unit=wanted.unit,
            count=len(hits),
        )
    )
    return hits
