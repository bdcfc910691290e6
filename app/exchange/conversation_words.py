"""The types files give log entries, and what they are here."""

from app.domain.conversations import ConversationKind
from app.domain.words import word
from app.exchange.squash import squash
from app.foundation.translation import words_for

_KINDS: dict[ConversationKind, tuple[str, ...]] = {
    # KA is key worker activity in the source system, KS one session of it.
    ConversationKind.CONTACT_OFFICER: ("KA", "KS", "kontaktbetjent", "kb-samtale", "kbsamtale"),
    ConversationKind.INTAKE: ("innkomst", "mottakssamtale", "førstesamtale"),
    ConversationKind.PLAN_MEETING: ("framtidsplan", "plan", "ansvarsgruppe", "ansvarsgruppemøte"),
    ConversationKind.MOTIVATION: ("motivasjon", "motivasjonssamtale", "mi-samtale"),
    ConversationKind.CONCERN: ("bekymring",),
    ConversationKind.RELEASE: ("løslatelse",),
    ConversationKind.OTHER: ("samtale",),
    ConversationKind.NOTE: ("notat", "merknad"),
}
_KIND_BY_WORD = (
    {squash(name): kind for kind, names in _KINDS.items() for name in names}
    | {squash(kind.value): kind for kind in ConversationKind}
    | {squash(word(kind, words_for("nb"))): kind for kind in ConversationKind}
)
# A key worker's entry is written about somebody, not said to him.
_ENTRY = "ke"
_SESSION = "ks"


def conversation_kind(type_word: str, sub_type: str) -> ConversationKind:
    """Return what an entry is here. What is not known to be a conversation is a brief note."""
    kind = _KIND_BY_WORD.get(squash(type_word))
    sub = squash(sub_type)
    if sub == _SESSION:
        return ConversationKind.CONTACT_OFFICER
    if kind is not None:
        is_entry = kind is ConversationKind.CONTACT_OFFICER and sub == _ENTRY
        return ConversationKind.NOTE if is_entry else kind
    # «Oppfølgingssamtale» and «samarbeidsmøte» say themselves that people talked.
    talked = squash(type_word).endswith(("samtale", "mote"))
    return ConversationKind.OTHER if talked else ConversationKind.NOTE
