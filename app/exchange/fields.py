"""The fields of each kind of file, and which of them a file cannot do without."""

from app.exchange.conversation_fields import CONVERSATION_FIELDS
from app.exchange.field import Field
from app.exchange.kinds import ImportKind
from app.exchange.place_fields import PLACE_FIELDS
from app.exchange.roll_fields import ROLL_FIELDS

FIELDS: dict[ImportKind, tuple[Field, ...]] = {
    ImportKind.PLACES: PLACE_FIELDS,
    ImportKind.ROLL: ROLL_FIELDS,
    ImportKind.CONVERSATIONS: CONVERSATION_FIELDS,
}

# Of each group one column must be there. The first named is the one a message asks for.
NEEDED: dict[ImportKind, tuple[tuple[str, ...], ...]] = {
    ImportKind.PLACES: (("path_hierarchy",),),
    ImportKind.ROLL: (("booking_id", "prison_number"), ("last_name", "full_name")),
    ImportKind.CONVERSATIONS: (
        ("CASE_NOTE_ID",),
        ("booking_id", "prison_number"),
        ("CONTACT_DATE", "CONTACT_TIME"),
        ("CASE_NOTE_TEXT",),
    ),
}
KEY_GROUP = 0
