"""Read files: bytes in, places, people or conversations out. No file, however broken, raises.

What another process has made a table of may be handed over as such.
"""

from collections.abc import Mapping
from datetime import datetime

from app.exchange.conversations import ParsedConversations, take_conversations
from app.exchange.csv_text import read_file
from app.exchange.kinds import ImportKind
from app.exchange.parsed import Sheet, Source, read_sheet
from app.exchange.places import ParsedPlaces, take_places
from app.exchange.roll import ParsedRoll, take_roll
from app.foundation.clock import oslo_date

__all__ = ["read_conversations", "read_file", "read_places", "read_roll"]


def read_places(source: Source, columns: Mapping[str, str] | None = None) -> ParsedPlaces:
    """Read a file of places. ``columns`` maps fields to headings and wins over the guess."""
    return read_sheet(source, ImportKind.PLACES, columns, take_places, ParsedPlaces)


def read_roll(
    source: Source, columns: Mapping[str, str] | None = None, now: datetime | None = None
) -> ParsedRoll:
    """Read a roll. With ``now`` given, birth dates to come are errors."""
    today = None if now is None else oslo_date(now)

    def take(sheet: Sheet) -> ParsedRoll:
        return take_roll(sheet, today)

    return read_sheet(source, ImportKind.ROLL, columns, take, ParsedRoll)


def read_conversations(
    source: Source, columns: Mapping[str, str] | None = None, now: datetime | None = None
) -> ParsedConversations:
    """Read a file of conversations. With ``now`` given, entries of times to come are warned of."""

    def take(sheet: Sheet) -> ParsedConversations:
        return take_conversations(sheet, now)

    return read_sheet(source, ImportKind.CONVERSATIONS, columns, take, ParsedConversations)
