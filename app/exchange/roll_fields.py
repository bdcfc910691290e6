"""What a roll can tell."""

from app.exchange.field import BOOKING, NUMBER, PRISON, UNIT, Field
from app.exchange.roll_words import is_legal_status, is_whereabouts
from app.foundation.translation import mark

ROLL_FIELDS = (
    BOOKING,
    NUMBER,
    Field(
        "last_name",
        mark("etternavn"),
        "last_name, surname, family_name, etternavn, slektsnavn, familienavn",
        loose=("etternavn", "lastname"),
    ),
    Field(
        "first_name",
        mark("fornavn"),
        "first_name, forename, given_name, fornavn, førenavn",
        loose=("fornavn", "firstname"),
    ),
    Field("middle_name", mark("mellomnavn"), "middle_name, middle_names, mellomnavn"),
    Field(
        "full_name",
        mark("navn"),
        "full_name, name, navn, fullt navn, innsatt, innsattes navn, prisoner_name",
    ),
    Field(
        "birth_date",
        mark("fødselsdato"),
        "birth_date, date_of_birth, dob, fødselsdato, født, fødd, fødselsdag, birthdate, "
        "fødselsdata, født_dato",
        loose=("fødselsdato", "birthdate"),
    ),
    PRISON,
    Field(
        "active",
        mark("aktiv"),
        "active, active_flag, is_active, active_booking, aktiv, aktivt opphold",
    ),
    Field(
        "in_out",
        mark("inne eller ute"),
        "in_out, in_out_status, whereabouts, inne ute, inne eller ute, oppholdssted, hvor, "
        "tilstede",
        shared=("status",),
        fits=is_whereabouts,
    ),
    Field(
        "cell",
        mark("celle"),
        "cell, cell_location, internal_location, location, living_unit, celle, celle_nr, "
        "cellenummer, plassering, plass, rom, romnummer, cell_id, celle_id, lokasjon, "
        "cellenavn, current_location",
        loose=("cellenummer",),
    ),
    Field(
        "cell_capacity",
        mark("plasser i cellen"),
        "cell_capacity, capacity, cell_capacity_max, plasser i cellen, cellekapasitet, antall "
        "plasser, plasser, celleplasser, kapasitet",
    ),
    UNIT,
    Field(
        "arrived_at",
        mark("innkomst"),
        "arrived_at, arrival_date, admission_date, booking_begin_date, reception_date, "
        "innkomst, innkomstdato, ankomst, ankomstdato, innsatt fra, innsatt dato, "
        "innsettelsesdato, mottatt, innsatt_siden, innsettelse",
        loose=("innkomst", "ankomst"),
    ),
    Field(
        "release_date",
        mark("løslatelsesdato"),
        "release_date, confirmed_release_date, løslatelsesdato, løslatelse, løslates, "
        "løslatt, lauslatingsdato, løslatelse_dato, forventet løslatelse, expected_release, "
        "release",
        loose=("løslatelse", "releasedate"),
    ),
    Field(
        "legal_status",
        mark("juridisk status"),
        "legal_status, juridisk status, imprisonment_status, grunnlag, domsstatus, varetekt "
        "eller dom, rettslig grunnlag",
        shared=("status", "type"),
        fits=is_legal_status,
    ),
    Field(
        "languages",
        mark("språk"),
        "languages, language, spoken_language, språk, morsmål, snakker, preferred_language, "
        "språk_kode, språkkode",
        loose=("språk", "language"),
    ),
    Field(
        "interpreter_needed",
        mark("tolk"),
        "interpreter_needed, interpreter, interpreter_required, tolk, trenger tolk, "
        "tolkebehov, behov for tolk",
    ),
    Field(
        "key_worker",
        mark("kontaktbetjent"),
        "key_worker, keyworker, key_worker_name, contact_officer, personal_officer, "
        "kontaktbetjent, kb, kontakt",
        loose=("kontaktbetjent", "keyworker"),
    ),
)
