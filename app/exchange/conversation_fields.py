"""What a file of conversations can tell."""

from app.exchange.field import BOOKING, NUMBER, Field
from app.foundation.translation import mark

CONVERSATION_FIELDS = (
    Field(
        "CASE_NOTE_ID",
        mark("oppføringsnummer"),
        "case_note_id, note_id, entry_id, conversation_id, id, oppføringsnummer, "
        "oppføring_id, oppføring_nr, oppføring, samtale_id, samtalenummer, notat_id, "
        "løpenummer, notatnummer, saksnotat_id, notat_nr, case_note, samtale_nr, "
        "journalnummer",
        loose=("noteid", "oppføringsnummer"),
    ),
    BOOKING,
    NUMBER,
    Field(
        "CONTACT_DATE",
        mark("dato"),
        "contact_date, occurrence_date, date, dato, samtaledato, dato for samtale, "
        "occurred_on, note_date, kontaktdato, hendelsesdato, samtale_dato, occurred_date",
        loose=("samtaledato",),
    ),
    Field(
        "CONTACT_TIME",
        mark("klokkeslett"),
        "contact_time, occurrence_time, occurred_at, occurrence_date_time, time, klokkeslett, "
        "kl, klokka, klokken, tid, tidspunkt, når, kontakttid, kontakttidspunkt, "
        "hendelsestid, occurred, date_time, dato og tid, dato og klokkeslett",
        loose=("klokkeslett", "tidspunkt"),
    ),
    Field(
        "CREATE_DATETIME",
        mark("skrevet"),
        "create_datetime, created_at, creation_date_time, written_at, skrevet, registrert, "
        "opprettet, skrevet dato, registrert dato, opprettet_dato, opprettet_tidspunkt, "
        "created, skrevet_tidspunkt, registrert_tidspunkt",
    ),
    Field(
        "AUDIT_TIMESTAMP",
        mark("sist endret"),
        "audit_timestamp, modified_at, updated_at, sist endret, endret",
    ),
    Field(
        "CASE_NOTE_TYPE",
        mark("type"),
        "case_note_type, note_type, type, samtaletype, slags samtale, notattype, "
        "oppføringstype, slag, kategori, category, notat_type, samtale_type",
    ),
    Field(
        "CASE_NOTE_SUB_TYPE",
        mark("undertype"),
        "case_note_sub_type, sub_type, note_sub_type, undertype",
    ),
    Field(
        "STAFF_ID",
        mark("skrevet av"),
        "staff_id, author, author_name, staff, staff_name, user_id, skrevet av, forfatter, "
        "betjent, registrert av, ført av, av, ansatt, ansatt_id, betjent_id, officer, "
        "written_by, created_by, tjenesteperson, kontaktbetjent, navn på betjent",
    ),
    Field(
        "CASE_NOTE_TEXT",
        mark("tekst"),
        "case_note_text, note_text, text, note, tekst, notat, innhold, samtale, samtaletekst, "
        "beskrivelse, referat, notattekst, notat_tekst, content, body, logg, merknad, "
        "kommentar",
        loose=("notetext", "tekst"),
    ),
    Field("minutes", mark("varighet"), "minutes, duration, varighet, minutter, lengde"),
    Field("place", mark("sted"), "place, room, sted, rom, møtested"),
)
