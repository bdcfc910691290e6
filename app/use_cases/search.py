"""Search over everything that has been written."""

from uuid import UUID

from app.domain.access import Access, Right, Verb
from app.domain.search import EVERY_CONVERSATION, Search, SearchHit
from app.overviews.search import search
from app.use_cases.office import Office


def search_everything(office: Office, wanted: Search) -> tuple[SearchHit, ...]:
    """Find conversations and texts of plans, newest first. One row of the log says how many."""
    return _search(office, wanted, "search")


def search_conversations(
    office: Office,
    query: str,
    *,
    inmate_id: UUID | None = None,
    unit: str | None = None,
    limit: int = 50,
) -> tuple[SearchHit, ...]:
    """Find entries that hold every word, newest first. One row of the log says how many."""
    wanted = Search(query, unit, inmate_id, frozenset(EVERY_CONVERSATION), limit=limit)
    if not wanted.terms:
        return ()
    return _search(office, wanted, "conversation_search")


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
